//! Tables of trained weights in the form that they are used in: nothing is unpacked or rebuilt at the start.
//!
//! A feature is a 32-bit hash. Its upper part names a bucket of eight cells, which lies in one line of the cache; ten
//! lower bits mark the cell. A cell holds what a feature is worth, or where that stands. Reading never fails hard: a
//! short or wrong file gives an empty table.

use super::matrix::Matrix;

/// Bits of a feature's hash that count, the upper ones.
pub const KEY_BITS: u32 = 28;

/// Cells of a bucket.
const CELLS: usize = 8;
/// Bits of a cell that mark its feature; the others are its value.
const MARK_BITS: u32 = 10;
/// Values are smaller than this.
const VALUES: u32 = 1 << (32 - MARK_BITS);

/// Values by feature. An unknown feature that is taken for a known one, which happens to one in some two hundred,
/// gets that one's value.
#[derive(Debug, Clone, Default)]
struct Buckets(Vec<[u32; CELLS]>);

fn bucket_of(feature: u32, count: u32) -> usize {
    ((u64::from(feature) * u64::from(count)) >> 32) as usize
}

fn mark_of(feature: u32) -> u32 {
    (feature >> (32 - KEY_BITS)) & ((1 << MARK_BITS) - 1)
}

impl Buckets {
    /// The cell of a feature, value above mark; the value is 0 where the feature is unknown.
    #[inline]
    fn cell(&self, feature: u32) -> u32 {
        let Some(cells) = self.0.get(bucket_of(feature, self.0.len() as u32)) else {
            return 0;
        };
        let mark = mark_of(feature);
        let is_same = |c: u32| c & ((1 << MARK_BITS) - 1) == mark;
        // All cells without a branch, written so that the compiler takes four at a time.
        let found: [u32; CELLS] = std::array::from_fn(|k| if is_same(cells[k]) { cells[k] } else { 0 });
        let half: [u32; CELLS / 2] = std::array::from_fn(|k| found[k] | found[k + CELLS / 2]);
        (half[0] | half[1]) | (half[2] | half[3])
    }
}

/// Weights for the few classes that a feature speaks for or against.
#[derive(Debug, Clone, Default)]
pub struct Sparse {
    buckets: Buckets,
    /// Rows of pairs: how many follow, then class and weight.
    pairs: &'static [u8],
}

impl Sparse {
    /// Fills `scores` with the sums of the features' weights, a number a class.
    pub fn sum(&self, features: &[u32], classes: usize, scores: &mut Vec<i32>) {
        // Room for every class that a byte can name, so that the loop needs no other check.
        let mut sums = [0i32; 256];
        // Step by step over many features at once, so that the waits for memory of one step overlap.
        for some in features.chunks(64) {
            let mut rows = [0u32; 64];
            let mut n = 0;
            for &f in some {
                let row = self.buckets.cell(f) >> MARK_BITS;
                rows[n & 63] = row;
                n += usize::from(row != 0);
            }
            let known = rows.get(..n).unwrap_or(&[]);
            let count = |row: u32| self.pairs.get(row as usize * 2).copied().unwrap_or(0);
            std::hint::black_box(known.iter().fold(0, |sum, &r| sum ^ count(r)));
            for &row in known {
                let from = row as usize * 2 + 2;
                let to = from + 2 * usize::from(count(row));
                for pair in self.pairs.get(from..to).unwrap_or(&[]).chunks_exact(2) {
                    sums[usize::from(pair[0])] += i32::from(pair[1] as i8);
                }
            }
        }
        scores.clear();
        scores.extend_from_slice(&sums[..classes.min(256)]);
    }
}

/// Numbers by hash, each found: cells are searched from the hash's place on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exact {
    bytes: &'static [u8],
    count: u32,
}

/// Bits of a cell of [`Exact`] that hold its number; the others are of the hash.
const NUMBER_BITS: u32 = 13;

impl Exact {
    /// Numbers are smaller than this.
    pub const LIMIT: u32 = (1 << NUMBER_BITS) - 1;

    /// The number of a hash.
    #[must_use]
    pub fn get(&self, hash: u32) -> Option<u32> {
        let mut at = bucket_of(hash, self.count);
        // The table is at most half full; the bound is for wrong files.
        for _ in 0..256 {
            let cell = self.bytes.get(at * 4..at * 4 + 4)?;
            let cell = u32::from_le_bytes(cell.try_into().ok()?);
            if cell == 0 {
                return None;
            }
            if cell >> NUMBER_BITS == hash & (u32::MAX >> NUMBER_BITS) {
                return (cell & Self::LIMIT).checked_sub(1);
            }
            at = (at + 1) % self.count as usize;
        }
        None
    }
}

/// Reads numbers and tables from bytes; past the end there are zeros.
#[derive(Debug)]
pub struct Reader {
    bytes: &'static [u8],
    at: usize,
}

impl Reader {
    /// At the beginning.
    #[must_use]
    pub fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// One byte.
    pub fn byte(&mut self) -> u8 {
        let b = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        b
    }

    /// A number of four bytes.
    pub fn number(&mut self) -> u32 {
        u32::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    /// A count that the rest of the file can hold.
    pub fn count(&mut self) -> usize {
        let n = self.number() as usize;
        if n > self.bytes.len().saturating_sub(self.at) {
            0
        } else {
            n
        }
    }

    /// `n` bytes, or none where there are fewer.
    pub fn bytes(&mut self, n: usize) -> &'static [u8] {
        let found = self.bytes.get(self.at..self.at.saturating_add(n)).unwrap_or(&[]);
        self.at += found.len();
        found
    }

    /// Numbers with a point.
    pub fn floats(&mut self) -> Vec<f32> {
        let n = self.count();
        (0..n).map(|_| f32::from_bits(self.number())).collect()
    }

    /// Weights of two bytes and what one step of them is worth.
    pub fn matrix(&mut self) -> Matrix {
        let (inputs, outputs) = (self.count(), self.count());
        let step = f32::from_bits(self.number());
        let cells = self.bytes(inputs.saturating_mul(outputs).saturating_mul(2));
        if cells.len() != inputs * outputs * 2 {
            return Matrix::default();
        }
        Matrix::new(inputs, outputs, |i, o| {
            let at = (i * outputs + o) * 2;
            f32::from(i16::from_le_bytes([cells[at], cells[at + 1]])) * step
        })
    }

    /// Bytes that begin a line of the cache.
    pub fn block(&mut self) -> &'static [u8] {
        let n = self.count();
        self.at = self.at.next_multiple_of(LINE);
        self.bytes(n)
    }

    fn buckets(&mut self) -> Buckets {
        let cells = |b: &[u8]| {
            std::array::from_fn(|k| {
                let at = k * 4;
                u32::from_le_bytes([b[at], b[at + 1], b[at + 2], b[at + 3]])
            })
        };
        Buckets(self.block().chunks_exact(CELLS * 4).map(cells).collect())
    }

    /// A table of rows with few classes.
    pub fn sparse(&mut self) -> Sparse {
        let buckets = self.buckets();
        let pairs = self.block();
        Sparse { buckets, pairs }
    }

    /// A table of numbers.
    pub fn exact(&mut self) -> Exact {
        let bytes = self.block();
        Exact {
            bytes,
            count: (bytes.len() / 4) as u32,
        }
    }
}

/// Bytes of a line of the cache.
const LINE: usize = 64;

/// What a step is worth if the widest weight takes `steps` of them.
fn step_of(weights: &[f32], steps: f32) -> f32 {
    let widest = weights.iter().map(|w| w.abs()).fold(1e-6, f32::max);
    widest / steps
}

/// Writes what [`Reader`] reads.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number of four bytes.
    pub fn number(&mut self, n: u32) {
        self.0.extend(n.to_le_bytes());
    }

    /// Numbers with a point.
    pub fn floats(&mut self, numbers: &[f32]) {
        self.number(numbers.len() as u32);
        for x in numbers {
            self.number(x.to_bits());
        }
    }

    /// Weights by input, then output, as two bytes each.
    pub fn matrix(&mut self, inputs: usize, outputs: usize, weights: &[f32]) {
        self.number(inputs as u32);
        self.number(outputs as u32);
        let step = step_of(weights, i16::MAX.into());
        self.number(step.to_bits());
        for w in weights {
            self.0.extend(((w / step).round() as i16).to_le_bytes());
        }
    }

    /// Rows of weights as one byte each, with a step of its own for each row.
    pub fn rows(&mut self, width: usize, weights: &[f32]) {
        let rows = || weights.chunks_exact(width.max(1));
        let steps: Vec<f32> = rows().map(|row| step_of(row, i8::MAX.into())).collect();
        self.floats(&steps);
        let cells = rows().zip(&steps);
        let cells = cells.flat_map(|(row, step)| row.iter().map(move |w| (w / step).round() as i8 as u8));
        let cells: Vec<u8> = cells.collect();
        self.block(&cells);
    }

    /// Bytes that begin a line of the cache.
    pub fn block(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.0.resize(self.0.len().next_multiple_of(LINE), 0);
        self.0.extend(bytes);
    }

    /// Values by feature, the weightiest first: what finds no room is left out. Tells how many were.
    fn buckets(&mut self, cells: impl ExactSizeIterator<Item = (u32, u32)>) -> usize {
        // Six cells of ten are filled, so that few buckets overflow.
        let count = (cells.len() * 10 / (CELLS * 6) + 1) as u32;
        let mut table = vec![[0u32; CELLS]; count as usize];
        let mut lost = 0;
        for (feature, value) in cells {
            let mark = mark_of(feature);
            let bucket = &mut table[bucket_of(feature, count)];
            let is_taken = |c: &u32| *c != 0 && c & ((1 << MARK_BITS) - 1) == mark;
            let free = bucket.iter().position(|c| *c == 0);
            match free {
                Some(k) if value != 0 && value < VALUES && !bucket.iter().any(is_taken) => {
                    bucket[k] = value << MARK_BITS | mark;
                }
                _ => lost += 1,
            }
        }
        let bytes: Vec<u8> = table.iter().flatten().flat_map(|c| c.to_le_bytes()).collect();
        self.block(&bytes);
        lost
    }

    /// Rows of classes and weights by feature, the weightiest first. Tells how many were left out.
    pub fn sparse(&mut self, rows: &[(u32, Vec<(u8, i8)>)]) -> usize {
        // The first place is that of no row.
        let mut pairs = vec![0, 0];
        let mut cells = Vec::with_capacity(rows.len());
        for (feature, row) in rows {
            cells.push((*feature, (pairs.len() / 2) as u32));
            pairs.extend([row.len().min(255) as u8, 0]);
            pairs.extend(row.iter().take(255).flat_map(|(c, w)| [*c, *w as u8]));
        }
        let lost = self.buckets(cells.into_iter());
        self.block(&pairs);
        lost
    }

    /// Numbers by hash, each hash once.
    pub fn exact(&mut self, entries: &[(u32, u32)]) {
        let count = entries.len() * 2 + 1;
        let mut table = vec![0u32; count];
        for &(hash, n) in entries {
            let mut at = bucket_of(hash, count as u32);
            while table[at] != 0 {
                at = (at + 1) % count;
            }
            table[at] = hash << NUMBER_BITS | (n + 1).min(Exact::LIMIT);
        }
        let bytes: Vec<u8> = table.iter().flat_map(|c| c.to_le_bytes()).collect();
        self.block(&bytes);
    }
}

/// Joins the parts of a feature to its hash; `template` tells features of equal parts apart.
#[inline]
#[must_use]
pub fn mix(template: u32, a: u32, b: u32, c: u32) -> u32 {
    // The products do not wait for each other.
    let h = (u64::from(a).wrapping_mul(0x9E37_79B9_7F4A_7C15))
        .wrapping_add(u64::from(b).wrapping_mul(0xC2B2_AE3D_27D4_EB4F))
        .wrapping_add(u64::from(c).wrapping_mul(0x1656_67B1_9E37_79F9))
        .wrapping_add(u64::from(template).wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let h = (h ^ (h >> 32)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    (h >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(n: u32) -> u32 {
        mix(0, n, 0, 0)
    }

    fn written() -> Vec<u8> {
        let mut w = Writer::default();
        let rows = [
            (feature(1), vec![(1, 5)]),
            (feature(2), vec![(0, -3), (2, 7)]),
            (feature(3), vec![(2, 1)]),
        ];
        assert_eq!(w.sparse(&rows), 0);
        w.matrix(2, 3, &[0.0, 1.0, -1.0, 0.5, 0.25, 0.0]);
        w.floats(&[1.5, -2.0]);
        let all: Vec<(u32, u32)> = (0..1000).map(|n| (feature(n), n)).collect();
        w.exact(&all);
        w.0
    }

    #[test]
    fn tables_come_back_as_written() {
        let mut r = Reader::new(written().leak());
        let (sparse, matrix, floats, exact) = (r.sparse(), r.matrix(), r.floats(), r.exact());
        let mut scores = Vec::new();
        sparse.sum(&[feature(2), feature(3), feature(9)], 3, &mut scores);
        assert_eq!(scores, [-3, 0, 8]);
        assert_eq!(floats, [1.5, -2.0]);
        let mut out = Vec::new();
        matrix.multiply(&[1.0, 2.0], 2, &mut out);
        for (found, expected) in out.iter().zip([1.0, 1.5, -1.0]) {
            assert!((found - expected).abs() < 1e-3, "{out:?}");
        }
        for n in 0..1000 {
            assert_eq!(exact.get(feature(n)), Some(n));
        }
        let found = (1000..2000).filter(|&n| exact.get(feature(n)).is_some()).count();
        assert_eq!(found, 0);
    }

    #[test]
    fn few_unknown_features_are_taken_for_known_ones() {
        let rows: Vec<(u32, Vec<(u8, i8)>)> = (0..20_000).map(|n| (feature(n), vec![(1, 1)])).collect();
        let mut w = Writer::default();
        let lost = w.sparse(&rows);
        assert!(lost < 800, "{lost} lost");
        let sparse = Reader::new(w.0.leak()).sparse();
        let unknown: Vec<u32> = (20_000..40_000).map(feature).collect();
        let mut scores = Vec::new();
        sparse.sum(&unknown, 2, &mut scores);
        assert!(scores[1] < 200, "{} taken", scores[1]);
    }

    #[test]
    fn a_cut_file_gives_no_panic() {
        let all: &'static [u8] = written().leak();
        for n in 0..400.min(all.len()) {
            let mut r = Reader::new(&all[..n]);
            let (sparse, matrix, _, exact) = (r.sparse(), r.matrix(), r.floats(), r.exact());
            sparse.sum(&[feature(1)], 3, &mut Vec::new());
            matrix.multiply(&[1.0, 2.0], 2, &mut Vec::new());
            let _ = exact.get(feature(1));
        }
    }
}
