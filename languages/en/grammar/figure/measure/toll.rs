//! Tolls: what befell people, and where.

use dossier_model::{Deprel, Upos};

use super::object::Noun;
use crate::grammar::figure::tree::{Tail, prepositional};
use crate::grammar::figure::wording::Measure;
use crate::grammar::figure::{Scene, key};

dossier_world::words!(SPEAKERS = "figure/speakers.txt");

/// Whether a measure says what befell people.
pub(super) fn is_toll(m: &Measure) -> bool {
    m.key.iter().any(|p| key::outcome(p) == Some(p))
}

/// Where the clause tells a toll's place: "in", "at" or "near" with a name that hangs on the same verb, or a label
/// in front of a colon ("Northern line: 5 dead").
pub(super) fn toll_place(scene: Scene<'_>, m: Measure, noun: Noun, from: usize) -> Measure {
    let words = scene.words;
    if has_name(scene, &m) {
        return m;
    }
    if let Some(label) = label_before(scene, from) {
        let mut out = m;
        out.text = format!("{} ({})", out.text, scene.print(&label));
        let span = words.cover(*label.first().unwrap_or(&from), from - 1);
        key::add(scene.view, span, false, &mut out.key);
        out.key.sort();
        out.spans.push(span);
        return out;
    }
    let Some(v) = words.head(noun.carrier).filter(|&v| words.is_verb(v)) else {
        return m;
    };
    let places = words.children_by(v, &[Deprel::Obl]).filter(|&c| c > noun.carrier);
    for c in places {
        let case = scene.preposition(c, &(0..0));
        let here = case.is_some_and(|p| words.is(p, &["in", "at", "near"])) && words.upos(c) == Upos::Propn;
        if here
            && !scene.is_time_word(c)
            && let Tail::Words(place) = prepositional(scene, c, false, 1)
        {
            return m.and(scene, &place, true);
        }
    }
    m
}

/// The words in front of a colon right before word `from`, if they name no speaker.
fn label_before(scene: Scene<'_>, from: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let colon = from.checked_sub(1).filter(|&c| words.is(c, &[":"]))?;
    let (first, _) = words.sentence_words(from);
    let label: Vec<usize> = (first..colon).collect();
    let fits = (2..=6).contains(&label.len())
        && label
            .iter()
            .all(|&i| !words.is_verb(i) && !words.is_punct(i) && !words.is_in(i, &SPEAKERS));
    fits.then_some(label)
}

/// Whether a name stands in the words of a measure.
fn has_name(scene: Scene<'_>, m: &Measure) -> bool {
    m.spans.iter().any(|s| {
        let mut inside = scene.words.inside(*s);
        inside.any(|i| scene.words.upos(i) == Upos::Propn && scene.words.is_capital(i))
    })
}
