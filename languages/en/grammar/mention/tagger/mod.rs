//! The trained finder of names: what each word in capitals is a part of, told together for a row of words.
//!
//! A linear chain over the tags of [`tag`]; what a word speaks for is summed from trained weights of its features, among
//! them what lists and shapes made of it (`mention::scan`), so that the rules are witnesses and the training says how far each
//! is to be believed. J. Lafferty, A. McCallum and F. Pereira, "Conditional random fields", ICML 2001.

mod combine;
mod feature;
pub mod model;
mod row;
pub mod tag;

use dossier_model::{Article, MentionKind, Span};

use super::scan::Name;
use crate::grammar::lists::common;
pub(super) use combine::names;
use dossier_annotate::View;
use feature::Features;
use model::Model;

/// A name as the training's weights see it.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// First word.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it names.
    pub kind: MentionKind,
}

/// The names in rows of words that may hold some, in order.
fn read(words: &View, rules: &[Name], model: &Model) -> Vec<Found> {
    let mut features = Features::new(words, rules);
    let mut path = model::Path::default();
    let mut list = Vec::with_capacity(128);
    let mut out: Vec<Found> = Vec::new();
    for row in row::rows(words, rules) {
        path.clear();
        for i in row.clone() {
            features.of(i, &mut list);
            path.add(model, &list, features.certain(i));
        }
        for (i, tag) in row.clone().zip(path.best(model)) {
            let Some(kind) = tag::kind(tag) else { continue };
            match out.last_mut() {
                Some(last) if !tag::opens(tag) && last.end == i && i > row.start => last.end = i + 1,
                _ => out.push(Found {
                    start: i,
                    end: i + 1,
                    kind,
                }),
            }
        }
    }
    out
}

/// A row of words with their features, for the training.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Row {
    /// Where the words stand.
    pub spans: Vec<Span>,
    /// The features of each.
    pub features: Vec<Vec<u32>>,
    /// The tag that a rule is sure of.
    pub certain: Vec<Option<usize>>,
}

/// The rows of an article that may hold names.
#[doc(hidden)]
#[must_use]
pub fn rows(article: &Article) -> Vec<Row> {
    let sentences = crate::grammar::sentence::split(article);
    let spans = crate::grammar::token::split(article, &sentences);
    let tokens = crate::grammar::syntax::parse(article, &sentences, &spans);
    let times = crate::grammar::time::find(article, &sentences, &tokens);
    let words = View::new(article.text(), &sentences, &tokens, common::is_function);
    let rules = super::ruled(&words, &times);
    let mut features = Features::new(&words, &rules);
    row::rows(&words, &rules)
        .map(|row| Row {
            spans: row.clone().map(|i| words.span(i)).collect(),
            certain: row.clone().map(|i| features.certain(i)).collect(),
            features: row
                .map(|i| {
                    let mut list = Vec::new();
                    features.of(i, &mut list);
                    list
                })
                .collect(),
        })
        .collect()
}
