//! Whose report a clause is: the subject of its verb, by the tree and by the words in front.

use super::act;
use super::edge::Words;
use super::page::{Group, Page};
use super::source;

/// Whether a phrase can be a subject inside the sentence `words`.
pub(super) fn can_be(page: &Page, source: (usize, usize), words: &Words) -> bool {
    source.0 >= words.start && source.1 <= words.end && !page.is(source.0, &["you", "there", "what"])
}

/// The subject of a finite reporting verb. The tree is believed where nothing that could be a subject stands
/// between its choice and the verb; else the noun phrase right in front of the verb is.
pub(super) fn find(page: &Page, words: &Words, g: Group) -> Option<(usize, usize)> {
    let by_tree = page
        .parsed
        .then(|| page.subject(g.verb))
        .flatten()
        .filter(|s| can_be(page, *s, words) && !(s.1 == s.0 + 1 && act::is_time(page, s.0)));
    if by_tree.is_some_and(|s| s.1 <= g.start && source::fit(page, s).is_some()) {
        return by_tree;
    }
    let by_words = page
        .phrase_before(g.start, words.start)
        .filter(|w| w.1 - w.0 <= 25 && can_be(page, *w, words));
    match (by_tree, by_words) {
        (Some(_), Some(w)) if w.1 == g.start && source::fit(page, w).is_some() => Some(w),
        (t, w) => t.or(w),
    }
}
