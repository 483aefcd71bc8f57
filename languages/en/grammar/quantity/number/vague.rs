//! Orders of magnitude: "dozens", "tens of thousands".

use dossier_annotate::quantity::value::exact;

use super::scale::scale_of;
use super::{Form, Number};
use crate::grammar::quantity::lex::View;

/// "dozens", "hundreds of thousands", "tens of millions", "several hundred".
pub(super) fn vague(view: View<'_>, i: usize) -> Option<Number> {
    let tens = |w: &str| -> Option<(i128, i128)> {
        Some(match w {
            "tens" => (10, 100),
            "dozens" => (24, 100),
            "scores" => (40, 100),
            "hundreds" => (100, 1000),
            "thousands" => (1000, 10_000),
            "millions" => (1_000_000, 10_000_000),
            "billions" => (1_000_000_000, 10_000_000_000),
            "trillions" => (1_000_000_000_000, 10_000_000_000_000),
            _ => return None,
        })
    };
    if let Some(n) = several(view, i) {
        return Some(n);
    }
    let (mut low, mut high) = tens(view.low(i))?;
    let mut used = 1;
    if view.low(i + 1) == "of"
        && let Some((factor, _)) = tens(view.low(i + 2)).filter(|(f, _)| *f >= 100)
        && factor > low
    {
        low = low.checked_mul(factor)?;
        high = high.checked_mul(factor)?;
        used = 3;
    } else if matches!(view.low(i), "tens" | "scores") {
        // "tens" alone and the scores of a match say nothing.
        if !(view.low(i) == "scores" && view.low(i + 1) == "of") {
            return None;
        }
    }
    Some(Number {
        value: exact(low, 0),
        step: exact(low, 0),
        vague_high: Some(exact(high, 0)),
        used,
        form: Form::Vague,
        scale: 0,
    })
}

/// "several hundred", "a few thousand", "a couple of million": two to ten of them; a couple are about two.
fn several(view: View<'_>, i: usize) -> Option<Number> {
    let article = usize::from(view.low(i) == "a");
    let k = i + article;
    let (at, couple) = match view.low(k) {
        "several" | "many" if article == 0 => (k + 1, false),
        "few" => (k + 1, false),
        "couple" if article == 1 => (k + 1 + usize::from(view.low(k + 1) == "of"), true),
        _ => return None,
    };
    let word = view.low(at);
    let unit = match word {
        "dozen" => 12,
        _ => 10i128.checked_pow(scale_of(word).filter(|_| !word.ends_with('s'))?.unsigned_abs())?,
    };
    Some(Number {
        vague_high: Some(exact(unit * if couple { 3 } else { 10 }, 0)),
        ..Number::plain(unit * 2, exact(unit, 0), at + 1 - i, Form::Vague)
    })
}
