//! Articles as sparse vectors of their words.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::bag::{Bag, Term};
use crate::background;

/// Sparse unit vector, by word.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Vector(Box<[(u32, f32)]>);

/// One vector an article: logarithm of the count times inverse document frequency against ordinary English and these
/// articles; other languages against their own articles alone. A word that only one of many articles has says little of
/// what it shares with others; of a few articles it tells that they share nothing.
pub(super) fn vectors(bags: &[&Bag]) -> Vec<Vector> {
    const FEW: f64 = 4.0;
    let mut by_language: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, bag) in bags.iter().enumerate() {
        by_language.entry(language(bag)).or_default().push(i);
    }
    let mut out = vec![Vector::default(); bags.len()];
    for (language, members) in by_language {
        let found_in = found_in(members.iter().flat_map(|&i| bags[i].terms.iter()));
        let all = members.len() as f64;
        let alone = (FEW / all.max(1.0)).sqrt().min(1.0);
        let weight = |t: &Term| {
            let n = found_in.get(&t.key).copied().unwrap_or(1);
            let idf = if language == ENGLISH {
                background::idf(t.key, n, members.len() as u32)
            } else {
                ((all + 1.0) / f64::from(n)).ln()
            };
            let scale = if n > 1 { 1.0 } else { alone };
            log_count(t.count) * idf * scale
        };
        let made: Vec<Vector> = (members.par_iter())
            .map(|&i| {
                let terms = bags[i].terms.iter().filter(|t| !t.is_calendar);
                Vector::of(terms.map(|t| (t.key, weight(t))))
            })
            .collect();
        for (i, vector) in members.into_iter().zip(made) {
            out[i] = vector;
        }
    }
    out
}

const ENGLISH: &str = "en";

/// The language that an article is compared in; one that is not known is taken for English, which most news is.
pub(super) fn language(bag: &Bag) -> &str {
    bag.language.as_deref().unwrap_or(ENGLISH)
}

fn found_in<'a>(terms: impl Iterator<Item = &'a Term>) -> HashMap<u32, u32> {
    let mut out: HashMap<u32, u32> = HashMap::new();
    for t in terms {
        *out.entry(t.key).or_default() += 1;
    }
    out
}

/// Which words count among the articles of one story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Names,
    All,
}

/// Vectors of some articles, weighed by how well words tell these apart: a word that all have weighs nothing, and
/// neither does one that a single article has.
pub(super) fn among(bags: &[&Bag], kind: Kind) -> Vec<Vector> {
    let counts = |t: &&Term| kind == Kind::All || t.is_name;
    let found_in = found_in(bags.iter().flat_map(|b| b.terms.iter().filter(counts)));
    let all = bags.len() as f64 + 0.5;
    bags.iter()
        .map(|bag| {
            Vector::of(bag.terms.iter().filter(counts).filter_map(|t| {
                let n = found_in.get(&t.key).copied().filter(|&n| n > 1)?;
                let idf = (all / f64::from(n)).ln().max(0.0) * background::idf(t.key, 0, 0);
                Some((t.key, log_count(t.count) * idf))
            }))
        })
        .collect()
}

fn log_count(n: u16) -> f64 {
    1.0 + f64::from(n).ln()
}

impl Vector {
    /// A unit vector of weights that come by key.
    fn of(weights: impl Iterator<Item = (u32, f64)>) -> Self {
        let kept: Vec<(u32, f64)> = weights.filter(|w| w.1 > 0.0).collect();
        let square: f64 = kept.iter().map(|(_, w)| w * w).sum();
        let length = square.sqrt().max(f64::MIN_POSITIVE);
        Self(kept.into_iter().map(|(k, w)| (k, (w / length) as f32)).collect())
    }

    pub fn words(&self) -> &[(u32, f32)] {
        &self.0
    }

    /// The heaviest words, with their weights: they decide which others are looked at.
    pub fn strongest(&self) -> Vec<(u32, f32)> {
        strongest(&self.0)
    }

    /// The cosine.
    pub fn cosine(&self, other: &Self) -> f64 {
        dot(&self.0, &other.0)
    }
}

/// Sum of products over the words that both have; both by key. The sum runs in the order of words, so that it is the
/// same on every run.
pub(super) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    /// From this ratio of lengths a search for each word is faster than a walk along both.
    const FAR: usize = 16;
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut sum = 0.0;
    if short.len() * FAR < long.len() {
        let mut rest = long;
        for &(key, weight) in short {
            let at = rest.partition_point(|w| w.0 < key);
            rest = &rest[at..];
            if let Some(&(_, other)) = rest.first().filter(|w| w.0 == key) {
                sum += f64::from(weight) * f64::from(other);
            }
        }
        return sum;
    }
    let mut at = 0;
    for &(key, weight) in short {
        while long.get(at).is_some_and(|w| w.0 < key) {
            at += 1;
        }
        if let Some(&(_, other)) = long.get(at).filter(|w| w.0 == key) {
            sum += f64::from(weight) * f64::from(other);
        }
    }
    sum
}

/// The heaviest of some words, by weight.
pub(super) fn strongest(words: &[(u32, f32)]) -> Vec<(u32, f32)> {
    const MOST: usize = 40;
    let mut order = words.to_vec();
    let by_weight = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if order.len() > MOST {
        order.select_nth_unstable_by(MOST - 1, by_weight);
        order.truncate(MOST);
    }
    order.sort_unstable_by(by_weight);
    order
}

/// The cosine from which two articles have nearly the same text.
pub(super) const SAME_TEXT: f64 = 0.8;
