//! Counted nouns that explain another: "all Muslims — 1.6 billion members of a faith", "25 sailors, 23 of them Norwegians".

use dossier_model::{Deprel, Upos};

use super::Number;
use super::object::{Added, Noun};
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::core;
use crate::grammar::figure::wording::Measure;

/// "All Muslims — 1.6 billion members of a faith —": the noun that the counted stand behind as its explanation.
pub(super) fn apposed_to(scene: Scene<'_>, noun: Noun<'_>, n: Number<'_>) -> Option<usize> {
    let words = scene.words;
    let apposed = words.deprel(noun.carrier) == Deprel::Appos;
    let dash = (1..=3)
        .filter_map(|k| n.from.checked_sub(k))
        .find(|&i| !matches!(words.upos(i), Upos::Adv | Upos::Adp))
        .filter(|&i| words.is(i, &["—", "–", "-", "―", "--"]) && !words.is_glued(i));
    if n.from > 0 && words.is(n.from - 1, &["(", "["]) {
        return None;
    }
    let head = match (apposed, dash) {
        (true, _) => words.head(noun.carrier)?,
        (_, Some(dash)) => dash.checked_sub(1)?,
        _ => return None,
    };
    let many = words.is_noun(head)
        && (words.upos(head) == Upos::Noun || words.word(head).ends_with('s'))
        && words.word(head).to_lowercase() != words.lemma(head).to_lowercase();
    (many && head < n.from && !scene.is_time_word(head)).then_some(head)
}

/// The counted as what `whole` are, or as a part of them where those have a number of their own.
pub(super) fn of_whole(scene: Scene<'_>, m: Measure, noun: Noun<'_>, whole: usize) -> Added {
    let words = scene.words;
    let m = m.and(scene, noun.tails, true);
    let Some(front) = core(scene, whole, &(0..0), false).filter(|f| f.len() <= 5 && f.contains(&whole))
    else {
        return Added::Nothing(m);
    };
    let front: Vec<usize> = front
        .into_iter()
        .filter(|&i| words.upos(i) != Upos::Num)
        .collect();
    let counted = words.child(whole, &[Deprel::Nummod]).is_some();
    let name = Measure::of(scene, &front);
    let text = if counted {
        format!("{} among {}", m.text, name.text)
    } else if words
        .children_by(whole, &[Deprel::Det, Deprel::DetPredet])
        .any(|d| words.is(d, &["all"]))
    {
        // "all Muslims — 1.6 billion members of a faith": the name says it.
        format!("all {}", name.text)
    } else {
        format!("{} ({})", name.text, m.text)
    };
    Added::Clause(m.joined(name, text))
}
