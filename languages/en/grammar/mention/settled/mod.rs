//! What the whole article says of its names, once all are found: where they end and what they name.

mod agent;
mod evidence;
mod extent;
mod kind;
mod merge;
mod surname;

use dossier_annotate::View;
use dossier_model::{Layer, Time};

use super::scan::Name;

/// Mends the ends and the kinds of the article's names.
pub(super) fn settle(words: &View, times: &Layer<Time>, names: &mut Vec<Name>) {
    extent::drop_signs(words, names);
    merge::merge(words, names);
    extent::cut(words, names);
    surname::add(words, times, names);
    kind::decide(words, names);
}

/// What the names of one article have in common when they are written alike: their words, folded.
fn key(words: &View, start: usize, end: usize) -> String {
    let mut key = String::new();
    for k in start..end {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(words.fold(k));
    }
    key
}
