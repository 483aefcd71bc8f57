//! Tables of trained weights, small on disk and in memory.
//!
//! A feature is a 32-bit hash. A [`Vocabulary`] keeps the hashes that were worth a weight as a set of bits and
//! gives each its row; what is not in the set costs one look into a few hundred kilobytes. Reading never fails
//! hard: a short or wrong file gives an empty table.

/// Bits of a feature's hash that are kept.
pub const KEY_BITS: u32 = 23;

/// The set of known features.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    len: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Word {
    bits: u64,
    rank: u32,
}

impl Vocabulary {
    /// The set of `keys`, which are sorted, without doubles and below 2^[`KEY_BITS`].
    #[must_use]
    pub fn new(keys: &[u32]) -> Self {
        let mut words = vec![Word::default(); 1 << (KEY_BITS - 6)];
        for &k in keys {
            if let Some(w) = words.get_mut((k >> 6) as usize) {
                w.bits |= 1 << (k & 63);
            }
        }
        let mut rank = 0;
        for w in &mut words {
            w.rank = rank;
            rank += w.bits.count_ones();
        }
        Self {
            words,
            len: rank as usize,
        }
    }

    /// The row of a feature.
    #[must_use]
    pub fn get(&self, feature: u32) -> Option<usize> {
        let key = feature >> (32 - KEY_BITS);
        let w = self.words.get((key >> 6) as usize)?;
        let below = w.bits & ((1u64 << (key & 63)) - 1);
        (w.bits >> (key & 63) & 1 == 1).then(|| (w.rank + below.count_ones()) as usize)
    }

    /// How many features there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// Rows with a weight for each of `N` classes.
#[derive(Debug, Clone, Default)]
pub struct Dense<const N: usize> {
    vocabulary: Vocabulary,
    rows: Vec<[i16; N]>,
}

impl<const N: usize> Dense<N> {
    /// Adds the weights of `feature` to `scores`.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut [i32; N]) {
        if let Some(row) = self.vocabulary.get(feature).and_then(|r| self.rows.get(r)) {
            for (s, w) in scores.iter_mut().zip(row) {
                *s += i32::from(*w);
            }
        }
    }
}

/// Rows that name the few classes they have a weight for.
#[derive(Debug, Clone, Default)]
pub struct Sparse {
    vocabulary: Vocabulary,
    starts: Vec<u32>,
    pairs: Vec<(u8, i8)>,
}

impl Sparse {
    /// Adds the weights of `feature` to `scores`.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut [i32]) {
        let Some(r) = self.vocabulary.get(feature) else {
            return;
        };
        let (Some(&from), Some(&to)) = (self.starts.get(r), self.starts.get(r + 1)) else {
            return;
        };
        for &(class, w) in self.pairs.get(from as usize..to as usize).unwrap_or(&[]) {
            if let Some(s) = scores.get_mut(class as usize) {
                *s += i32::from(w);
            }
        }
    }
}

/// Reads numbers from bytes; past the end there are zeros.
#[derive(Debug)]
pub struct Reader<'a>(pub &'a [u8]);

impl Reader<'_> {
    /// One byte.
    pub fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((b, rest)) => {
                self.0 = rest;
                *b
            }
            None => 0,
        }
    }

    /// A number of 7 bits a byte, low ones first.
    pub fn number(&mut self) -> u32 {
        let mut out = 0u32;
        for shift in (0..32).step_by(7) {
            let b = self.byte();
            out |= u32::from(b & 127).wrapping_shl(shift);
            if b < 128 {
                break;
            }
        }
        out
    }

    /// A count that the rest of the file can hold.
    pub fn count(&mut self) -> usize {
        let n = self.number() as usize;
        if n > self.0.len() { 0 } else { n }
    }

    /// Sorted keys, written as their distances.
    pub fn keys(&mut self) -> Vec<u32> {
        let n = self.count();
        let mut at = 0u32;
        (0..n)
            .map(|_| {
                at = at.wrapping_add(self.number());
                at
            })
            .collect()
    }

    /// `n` bytes.
    pub fn bytes(&mut self, n: usize) -> &[u8] {
        let (head, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        head
    }

    /// A table of rows with few classes.
    pub fn sparse(&mut self) -> Sparse {
        let vocabulary = Vocabulary::new(&self.keys());
        let n = vocabulary.len();
        let mut starts = Vec::with_capacity(n + 1);
        let mut at = 0u32;
        starts.push(0);
        for &b in self.bytes(n) {
            at += u32::from(b);
            starts.push(at);
        }
        let m = (at as usize).min(self.0.len() / 2);
        let classes = self.bytes(m).to_vec();
        let weights = self.bytes(m);
        let pairs = classes.iter().zip(weights).map(|(&c, &w)| (c, w as i8)).collect();
        Sparse {
            vocabulary,
            starts,
            pairs,
        }
    }

    /// A table of rows with all classes.
    pub fn dense<const N: usize>(&mut self) -> Dense<N> {
        let vocabulary = Vocabulary::new(&self.keys());
        let n = vocabulary.len();
        let mut rows = vec![[0i16; N]; n];
        for k in 0..N {
            let low = self.bytes(n).to_vec();
            let high = self.bytes(n);
            for (row, (l, h)) in rows.iter_mut().zip(low.iter().zip(high)) {
                row[k] = i16::from_le_bytes([*l, *h]);
            }
        }
        Dense { vocabulary, rows }
    }
}

/// Writes what [`Reader`] reads.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number of 7 bits a byte, low ones first.
    pub fn number(&mut self, mut n: u32) {
        while n > 127 {
            self.0.push(n as u8 | 128);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    /// Sorted keys.
    pub fn keys(&mut self, keys: &[u32]) {
        self.number(keys.len() as u32);
        let mut last = 0;
        for &k in keys {
            self.number(k - last);
            last = k;
        }
    }

    /// Rows by their sorted keys; a row has at most 255 classes.
    pub fn sparse(&mut self, keys: &[u32], rows: &[Vec<(u8, i8)>]) {
        self.keys(keys);
        self.0.extend(rows.iter().map(|r| r.len() as u8));
        self.0.extend(rows.iter().flatten().map(|(c, _)| *c));
        self.0.extend(rows.iter().flatten().map(|(_, w)| *w as u8));
    }

    /// Rows by their sorted keys.
    pub fn dense<const N: usize>(&mut self, keys: &[u32], rows: &[[i16; N]]) {
        self.keys(keys);
        for k in 0..N {
            self.0.extend(rows.iter().map(|r| r[k].to_le_bytes()[0]));
            self.0.extend(rows.iter().map(|r| r[k].to_le_bytes()[1]));
        }
    }
}

/// Joins the parts of a feature to its hash; `template` tells features of equal parts apart.
#[inline]
#[must_use]
pub fn mix(template: u32, a: u32, b: u32, c: u32) -> u32 {
    let mut h = (template.wrapping_add(1)).wrapping_mul(0x9E37_79B1) ^ a;
    h = (h ^ (h >> 15)).wrapping_mul(0x85EB_CA6B) ^ b;
    h = (h ^ (h >> 13)).wrapping_mul(0xC2B2_AE35) ^ c;
    h = (h ^ (h >> 16)).wrapping_mul(0x27D4_EB2F);
    h ^ (h >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_back_as_written() {
        let keys = [3, 64, 65, 1 << 20];
        let mut w = Writer::default();
        w.sparse(
            &keys,
            &[vec![(1, 5)], vec![(0, -3), (2, 7)], vec![], vec![(2, 1)]],
        );
        w.dense(&keys, &[[1, -2, 3], [4, 5, 6], [-300, 0, 300], [7, 8, 9]]);
        let mut r = Reader(&w.0);
        let (sparse, dense) = (r.sparse(), r.dense::<3>());
        let at = |k: u32| k << (32 - KEY_BITS);
        let mut scores = [0; 3];
        sparse.add(at(64), &mut scores);
        sparse.add(at(66), &mut scores);
        assert_eq!(scores, [-3, 0, 7]);
        let mut scores = [0; 3];
        dense.add(at(65), &mut scores);
        assert_eq!(scores, [-300, 0, 300]);
        assert!(r.0.is_empty());
    }

    #[test]
    fn a_cut_file_gives_no_panic() {
        let mut w = Writer::default();
        w.sparse(&[3, 64], &[vec![(1, 5)], vec![(0, -3)]]);
        for n in 0..w.0.len() {
            let mut r = Reader(&w.0[..n]);
            let sparse = r.sparse();
            sparse.add(64 << (32 - KEY_BITS), &mut [0; 3]);
            assert_eq!(r.dense::<2>().vocabulary.len(), 0);
        }
    }
}
