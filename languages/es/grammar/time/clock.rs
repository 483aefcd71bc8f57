//! Times of day.

use dossier_annotate::time::{Clock, DayPart, Term};
use jiff::civil::Time as ClockTime;

use super::amount::cardinal;
use super::lex::Pieces;

/// Which half of the day an hour belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// A clock time and the place behind its words: "a las 5 de la tarde", "10:30", "las siete y media", "14 h".
pub(super) fn clock(p: &Pieces, i: usize) -> Option<(usize, Clock)> {
    let article = p
        .one_of(i, &["a las", "a la", "las", "la"])
        .filter(|k| p.low(k - 1) == "las" || p.any(*k, &["una", "1"]));
    let k = article.unwrap_or(i);
    let (e, hour, minute, second, mut sure) = figures(p, k).or_else(|| words(p, k))?;
    let before = p.before(i);
    let behind_las = article.is_some() || before == "las" || before == "la" && hour == 1;
    sure |= behind_las;
    let (e, half) = half(p, e);
    let (e, hours) = match half {
        None if p.any(e, &["h", "hs", "hrs", "horas"])
            && (minute > 0 || e > k + 1 || p.at(e).glued || behind_las) =>
        {
            (
                p.skip(e + 1, &["."])
                    .min(if p.at(e + 1).glued { e + 2 } else { e + 1 }),
                true,
            )
        }
        _ => (e, false),
    };
    if !(sure || half.is_some() || hours) {
        return None;
    }
    let hour = match half {
        Some(_) if hour > 23 => return None,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ if hour == 24 => 0,
        _ => hour,
    };
    let time = ClockTime::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    let (e, utc) = match p.low(e) {
        "gmt" | "utc" => (e + 1, true),
        _ => (e, false),
    };
    Some((
        e,
        Clock {
            time,
            utc,
            end_of_day: false,
        },
    ))
}

type Parts = (usize, u8, u8, u8, bool);

/// "5", "5:30", "8:00:31", "14h", "2.30"; whether a colon makes it sure.
fn figures(p: &Pieces, i: usize) -> Option<Parts> {
    let glued = |k: usize, sign: &str| p.low(k) == sign && p.at(k).glued && p.at(k + 1).glued;
    let two = |k: usize| {
        p.plain_number(k)
            .filter(|(n, d)| *d == 2 && *n < 60)
            .map(|(n, _)| n as u8)
    };
    if p.at(i).glued && !p.any(i.wrapping_sub(1), &["(", "-", "–", "/"]) {
        return None;
    }
    let Some((hour, digits)) = p.plain_number(i) else {
        // "2.30", "11.00"
        let (h, m) = p.at(i).text.split_once(['.', ','])?;
        let (hour, minute) = (h.parse::<u8>().ok()?, m.parse::<u8>().ok()?);
        return (h.len() <= 2 && m.len() == 2 && hour < 24 && minute < 60).then_some((
            i + 1,
            hour,
            minute,
            0,
            false,
        ));
    };
    if digits > 2 || hour > 24 {
        return None;
    }
    let hour = hour as u8;
    if glued(i + 1, ":") {
        let minute = two(i + 2)?;
        if glued(i + 3, ":") {
            return Some((i + 5, hour, minute, two(i + 4)?, true));
        }
        return Some((i + 3, hour, minute, 0, true));
    }
    let (e, minute) = minutes(p, i + 1);
    let (hour, minute) = back(hour, minute);
    Some((e, hour, minute, 0, false))
}

/// "siete y media", "seis menos cinco", "once y cuarenta".
fn words(p: &Pieces, i: usize) -> Option<Parts> {
    if !matches!(p.term(i), Term::Cardinal(_)) {
        return None;
    }
    let (_, hour) = single(p, i)?;
    let (e, minute) = minutes(p, i + 1);
    let (hour, minute) = back(hour, minute);
    Some((
        e,
        hour,
        minute,
        0,
        p.low(i + 1) == "y" && p.any(i + 2, &["media", "cuarto"]),
    ))
}

/// An hour in one word.
fn single(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    match p.term(i) {
        Term::Cardinal(n @ 1..=24) => Some((i + 1, n as u8)),
        _ => None,
    }
}

/// Minutes behind an hour, negative for "menos".
fn minutes(p: &Pieces, i: usize) -> (usize, i8) {
    let minus = p.low(i) == "menos";
    if !(minus || p.low(i) == "y") {
        return (i, 0);
    }
    let n = match () {
        () if p.low(i + 1) == "media" => Some((i + 2, 30.0)),
        () if p.low(i + 1) == "cuarto" => Some((i + 2, 15.0)),
        () => cardinal(p, i + 1).filter(|(e, n)| {
            (1.0..60.0).contains(n) && !matches!(p.term(*e), Term::Unit(..) | Term::Month(..))
        }),
    };
    match n {
        Some((e, n)) if minus => (e, -(n as i8)),
        Some((e, n)) => (e, n as i8),
        None => (i, 0),
    }
}

/// Hour and minutes, where the minutes may be counted back from the hour.
fn back(hour: u8, minute: i8) -> (u8, u8) {
    if minute < 0 {
        ((hour + 23) % 24, (60 + minute).unsigned_abs())
    } else {
        (hour, minute.unsigned_abs())
    }
}

/// "de la tarde", "por la mañana", "p.m.", "am".
fn half(p: &Pieces, i: usize) -> (usize, Option<Half>) {
    if let Some(k) = p.one_of(i, &["de la", "por la", "en la"]) {
        let half = match p.low(k) {
            "manana" | "madrugada" => Half::Morning,
            "tarde" | "noche" => Half::Afternoon,
            _ => return (i, None),
        };
        return (k + 1, Some(half));
    }
    if let Some(k) = p.seq(i, "del mediodia") {
        return (k, Some(Half::Afternoon));
    }
    if p.low(i) == "esta" && p.low(i + 1) == "noche" {
        return (i, Some(Half::Afternoon));
    }
    let of = |letter: &str| {
        if letter == "p" {
            Half::Afternoon
        } else {
            Half::Morning
        }
    };
    match p.low(i) {
        "am" => (i + 1, Some(Half::Morning)),
        "pm" => (i + 1, Some(Half::Afternoon)),
        letter @ ("a" | "p") if p.low(i + 1) == "." && p.at(i + 1).glued && p.low(i + 2) == "m" => {
            let dot = p.low(i + 3) == "." && p.at(i + 3).glued;
            (if dot { i + 4 } else { i + 3 }, Some(of(letter)))
        }
        _ => (i, None),
    }
}

/// A part of the day: "la mañana", "la tarde", "mediodía".
pub(super) fn day_part(p: &Pieces, i: usize) -> Option<(usize, DayPart)> {
    match p.term(i) {
        Term::DayPart(d) => Some((i + 1, d)),
        _ if p.low(i) == "manana" => Some((i + 1, DayPart::Morning)),
        _ => None,
    }
}
