//! What narrows an expression, and the short forms that need their surroundings.

use super::amount::ordinal;
use super::clock;
use super::date;
use super::date::Read;
use super::lex::Pieces;
use super::lexicon::Term;
use super::read::calendar_at;
use super::relative;
use dossier_annotate::time::{Dir, Part, Shape, Unit, Year};

/// How "early", "the end of" and the like narrow what follows.
pub(super) fn part(p: &Pieces, i: usize) -> Option<(usize, Part)> {
    let s = if p.any(i, &["the", "very"]) { i + 1 } else { i };
    let s = if p.is(s, "very") { s + 1 } else { s };
    let of = |k: usize| p.is(k, "of").then_some(k + 1);
    match () {
        () if p.is(s, "early") && p.is(s + 1, "in") => Some((s + 2, Part::Early)),
        () if p.is(s, "late") && p.is(s + 1, "in") => Some((s + 2, Part::Late)),
        () if p.any(s, &["early", "earlier"]) => {
            Some((of(s + 1).unwrap_or(p.skip_hyphen(s + 1)), Part::Early))
        }
        () if p.is(s, "mid") => Some((p.skip_hyphen(s + 1), Part::Mid)),
        () if p.is(s, "middle") => of(s + 1).map(|k| (k, Part::Mid)),
        () if p.any(s, &["late", "latter"]) => Some((p.skip_hyphen(s + 1), Part::Late)),
        () if p.is(s, "end") && p.at(s + 1).is_dash() => Some((s + 2, Part::End)),
        () if p.is(s, "end") => of(s + 1).map(|k| (k, Part::End)),
        () if p.any(s, &["beginning", "start", "turn"]) => of(s + 1).map(|k| (k, Part::Start)),
        () => None,
    }
}

/// Units that "the end of" may narrow when told with "the".
pub(super) fn the_unit(p: &Pieces, i: usize) -> Read {
    let k = if p.any(i, &["the", "this"]) {
        i + 1
    } else {
        return None;
    };
    match p.term(k) {
        Term::Unit(
            unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Decade | Unit::Century | Unit::Quarter),
            false,
        ) => (!p.is(k + 1, "of")).then_some((k + 1, Shape::Shift { unit, n: 0 })),
        _ => None,
    }
}

/// "early 2024", "the end of last year", "mid-June", "late Monday", "the beginning of the 1990s".
pub(super) fn narrowed(p: &Pieces, i: usize) -> Read {
    let (k, part) = part(p, i)?;
    let mut whole: Read = None;
    let mut offer = |r: Read| {
        if let Some((e, s)) = r
            && whole.as_ref().is_none_or(|b| e > b.0)
            && s.is_calendar()
        {
            whole = Some((e, s));
        }
    };
    offer(calendar_at(p, k));
    offer(relative::directed(p, k));
    offer(the_unit(p, k));
    offer(date::year(p, k).map(|(e, y)| (e, Shape::Year(Year::Is(y)))));
    offer(date::weekday_alone(p, k));
    offer(relative::named(p, k));
    let (e, whole) = whole?;
    if p.is(i, "earlier") {
        return None;
    }
    if matches!(whole, Shape::Later { .. } | Shape::Same | Shape::Away { .. }) {
        return None;
    }
    // "late Monday night": the part of the day tells more than the half of it.
    if whole.is_day()
        && matches!(part, Part::Early | Part::Late)
        && let Some((e, night)) = clock::day_part(p, e)
    {
        return Some((
            e,
            Shape::In {
                part: night,
                day: Some(Box::new(whole)),
            },
        ));
    }
    Some((
        e,
        Shape::Of {
            part,
            whole: Box::new(whole),
        },
    ))
}

/// "the 14th" behind "on", where no noun follows it.
pub(super) fn day_of_this_month(p: &Pieces, i: usize) -> Read {
    if !p.is(i, "the") || !p.before(i).any(&["on", "until", "by", "since"]) {
        return None;
    }
    let (e, d) = ordinal(p, i + 1)?;
    let figures = matches!(p.term(i + 1), Term::Number { .. });
    // "the 20th of this month" tells the day; that of another month stays open.
    if figures
        && (1..=31).contains(&d)
        && p.any(e + 1, &["this", "the"])
        && p.is(e, "of")
        && p.is(e + 2, "month")
    {
        return Some((
            e + 3,
            Shape::Day {
                year: Year::Open,
                month: None,
                day: d as u8,
                weekday: None,
            },
        ));
    }
    ((1..=31).contains(&d)
        && figures
        && date::closes(p, e)
        && !p.at(e).is_capital()
        && !p.is(e, "of")
        && !p.at(e).is_dash())
    .then_some({
        (
            e,
            Shape::Day {
                year: Year::Open,
                month: None,
                day: d as u8,
                weekday: None,
            },
        )
    })
}

/// "the weekend", told by the tense.
pub(super) fn weekend(p: &Pieces, i: usize) -> Read {
    (p.is(i, "the")
        && p.is(i + 1, "weekend")
        && p.before(i).any(&["over", "at", "during", "on", "for", "by"]))
    .then_some((i + 2, Shape::Weekend(Dir::Bare)))
}

/// "year-end", "the year's end", "month-end".
pub(super) fn year_end(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    if p.is(s, "yearend") {
        return Some((s + 1, ended(Unit::Year)));
    }
    let Term::Unit(unit @ (Unit::Year | Unit::Month | Unit::Quarter), false) = p.term(s) else {
        return None;
    };
    let k = match () {
        () if p.at(s + 1).is_apostrophe() && p.is(s + 2, "s") => s + 3,
        () if p.at(s + 1).is_dash() && p.at(s + 1).glued => s + 2,
        () if p
            .before(s)
            .any(&["by", "at", "before", "until", "since", "towards", "toward"]) =>
        {
            s + 1
        }
        () => return None,
    };
    (p.is(k, "end") && !p.at(k + 1).is_dash()).then(|| (k + 1, ended(unit)))
}

fn ended(unit: Unit) -> Shape {
    Shape::Of {
        part: Part::End,
        whole: Box::new(Shape::Shift { unit, n: 0 }),
    }
}

/// "'98" behind a preposition.
pub(super) fn short_year(p: &Pieces, i: usize) -> Read {
    if !p.at(i).is_apostrophe()
        || !p.before(i).any(&["in", "since", "of", "from", "by", "until"])
        || p.at(i).glued
    {
        return None;
    }
    match p.term(i + 1) {
        Term::Number {
            value,
            digits: 2,
            plain: true,
        } if p.at(i + 1).glued && !p.at(i + 2).glued || p.any(i + 2, &[",", "."]) => {
            let y = value as i16;
            Some((
                i + 2,
                Shape::Year(Year::Is(if y <= 30 { 2000 + y } else { 1900 + y })),
            ))
        }
        _ => None,
    }
}
