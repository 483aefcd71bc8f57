//! The averaged perceptron: weights for every class of every feature, and what is kept of them.

use dossier_annotate::syntax::weights::{KEY_BITS, Vocabulary};

/// Counts features before training: the rare ones get no weight.
pub struct Counter {
    counts: Vec<u8>,
}

/// Bits of a feature's hash that are counted; more than are kept, so that rare ones are not counted together.
const COUNT_BITS: u32 = 28;

impl Counter {
    pub fn new() -> Self {
        Self {
            counts: vec![0; 1 << COUNT_BITS],
        }
    }

    pub fn add(&mut self, features: &[u32]) {
        for f in features {
            let n = &mut self.counts[(f >> (32 - COUNT_BITS)) as usize];
            *n = n.saturating_add(1);
        }
    }

    /// Keys of the features that were seen `least` times.
    pub fn keys(&self, least: u8) -> Vec<u32> {
        let mut keys: Vec<u32> = Vec::new();
        for (i, &n) in self.counts.iter().enumerate() {
            let key = (i >> (COUNT_BITS - KEY_BITS)) as u32;
            if n >= least && keys.last() != Some(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

/// Weights while they are learned.
pub struct Perceptron {
    keys: Vec<u32>,
    vocabulary: Vocabulary,
    classes: usize,
    weights: Vec<f32>,
    totals: Vec<f32>,
    /// Examples seen so far.
    pub step: f32,
}

impl Perceptron {
    pub fn new(keys: Vec<u32>, classes: usize) -> Self {
        let vocabulary = Vocabulary::new(&keys);
        let n = keys.len() * classes;
        Self {
            keys,
            vocabulary,
            classes,
            weights: vec![0.0; n],
            totals: vec![0.0; n],
            step: 1.0,
        }
    }

    pub fn score(&self, features: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &f in features {
            if let Some(r) = self.vocabulary.get(f) {
                let row = &self.weights[r * self.classes..(r + 1) * self.classes];
                for (s, w) in scores.iter_mut().zip(row) {
                    *s += w;
                }
            }
        }
    }

    /// Rewards one class and punishes another.
    pub fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &f in features {
            if let Some(r) = self.vocabulary.get(f) {
                for (class, by) in [(right, 1.0), (wrong, -1.0)] {
                    self.weights[r * self.classes + class] += by;
                    self.totals[r * self.classes + class] += by * self.step;
                }
            }
        }
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn classes(&self) -> usize {
        self.classes
    }

    /// Puts the averages in the place of the weights.
    pub fn settle(&mut self) {
        for at in 0..self.weights.len() {
            self.weights[at] = self.average(at);
            self.totals[at] = 0.0;
        }
    }

    fn average(&self, at: usize) -> f32 {
        self.weights[at] - self.totals[at] / self.step
    }

    /// Rows that name the classes with a weight: averages times `scale`, those below `least` left out.
    pub fn sparse(&self, scale: f32, least: f32) -> (Vec<u32>, Vec<Vec<(u8, i8)>>) {
        let (mut keys, mut rows) = (Vec::new(), Vec::new());
        for (r, &key) in self.keys.iter().enumerate() {
            let row: Vec<(u8, i8)> = (0..self.classes)
                .filter_map(|c| {
                    let w = self.average(r * self.classes + c);
                    let q = (w * scale).round().clamp(-127.0, 127.0) as i8;
                    (q != 0 && w.abs() >= least).then_some((c as u8, q))
                })
                .collect();
            if !row.is_empty() {
                keys.push(key);
                rows.push(row);
            }
        }
        (keys, rows)
    }

    /// Rows with all classes.
    pub fn dense<const N: usize>(&self, scale: f32, least: f32) -> (Vec<u32>, Vec<[i16; N]>) {
        let (mut keys, mut rows) = (Vec::new(), Vec::new());
        for (r, &key) in self.keys.iter().enumerate() {
            let w: [f32; N] = std::array::from_fn(|c| self.average(r * N + c));
            // Only differences between the classes count: take their middle out.
            let mean = w.iter().sum::<f32>() / N as f32;
            if w.iter().all(|x| (x - mean).abs() < least) {
                continue;
            }
            keys.push(key);
            rows.push(w.map(|x| ((x - mean) * scale).round().clamp(-32000.0, 32000.0) as i16));
        }
        (keys, rows)
    }
}

/// A small generator of numbers that look random, the same on every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number from 0 to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}
