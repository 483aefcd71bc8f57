//! Expressions that point past or beside another: "the week before last", "a week from Monday", "the day before".

use super::amount::amount;
use super::date::Read;
use super::date::weekday;
use super::lex::Pieces;
use super::lexicon::Term;
use super::timed::a_day;
use dossier_annotate::time::{DayPart, Dir, Reference, Shape, Unit};
use dossier_world::words;

words!(ENDS = "time/clause_ends.txt");

/// Any of them at `i`.
pub(super) fn neighbour(p: &Pieces, i: usize) -> Read {
    over_next(p, i)
        .or_else(|| from_day(p, i))
        .or_else(|| day_week(p, i))
        .or_else(|| beside(p, i))
        .or_else(|| ahead(p, i))
}

/// "the week before last", "the Tuesday after next".
fn over_next(p: &Pieces, i: usize) -> Read {
    if !p.is(i, "the") {
        return None;
    }
    let side = |k: usize| match () {
        () if p.seq(k, &["before", "last"]).is_some() => Some(-1),
        () if p.seq(k, &["after", "next"]).is_some() => Some(1),
        () => None,
    };
    if let Some((e, day, true)) = weekday(p, i + 1) {
        let n = side(e)?;
        let dir = if n < 0 { Dir::Last } else { Dir::Next };
        return Some((
            e + 2,
            Shape::From {
                n: f64::from(7 * n),
                unit: Unit::Day,
                base: Box::new(Shape::Weekday { day, dir }),
            },
        ));
    }
    let n = side(i + 2)?;
    match p.term(i + 1) {
        Term::Unit(
            unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade),
            false,
        ) => Some((i + 4, Shape::Shift { unit, n: 2 * n })),
        Term::DayPart(DayPart::Night) if n < 0 => Some((
            i + 4,
            Shape::In {
                part: DayPart::Night,
                day: Some(Box::new(Shape::Days(-2))),
            },
        )),
        _ => None,
    }
}

/// "Friday week": the Friday after the one to come; "today week".
fn day_week(p: &Pieces, i: usize) -> Read {
    let (e, mut base) = a_day(p, i)?;
    let ends = p.at(e + 1).text.is_empty()
        || p.any(
            e + 1,
            &[".", ",", ";", "and", "or", "at", "in", "to", "for", "but"],
        );
    if e != i + 1 || !p.is(e, "week") || !ends {
        return None;
    }
    match &mut base {
        Shape::Weekday {
            dir: dir @ Dir::Bare, ..
        } => *dir = Dir::Coming,
        Shape::Days(0 | 1) => {}
        _ => return None,
    }
    Some((
        e + 1,
        Shape::From {
            n: 7.0,
            unit: Unit::Day,
            base: Box::new(base),
        },
    ))
}

/// "a week from Monday", "two weeks from today".
fn from_day(p: &Pieces, i: usize) -> Read {
    let (e, n) = amount(p, i)?;
    let Term::Unit(unit @ (Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month), _) = p.term(e) else {
        return None;
    };
    // "a week on Friday"
    let on = p.is(e + 1, "on") && unit == Unit::Week && matches!(p.term(e + 2), Term::Weekday(..));
    if !p.is(e + 1, "from") && !on {
        return None;
    }
    let (end, mut base) = a_day(p, e + 2)?;
    if let Shape::Weekday {
        dir: dir @ Dir::Bare, ..
    } = &mut base
    {
        *dir = Dir::Coming;
    }
    // A week from a day is a day again.
    let (n, unit) = match unit {
        Unit::Month => (n?, unit),
        u => (n? * f64::from(u.days()?), Unit::Day),
    };
    Some((
        end,
        Shape::From {
            n,
            unit,
            base: Box::new(base),
        },
    ))
}

/// "the day before", "the year after", "the night before", with nothing behind them; "the previous night".
fn beside(p: &Pieces, i: usize) -> Read {
    if !p.is(i, "the") {
        return None;
    }
    let night = |n: f64| Shape::In {
        part: DayPart::Night,
        day: Some(Box::new(Shape::Later { n, unit: Unit::Day })),
    };
    if p.is(i + 1, "previous") && p.any(i + 2, &["night", "evening"]) {
        return Some((i + 3, night(-1.0)));
    }
    let n = match () {
        () if p.is(i + 2, "before") => -1.0,
        () if p.is(i + 2, "after") => 1.0,
        () => return None,
    };
    let next = p.at(i + 3);
    let ends = next.text.is_empty() || next.any(&ENDS);
    let shape = match p.term(i + 1) {
        Term::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade), false) => {
            Shape::Later { n, unit }
        }
        Term::DayPart(DayPart::Night) => night(n),
        _ => return None,
    };
    ends.then_some((i + 3, shape))
}

/// "the days ahead", "in the months to come".
fn ahead(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let Term::Unit(unit, true) = p.term(k) else {
        return None;
    };
    let placed = p.before(i).any(&["in", "over", "for", "during"]);
    if !placed || unit == Unit::Quarter {
        return None;
    }
    let e = match () {
        () if p.is(k + 1, "ahead") && !p.is(k + 2, "of") => k + 2,
        () if p.seq(k + 1, &["to", "come"]).is_some() => k + 3,
        () => return None,
    };
    Some((e, Shape::Ref(Reference::Future)))
}
