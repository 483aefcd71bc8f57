//! Articles as sparse vectors of the words that say something of their subject.

use std::collections::{HashMap, HashSet};

use dossier_model::{AnnotatedArticle, Upos};

use crate::background::{self, Weights};
use crate::{fold, words};

/// One word of an article: its number, how often it stands there, whether it is a name or a number.
#[derive(Debug, Clone, Copy)]
struct Term {
    id: u32,
    count: u32,
    is_name: bool,
}

/// The words of all articles.
#[derive(Debug, Default)]
pub(super) struct Terms {
    articles: Vec<Vec<Term>>,
    /// In how many articles each word stands.
    found_in: Vec<u32>,
    /// Inverse document frequency against ordinary English and these articles.
    idf: Vec<f64>,
    /// The same against ordinary English alone.
    rarity: Vec<f64>,
}

/// Sparse unit vector, by word.
#[derive(Debug, Clone, Default)]
pub(super) struct Vector(Vec<(u32, f64)>);

impl Terms {
    pub fn of(articles: &[&AnnotatedArticle]) -> Self {
        let mut ids: HashMap<u64, u32> = HashMap::new();
        let mut keys: Vec<u64> = Vec::new();
        let mut out = Self::default();
        for read in articles {
            let tokens = &read.notes.tokens;
            let mut counts: HashMap<u32, Term> = HashMap::new();
            for i in 0..tokens.len() {
                let pos = tokens.upos(i);
                if !matches!(
                    pos,
                    Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num
                ) {
                    continue;
                }
                let folded = fold::letters(tokens.lemma(i));
                if folded.is_empty() {
                    continue;
                }
                let key = words::key(&folded);
                if background::is_function_word(key) {
                    continue;
                }
                let id = *ids.entry(key).or_insert_with(|| {
                    keys.push(key);
                    keys.len() as u32 - 1
                });
                let term = counts.entry(id).or_insert(Term {
                    id,
                    count: 0,
                    is_name: false,
                });
                term.count += 1;
                term.is_name |= matches!(pos, Upos::Propn | Upos::Num);
            }
            let mut terms: Vec<Term> = counts.into_values().collect();
            terms.sort_unstable_by_key(|t| t.id);
            out.articles.push(terms);
        }
        out.found_in = vec![0; keys.len()];
        for t in out.articles.iter().flatten() {
            out.found_in[t.id as usize] += 1;
        }
        let here = Weights::of(
            out.articles
                .iter()
                .map(|a| a.iter().map(|t| keys[t.id as usize]).collect::<Vec<_>>()),
        );
        let nowhere = Weights::default();
        out.idf = keys.iter().map(|&k| here.idf(k)).collect();
        out.rarity = keys.iter().map(|&k| nowhere.idf(k)).collect();
        out
    }

    /// One vector an article. A word that only one of many articles has says little of what it shares with others; of a
    /// few articles it tells that they share nothing.
    pub fn vectors(&self) -> Vec<Vector> {
        const FEW: f64 = 4.0;
        let alone = (FEW / self.articles.len().max(1) as f64).sqrt().min(1.0);
        self.articles
            .iter()
            .map(|terms| {
                Vector::new(terms.iter().map(|t| {
                    let scale = if self.found_in[t.id as usize] > 1 {
                        1.0
                    } else {
                        alone
                    };
                    (t.id, log_count(t.count) * self.idf[t.id as usize] * scale)
                }))
            })
            .collect()
    }

    /// Vectors of the names and numbers of some articles, weighed by how well they tell these apart.
    pub fn names_among(&self, members: &[usize]) -> Vec<Vector> {
        let mut found_in: HashMap<u32, u32> = HashMap::new();
        let names = |i: usize| self.articles[i].iter().filter(|t| t.is_name);
        for t in members.iter().flat_map(|&i| names(i)) {
            *found_in.entry(t.id).or_default() += 1;
        }
        let all = members.len() as f64 + 0.5;
        members
            .iter()
            .map(|&i| {
                Vector::new(names(i).filter_map(|t| {
                    let n = *found_in.get(&t.id)?;
                    let idf = (all / f64::from(n)).ln().max(0.0) * self.rarity[t.id as usize];
                    (n > 1).then(|| (t.id, log_count(t.count) * idf))
                }))
            })
            .collect()
    }
}

fn log_count(n: u32) -> f64 {
    1.0 + f64::from(n).ln()
}

impl Vector {
    fn new(weights: impl Iterator<Item = (u32, f64)>) -> Self {
        let mut out: Vec<(u32, f64)> = weights.filter(|w| w.1 > 0.0).collect();
        let square: f64 = out.iter().map(|(_, w)| w * w).sum();
        let length = square.sqrt().max(f64::MIN_POSITIVE);
        for (_, w) in &mut out {
            *w /= length;
        }
        Self(out)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (u32, f64)> {
        self.0.iter()
    }

    /// The words that decide which others are looked at.
    pub fn strongest(&self) -> impl Iterator<Item = u32> {
        strongest(self.0.iter().copied())
    }

    /// The cosine.
    pub fn cosine(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut dot = 0.0;
        while let (Some((i, x)), Some((j, y))) = (a.peek(), b.peek()) {
            match i.cmp(j) {
                std::cmp::Ordering::Less => a.next(),
                std::cmp::Ordering::Greater => b.next(),
                std::cmp::Ordering::Equal => {
                    dot += x * y;
                    a.next();
                    b.next()
                }
            };
        }
        dot
    }
}

/// The heaviest words.
pub(super) fn strongest(words: impl Iterator<Item = (u32, f64)>) -> impl Iterator<Item = u32> {
    const MOST: usize = 40;
    let mut order: Vec<(u32, f64)> = words.collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.into_iter().take(MOST).map(|t| t.0)
}

/// Those of `members` that are not nearly the same text as one before them.
pub(super) fn distinct(members: &[usize], vectors: &[Vector]) -> usize {
    const SAME: f64 = 0.8;
    let mut kept: Vec<usize> = Vec::new();
    let mut seen: HashSet<usize> = HashSet::new();
    for &i in members {
        if seen.insert(i) && !kept.iter().any(|&k| vectors[i].cosine(&vectors[k]) >= SAME) {
            kept.push(i);
        }
    }
    kept.len()
}
