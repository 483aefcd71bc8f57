//! How much each of the [`NAMES`](super::likeness::NAMES) says, in halves of a point.

use super::likeness::FEATURES;

/// Points a feature, set by hand: words in one order say most, a shared predicate, day or number more than a shared word.
const POINTS: [f64; FEATURES] = [
    1.0, 0.5, 0.0, 1.5, 2.0, 1.0, 0.5, 1.0, -0.5, 1.0, -0.5, 0.5, 1.0, 3.5,
];
/// Points that two sentences need to be as likely the same as not.
const EVEN: f64 = 4.5;

/// From 0 to 1: whether two sentences say the same or one all that the other says.
#[must_use]
pub fn likelihood(features: &[f64; FEATURES]) -> f64 {
    let points: f64 = POINTS.iter().zip(features).map(|(p, f)| p * f).sum();
    1.0 / (1.0 + (EVEN - points).exp())
}
