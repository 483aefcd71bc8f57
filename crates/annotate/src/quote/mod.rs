//! Who said what.

use dossier_model::{Article, Layer, Quote, Span, Tokens};

use crate::mention::Names;

/// Direct, indirect and mixed quotations with cue and source.
#[must_use]
pub fn find(_article: &Article, _sentences: &[Span], _tokens: &Tokens, _names: &Names) -> Layer<Quote> {
    Layer::default()
}
