//! Verbs, by tag or by form.

use dossier_model::Upos;

use crate::grammar::clause;
use crate::grammar::figure::Scene;
use crate::grammar::quantity::change;

dossier_world::words!(PLAIN_VERBS = "figure/plain_verbs.txt");
dossier_world::words!(FALLS_NO_VERBS = "figure/falls_no_verbs.txt");
dossier_world::words!(LEVEL_VERBS = "figure/level_verbs.txt");
dossier_world::words!(GROUP_WORDS = "figure/group_words.txt");

/// Auxiliaries, "to" and "not". "Am" stands behind an hour more often than behind "I".
pub(in crate::grammar::figure) fn auxiliary(word: &str) -> bool {
    clause::auxiliary(word).is_some_and(|a| !a.is_get()) && word != "am"
        || matches!(word, "to" | "not" | "n't")
}

/// Words that stand inside a verb group: "is now expected to have".
pub(super) fn group_word(word: &str) -> bool {
    auxiliary(word)
        || GROUP_WORDS.has(word)
        || (word.len() > 4
            && word.ends_with("ly")
            && word != "family"
            && word != "supply"
            && word != "assembly"
            && word != "monthly")
}

/// Whether piece `i` is a verb, by tag or by form.
pub(in crate::grammar::figure) fn is_verb(scene: Scene<'_>, i: usize) -> bool {
    let view = scene.view;
    let word = view.low(i);
    if auxiliary(word) && word != "to" {
        return true;
    }
    match scene.tags.upos(view, i) {
        Some(u) => matches!(u, Upos::Verb | Upos::Aux),
        None => level_verb(word) || moves(word) || plain_verb(word),
    }
}

/// Verbs that equate their subject with a number.
pub(in crate::grammar::figure) fn level_verb(word: &str) -> bool {
    LEVEL_VERBS.has(word)
}

fn moves(word: &str) -> bool {
    change::rise(word)
        && word.ends_with(['d', 'e', 'w', 's', 'g', 'p'])
        && !matches!(word, "more" | "up" | "increase" | "rise" | "gains" | "growing")
        || change::fall(word) && !FALLS_NO_VERBS.has(word)
}

fn plain_verb(word: &str) -> bool {
    PLAIN_VERBS.has(word)
}
