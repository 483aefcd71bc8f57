//! Expressions that are counted from today: "ayer", "la semana pasada", "los próximos tres días".

use dossier_annotate::time::{DayPart, Dir, Reference, Shape, Term, Unit, Year};

use super::amount::amount;
use super::date::{Read, month, weekday};
use super::lex::{FEASTS, Pieces};

dossier_world::table!(SIDES = "time/sides.tsv");

/// Words for days, and the ones that have no date.
pub(super) fn named(p: &Pieces, i: usize) -> Read {
    let night = |end: usize, part: DayPart, n: i32| {
        let day = Some(Box::new(Shape::Days(n)));
        Some((end, Shape::In { part, day }))
    };
    match p.low(i) {
        "hoy" => {
            let e = p.one_of(i + 1, &["en dia", "mismo"]).unwrap_or(i + 1);
            let now = p.low(i + 1) == "en" && e > i + 1;
            Some((
                e,
                if now {
                    Shape::Ref(Reference::Present)
                } else {
                    Shape::Days(0)
                },
            ))
        }
        "ayer" => Some((i + 1, Shape::Days(-1))),
        "anteayer" | "antier" => Some((i + 1, Shape::Days(-2))),
        "antes" => p.seq(i, "antes de ayer").map(|e| (e, Shape::Days(-2))),
        "pasado" => p.seq(i, "pasado manana").map(|e| (e, Shape::Days(2))),
        "manana" => {
            // "la mañana", "por la mañana" are the morning; "al final de mañana" is tomorrow's.
            let of = p.before(i) == "de" && p.any(i.wrapping_sub(2), &["final", "fin", "finales", "partir"]);
            let morning = p.any(i.wrapping_sub(1), &["la", "una", "cada", "de", "esa", "aquella"]);
            (!morning || of).then_some((i + 1, Shape::Days(1)))
        }
        "anoche" => night(i + 1, DayPart::Night, -1),
        "anteanoche" => night(i + 1, DayPart::Night, -2),
        "esta" => match p.low(i + 1) {
            "manana" => night(i + 2, DayPart::Morning, 0),
            "tarde" => night(i + 2, DayPart::Afternoon, 0),
            "noche" => night(i + 2, DayPart::Night, 0),
            "madrugada" => night(i + 2, DayPart::Morning, 0),
            _ => None,
        },
        "ahora" => Some((p.skip(i + 1, &["mismo"]), Shape::Ref(Reference::Present))),
        "actualmente" => Some((i + 1, Shape::Ref(Reference::Present))),
        "recientemente" => Some((i + 1, Shape::Ref(Reference::Past))),
        "el" => {
            if let Some(e) = p.seq(i, "el mismo dia") {
                return Some((e, Shape::Same));
            }
            p.one_of(i, &["el dia siguiente", "el dia despues"])
                .map(|e| (e, later(1.0, Unit::Day)))
                .or_else(|| {
                    p.one_of(i, &["el dia anterior", "el dia antes"])
                        .map(|e| (e, later(-1.0, Unit::Day)))
                })
        }
        "al" => p.seq(i, "al dia siguiente").map(|e| (e, later(1.0, Unit::Day))),
        "ese" => p
            .seq(i, "ese mismo dia")
            .or_else(|| p.seq(i, "ese dia"))
            .map(|e| (e, Shape::Same)),
        "aquel" => p.seq(i, "aquel dia").map(|e| (e, Shape::Same)),
        _ => None,
    }
}

fn later(n: f64, unit: Unit) -> Shape {
    Shape::Later { n, unit }
}

/// Which side a word points to; what makes "this", "next", "last".
fn side(word: &str) -> Option<(i32, Dir)> {
    Some(match SIDES.value(word)? {
        "next" => (1, Dir::Next),
        "last" => (-1, Dir::Last),
        _ => (0, Dir::This),
    })
}

/// The side that words behind a noun point to: "pasado", "que viene", "siguiente".
fn side_behind(p: &Pieces, i: usize) -> Option<(usize, i32, Dir)> {
    if let Some(e) = p.one_of(i, &["que viene", "que vienen", "que entra"]) {
        return Some((e, 1, Dir::Next));
    }
    if p.any(i, &["este", "esta", "estos", "estas"]) {
        return None;
    }
    let (n, dir) = side(p.low(i))?;
    Some((i + 1, n, dir))
}

/// "la semana pasada", "el próximo lunes", "este verano", "los últimos dos años", "el mes que viene".
pub(super) fn directed(p: &Pieces, i: usize) -> Read {
    let the = p.skip(i, &["el", "la", "los", "las", "lo"]);
    if let Some((n, dir)) = side(p.low(the)) {
        // "los próximos tres días", "las últimas 24 horas"
        if n != 0
            && let Some(r) = over(p, the + 1, n)
        {
            return Some(r);
        }
        if let Some(r) = what(p, the + 1, n, dir) {
            return Some(r);
        }
        return None;
    }
    if let Some((e, count)) = amount(p, the) {
        // "2 próximos meses", "5 años pasados", "los 4 días siguientes"
        if let Some((n, _)) = side(p.low(e)).filter(|s| s.0 != 0)
            && let Term::Unit(unit, _) = p.term(e + 1)
        {
            return Some((e + 2, over_shape(count, unit, n)));
        }
        let Term::Unit(unit, true) = p.term(e) else {
            return None;
        };
        let k = p.skip(e + 1, &["laborables", "habiles"]);
        let (end, n, _) = side_behind(p, k)?;
        return (n != 0).then(|| (end, over_shape(count, unit, n)));
    }
    // "la semana pasada"
    let (e, n, dir) = noun_then_side(p, the)?;
    let (end, shape) = what(p, the, n, dir)?;
    // "la semana después de la próxima"
    (end <= e).then_some((e, shape))
}

/// The place behind the side that stands behind a noun, and the side.
fn noun_then_side(p: &Pieces, i: usize) -> Option<(usize, i32, Dir)> {
    let k = match p.term(i) {
        Term::Unit(_, false) | Term::Weekday(..) | Term::Month(..) | Term::Season(_) => i + 1,
        _ if p.low(i) == "fin" => p.seq(i, "fin de semana")?,
        _ => return None,
    };
    let k = if p.low(k) == "." { k + 1 } else { k };
    side_behind(p, k).or_else(|| week_behind(p, i, k))
}

/// "el lunes de la próxima semana", "el martes la semana que viene": the side of the week.
fn week_behind(p: &Pieces, i: usize, k: usize) -> Option<(usize, i32, Dir)> {
    if !matches!(p.term(i), Term::Weekday(..)) {
        return None;
    }
    let (e, n) = week(p, p.skip(k, &["de", ","]))?;
    Some((e, n, Dir::Week(n)))
}

/// "la próxima semana", "la semana pasada", "esta semana": the place behind it and its side.
pub(super) fn week(p: &Pieces, i: usize) -> Option<(usize, i32)> {
    let k = p.skip(i, &["la"]);
    if p.low(k) == "semana" {
        return side_behind(p, k + 1).map(|(e, n, _)| (e, n));
    }
    let (n, _) = side(p.low(k))?;
    (p.low(k + 1) == "semana").then_some((k + 2, n))
}

/// "tres días" behind "los próximos".
fn over(p: &Pieces, i: usize, n: i32) -> Read {
    let (e, count) = amount(p, i)?;
    let Term::Unit(unit, _) = p.term(e) else {
        return None;
    };
    Some((
        p.skip(e + 1, &["laborables", "habiles"]),
        over_shape(count, unit, n),
    ))
}

fn over_shape(n: Option<f64>, unit: Unit, side: i32) -> Shape {
    Shape::Over {
        n,
        unit,
        past: side < 0,
    }
}

/// What "next", "last" and "this" stand with.
fn what(p: &Pieces, i: usize, n: i32, dir: Dir) -> Read {
    if let Some((e, day)) = weekday(p, i) {
        return Some((e, Shape::Weekday { day, dir }));
    }
    if let Some((e, month, true)) = month(p, i) {
        return Some((
            e,
            Shape::Month {
                year: Year::Turn(n),
                month,
            },
        ));
    }
    if let Some(e) = p.seq(i, "fin de semana") {
        return Some((e, Shape::Weekend(dir)));
    }
    if let Some((e, holiday)) = feast(p, i) {
        return Some((
            e,
            Shape::Holiday {
                holiday,
                year: Year::Turn(n),
            },
        ));
    }
    match p.term(i) {
        Term::Season(season) => Some((
            i + 1,
            Shape::Season {
                year: Year::Turn(n),
                season,
                long: false,
            },
        )),
        Term::Unit(Unit::Day, false) => (n != 0).then(|| (i + 1, later(f64::from(n), Unit::Day))),
        Term::Unit(unit, false) if !unit.is_clock() => Some((i + 1, Shape::Shift { unit, n })),
        Term::Unit(_, true) if n != 0 => {
            let r = if n < 0 { Reference::Past } else { Reference::Future };
            Some((i + 1, Shape::Ref(r)))
        }
        _ => None,
    }
}

/// A feast's name at `i`.
pub(super) fn feast(p: &Pieces, i: usize) -> Option<(usize, dossier_annotate::time::Holiday)> {
    let (n, holiday) = FEASTS.find(p.low(i), |k, w| p.low(i + k) == w).next()?;
    Some((i + n, holiday))
}

/// "el mismo mes", "ese año": counted from what was told.
pub(super) fn same(p: &Pieces, i: usize) -> Read {
    let k = match () {
        () if p.any(i, &["ese", "esa", "aquel", "aquella"]) => p.skip(i + 1, &["mismo", "misma"]),
        () if p.any(i, &["mismo", "misma"]) => i + 1,
        () => p.one_of(i, &["el mismo", "la misma"])?,
    };
    match p.term(k) {
        Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year), false) => Some((k + 1, later(0.0, unit))),
        _ => None,
    }
}

/// "más tarde esta semana", "a lo largo de este año" are no such thing: what is left of a unit.
pub(super) fn rest(p: &Pieces, i: usize) -> Read {
    let (k, side) = match () {
        () if p.seq(i, "mas tarde").is_some() => (i + 2, 1),
        () if p.seq(i, "mas temprano").is_some() => (i + 2, -1),
        () => return None,
    };
    let k = p.skip(k, &["de", "en"]);
    if !p.any(k, &["este", "esta", "el", "la"]) {
        return None;
    }
    match p.term(k + 1) {
        Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), false) => {
            Some((k + 2, Shape::Rest { unit, side }))
        }
        _ => None,
    }
}
