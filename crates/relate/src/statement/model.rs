//! The weights of the regression over [`NAMES`](super::likeness::NAMES).

use super::likeness::FEATURES;

/// One weight a feature.
const WEIGHTS: [f64; FEATURES] = [
    2.0, 2.0, 2.0, 1.0, 0.5, 1.0, 0.5, 0.3, 0.5, 0.3, -1.0, 0.3, -0.5, 1.5, -1.0, -1.0, 1.0, 1.0, 0.5, 0.5,
];
/// Where no feature speaks.
const BIAS: f64 = -3.5;

/// The probability that two sentences say the same or one all that the other says.
#[must_use]
pub fn probability(features: &[f64; FEATURES]) -> f64 {
    let sum: f64 = WEIGHTS.iter().zip(features).map(|(w, f)| w * f).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
