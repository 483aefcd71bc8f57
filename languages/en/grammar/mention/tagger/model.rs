//! The trained weights of tags and of their order, embedded in the program.

use std::sync::OnceLock;

use super::tag::{self, COUNT};
use dossier_annotate::syntax::Aligned;
use dossier_network::weights::{Reader, Sparse};

/// What a tag is worth behind another.
pub type Steps = [[i32; COUNT]; COUNT];

/// All that the training wrote.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// By the tag before, then the tag; a row begins behind [`tag::OUTSIDE`].
    pub steps: Steps,
    /// By feature.
    pub weights: Sparse,
}

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../models/names.bin"));

/// The embedded weights.
#[must_use]
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(&WEIGHTS.0))
}

impl Model {
    /// From what the training wrote.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        let mut r = Reader::new(bytes);
        let mut steps = Steps::default();
        for row in &mut steps {
            for w in row {
                *w = r.number() as i32;
            }
        }
        Self {
            steps,
            weights: r.sparse(),
        }
    }
}

/// What the tags of a row's words are worth, and the best way through them.
#[derive(Debug, Clone, Default)]
pub struct Path {
    sums: Vec<i32>,
    scores: Vec<[i32; COUNT]>,
    from: Vec<[u8; COUNT]>,
}

/// What a rule that is sure adds to its tag, over what the training made of it; chosen on the development parts.
const CERTAIN: i32 = 20;

/// Less than any sum of weights.
const NEVER: i32 = i32::MIN / 4;

impl Path {
    /// Starts a row.
    pub fn clear(&mut self) {
        self.scores.clear();
    }

    /// Adds a word by its features, and by the tag that a rule is sure of.
    pub fn add(&mut self, model: &Model, features: &[u32], certain: Option<usize>) {
        model.weights.sum(features, COUNT, &mut self.sums);
        if let Some(sum) = certain.and_then(|t| self.sums.get_mut(t)) {
            *sum += CERTAIN;
        }
        self.scores
            .push(std::array::from_fn(|t| self.sums.get(t).copied().unwrap_or(0)));
    }

    /// The tags whose sum is highest; of equal ones those with the smaller numbers.
    pub fn best(&mut self, model: &Model) -> Vec<usize> {
        self.from.clear();
        let mut before = [NEVER; COUNT];
        before[tag::OUTSIDE] = 0;
        for scores in &self.scores {
            let mut from = [0u8; COUNT];
            let mut sums = [NEVER; COUNT];
            for (t, sum) in sums.iter_mut().enumerate() {
                for (b, &s) in before.iter().enumerate() {
                    let s = s.saturating_add(model.steps[b][t]);
                    if tag::follows(b, t) && s > *sum {
                        *sum = s;
                        from[t] = b as u8;
                    }
                }
                *sum = sum.saturating_add(scores[t]);
            }
            before = sums;
            self.from.push(from);
        }
        let mut last = (0..COUNT)
            .reduce(|a, b| if before[b] > before[a] { b } else { a })
            .unwrap_or(0);
        let mut out = vec![0; self.from.len()];
        for (slot, from) in out.iter_mut().zip(&self.from).rev() {
            *slot = last;
            last = usize::from(from[last]);
        }
        out
    }
}
