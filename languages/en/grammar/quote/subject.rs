//! Whose report a clause is: the subject of its verb, by the tree and by the words in front.

use super::edge::Words;
use super::source;
use super::speech::SpeechView;
use crate::grammar::clause::VerbGroup;

/// Whether a phrase can be a subject inside the sentence `words`.
pub(super) fn can_be(view: &SpeechView, source: (usize, usize), words: &Words) -> bool {
    source.0 >= words.start && source.1 <= words.end && !view.is(source.0, &["you", "there", "what"])
}

/// The subject of a finite reporting verb. The tree is believed where nothing that could be a subject stands
/// between its choice and the verb; else the noun phrase right in front of the verb is.
pub(super) fn find(view: &SpeechView, words: &Words, g: VerbGroup) -> Option<(usize, usize)> {
    let by_tree = view
        .is_parsed()
        .then(|| view.subject(g.verb))
        .flatten()
        .filter(|s| can_be(view, *s, words) && !(s.1 == s.0 + 1 && view.is_time(s.0)));
    if by_tree.is_some_and(|s| s.1 <= g.start && source::fit(view, s).is_some()) {
        return by_tree;
    }
    // "a term that suggests": what the clause describes says nothing, and nobody else stands in front.
    if by_tree.is_some_and(|s| s.1 == s.0 + 1 && view.is(s.0, &["which", "that"])) {
        return None;
    }
    let by_words = view
        .phrase_before(g.start, words.start)
        .filter(|w| w.1 - w.0 <= 25 && can_be(view, *w, words));
    match (by_tree, by_words) {
        (Some(_), Some(w)) if w.1 == g.start && source::fit(view, w).is_some() => Some(w),
        (t, w) => t.or(w),
    }
}
