//! The numbers that dates and durations are counted in.

use dossier_annotate::time::Term;

use super::lex::Pieces;

dossier_world::words!(ORDINAL_ENDINGS = "time/ordinal_endings.txt");

/// A number at `i`: the place behind it and its value, `None` for "varios".
pub(super) fn amount(p: &Pieces, i: usize) -> Option<(usize, Option<f64>)> {
    if let Some(e) = p.one_of(i, &["un par de"]) {
        return Some((e, Some(2.0)));
    }
    if p.any(i, &["medio", "media"]) {
        return Some((i + 1, Some(0.5)));
    }
    if p.any(i, &["otro", "otra"]) {
        return Some((i + 1, Some(1.0)));
    }
    if p.any(i, &["varios", "varias", "algunos", "algunas", "unos", "unas"]) {
        // "unas 48 horas" are about so many.
        return Some(match cardinal(p, i + 1) {
            Some((e, n)) => (e, Some(n)),
            None => (i + 1, None),
        });
    }
    let (mut e, mut n) = cardinal(p, i)?;
    // "uno y medio", "una y media hora", "uno y cuarto"
    if p.low(e) == "y" && matches!(p.term(e + 2), Term::Unit(..)) {
        if p.any(e + 1, &["medio", "media"]) {
            (e, n) = (e + 2, n + 0.5);
        } else if p.low(e + 1) == "cuarto" {
            (e, n) = (e + 2, n + 0.25);
        }
    }
    Some((e, Some(n)))
}

/// A cardinal number in digits or words.
pub(super) fn cardinal(p: &Pieces, i: usize) -> Option<(usize, f64)> {
    if let Term::Number { value, .. } = p.term(i) {
        return Some((i + 1, decimal(p, i).unwrap_or(value)));
    }
    let mut k = i;
    let (mut total, mut part, mut any) = (0u64, 0u64, false);
    // A number in words is short; the bound keeps odd input linear.
    for _ in 0..12 {
        let Term::Cardinal(n) = p.term(k) else { break };
        if n == 1000 {
            total += part.max(1) * 1000;
            part = 0;
        } else if any && !goes_on(part, u64::from(n)) {
            break;
        } else {
            part += u64::from(n);
        }
        any = true;
        k += 1;
        // "treinta y uno"
        if p.low(k) == "y" && (30..100).contains(&(part % 100)) && part.is_multiple_of(10) {
            match p.term(k + 1) {
                Term::Cardinal(n) if n < 10 => k += 1,
                _ => break,
            }
        }
    }
    any.then_some((k, (total + part) as f64))
}

/// The value of a number whose point is a decimal one: "123.45", which Spanish of America writes.
fn decimal(p: &Pieces, i: usize) -> Option<f64> {
    let text = p.at(i).text;
    let (whole, rest) = text.split_once('.')?;
    (whole.len() > 3 || rest.len() != 3)
        .then(|| text.parse().ok())
        .flatten()
}

/// Whether a smaller number may follow what is read of a group of three.
fn goes_on(part: u64, n: u64) -> bool {
    match n {
        100.. => part == 0,
        10..100 => part.is_multiple_of(100),
        _ => part.is_multiple_of(10),
    }
}

/// A day of a month: "14", "catorce", "1.º", "1ro", "primero".
pub(super) fn day(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    if p.any(i, &["primero"]) {
        return Some((i + 1, 1));
    }
    if let Some((n, digits)) = p.plain_number(i) {
        let fits = digits <= 2 && (1..=31).contains(&n);
        let mut e = i + 1;
        // "1.º", "1º", "1er", "21ro"
        let sign = if p.low(e) == "." && p.at(e).glued {
            e + 1
        } else {
            e
        };
        if p.at(sign).glued && p.any(sign, &["o", "º", "°", "er", "ro", "ero", "do"]) {
            e = sign + 1;
        }
        let other = p.at(e).glued && p.any(e, &["%", ":", "h"]);
        return (fits && !other).then_some((e, n as u8));
    }
    let (e, n) = cardinal(p, i)?;
    (1.0..=31.0).contains(&n).then_some((e, n as u8))
}

/// A year in figures or words: "2019", "dos mil veinte".
pub(super) fn year(p: &Pieces, i: usize) -> Option<(usize, i16)> {
    if let Some((n, digits)) = p.plain_number(i) {
        let next = p.at(i + 1);
        let other = next.glued
            && (next.text.chars().all(char::is_alphanumeric) || matches!(next.text, "%" | ":" | "°"));
        return (digits == 4 && (1000..2200).contains(&n) && !other).then_some((i + 1, n as i16));
    }
    let (e, n) = cardinal(p, i)?;
    ((1100.0..2200.0).contains(&n) && e > i + 1 || n == 2000.0).then_some((e, n as i16))
}

/// An ordinal: "primer", "3ª", "tercera".
pub(super) fn ordinal(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    if let Term::Ordinal(n) = p.term(i) {
        return Some((i + 1, n as u8));
    }
    let (n, digits) = p.plain_number(i)?;
    let sign = p.at(i + 1).glued && p.any(i + 1, &ORDINAL_ENDINGS);
    (digits <= 2 && sign).then_some((i + 2, n as u8))
}
