//! Whether a label says whose, where or of what its number is.

use dossier_annotate::view::Capitals;
use dossier_model::{Deprel, Upos};

use super::Label;
use crate::grammar::figure::Scene;
use crate::grammar::quantity::noun;

dossier_world::words!(TELLING_NOUNS = "figure/telling_nouns.txt");
dossier_world::words!(UNTOLD = "figure/untold_phrases.txt");

/// Whether more stands in the label than a noun and its modifiers; a measure of money or of a share may have a name among
/// these instead.
pub(super) fn is_anchored(scene: Scene<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let link = |i: usize| {
        let case = words.deprel(i) == Deprel::Case;
        matches!(words.upos(i), Upos::Adp | Upos::Verb | Upos::Aux) && words.deprel(i) != Deprel::Amod
            || words.upos(i) == Upos::Part && !case
            || words.is(i, &["'s", "’s", "'", "’"])
    };
    let text = &label.measure.text;
    if UNTOLD.has(text.to_lowercase().as_str()) {
        return false;
    }
    let printed = text
        .split(' ')
        .skip(1)
        .any(|w| matches!(w, "by" | "in" | "of" | "to" | "who" | "that" | "among") || w.starts_with('('));
    let owned = text
        .split(' ')
        .any(|w| w.ends_with("'s") || w.ends_with("’s") || w.ends_with("s’"));
    let change = [
        "increase in ",
        "decrease in ",
        "previous ",
        "planned ",
        "possible ",
    ];
    let led = change.iter().find_map(|c| text.strip_prefix(c));
    let printed = match led {
        Some(rest) => rest
            .split(' ')
            .skip(1)
            .any(|w| matches!(w, "by" | "in" | "of" | "to" | "among")),
        None => printed,
    };
    let deed = label
        .words
        .iter()
        .any(|&i| words.is_verb(i) && matches!(words.deprel(i), Deprel::Acl | Deprel::AclRelcl));
    let name = |i: usize| {
        let lone = words.capitals(i) == Capitals::Sentence && !words.opens_sentence(i);
        words.is_capital(i) && (words.upos(i) == Upos::Propn || lone)
    };
    let named = !label.counted && label.words.iter().any(|&i| name(i));
    let all = text.starts_with("all ");
    all || owned || printed || named || deed || label.words.iter().skip(1).any(|&i| link(i))
}

/// Whether the label is a rate that every reader knows: "unemployment rate".
pub(super) fn is_known_rate(label: Label<'_>) -> bool {
    let text = label.measure.text.to_lowercase();
    text.split(' ')
        .any(|w| TELLING_NOUNS.has(noun::singular(w).as_str()))
}
