//! Ways: "the missile flew 2,700 km" is the distance flown by the missile.

use dossier_model::{Deprel, LabelKind};

use super::Number;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{agent, chain, is_supposed, participle, subject};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::unit::has_dimension;

dossier_world::words!(MOTION = "figure/motion_verbs.txt");

/// The measure of a length that a verb of motion takes, where its subject is named.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>, carrier: usize) -> Option<Measure> {
    let words = scene.words;
    let unit = n.quantity()?.unit.as_ref()?;
    let v = words.head(carrier).filter(|&v| v < n.from && words.is_verb(v))?;
    let bare = matches!(
        words.deprel(carrier),
        Deprel::Obj | Deprel::OblUnmarked | Deprel::Obl | Deprel::Advmod | Deprel::Dep
    ) && scene.preposition(carrier, &n.words()).is_none();
    let length = unit.per.is_none() && has_dimension(&unit.base, "length");
    let chain = chain(scene, v);
    let open = chain.denied || chain.passive || chain.ahead || chain.modal.is_some();
    // "2,000 km east of the cape" is a place.
    let leg = n.from > 0 && words.is(n.from - 1, &["first", "last", "next", "final"]);
    let place = leg || words.is(n.to, &["from", "of", "off", "away"]) || words.is(n.to + 1, &["of"]);
    if !bare || !length || open || place || !MOTION.has(words.lemma(v)) || is_supposed(scene, v) {
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
