//! Clock times and parts of the day with the day they belong to.

use super::clock;
use super::date;
use super::date::Read;
use super::lex::Pieces;
use super::lexicon::Term;
use super::read::calendar_at;
use super::relative;
use dossier_annotate::time::{DayPart, Shape, Year};
use dossier_world::words;

words!(PART_ENDS = "time/part_after.txt");
words!(NOON_BEFORE = "time/noon_before.txt");

/// A clock time or part of a day, with the day told behind it.
pub(super) fn timed(p: &Pieces, i: usize) -> Read {
    if let Some((e, clock)) = clock::clock(p, i) {
        let k = if p.any(e, &["on", ","]) { e + 1 } else { e };
        if let Some((e2, day)) = a_day(p, k).filter(|_| !p.is(e, ",") || !p.at(e + 1).is_small()) {
            return Some((
                e2,
                Shape::At {
                    clock,
                    day: Some(Box::new(day)),
                },
            ));
        }
        return Some((e, Shape::At { clock, day: None }));
    }
    let k = if p.is(i, "the") { i + 1 } else { i };
    let (e, part) = clock::day_part(p, k)?;
    if p.is(e, "of")
        && let Some((e, day)) = a_day(p, e + 1)
    {
        return Some((
            e,
            Shape::In {
                part,
                day: Some(Box::new(day)),
            },
        ));
    }
    let prev = p.before(i);
    let clock_word = clock_word_of(part) && k == i;
    // "in the morning" of the day told last, "at night"
    let next = p.at(e);
    let ends = !next.text.starts_with(char::is_alphanumeric) && !next.is_dash() || next.any(&PART_ENDS);
    let general = k > i && prev.is("in") || part == DayPart::Night && k == i && prev.is("at");
    if general && ends && !clock_word_of(part) {
        return Some((
            e,
            Shape::In {
                part,
                day: Some(Box::new(Shape::Same)),
            },
        ));
    }
    let fits = clock_word
        && prev.any(&NOON_BEFORE)
        && (!p.at(e).is_capital() || matches!(p.term(e), Term::Weekday(..) | Term::Month(..)));
    if fits {
        let on = if p.is(e, "on") { e + 1 } else { e };
        return Some(match a_day(p, on) {
            Some((e, day)) => (
                e,
                Shape::In {
                    part,
                    day: Some(Box::new(day)),
                },
            ),
            None => (e, Shape::In { part, day: None }),
        });
    }
    None
}

/// "noon" and "midnight" are points of time.
fn clock_word_of(part: DayPart) -> bool {
    matches!(part, DayPart::Midday | DayPart::Midnight)
}

/// An expression that names one day.
pub(super) fn a_day(p: &Pieces, i: usize) -> Read {
    let mut best: Read = None;
    for r in [
        calendar_at(p, i),
        relative::directed(p, i),
        relative::named(p, i),
        date::weekday_alone(p, i),
    ]
    .into_iter()
    .flatten()
    {
        let day = match &r.1 {
            Shape::In { day: Some(d), .. } => Some((r.0, (**d).clone())),
            s if s.is_day() => Some(r),
            _ => None,
        };
        if let Some(d) = day
            && best.as_ref().is_none_or(|b| d.0 > b.0)
        {
            best = Some(d);
        }
    }
    best
}

/// A part of the day or clock time behind a day: "Monday morning", "tomorrow at 9 a.m.".
pub(super) fn with_time(p: &Pieces, end: usize, shape: Shape) -> (usize, Shape) {
    // "last night at 8 p.m."
    if let Shape::In { day: Some(day), .. } = &shape
        && let Some((e, clock)) = clock::clock(p, if p.is(end, "at") { end + 1 } else { end })
    {
        let day = Some(day.clone());
        return (e, Shape::At { clock, day });
    }
    if !shape.is_day() || matches!(shape, Shape::Same) {
        return (end, shape);
    }
    // "Tuesday in the morning"
    if let Some(k) = p.seq(end, &["in", "the"])
        && let Some((e, part)) = clock::day_part(p, k)
        && !clock_word_of(part)
        && !p.is(e, "of")
    {
        return (
            e,
            Shape::In {
                part,
                day: Some(Box::new(shape)),
            },
        );
    }
    if let Some((e, part)) = clock::day_part(p, end)
        && !matches!(part, DayPart::Midnight)
    {
        return (
            e,
            Shape::In {
                part,
                day: Some(Box::new(shape)),
            },
        );
    }
    let k = if p.is(end, ",") { end + 1 } else { end };
    let k = if p.is(k, "at") || p.at(k).text == "T" && p.at(k).glued {
        k + 1
    } else {
        k
    };
    if let Some((e, part)) = clock::day_part(p, k).filter(|r| k > end && clock_word_of(r.1)) {
        return (
            e,
            Shape::In {
                part,
                day: Some(Box::new(shape)),
            },
        );
    }
    // Behind a full date figures with a colon are a clock time, whatever stands around them.
    let full = matches!(shape.year(), Some(Year::Is(_))) || matches!(shape, Shape::Slashed { .. });
    let read = if full {
        clock::clock_at(p, k, true)
    } else {
        clock::clock(p, k)
    };
    if let Some((e, clock)) = read {
        return (
            e,
            Shape::At {
                clock,
                day: Some(Box::new(shape)),
            },
        );
    }
    (end, shape)
}
