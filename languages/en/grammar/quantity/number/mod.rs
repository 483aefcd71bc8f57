//! English numbers in digits and words.

mod digits;
mod part;
mod scale;
mod vague;
mod words;

use dossier_annotate::quantity::value::vulgar;
use dossier_model::Span;

use super::lex::{CUT, Kind, Pieces, View};
use digits::digits;
use scale::scale_words;
use words::words;

pub(crate) use dossier_annotate::quantity::{Form, Number};

/// The number that a text is, from its first character to its last: "three hundred and ninety-nine", "3.7
/// million", "half a million", "23rd".
#[must_use]
pub(crate) fn parse(text: &str) -> Option<Number> {
    let lower = text.to_ascii_lowercase();
    let mut pieces = Pieces::default();
    pieces.cut(text, Span::new(0, text.len()), &CUT, |_| ());
    let view = View {
        text,
        lower: &lower,
        pieces: &pieces,
    };
    let n = at(view, 0, false)?;
    (n.used == pieces.len()).then_some(n)
}

/// The longest number that begins with piece `i`. With `money`, a lone "m", "b" or "k" is a scale.
#[must_use]
pub(crate) fn at(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    if view.is(i, Kind::Number) {
        return digits(view, i, money);
    }
    if let Some(f) = vulgar(view.raw(i)) {
        let (scale, used) = scale_words(view, i + 1, money);
        return Some(Number {
            value: f * 10f64.powi(scale),
            step: f * 10f64.powi(scale),
            vague_high: None,
            used: 1 + used,
            form: if scale > 0 { Form::Digits } else { Form::Fraction },
            scale,
        });
    }
    words(view, i)
}

#[cfg(test)]
mod tests;
