//! Recurring times: "cada lunes", "todos los días", "dos veces por semana".

use dossier_annotate::time::{Shape, Term};

use super::amount::cardinal;
use super::date::{Read, month, weekday};
use super::lex::Pieces;

/// Any of them at `i`.
pub(super) fn set(p: &Pieces, i: usize) -> Read {
    let every = |end: usize, v: String| Some((end, Shape::Every(v)));
    if let Term::Weekdays(d) = p.term(i) {
        return every(i + 1, format!("XXXX-WXX-{d}"));
    }
    if let Some(k) = p.one_of(i, &["todos los", "todas las", "cada"]) {
        let (e, v) = each(p, k)?;
        return every(e, v);
    }
    // "dos veces por semana", "tres veces al año"
    if let Some((e, _)) = cardinal(p, i)
        && p.any(e, &["vez", "veces"])
        && let Some(k) = p.one_of(e + 1, &["por", "al", "a la", "cada"])
        && let Term::Unit(unit, false) = p.term(k)
    {
        return every(k + 1, unit.duration(Some(1.0)));
    }
    let value = match p.low(i) {
        "diariamente" | "diario" | "diaria" => "P1D",
        "semanalmente" | "semanal" => "P1W",
        "mensualmente" | "mensual" => "P1M",
        "trimestral" => "P3M",
        "anualmente" | "anual" => "P1Y",
        _ => return None,
    };
    let name = p.at(i).is_capital() && i > 0;
    (!name).then(|| every(i + 1, value.to_owned()))?
}

/// Behind "cada".
fn each(p: &Pieces, i: usize) -> Option<(usize, String)> {
    if let Some((e, d)) = weekday(p, i) {
        return Some((e, format!("XXXX-WXX-{d}")));
    }
    if let Term::Weekdays(d) = p.term(i) {
        return Some((i + 1, format!("XXXX-WXX-{d}")));
    }
    if let Some((e, m, true)) = month(p, i) {
        return Some((e, format!("XXXX-{m:02}")));
    }
    let part = match p.term(i) {
        Term::Unit(unit, _) => return Some((i + 1, unit.duration(Some(1.0)))),
        Term::Season(s) => return Some((i + 1, format!("XXXX-{}", s.code()))),
        Term::DayPart(d) | Term::DayParts(d) => Some(d.code()),
        _ if p.low(i) == "manana" => Some("TMO"),
        _ => None,
    };
    if let Some(code) = part {
        return Some((i + 1, format!("XXXX-XX-XX{code}")));
    }
    let (e, n) = cardinal(p, i)?;
    match p.term(e) {
        Term::Unit(unit, _) => Some((e + 1, unit.duration(Some(n)))),
        _ => None,
    }
}
