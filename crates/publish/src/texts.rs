use std::collections::HashMap;

use dossier_model::{Article, ArticleId, Cite, Dossier, Span};

use crate::CodePoints;
use crate::wire::v1;

/// The articles by id, each with its code point index. Only looked up in, so the map's order never shows.
pub(crate) struct Texts<'a>(HashMap<&'a ArticleId, Text<'a>>);

/// One article's text and its code point index.
pub(crate) struct Text<'a> {
    pub(crate) article: &'a Article,
    points: CodePoints,
}

impl<'a> Text<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        Self {
            article,
            points: CodePoints::new(article.text()),
        }
    }

    /// Start and end of `span` in code points. A span that does not fit the text is cut to what does.
    pub(crate) fn points(&self, span: Span) -> (usize, usize) {
        let span = self.fit(span);
        let text = self.article.text();
        (
            self.points.at(text, span.start as usize),
            self.points.at(text, span.end as usize),
        )
    }

    /// The words of `span`, cut the same way.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        self.fit(span).of(self.article.text())
    }

    /// Spans are made on character boundaries; one that is not would break the promise that a cite's offsets
    /// and its words agree, so it is moved back to the nearest boundary here.
    pub(crate) fn fit(&self, span: Span) -> Span {
        let text = self.article.text();
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize).max(start);
        Span::new(start, end)
    }
}

impl<'a> Texts<'a> {
    pub(crate) fn new(dossier: &'a Dossier) -> Self {
        Self(dossier.articles.iter().map(|a| (&a.id, Text::new(a))).collect())
    }

    pub(crate) fn get(&self, id: &ArticleId) -> Option<&Text<'a>> {
        self.0.get(id)
    }

    pub(crate) fn cite(&self, cite: &'a Cite) -> v1::Cite<'a> {
        let ((start, end), text) = match self.get(&cite.article) {
            Some(t) => (t.points(cite.span), t.words(cite.span)),
            None => ((0, 0), ""),
        };
        v1::Cite {
            article: cite.article.as_str(),
            start,
            end,
            text,
        }
    }
}
