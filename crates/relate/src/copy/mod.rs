//! Passages that stand in two articles.
//!
//! Winnowed fingerprints (`fingerprints`) find places where two articles share a run of words; runs are drawn out to both
//! sides, joined over small edits and closed where the texts part (`align`).

mod align;
mod fingerprints;
mod record;

use std::ops::Range;

use rayon::prelude::*;

use crate::words::Words;
pub use align::Pair;
pub use fingerprints::{Fingerprints, Print, SHINGLE, WINDOW, winnow};
pub use record::{is_source, to_record};

/// Shared words below which a passage is a turn of phrase and no copy.
pub const LEAST_WORDS: usize = 12;
/// Words that are no names or numbers, of which a copy needs as many: a list of dignitaries is none.
const LEAST_PLAIN_WORDS: usize = 9;
/// Shared words of a passage that may have fewer, as the line under a picture does, if they are a quarter of it.
const LONG: usize = 20;
/// Articles with one fingerprint beyond which each is compared with the earliest alone.
const CROWD: usize = 64;
/// Seeds that are held at once.
const HELD: usize = 4_000_000;

/// A passage in two articles, as ranges of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Place of the one article.
    pub left: usize,
    /// Place of the other, always greater.
    pub right: usize,
    /// Its words in the one.
    pub left_words: Range<usize>,
    /// Its words in the other.
    pub right_words: Range<usize>,
    /// Words that both share, in order.
    pub matched: usize,
    /// Words that are no names or numbers, of the side that has fewer.
    pub plain: usize,
    /// Whether it is the site's own words, which its articles repeat.
    pub is_site: bool,
}

impl Passage {
    /// Whether the passage tells of copying by itself: long enough, and no mere list of names and numbers.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        let is_told =
            self.plain >= LEAST_PLAIN_WORDS || self.matched >= LONG && self.plain * 4 >= self.matched;
        self.matched >= LEAST_WORDS && is_told
    }

    /// Shared words by the longer side's words.
    #[must_use]
    pub fn similarity(&self) -> f64 {
        self.matched as f64 / self.left_words.len().max(self.right_words.len()).max(1) as f64
    }
}

/// Which passages are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those that tell of copying by themselves.
    Copies,
    /// Short ones too, which count for the share of a text that is copied.
    All,
}

/// A fingerprint that stands in two articles: which, and where.
type Seed = (u32, u32, u32, u32);

/// The passages between any two of the articles, by article and place. Articles come in order of time: where more than
/// 64 articles share a fingerprint, each is compared with the earliest of them and not with every other.
#[must_use]
pub fn find(articles: &[&Words], fingerprints: &Fingerprints, wanted: Wanted) -> Vec<Passage> {
    let mut out = Vec::new();
    for block in blocks(articles.len(), fingerprints) {
        let mut seeds: Vec<Seed> = (fingerprints.parts().par_iter())
            .flat_map_iter(|part| {
                let mut seeds = Vec::new();
                for group in fingerprints::groups_of(part) {
                    let is_near = |p: &Print| block.contains(&(p.doc as usize));
                    if group.last().is_some_and(|p| p.doc as usize >= block.start) {
                        let lefts = lefts(group);
                        for (i, a) in group[..lefts].iter().enumerate().filter(|(_, a)| is_near(a)) {
                            let others = group[i + 1..].iter().filter(|b| b.doc != a.doc);
                            seeds.extend(others.map(|b| (a.doc, b.doc, a.at, b.at)));
                        }
                    }
                }
                seeds
            })
            .collect();
        seeds.par_sort_unstable();
        let found: Vec<Vec<Passage>> = seeds
            .par_chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
            .map(|seeds| {
                let (left, right) = (seeds[0].0 as usize, seeds[0].1 as usize);
                let pair = Pair {
                    left: articles[left],
                    right: articles[right],
                };
                let places = seeds.iter().map(|s| (s.2 as usize, s.3 as usize));
                let mut found = pair.passages((left, right), places);
                found.retain(|p| wanted == Wanted::All || p.is_copy());
                found
            })
            .collect();
        out.extend(found.into_iter().flatten());
    }
    out
}

/// How many places of a group stand for the earlier article of a pair: all, or in a crowd those of the earliest.
fn lefts(group: &[Print]) -> usize {
    let docs = group.chunk_by(|a, b| a.doc == b.doc);
    if docs.clone().count() > CROWD {
        docs.clone().next().map_or(0, <[Print]>::len)
    } else {
        group.len()
    }
}

/// Ranges of articles whose seeds fit in memory together.
fn blocks(articles: usize, fingerprints: &Fingerprints) -> Vec<Range<usize>> {
    let mut counts = vec![0usize; articles];
    for group in fingerprints.groups() {
        let lefts = lefts(group);
        let mut rest = group.len();
        for doc in group.chunk_by(|a, b| a.doc == b.doc) {
            if group.len() - rest >= lefts {
                break;
            }
            rest -= doc.len();
            counts[doc[0].doc as usize] += doc.len() * rest;
        }
    }
    let (mut out, mut start, mut held) = (Vec::new(), 0, 0);
    for (doc, count) in counts.iter().enumerate() {
        if held > 0 && held + count > HELD {
            out.push(start..doc);
            (start, held) = (doc, 0);
        }
        held += count;
    }
    if held > 0 {
        out.push(start..articles);
    }
    out
}

#[cfg(test)]
mod tests {
    use dossier_model::AnnotatedArticle;

    use super::*;
    use crate::testing::read;

    fn check(left: &str, right: &str, expected: Option<(&str, usize)>) {
        let (a, b) = (read("a", left), read("b", right));
        let of = |read: &AnnotatedArticle| Words::of(&read.article, |_| None);
        let (x, y) = (of(&a), of(&b));
        let found = find(&[&x, &y], &Fingerprints::of(&[&x, &y]), Wanted::All);
        let shown = found.iter().find(|p| p.is_copy()).map(|p| {
            let span = x.span_of(&p.left_words, left).unwrap();
            (span.of(left), p.matched)
        });
        assert_eq!(shown, expected, "{found:?}");
    }

    const PASSAGE: &str = "The harbour bridge will be closed to lorries from June while engineers replace the cables on its northern side.";

    #[test]
    fn a_passage_inside_longer_articles() {
        check(
            &format!("Something else first. {PASSAGE} And an end that is different."),
            &format!("Quite another beginning here. {PASSAGE} Other words follow."),
            Some((PASSAGE, 19)),
        );
    }

    #[test]
    fn small_edits_and_other_spellings_stay_inside() {
        check(
            "The minister, Lê Hà, told reporters on the ferry that the new northern line would open before the winter of next year.",
            "The minister, Le Ha, told journalists on the ferry that the new northern line would open before the winter of next year.",
            Some((
                "The minister, Lê Hà, told reporters on the ferry that the new northern line would open before the winter of next year.",
                21,
            )),
        );
    }

    #[test]
    fn not_a_turn_of_phrase() {
        check(
            "It was seen as one of the most important events of the year by farmers.",
            "For pupils it was one of the most important events of the term.",
            None,
        );
    }
}
