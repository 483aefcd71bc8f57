//! Times of day.

use dossier_annotate::time::{Clock, DayPart};
use dossier_world::words;
use jiff::civil::Time as ClockTime;

use super::lex::Pieces;
use super::lexicon::Term;

words!(BEFORE = "time/clock_before.txt");
words!(ZONES = "time/zones.txt");

/// A clock time and the place behind its words, its zone among them.
pub(super) fn clock(p: &Pieces, i: usize) -> Option<(usize, Clock)> {
    clock_at(p, i, false)
}

/// The same where `expected` says that figures with a colon can be nothing else.
pub(super) fn clock_at(p: &Pieces, i: usize, expected: bool) -> Option<(usize, Clock)> {
    // "12 noon", "12 midnight"
    if p.at(i).text == "12"
        && let Some((e, part @ (DayPart::Midday | DayPart::Midnight))) = day_part(p, i + 1)
    {
        let noon = part == DayPart::Midday;
        let time = ClockTime::new(if noon { 12 } else { 0 }, 0, 0, 0).ok()?;
        return Some((
            e,
            Clock {
                time,
                utc: false,
                end_of_day: !noon,
            },
        ));
    }
    let (e, mut hour, minute, second, mut sure) = digits(p, i).or_else(|| words(p, i))?;
    let mut k = e;
    if let Some((e, after_noon)) = half_of_day(p, k) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if after_noon { 12 } else { 0 };
        k = e;
        sure = true;
        if p.any(k, &["Eastern", "Central", "Mountain", "Pacific"])
            && !p.at(k + 1).is_capital()
            && zone(p, k).is_none()
        {
            k += 1;
        }
    } else if let Some((e, after_noon)) = half_behind_dash(p, k) {
        // The first of "9 to 11 a.m.": its half of the day is that of the second, unless it is the later hour.
        let (second, pm) = (e, after_noon);
        let own = if hour % 12 > second % 12 { !pm } else { pm };
        let bare = p.at(i + 1).text != ":";
        if (1..=12).contains(&hour) && (bare || minute < 60) {
            hour = hour % 12 + if own { 12 } else { 0 };
            sure = true;
        }
    }
    let mut utc = false;
    if let Some((e, is_utc)) = zone(p, k) {
        k = e;
        utc = is_utc;
        sure = true;
    } else if let Some(e) = p
        .seq(k, &["local", "time"])
        .or_else(|| p.seq(k, &["(", "local", "time", ")"]))
    {
        k = e;
        sure = true;
    } else if sure_hours(p, k, i) {
        k += 1;
        sure = true;
    }
    let colon = p.is(i + 1, ":");
    let placed = colon && (expected || p.before(i).any(&BEFORE)) && !p.at(k).any(&["odds", "ratio"]);
    if !sure && !placed {
        return None;
    }
    let time = ClockTime::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    Some((
        k,
        Clock {
            time,
            utc,
            end_of_day: false,
        },
    ))
}

/// "14:30 hours", "0900 hrs".
fn sure_hours(p: &Pieces, k: usize, i: usize) -> bool {
    p.any(k, &["hours", "hrs"])
        && (p.is(i + 1, ":") && !p.is(i + 3, ":")
            || matches!(
                p.term(i),
                Term::Number {
                    digits: 4,
                    plain: true,
                    ..
                }
            ) && p.at(i).text.starts_with(['0', '1', '2'])
                && p.before(i).is("at"))
}

type Parts = (usize, u8, u8, u8, bool);

/// "9:30", "9.30" before "pm", "0900" before a zone, "9" before "pm".
fn digits(p: &Pieces, i: usize) -> Option<Parts> {
    let Term::Number { value, digits, plain } = p.term(i) else {
        return None;
    };
    // no words of a language: signs
    if p.at(i).glued
        && !p
            .before(i)
            .any(&["(", "[", "\"", "“", "-", "–", "—", "/", ",", "T"])
    {
        return None;
    }
    let two = |k: usize| match p.term(k) {
        Term::Number {
            value,
            digits: 2,
            plain: true,
        } if value < 60.0 && p.at(k).glued => Some(value as u8),
        _ => None,
    };
    if !plain {
        // 9.30pm, 14.30 GMT
        let hour = value.trunc();
        let minute = (value.fract() * 100.0).round();
        let shape = p
            .at(i)
            .text
            .split_once('.')
            .is_some_and(|(h, m)| h.len() <= 2 && m.len() == 2);
        let known = half_of_day(p, i + 1).is_some() || zone(p, i + 1).is_some();
        return (shape && hour < 24.0 && minute < 60.0 && known).then_some((
            i + 1,
            hour as u8,
            minute as u8,
            0,
            true,
        ));
    }
    if digits <= 2 && value < 24.0 {
        let hour = value as u8;
        if p.is(i + 1, ":")
            && p.at(i + 1).glued
            && let Some(m) = two(i + 2)
        {
            if p.is(i + 3, ":") && p.at(i + 3).glued {
                let s = two(i + 4)?;
                return Some((i + 5, hour, m, s, false));
            }
            return Some((i + 3, hour, m, 0, false));
        }
        if half_of_day(p, i + 1).is_some() {
            return Some((i + 1, hour, 0, 0, true));
        }
        if p.any(i + 1, &["o'clock", "o’clock"]) {
            return Some((i + 2, hour, 0, 0, true));
        }
        if half_behind_dash(p, i + 1).is_some() {
            return Some((i + 1, hour, 0, 0, false));
        }
        return None;
    }
    if digits == 4 && value < 2400.0 {
        let (h, m) = ((value / 100.0) as u8, (value % 100.0) as u8);
        let known = zone(p, i + 1).is_some_and(|z| p.at(z.0 - 1).is_capital() || p.is(i + 1, "("))
            || sure_hours(p, i + 1, i);
        return (m < 60 && known).then_some((i + 1, h, m, 0, true));
    }
    None
}

/// "nine o'clock", "seven p.m.".
fn words(p: &Pieces, i: usize) -> Option<Parts> {
    // half past nine, quarter to six
    let past = match () {
        () if p.is(i, "half") && p.is(i + 1, "past") => Some((i + 2, 30)),
        () if p.is(i, "quarter") && p.is(i + 1, "past") => Some((i + 2, 15)),
        () if p.is(i, "quarter") && p.is(i + 1, "to") => Some((i + 2, -15)),
        () => None,
    };
    if let Some((k, minutes)) = past {
        let hour = match p.term(k) {
            Term::Cardinal(n @ 1..=12) => n as i32,
            Term::Number {
                value,
                digits: 1..=2,
                plain: true,
            } if (1.0..=12.0).contains(&value) => value as i32,
            _ => return None,
        };
        let at = (hour * 60 + minutes).rem_euclid(12 * 60);
        let at = if at < 60 { at + 12 * 60 } else { at };
        return Some((k + 1, (at / 60) as u8, (at % 60) as u8, 0, true));
    }
    let Term::Cardinal(n @ 1..=12) = p.term(i) else {
        return None;
    };
    if p.any(i + 1, &["o'clock", "o’clock"]) {
        return Some((i + 2, n as u8, 0, 0, true));
    }
    half_of_day(p, i + 1).map(|_| (i + 1, n as u8, 0, 0, true))
}

/// Behind the first of two clock times that share a half of the day ("9-11 a.m.", "9 to 11:30 p.m."): the second
/// hour, and whether it is after noon.
fn half_behind_dash(p: &Pieces, i: usize) -> Option<(u8, bool)> {
    let dash = p.at(i).is_dash() && p.at(i).glued && p.at(i + 1).glued;
    let between = p.is(i, "and") && i >= 2 && (p.is(i - 2, "between") || i >= 4 && p.is(i - 4, "between"));
    if !(dash || between || p.is(i, "to")) {
        return None;
    }
    let Term::Number {
        value,
        digits: 1..=2,
        plain: true,
    } = p.term(i + 1)
    else {
        return None;
    };
    let minutes =
        p.is(i + 2, ":") && p.at(i + 2).glued && matches!(p.term(i + 3), Term::Number { digits: 2, .. });
    let k = if minutes { i + 4 } else { i + 2 };
    let (_, pm) = half_of_day(p, k)?;
    (1.0..=12.0).contains(&value).then_some((value as u8, pm))
}

/// "pm", "p.m.", "a.m"; whether it is after noon.
fn half_of_day(p: &Pieces, i: usize) -> Option<(usize, bool)> {
    if p.any(i, &["am", "pm"]) {
        // "9 am", not "I 9 am".
        return Some((i + 1, p.is(i, "pm")));
    }
    if p.any(i, &["a", "p"]) && p.is(i + 1, ".") && p.at(i + 1).glued && p.is(i + 2, "m") {
        let pm = p.is(i, "p");
        let dot = p.is(i + 3, ".") && p.at(i + 3).glued;
        return Some((if dot { i + 4 } else { i + 3 }, pm));
    }
    None
}

/// A time zone, with brackets; whether it is Coordinated Universal Time.
///
/// Other zones are read but not kept: "EST", "IST" and "CST" each name several.
fn zone(p: &Pieces, i: usize) -> Option<(usize, bool)> {
    if p.is(i, "(") {
        let (e, utc) = zone(p, i + 1)?;
        return p.is(e, ")").then_some((e + 1, utc));
    }
    if p.any(i, &["Eastern", "Central", "Mountain", "Pacific"]) {
        let k = if p.any(i + 1, &["standard", "daylight"]) {
            i + 2
        } else {
            i + 1
        };
        if p.is(k, "time") {
            return Some((k + 1, false));
        }
    }
    // "Hanoi time", "local time"
    if p.at(i).is_capital()
        && p.at(i + 1).text == "time"
        && !p.any(i, &["At", "This", "That", "The", "First", "Last"])
    {
        return Some((i + 2, false));
    }
    if !ZONES.has(p.at(i).text) {
        return None;
    }
    let utc = matches!(p.at(i).text, "GMT" | "UTC" | "Z");
    if p.any(i + 1, &["+", "-", "−"])
        && matches!(p.term(i + 2), Term::Number { digits: 1..=4, .. })
        && p.at(i + 2).glued
    {
        return Some((i + 3, false));
    }
    Some((i + 1, utc))
}

/// "morning", "noon", "midnight".
pub(super) fn day_part(p: &Pieces, i: usize) -> Option<(usize, DayPart)> {
    match p.term(i) {
        Term::DayPart(d) => Some((i + 1, d)),
        _ => None,
    }
}
