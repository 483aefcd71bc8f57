//! Calendar expressions that name a day, month, quarter, year or longer in figures or by name.

use super::amount::ordinal;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{Dir, Shape, Year};
use dossier_world::words;

words!(pub(super) COUNTED = "time/counted_day.txt");
words!(NUMBERED = "time/numbered.txt");
words!(SHORT_BEFORE = "time/short_month_before.txt");
words!(PAPERS = "time/papers.txt");
words!(FUNCTION = "time/day_closes.txt");

/// A shape and the place behind its words.
pub(super) type Read = Option<(usize, Shape)>;

/// A day of the week; whether it is written in full.
pub(super) fn weekday(p: &Pieces, i: usize) -> Option<(usize, u8, bool)> {
    let Term::Weekday(d, full) = p.term(i) else {
        return None;
    };
    let end = if !full && p.is(i + 1, ".") { i + 2 } else { i + 1 };
    Some((end, d, full))
}

/// A month; whether it is written in full. `beside_number` lets small letters pass where they mean nothing else.
pub(super) fn month(p: &Pieces, i: usize, beside_number: bool) -> Option<(usize, u8, bool)> {
    let Term::Month(m, full) = p.term(i) else {
        return None;
    };
    let piece = p.at(i);
    let verb = matches!(m, 3 | 5) || (!full && matches!(m, 1 | 12));
    if !piece.is_capital() && (verb || !(beside_number || matches!(m, 1 | 2 | 9..=12) && full)) {
        return None;
    }
    let dot = !full && p.is(i + 1, ".") && p.at(i + 1).glued;
    Some((if dot { i + 2 } else { i + 1 }, m, full))
}

/// A year in four figures.
pub(super) fn year(p: &Pieces, i: usize) -> Option<(usize, i16)> {
    match p.term(i) {
        Term::Number {
            value,
            digits: 4,
            plain: true,
        } if (1000.0..2200.0).contains(&value) => {
            let next = p.at(i + 1);
            // "1990s", "2019th", "2000km", "2024%" are something else.
            let other =
                next.glued && (next.text.chars().all(char::is_alphanumeric) || next.any(&["%", ":", "°"]));
            (!other).then_some((i + 1, value as i16))
        }
        _ => None,
    }
}

/// Four figures that are a year if a quarter stands behind them.
pub(super) fn figures_of_year(p: &Pieces, i: usize) -> Option<(usize, i16)> {
    match p.term(i) {
        Term::Number {
            value,
            digits: 4,
            plain: true,
        } if (1900.0..2100.0).contains(&value) => Some((i + 1, value as i16)),
        _ => None,
    }
}

/// A day of a month, in figures or as an ordinal.
pub(super) fn day(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    // "$12 December 27", "12:30 December"
    if p.before(i).any(&["$", "€", "£", "¥", "#"]) || p.at(i).glued && p.before(i).any(&[":", "."]) {
        return None;
    }
    if let Some((e, n)) = ordinal(p, i) {
        return (1..=31).contains(&n).then_some((e, n as u8));
    }
    match p.term(i) {
        Term::Number {
            value,
            digits,
            plain: true,
        } if digits <= 2 && (1.0..=31.0).contains(&value) => {
            let next = p.at(i + 1);
            let clock = next.any(&[":"]) && matches!(p.term(i + 2), Term::Number { .. }) && p.at(i + 2).glued;
            let letters = next.glued && next.text.chars().all(char::is_alphabetic);
            (!clock && !letters && !next.any(&COUNTED)).then_some((i + 1, value as u8))
        }
        _ => None,
    }
}

/// Year behind a month or day: ", 2025", "2025", "of 2025", "last year", "of this year".
pub(super) fn year_behind(p: &Pieces, i: usize) -> (usize, Year) {
    let k = if p.any(i, &[",", "of", "in"]) { i + 1 } else { i };
    if let Some((e, y)) = year(p, k) {
        return (e, Year::Is(y));
    }
    if let Some((e, n)) = told_year(p, k) {
        // "August, last year" and "August of the year" are as good as "August last year".
        return (e, Year::Shift(n));
    }
    (i, Year::Open)
}

/// "this year", "last year", "next year", "the previous year" is none of them.
pub(super) fn told_year(p: &Pieces, i: usize) -> Option<(usize, i32)> {
    let k = if p.is(i, "the") && p.is(i + 1, "current") {
        i + 1
    } else {
        i
    };
    let n = match () {
        () if p.any(k, &["this", "current"]) => 0,
        () if p.is(k, "last") => -1,
        () if p.is(k, "next") => 1,
        () => return None,
    };
    p.is(k + 1, "year").then_some((k + 2, n))
}

/// Year of a quarter or half: also "of the year".
pub(super) fn year_of(p: &Pieces, i: usize) -> Option<(usize, Year)> {
    let k = if p.any(i, &["of", "in", ","]) { i + 1 } else { i };
    if let Some((e, y)) = year(p, k) {
        return Some((e, Year::Is(y)));
    }
    if let Some((e, n)) = told_year(p, k) {
        return Some((e, Year::Shift(n)));
    }
    (p.is(i, "of") && p.is(k, "the") && p.is(k + 1, "year")).then_some((k + 2, Year::Shift(0)))
}

/// A day with its month, or a month, with what is told of the year.
pub(super) fn dated(p: &Pieces, i: usize) -> Read {
    let (mut k, wd) = match weekday(p, i) {
        Some((e, d, _)) => (if p.is(e, ",") { e + 1 } else { e }, Some(d)),
        None => (i, None),
    };
    if wd.is_some() && p.is(k, "the") {
        k += 1;
    }
    // 14 April 2025, the 14th of April
    let d0 = if p.is(k, "the") && ordinal(p, k + 1).is_some() {
        k + 1
    } else {
        k
    };
    // "Article 5 May be read"
    let numbered = p.before(d0).any(&NUMBERED) && p.before(d0).is_capital();
    if let Some((e, d)) = day(p, d0).filter(|_| !numbered) {
        let of = if p.is(e, "of") { e + 1 } else { p.skip_hyphen(e) };
        if let Some((e, m, _)) = month(p, of, true) {
            let e = if p.at(e).is_dash() && year(p, e + 1).is_some() {
                e + 1
            } else {
                e
            };
            let (e, year) = year_behind(p, e);
            return Some((
                e,
                Shape::Day {
                    year,
                    month: Some(m),
                    day: d,
                    weekday: wd,
                },
            ));
        }
    }
    // April 14, 2025; April the 14th
    let (e, m, full) = month(p, k, true)?;
    let the = if p.is(e, "the") { e + 1 } else { e };
    if let Some((e, d)) = day(p, the) {
        let (e, year) = year_behind(p, e);
        return Some((
            e,
            Shape::Day {
                year,
                month: Some(m),
                day: d,
                weekday: wd,
            },
        ));
    }
    let (e2, y) = year_behind(p, e);
    if wd.is_some() || month(p, k, false).is_none() && !matches!(y, Year::Is(_)) {
        return None;
    }
    if y == Year::Open && !full {
        // "Jun" and "Mar" are names; an abbreviation needs its dot and a preposition to stand alone.
        let dot = p.is(e.wrapping_sub(1), ".");
        if !(dot && p.before(i).any(&SHORT_BEFORE)) {
            return None;
        }
    }
    Some((e2, Shape::Month { year: y, month: m }))
}

/// "Monday", with "last week" behind it or "next week" before it.
pub(super) fn weekday_alone(p: &Pieces, i: usize) -> Read {
    let (e, day, full) = weekday(p, i)?;
    // "the last Sunday of the war" is told from the war.
    let of = p.is(e, "of") && p.any(e + 1, &["the", "a", "an", "his", "her", "their", "its"]);
    if !full || of || super::holiday::in_name(p, i, e) {
        return None;
    }
    // "next week on Tuesday"
    let w = if p.before(i).any(&["on", ","]) {
        i.wrapping_sub(2)
    } else {
        i.wrapping_sub(1)
    };
    if full && p.is(w, "week") && p.any(w.wrapping_sub(1), &["last", "this", "next"]) {
        let n = match p.at(w.wrapping_sub(1)) {
            x if x.is("last") => -1,
            x if x.is("next") => 1,
            _ => 0,
        };
        return Some((
            e,
            Shape::Weekday {
                day,
                dir: Dir::Week(n),
            },
        ));
    }
    // "Tuesday the 11th"
    if let Some((end, d)) =
        ordinal(p, e + 1).filter(|_| p.is(e, "the") && (p.at(e + 2).glued || !p.at(e + 2).is_small()))
    {
        let digits = matches!(p.term(e + 1), Term::Number { .. });
        if digits && (1..=31).contains(&d) && month(p, end, true).is_none() && !p.is(end, "of") {
            return Some((
                end,
                Shape::Day {
                    year: Year::Open,
                    month: None,
                    day: d as u8,
                    weekday: Some(day),
                },
            ));
        }
    }
    let k = if p.is(e, "of") { e + 1 } else { e };
    let shift = match () {
        () if p.is(k, "last") => Some(-1),
        () if p.is(k, "this") => Some(0),
        () if p.is(k, "next") => Some(1),
        () => None,
    };
    if let Some(n) = shift
        && p.is(k + 1, "week")
    {
        return Some((
            k + 2,
            Shape::Weekday {
                day,
                dir: Dir::Week(n),
            },
        ));
    }
    if PAPERS.has(p.at(e).text)
        || (p.any(e, &["night"]) && p.any(e + 1, &["football", "live", "lights"]))
        || p.before(i)
            .any(&["bloody", "super", "sheffield", "black", "holy", "girl"])
            && p.before(i).is_capital()
    {
        return None;
    }
    Some((e, Shape::Weekday { day, dir: Dir::Bare }))
}

/// Whether a bare number that ends at `i` is no count of what follows ("April 14 and 15 were").
pub(super) fn closes(p: &Pieces, i: usize) -> bool {
    let n = p.at(i);
    !n.text
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '%' || c == '$')
        || n.any(&FUNCTION)
        || n.is_capital() && !n.glued
}
