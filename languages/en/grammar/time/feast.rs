//! Feasts and days that are known by a name or by the week or month they lie in.

use super::amount::ordinal;
use super::date;
use super::date::Read;
use super::holiday;
use super::lex::Pieces;
use super::lexicon::Term;
use super::relative;
use dossier_annotate::time::{Shape, Unit, Year};

/// A feast with what is told of its year.
pub(super) fn feast(p: &Pieces, i: usize) -> Read {
    let (e, holiday) = holiday::find(p, i)?;
    if p.is(e, "weekend") {
        let year = date::year(p, e + 1);
        let base = Box::new(Shape::Holiday {
            holiday,
            year: year.map_or(Year::Open, |(_, y)| Year::Is(y)),
        });
        return Some((year.map_or(e + 1, |(e, _)| e), Shape::WeekendOf(base)));
    }
    let k = if p.is(e, ",") { e + 1 } else { e };
    if let Some((e, y)) = date::year(p, k) {
        return Some((
            e,
            Shape::Holiday {
                holiday,
                year: Year::Is(y),
            },
        ));
    }
    if p.any(e, &["last", "this", "next"]) && p.is(e + 1, "year") {
        let n = if p.is(e, "last") {
            -1
        } else {
            i32::from(p.is(e, "next"))
        };
        return Some((
            e + 2,
            Shape::Holiday {
                holiday,
                year: Year::Shift(n),
            },
        ));
    }
    Some((
        e,
        Shape::Holiday {
            holiday,
            year: Year::Open,
        },
    ))
}

/// "the week of April 14".
pub(super) fn week_of(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let of = p
        .seq(k, &["week", "of"])
        .or_else(|| p.seq(k, &["week", "beginning"]))
        .or_else(|| p.seq(k, &["week", "starting"]))
        .or_else(|| p.seq(k, &["week", "commencing"]))?;
    let (e, base) = date::dated(p, of)?;
    base.is_day().then(|| (e, Shape::WeekOf(Box::new(base))))
}

/// "the last week of July", "the first day of 2025".
pub(super) fn day_or_week_in(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let (e, n) = if p.any(k, &["last", "final"]) {
        (k + 1, 0)
    } else {
        ordinal(p, k)?
    };
    let (unit, most) = match p.term(e) {
        Term::Unit(Unit::Day, false) => (Unit::Day, 31),
        Term::Unit(Unit::Week, false) => (Unit::Week, 5),
        _ => return None,
    };
    if n > most || !p.is(e + 1, "of") {
        return None;
    }
    let named = date::dated(p, e + 2).filter(|r| matches!(r.1, Shape::Month { .. }));
    let (end, whole) = named
        .or_else(|| date::year(p, e + 2).map(|(e, y)| (e, Shape::Year(Year::Is(y)))))
        .or_else(|| {
            relative::directed(p, e + 2).filter(|r| matches!(r.1, Shape::Shift { .. } | Shape::Month { .. }))
        })?;
    Some((
        end,
        Shape::Nth {
            n: n as u8,
            unit,
            whole: Box::new(whole),
        },
    ))
}

/// "the last Friday of this month", "the first Monday of July", "the second Tuesday in November 2030".
pub(super) fn nth_weekday(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let (e, n) = if p.any(k, &["last", "final"]) {
        (k + 1, 0)
    } else {
        ordinal(p, k)?
    };
    let (e, day, full) = date::weekday(p, e)?;
    if n > 5 || !full || !p.any(e, &["of", "in"]) {
        return None;
    }
    let named = date::dated(p, e + 1).filter(|r| matches!(r.1, Shape::Month { .. }));
    let pointed = || {
        relative::directed(p, e + 1).filter(|r| {
            matches!(
                r.1,
                Shape::Shift {
                    unit: Unit::Month,
                    ..
                } | Shape::Month { .. }
            )
        })
    };
    let (end, whole) = named.or_else(pointed)?;
    Some((
        end,
        Shape::NthWeekday {
            n: n as u8,
            day,
            whole: Box::new(whole),
        },
    ))
}

/// "9/11" is the name of one day wherever it stands.
pub(super) fn attacks(p: &Pieces, i: usize) -> Read {
    let fits = p.at(i).text == "9"
        && p.at(i + 1).text == "/"
        && p.at(i + 1).glued
        && p.at(i + 2).text == "11"
        && p.at(i + 2).glued;
    let bound = p.at(i).glued && p.before(i).any(&["/", "-"])
        || p.at(i + 3).glued && p.at(i + 3).any(&["/", "-", "%"]);
    (fits && !bound).then(|| {
        (
            i + 3,
            Shape::Day {
                year: Year::Is(2001),
                month: Some(9),
                day: 11,
                weekday: None,
            },
        )
    })
}

/// Days that go by their date alone: the attacks of September 11 (2001) and January 6 (2021).
pub(super) fn known_day(p: &Pieces, end: usize, shape: Shape) -> Shape {
    let Shape::Day {
        year: Year::Open,
        month: Some(m),
        day,
        weekday,
    } = shape
    else {
        return shape;
    };
    let k = if p.at(end).is(",") { end + 1 } else { end };
    let year = match (m, day) {
        (9, 11) if p.any(k, &["attacks", "terrorist", "terror", "hijackers", "hijackings"]) => Year::Is(2001),
        (1, 6) if p.any(k, &["insurrection", "riot", "rioters", "capitol", "committee"]) => Year::Is(2021),
        _ => Year::Open,
    };
    Shape::Day {
        year,
        month: Some(m),
        day,
        weekday,
    }
}
