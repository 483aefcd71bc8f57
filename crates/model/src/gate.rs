//! Weights of traits, and their sum as a share: a logistic regression.

use std::collections::BTreeMap;

use crate::Confidence;

/// What is seen of a finding or a row: names of traits with their values, each a yes or an amount.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Traits(Vec<Trait>);

/// One trait of a finding or a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trait {
    /// What is asked.
    pub name: &'static str,
    /// What the answer is; empty where it is an amount.
    pub value: &'static str,
    /// How much: 1 where the answer is a value.
    pub amount: f64,
}

impl Traits {
    /// Adds a trait.
    pub fn say(&mut self, name: &'static str, value: &'static str) {
        self.0.push(Trait {
            name,
            value,
            amount: 1.0,
        });
    }

    /// Adds an amount.
    pub fn measure(&mut self, name: &'static str, amount: f64) {
        self.0.push(Trait {
            name,
            value: "",
            amount,
        });
    }

    /// Adds a trait that holds or does not.
    pub fn ask(&mut self, name: &'static str, holds: bool) {
        self.say(name, if holds { "yes" } else { "no" });
    }

    /// Adds a count: which of the steps it falls into, the last of which is open.
    pub fn count(&mut self, name: &'static str, n: usize, steps: &'static [(usize, &'static str)]) {
        let step = steps.iter().find(|(most, _)| n <= *most).or(steps.last());
        if let Some((_, value)) = step {
            self.say(name, value);
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Trait> + '_ {
        self.0.iter().copied()
    }
}

/// The weights for one kind of findings or rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gate {
    bias: f64,
    weights: BTreeMap<(&'static str, &'static str), f64>,
}

impl Gate {
    /// From what the training found: what is always there, and the weight of each trait by name and value.
    #[must_use]
    pub fn new(bias: f64, weights: BTreeMap<(&'static str, &'static str), f64>) -> Self {
        Self { bias, weights }
    }

    /// What is always there.
    #[must_use]
    pub fn bias(&self) -> f64 {
        self.bias
    }

    /// The weights by name and value of the trait, in order.
    pub fn weights(&self) -> impl Iterator<Item = ((&'static str, &'static str), f64)> + '_ {
        self.weights.iter().map(|(key, weight)| (*key, *weight))
    }

    /// The sum of the weights.
    fn sum(&self, traits: &Traits) -> f64 {
        let weight = |t: &Trait| self.weights.get(&(t.name, t.value)).copied().unwrap_or(0.0);
        self.bias + traits.0.iter().map(|t| weight(t) * t.amount).sum::<f64>()
    }

    /// The share of those with these traits that are sound.
    #[must_use]
    pub fn share(&self, traits: &Traits) -> f64 {
        squash(self.sum(traits))
    }

    /// The same as it is written, [`Confidence::MOST`] at most.
    #[must_use]
    pub fn confidence(&self, traits: &Traits) -> Confidence {
        let share = Confidence::new(self.share(traits)).unwrap_or(Confidence::MOST);
        share.min(Confidence::MOST)
    }
}

/// The share whose odds have this logarithm.
#[must_use]
pub fn squash(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

/// The weights of several kinds, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gates(BTreeMap<&'static str, Gate>);

impl Gates {
    /// From a table with a line a weight: kind, trait, value, weight; the trait `bias` is always there. Lines that are none
    /// of these are left out.
    #[must_use]
    pub fn read(table: &'static str) -> Self {
        let mut out = Self::default();
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap_or("");
            let (kind, name, value, weight) = (field(), field(), field(), field());
            if let Ok(weight) = weight.parse::<f64>() {
                let gate = out.0.entry(kind).or_default();
                if name == "bias" {
                    gate.bias = weight;
                } else {
                    gate.weights.insert((name, value), weight);
                }
            }
        }
        out
    }

    /// Those of one kind; `None` where it was not trained.
    #[must_use]
    pub fn of(&self, kind: &str) -> Option<&Gate> {
        self.0.get(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# head\nevent\tbias\t\t1.5\nevent\ttime\tyes\t0.5\nevent\ttime\tno\t-3\nfigure\tbias\t\t0\nno weight\n";

    #[test]
    fn weights_are_summed_and_squashed() {
        let gates = Gates::read(TABLE);
        let gate = gates.of("event").expect("a gate");
        let mut dated = Traits::default();
        dated.ask("time", true);
        dated.say("unheard", "of");
        let mut undated = Traits::default();
        undated.ask("time", false);
        assert!((gate.sum(&dated) - 2.0).abs() < 1e-9);
        assert_eq!(gate.confidence(&dated), Confidence::new(0.881).expect("a share"));
        assert!(gate.confidence(&undated) < Confidence::FACT);
        assert_eq!(gates.of("quote"), None);
    }

    #[test]
    fn counts_fall_into_steps() {
        let steps = &[(0, "none"), (2, "few"), (usize::MAX, "many")];
        let mut traits = Traits::default();
        for n in [0, 1, 2, 3] {
            traits.count("n", n, steps);
        }
        let values: Vec<&str> = traits.iter().map(|t| t.value).collect();
        assert_eq!(values, ["none", "few", "few", "many"]);
    }
}
