//! The passages of two articles, drawn out from the fingerprints that they share.

use std::ops::Range;

use super::fingerprints::SHINGLE;
use super::{LEAST_WORDS, Passage};
use crate::words::{Word, Words};

/// Words that an edit inside a passage may touch on either side.
const EDIT: usize = 8;
/// Words that may be put in where the other side has next to nothing: who said it, a caption's credit.
const INSERTION: usize = 16;
/// Words that the other side may have there.
const BESIDE_INSERTION: usize = 3;
/// Share of matching words below which runs are no one passage.
const LEAST_SIMILARITY: f64 = 0.6;
/// Words that both must share before a passage's ends are looked at more closely.
const SURE: usize = 8;
/// Words behind a passage's ends that are looked at.
const REACH: usize = 24;
/// How far the count of matches less edits may fall below its best before the end is settled.
const FALL: i32 = 6;
/// Words of a run that counts between articles which are known to share a passage.
const FINE: usize = 3;
/// Places of one such run from which it is a refrain.
const REFRAIN: usize = 4;
/// Runs that a new seed is compared with, and passages that a new run may join.
const LOOK_BACK: usize = 32;

/// A run of equal words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    left: usize,
    right: usize,
    len: usize,
}

/// Two stretches of words that tell the same, with the words that match.
#[derive(Debug, Clone)]
struct Stretch {
    left: Range<usize>,
    right: Range<usize>,
    matched: usize,
    /// Words of the last run.
    last: usize,
}

impl Stretch {
    fn of(run: Run) -> Self {
        Self {
            left: run.left..run.left + run.len,
            right: run.right..run.right + run.len,
            matched: run.len,
            last: run.len,
        }
    }

    fn similarity(&self) -> f64 {
        self.matched as f64 / self.left.len().max(self.right.len()).max(1) as f64
    }
}

/// Two articles side by side.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// Words of the one.
    pub left: &'a Words,
    /// Words of the other.
    pub right: &'a Words,
}

impl Pair<'_> {
    /// The passages around `seeds`, places of one fingerprint in both, in order; `places` are the articles'.
    pub fn passages(
        self,
        places: (usize, usize),
        seeds: impl Iterator<Item = (usize, usize)>,
    ) -> Vec<Passage> {
        let mut runs: Vec<Run> = Vec::new();
        for (l, r) in seeds {
            let is_known =
                |run: &Run| run.left <= l && l < run.left + run.len && l + run.right == r + run.left;
            if !runs.iter().rev().take(LOOK_BACK).any(is_known)
                && let Some(run) = self.draw_out(l, r, SHINGLE)
            {
                runs.push(run);
            }
        }
        let mut found = self.stretches(&mut runs);
        // Two articles that share a passage may share more of it, edited beyond the reach of fingerprints.
        if found.iter().any(|s| s.matched >= LEAST_WORDS) {
            let more = self.fine_runs(&found);
            if !more.is_empty() {
                runs.extend(more);
                found = self.stretches(&mut runs);
            }
        }
        found.into_iter().map(|s| self.passage(places, s)).collect()
    }

    /// The stretches that some runs make.
    fn stretches(self, runs: &mut Vec<Run>) -> Vec<Stretch> {
        runs.sort_unstable();
        runs.dedup();
        let mut stretches = self.join(runs);
        for stretch in stretches.iter_mut().filter(|s| s.matched >= SURE) {
            self.extend(stretch);
        }
        longest(self.merge(stretches))
    }

    /// Short runs outside what was found, few enough to mean something.
    fn fine_runs(self, found: &[Stretch]) -> Vec<Run> {
        let free = |words: &Words, side: fn(&Stretch) -> &Range<usize>| -> Vec<usize> {
            let mut is_free = vec![true; words.words.len()];
            for s in found.iter().filter(|s| s.matched >= LEAST_WORDS) {
                is_free[side(s).clone()].fill(false);
            }
            let starts = 0..words.words.len().saturating_sub(FINE - 1);
            starts.filter(|&i| is_free[i] && is_free[i + FINE - 1]).collect()
        };
        let (lefts, rights) = (free(self.left, |s| &s.left), free(self.right, |s| &s.right));
        if lefts.len().min(rights.len()) < LEAST_WORDS {
            return Vec::new();
        }
        let key = |words: &Words, i: usize| {
            let shingle = words.words[i..i + FINE].iter();
            shingle.fold(0u64, |h, w| {
                (h ^ w.key).wrapping_mul(0x0100_0000_01b3_a5d7).rotate_left(29)
            })
        };
        let mut index: Vec<(u64, usize)> = rights.into_iter().map(|i| (key(self.right, i), i)).collect();
        index.sort_unstable();
        let mut out: Vec<Run> = Vec::new();
        for l in lefts {
            let hash = key(self.left, l);
            let from = index.partition_point(|e| e.0 < hash);
            let places = index[from..].iter().take_while(|e| e.0 == hash);
            if places.clone().nth(REFRAIN).is_some() {
                continue;
            }
            for &(_, r) in places {
                let is_known =
                    |run: &Run| run.left <= l && l < run.left + run.len && l + run.right == r + run.left;
                if !out.iter().rev().take(LOOK_BACK).any(is_known)
                    && let Some(run) = self.draw_out(l, r, FINE)
                {
                    out.push(run);
                }
            }
        }
        out
    }

    fn passage(self, (left, right): (usize, usize), s: Stretch) -> Passage {
        let plain = |words: &[Word]| words.iter().filter(|w| !w.is_name()).count();
        let is_site = |words: &Words, range: &Range<usize>| words.site_words(range) * 2 > range.len();
        Passage {
            left,
            right,
            matched: s.matched,
            plain: plain(&self.left.words[s.left.clone()]).min(plain(&self.right.words[s.right.clone()])),
            is_site: is_site(self.left, &s.left) || is_site(self.right, &s.right),
            left_words: s.left,
            right_words: s.right,
        }
    }

    fn same(self, l: usize, r: usize) -> bool {
        match (self.left.words.get(l), self.right.words.get(r)) {
            (Some(x), Some(y)) => x.key == y.key,
            _ => false,
        }
    }

    /// Whether something else begins before the left word `l` or the right word `r`.
    fn ends(self, l: usize, r: usize) -> bool {
        self.left.has_break(l, l) || self.right.has_break(r, r)
    }

    /// The longest run of equal words around word `l` of the one and `r` of the other, as words of both.
    #[must_use]
    pub fn run_at(self, l: usize, r: usize) -> Option<(Range<usize>, Range<usize>)> {
        let run = self.draw_out(l, r, SHINGLE)?;
        Some((run.left..run.left + run.len, run.right..run.right + run.len))
    }

    /// The longest run of equal words around a seed, of `least` words and more.
    fn draw_out(self, l: usize, r: usize, least: usize) -> Option<Run> {
        let (mut left, mut right) = (l, r);
        while left > 0 && right > 0 && self.same(left - 1, right - 1) && !self.ends(left, right) {
            (left, right) = (left - 1, right - 1);
        }
        let mut len = l - left;
        while self.same(left + len, right + len) && (len == 0 || !self.ends(left + len, right + len)) {
            len += 1;
        }
        (len >= least).then_some(Run { left, right, len })
    }

    /// Joins runs that follow each other over small edits.
    fn join(self, runs: &[Run]) -> Vec<Stretch> {
        let mut out: Vec<Stretch> = Vec::new();
        for &run in runs {
            let joined = |s: &Stretch| -> Option<Stretch> {
                let (l, r) = (
                    run.left.checked_sub(s.left.end)?,
                    run.right.checked_sub(s.right.end)?,
                );
                // A short run bridges a short edit only.
                let sure = s.last.min(run.len);
                let is_edit = l.max(r) <= if sure < SHINGLE { sure + 1 } else { EDIT };
                let is_insertion = sure >= SURE && l.max(r) <= INSERTION && l.min(r) <= BESIDE_INSERTION;
                if !(is_edit || is_insertion)
                    || self.left.has_break(s.left.end, run.left)
                    || self.right.has_break(s.right.end, run.right)
                {
                    return None;
                }
                let between = common_in_order(
                    &self.left.words[s.left.end..run.left],
                    &self.right.words[s.right.end..run.right],
                );
                let whole = Stretch {
                    left: s.left.start..run.left + run.len,
                    right: s.right.start..run.right + run.len,
                    matched: s.matched + between + run.len,
                    last: run.len,
                };
                (whole.similarity() >= LEAST_SIMILARITY).then_some(whole)
            };
            // The nearest one, the latest of equals.
            let near = out.iter_mut().rev().take(LOOK_BACK);
            let fitting = near.filter_map(|s| joined(s).map(|whole| (s, whole)));
            let found = fitting.min_by_key(|(s, _)| run.left - s.left.end + run.right - s.right.end);
            match found {
                Some((stretch, whole)) => *stretch = whole,
                None => out.push(Stretch::of(run)),
            }
        }
        out
    }

    /// Draws a stretch's ends out over small edits, as long as matches outweigh them (the X-drop of Zhang et al.
    /// 2000).
    fn extend(self, s: &mut Stretch) {
        let left_end = clear(self.left, s.left.end, REACH);
        let right_end = clear(self.right, s.right.end, REACH);
        let (l, r, matched) = best_end(left_end, right_end, |i, k| {
            self.same(s.left.end + i, s.right.end + k)
        });
        s.left.end += l;
        s.right.end += r;
        s.matched += matched;
        let left_start = clear_before(self.left, s.left.start, REACH);
        let right_start = clear_before(self.right, s.right.start, REACH);
        let (l, r, matched) = best_end(left_start, right_start, |i, k| {
            self.same(s.left.start - 1 - i, s.right.start - 1 - k)
        });
        s.left.start -= l;
        s.right.start -= r;
        s.matched += matched;
    }

    /// Makes one of stretches that have grown into each other in the same order.
    fn merge(self, mut stretches: Vec<Stretch>) -> Vec<Stretch> {
        stretches.sort_by_key(|s| (s.left.start, s.right.start, s.left.end, s.right.end));
        let mut out: Vec<Stretch> = Vec::new();
        for s in stretches {
            let touches = |o: &Stretch| {
                s.left.start < o.left.end
                    && s.right.start < o.right.end
                    && o.right.start <= s.right.start
                    && o.left.end <= s.left.end
                    && o.right.end <= s.right.end
            };
            let Some(last) = out.iter_mut().rev().take(LOOK_BACK).find(|o| touches(o)) else {
                out.push(s);
                continue;
            };
            let whole = Stretch {
                left: last.left.start..s.left.end,
                right: last.right.start..s.right.end,
                last: s.last,
                matched: last.matched
                    + common_in_order(
                        &self.left.words[last.left.end..s.left.end],
                        &self.right.words[last.right.end..s.right.end],
                    ),
            };
            if whole.similarity() >= LEAST_SIMILARITY {
                *last = whole;
            } else {
                out.push(s);
            }
        }
        out.retain(|s| s.similarity() >= LEAST_SIMILARITY);
        out
    }
}

/// A text that one article fingerprints twice is one passage: the longest wins.
fn longest(mut found: Vec<Stretch>) -> Vec<Stretch> {
    found.sort_by_key(|s| (std::cmp::Reverse(s.matched), s.left.start, s.right.start));
    let mut kept: Vec<Stretch> = Vec::new();
    for s in found {
        let is_covered = |k: &Stretch| {
            overlap(&k.left, &s.left) * 2 > s.left.len() || overlap(&k.right, &s.right) * 2 > s.right.len()
        };
        if !kept.iter().any(is_covered) {
            kept.push(s);
        }
    }
    kept.sort_by_key(|s| (s.left.start, s.right.start));
    kept
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// How many words, `most` at most, stand from `at` on before something else begins.
fn clear(words: &Words, at: usize, most: usize) -> usize {
    let end = words.words.len().min(at + most);
    let i = words.breaks.partition_point(|&b| b < at);
    words
        .breaks
        .get(i)
        .map_or(end, |&b| b.min(end))
        .saturating_sub(at)
}

/// How many words, `most` at most, stand before `at` until something else began.
fn clear_before(words: &Words, at: usize, most: usize) -> usize {
    let start = at.saturating_sub(most);
    let i = words.breaks.partition_point(|&b| b <= at);
    let from = i.checked_sub(1).map_or(start, |i| words.breaks[i].max(start));
    at.saturating_sub(from)
}

/// How far two stretches of `n` and `m` words tell the same from their beginnings: words of each, and how many match.
/// A match counts one, an edit takes one off.
fn best_end(n: usize, m: usize, same: impl Fn(usize, usize) -> bool) -> (usize, usize, usize) {
    const NEVER: i32 = i32::MIN / 2;
    let mut best = (0, 0, 0, 0);
    let mut row: Vec<(i32, usize)> = (0..=m).map(|k| (-(k as i32), 0)).collect();
    for i in 0..n {
        let mut diagonal = row[0];
        row[0] = (-(i as i32) - 1, 0);
        let mut most = row[0].0;
        for k in 0..m {
            let above = row[k + 1];
            let aside = row[k];
            let step = if same(i, k) { (1, 1) } else { (-1, 0) };
            let mut cell = (diagonal.0 + step.0, diagonal.1 + step.1);
            for other in [above, aside] {
                if other.0 - 1 > cell.0 {
                    cell = (other.0 - 1, other.1);
                }
            }
            if cell.0 < best.0 - FALL {
                cell.0 = NEVER;
            }
            diagonal = above;
            row[k + 1] = cell;
            most = most.max(cell.0);
            if cell.0 > best.0 {
                best = (cell.0, i + 1, k + 1, cell.1);
            }
        }
        if most < best.0 - FALL {
            break;
        }
    }
    (best.1, best.2, best.3)
}

/// Length of the longest common subsequence of two stretches.
fn common_in_order(a: &[Word], b: &[Word]) -> usize {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
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
