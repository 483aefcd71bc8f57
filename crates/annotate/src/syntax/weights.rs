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
    bits: Vec<u64>,
    /// How many features stand before each word of `bits`.
    ranks: Vec<u32>,
    len: usize,
}

impl Vocabulary {
    /// The set of `keys`, which are sorted, without doubles and below 2^[`KEY_BITS`].
    #[must_use]
    pub fn new(keys: &[u32]) -> Self {
        let mut bits = vec![0u64; 1 << (KEY_BITS - 6)];
        for &k in keys {
            if let Some(w) = bits.get_mut((k >> 6) as usize) {
                *w |= 1 << (k & 63);
            }
        }
        let mut len = 0;
        let ranks = bits
            .iter()
            .map(|w| {
                let rank = len;
                len += w.count_ones();
                rank
            })
            .collect();
        Self {
            bits,
            ranks,
            len: len as usize,
        }
    }

    /// The row of a feature counted from 1; 0 for an unknown one. Without a branch that depends on the feature.
    #[inline]
    fn slot(&self, feature: u32) -> usize {
        let key = feature >> (32 - KEY_BITS);
        let at = (key >> 6) as usize;
        let (Some(&word), Some(&rank)) = (self.bits.get(at), self.ranks.get(at)) else {
            return 0;
        };
        let known = (word >> (key & 63) & 1) as usize;
        let below = (word & ((1u64 << (key & 63)) - 1)).count_ones();
        (rank as usize + below as usize + 1) * known
    }

    /// The row of a feature.
    #[must_use]
    pub fn get(&self, feature: u32) -> Option<usize> {
        self.slot(feature).checked_sub(1)
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

/// Rows with a weight for each of three classes.
#[derive(Debug, Clone, Default)]
pub struct Dense {
    vocabulary: Vocabulary,
    /// Four numbers make a row of eight bytes, which lies in one line of the cache; the first row is of zeros.
    rows: Vec<[i16; 4]>,
}

impl Dense {
    /// The sums of the features' weights.
    #[must_use]
    pub fn sum(&self, features: &[u32]) -> [i32; 3] {
        let mut out = [0i32; 4];
        for &f in features {
            let row = self
                .rows
                .get(self.vocabulary.slot(f))
                .copied()
                .unwrap_or_default();
            for (s, w) in out.iter_mut().zip(row) {
                *s += i32::from(w);
            }
        }
        [out[0], out[1], out[2]]
    }
}

/// Rows that name the few classes they have a weight for.
#[derive(Debug, Clone, Default)]
pub struct Sparse {
    vocabulary: Vocabulary,
    /// Where the pairs of each row begin; the first row is empty.
    starts: Vec<u32>,
    pairs: Vec<(u8, i8)>,
}

impl Sparse {
    /// Fills `scores` with the sums of the features' weights, a number a class.
    pub fn sum(&self, features: &[u32], classes: usize, scores: &mut Vec<i32>) {
        // Room for every class that a byte can name, so that the loop needs no other check.
        let mut sums = [0i32; 256];
        // Step by step over many features at once, so that the waits for memory of one step overlap.
        for some in features.chunks(64) {
            let mut rows = [(0u32, 0u32); 64];
            let mut n = 0;
            for &f in some {
                let row = self.vocabulary.slot(f);
                rows[n].0 = row as u32;
                n += usize::from(row != 0);
            }
            for row in &mut rows[..n] {
                let at = row.0 as usize;
                *row = match (self.starts.get(at), self.starts.get(at + 1)) {
                    (Some(&from), Some(&to)) => (from, to),
                    _ => (0, 0),
                };
            }
            let first = |r: &(u32, u32)| self.pairs.get(r.0 as usize).map_or(0, |p| p.0);
            std::hint::black_box(rows[..n].iter().fold(0, |sum, r| sum ^ first(r)));
            for &(from, to) in &rows[..n] {
                for &(class, w) in self.pairs.get(from as usize..to as usize).unwrap_or(&[]) {
                    sums[usize::from(class)] += i32::from(w);
                }
            }
        }
        scores.clear();
        scores.extend_from_slice(&sums[..classes.min(256)]);
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
        let mut starts = Vec::with_capacity(n + 2);
        let mut at = 0u32;
        starts.extend([0, 0]);
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

    /// A table of rows with three classes.
    pub fn dense(&mut self) -> Dense {
        let vocabulary = Vocabulary::new(&self.keys());
        let n = vocabulary.len();
        let mut rows = vec![[0i16; 4]; n + 1];
        for k in 0..3 {
            let low = self.bytes(n).to_vec();
            let high = self.bytes(n);
            for (row, (l, h)) in rows.iter_mut().skip(1).zip(low.iter().zip(high)) {
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
        let (sparse, dense) = (r.sparse(), r.dense());
        let at = |k: u32| k << (32 - KEY_BITS);
        let mut scores = Vec::new();
        sparse.sum(&[at(64), at(66)], 3, &mut scores);
        assert_eq!(scores, [-3, 0, 7]);
        assert_eq!(dense.sum(&[at(65), at(4), at(3)]), [-299, -2, 303]);
        assert!(r.0.is_empty());
    }

    #[test]
    fn a_cut_file_gives_no_panic() {
        let mut w = Writer::default();
        w.sparse(&[3, 64], &[vec![(1, 5)], vec![(0, -3)]]);
        for n in 0..w.0.len() {
            let mut r = Reader(&w.0[..n]);
            let sparse = r.sparse();
            sparse.sum(&[64 << (32 - KEY_BITS)], 3, &mut Vec::new());
            assert!(r.dense().vocabulary.is_empty());
        }
    }
}
