//! Joins stories that have come close, nearest first (average linkage).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use rayon::prelude::*;

use super::Config;
use super::bag::Bag;
use super::pass::{Postings, Story, days_between, fade, first, may_be_one};
use super::vector::{dot, strongest};

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
pub(super) fn join_near(mut stories: Vec<Story>, bags: &[&Bag], config: &Config) -> Vec<Story> {
    let mut near = neighbours(&stories);
    // How often a story has changed: pairs of older states are passed over.
    let mut version: Vec<u32> = vec![0; stories.len()];
    let mut gone: Vec<bool> = vec![false; stories.len()];
    let pairs: Vec<(usize, usize)> = (0..stories.len())
        .flat_map(|a| near[a].range(a + 1..).map(move |&b| (a, b)).collect::<Vec<_>>())
        .collect();
    let mut heap: BinaryHeap<_> = pairs
        .into_par_iter()
        .filter_map(|(a, b)| {
            let s = similarity(&stories[a], &stories[b], config);
            (s >= config.merge).then_some((Similarity(s), Reverse((a, b)), 0, 0))
        })
        .collect();
    while let Some((Similarity(s), Reverse((a, b)), at_a, at_b)) = heap.pop() {
        if gone[a] || gone[b] || version[a] != at_a || version[b] != at_b {
            continue;
        }
        if !may_be_one(&stories[a], &stories[b], bags, s) {
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
        for &c in &around {
            near[c].remove(&b);
            near[c].insert(a);
            let s = similarity(&stories[a], &stories[c], config);
            if s >= config.merge {
                let (low, high) = (a.min(c), a.max(c));
                heap.push((Similarity(s), Reverse((low, high)), version[low], version[high]));
            }
        }
        near[a] = around.into_iter().collect();
    }
    stories
        .into_iter()
        .zip(gone)
        .filter(|(_, gone)| !gone)
        .map(|(s, _)| s)
        .collect()
}

/// Neighbours of one story that are compared in full.
const LOOKED_AT: usize = 16;

/// For each story those that share most of its heaviest words, and those whose it shares most of.
fn neighbours(stories: &[Story]) -> Vec<BTreeSet<usize>> {
    let strong: Vec<Vec<(u32, f32)>> = stories
        .par_iter()
        .map(|s| {
            let all = s.members.len().max(1) as f32;
            let mut words = strongest(&s.sum);
            words.iter_mut().for_each(|w| w.1 /= all);
            words
        })
        .collect();
    let mut postings = Postings::default();
    let mut out: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); stories.len()];
    for (i, words) in strong.iter().enumerate() {
        for (other, _) in first(postings.shared(words), LOOKED_AT, |n| n.1) {
            out[i].insert(other as usize);
            out[other as usize].insert(i);
        }
        postings.add(i as u32, words);
    }
    out
}

/// Mean cosine between the articles of two stories, less the longer the time between them.
fn similarity(a: &Story, b: &Story, config: &Config) -> f64 {
    let pairs = (a.members.len() * b.members.len()).max(1);
    dot(&a.sum, &b.sum) / pairs as f64 * fade(days_between(a.days, b.days), config.half_life)
}
