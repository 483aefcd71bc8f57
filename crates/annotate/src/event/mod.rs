//! What happened, is under way, is planned, or is denied.

use dossier_model::{Article, EventMention, Layer, Span, Time, Tokens};

use crate::mention::Names;

/// Event mentions with participants, place, time and status.
#[must_use]
pub fn find(
    _article: &Article,
    _sentences: &[Span],
    _tokens: &Tokens,
    _times: &Layer<Time>,
    _names: &Names,
) -> Layer<EventMention> {
    Layer::default()
}
