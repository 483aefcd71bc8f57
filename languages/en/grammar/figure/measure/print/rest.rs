//! Numbers that leave out a part of what their words name: "the ambassador and three other Americans", "another group".

use dossier_model::{Deprel, Upos};

use super::super::Number;
use super::super::toll::is_toll;
use super::Label;
use crate::grammar::figure::{Scene, key};

/// Whether the number tells of what is left, or of one of several things that befell the same people.
pub(super) fn is_rest(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    label.counted && (is_other(scene, n, label) || is_half_told(scene, label))
}

/// "Two other used-car lots", "he and millions of other settlers".
fn is_other(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let other = (n.from..n.to + 2).find(|&i| words.is(i, &["other", "others"]));
    let Some(other) = other else { return false };
    let joined = n.from > 0 && words.is(n.from - 1, &["and", "plus"]);
    let first = n
        .from
        .checked_sub(2)
        .is_some_and(|i| words.upos(i) != Upos::Num && !words.is_punct(i));
    let head = label.words.first().copied().unwrap_or(other);
    let conjunct =
        joined && (n.words().any(|i| words.deprel(i) == Deprel::Conj) || words.deprel(head) == Deprel::Conj);
    !is_toll(label.measure) && label.measure.text.starts_with("other ") || conjunct && first
}

/// "Children are beaten, chained or abused", "6,000 dead and wounded": one of the words alone is not what is said.
fn is_half_told(scene: Scene<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let verb = label
        .words
        .iter()
        .copied()
        .filter(|&v| words.is_verb(v))
        .any(|v| {
            let mut rivals: Vec<usize> = Vec::new();
            let mut open = vec![v];
            while let Some(top) = open.pop().filter(|_| rivals.len() < 8) {
                let conjuncts = words.children_by(top, &[Deprel::Conj]);
                let verbs: Vec<usize> = conjuncts.filter(|&c| words.is_verb(c)).collect();
                open.extend(&verbs);
                rivals.extend(verbs);
            }
            let or = |&c: &usize| words.children_by(c, &[Deprel::Cc]).any(|k| words.is(k, &["or"]));
            rivals.iter().any(or) && rivals.iter().any(|&c| !label.has(c))
        });
    let two = label.words.iter().any(|&i| {
        let fate = |i: usize| key::outcome(&words.word(i).to_lowercase()).is_some();
        fate(i) && words.is(i + 1, &["and", "or", "/"]) && fate(i + 2) && !label.has(i + 2)
    });
    // "hundreds of volunteers and guards", "50,000 delegates and media": the number counts both.
    let head = label.words.iter().copied().find(|&i| words.is_noun(i));
    let both = head.is_some_and(|h| {
        words.children_by(h, &[Deprel::Conj]).any(|c| {
            let own = [Deprel::Nummod, Deprel::Det, Deprel::NmodPoss, Deprel::Case];
            let short =
                words.is(words.extent(c).0, &["and", "or"]) && c <= h + 4 && words.extent(c).0 == h + 1;
            words.is_noun(c) && !label.has(c) && short && words.children_by(c, &own).next().is_none()
        })
    });
    verb || two || both
}
