//! Parts of a whole and decimals in words: "dos tercios", "tres veinteavos", "siete con cincuenta", "cinco y medio".

use dossier_annotate::quantity::value::{exact, scaled};
use dossier_annotate::quantity::{Form, Number};

use super::cardinal::{composed, small};
use super::ordinal;
use super::scene::Scene;

/// The part `n` of `d`.
pub(super) fn of(n: i128, d: i128, used: usize) -> Number {
    let value = n as f64 / d as f64;
    Number {
        value,
        step: value,
        ..Number::plain(0, value, used, Form::Fraction)
    }
}

/// A fraction in words: a cardinal before a denominator, or "uno sobre tres".
pub(super) fn words(s: Scene<'_>, i: usize) -> Option<Number> {
    let (n, k) = composed(s, i)?;
    if let Some((d, plural)) = denominator(s.word(k)) {
        // "Un cuarto" is a room as often: a part needs "de" behind it, an end, or a percent sign.
        let next = s.word(k + 1);
        let ends = !s.is_word(k + 1) || matches!(next, "de" | "del" | "por" | "y" | "a" | "en");
        let one = n == 1 && (!plural && ends || d > 100);
        return (one || n > 1 && plural).then(|| of(n, d, k + 1 - i));
    }
    over(s, i, n, k)
}

/// "Uno sobre tres", "1 sobre 20": `n` ends at piece `k`.
pub(super) fn over(s: Scene<'_>, i: usize, n: i128, k: usize) -> Option<Number> {
    if s.word(k) != "sobre" {
        return None;
    }
    let (d, end) = composed(s, k + 1).or_else(|| {
        let digits = s.is_digits(k + 1).then(|| s.view.raw(k + 1).parse().ok())??;
        Some((digits, k + 2))
    })?;
    (n > 0 && n < d).then(|| of(n, d, end - i))
}

/// The denominator that a word names, and whether it is a plural: "tercios", "quintas", "veintiunavos".
pub(super) fn denominator(word: &str) -> Option<(i128, bool)> {
    let stem = word.strip_suffix('s');
    let singular = stem.unwrap_or(word);
    let d = match singular {
        "medio" => 2,
        "tercio" => 3,
        "cuarto" | "cuarta" => 4,
        _ => parts(singular)?,
    };
    Some((d, stem.is_some()))
}

/// Denominators in "avo", and those that are written as ordinals from five on.
fn parts(word: &str) -> Option<i128> {
    // "Cincoavo", and "treintavo" of "treinta".
    let stems = ["avo", "ava", "vo", "va"].into_iter();
    if let Some(n) = stems.filter_map(|end| glued(word.strip_suffix(end)?)).next() {
        return Some(n);
    }
    ordinal::of_word(word).filter(|&n| n >= 5).or_else(|| {
        let (stem, scale) = ordinal::scale_end(word)?;
        Some(if stem.is_empty() {
            scale
        } else {
            glued(stem)? * scale
        })
    })
}

/// The value of number words written as one: "cientocinco", "veinte", "doscientos".
pub(super) fn glued(word: &str) -> Option<i128> {
    if let Some(v) = small(word) {
        return Some(v);
    }
    // The longest word at the start first.
    (1..word.len()).rev().find_map(|at| {
        let (head, tail) = (word.get(..at)?, word.get(at..)?);
        let (a, b) = (small(head)?, glued(tail)?);
        (b > 0 && (a >= 100 && b < 100 || (20..100).contains(&a) && b < 10)).then_some(a + b)
    })
}

/// What may stand behind a whole number in words or digits that begins at piece `i`: "con cincuenta", "coma cero
/// tres", "y medio", "con tres cuartos".
pub(super) fn with_decimals(s: Scene<'_>, i: usize, total: i128, number: Number) -> Option<Number> {
    let k = i + number.used;
    if s.word(k) == "y" && matches!(s.word(k + 1), "medio" | "media") {
        return Some(more(number, 0.5, 2));
    }
    if s.word(k) == "con" {
        if let Some(part) = words(s, k + 1).filter(|p| p.value < 1.0) {
            return Some(more(number, part.value, part.used + 1));
        }
        return decimals(s, total, number, k + 1, false);
    }
    if matches!(s.word(k), "coma" | "punto") && small(s.word(k + 1)).is_some() {
        return decimals(s, total, number, k + 1, true);
    }
    None
}

/// A part added to a number, of its scale: "tres millones y medio".
fn more(number: Number, part: f64, used: usize) -> Number {
    Number {
        value: number.value + scaled(part, number.scale),
        step: scaled(part, number.scale),
        used: number.used + used,
        ..number
    }
}

/// Digits behind the mark in words: "con cincuenta" is five tenths, "coma cero tres" three hundredths. Zeros at the
/// end add nothing.
fn decimals(s: Scene<'_>, total: i128, number: Number, at: usize, zeros: bool) -> Option<Number> {
    let mut k = at;
    let mut places = 0;
    while zeros && s.word(k) == "cero" {
        places += 1;
        k += 1;
    }
    let (digits, end) = composed(s, k).unwrap_or((0, k));
    if end == at || digits >= 1000 || number.scale >= 6 {
        return None;
    }
    places += digits.to_string().len() as i32;
    let mantissa = total
        .checked_mul(10i128.checked_pow(places.unsigned_abs())?)?
        .checked_add(digits)?;
    Some(Number {
        value: exact(mantissa, -places),
        step: exact(1, -places),
        used: number.used + end - at + 1,
        scale: 0,
        ..number
    })
}
