//! Ways and distances: "the missile flew 2,700 km" is the distance flown by the missile, "the town lies 40 km north of Lund"
//! that of the town from Lund.

use dossier_model::{Deprel, LabelKind, Upos};

use super::Number;
use super::dimension::side_behind;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{agent, chain, is_supposed, participle, subject, with_articles};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::unit::has_dimension;

dossier_world::words!(MOTION = "figure/motion_verbs.txt");
dossier_world::words!(HUMAN = "event/human.txt");
dossier_world::words!(LANDING = "figure/landing_verbs.txt");
dossier_world::words!(PLACING = "figure/place_verbs.txt");

/// The measure of a length that a verb of motion takes, or one of place.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let unit = n.quantity()?.unit.as_ref()?;
    if unit.per.is_some() || !has_dimension(&unit.base, "length") || side_behind(scene, n).is_some() {
        return None;
    }
    flown(scene, n, carrier).or_else(|| to_place(scene, n, carrier))
}

/// "The missile flew 2,700 km."
fn flown(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    let v = words.head(carrier).filter(|&v| v < n.from && words.is_verb(v))?;
    let bare = matches!(
        words.deprel(carrier),
        Deprel::Obj | Deprel::OblUnmarked | Deprel::Obl | Deprel::Advmod | Deprel::Dep
    ) && scene.preposition(carrier, &n.words()).is_none();
    let chain = chain(scene, v);
    let open = chain.denied || chain.passive || chain.ahead || chain.modal.is_some();
    // "2,000 km east of the cape" is a place.
    let leg = n.from > 0 && words.is(n.from - 1, &["first", "last", "next", "final"]);
    let place = leg || words.is(n.to, &["from", "of", "off", "away"]) || words.is(n.to + 1, &["of"]);
    if !bare || open || place || !MOTION.has(words.lemma(v)) || is_supposed(scene, v) {
        return None;
    }
    let doer = subject(scene, v).filter(|&s| s < v)?;
    let by = agent(scene, doer, v)?;
    let form = participle(words.word(v), words.lemma(v));
    let m = Measure::word("distance")
        .with_part("distance")
        .and_word(&form)
        .and_word("by");
    Some(m.and(scene, &by, false).found_by(LabelKind::Level))
}

/// How far something is from a place: "the town lies 40 km north of Lund", "fell 300 km off the coast of Peru".
fn to_place(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    let leads = matches!(words.upos(n.to), Upos::Adv | Upos::Noun | Upos::Adj) && is_direction(scene, n.to);
    let case = n.to + usize::from(leads);
    let parting = words.is(case, &["from", "of", "off"]);
    let beside = words.is(
        case,
        &["behind", "above", "below", "beneath", "beyond", "outside"],
    );
    let other = words
        .head(case)
        .filter(|&h| (parting || beside) && h > case && h < case + 6 && words.is_noun(h));
    let is_away = words.is(n.to, &["away"]) && !parting;
    if other.is_none() && !is_away {
        return None;
    }
    let link = if parting { "from" } else { words.word(case) };
    let v = [Some(carrier), words.head(carrier), words.head(n.to)];
    let v = v
        .into_iter()
        .flatten()
        .find(|&v| subject(scene, v).is_some_and(|s| s < n.from))?;
    let s = subject(scene, v).filter(|&s| s < v.max(n.from) && words.is_noun(s))?;
    let chain = chain(scene, v);
    if chain.denied || chain.modal.is_some() || chain.ahead || is_supposed(scene, v) {
        return None;
    }
    let who = with_articles(scene, s, 1)?;
    let there = |m: Measure| match other {
        Some(o) => Some(m.and_word(link).and(scene, &with_articles(scene, o, 2)?, false)),
        None => Some(m),
    };
    // "A worker in Vik, 40 km from Lund": the nearest noun is what lies there, and nobody is a place.
    let is_far = v < n.from && (v + 1..n.from).any(|i| words.is_noun(i));
    if is_far || HUMAN.has(words.lemma(s)) {
        return None;
    }
    let is_still = words.child(v, &[Deprel::Cop]).is_some() || PLACING.has(words.lemma(v));
    let m = if is_still {
        there(Measure::word("distance of").and(scene, &who, false))?
    } else if !chain.passive && chain.auxiliaries.is_empty() && v > s && other.is_some() {
        // "distance from the coast at which the missile fell".
        let form = words.word(v).to_lowercase();
        let past = LANDING.has(words.lemma(v)) && !form.ends_with("ing") && !form.ends_with('s');
        let m = there(Measure::word("distance")).filter(|_| past)?;
        m.and_word("at which").and(scene, &who, false).and_word(&form)
    } else {
        return None;
    };
    let mut m = m.with_part("distance").found_by(LabelKind::Level);
    m.is_passing = !m.text.contains(char::is_uppercase);
    Some(m)
}

/// "north", "south-west", "away".
fn is_direction(scene: Scene<'_>, i: usize) -> bool {
    let word = scene.words.word(i).to_lowercase();
    let ends = ["north", "south", "east", "west"];
    word == "away" || ends.iter().any(|e| word.starts_with(e) || word.ends_with(e))
}
