//! What a story is about: the words that its articles open with.
//!
//! Reporters put what happened into the headline and the first paragraph (the inverted pyramid), so words that several
//! independent openings share tell a story's subject better than words that are frequent further down, where other
//! matters are told to explain.

pub mod aside;
mod main;

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{Article, ArticleId, BlockKind, Cite, Span};

use crate::fold;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::words;

/// Paragraphs that open an article; they may be short.
const PARAGRAPHS: usize = 2;
/// Bytes of a paragraph that open an article: texts without paragraphs are one.
const OPENING: u32 = 600;
/// The most that one word weighs, so that a rare name is not all.
const HEAVIEST: f64 = 6.0;

/// What a story is about.
#[derive(Debug, Clone, Default)]
pub struct Matter {
    /// By word: how much it says, times the share of the origins that open with it.
    weights: BTreeMap<u64, f64>,
    /// Of all words.
    total: f64,
    /// By article: where its opening ends, and the place of its origin.
    openings: BTreeMap<ArticleId, (u32, usize)>,
    /// By origin: the words that its articles open with.
    origins: Vec<BTreeSet<u64>>,
}

impl Matter {
    /// Reads the openings. Of a story of several origins, only words that two of them open with count.
    #[must_use]
    pub fn of(scope: &Scope<'_>, origins: &Origins) -> Self {
        let mut words_of = vec![BTreeSet::new(); origins.rows.len()];
        let mut openers: BTreeMap<u64, BTreeSet<usize>> = BTreeMap::new();
        let mut openings = BTreeMap::new();
        for (doc, read) in scope.docs.iter().enumerate() {
            let end = opening_end(&read.article);
            let origin = origins.of[doc];
            openings.insert(read.article.id.clone(), (end, origin));
            let title = read.article.meta.title.as_deref().unwrap_or("");
            let of_title = fold::parts(title);
            let of_title = of_title.iter().map(|p| words::key(p));
            let body = scope.words[doc].inside(Span::new(0, end as usize));
            let of_body = scope.words[doc].words[body].iter().map(|w| w.key);
            for key in of_title.chain(of_body) {
                openers.entry(key).or_default().insert(origin);
                words_of[origin].insert(key);
            }
        }
        let all = origins.rows.len();
        let least = all.min(2);
        let weights: BTreeMap<u64, f64> = openers
            .into_iter()
            .filter(|(_, by)| by.len() >= least)
            .map(|(key, by)| {
                (
                    key,
                    scope.weights.idf(key).min(HEAVIEST) * by.len() as f64 / all.max(1) as f64,
                )
            })
            .collect();
        Self {
            total: weights.values().sum(),
            weights,
            openings,
            origins: words_of,
        }
    }

    /// Whether words stand in the headline or the first paragraphs of their article.
    #[must_use]
    pub fn opens(&self, cite: &Cite) -> bool {
        self.opener(cite).is_some()
    }

    /// The origin that opens with these words.
    fn opener(&self, cite: &Cite) -> Option<usize> {
        let (end, origin) = self.openings.get(&cite.article)?;
        (cite.span.start < *end).then_some(*origin)
    }

    /// How much of what the story is about the words of a span say, from 0 to 1.
    #[must_use]
    pub fn share(&self, scope: &Scope<'_>, doc: usize, span: Span) -> f64 {
        self.told(&keys_of(scope, doc, span)) / self.total.max(f64::MIN_POSITIVE)
    }

    /// Whether a word of a span is one that the articles open with.
    #[must_use]
    pub fn holds(&self, scope: &Scope<'_>, doc: usize, span: Span) -> bool {
        let words = scope.words[doc];
        let mut inside = words.words[words.inside(span)].iter();
        inside.any(|w| self.weights.contains_key(&w.key))
    }

    /// How well the words of a span tell it: the harmonic mean of how much of the matter they say and of how much of them
    /// is matter.
    #[must_use]
    pub fn fit(&self, scope: &Scope<'_>, doc: usize, span: Span) -> f64 {
        self.fit_of(scope, &keys_of(scope, doc, span))
    }

    /// The same for a headline.
    #[must_use]
    pub fn fit_of_line(&self, scope: &Scope<'_>, line: &str) -> f64 {
        self.fit_of(scope, &fold::parts(line).iter().map(|p| words::key(p)).collect())
    }

    fn told(&self, keys: &BTreeSet<u64>) -> f64 {
        keys.iter().filter_map(|k| self.weights.get(k)).sum()
    }

    fn fit_of(&self, scope: &Scope<'_>, keys: &BTreeSet<u64>) -> f64 {
        let all: f64 = keys.iter().map(|&k| scope.weights.idf(k).min(HEAVIEST)).sum();
        2.0 * self.told(keys) / (all + self.total).max(f64::MIN_POSITIVE)
    }
}

/// The words of a span, each once.
fn keys_of(scope: &Scope<'_>, doc: usize, span: Span) -> BTreeSet<u64> {
    let words = scope.words[doc];
    words.words[words.inside(span)].iter().map(|w| w.key).collect()
}

/// Where the headlines and the first paragraphs of an article end. Of a text without a headline the first paragraph is one.
fn opening_end(article: &Article) -> u32 {
    let blocks = article.blocks();
    let is_titled = article.meta.title.is_some() || blocks.iter().any(|b| b.kind == BlockKind::Headline);
    let body = (blocks.iter())
        .filter(|b| b.kind == BlockKind::Body)
        .take(PARAGRAPHS + usize::from(!is_titled));
    (body.last().or(blocks.first())).map_or(0, |b| b.span.end.min(b.span.start + OPENING))
}
