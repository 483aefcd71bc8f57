//! Passages that stand in two articles.
//!
//! Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) find places where two articles share a run of
//! words; runs are drawn out to both sides, and runs that follow each other over small edits are joined to
//! one passage. Every shared run of at least `SHINGLE` + `WINDOW` − 1 words is found.

use dossier_model::{Article, Cite, Copy, Direction, PublishedPrecision, Span};

use crate::words::{Word, Words};

/// Words of one fingerprint.
const SHINGLE: usize = 5;
/// Fingerprints of which one is kept.
const WINDOW: usize = 4;
/// Words that an edit inside a passage may touch on either side.
const EDIT: usize = 8;
/// Shared words below which a passage is a turn of phrase and no copy.
const LEAST_WORDS: usize = 12;
/// Words that are no names or offices, of which a copy needs as many: a list of dignitaries is none.
const LEAST_PLAIN_WORDS: usize = 9;
/// Share of matching words below which runs are no one passage.
const LEAST_SIMILARITY: f64 = 0.6;
/// Articles with the same fingerprint beyond which only neighbours in time are compared.
const CROWD: usize = 64;

/// A passage in two articles, as ranges of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Place of the one article.
    pub left: usize,
    /// Place of the other, always greater.
    pub right: usize,
    /// Its words in the one.
    pub left_words: std::ops::Range<usize>,
    /// Its words in the other.
    pub right_words: std::ops::Range<usize>,
    /// Words that both share, in order.
    pub matched: usize,
    /// Words of the one side that are no names or offices.
    pub plain: usize,
}

impl Passage {
    /// Whether the passage tells of copying by itself: long enough, and no mere list of names and offices.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.matched >= LEAST_WORDS && self.plain >= LEAST_PLAIN_WORDS
    }

    /// Shared words by the longer side's words.
    #[must_use]
    pub fn similarity(&self) -> f64 {
        self.matched as f64 / self.left_words.len().max(self.right_words.len()).max(1) as f64
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    left: usize,
    right: usize,
    len: usize,
}

/// All passages between any two of the articles, by article and place; short ones too, which count for the
/// share of a text that is copied and are no copies by themselves ([`Passage::is_copy`]).
#[must_use]
pub fn find(articles: &[&Words]) -> Vec<Passage> {
    let mut prints: Vec<(u64, u32, u32)> = Vec::new();
    for (doc, words) in articles.iter().enumerate() {
        winnow(&words.words, |hash, at| {
            prints.push((hash, doc as u32, at as u32))
        });
    }
    prints.sort_unstable();
    let mut seeds: Vec<(u32, u32, u32, u32)> = Vec::new();
    for group in prints.chunk_by(|a, b| a.0 == b.0) {
        let reach = if group.len() > CROWD { 1 } else { group.len() };
        for (i, a) in group.iter().enumerate() {
            for b in group.iter().skip(i + 1).take(reach) {
                if a.1 != b.1 {
                    seeds.push((a.1, b.1, a.2, b.2));
                }
            }
        }
    }
    drop(prints);
    seeds.sort_unstable();
    seeds.dedup();
    let mut out = Vec::new();
    for pair in seeds.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (left, right) = (pair[0].0 as usize, pair[0].1 as usize);
        passages_of_pair(left, right, articles[left], articles[right], pair, &mut out);
    }
    out
}

/// Hands the least hash of each window of shingles to `keep`, the rightmost where several are equal.
fn winnow(words: &[Word], mut keep: impl FnMut(u64, usize)) {
    let hashes: Vec<u64> = words
        .windows(SHINGLE)
        .map(|w| {
            w.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |h, w| {
                (h ^ w.key).wrapping_mul(0x0100_0000_01b3_a5d7).rotate_left(29)
            })
        })
        .collect();
    let mut last = usize::MAX;
    let window = WINDOW.min(hashes.len().max(1));
    for (start, view) in hashes.windows(window).enumerate() {
        let (mut best, mut at) = (u64::MAX, 0);
        for (i, &h) in view.iter().enumerate() {
            if h <= best {
                (best, at) = (h, i);
            }
        }
        if start + at != last {
            last = start + at;
            keep(best, last);
        }
    }
}

fn passages_of_pair(
    left: usize,
    right: usize,
    a: &Words,
    b: &Words,
    seeds: &[(u32, u32, u32, u32)],
    out: &mut Vec<Passage>,
) {
    let mut runs: Vec<Run> = Vec::new();
    for seed in seeds {
        let (l, r) = (seed.2 as usize, seed.3 as usize);
        let known = runs
            .iter()
            .rev()
            .take(64)
            .any(|run| run.left <= l && l < run.left + run.len && l + run.right == r + run.left);
        if !known && let Some(run) = draw_out(a, b, l, r) {
            runs.push(run);
        }
    }
    runs.sort_unstable();
    runs.dedup();
    let mut chains: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        let fits = |last: &Run| {
            let (l, r) = (last.left + last.len, last.right + last.len);
            l <= run.left
                && r <= run.right
                && run.left - l <= EDIT
                && run.right - r <= EDIT
                && !has_break(a, l, run.left)
                && !has_break(b, r, run.right)
        };
        match chains
            .iter_mut()
            .rev()
            .take(32)
            .find(|c| c.last().is_some_and(fits))
        {
            Some(chain) => chain.push(run),
            None => chains.push(vec![run]),
        }
    }
    let mut found: Vec<Passage> = chains
        .iter()
        .filter_map(|chain| {
            let (first, last) = (chain.first()?, chain.last()?);
            let mut matched: usize = chain.iter().map(|r| r.len).sum();
            for pair in chain.windows(2) {
                let l = pair[0].left + pair[0].len..pair[1].left;
                let r = pair[0].right + pair[0].len..pair[1].right;
                matched += common_in_order(&a.words[l], &b.words[r]);
            }
            let left_words = first.left..last.left + last.len;
            let plain = a.words[left_words.clone()].iter().filter(|w| !w.is_name).count();
            let right_words = first.right..last.right + last.len;
            let passage = Passage {
                left,
                right,
                left_words,
                right_words,
                matched,
                plain,
            };
            (passage.similarity() >= LEAST_SIMILARITY).then_some(passage)
        })
        .collect();
    // A passage that one article prints twice is one copy: the longest wins.
    found.sort_by(|x, y| {
        y.matched
            .cmp(&x.matched)
            .then(x.left_words.start.cmp(&y.left_words.start))
    });
    let mut kept: Vec<Passage> = Vec::new();
    for p in found {
        let covered = |k: &Passage| {
            overlap(&k.left_words, &p.left_words) * 2 > p.left_words.len()
                || overlap(&k.right_words, &p.right_words) * 2 > p.right_words.len()
        };
        if !kept.iter().any(covered) {
            kept.push(p);
        }
    }
    kept.sort_by_key(|p| (p.left_words.start, p.right_words.start));
    out.extend(kept);
}

/// The longest run of equal words around a seed.
fn draw_out(a: &Words, b: &Words, l: usize, r: usize) -> Option<Run> {
    let same = |l: usize, r: usize| match (a.words.get(l), b.words.get(r)) {
        (Some(x), Some(y)) => x.key == y.key,
        _ => false,
    };
    if !(0..SHINGLE).all(|i| same(l + i, r + i)) {
        return None;
    }
    let (mut left, mut right) = (l, r);
    while left > 0
        && right > 0
        && same(left - 1, right - 1)
        && !has_break(a, left, left)
        && !has_break(b, right, right)
    {
        (left, right) = (left - 1, right - 1);
    }
    let mut len = l - left + 1;
    while same(left + len, right + len)
        && !has_break(a, left + len, left + len)
        && !has_break(b, right + len, right + len)
    {
        len += 1;
    }
    (len >= SHINGLE).then_some(Run { left, right, len })
}

/// Whether something that is no evidence stands before one of the words `from..=to`.
fn has_break(words: &Words, from: usize, to: usize) -> bool {
    let i = words.breaks.partition_point(|&b| b < from);
    words.breaks.get(i).is_some_and(|&b| b <= to && b > 0)
}

fn overlap(a: &std::ops::Range<usize>, b: &std::ops::Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Length of the longest common subsequence of two short stretches.
fn common_in_order(a: &[Word], b: &[Word]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x.key == y.key {
                diagonal + 1
            } else {
                above.max(row[j])
            };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// The words of a range as a span, with the punctuation that closes it.
#[must_use]
pub fn span_of(words: &Words, range: &std::ops::Range<usize>, text: &str) -> Option<Span> {
    let first = words.words.get(range.start)?.span;
    let last = words.words.get(range.end.checked_sub(1)?)?.span;
    let mut span = first.cover(last);
    let tail = text.get(span.end as usize..).unwrap_or("");
    let mut extra = 0;
    for (i, c) in tail.char_indices().take(3) {
        if !matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | ')') {
            break;
        }
        extra = i + c.len_utf8();
    }
    span.end += extra as u32;
    Some(span)
}

/// A passage as the record shows it: from the earlier or credited article, where either is known.
#[must_use]
pub fn to_record(passage: &Passage, articles: &[(&Article, &Words)]) -> Option<Copy> {
    let side = |i: usize, range: &std::ops::Range<usize>| -> Option<Cite> {
        let (article, words) = articles.get(i)?;
        Some(Cite {
            article: article.id.clone(),
            span: span_of(words, range, article.text())?,
        })
    };
    let left = side(passage.left, &passage.left_words)?;
    let right = side(passage.right, &passage.right_words)?;
    let (a, b) = (articles[passage.left].0, articles[passage.right].0);
    let (from, to, direction) = match order(a, b) {
        Some(true) => (left, right, Direction::Known),
        Some(false) => (right, left, Direction::Known),
        None => (left, right, Direction::Unknown),
    };
    let similarity = (passage.similarity() * 1000.0).round() / 1000.0;
    Some(Copy {
        from,
        to,
        words: passage.matched,
        similarity,
        direction,
    })
}

/// Whether `a` is the source: published earlier, or alone credited to an agency; `None` where neither tells.
fn order(a: &Article, b: &Article) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.meta.published, b.meta.published) {
        let exact = |p: PublishedPrecision| p >= PublishedPrecision::Day;
        if exact(x.precision) && exact(y.precision) && x.date != y.date {
            return Some(x.date < y.date);
        }
        if x.date == y.date
            && x.offset == y.offset
            && let (Some(s), Some(t)) = (x.time, y.time)
            && s != t
        {
            return Some(s < t);
        }
    }
    match (&a.meta.agency, &b.meta.agency) {
        (Some(_), None) => Some(true),
        (None, Some(_)) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;

    fn check(left: &str, right: &str, expected: Option<(&str, usize)>) {
        let (a, b) = (read("a", left), read("b", right));
        let (x, y) = (Words::of(&a), Words::of(&b));
        let found = find(&[&x, &y]);
        let shown = found.iter().find(|p| p.is_copy()).map(|p| {
            let span = span_of(&x, &p.left_words, left).unwrap();
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
