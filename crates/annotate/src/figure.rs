//! Quantities read as statements: what is measured, when, and by whose count.

use dossier_model::{Article, FigureMention, Layer, Quantity, Span, Time, Tokens};

use crate::mention::Names;

/// The quantities that state something about a measure.
#[must_use]
pub fn find(
    _article: &Article,
    _sentences: &[Span],
    _tokens: &Tokens,
    _times: &Layer<Time>,
    _quantities: &Layer<Quantity>,
    _names: &Names,
) -> Layer<FigureMention> {
    Layer::default()
}
