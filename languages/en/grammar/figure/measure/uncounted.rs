//! Numbers in front of a noun that count nothing: parts of a name, differences of two counts, telephone numbers.

use dossier_annotate::view::Capitals;
use dossier_model::{Deprel, Upos};

use super::Number;
use super::object::Noun;
use crate::grammar::figure::Scene;

dossier_world::words!(UNCOUNTED = "figure/uncounted_nouns.txt");

/// Whether the number in front of a noun counts nothing.
pub(super) fn is_no_count(scene: Scene<'_>, noun: Noun<'_>, n: Number<'_>) -> bool {
    let words = scene.words;
    let odd = noun.head.is_some_and(|h| {
        UNCOUNTED.has(words.lemma(h)) || is_difference(scene, h, n) || is_dialled(scene, h, n)
    });
    // "a 30 jobs programme": the noun belongs to another.
    let modifies = matches!(
        words.deprel(noun.carrier),
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc | Deprel::Flat
    );
    odd || modifies || is_name(scene, n)
}

/// "a 30-seat bus": the number is a part of a word.
pub(super) fn is_hyphened(scene: Scene<'_>, n: Number<'_>) -> bool {
    let words = scene.words;
    (n.from + 1..n.to).any(|i| {
        words.is(i, &["-", "–", "‑"])
            && words.is_glued(i)
            && words.is_glued(i + 1)
            && words.upos(i - 1) == Upos::Num
    })
}

/// "30 more delegates than Lind": how far apart two counts are.
fn is_difference(scene: Scene<'_>, head: usize, n: Number<'_>) -> bool {
    let words = scene.words;
    let compared = (n.to.min(head).saturating_sub(1)..head).any(|i| words.is(i, &["more", "fewer", "less"]));
    compared && (head + 1..head + 4).any(|i| words.is(i, &["than"]))
        || (n.from..head).any(|i| words.is(i, &["fewer"]))
}

/// "911 calls": the number that is dialled.
fn is_dialled(scene: Scene<'_>, head: usize, n: Number<'_>) -> bool {
    let words = scene.words;
    words.is(n.from, &["911", "999", "112", "000"])
        && words.is(
            head,
            &["call", "calls", "caller", "callers", "tape", "tapes", "operators"],
        )
}

/// "Under 70 Auto Sales": a hedge in capitals inside a sentence is a part of a name.
fn is_name(scene: Scene<'_>, n: Number<'_>) -> bool {
    let words = scene.words;
    let hedge = matches!(words.upos(n.from), Upos::Adp | Upos::Adv | Upos::Adj);
    hedge
        && words.is_capital(n.from)
        && !words.opens_sentence(n.from)
        && words.capitals(n.from) == Capitals::Sentence
        && !words.is_punct(n.from.saturating_sub(1))
}
