//! Times of day, and zones.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::forms::{digits, spaces};
use crate::calendar;

dossier_world::table!(ZONES = "date/zones.tsv");
dossier_world::words!(CLOCK_LEADS = "date/clock_leads.txt");
dossier_world::table!(HALF_DAYS = "date/half_days.tsv");

/// A time of day at the start of a string.
pub(super) struct Clock {
    /// The time; `None` where the day is at its end ("24:00"), which one more day begins with.
    pub time: Option<Time>,
    /// Its zone, where one is named.
    pub offset: Option<Offset>,
    /// How many bytes it takes.
    pub len: usize,
}

/// A time of day after a date: "T10:20:00Z", " 17:52", ", 5:20 pm EST", " at 10:20 GMT+7", " à 18h30", "午後6時30分".
pub(super) fn find(text: &str) -> Option<Clock> {
    if let Some(rest) = text.strip_prefix(['T', 't', '_']) {
        let (time, len) = packed(rest).or_else(|| of_day(rest))?;
        let (offset, n) = zone(rest.get(len..)?);
        return Some(Clock {
            time,
            offset,
            len: 1 + len + n,
        });
    }
    let at = lead(text);
    let (time, len) = of_day(text.get(at..)?)?;
    let (offset, n) = zone(text.get(at + len..)?);
    Some(Clock {
        time,
        offset,
        len: at + len + n,
    })
}

/// Length of what stands between a day and its time: marks, a weekday in brackets, "at", "um", "в".
fn lead(text: &str) -> usize {
    let mut at = 0;
    for _ in 0..6 {
        let rest = text.get(at..).unwrap_or("");
        let marks = [' ', ',', '،', '|', '-', '–', '—', '·', '•', '.', ':', '/'];
        let gap = rest.len() - rest.trim_start_matches(marks).len();
        let rest = rest.get(gap..).unwrap_or("");
        let word = bracketed(rest)
            .or_else(|| leading_word(rest))
            .unwrap_or_else(|| calendar::weekday(rest));
        if gap + word == 0 {
            break;
        }
        at += gap + word;
    }
    at
}

/// "(火)", "(Tue)".
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（'])?;
    let (name, _) = inner.split_once([')', '）'])?;
    let short = name.chars().count() <= 2 && name.chars().all(char::is_alphabetic);
    let known = !name.is_empty() && calendar::weekday(name) == name.len();
    let marks = text.chars().next()?.len_utf8() + inner.get(name.len()..)?.chars().next()?.len_utf8();
    (short || known).then_some(name.len() + marks)
}

/// A word that stands before a time of day, with a space or a figure behind it.
fn leading_word(text: &str) -> Option<usize> {
    let end = text
        .char_indices()
        .find(|(_, c)| c.is_whitespace() || c.is_numeric())
        .map_or(text.len(), |(i, _)| i);
    let word = text.get(..end)?.trim_end_matches([',', ':']);
    (!word.is_empty() && word.chars().count() <= 12 && CLOCK_LEADS.has(&word.to_lowercase()))
        .then_some(word.len())
}

/// "080500", "0805" behind a "T".
fn packed(text: &str) -> Option<(Option<Time>, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let part = |from: usize| text.get(from..from + 2)?.parse::<i16>().ok();
    let second = match len {
        4 => 0,
        6 => part(4)?,
        _ => return None,
    };
    Some((time(part(0)?, part(2)?, second)?, len))
}

/// Hours and minutes to a time; the last hour's end is none of this day. `None` where they are neither.
fn time(hour: i16, minute: i16, second: i16) -> Option<Option<Time>> {
    if (hour, minute, second) == (24, 0, 0) {
        return Some(None);
    }
    let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    Time::new(hour, minute, second.min(59) as i8, 0).ok().map(Some)
}

/// Signs between hours and minutes.
const HOUR_SIGNS: [char; 9] = [':', '：', '.', 'h', 'H', '時', '时', '点', '點'];

/// Words behind minutes, or behind hours alone.
const UNITS: [&str; 6] = ["Uhr", "uur", "分", "분", "hrs", "น."];

/// A time of day at the very start, with its half of the day before or behind it.
fn of_day(text: &str) -> Option<(Option<Time>, usize)> {
    let (early, mut at) = half_day(text).map_or((None, 0), |(h, n)| (Some(h), n));
    at += spaces(text.get(at..)?);
    let (mut hour, n) = digits(text.get(at..)?, 1, 2)?;
    at += n;
    let (minute, second, n) = minutes(text.get(at..)?);
    at += n;
    let rest = text.get(at..)?;
    let gap = spaces(rest);
    let unit = UNITS
        .iter()
        .find(|u| rest.get(gap..).is_some_and(|r| r.starts_with(**u)));
    let unit = unit.map_or(0, |u| gap + u.len());
    let behind = rest.get(unit..)?;
    let gap = spaces(behind);
    let late = half_day(behind.get(gap..)?).map(|(h, n)| (h, gap + n));
    // An hour alone needs a word that says so.
    if minute.is_none() && unit == 0 && n == 0 && late.is_none() && early.is_none() {
        return None;
    }
    at += unit + late.map_or(0, |l| l.1);
    if let Some(afternoon) = early.or(late.map(|l| l.0)) {
        // "14:20 pm" is written, too, and says nothing else.
        match hour {
            13..=23 if afternoon => {}
            1..=12 => hour = hour % 12 + if afternoon { 12 } else { 0 },
            0 => {}
            _ => return None,
        }
    }
    Some((time(hour, minute.unwrap_or(0), second)?, at))
}

/// Minutes and seconds behind an hour, with their length: ":20:30.5", "h30", " h 30", "시 30분", "h".
fn minutes(text: &str) -> (Option<i16>, i16, usize) {
    let none = (None, 0, 0);
    let gap = spaces(text);
    let rest = text.get(gap..).unwrap_or("");
    let Some(sign) = rest
        .chars()
        .next()
        .filter(|c| HOUR_SIGNS.contains(c) || *c == '시')
    else {
        return none;
    };
    let wordy = !matches!(sign, ':' | '：' | '.');
    if gap > 0 && !wordy {
        return none;
    }
    let mut at = gap + sign.len_utf8();
    let rest = text.get(at..).unwrap_or("");
    let inner = if wordy { spaces(rest) } else { 0 };
    let behind = rest.get(inner..).unwrap_or("");
    let Some((minute, n)) = digits(behind, 1, 2) else {
        // "18h", but no "18 hours".
        let ends = !rest.starts_with(char::is_alphabetic);
        return if wordy && ends { (None, 0, at) } else { none };
    };
    let more = behind.get(n..).unwrap_or("");
    // "14.5.2025" is a day; "8:5" is a time where seconds follow.
    if n == 1 && !more.starts_with(':') && !wordy || sign == '.' && more.starts_with('.') {
        return none;
    }
    at += inner + n;
    let mut second = 0;
    if let Some((s, n)) = more.strip_prefix(':').and_then(|r| digits(r, 1, 2)) {
        second = s;
        at += 1 + n;
        let fraction = text.get(at..).unwrap_or("");
        let figures = fraction.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        if fraction.starts_with(['.', ',']) && figures > 0 {
            at += 1 + figures;
        }
    }
    (Some(minute), second, at)
}

/// Whether a word for half of the day stands at the start, and which: `true` for the later one.
fn half_day(text: &str) -> Option<(bool, usize)> {
    // Scripts without spaces set the figure straight behind the word.
    let wide = |c: char| c >= '\u{2e80}';
    let known = HALF_DAYS.rows().filter_map(|mut row| {
        let (word, half) = (row.next()?, row.next()?);
        let head = text.get(..word.len())?;
        let next = text.get(word.len()..)?.chars().next();
        let ends = text.starts_with(wide) || !next.is_some_and(char::is_alphanumeric);
        (ends && head.to_lowercase() == word).then_some((half == "pm", word.len()))
    });
    known.max_by_key(|found| found.1)
}

fn zone(text: &str) -> (Option<Offset>, usize) {
    let gap = spaces(text);
    let rest = text.get(gap..).unwrap_or("");
    // "10:20 (GMT+7)".
    if let Some(inner) = rest.strip_prefix('(') {
        let (offset, n) = zone(inner);
        let closed = inner.get(n..).is_some_and(|r| r.starts_with(')'));
        return if offset.is_some() && closed {
            (offset, gap + n + 2)
        } else {
            (None, 0)
        };
    }
    if rest.starts_with(['Z', 'z'])
        && !rest
            .get(1..)
            .unwrap_or("")
            .starts_with(|c: char| c.is_alphanumeric())
    {
        return (Some(Offset::UTC), gap + 1);
    }
    let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = rest.get(..word).unwrap_or("");
    let named = ZONES
        .value(&name.to_ascii_uppercase())
        .and_then(|hours| hours.parse::<i8>().ok());
    let signed = rest.get(word..).unwrap_or("");
    let between = if word > 0 && named == Some(0) {
        spaces(signed)
    } else {
        0
    };
    let signed = signed.get(between..).unwrap_or("");
    if (word == 0 || named == Some(0))
        && let Some((offset, n)) = from_utc(signed)
    {
        return (Some(offset), gap + word + between + n);
    }
    match named.and_then(|h| Offset::from_hours(h).ok()) {
        Some(offset) => (Some(offset), gap + word),
        None => (None, 0),
    }
}

/// "+0700", "-05:30", "+7".
fn from_utc(text: &str) -> Option<(Offset, usize)> {
    let (sign, body) = match text.chars().next()? {
        '+' => (1, text.get(1..)?),
        '-' => (-1, text.get(1..)?),
        '−' => (-1, text.get('−'.len_utf8()..)?),
        _ => return None,
    };
    let mark = text.len() - body.len();
    if let Some((v, _)) = digits(body, 4, 4) {
        let seconds = sign * (i32::from(v / 100) * 3600 + i32::from(v % 100) * 60);
        return Some((Offset::from_seconds(seconds).ok()?, mark + 4));
    }
    let (h, n) = digits(body, 1, 2)?;
    let after = body.get(n..).unwrap_or("");
    let colon = usize::from(after.starts_with(':'));
    let (m, k) = digits(after.get(colon..).unwrap_or(""), 2, 2).unwrap_or((0, 0));
    let seconds = sign * (i32::from(h) * 3600 + i32::from(m) * 60);
    Some((
        Offset::from_seconds(seconds).ok()?,
        mark + n + if k > 0 { colon + k } else { 0 },
    ))
}
