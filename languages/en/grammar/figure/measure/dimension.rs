//! Lengths with the side that they measure: "the well is 40 metres deep", "a 40-metre-deep well", "a crater 90 metres in
//! diameter".

use std::ops::Range;

use dossier_model::{Deprel, LabelKind};

use super::Number;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{chain, is_supposed, noun_phrase, subject, with_articles};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::unit::has_dimension;

dossier_world::words!(MEASURING = "figure/measuring_verbs.txt");
dossier_world::table!(SIDES = "figure/sides.tsv");

/// The measure of a length behind which its side stands.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let unit = n.quantity()?.unit.as_ref()?;
    if unit.per.is_some() || !has_dimension(&unit.base, "length") {
        return None;
    }
    let (side, at) = side_behind(scene, n)?;
    let is_hyphened = is_hyphened(scene, n);
    let range = n.from..at + 1;
    let m = if is_hyphened {
        // "a 40-metre-deep well".
        let head = words.head(at);
        let head = scene.owned(head.filter(|&h| h > at && h < at + 5 && words.is_noun(h))?);
        of_noun(scene, side, head, &range)
    } else {
        of_clause(scene, n, side, at, &range)
    };
    let mut m = m?.with_part(side).found_by(LabelKind::Level);
    // "Depth of the well": which well, only a second report tells.
    m.is_passing = !m.text.contains(char::is_uppercase);
    Some(m)
}

fn is_hyphened(scene: Scene<'_>, n: Number<'_>) -> bool {
    scene.words.is(n.to, &["-", "–", "‑"])
}

/// The side that the word behind the length names, and the place of that word: "40 metres in diameter", "40 metres deep",
/// "3,700 kilometres (2,300 miles) high".
pub(super) fn side_behind(scene: Scene<'_>, n: Number<'_>) -> Option<(&'static str, usize)> {
    const FAR: usize = 8;
    let words = scene.words;
    let gap = usize::from(is_hyphened(scene, n) || words.is(n.to, &["in"]));
    let at = if words.is(n.to, &["("]) {
        (n.to + 1..n.to + FAR).find(|&i| words.is(i, &[")"]))? + 1
    } else {
        n.to + gap
    };
    Some((SIDES.value(&words.word(at).to_lowercase())?, at))
}

/// "depth of well": the noun with what stands behind it.
fn of_noun(scene: Scene<'_>, side: &str, head: usize, skip: &Range<usize>) -> Option<Measure> {
    let np = noun_phrase(scene, head, skip)?;
    let m = Measure::word(&format!("{side} of")).and(scene, &np.core, false);
    Some(np.tails.iter().fold(m, |m, tail| m.and(scene, tail, false)))
}

/// "a wall, 8 metres high", "a crater of 90 metres in diameter", "the well is about 40 metres deep", "the well measured 30
/// centimetres wide".
fn of_clause(
    scene: Scene<'_>,
    n: Number<'_>,
    side: &str,
    at: usize,
    range: &Range<usize>,
) -> Option<Measure> {
    let words = scene.words;
    let top = words.first_conjunct(scene.top(range.clone(), at));
    let above = words.head(top);
    let modifies = matches!(
        words.deprel(top),
        Deprel::Amod | Deprel::Appos | Deprel::Acl | Deprel::Nmod | Deprel::NmodUnmarked | Deprel::NmodDesc
    );
    let is_number = |h: usize| n.here.iter().any(|q| words.inside(q.span).contains(&h));
    if let Some(noun) = above.filter(|&h| modifies && h < n.from && words.is_noun(h) && !is_number(h)) {
        let is_near = (noun + 1..n.from).all(|i| !words.is_verb(i));
        return of_noun(scene, side, noun, &(n.from..at + 1)).filter(|_| is_near);
    }
    let v = [Some(top), above];
    let v = v.into_iter().flatten().find(|&i| subject(scene, i).is_some())?;
    let is_link = v == top || MEASURING.has(words.lemma(v));
    let chain = chain(scene, v);
    let s = subject(scene, v).filter(|&s| s < n.from && words.is_noun(s))?;
    if !is_link || chain.denied || chain.modal.is_some() || chain.ahead || is_supposed(scene, v) {
        return None;
    }
    Some(Measure::word(&format!("{side} of")).and(scene, &with_articles(scene, s, 1)?, false))
}
