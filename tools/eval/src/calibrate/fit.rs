//! A logistic regression with a penalty on large weights, fitted by Newton's steps with a line for each weight in turn.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dossier::model::{Gate, Traits, squash};

/// What is learned from: traits, whether it was sound, and how much it counts.
#[derive(Debug, Clone)]
pub struct Sample {
    traits: Vec<(Key, f64)>,
    is_sound: bool,
    weight: f64,
}

type Key = (&'static str, &'static str);

impl Sample {
    /// One finding or row.
    #[must_use]
    pub fn new(traits: &Traits, is_sound: bool, weight: f64) -> Self {
        Self {
            traits: traits.iter().map(|t| ((t.name, t.value), t.amount)).collect(),
            is_sound,
            weight,
        }
    }
}

/// How strongly weights are drawn to zero: as if each had been seen so often with no effect.
const PENALTY: f64 = 4.0;

/// Rounds over all weights.
const ROUNDS: usize = 60;

/// Weights below this are left out of the table.
const LEAST: f64 = 0.02;

/// Fits the weights by descent along one weight at a time.
#[must_use]
pub fn fit(samples: &[Sample]) -> Gate {
    let mut columns: BTreeMap<Key, Vec<(usize, f64)>> = BTreeMap::new();
    for (i, s) in samples.iter().enumerate() {
        for (key, amount) in &s.traits {
            columns.entry(*key).or_default().push((i, *amount));
        }
    }
    let all: Vec<(usize, f64)> = (0..samples.len()).map(|i| (i, 1.0)).collect();
    let (mut bias, mut weights) = (0.0, BTreeMap::new());
    let mut sums = vec![0.0; samples.len()];
    for _ in 0..ROUNDS {
        step(samples, &all, 0.01, &mut bias, &mut sums);
        for (key, column) in &columns {
            let weight = weights.entry(*key).or_default();
            step(samples, column, PENALTY, weight, &mut sums);
        }
    }
    Gate::new(bias, weights)
}

/// The lines of the table.
#[must_use]
pub fn render(kind: &str, gate: &Gate) -> String {
    let mut out = format!("{kind}\tbias\t\t{:.3}\n", gate.bias());
    for ((name, value), weight) in gate.weights().filter(|(_, w)| w.abs() >= LEAST) {
        let _ = writeln!(out, "{kind}\t{name}\t{value}\t{weight:.3}");
    }
    out
}

/// Moves one weight to where the penalised likelihood is greatest along it, by one Newton step held short.
fn step(samples: &[Sample], column: &[(usize, f64)], penalty: f64, weight: &mut f64, sums: &mut [f64]) {
    let (mut slope, mut bend) = (-penalty * *weight, penalty);
    for &(i, amount) in column {
        let (Some(sample), Some(sum)) = (samples.get(i), sums.get(i)) else {
            continue;
        };
        let share = squash(*sum);
        let label = f64::from(u8::from(sample.is_sound));
        slope += sample.weight * amount * (label - share);
        bend += sample.weight * amount * amount * (share * (1.0 - share)).max(0.02);
    }
    let change = (slope / bend).clamp(-1.0, 1.0);
    *weight += change;
    for &(i, amount) in column {
        if let Some(sum) = sums.get_mut(i) {
            *sum += change * amount;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trait_of_sound_rows_gets_a_weight_and_one_of_all_rows_none() {
        let sample = |good: bool, is_sound: bool| {
            let mut traits = Traits::default();
            traits.ask("good", good);
            traits.say("all", "same");
            Sample::new(&traits, is_sound, 1.0)
        };
        let mut samples = Vec::new();
        for i in 0..100 {
            samples.push(sample(true, i % 10 != 0));
            samples.push(sample(false, i % 10 < 3));
        }
        let gate = fit(&samples);
        let share = |good| {
            let mut traits = Traits::default();
            traits.ask("good", good);
            traits.say("all", "same");
            gate.share(&traits)
        };
        assert!((share(true) - 0.9).abs() < 0.05, "{}", share(true));
        assert!((share(false) - 0.3).abs() < 0.05, "{}", share(false));
        assert!(render("event", &gate).contains("event\tgood\tyes\t"));
    }
}
