//! The averaged perceptron: weights for every class of every feature, and what is kept of them.

use dossier_network::weights::KEY_BITS;

/// Counts features before training: the rare ones get no weight.
pub struct Counter {
    counts: Vec<u8>,
}

impl Counter {
    pub fn new() -> Self {
        Self {
            counts: vec![0; 1 << KEY_BITS],
        }
    }

    pub fn add(&mut self, features: &[u32]) {
        for f in features {
            let n = &mut self.counts[(f >> (32 - KEY_BITS)) as usize];
            *n = n.saturating_add(1);
        }
    }

    /// Keys of the features that were seen `least` times.
    pub fn keys(&self, least: u8) -> Vec<u32> {
        let seen = self.counts.iter().enumerate().filter(|(_, n)| **n >= least);
        seen.map(|(i, _)| i as u32).collect()
    }
}

/// The rows of the known features.
pub struct Vocabulary {
    /// Key and row counted from 1, searched from the key's place on.
    slots: Vec<(u32, u32)>,
    shift: u32,
}

impl Vocabulary {
    pub fn new(keys: &[u32]) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(2);
        let shift = KEY_BITS.saturating_sub(size.ilog2());
        let mut slots = vec![(0, 0); size];
        for (row, &key) in keys.iter().enumerate() {
            let mut at = (key >> shift) as usize % size;
            while slots[at].1 != 0 {
                at = (at + 1) % size;
            }
            slots[at] = (key, row as u32 + 1);
        }
        Self { slots, shift }
    }

    pub fn get(&self, feature: u32) -> Option<usize> {
        let key = feature >> (32 - KEY_BITS);
        let mut at = (key >> self.shift) as usize & (self.slots.len() - 1);
        loop {
            match self.slots[at] {
                (_, 0) => return None,
                (k, row) if k == key => return Some(row as usize - 1),
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
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

    /// The feature that stands for all of a row's key.
    fn feature(&self, row: usize) -> u32 {
        self.keys[row] << (32 - KEY_BITS)
    }

    /// Rows that name the classes with a weight: averages times `scale`, those below `least` left out. A weight
    /// too wide for a byte is written as several. The weightiest rows come first.
    pub fn sparse(&self, scale: f32, least: f32) -> Vec<(u32, Vec<(u8, i8)>)> {
        let mut rows = Vec::new();
        for r in 0..self.keys.len() {
            let mut row: Vec<(u8, i8)> = Vec::new();
            for c in 0..self.classes {
                let w = self.average(r * self.classes + c);
                let mut rest = if w.abs() < least {
                    0
                } else {
                    (w * scale).round() as i32
                };
                while rest != 0 {
                    let part = rest.clamp(-127, 127);
                    row.push((c as u8, part as i8));
                    rest -= part;
                }
            }
            if !row.is_empty() {
                rows.push((self.feature(r), row));
            }
        }
        let weight = |row: &[(u8, i8)]| row.iter().map(|(_, w)| u32::from(w.unsigned_abs())).sum::<u32>();
        rows.sort_by_cached_key(|(f, row)| (std::cmp::Reverse(weight(row)), *f));
        rows
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
