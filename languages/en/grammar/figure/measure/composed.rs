//! Numbers that are a part of a word and tell what a body, a building or a field has: "a 15-member council".

use dossier_model::{LabelKind, UnitBase};

use super::Number;
use super::uncounted::is_hyphened;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{is_whole, noun_phrase};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::noun;

dossier_world::words!(COMPOSED = "figure/composed_nouns.txt");

/// "members of the Harbour Council", where the number stands in front of its name.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    if !is_hyphened(scene, n) {
        return None;
    }
    let last = n.to.checked_sub(1)?;
    let noun = noun::singular(words.word(last)).to_lowercase();
    let unit = n.quantity()?.unit.as_ref()?;
    let is_counted = matches!(unit.base, UnitBase::Count(_)) && unit.per.is_none();
    // The head of the phrase that the word opens: the number hangs on its noun, and that on the head.
    let head = scene.owned(words.head(scene.top(n.words(), last))?);
    if !is_counted || !COMPOSED.has(noun.as_str()) || head < n.to || head > n.to + 6 || !words.is_noun(head) {
        return None;
    }
    let np = noun_phrase(scene, head, &n.words()).filter(|np| is_whole(scene, &np.core))?;
    if np.core.first().is_none_or(|&i| i < n.to) {
        return None;
    }
    let m = Measure::word(&format!("{} of", plural(&noun))).and(scene, &np.core, false);
    let of = np
        .tails
        .iter()
        .take_while(|t| t.first().is_some_and(|&i| words.is(i, &["of"])));
    let m = of.fold(m, |m, tail| m.and(scene, tail, false));
    let mut m = m.with_part(&noun).found_by(LabelKind::NounOf);
    m.is_passing = !m.text.contains(char::is_uppercase);
    Some(m)
}

/// The plural of one of the listed nouns.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}
