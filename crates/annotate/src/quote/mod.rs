//! Who said what.

mod cue;
mod direct;
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
        direct::find(&page, block.span, &marked, &mut carry, &mut quotes);
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
