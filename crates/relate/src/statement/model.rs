//! How much each of the [`NAMES`] says, in halves of a point.

/// How many features there are.
pub const FEATURES: usize = 14;

/// What each feature is.
// no words of a language: descriptions of features
pub const NAMES: [&str; FEATURES] = [
    "share of the lighter one told by the other",
    "share of the heavier one told by the other",
    "the same of words that are no names, lighter",
    "the same of words that are no names, heavier",
    "weight of the shared words, logarithm",
    "the chief predicate is among the other's",
    "a number above two is shared",
    "a day is shared",
    "one is ahead, the other is not",
    "longest run of words in common by the shorter one's words",
    "weight of what the other lacks of the lighter one, logarithm",
    "share of the lighter one's core told by the other",
    "share of the heavier one's core told by the other",
    "words in the same order by the shorter one's words",
];

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
