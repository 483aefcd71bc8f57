//! Numbers in digits and words. Values are exact in decimals: a number is kept as whole digits and a power
//! of ten and turned into a float once, by parsing its decimal writing.

mod digits;
mod part;
mod scale;
mod vague;
mod words;

use dossier_model::Span;

use super::lex::{self, Kind, View};
use digits::{digits, vulgar};
use scale::scale_words;
use words::words;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// The value, scaled. For "dozens" and "millions" the least that the word allows.
    pub value: f64,
    /// One step in the last place written.
    pub step: f64,
    /// The greatest value, for a word that names an order of magnitude alone ("dozens", "tens of thousands").
    pub vague_high: Option<f64>,
    /// How many pieces it takes.
    pub used: usize,
    /// How it is written.
    pub form: Form,
    /// The power of ten that scale words or letters give: 6 for "million".
    pub scale: i32,
}

impl Number {
    /// A whole number as written.
    fn plain(value: i128, step: f64, used: usize, form: Form) -> Self {
        Self {
            value: exact(value, 0),
            step,
            vague_high: None,
            used,
            form,
            scale: 0,
        }
    }
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Digits, with or without a scale word.
    Digits,
    /// Words alone.
    Words,
    /// A part of a whole: "two-thirds", "half", "¼".
    Fraction,
    /// A place in an order: "fourth", "21st".
    Ordinal,
    /// An order of magnitude: "hundreds".
    Vague,
}

/// The number that a text is, from its first character to its last: "three hundred and ninety-nine", "3.7
/// million", "half a million", "23rd".
#[must_use]
pub(crate) fn parse(text: &str) -> Option<Number> {
    let lower = text.to_ascii_lowercase();
    let mut lexes = Vec::new();
    lex::split(text, Span::new(0, text.len()), &mut lexes);
    let view = View {
        text,
        lower: &lower,
        lexes: &lexes,
    };
    let n = at(view, 0, false)?;
    (n.used == lexes.len()).then_some(n)
}

/// The longest number that begins with piece `i`. With `money`, a lone "m", "b" or "k" is a scale.
#[must_use]
pub(crate) fn at(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    if view.is(i, Kind::Digits) {
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

/// `digits` times ten to the `exp`, by way of its decimal writing.
pub(super) fn exact(digits: i128, exp: i32) -> f64 {
    format!("{digits}e{exp}").parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests;
