//! Words.

use dossier_model::{Article, Span};

/// The words of the sentences, split as Universal Dependencies splits English.
#[must_use]
pub fn split(article: &Article, sentences: &[Span]) -> Vec<Span> {
    // Stand-in until the real splitter lands.
    let text = article.text();
    let mut out = Vec::new();
    for s in sentences {
        let mut open: Option<usize> = None;
        for (i, c) in s.of(text).char_indices() {
            let at = s.start as usize + i;
            if c.is_alphanumeric() {
                open.get_or_insert(at);
                continue;
            }
            if let Some(start) = open.take() {
                out.push(Span::new(start, at));
            }
            if !c.is_whitespace() {
                out.push(Span::new(at, at + c.len_utf8()));
            }
        }
        if let Some(start) = open {
            out.push(Span::new(start, s.end as usize));
        }
    }
    out
}
