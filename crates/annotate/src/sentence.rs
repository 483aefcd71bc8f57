//! Sentences.

use dossier_model::{Article, Span};

/// The sentences of the evidence blocks, in order, none across a block's edge.
#[must_use]
pub fn split(article: &Article) -> Vec<Span> {
    // Stand-in until the real splitter lands.
    let text = article.text();
    let mut out = Vec::new();
    for block in article.evidence() {
        let mut start = block.span.start as usize;
        let end = block.span.end as usize;
        let words = &text[..end];
        while start < end {
            let stop = words[start..].find(". ").map_or(end, |i| start + i + 1);
            out.push(Span::new(start, stop));
            start = stop + words[stop..].len() - words[stop..].trim_start().len();
        }
    }
    out
}
