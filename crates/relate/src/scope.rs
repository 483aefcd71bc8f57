//! One story's articles with what all comparisons share.

use dossier_model::{AnnotatedArticle, Cite, Span};

use crate::background::Weights;
use crate::correct::Alone;
use crate::vocabulary::Vocabulary;
use crate::words::Words;

/// The articles of one story, in time order.
#[derive(Debug, Clone)]
pub struct Scope<'a> {
    /// The articles.
    pub docs: Vec<&'a AnnotatedArticle>,
    /// Their words.
    pub words: Vec<&'a Words>,
    /// What each word weighs.
    pub weights: &'a Weights,
    /// Events that the user keeps apart from all others.
    pub alone: &'a Alone,
    /// What is asked of words.
    pub vocabulary: Vocabulary,
}

impl Scope<'_> {
    /// The words of a span as a cite.
    #[must_use]
    pub fn cite(&self, doc: usize, span: Span) -> Cite {
        Cite {
            article: self.docs[doc].article.id.clone(),
            span,
        }
    }

    /// The text of a span as one line, with single spaces.
    #[must_use]
    pub fn line(&self, doc: usize, span: Span) -> String {
        let words: Vec<&str> = self.text(doc, span).split_whitespace().collect();
        words.join(" ")
    }

    /// The text of a span.
    #[must_use]
    pub fn text(&self, doc: usize, span: Span) -> &str {
        span.of(self.docs[doc].article.text())
    }
}
