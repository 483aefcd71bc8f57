//! Labels that end before their phrase does: "delegates to reach", "protesters who had entered", "nationals away".

use dossier_model::{Deprel, Upos};

use super::super::Number;
use super::Label;
use crate::grammar::figure::Scene;

/// Whether the label ends in a word that needs what stands behind it.
pub(super) fn is_cut(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    let Some(&last) = label.words.last() else {
        return false;
    };
    let printed = label.measure.text.rsplit(' ').next().unwrap_or("");
    if !printed.eq_ignore_ascii_case(words.word(last)) {
        return false;
    }
    // "for an employer to fire or": one of two verbs.
    let either = words.is(last + 1, &["or", "and"])
        && words.is_verb(last)
        && last > 0
        && words.is(last - 1, &["to"])
        && words.is_verb(last + 2);
    if either || is_of(scene, n, label) || is_seam(scene, n, label, last) {
        return true;
    }
    let particle = words.deprel(last) == Deprel::CompoundPrt;
    match words.upos(last) {
        // "the visas that the club applied for" ends so; there the number stands behind.
        Upos::Adp | Upos::Part => !particle && last > n.from,
        Upos::Sconj | Upos::Cconj | Upos::Det | Upos::Aux | Upos::Pron => last > n.from,
        Upos::Adv => !particle && words.is(last, &["away", "back", "apart", "aside", "then", "later"]),
        Upos::Num => words.upos(last.saturating_sub(1)) == Upos::Adp,
        Upos::Verb => last >= n.to && goes_on(scene, last),
        _ => false,
    }
}

/// "people of Norse descent": what stands behind "of" tells which ones, and is left out.
fn is_of(scene: Scene<'_>, n: Number<'_>, label: Label<'_>) -> bool {
    let words = scene.words;
    label.words.iter().any(|&i| {
        let number = (i + 2..i + 5).any(|k| words.upos(k) == Upos::Num) || (n.from..n.to).contains(&(i + 1));
        words.is_noun(i) && words.is(i + 1, &["of"]) && !label.has(i + 1) && !number
    })
}

/// Where two clauses meet: "safety and police sealed off", "watched the berry burst", "compared with 39".
fn is_seam(scene: Scene<'_>, n: Number<'_>, label: Label<'_>, last: usize) -> bool {
    let words = scene.words;
    let joined = last > n.to
        && words.is(last - 1, &["and", "or", ","])
        && (words.is_verb(last + 1) || words.upos(last + 1) == Upos::Aux);
    let small = last > n.to
        && words.is_noun(last)
        && words.head(last).is_some_and(|h| {
            h > last
                && words.is_verb(h)
                && words
                    .head(h)
                    .is_some_and(|g| g != last && label.has(g) && words.is_verb(g))
        });
    let apart = label.words.iter().any(|&i| words.is(i, &["compared", "amid"]));
    joined && words.upos(last) != Upos::Verb && !has_subject_before(scene, label, last) || small || apart
}

/// Whether the verb behind `last` is told of another word of the label: "deals between ministries and towns are due".
fn has_subject_before(scene: Scene<'_>, label: Label<'_>, last: usize) -> bool {
    let words = scene.words;
    let verb = match words.upos(last + 1) {
        Upos::Aux => words.head(last + 1).unwrap_or(last + 1),
        _ => last + 1,
    };
    // A tree may take "around 40 deals" for an adverbial.
    let is_other = |s: usize| s < last && label.has(s) && words.is_noun(s) && words.head(last) != Some(s);
    words.children(verb).any(is_other)
}

/// Whether the verb `v` takes what stands right behind it.
fn goes_on(scene: Scene<'_>, v: usize) -> bool {
    let words = scene.words;
    let next = v + 1;
    if words.ends_sentence(v) || words.is_punct(next) || scene.is_time_word(next) {
        return false;
    }
    // "live north of the border".
    let place = words.upos(next) == Upos::Adv && words.is(next + 1, &["of"]);
    // "to leave after the talks": when, not what.
    let when = words.is(
        next,
        &["since", "as", "after", "before", "because", "during", "while"],
    );
    let led_to_time = matches!(words.upos(next), Upos::Adp | Upos::Det) && scene.is_time_word(next + 1);
    let taken = matches!(
        words.upos(next),
        Upos::Adp
            | Upos::Det
            | Upos::Noun
            | Upos::Propn
            | Upos::Num
            | Upos::Pron
            | Upos::Sconj
            | Upos::Part
            | Upos::Adj
    );
    (taken || place || words.is(next, &["to", "or"])) && !led_to_time && !when
}
