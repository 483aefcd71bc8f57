use std::collections::HashMap;

use dossier_model::{Article, ArticleId, Cite, Dossier, Span};

use crate::CodePoints;
use crate::record::v1;

/// The articles by id, each with its code point index. Only looked up in, so the map's order never shows.
#[derive(Debug)]
pub struct Texts<'a>(HashMap<&'a ArticleId, Text<'a>>);

/// One article's text and its code point index.
#[derive(Debug)]
pub struct Text<'a> {
    /// The article.
    pub article: &'a Article,
    points: CodePoints,
}

impl<'a> Text<'a> {
    /// Of one article.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            points: CodePoints::new(article.text()),
        }
    }

    /// Start and end of `span` in code points. A span that does not fit the text is cut to what does.
    #[must_use]
    pub fn points(&self, span: Span) -> (usize, usize) {
        let span = self.fit(span);
        let text = self.article.text();
        (
            self.points.at(text, span.start as usize),
            self.points.at(text, span.end as usize),
        )
    }

    /// The words of `span`, cut the same way.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        self.fit(span).of(self.article.text())
    }

    /// Spans are made on character boundaries; one that is not would break the promise that a cite's offsets
    /// and its words agree, so it is moved back to the nearest boundary here.
    #[must_use]
    pub fn fit(&self, span: Span) -> Span {
        let text = self.article.text();
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize).max(start);
        Span::new(start, end)
    }
}

impl<'a> Texts<'a> {
    /// Of a record's articles.
    #[must_use]
    pub fn new(dossier: &'a Dossier) -> Self {
        Self(dossier.articles.iter().map(|a| (&a.id, Text::new(a))).collect())
    }

    /// The text of one article.
    #[must_use]
    pub fn get(&self, id: &ArticleId) -> Option<&Text<'a>> {
        self.0.get(id)
    }

    /// A cite with its words.
    #[must_use]
    pub fn cite(&self, cite: &'a Cite) -> v1::Cite<'a> {
        let ((start, end), text) = match self.get(&cite.article) {
            Some(t) => (t.points(cite.span), t.words(cite.span)),
            None => ((0, 0), ""),
        };
        v1::Cite {
            article: cite.article.as_str().into(),
            start,
            end,
            text: text.into(),
        }
    }
}
