//! A few numbers for a text, by which much of the same text is known again.

use std::collections::HashMap;

/// Words of one shingle.
const SHINGLE: usize = 5;
/// Numbers that are kept of a text.
const KEPT: usize = 48;
/// Shingles that two texts share, by all that they have, from which one holds a good part of the other: a third of an
/// article printed in another of its length is a fifth of both.
const SHARED: f64 = 0.12;

/// The least hashes of a text's shingles (bottom-k sketch; Broder 1997), in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sketch(Box<[u32]>);

/// Makes a sketch while words are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Maker {
    last: [u64; SHINGLE],
    read: usize,
    hashes: Vec<u32>,
}

impl Maker {
    pub fn read(&mut self, word: u64) {
        self.last[self.read % SHINGLE] = word;
        self.read += 1;
        if self.read >= SHINGLE {
            let mut hash = 0u64;
            for i in 0..SHINGLE {
                hash = (hash ^ self.last[(self.read + i) % SHINGLE])
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                    .rotate_left(31);
            }
            self.hashes.push((hash >> 32) as u32);
        }
    }

    pub fn finish(mut self) -> Sketch {
        // Repeated shingles are few: some more are kept until they are gone.
        if self.hashes.len() > 2 * KEPT {
            self.hashes.select_nth_unstable(2 * KEPT);
            self.hashes.truncate(2 * KEPT);
        }
        self.hashes.sort_unstable();
        self.hashes.dedup();
        self.hashes.truncate(KEPT);
        Sketch(self.hashes.into())
    }
}

impl Sketch {
    /// Estimated share of the shingles of both that both have (Jaccard).
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut all, mut both) = (0, 0, 0, 0);
        while all < KEPT {
            match (self.0.get(i), other.0.get(j)) {
                (Some(a), Some(b)) => {
                    i += usize::from(a <= b);
                    j += usize::from(b <= a);
                    both += usize::from(a == b);
                }
                (Some(_), None) => i += 1,
                (None, Some(_)) => j += 1,
                (None, None) => break,
            }
            all += 1;
        }
        both as f64 / (all as f64).max(1.0)
    }
}

/// Groups texts of which one holds a good part of another: for each its first printing, itself where it is one.
/// `are_two` says of two such texts whether they are of two things all the same.
pub(super) fn first_printings<'a>(
    sketches: impl Iterator<Item = &'a Sketch>,
    are_two: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    /// Printings that share one shingle; more of them tell nothing new.
    const CROWD: usize = 16;
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut firsts: Vec<(usize, &Sketch)> = Vec::new();
    let mut out = Vec::new();
    for (i, sketch) in sketches.enumerate() {
        let mut near: Vec<usize> = (sketch.0.iter())
            .filter_map(|h| holders.get(h))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let first = near.into_iter().find(|&n| {
            let (other, first) = firsts[n];
            first.likeness(sketch) >= SHARED && !are_two(other, i)
        });
        if let Some(n) = first {
            out.push(firsts[n].0);
            continue;
        }
        for &h in &sketch.0 {
            let list = holders.entry(h).or_default();
            if list.len() < CROWD {
                list.push(firsts.len());
            }
        }
        firsts.push((i, sketch));
        out.push(i);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(words: impl Iterator<Item = u64>) -> Sketch {
        let mut maker = Maker::default();
        words.for_each(|w| maker.read(w.wrapping_mul(0x2545_f491_4f6c_dd1d)));
        maker.finish()
    }

    #[test]
    fn a_part_is_known_again() {
        let whole = sketch(0..300);
        let part = sketch((150..300).chain(1_000..1_100));
        let other = sketch(2_000..2_300);
        assert!(whole.likeness(&whole) > 0.99);
        assert!(whole.likeness(&part) > 0.2);
        assert!(whole.likeness(&other) < 0.05);
        assert_eq!(
            first_printings([&whole, &other, &part, &whole].into_iter(), |_, _| false),
            [0, 1, 0, 0]
        );
    }

    #[test]
    fn short_texts_are_their_own() {
        let none = sketch(0..3);
        assert_eq!(first_printings([&none, &none].into_iter(), |_, _| false), [0, 1]);
    }
}
