//! Things of one who is called by what he is: "the state's 14 districts" are Georgia's, where the text says so.

use dossier_model::Upos;

use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::called;
use crate::grammar::figure::wording::Measure;

dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(BODIES = "figure/pointing_nouns.txt");
dossier_world::words!(POLLING = "figure/polling_nouns.txt");
dossier_world::words!(LANDS = "figure/land_nouns.txt");

/// The measure with the name of a possessor that only a common noun stands for; where none is known it says too little alone.
pub(super) fn named(scene: Scene<'_>, m: Measure) -> Measure {
    let words = scene.words;
    let Some((owner, rest)) = split(&m.text) else {
        return m;
    };
    let places = m.spans.iter().flat_map(|&s| words.inside(s));
    let is_mark = |i: usize| words.is(i, &["'s", "’s", "'", "’"]);
    let Some(h) = places
        .clone()
        .find(|&i| words.word(i).eq_ignore_ascii_case(owner) && is_mark(i + 1))
    else {
        return m;
    };
    let lemma = words.lemma(h);
    let general = HUMAN.has(lemma) || BODIES.has(lemma) || POLLING.has(lemma) || LANDS.has(lemma);
    if !general || words.upos(h) != Upos::Noun || rest.contains(char::is_uppercase) {
        return m;
    }
    let name = called(scene, h).or_else(|| land(scene, h).filter(|_| LANDS.has(lemma)));
    match name {
        Some(name) => {
            let rest = rest.to_owned();
            let owner = Measure::of(scene, &name);
            let mark = if owner.text.ends_with('s') { "’" } else { "’s" };
            let text = format!("{}{mark} {rest}", owner.text);
            m.joined(owner, text)
        }
        None => Measure {
            is_passing: true,
            ..m
        },
    }
}

/// "state" and "districts" of "state's districts".
fn split(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(' ')?;
    let owner = ["'s", "’s", "'", "’"]
        .iter()
        .find_map(|mark| first.strip_suffix(mark))?;
    owner.starts_with(char::is_lowercase).then_some((owner, rest))
}

/// The one name behind "in" in front of word `h` in its sentence: "In Georgia, results from the state's districts".
fn land(scene: Scene<'_>, h: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let (first, _) = words.sentence_words(h);
    let is_place = |&i: &usize| {
        let case = scene.preposition(i, &(0..0));
        words.upos(i) == Upos::Propn
            && words.is_capital(i)
            && !scene.is_time_word(i)
            && case.is_some_and(|c| words.is(c, &["in", "across"]))
    };
    let mut places = (first..h).filter(is_place);
    let place = places.next().filter(|_| places.next().is_none())?;
    crate::grammar::figure::tree::core(scene, place, &(0..0), false)
}
