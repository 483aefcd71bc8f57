//! What narrows an expression: "a principios de mayo", "a finales de año".

use dossier_annotate::time::{Part, Shape, Term, Unit, Year};

use super::date::{Read, told_year};
use super::lex::Pieces;
use super::read::calendar_at;
use super::relative::{directed, named};

/// How words narrow what follows, and the place behind them.
fn part(p: &Pieces, i: usize) -> Option<(usize, Part)> {
    let k = p.one_of(i, &["a", "al", "el", "hacia"]).unwrap_or(i);
    let part = match p.low(k) {
        "principios" | "comienzos" | "inicios" | "primeros" => Part::Early,
        "mediados" => Part::Mid,
        "finales" | "fines" => Part::Late,
        "inicio" | "comienzo" | "principio" => Part::Start,
        "final" | "fin" => Part::End,
        _ => return None,
    };
    let e = p.one_of(k + 1, &["de los", "de", "del"])?;
    Some((e, part))
}

/// "a principios de mayo", "a finales de la semana pasada", "fin de año".
pub(super) fn narrowed(p: &Pieces, i: usize) -> Read {
    let (k, part) = part(p, i)?;
    let the = p.skip(k, &["el", "la", "los"]);
    let unit = match p.term(the) {
        Term::Unit(
            unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Decade | Unit::Century | Unit::Quarter),
            false,
        ) => Some((the + 1, Shape::Shift { unit, n: 0 })),
        _ => None,
    };
    // "el fin de semana" is the weekend.
    if p.low(i) != "al" && part == Part::End && the == k && matches!(p.term(k), Term::Unit(Unit::Week, _)) {
        return None;
    }
    let mut whole: Read = None;
    let told = told_year(p, k).map(|(e, n)| (e, Shape::Year(Year::Shift(n))));
    let all = [calendar_at(p, k), directed(p, k), named(p, k), told, unit];
    for (e, shape) in all.into_iter().flatten() {
        if shape.is_calendar() && whole.as_ref().is_none_or(|w| e > w.0) {
            whole = Some((e, shape));
        }
    }
    let (e, whole) = whole?;
    Some((
        e,
        Shape::Of {
            part,
            whole: Box::new(whole),
        },
    ))
}

/// "el año", "la semana", "el mes" behind "en" or "por": the one that is.
pub(super) fn the_unit(p: &Pieces, i: usize) -> Read {
    let Some(Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year), false)) =
        p.any(i, &["el", "la"]).then(|| p.term(i + 1))
    else {
        return None;
    };
    let ends = p.at(i + 2).text.is_empty() || p.any(i + 2, &[".", ",", ";"]);
    (p.any(i.wrapping_sub(1), &["en", "por", "durante"]) && ends)
        .then_some((i + 2, Shape::Shift { unit, n: 0 }))
}
