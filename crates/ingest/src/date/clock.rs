//! Times of day, and zones.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::{digits, spaces};

dossier_world::table!(ZONES = "date/zones.tsv");

/// A time of day at the start of a string.
pub(super) struct Clock {
    /// The time.
    pub time: Time,
    /// Its zone, where one is named.
    pub offset: Option<Offset>,
    /// How many bytes it takes.
    pub len: usize,
}

/// A time of day after a date: "T10:20:00Z", " 17:52", ", 5:20 pm EST", " at 10:20 GMT+7".
pub(super) fn find(text: &str) -> Option<Clock> {
    let mut at = 0;
    if text.starts_with(['T', 't', '_']) {
        at += 1;
    } else {
        let lead = text.len()
            - text
                .trim_start_matches([' ', ',', '|', '-', '–', '—', '·', '•'])
                .len();
        if lead == 0 {
            return None;
        }
        at += lead;
        if let Some(rest) = text.get(at..)?.strip_prefix("at ") {
            at = text.len() - rest.len();
        }
    }
    let (mut hour, n) = digits(text.get(at..)?, 1, 2)?;
    at += n;
    let (minute, n) = digits(text.get(at..)?.strip_prefix([':', '.', 'h'])?, 2, 2)?;
    at += 1 + n;
    let mut second = 0;
    if let Some((s, n)) = text.get(at..)?.strip_prefix(':').and_then(|r| digits(r, 2, 2)) {
        second = s.min(59);
        at += 1 + n;
        let fraction = text.get(at..)?;
        if fraction.starts_with(['.', ',']) {
            at += 1 + fraction.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        }
    }
    let rest = text.get(at..)?;
    let gap = spaces(rest);
    let half = rest.get(gap..)?.get(..2).unwrap_or("").to_ascii_lowercase();
    let dotted = rest.get(gap..)?.get(..4).unwrap_or("").to_ascii_lowercase();
    for (word, afternoon) in [("am", false), ("pm", true), ("a.m.", false), ("p.m.", true)] {
        if half == word || dotted == word {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            at += gap + word.len();
            break;
        }
    }
    let time = Time::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    let (offset, n) = zone(text.get(at..)?);
    Some(Clock {
        time,
        offset,
        len: at + n,
    })
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
    if (word == 0 || named == Some(0)) && signed.starts_with(['+', '-']) {
        let sign = if signed.starts_with('-') { -1 } else { 1 };
        let body = signed.get(1..).unwrap_or("");
        let four = digits(body, 4, 4).map(|(v, _)| (v / 100, v % 100));
        if let Some((h, m)) = four {
            let seconds = sign * (i32::from(h) * 3600 + i32::from(m) * 60);
            if let Ok(offset) = Offset::from_seconds(seconds) {
                return (Some(offset), gap + word + 5);
            }
        } else if let Some((h, n)) = digits(body, 1, 2) {
            let after = body.get(n..).unwrap_or("");
            let colon = usize::from(after.starts_with(':'));
            let (m, k) = digits(after.get(colon..).unwrap_or(""), 2, 2).unwrap_or((0, 0));
            let seconds = sign * (i32::from(h) * 3600 + i32::from(m) * 60);
            let used = 1 + n + if k > 0 { colon + k } else { 0 };
            if let Ok(offset) = Offset::from_seconds(seconds) {
                return (Some(offset), gap + word + used);
            }
        }
    }
    match named.and_then(|h| Offset::from_hours(h).ok()) {
        Some(offset) => (Some(offset), gap + word),
        None => (None, 0),
    }
}
