//! A measure in the words of the text.

use dossier_model::Span;

use super::phrase::Range;
use super::{Scene, key};

/// A measure as words, as the parts it is joined by, and where its words stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Measure {
    /// Plain words.
    pub text: String,
    /// Sorted parts.
    pub key: Vec<String>,
    /// The words' places.
    pub spans: Vec<Span>,
    /// The measure whose change this is, or the measure itself where it is a level.
    pub(super) base: Option<Box<Measure>>,
}

impl Measure {
    /// The words of the pieces `r`.
    pub(super) fn of(scene: Scene<'_>, r: Range) -> Option<Self> {
        let span = scene.view.span(r.from, r.to)?;
        let mut m = Self {
            text: one_line(span.of(scene.view.text)),
            key: Vec::new(),
            spans: vec![span],
            base: None,
        };
        key::add(scene.view, span, false, &mut m.key);
        m.key.sort();
        Some(m)
    }

    /// Adds words behind; of their common nouns only names and countries go into the key.
    pub(super) fn and(mut self, scene: Scene<'_>, r: Range, names_only: bool) -> Self {
        let Some(span) = scene.view.span(r.from, r.to) else {
            return self;
        };
        self.text.push(' ');
        self.text.push_str(&one_line(span.of(scene.view.text)));
        key::add(scene.view, span, names_only, &mut self.key);
        self.key.sort();
        self.spans.push(span);
        self
    }

    /// The same measure in other words.
    pub(super) fn replaced(self, text: String, key: Vec<String>, spans: Vec<Span>) -> Self {
        Self {
            text,
            key,
            spans,
            base: self.base,
        }
    }

    /// With one word more behind, and `part` in the key.
    pub(super) fn with_word(mut self, text: &str, part: &str) -> Self {
        self.text.push(' ');
        self.text.push_str(text);
        key::push(&mut self.key, part.to_owned());
        self.key.sort();
        self
    }
}

/// One line, single spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
