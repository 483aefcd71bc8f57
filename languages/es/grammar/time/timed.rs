//! Clock times and parts of the day with the day they belong to.

use dossier_annotate::time::{DayPart, Shape, Term};

use super::clock::{clock, day_part};
use super::date::{Read, weekday_alone};
use super::lex::Pieces;
use super::read::calendar_at;
use super::relative::{directed, named};

/// A clock time or part of a day, with the day told behind it: "a las 5 de la tarde del lunes".
pub(super) fn timed(p: &Pieces, i: usize) -> Read {
    if let Some((e, clock)) = clock(p, i) {
        return Some(match behind(p, e) {
            Some((e, day)) => (
                e,
                Shape::At {
                    clock,
                    day: Some(Box::new(day)),
                },
            ),
            None => (e, Shape::At { clock, day: None }),
        });
    }
    let k = p.skip(i, &["la", "el", "al"]);
    let (e, part) = day_part(p, k)?;
    let noon = matches!(part, DayPart::Midday | DayPart::Midnight);
    if k == i && !noon {
        return None;
    }
    if let Some((e, day)) = behind(p, e) {
        return Some((
            e,
            Shape::In {
                part,
                day: Some(Box::new(day)),
            },
        ));
    }
    // "por la mañana" of the day told last
    let placed = p.any(i.wrapping_sub(1), &["por", "en", "durante", "a", "de", "hasta"]) || noon;
    let day = (!noon).then(|| Box::new(Shape::Same));
    placed.then_some((e, Shape::In { part, day }))
}

/// A day behind a clock time: "del lunes", "de hoy", ", 14 de octubre", "mañana".
fn behind(p: &Pieces, i: usize) -> Read {
    let k = p
        .one_of(i, &["de", "del", ",", "el", "de el", "- el"])
        .unwrap_or(i);
    a_day(p, p.skip(k, &["el"]))
}

/// An expression that names one day.
pub(super) fn a_day(p: &Pieces, i: usize) -> Read {
    let mut best: Read = None;
    for r in [
        calendar_at(p, i),
        directed(p, i),
        named(p, i),
        weekday_alone(p, i),
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

/// A clock time or part of the day behind a day: "mañana a las 9", "el martes por la tarde".
pub(super) fn with_time(p: &Pieces, end: usize, shape: Shape) -> (usize, Shape) {
    if let Shape::In { day: Some(day), part } = &shape
        && let Some((e, mut clock)) = clock(p, p.skip(end, &[",", "a"]))
    {
        // "anoche a las 8" is after noon.
        let late = matches!(part, DayPart::Afternoon | DayPart::Evening | DayPart::Night);
        if late && (1..12).contains(&clock.time.hour()) {
            let hour = clock.time.hour() + 12;
            clock.time = jiff::civil::Time::new(hour, clock.time.minute(), clock.time.second(), 0)
                .unwrap_or(clock.time);
        }
        let day = Some(day.clone());
        return (e, Shape::At { clock, day });
    }
    if !shape.is_day() || matches!(shape, Shape::Same) {
        return (end, shape);
    }
    let day = |shape: Shape| Some(Box::new(shape));
    if let Some(k) = p.one_of(end, &["por la", "en la", "de la", "a la", "al", "a"])
        && let Some((e, part)) = day_part(p, k)
    {
        return match clock(p, e) {
            Some((e, clock)) => (
                e,
                Shape::At {
                    clock,
                    day: day(shape),
                },
            ),
            None => (
                e,
                Shape::In {
                    part,
                    day: day(shape),
                },
            ),
        };
    }
    let k = p.one_of(end, &[",", ") -", "-"]).unwrap_or(end);
    let sure = matches!(p.term(k), Term::Number { .. } | Term::Cardinal(_)) || p.any(k, &["a", "las", "la"]);
    match clock(p, k).filter(|_| sure) {
        Some((e, clock)) => (
            e,
            Shape::At {
                clock,
                day: day(shape),
            },
        ),
        None => (end, shape),
    }
}
