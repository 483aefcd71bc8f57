//! One sentence of the view.

use std::ops::{Deref, Range};

use dossier_model::Span;

use super::View;

/// One sentence of a [`View`], which answers all of the view's questions, too.
#[derive(Debug, Clone)]
pub struct Sentence<'v> {
    view: &'v View<'v>,
    /// Where it stands in the text.
    pub text_span: Span,
    /// Its words.
    pub range: Range<usize>,
}

impl<'v> Sentence<'v> {
    pub(super) fn new(view: &'v View<'v>, text_span: Span, range: Range<usize>) -> Self {
        Self {
            view,
            text_span,
            range,
        }
    }

    /// Whether any of its words depends on another.
    #[inline]
    #[must_use]
    pub fn has_tree(&self) -> bool {
        self.range.clone().any(|i| self.view.head(i).is_some())
    }
}

impl<'v> Deref for Sentence<'v> {
    type Target = View<'v>;

    fn deref(&self) -> &View<'v> {
        self.view
    }
}
