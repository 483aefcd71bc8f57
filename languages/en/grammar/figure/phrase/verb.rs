//! Verbs, by tag or by form.

use dossier_model::Upos;

use crate::grammar::clause;
use crate::grammar::figure::Scene;
use crate::grammar::quantity::change;

/// Auxiliaries, "to" and "not". "Am" stands behind an hour more often than behind "I".
pub(in crate::grammar::figure) fn auxiliary(word: &str) -> bool {
    clause::auxiliary(word).is_some_and(|a| !a.is_get()) && word != "am"
        || matches!(word, "to" | "not" | "n't")
}

/// Words that stand inside a verb group: "is now expected to have".
#[rustfmt::skip]
pub(super) fn group_word(word: &str) -> bool {
    auxiliary(word)
        || matches!(
            word,
            "expected"
            | "estimated" | "projected" | "forecast" | "set" | "likely" | "reported" | "said" | "believed"
            | "thought" | "already" | "also" | "now" | "currently" | "still" | "even" | "just" | "only"
            | "recently" | "reportedly" | "about" | "officially" | "once" | "again" | "since" | "then"
            | "thus" | "so" | "far" | "alone"
        )
        || (word.len() > 4
            && word.ends_with("ly")
            && word != "family"
            && word != "supply"
            && word != "assembly"
            && word != "monthly")
}

/// Whether piece `i` is a verb, by tag or by form.
pub(in crate::grammar::figure) fn is_verb(scene: Scene<'_>, i: usize) -> bool {
    let view = scene.view;
    let word = view.low(i);
    if auxiliary(word) && word != "to" {
        return true;
    }
    match scene.tags.upos(view, i) {
        Some(u) => matches!(u, Upos::Verb | Upos::Aux),
        None => level_verb(word) || moves(word) || plain_verb(word),
    }
}

/// Verbs that equate their subject with a number.
#[rustfmt::skip]
pub(in crate::grammar::figure) fn level_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was" | "were" | "be" | "been" | "being" | "reach" | "reaches" | "reached" | "reaching"
            | "hit" | "hits" | "hitting" | "total" | "totals" | "totalled" | "totaled" | "totalling"
            | "totaling" | "stand" | "stands" | "stood" | "standing" | "amount" | "amounts" | "amounted"
            | "amounting" | "came" | "comes" | "exceed" | "exceeds" | "exceeded" | "exceeding" | "surpass"
            | "surpasses" | "surpassed" | "surpassing" | "top" | "tops" | "topped" | "topping" | "worth"
            | "valued" | "average" | "averages" | "averaged" | "averaging" | "measures" | "measured"
            | "weighs" | "weighed" | "equals" | "equalled" | "remains" | "remained" | "remain"
            | "estimated" | "put" | "numbered" | "numbering" | "near" | "nears" | "neared" | "nearing"
            | "approached" | "approaching" | "settled" | "closed" | "finished" | "ended" | "became"
            | "attained"
    )
}

fn moves(word: &str) -> bool {
    change::rise(word)
        && word.ends_with(['d', 'e', 'w', 's', 'g', 'p'])
        && !matches!(word, "more" | "up" | "increase" | "rise" | "gains" | "growing")
        || change::fall(word)
            && !matches!(
                word,
                "less"
                    | "down"
                    | "lower"
                    | "fewer"
                    | "decrease"
                    | "decline"
                    | "drop"
                    | "cuts"
                    | "cut"
                    | "reduction"
            )
}

#[rustfmt::skip]
fn plain_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says" | "made" | "took" | "became" | "began" | "held" | "saw" | "met" | "paid" | "spent"
            | "sold" | "bought" | "won" | "gave" | "sent" | "built" | "left" | "lost" | "killed"
            | "injured" | "welcomed" | "received" | "signed" | "announced" | "reported" | "invested"
            | "pledged" | "raised" | "exported" | "imported" | "employs" | "hosts" | "owns" | "produced"
            | "produces" | "recorded" | "attracted" | "accounted" | "accounts"
    )
}
