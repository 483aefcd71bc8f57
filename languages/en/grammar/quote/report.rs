//! What the rules for reports without marks hand on.

use dossier_model::QuoteKind;

/// A report as places of words.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// What is said.
    pub(super) content: Vec<(usize, usize)>,
    /// The reporting words.
    pub(super) cue: (usize, usize),
    /// The words that name who says it.
    pub(super) source: Option<(usize, usize)>,
    /// Whether it is claimed or only wanted.
    pub(super) kind: QuoteKind,
}
