//! Stories: which articles tell of one event.
//!
//! One pass in time order over sparse TF-IDF vectors of words and names, each article joining the story whose
//! centroid is nearest or opening one (Miranda et al. 2018), similarity fading with the days between; then
//! stories that have grown together are joined.

use std::collections::HashMap;

use dossier_model::AnnotatedArticle;
use jiff::civil::Date;

use crate::background::{self, Weights};
use crate::fold;
use crate::words::{self, Words};

/// What decides whether an article joins a story.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Least cosine between an article and a story's centroid.
    pub join: f64,
    /// Least cosine between two stories' centroids for them to be one.
    pub merge: f64,
    /// Days after which similarity has halved.
    pub half_life: f64,
    /// Weight of a name against a word.
    pub name_weight: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            join: 0.20,
            merge: 0.30,
            half_life: 30.0,
            name_weight: 1.0,
        }
    }
}

/// Sparse unit vector, by key.
type Vector = Vec<(u64, f64)>;

/// The stories as groups of places in `articles`, which are in time order; each group sorted.
#[must_use]
pub fn group(articles: &[&AnnotatedArticle], words: &[Words], config: &Config) -> Vec<Vec<usize>> {
    let terms: Vec<Vec<u64>> = articles.iter().zip(words).map(|(a, w)| terms_of(a, w)).collect();
    let weights = Weights::of(terms.iter().map(Vec::as_slice));
    let vectors: Vec<Vector> = terms.into_iter().map(|t| vector(t, &weights, config)).collect();
    let mut stories: Vec<Centroid> = Vec::new();
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, vector) in vectors.iter().enumerate() {
        let day = articles[i].article.reference_day();
        let mut best: Option<(f64, usize)> = None;
        let mut near: Vec<usize> = strongest(vector)
            .filter_map(|key| index.get(&key))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        for s in near {
            let similarity = stories[s].cosine(vector) * fade(stories[s].last, day, config.half_life);
            if similarity >= config.join && best.is_none_or(|(b, _)| similarity > b) {
                best = Some((similarity, s));
            }
        }
        let place = best.map_or_else(
            || {
                stories.push(Centroid::default());
                stories.len() - 1
            },
            |(_, s)| s,
        );
        stories[place].add(i, vector, day);
        for key in strongest(vector) {
            let list = index.entry(key).or_default();
            if !list.contains(&place) {
                list.push(place);
            }
        }
    }
    merge(stories, config)
}

/// The words of an article that say something of its subject, and its names, as keys.
fn terms_of(read: &AnnotatedArticle, words: &Words) -> Vec<u64> {
    let mut out: Vec<u64> = words
        .words
        .iter()
        .map(|w| w.key)
        .filter(|&k| !background::is_function_word(k))
        .collect();
    for m in &read.notes.mentions {
        if let Some(local) = m.value.local.and_then(|l| read.notes.local(l))
            && m.value.form.is_name()
            && !local.is_country
        {
            out.push(name_key(&local.name));
        }
    }
    out
}

/// A name as one term, apart from its words.
fn name_key(name: &str) -> u64 {
    words::key(&format!("\u{2}{}", fold::letters(name))) | NAME
}

/// The bit that tells a name's key from a word's.
const NAME: u64 = 1 << 63;

fn vector(mut terms: Vec<u64>, weights: &Weights, config: &Config) -> Vector {
    terms.sort_unstable();
    let mut out: Vector = terms
        .chunk_by(|a, b| a == b)
        .map(|same| {
            let scale = if same[0] & NAME == NAME {
                config.name_weight
            } else {
                1.0
            };
            (
                same[0],
                (1.0 + (same.len() as f64).ln()) * weights.idf(same[0]) * scale,
            )
        })
        .collect();
    let length = out
        .iter()
        .map(|(_, w)| w * w)
        .sum::<f64>()
        .sqrt()
        .max(f64::MIN_POSITIVE);
    for (_, w) in &mut out {
        *w /= length;
    }
    out
}

/// The keys that decide which stories are looked at.
fn strongest(vector: &Vector) -> impl Iterator<Item = u64> {
    const MOST: usize = 40;
    let mut order: Vec<&(u64, f64)> = vector.iter().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.into_iter().take(MOST).map(|t| t.0)
}

fn fade(last: Option<Date>, day: Option<Date>, half_life: f64) -> f64 {
    let (Some(a), Some(b)) = (last, day) else {
        return 1.0;
    };
    let days = (b - a).get_days().abs();
    0.5f64.powf(f64::from((days - 2).max(0)) / half_life)
}

#[derive(Debug, Clone, Default)]
struct Centroid {
    members: Vec<usize>,
    sum: HashMap<u64, f64>,
    square: f64,
    first: Option<Date>,
    last: Option<Date>,
}

impl Centroid {
    fn add(&mut self, i: usize, vector: &Vector, day: Option<Date>) {
        self.members.push(i);
        for &(key, w) in vector {
            let x = self.sum.entry(key).or_default();
            self.square += w * (2.0 * *x + w);
            *x += w;
        }
        self.first = [self.first, day].into_iter().flatten().min();
        self.last = [self.last, day].into_iter().flatten().max();
    }

    fn cosine(&self, vector: &Vector) -> f64 {
        let dot: f64 = vector
            .iter()
            .filter_map(|(k, w)| Some(self.sum.get(k)? * w))
            .sum();
        dot / self.square.sqrt().max(f64::MIN_POSITIVE)
    }

    fn cosine_to(&self, other: &Self) -> f64 {
        let (small, large) = if self.sum.len() <= other.sum.len() {
            (self, other)
        } else {
            (other, self)
        };
        // Summed in key order: floating-point sums depend on the order.
        let mut keys: Vec<&u64> = small.sum.keys().collect();
        keys.sort_unstable();
        let dot: f64 = keys
            .into_iter()
            .filter_map(|k| Some(small.sum.get(k)? * large.sum.get(k)?))
            .sum();
        dot / (self.square * other.square).sqrt().max(f64::MIN_POSITIVE)
    }
}

/// Joins stories whose centroids have come close, nearest first.
fn merge(mut stories: Vec<Centroid>, config: &Config) -> Vec<Vec<usize>> {
    const MOST: usize = 2_000;
    if stories.len() <= MOST {
        loop {
            let mut best: Option<(f64, usize, usize)> = None;
            for a in 0..stories.len() {
                for b in a + 1..stories.len() {
                    let gap = match (stories[a].last, stories[b].first) {
                        (Some(x), Some(y)) if y > x => fade(Some(x), Some(y), config.half_life),
                        _ => match (stories[b].last, stories[a].first) {
                            (Some(x), Some(y)) if y > x => fade(Some(x), Some(y), config.half_life),
                            _ => 1.0,
                        },
                    };
                    let similarity = stories[a].cosine_to(&stories[b]) * gap;
                    if similarity >= config.merge && best.is_none_or(|(s, _, _)| similarity > s) {
                        best = Some((similarity, a, b));
                    }
                }
            }
            let Some((_, a, b)) = best else { break };
            let gone = stories.remove(b);
            let kept = &mut stories[a];
            let mut keys: Vec<(&u64, &f64)> = gone.sum.iter().collect();
            keys.sort_by_key(|(k, _)| **k);
            for (k, w) in keys {
                let x = kept.sum.entry(*k).or_default();
                kept.square += w * (2.0 * *x + w);
                *x += w;
            }
            kept.members.extend(gone.members);
            kept.members.sort_unstable();
            kept.first = [kept.first, gone.first].into_iter().flatten().min();
            kept.last = [kept.last, gone.last].into_iter().flatten().max();
        }
    }
    stories.into_iter().map(|s| s.members).collect()
}
