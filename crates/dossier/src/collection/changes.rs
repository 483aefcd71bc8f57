//! What a later version of an article has changed, paragraph by paragraph.
//!
//! Paragraphs that stand in both are anchors: the longest run of them in one order, found in n log n whatever the texts
//! hold. Between two anchors, a paragraph that is gone and one that is new are one rewritten paragraph where half of
//! their words are the same.

use std::collections::BTreeMap;

use dossier_model::{Article, BlockKind, Change, ChangeKind, Span};
use xxhash_rust::xxh3::xxh3_64;

/// Share of the words of the longer paragraph that a rewritten one keeps.
const KEPT: f64 = 0.5;
/// So many new paragraphs are looked at for one that is gone.
const AHEAD: usize = 16;

/// The differences, the headline first, then in order of place.
pub(super) fn find(before: &Article, after: &Article) -> Vec<Change> {
    let (old, new) = (Parts::of(before), Parts::of(after));
    let mut out = Vec::new();
    if old.headline.map(|h| h.words) != new.headline.map(|h| h.words) {
        out.push(Change {
            kind: ChangeKind::Headline,
            before: old.headline.map(|h| h.span),
            after: new.headline.map(|h| h.span),
        });
    }
    let (mut i, mut j) = (0, 0);
    let ends = (old.paragraphs.len(), new.paragraphs.len());
    let anchors = anchors(&old.paragraphs, &new.paragraphs);
    let moved_from: Vec<bool> = held(&old.paragraphs, &new.paragraphs);
    let moved_to: Vec<bool> = held(&new.paragraphs, &old.paragraphs);
    for (a, b) in anchors.into_iter().chain([ends]) {
        // What stands elsewhere in the other text has only moved.
        let gone: Vec<Paragraph> = (i..a)
            .filter(|&k| !moved_from[k])
            .map(|k| old.paragraphs[k])
            .collect();
        let come: Vec<Paragraph> = (j..b)
            .filter(|&k| !moved_to[k])
            .map(|k| new.paragraphs[k])
            .collect();
        compare(Sides { before, after }, &gone, &come, &mut out);
        (i, j) = (a + 1, b + 1);
    }
    out
}

/// Share of the shorter text's runs of three words that stand in the other one: 0 for texts that have nothing to do with
/// each other.
pub(super) fn likeness(a: &Article, b: &Article) -> f64 {
    let (a, b) = (runs(a), runs(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|r| long.binary_search(r).is_ok()).count();
    shared as f64 / short.len().max(1) as f64
}

fn runs(article: &Article) -> Vec<u64> {
    let words: Vec<u64> = article
        .evidence()
        .flat_map(|b| words(b.span.of(article.text())))
        .collect();
    let width = words.len().clamp(1, 3);
    let run = |w: &[u64]| xxh3_64(&w.iter().flat_map(|h| h.to_le_bytes()).collect::<Vec<u8>>());
    let mut runs: Vec<u64> = words.windows(width).map(run).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Hashes of the words without capitals and the marks around them.
fn words(text: &str) -> Vec<u64> {
    (text.split_whitespace())
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .map(|w| xxh3_64(w.to_lowercase().as_bytes()))
        .collect()
}

/// A paragraph, and a hash of its words.
#[derive(Debug, Clone, Copy)]
struct Paragraph {
    span: Span,
    words: u64,
}

/// What an article consists of.
struct Parts {
    headline: Option<Paragraph>,
    paragraphs: Vec<Paragraph>,
}

impl Parts {
    fn of(article: &Article) -> Self {
        let mut parts = Self {
            headline: None,
            paragraphs: Vec::new(),
        };
        for block in article.evidence() {
            let text = block.span.of(article.text());
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let paragraph = Paragraph {
                span: block.span,
                words: xxh3_64(plain.as_bytes()),
            };
            let is_first = parts.headline.is_none() && parts.paragraphs.is_empty();
            if block.kind == BlockKind::Headline && is_first {
                parts.headline = Some(paragraph);
            } else {
                parts.paragraphs.push(paragraph);
            }
        }
        parts
    }
}

/// Which paragraphs of `these` stand in `others`, each as often as there.
fn held(these: &[Paragraph], others: &[Paragraph]) -> Vec<bool> {
    let mut left: BTreeMap<u64, usize> = BTreeMap::new();
    others.iter().for_each(|p| *left.entry(p.words).or_default() += 1);
    (these.iter())
        .map(|p| match left.get_mut(&p.words) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        })
        .collect()
}

/// Places of equal paragraphs, increasing on both sides, as many as there can be of the first with the first, the second
/// with the second of each wording.
fn anchors(old: &[Paragraph], new: &[Paragraph]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<u64, std::collections::VecDeque<usize>> = BTreeMap::new();
    new.iter()
        .enumerate()
        .for_each(|(j, p)| places.entry(p.words).or_default().push_back(j));
    let pairs: Vec<(usize, usize)> = (old.iter().enumerate())
        .filter_map(|(i, p)| Some((i, places.get_mut(&p.words)?.pop_front()?)))
        .collect();
    // The longest increasing run: `tails` holds, by length, the pair that ends a run lowest; `before` its predecessor.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (k, &(_, j)) in pairs.iter().enumerate() {
        let at = tails.partition_point(|&t| pairs[t].1 < j);
        before.push(at.checked_sub(1).map(|i| tails[i]));
        if at == tails.len() {
            tails.push(k);
        } else {
            tails[at] = k;
        }
    }
    let mut out: Vec<(usize, usize)> = std::iter::successors(tails.last().copied(), |&k| before[k])
        .map(|k| pairs[k])
        .collect();
    out.reverse();
    out
}

/// The two articles.
#[derive(Clone, Copy)]
struct Sides<'a> {
    before: &'a Article,
    after: &'a Article,
}

/// Pairs what is gone between two anchors with what came.
fn compare(sides: Sides<'_>, gone: &[Paragraph], come: &[Paragraph], out: &mut Vec<Change>) {
    let old: Vec<Vec<u64>> = gone
        .iter()
        .map(|p| sorted(words(p.span.of(sides.before.text()))))
        .collect();
    let new: Vec<Vec<u64>> = come
        .iter()
        .map(|p| sorted(words(p.span.of(sides.after.text()))))
        .collect();
    let mut next = 0;
    let added = |range: std::ops::Range<usize>, out: &mut Vec<Change>| {
        out.extend(come[range].iter().map(|p| Change {
            kind: ChangeKind::Added,
            before: None,
            after: Some(p.span),
        }));
    };
    for (p, words) in gone.iter().zip(&old) {
        let last = (next + AHEAD).min(come.len());
        let rewritten = (next..last).find(|&k| kept(words, &new[k]) >= KEPT);
        if let Some(k) = rewritten {
            added(next..k, out);
            next = k + 1;
        }
        out.push(Change {
            kind: rewritten.map_or(ChangeKind::Removed, |_| ChangeKind::Changed),
            before: Some(p.span),
            after: rewritten.map(|k| come[k].span),
        });
    }
    added(next..come.len(), out);
}

fn sorted(mut words: Vec<u64>) -> Vec<u64> {
    words.sort_unstable();
    words
}

/// Share of the longer one's words that both hold.
fn kept(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared as f64 / a.len().max(b.len()).max(1) as f64
}
