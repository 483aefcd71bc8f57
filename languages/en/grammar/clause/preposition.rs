//! The preposition in front of a noun.

use dossier_annotate::View;
use dossier_model::{Deprel, Upos};

/// The dictionary form of the preposition in front of word `i`. A conjunction or participle that the tree hangs
/// there as one counts, too.
pub(crate) fn preposition_of<'a>(view: &View<'a>, i: usize) -> Option<&'a str> {
    let own = |i: usize| {
        view.children_by(i, &[Deprel::Case, Deprel::Mark])
            .filter(|&k| k < i && matches!(view.upos(k), Upos::Adp | Upos::Sconj | Upos::Part | Upos::Verb))
            // "flew in from Lima": the place is where they came from.
            .reduce(|first, k| if view.is(k, &["from"]) { k } else { first })
            .map(|k| view.lemma(k))
    };
    // Before a title the preposition may hang on the title's word.
    own(i).or_else(|| {
        view.children_by(i, &[Deprel::NmodDesc, Deprel::Compound])
            .filter(|&k| k < i)
            .find_map(own)
    })
}
