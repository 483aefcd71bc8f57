//! A verb with what stands in front of it and belongs to it, by the printed words: "has also said".

use dossier_annotate::View;
use dossier_model::Upos;
use dossier_world::words;

use super::auxiliary::{auxiliary, is_negation};

words!(ADVERBS = "clause/group_adverbs.txt");
words!(NOUNS_IN_LY = "common/nouns_in_ly.txt");

/// A verb with its auxiliaries and the adverbs among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// The first word: an auxiliary or adverb.
    pub(crate) start: usize,
    /// The verb itself.
    pub(crate) verb: usize,
    /// Whether it is denied ("did not say") or only possible ("might say").
    pub(crate) unreal: bool,
    /// Whether a form of "be" stands in front: a passive, or a progressive.
    pub(crate) passive: bool,
}

/// The verb group that ends in the verb `verb`, looked for down to the word `limit`.
pub(crate) fn verb_group(view: &View, verb: usize, limit: usize) -> VerbGroup {
    let mut group = VerbGroup {
        start: verb,
        verb,
        unreal: false,
        passive: false,
    };
    while group.start > limit {
        let i = group.start - 1;
        let word = view.word(i);
        let known = auxiliary(word);
        // "Peru's said": the clitic behind a name is a genitive.
        let genitive = word.starts_with(['\'', '’'])
            && view.is_capital(i.saturating_sub(1))
            && !view.is(
                i.saturating_sub(1),
                &["it", "he", "she", "that", "there", "what", "who"],
            );
        if known.is_some_and(|a| a.is_be()) && !genitive {
            group.passive = true;
        } else if known.is_some_and(|a| a.is_modal()) || is_negation(word) {
            group.unreal = true;
        } else if !(known.is_some_and(|a| a.is_have_or_do())
            || ADVERBS.has_any_case(word)
            || is_manner_adverb(view, i))
        {
            break;
        }
        group.start = i;
    }
    // "went on to say".
    if group.start > limit + 2
        && view.is(group.start - 1, &["to"])
        && view.is(group.start - 2, &["on"])
        && view.is(group.start - 3, &["went", "goes", "go"])
    {
        group.start -= 3;
    }
    group
}

/// Whether word `i` is an adverb in "-ly".
pub(crate) fn is_manner_adverb(view: &View, i: usize) -> bool {
    let word = view.word(i);
    word.len() > 4
        && word.ends_with("ly")
        && !view.is_capital(i)
        && !NOUNS_IN_LY.has_any_case(word)
        && view.upos(i) != Upos::Adj
}
