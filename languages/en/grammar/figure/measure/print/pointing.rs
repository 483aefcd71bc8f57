//! Labels that point at somebody told elsewhere: "amount spent by the organization", "donations received by a group".

use dossier_model::{Deprel, Upos};

use super::Label;
use crate::grammar::figure::Scene;

dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(BODIES = "figure/pointing_nouns.txt");

/// Whether all that the label says of whose it is, is a noun with an article that any other may have, and no name.
pub(super) fn is_unnamed(scene: Scene<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    // "workers there", "farmers here".
    let text = label.measure.text.as_str();
    let there = label.words.iter().any(|&h| {
        words.is_noun(h)
            && text.ends_with(&words.word(h).to_lowercase())
            && text.contains(" by ")
            && words.is(h + 1, &["there", "here", "elsewhere"])
    });
    if there {
        return true;
    }
    let named = label
        .words
        .iter()
        .any(|&i| words.is_capital(i) && words.upos(i) == Upos::Propn);
    if named || label.measure.text.contains(char::is_uppercase) {
        return false;
    }
    label.words.iter().any(|&h| {
        let article = words
            .children_by(h, &[Deprel::Det])
            .find(|&d| label.has(d) && words.is(d, &["the", "a", "an", "this", "that"]));
        let Some(article) = article else { return false };
        let apart = words
            .children_by(h, &[Deprel::Case])
            .any(|c| words.is(c, &["without", "with", "against", "among"]));
        let whose = HUMAN.has(words.lemma(h)) || BODIES.has(words.lemma(h));
        let told = words.children(h).any(|c| {
            let says = matches!(
                words.deprel(c),
                Deprel::Nmod | Deprel::Acl | Deprel::AclRelcl | Deprel::NmodPoss | Deprel::Compound
            );
            says && label.has(c)
        });
        let described =
            words.is(article, &["the"]) && words.children_by(h, &[Deprel::Amod]).any(|c| label.has(c));
        // "the two countries": those that the story is of.
        let few = (words.children_by(h, &[Deprel::Nummod])).any(|c| label.has(c));
        // "who was a child": what they are.
        let is_predicate = words.child(h, &[Deprel::Cop]).is_some_and(|c| label.has(c));
        whose && !apart && !is_predicate && words.upos(h) == Upos::Noun && !told && !described && !few
    })
}
