//! Who said what.

mod cue;
mod direct;
mod indirect;
mod marks;
mod page;
mod speaker;
mod tree;

use dossier_model::{Annotation, Article, Layer, Quote, Span, Tokens};

use crate::mention::Names;
use page::Page;

/// Direct, indirect and mixed quotations with cue and source.
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens, names: &Names) -> Layer<Quote> {
    let text = article.text();
    let page = Page::new(text, sentences, tokens);
    let mut quotes: Vec<Quote> = Vec::new();
    let mut carry = direct::Carry::default();
    for block in article.evidence() {
        let marked = marks::pair(text, block.span);
        let first = quotes.len();
        direct::find(&page, block.span, &marked, &mut carry, &mut quotes);
        // What direct speech has claimed in this paragraph; the parts that reach into earlier ones lie before.
        let mut taken: Vec<Span> = quotes
            .iter()
            .skip(first.saturating_sub(1))
            .flat_map(|q| q.content.iter().chain(&q.cue).chain(&q.source))
            .copied()
            .filter(|s| block.span.contains(*s))
            .collect();
        taken.sort_unstable();
        let from = sentences.partition_point(|s| s.start < block.span.start);
        for s in sentences
            .iter()
            .skip(from)
            .take_while(|s| s.end <= block.span.end)
        {
            indirect::find(&page, *s, &marked, &taken, &mut quotes);
        }
    }
    let mut items: Vec<Annotation<Quote>> = quotes
        .into_iter()
        .filter_map(|q| {
            Some(Annotation {
                span: cover(&q)?,
                value: q,
            })
        })
        .collect();
    items.sort_by_key(|a| a.span);
    speaker::resolve(&page, names, &mut items);
    Layer::new(items)
}

/// The smallest span that holds content, cue and source.
fn cover(q: &Quote) -> Option<Span> {
    q.content
        .iter()
        .chain(&q.cue)
        .chain(&q.source)
        .copied()
        .reduce(Span::cover)
}
