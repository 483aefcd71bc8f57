//! The weights of the regression over [`NAMES`](super::likeness::NAMES).

use super::likeness::FEATURES;

/// One weight a feature.
const WEIGHTS: [f64; FEATURES] = [
    1.12, 0.48, 0.08, 1.52, 2.17, 1.24, 0.53, 0.84, -0.40, 0.80, -0.53, 0.60, 1.23, 3.36,
];
/// Where no feature speaks.
const BIAS: f64 = -4.37;

/// The probability that two sentences say the same or one all that the other says.
#[must_use]
pub fn probability(features: &[f64; FEATURES]) -> f64 {
    let sum: f64 = WEIGHTS.iter().zip(features).map(|(w, f)| w * f).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
