//! Joins stories that have come close, nearest first (average linkage).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

use super::vector::strongest;
use super::{Config, Story, days_between, fade};

/// A similarity that can be put in order.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Similarity(f64);

impl Eq for Similarity {}

impl PartialOrd for Similarity {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Similarity {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Joins until no two stories are as similar as `config.merge`.
pub(super) fn join_near(mut stories: Vec<Story>, config: &Config) -> Vec<Story> {
    let neighbours = neighbours(&stories);
    let mut near: Vec<BTreeSet<usize>> = neighbours;
    // How often a story has changed: pairs of older states are passed over.
    let mut version: Vec<u32> = vec![0; stories.len()];
    let mut gone: Vec<bool> = vec![false; stories.len()];
    let mut heap = BinaryHeap::new();
    for a in 0..stories.len() {
        for &b in near[a].range(a + 1..) {
            let s = similarity(&stories[a], &stories[b], config);
            if s >= config.merge {
                heap.push((Similarity(s), Reverse((a, b)), 0, 0));
            }
        }
    }
    while let Some((_, Reverse((a, b)), at_a, at_b)) = heap.pop() {
        if gone[a] || gone[b] || version[a] != at_a || version[b] != at_b {
            continue;
        }
        let old = std::mem::take(&mut stories[b]);
        gone[b] = true;
        stories[a].take(old);
        version[a] += 1;
        let others = std::mem::take(&mut near[b]);
        near[a].extend(others);
        near[a].remove(&a);
        near[a].remove(&b);
        let around: Vec<usize> = near[a].iter().copied().filter(|&c| !gone[c]).collect();
        for c in around {
            near[c].insert(a);
            let s = similarity(&stories[a], &stories[c], config);
            if s >= config.merge {
                let (low, high) = (a.min(c), a.max(c));
                heap.push((Similarity(s), Reverse((low, high)), version[low], version[high]));
            }
        }
    }
    stories
        .into_iter()
        .zip(gone)
        .filter(|(_, gone)| !gone)
        .map(|(s, _)| s)
        .collect()
}

/// For each story those that share one of its heaviest words.
fn neighbours(stories: &[Story]) -> Vec<BTreeSet<usize>> {
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut out: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); stories.len()];
    for (i, story) in stories.iter().enumerate() {
        for word in strongest(story.sum.iter().map(|(k, w)| (*k, *w))) {
            let list = index.entry(word).or_default();
            for &other in list.iter() {
                out[i].insert(other);
                out[other].insert(i);
            }
            list.push(i);
        }
    }
    out
}

/// Mean cosine between the articles of two stories, less the longer the time between them.
fn similarity(a: &Story, b: &Story, config: &Config) -> f64 {
    let (small, large) = if a.sum.len() <= b.sum.len() {
        (&a.sum, &b.sum)
    } else {
        (&b.sum, &a.sum)
    };
    // Summed in the order of words: floating-point sums depend on the order.
    let mut shared: Vec<(u32, f64)> = small
        .iter()
        .filter_map(|(k, w)| Some((*k, w * large.get(k)?)))
        .collect();
    shared.sort_unstable_by_key(|s| s.0);
    let dot: f64 = shared.iter().map(|s| s.1).sum();
    let pairs = (a.members.len() * b.members.len()).max(1);
    dot / pairs as f64 * fade(days_between(a.days, b.days), config.half_life)
}

impl Story {
    /// Takes in the articles of another.
    fn take(&mut self, other: Self) {
        let mut words: Vec<(u32, f64)> = other.sum.into_iter().collect();
        words.sort_unstable_by_key(|w| w.0);
        for (k, w) in words {
            *self.sum.entry(k).or_default() += w;
        }
        self.members.extend(other.members);
        self.widen(other.days);
    }
}
