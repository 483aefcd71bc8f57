//! The name of a row: of its reports' measures the one that the others bear out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::telling::Telling;
use crate::fold;
use crate::scope::Scope;

/// Letters of a word that are compared, so that "released" is "release".
const STEM: usize = 5;
/// Shorter words in small letters are mostly those that every sentence has.
const SHORT: usize = 4;
/// A word speaks for a label where more of the articles than this share have it, in per cent, and against it elsewhere.
const BORNE_OUT: i64 = 30;

/// The measure that stands for all reports: one that is no sentence, whose words most articles have, and that names rather
/// than points ("the two countries"). Where none was read, the sentence that stands for it is best from its start.
pub(super) fn choose(scope: &Scope<'_>, group: &[&Telling<'_>]) -> String {
    let mut told: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for t in group {
        let sentence = scope.text(t.doc, t.sentence);
        told.entry(t.doc).or_default().extend(stems(sentence));
    }
    let best = group.iter().max_by_key(|t| {
        let words = t.measure.split_whitespace().count().min(8);
        let names = t.measure.contains(char::is_uppercase);
        // Of words around a gap the fewest that begin as their sentence does.
        let rank = if t.is_gap() {
            (i64::from(t.opens), false, 0)
        } else {
            (support(&told, &t.measure), names, words)
        };
        let length = t.measure.len();
        (
            t.clear,
            !t.is_gap(),
            rank,
            Reverse(length),
            Reverse(t.measure.as_str()),
        )
    });
    best.map_or_else(String::new, |t| t.measure.clone())
}

/// How much the sentences of the articles bear a label out.
fn support(told: &BTreeMap<usize, BTreeSet<String>>, label: &str) -> i64 {
    let docs = told.len().max(1) as i64;
    let words: BTreeSet<String> = stems(label).collect();
    let share = |w: &String| told.values().filter(|d| d.contains(w)).count() as i64 * 100 / docs;
    // What no sentence prints ("distance", the place of what happened) speaks neither way.
    words
        .iter()
        .map(share)
        .filter(|s| *s > 0)
        .map(|s| s - BORNE_OUT)
        .sum()
}

/// The beginnings of the words that tell something.
fn stems(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= SHORT || w.starts_with(char::is_uppercase))
        .map(|w| fold::letters(w).chars().take(STEM).collect())
}
