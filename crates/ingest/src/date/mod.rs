//! Publication dates: in fields, in date lines and in file names.

mod clock;

use dossier_model::{Basis, Published, PublishedPrecision};
use jiff::civil::{Date, Time};

use crate::calendar;

dossier_world::words!(DAY_FIRST_REGIONS = "date/day_first_regions.txt");

/// A date at the start of a string.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// What it says.
    pub published: Published,
    /// How many bytes it takes.
    pub len: usize,
}

/// Reads a publication date as fields, feeds, options and people write it: ISO 8601, RFC 2822, "14 April 2025",
/// "Apr 14, 2025, 5:20 pm", `2025-04`, `2025`. `None` where it is no date, and where day and month cannot be told
/// apart ("04/05/2025").
#[must_use]
pub fn parse_published(text: &str, basis: Basis) -> Option<Published> {
    let text = text.trim();
    let found = find_at_start(text, basis)?;
    let rest = text.get(found.len..)?.trim();
    // What follows a date in such a field is a zone name or the weekday, never a sentence.
    (rest.len() <= 40).then_some(found.published)
}

/// A date in a file's name: `2025-04-14-talks.txt`, `talks_20250414.html`, `2025/04/14/talks`.
#[must_use]
pub(crate) fn find_in_name(source: &str) -> Option<Published> {
    let name = source.split(['?', '#']).next()?.trim_end_matches('/');
    // The last three folders may hold the date, as in `2025/04/14/talks.html`.
    let parts = name.rsplit('/').take(4).map(str::len).sum::<usize>() + 3;
    let tail = name.get(name.len().saturating_sub(parts)..).unwrap_or(name);
    let bytes = tail.as_bytes();
    let mut found = None;
    for i in 0..bytes.len() {
        let free = i == 0 || !bytes.get(i - 1).is_some_and(u8::is_ascii_digit);
        if !free || !bytes.get(i).is_some_and(u8::is_ascii_digit) {
            continue;
        }
        let digits = bytes.iter().skip(i).take_while(|b| b.is_ascii_digit()).count();
        let part = tail.get(i..)?;
        let date = match digits {
            8 => civil(num(part.get(..4))?, num(part.get(4..6))?, num(part.get(6..8))?),
            4 => numeric_date(part).filter(|d| d.1 >= 8).map(|d| d.0),
            _ => None,
        };
        found = date.or(found);
    }
    let date = found.or_else(|| in_folders(name))?;
    Some(Published {
        date,
        time: None,
        offset: None,
        precision: PublishedPrecision::Day,
        basis: Basis::FileName,
    })
}

/// A day in folders with a name between its figures: `2025/world/4/14/talks.html`, `2025/apr/14/talks`.
fn in_folders(path: &str) -> Option<Date> {
    let parts: Vec<&str> = path.split('/').collect();
    let number = |part: &str| {
        let figures = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        figures.then(|| num(Some(part))).flatten()
    };
    parts.windows(4).rev().find_map(|part| {
        let &[year, second, third, fourth] = part else {
            return None;
        };
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) || number(second).is_some() {
            return None;
        }
        let year = num(Some(year))?;
        match calendar::month(second) {
            Some((month, len)) if len == second.len() => civil(year, month, number(third)?),
            _ => civil(year, number(third)?, number(fourth)?),
        }
    })
}

/// A date, with a time of day where one follows, at the very start of `text`.
pub(crate) fn find_at_start(text: &str, basis: Basis) -> Option<Found> {
    find_in_language(text, basis, None)
}

/// The same in words of a language, which tells "04/05/2025" where it writes the day first.
pub(crate) fn find_in_language(text: &str, basis: Basis, language: Option<&str>) -> Option<Found> {
    let text = cut_at_char(text, 120);
    let mut at = skip_weekday(text);
    let rest = text.get(at..)?;
    let (date, len, precision) = day(rest)
        .or_else(|| month_or_year(rest))
        .or_else(|| language.filter(|l| is_day_first(l)).and_then(|_| day_month(rest)))?;
    at += len;
    let mut published = Published {
        date,
        time: None,
        offset: None,
        precision,
        basis,
    };
    if precision == PublishedPrecision::Day
        && let Some(clock) = clock::find(text.get(at..)?)
    {
        // Midnight without a zone is how exports fill in a time they do not know.
        if clock.time != Time::midnight() || clock.offset.is_some() {
            published.time = Some(clock.time);
            published.offset = clock.offset;
            published.precision = PublishedPrecision::Second;
        }
        at += clock.len;
    }
    Some(Found { published, len: at })
}

/// Whether figures of a date in this language stand for day, month and year. Of English, American papers turn them
/// around; Chinese, Japanese, Korean, Hungarian, Lithuanian, Mongolian and Persian begin with the year, and Filipino
/// papers follow the American.
fn is_day_first(language: &str) -> bool {
    let (main, region) = language.split_once(['-', '_']).unwrap_or((language, ""));
    match main {
        "en" => DAY_FIRST_REGIONS.has(&region.to_ascii_uppercase()),
        "zh" | "ja" | "ko" | "hu" | "lt" | "mn" | "fa" => false,
        "fil" | "tl" => false,
        // The default of programs says nothing of the words.
        "" | "und" => false,
        _ => true,
    }
}

/// `04/05/2025`, `4.5.2025`, `4-5-2025`: day, month, year.
fn day_month(text: &str) -> Option<(Date, usize, PublishedPrecision)> {
    let (([(day, _), (month, _), (year, _)], mark), len) = figures(text)?;
    let date = civil(common_era(year), month, day).filter(|_| mark != '_')?;
    Some((date, len, PublishedPrecision::Day))
}

/// The moment in seconds since 1970, where time and zone are known.
pub(crate) fn instant(published: Published) -> Option<i64> {
    let moment = published.date.to_datetime(published.time?);
    Some(published.offset?.to_timestamp(moment).ok()?.as_second())
}

/// Whether one moment comes after another. Of two times of one day, one without a zone, unlike ones are taken to be in order.
pub(crate) fn is_after(then: Published, first: Published) -> bool {
    match (instant(first), instant(then)) {
        (Some(first), Some(then)) => then > first,
        _ if first.date != then.date => then.date > first.date,
        _ => {
            then.time.is_some()
                && then.time != first.time
                && (first.offset != then.offset || then.time > first.time)
        }
    }
}

fn day(text: &str) -> Option<(Date, usize, PublishedPrecision)> {
    let (date, len) = signed_date(text)
        .or_else(|| numeric_date(text))
        .or_else(|| compact_date(text))
        .or_else(|| month_first(text))
        .or_else(|| day_first(text))
        .or_else(|| year_first(text))?;
    Some((date, len, PublishedPrecision::Day))
}

fn month_or_year(text: &str) -> Option<(Date, usize, PublishedPrecision)> {
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

/// Three figures with one mark between them, and the mark, as in `2025-04-14`; each with its bytes.
type Figures = ([(i16, usize); 3], char);

fn figures(text: &str) -> Option<(Figures, usize)> {
    let first = digits(text, 1, 4)?;
    let mark = text
        .get(first.1..)?
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '/' | '.' | '_'))?;
    let rest = text.get(first.1 + 1..)?;
    let second = digits(rest, 1, 2)?;
    let third = digits(rest.get(second.1..)?.strip_prefix(mark)?, 1, 4)?;
    let len = first.1 + 1 + second.1 + 1 + third.1;
    Some((([first, second, third], mark), len))
}

/// `2025-04-14`, `2025/4/14`, `14/04/2025` and `04/14/2025` where only one reading is a date.
fn numeric_date(text: &str) -> Option<(Date, usize)> {
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
    let (month, mut at) = calendar::month(text)?;
    at += spaces(text.get(at..)?);
    let (day, n) = digits(text.get(at..)?, 1, 2)?;
    at += n + ordinal(text.get(at + n..)?);
    at += usize::from(text.get(at..)?.starts_with(','));
    at += spaces(text.get(at..)?);
    let (year, n) = digits(text.get(at..)?, 4, 4)?;
    Some((civil(year, month, day)?, at + n))
}

/// "14 April 2025", "14th of April, 2025", "14-Apr-2025", "14. April 2025", "14 de abril de 2025", "14 tháng 4 năm 2025".
fn day_first(text: &str) -> Option<(Date, usize)> {
    let (day, n) = digits(text, 1, 2)?;
    let mut at = n + ordinal(text.get(n..)?);
    at += usize::from(text.get(at..)?.starts_with(". "));
    at += gap(text.get(at..)?);
    at += connector(text.get(at..)?, &["of ", "de ", "d'", "d’"]);
    let (month, n) = calendar::month(text.get(at..)?)?;
    at += n;
    at += usize::from(text.get(at..)?.starts_with(','));
    at += gap(text.get(at..)?);
    at += connector(text.get(at..)?, &["de ", "del ", "năm "]);
    let (year, n) = digits(text.get(at..)?, 4, 4)?;
    Some((civil(common_era(year), month, day)?, at + n))
}

/// "2025. április 14.", "2025. gada 14. aprīlis", "2025 m. balandžio 14 d.".
fn year_first(text: &str) -> Option<(Date, usize)> {
    let (year, mut at) = digits(text, 4, 4)?;
    at += connector(text.get(at..)?, &["."]);
    at += spaces(text.get(at..)?);
    at += connector(text.get(at..)?, &["gada ", "m. "]);
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

/// Length of a weekday's name or abbreviation at the start, with the comma and spaces after it.
pub(crate) fn skip_weekday(text: &str) -> usize {
    let mut at = calendar::weekday(text);
    if at > 0 {
        at += text
            .get(at..)
            .and_then(|r| r.chars().next())
            .filter(|c| matches!(c, ',' | '،'))
            .map_or(0, char::len_utf8);
        at += spaces(text.get(at..).unwrap_or(""));
    }
    at
}

/// So many digits at the start, in the figures of any script that is written from the higher to the lower.
fn digits(text: &str, least: usize, most: usize) -> Option<(i16, usize)> {
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

fn num(text: Option<&str>) -> Option<i16> {
    text?.parse().ok()
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

fn gap(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '-']).len()
}

fn ordinal(text: &str) -> usize {
    let found = ["st", "nd", "rd", "th"].iter().any(|o| text.starts_with(o));
    if found { 2 } else { 0 }
}

fn cut_at_char(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// News is not older than the first newspapers, nor from another age.
fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1600..=2200).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(p: Published) -> String {
        let mut out = match p.precision {
            PublishedPrecision::Year => p.date.strftime("%Y").to_string(),
            PublishedPrecision::Month => p.date.strftime("%Y-%m").to_string(),
            _ => p.date.to_string(),
        };
        if let Some(t) = p.time {
            out.push_str(&format!("T{t}"));
        }
        if let Some(o) = p.offset {
            out.push_str(&format!(" {o}"));
        }
        out
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got = parse_published(text, Basis::Metadata).map_or_else(|| "-".to_owned(), shown);
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn reads_dates() {
        check("2025-04-14", "2025-04-14");
        check("2025/4/14", "2025-04-14");
        check("20250414", "2025-04-14");
        check("2025-04", "2025-04");
        check("2025", "2025");
        check("April 2025", "2025-04");
        check("2025-04-14T00:00:00", "2025-04-14");
        check("2025-04-14T00:00:00Z", "2025-04-14T00:00:00 +00");
        check("2025-04-14T10:20:30+07:00", "2025-04-14T10:20:30 +07");
        check("2025-04-14T10:20:30.123-0500", "2025-04-14T10:20:30 -05");
        check("2017-09-15 17:52", "2017-09-15T17:52:00");
        check("Mon, 14 Apr 2025 10:20:00 +0000", "2025-04-14T10:20:00 +00");
        check("Monday, April 14, 2025", "2025-04-14");
        check("Apr 14, 2025, 5:20 pm EST", "2025-04-14T17:20:00 -05");
        check("12:00", "-");
        check("14th of April, 2025 at 12:05 a.m. GMT", "2025-04-14T00:05:00 +00");
        check("14/04/2025", "2025-04-14");
        check("14. März 2025", "2025-03-14");
        check("14 de abril de 2025", "2025-04-14");
        check("14 апреля 2025, 10:20", "2025-04-14T10:20:00");
        check("2025年4月14日", "2025-04-14");
        check("2025년 4월 14일 10:20", "2025-04-14T10:20:00");
        check("Mon Apr 14 2025 10:20:00 GMT+0000", "2025-04-14T10:20:00 +00");
        check("14 marshes 2025", "-");
        check("04/14/2025", "2025-04-14");
        check("Sept. 5, 2016", "2016-09-05");
        check("14 April 2025 | 10:20 GMT+7", "2025-04-14T10:20:00 +07");
        check("14/04/2025, 10:20 (GMT+7)", "2025-04-14T10:20:00 +07");
        check("14/04/2025, 10:20 (local)", "2025-04-14T10:20:00");
    }

    #[test]
    fn not_dates() {
        for text in [
            "",
            "04/05/2025",
            "2025-13-01",
            "2025-02-30",
            "May we",
            "14",
            "31 words",
            "99999999",
            "0001-01-01",
        ] {
            check(text, "-");
        }
        check(
            "2025-04-14 is the day on which the two delegations are to meet in the capital",
            "-",
        );
    }

    #[test]
    fn reads_file_names() {
        for (name, expected) in [
            ("in/2025-04-14-talks.txt", "2025-04-14"),
            ("talks_20250414.html", "2025-04-14"),
            ("https://news.example/2025/04/14/talks.html", "2025-04-14"),
            ("https://news.example/2025/04/14/talks-begin/", "2025-04-14"),
            (
                "https://news.example/2025/middle_east/4/14/talks/index.html",
                "2025-04-14",
            ),
            ("https://news.example/world/2025/apr/14/talks-begin", "2025-04-14"),
            ("https://news.example/2025/talks/14/index.html", "-"),
            ("https://news.example/2025/talks/14/40/x", "-"),
            ("talks 2025.04.14.md", "2025-04-14"),
            ("talks-12345678901.txt", "-"),
            ("talks-2025.txt", "-"),
            ("000_f6374b09e8332589.txt", "-"),
        ] {
            assert_eq!(
                find_in_name(name).map_or_else(|| "-".to_owned(), shown),
                expected,
                "{name}"
            );
        }
    }
}
