//! Learns the weights of a linear chain: stochastic gradient of the likelihood of the marked tags, with AdaGrad's step for each
//! weight. A word may be marked with several tags, of which any is right.
//!
//! J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods", JMLR 2011.

use dossier_en::grammar::mention::tagger::tag::{self, COUNT};

use crate::perceptron::Random;

/// A row of words to learn from.
pub struct Example {
    /// Numbers of the known features of each word.
    pub features: Vec<Vec<u32>>,
    /// Tags that may be right, a bit each.
    pub tags: Vec<u16>,
    /// How much it counts.
    pub weight: f32,
}

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Rounds over all examples.
    pub epochs: usize,
    /// First step.
    pub rate: f32,
    /// How strongly weights are drawn to zero.
    pub decay: f32,
}

/// Weights while they are learned.
pub struct Chain {
    pub weights: Vec<[f32; COUNT]>,
    squares: Vec<[f32; COUNT]>,
    pub steps: [[f32; COUNT]; COUNT],
    step_squares: [[f32; COUNT]; COUNT],
}

type Row = [f32; COUNT];

impl Chain {
    /// For `n` features.
    pub fn new(n: usize) -> Self {
        Self {
            weights: vec![[0.0; COUNT]; n],
            squares: vec![[1e-3; COUNT]; n],
            steps: [[0.0; COUNT]; COUNT],
            step_squares: [[1e-3; COUNT]; COUNT],
        }
    }

    fn scores(&self, features: &[u32]) -> Row {
        let mut sums = [0.0; COUNT];
        for &f in features {
            for (s, w) in sums.iter_mut().zip(&self.weights[f as usize]) {
                *s += w;
            }
        }
        sums
    }

    /// Learns all examples, round by round.
    pub fn learn(&mut self, examples: &[Example], config: Config) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = Random(0x5EED_0005);
        for epoch in 0..config.epochs {
            random.shuffle(&mut order);
            let mut loss = 0.0;
            for &k in &order {
                loss += f64::from(self.step(&examples[k], config));
            }
            eprintln!(
                "names: epoch {epoch} loss {:.4}",
                loss / examples.len().max(1) as f64
            );
        }
    }

    fn step(&mut self, e: &Example, config: Config) -> f32 {
        let scores: Vec<Row> = e.features.iter().map(|f| self.scores(f)).collect();
        let all = vec![u16::MAX; scores.len()];
        let free = self.expect(&scores, &all);
        let told = self.expect(&scores, &e.tags);
        for (k, features) in e.features.iter().enumerate() {
            let gradient: Row = std::array::from_fn(|t| e.weight * (free.words[k][t] - told.words[k][t]));
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for &f in features {
                let (w, q) = (&mut self.weights[f as usize], &mut self.squares[f as usize]);
                for t in 0..COUNT {
                    let g = gradient[t] + config.decay * w[t];
                    q[t] += g * g;
                    w[t] -= config.rate * g / q[t].sqrt();
                }
            }
        }
        for b in 0..COUNT {
            for t in 0..COUNT {
                let g = e.weight * (free.steps[b][t] - told.steps[b][t]) + config.decay * self.steps[b][t];
                if g != 0.0 {
                    self.step_squares[b][t] += g * g;
                    self.steps[b][t] -= config.rate * g / self.step_squares[b][t].sqrt();
                }
            }
        }
        e.weight * (free.log - told.log)
    }

    /// How probable each tag and each step is, among the ways that `allowed` leaves.
    fn expect(&self, scores: &[Row], allowed: &[u16]) -> Expected {
        let n = scores.len();
        let step: Vec<Row> = self.steps.iter().map(|r| r.map(f32::exp)).collect();
        let may = |b: usize, t: usize| if tag::follows(b, t) { step[b][t] } else { 0.0 };
        let mut log = 0.0;
        let mut emit: Vec<Row> = Vec::with_capacity(n);
        for (s, &mask) in scores.iter().zip(allowed) {
            let top = s.iter().copied().fold(f32::MIN, f32::max);
            log += top;
            emit.push(std::array::from_fn(|t| {
                if mask >> t & 1 == 1 {
                    (s[t] - top).exp().max(1e-30)
                } else {
                    0.0
                }
            }));
        }
        let mut forward: Vec<Row> = Vec::with_capacity(n);
        let mut before = [0.0; COUNT];
        before[tag::OUTSIDE] = 1.0;
        for e in &emit {
            let mut now: Row = std::array::from_fn(|t| {
                let sum: f32 = (0..COUNT).map(|b| before[b] * may(b, t)).sum();
                sum * e[t]
            });
            let sum: f32 = now.iter().sum::<f32>().max(1e-35);
            log += sum.ln();
            now.iter_mut().for_each(|x| *x /= sum);
            forward.push(now);
            before = now;
        }
        let mut out = Expected {
            words: vec![[0.0; COUNT]; n],
            steps: [[0.0; COUNT]; COUNT],
            log,
        };
        let mut after = [1.0; COUNT];
        for k in (0..n).rev() {
            let mut words: Row = std::array::from_fn(|t| forward[k][t] * after[t]);
            let sum: f32 = words.iter().sum::<f32>().max(1e-35);
            words.iter_mut().for_each(|x| *x /= sum);
            out.words[k] = words;
            let before = if k > 0 {
                forward[k - 1]
            } else {
                std::array::from_fn(|t| if t == tag::OUTSIDE { 1.0 } else { 0.0 })
            };
            let pair = |b: usize, t: usize| before[b] * may(b, t) * emit[k][t] * after[t];
            let pairs: [Row; COUNT] = std::array::from_fn(|b| std::array::from_fn(|t| pair(b, t)));
            let total = pairs.iter().flatten().sum::<f32>().max(1e-35);
            for (sum, p) in out.steps.iter_mut().flatten().zip(pairs.iter().flatten()) {
                *sum += p / total;
            }
            let mut next: Row =
                std::array::from_fn(|b| (0..COUNT).map(|t| may(b, t) * emit[k][t] * after[t]).sum());
            let sum = next.iter().copied().fold(0.0, f32::max).max(1e-35);
            next.iter_mut().for_each(|x| *x /= sum);
            after = next;
        }
        out
    }
}

struct Expected {
    words: Vec<Row>,
    steps: [Row; COUNT],
    log: f32,
}
