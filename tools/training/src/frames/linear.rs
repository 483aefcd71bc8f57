//! Shares of classes by weights of features: logistic regression, each weight with a step of its own.

use dossier_network::weights::KEY_BITS;
use dossier_training::perceptron::{Counter, Random, Vocabulary};

/// One thing to learn from: its features, its class, and the classes that come into question (all below a number).
pub struct Example {
    pub features: Vec<u32>,
    pub class: u8,
    pub classes: u8,
    pub weight: f32,
}

/// Weights while they are learned.
pub struct Linear {
    keys: Vec<u32>,
    vocabulary: Vocabulary,
    classes: usize,
    weights: Vec<f32>,
    squares: Vec<f32>,
}

/// How it is trained.
#[derive(Clone, Copy)]
pub struct Settings {
    /// A feature must be seen this often.
    pub least: u8,
    pub rounds: usize,
    pub rate: f32,
    /// By how much weights are drawn to zero.
    pub shrink: f32,
    /// The share of features that is hidden while learning.
    pub drop: f64,
}

/// Less than this difference teaches nothing.
const LITTLE: f32 = 0.002;

impl Linear {
    pub fn train(name: &str, mut examples: Vec<Example>, classes: usize, settings: Settings) -> Self {
        let mut counter = Counter::new();
        for e in &examples {
            counter.add(&e.features);
        }
        let keys = counter.keys(settings.least);
        drop(counter);
        let n = keys.len() * classes;
        let mut model = Self {
            vocabulary: Vocabulary::new(&keys),
            keys,
            classes,
            weights: vec![0.0; n],
            squares: vec![0.0; n],
        };
        for e in &mut examples {
            let rows = e.features.iter().filter_map(|&f| model.vocabulary.get(f));
            e.features = rows.map(|r| r as u32).collect();
        }
        let mut random = Random(0x5EED_0011);
        let mut scores = vec![0.0; classes];
        let mut kept = Vec::new();
        for round in 0..settings.rounds {
            random.shuffle(&mut examples);
            let (mut loss, mut right) = (0.0f64, 0);
            let rate = settings.rate * (1.0 - round as f32 / settings.rounds as f32);
            for e in &examples {
                kept.clear();
                kept.extend(
                    e.features
                        .iter()
                        .filter(|_| settings.drop <= 0.0 || random.share() >= settings.drop),
                );
                let n = usize::from(e.classes);
                model.shares(&kept, &mut scores[..n]);
                let gold = usize::from(e.class);
                loss -= f64::from(scores[gold].max(1e-9).ln());
                right += usize::from(scores[..n].iter().all(|&s| s <= scores[gold]));
                scores[gold] -= 1.0;
                for c in (0..n).filter(|&c| scores[c].abs() > LITTLE) {
                    model.step(&kept, c, scores[c] * e.weight, rate, settings.shrink);
                }
            }
            let all = examples.len().max(1) as f64;
            eprintln!(
                "{name}: round {round} loss {:.4} right {:.2}",
                loss / all,
                100.0 * right as f64 / all
            );
        }
        model
    }

    fn step(&mut self, rows: &[u32], class: usize, slope: f32, rate: f32, shrink: f32) {
        for &r in rows {
            let at = r as usize * self.classes + class;
            let g = slope + shrink * self.weights[at];
            self.squares[at] += g * g;
            self.weights[at] -= rate * g / (self.squares[at].sqrt() + 0.1);
        }
    }

    fn shares(&self, rows: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &r in rows {
            let from = r as usize * self.classes;
            for (s, w) in scores.iter_mut().zip(&self.weights[from..from + self.classes]) {
                *s += w;
            }
        }
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for s in scores.iter_mut() {
            *s = (*s - top).exp();
            sum += *s;
        }
        for s in scores.iter_mut() {
            *s /= sum;
        }
    }

    /// Rows that name the classes with a weight, in steps of `unit`, those below `least` left out; the weightiest first.
    pub fn sparse(&self, unit: f32, least: f32, only: Option<usize>) -> Vec<(u32, Vec<(u8, i8)>)> {
        let mut rows = Vec::new();
        for (r, key) in self.keys.iter().enumerate() {
            let mut row: Vec<(u8, i8)> = Vec::new();
            let own = &self.weights[r * self.classes..(r + 1) * self.classes];
            for (c, &w) in own.iter().enumerate() {
                // Of two classes, the second against the first is all that counts.
                let (c, w) = match only {
                    Some(o) if o == c => (0, 2.0 * w),
                    Some(_) => continue,
                    None => (c, w),
                };
                let mut rest = if w.abs() < least {
                    0
                } else {
                    (w / unit).round() as i32
                };
                while rest != 0 {
                    let part = rest.clamp(-127, 127);
                    row.push((c as u8, part as i8));
                    rest -= part;
                }
            }
            if !row.is_empty() {
                rows.push((key << (32 - KEY_BITS), row));
            }
        }
        let weight = |row: &[(u8, i8)]| row.iter().map(|(_, w)| u32::from(w.unsigned_abs())).sum::<u32>();
        rows.sort_by_cached_key(|(f, row)| (std::cmp::Reverse(weight(row)), *f));
        rows
    }
}
