//! The forms in which a day is written: in figures, with signs, with the name of its month.

use dossier_model::PublishedPrecision;
use jiff::civil::Date;

use super::clock;
use crate::calendar;

/// A full day, in whatever form.
pub(super) fn day(text: &str) -> Option<(Date, usize)> {
    signed_date(text)
        .or_else(|| numeric_date(text))
        .or_else(|| compact_date(text))
        .or_else(|| month_first(text))
        .or_else(|| day_first(text))
        .or_else(|| year_first(text))
}

/// A month or a year alone.
pub(super) fn month_or_year(text: &str) -> Option<(Date, usize, PublishedPrecision)> {
    if let Some((month, len)) = calendar::month(text) {
        let gap = spaces(text.get(len..)?);
        let (year, n) = digits(text.get(len + gap..)?, 4, 4)?;
        return Some((civil(year, month, 1)?, len + gap + n, PublishedPrecision::Month));
    }
    let (year, n) = digits(text, 4, 4)?;
    civil(year, 1, 1)?;
    let rest = text.get(n..)?;
    if let Some(rest) = rest.strip_prefix(['-', '/'])
        && let Some((month, m)) = digits(rest, 2, 2)
        && !rest.get(m..)?.starts_with(['-', '/'])
    {
        return Some((civil(year, month, 1)?, n + 1 + m, PublishedPrecision::Month));
    }
    (rest.is_empty()).then_some((civil(year, 1, 1)?, n, PublishedPrecision::Year))
}

/// Three figures with one mark between them, and the mark, as in `2025-04-14`; each with how many digits it has.
type Figures = ([(i16, usize); 3], char);

fn figures(text: &str) -> Option<(Figures, usize)> {
    let mut out = [(0, 0); 3];
    let (mut at, mut mark) = (0, None);
    for (place, figure) in out.iter_mut().enumerate() {
        if place > 0 {
            let rest = text.get(at..)?;
            let own = rest
                .chars()
                .next()
                .filter(|c| matches!(c, '-' | '/' | '.' | '_'))?;
            if *mark.get_or_insert(own) != own {
                return None;
            }
            at += 1;
            // "13. 5. 2025", "2025. 5. 13."
            at += usize::from(own == '.' && text.get(at..)?.starts_with(' '));
        }
        let (value, n) = digits(text.get(at..)?, 1, if place == 1 { 2 } else { 4 })?;
        *figure = (value, text.get(at..at + n)?.chars().count());
        at += n;
    }
    Some(((out, mark?), at))
}

/// `2025-04-14`, `2025/4/14`, `14/04/2025` and `04/14/2025` where only one reading is a date.
pub(super) fn numeric_date(text: &str) -> Option<(Date, usize)> {
    let (([(a, n), (b, _), (c, k)], _), len) = figures(text)?;
    let date = match (n, k) {
        (4, 1..=2) => civil(a, b, c),
        (1..=2, 4) if a == b => civil(c, a, b),
        (1..=2, 4) if a > 12 => civil(c, b, a),
        (1..=2, 4) if b > 12 => civil(c, a, b),
        _ => None,
    }?;
    Some((date, len))
}

/// `2025年4月14日`, `2025년 4월 14일`.
fn signed_date(text: &str) -> Option<(Date, usize)> {
    let (year, mut at) = digits(text, 4, 4)?;
    let mut numbers = [0_i16; 2];
    for (number, signs) in numbers.iter_mut().zip([['年', '년'], ['月', '월']]) {
        let sign = text.get(at..)?.chars().next().filter(|c| signs.contains(c))?;
        at += sign.len_utf8();
        at += spaces(text.get(at..)?);
        let (value, n) = digits(text.get(at..)?, 1, 2)?;
        *number = value;
        at += n;
    }
    let sign = text
        .get(at..)?
        .chars()
        .next()
        .filter(|c| matches!(c, '日' | '일'))?;
    let [month, day] = numbers;
    Some((civil(year, month, day)?, at + sign.len_utf8()))
}

fn compact_date(text: &str) -> Option<(Date, usize)> {
    digits(text, 8, 8)?;
    let date = civil(num(text.get(..4))?, num(text.get(4..6))?, num(text.get(6..8))?)?;
    Some((date, 8))
}

/// "April 14, 2025", "Sept. 5 2025".
fn month_first(text: &str) -> Option<(Date, usize)> {
    let (month, day, mut at) = month_and_day(text)?;
    at += usize::from(text.get(at..)?.starts_with(','));
    at += spaces(text.get(at..)?);
    let (year, n) = digits(text.get(at..)?, 4, 4)?;
    Some((civil(year, month, day)?, at + n))
}

fn month_and_day(text: &str) -> Option<(i16, i16, usize)> {
    let (month, mut at) = calendar::month(text)?;
    at += spaces(text.get(at..)?);
    let (day, n) = digits(text.get(at..)?, 1, 2)?;
    at += n + ordinal(text.get(at + n..)?);
    Some((month, day, at))
}

/// "May 14 08:05:00 2025", "May 14 08:05:00 UTC 2025", as `asctime` and `date` write it.
pub(super) fn asctime(text: &str) -> Option<(Date, clock::Clock, usize)> {
    let (month, day, mut at) = month_and_day(text)?;
    let clock = clock::find(text.get(at..)?)?;
    at += clock.len;
    at += spaces(text.get(at..)?);
    // A zone whose letters are no one's alone.
    let zone = text.get(at..)?.bytes().take_while(u8::is_ascii_uppercase).count();
    at += zone + spaces(text.get(at + zone..)?);
    let (year, n) = digits(text.get(at..)?, 4, 4)?;
    Some((civil(year, month, day)?, clock, at + n))
}

/// "14 April 2025", "14th of April, 2025", "14-Apr-2025", "14. April 2025", "14 de abril de 2025", "14 tháng 4 năm 2025",
/// "1er mai 2025", "14 במאי 2025".
fn day_first(text: &str) -> Option<(Date, usize)> {
    let (day, n) = digits(text, 1, 2)?;
    let mut at = n + ordinal(text.get(n..)?);
    let dotted = text.get(at..)?.strip_prefix('.');
    at += usize::from(dotted.is_some_and(|r| r.starts_with(|c: char| c == ' ' || c.is_alphabetic())));
    at += gap(text.get(at..)?);
    at += connector(text.get(at..)?, &["of ", "de ", "del ", "d'", "d’"]);
    let name = text.get(at..)?;
    // In Hebrew "in" stands as a letter in front of the month.
    let (month, n) = calendar::month(name).or_else(|| {
        let (month, n) = calendar::month(name.strip_prefix('ב')?)?;
        Some((month, n + 'ב'.len_utf8()))
    })?;
    at += n;
    at += usize::from(text.get(at..)?.starts_with(','));
    at += gap(text.get(at..)?);
    at += connector(text.get(at..)?, &["de ", "del ", "năm "]);
    let rest = text.get(at..)?;
    let (year, n) = digits(rest, 4, 4).or_else(|| short_year(rest))?;
    Some((civil(common_era(year), month, day)?, at + n))
}

/// The "25" of "14 May 25 08:05": two figures are a year where a time follows. Up to 49 they are of this century, as mail
/// has it.
fn short_year(text: &str) -> Option<(i16, usize)> {
    let (year, n) = digits(text, 2, 2)?;
    let behind = text.get(n..)?.strip_prefix(' ')?;
    let (_, h) = digits(behind, 1, 2)?;
    let timed = behind.get(h..)?.starts_with(':');
    timed.then_some((year + if year < 50 { 2000 } else { 1900 }, n))
}

/// "2025. április 14.", "2025. gada 14. aprīlis", "2025 m. balandžio 14 d.".
fn year_first(text: &str) -> Option<(Date, usize)> {
    let (year, mut at) = digits(text, 4, 4)?;
    at += connector(text.get(at..)?, &["."]);
    at += spaces(text.get(at..)?);
    at += connector(text.get(at..)?, &["gada ", "m. ", "жылғы "]);
    let rest = text.get(at..)?;
    let (month, day, n) = if let Some((day, n)) = digits(rest, 1, 2) {
        let name = rest.get(n..)?.strip_prefix(". ")?;
        let (month, len) = calendar::month(name)?;
        (month, day, n + 2 + len)
    } else {
        let (month, len) = calendar::month(rest)?;
        let (day, n) = digits(rest.get(len..)?.strip_prefix(' ')?, 1, 2)?;
        (month, day, len + 1 + n)
    };
    Some((civil(year, month, day)?, at + n))
}

/// Years in Thailand are counted from the death of the Buddha, 543 years before.
fn common_era(year: i16) -> i16 {
    if (2400..2700).contains(&year) {
        year - 543
    } else {
        year
    }
}

fn connector(text: &str, words: &[&str]) -> usize {
    words
        .iter()
        .find(|w| text.starts_with(**w))
        .map_or(0, |w| w.len())
}

/// `04/05/2025`, `4.5.2025`, `4-5-2025`: day, month, year.
pub(super) fn day_month(text: &str) -> Option<(Date, usize)> {
    let (([(day, _), (month, _), (year, _)], mark), len) = figures(text)?;
    let date = civil(common_era(year), month, day).filter(|_| mark != '_')?;
    Some((date, len))
}

/// So many digits at the start, in the figures of any script that is written from the higher to the lower.
pub(super) fn digits(text: &str, least: usize, most: usize) -> Option<(i16, usize)> {
    let (mut count, mut len, mut value) = (0, 0, 0_i16);
    for (c, figure) in text.chars().map_while(|c| Some((c, figure(c)?))) {
        count += 1;
        len += c.len_utf8();
        // Eight digits in a row are read piece by piece.
        value = value.saturating_mul(10).saturating_add(figure);
    }
    (count >= least && count <= most).then_some((value, len))
}

/// Where the figures of scripts begin: Latin, Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Khmer.
const ZEROS: [char; 9] = ['0', '٠', '۰', '०', '০', '๐', '໐', '၀', '០'];

fn figure(c: char) -> Option<i16> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value as i16)
    })
}

pub(super) fn num(text: Option<&str>) -> Option<i16> {
    text?.parse().ok()
}

pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

fn gap(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '-', '/']).len()
}

fn ordinal(text: &str) -> usize {
    let endings = ["st", "nd", "rd", "th", "er", "º", "°"];
    let found = endings.iter().find(|o| text.starts_with(**o));
    found
        .filter(|o| {
            !text
                .get(o.len()..)
                .is_some_and(|r| r.starts_with(char::is_alphabetic))
        })
        .map_or(0, |o| o.len())
}

/// News is not older than the first newspapers, nor from another age.
pub(super) fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1600..=2200).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
