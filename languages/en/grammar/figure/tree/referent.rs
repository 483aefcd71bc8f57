//! Whom a pronoun stands for, in the words of a name.

use std::cmp::Reverse;

use dossier_model::{Deprel, LocalId, MentionForm, Upos};

use crate::grammar::figure::Scene;

/// Words of the longest name that is printed for a pronoun.
const LONGEST: usize = 4;

/// The words of the name that the pronoun `i` stands for: the fullest that the article prints, the first of equals.
pub(in crate::grammar::figure) fn referent(scene: Scene<'_>, i: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let place = words.span(i);
    let mentions = &scene.names.mentions;
    let own = mentions
        .inside(place)
        .find(|m| m.span == place && m.value.form == MentionForm::Pronoun)?;
    named(scene, own.value.local?)
}

/// The words of the name of whom the noun `head` calls by what he is: "the teenager", "the senator".
pub(in crate::grammar::figure) fn called(scene: Scene<'_>, head: usize) -> Option<Vec<usize>> {
    let (from, _) = scene.words.extent(head);
    let phrase = scene.words.cover(from.min(head), head + 1);
    let mentions = &scene.names.mentions;
    let own = mentions
        .inside(phrase)
        .find(|m| m.span.end == phrase.end && m.value.form == MentionForm::Nominal)?;
    named(scene, own.value.local?)
}

/// The words of the fullest name that the article prints for one, the first of equals.
fn named(scene: Scene<'_>, local: LocalId) -> Option<Vec<usize>> {
    let words = scene.words;
    let named = scene.names.mentions.iter().filter(|m| {
        let fits = m.value.local == Some(local) && m.value.form.is_name();
        fits && words.inside(m.span).len() <= LONGEST
    });
    let best = named.max_by_key(|m| (words.inside(m.span).len(), Reverse(m.span.start)))?;
    Some(words.inside(best.span).collect())
}

/// The words of the one to whom the noun `head` belongs by a pronoun in front of it: "his" of "his ships".
pub(in crate::grammar::figure) fn owner(scene: Scene<'_>, head: usize) -> Option<Vec<usize>> {
    referent(scene, owning_pronoun(scene, head)?)
}

/// Whether a pronoun says whose it is: "his followers".
pub(in crate::grammar::figure) fn is_owned_by_pronoun(scene: Scene<'_>, head: usize) -> bool {
    owning_pronoun(scene, head).is_some()
}

fn owning_pronoun(scene: Scene<'_>, head: usize) -> Option<usize> {
    let mut owners = scene.words.children_by(head, &[Deprel::NmodPoss]);
    owners.find(|&c| scene.words.upos(c) == Upos::Pron)
}
