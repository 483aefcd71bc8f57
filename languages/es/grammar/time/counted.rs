//! Distances and lengths that are counted: "hace tres días", "dentro de dos semanas", "durante cinco años".

use dossier_annotate::time::{Reference, Shape, Tense, Term, Unit};

use super::amount::amount;
use super::date::{Read, weekday_alone};
use super::lex::Pieces;
use super::read::calendar_at;
use super::relative::{directed, named};
use super::tense;

/// An amount and its unit: the place behind them, the number and the unit.
fn length(p: &Pieces, i: usize) -> Option<(usize, Option<f64>, Unit)> {
    let (e, mut n) = amount(p, i)?;
    let (unit, plural) = match p.term(e) {
        Term::Unit(unit, plural) => (unit, plural),
        Term::Ordinal(2) if p.low(e) == "segundo" && n == Some(1.0) => (Unit::Second, false),
        _ => return None,
    };
    // "tres día" is none, but short forms have one form alone.
    if !plural && n.is_none_or(|n| n > 1.0) && !p.any(e, &["min", "h"]) && n.is_none_or(|n| n.fract() == 0.0)
    {
        return None;
    }
    let mut end = e + 1;
    if p.low(end) == "y" && p.any(end + 1, &["medio", "media"]) {
        n = n.map(|n| n + 0.5);
        end += 2;
    }
    Some((end, n, unit))
}

/// The value of a length; halves of hours are told in minutes.
fn written(unit: Unit, n: Option<f64>) -> String {
    match n.filter(|n| unit == Unit::Hour && n.fract() == 0.5) {
        Some(n) if n < 1.0 => "PT30M".to_owned(),
        Some(n) => format!("PT{}H30M", n.trunc()),
        None => unit.duration(n),
    }
}

/// "hace tres días", "desde hace un mes", "hace años".
pub(super) fn ago(p: &Pieces, i: usize) -> Read {
    let k = match p.low(i) {
        "hace" => p
            .one_of(i + 1, &["mas de", "menos de", "casi", "cerca de", "apenas"])
            .unwrap_or(i + 1),
        _ => return None,
    };
    if let Some((e, n, unit)) = length(p, k) {
        return Some((p.skip(e, &["atras"]), Shape::Away { n, unit, past: true }));
    }
    match p.term(k) {
        Term::Unit(_, true) => Some((k + 1, Shape::Ref(Reference::Past))),
        _ if p.any(k, &["poco", "mucho"]) => Some((p.skip(k + 1, &["tiempo"]), Shape::Ref(Reference::Past))),
        _ => None,
    }
}

/// "dentro de dos semanas", "en dos meses" of what is to come.
pub(super) fn ahead(p: &Pieces, i: usize) -> Read {
    let (k, sure) = match () {
        () if p.seq(i, "dentro de").is_some() => (i + 2, true),
        () if p.low(i) == "en" => (i + 1, false),
        () => return None,
    };
    let (e, n, unit) = length(p, k)?;
    let fits = sure || tense::of(p, i, e) == Tense::Future && n.is_some();
    fits.then_some((e, Shape::Away { n, unit, past: false }))
}

/// "dos días después de Navidad", "tres semanas a partir de mañana", "dos días después", "tres días", "una hora".
pub(super) fn counted(p: &Pieces, i: usize) -> Read {
    let hedge = p
        .one_of(i, &["mas de", "menos de", "al menos", "cerca de", "casi"])
        .unwrap_or(i);
    let (e, n, unit) = length(p, hedge)?;
    if let Some(k) = p.low(e).eq("atras").then_some(e + 1) {
        return Some((k, Shape::Away { n, unit, past: true }));
    }
    let from = p
        .one_of(
            e,
            &[
                "despues de",
                "despues del",
                "a partir de",
                "a partir del",
                "desde",
            ],
        )
        .map(|k| (k, 1.0))
        .or_else(|| {
            p.one_of(e, &["antes de", "antes del", "anteriores a", "anteriores de"])
                .map(|k| (k, -1.0))
        });
    if let Some((k, side)) = from
        && let Some(n) = n
    {
        let now = (p.low(k) == "ahora").then_some((k + 1, Shape::Days(0)));
        let base = now
            .filter(|_| !unit.is_clock())
            .or_else(|| calendar_at(p, k))
            .or_else(|| directed(p, k))
            .or_else(|| named(p, k))
            .or_else(|| weekday_alone(p, k));
        if let Some((end, base)) = base.filter(|b| b.1.is_day() || unit == Unit::Year) {
            // A week from a day is a day again.
            let (n, unit) = match (unit.days(), base.is_day()) {
                (Some(days), true) => (n * f64::from(days), Unit::Day),
                _ => (n, unit),
            };
            return Some((
                end,
                Shape::From {
                    n: n * side,
                    unit,
                    base: Box::new(base),
                },
            ));
        }
    }
    if let Some(n) = n
        && !p.any(e + 1, &["de", "del", "que"])
    {
        match p.low(e) {
            "despues" => return Some((e + 1, Shape::Later { n, unit })),
            "antes" => return Some((e + 1, Shape::Later { n: -n, unit })),
            _ => {}
        }
    }
    // "de 33 años": an age.
    let age = unit == Unit::Year && p.before(i) == "de" && !p.any(e, &["de", "por"]) && n.is_some();
    if age || p.seq(e, "de edad").is_some() {
        return None;
    }
    let mut value = written(unit, n);
    let mut end = e;
    // "2 horas y 30 minutos", "un año y dos meses"
    if let Some((e2, Some(m), small)) = length(p, p.skip(e, &["y", ","])).filter(|r| r.2 != unit) {
        let more = small.duration(Some(m));
        let more = if unit.is_clock() {
            more.trim_start_matches("PT")
        } else {
            more.trim_start_matches('P')
        };
        value.push_str(more);
        end = e2;
    }
    Some((end, Shape::Length(value)))
}
