//! Numbers with hedge, unit and what they count.

pub(crate) mod lex;
pub(crate) mod number;

use dossier_model::{Article, Layer, Quantity, Span, Time, Tokens};

/// All quantities. Numbers that belong to a time expression are none.
#[must_use]
pub fn find(
    _article: &Article,
    _sentences: &[Span],
    _tokens: &Tokens,
    _times: &Layer<Time>,
) -> Layer<Quantity> {
    Layer::default()
}
