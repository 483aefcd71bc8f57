//! Winnowed fingerprints of all articles, grouped: which runs of words stand in two articles and more.
//!
//! Schleimer, Wilkerson and Aiken 2003: of every `WINDOW` shingles in a row the one with the least hash is kept, so
//! that two articles which share `SHINGLE` + `WINDOW` − 1 words in a row share a fingerprint.

use rayon::prelude::*;

use crate::words::{Word, Words};

/// Words of one fingerprint.
pub const SHINGLE: usize = 5;
/// Fingerprints of which one is kept.
pub const WINDOW: usize = 4;
/// Places in one article that count for one fingerprint: a refrain says no more than that.
const PLACES: usize = 4;
/// Words of all articles from which sorting is shared out.
const MANY_WORDS: usize = 50_000;
/// Parts that are sorted apart where there are many words.
const PARTS: usize = 256;

/// Where a fingerprint stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Print {
    hash: u32,
    /// Place of the article.
    pub doc: u32,
    /// Its first word there.
    pub at: u32,
}

/// Fingerprints that stand in two articles at least.
#[derive(Debug, Default)]
pub struct Fingerprints {
    parts: Vec<Vec<Print>>,
}

impl Fingerprints {
    /// Those of some articles.
    #[must_use]
    pub fn of(articles: &[&Words]) -> Self {
        if articles.len() < 2 {
            return Self::default();
        }
        let all: usize = articles.iter().map(|w| w.words.len()).sum();
        let parts = if all < MANY_WORDS { 1 } else { PARTS };
        let mut out = Self {
            parts: vec![Vec::new(); parts],
        };
        // In turns, so that never more than one turn's hashes wait to be put in their parts.
        for (turn, some) in articles.chunks(4096).enumerate() {
            let made: Vec<Vec<(u64, u32)>> = some.par_iter().map(|w| winnow(&w.words)).collect();
            for (i, fingerprints) in made.into_iter().enumerate() {
                let doc = (turn * 4096 + i) as u32;
                for (hash, at) in fingerprints {
                    let part = (hash >> 32) as usize % parts;
                    let hash = hash as u32;
                    out.parts[part].push(Print { hash, doc, at });
                }
            }
        }
        out.parts.par_iter_mut().for_each(|part| {
            part.sort_unstable();
            keep_shared(part);
        });
        out
    }

    /// The places of each fingerprint, by article and place, part by part.
    pub fn groups(&self) -> impl Iterator<Item = &[Print]> {
        self.parts.iter().flat_map(|p| groups_of(p))
    }

    /// The parts, each with whole groups.
    #[must_use]
    pub fn parts(&self) -> &[Vec<Print>] {
        &self.parts
    }
}

/// The places of each fingerprint of a part.
pub fn groups_of(part: &[Print]) -> impl Iterator<Item = &[Print]> {
    part.chunk_by(|a, b| a.hash == b.hash)
}

/// Drops fingerprints of one article alone, and places past the first few of one article.
fn keep_shared(part: &mut Vec<Print>) {
    let mut kept = 0;
    let mut from = 0;
    while from < part.len() {
        let same = part[from..]
            .iter()
            .take_while(|p| p.hash == part[from].hash)
            .count();
        let to = from + same;
        if part[from].doc != part[to - 1].doc {
            let mut run = 0;
            for i in from..to {
                run = if i > from && part[i].doc == part[i - 1].doc {
                    run + 1
                } else {
                    0
                };
                if run < PLACES {
                    part[kept] = part[i];
                    kept += 1;
                }
            }
        }
        from = to;
    }
    part.truncate(kept);
    part.shrink_to_fit();
}

/// The least hash of each window of shingles with its place, the rightmost where several are equal.
#[must_use]
pub fn winnow(words: &[Word]) -> Vec<(u64, u32)> {
    let hash = |w: &[Word]| {
        w.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |h, w| {
            (h ^ w.key).wrapping_mul(0x0100_0000_01b3_a5d7).rotate_left(29)
        })
    };
    let hashes: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
    let mut out = Vec::with_capacity(hashes.len() / 2);
    let mut last = usize::MAX;
    for (start, view) in hashes.windows(WINDOW.min(hashes.len().max(1))).enumerate() {
        let (mut best, mut at) = (u64::MAX, 0);
        for (i, &h) in view.iter().enumerate() {
            if h <= best {
                (best, at) = (h, i);
            }
        }
        if start + at != last {
            last = start + at;
            out.push((best, last as u32));
        }
    }
    out
}
