//! Lengths with the side that they measure: "the well is 40 metres deep", "a 40-metre-deep well".

use dossier_model::LabelKind;

use super::Number;
use crate::grammar::figure::Scene;
use crate::grammar::figure::tree::{chain, is_supposed, noun_phrase, subject, with_articles};
use crate::grammar::figure::wording::Measure;
use crate::grammar::quantity::unit::has_dimension;

/// The measure of a length behind which its side stands.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let unit = n.quantity()?.unit.as_ref()?;
    if unit.per.is_some() || !has_dimension(&unit.base, "length") {
        return None;
    }
    let hyphen = usize::from(words.is(n.to, &["-", "–", "‑"]));
    let at = n.to + hyphen;
    let side = match words.word(at).to_lowercase().as_str() {
        "deep" => "depth",
        "wide" => "width",
        "high" | "tall" => "height",
        "long" => "length",
        "thick" => "thickness",
        "diameter" => "diameter",
        _ => return None,
    };
    let m = if hyphen == 1 {
        // "a 40-metre-deep well".
        let head = scene.owned(
            words
                .head(at)
                .filter(|&h| h > at && h < at + 5 && words.is_noun(h))?,
        );
        let np = noun_phrase(scene, head, &(n.from..at + 1))?;
        let m = Measure::word(&format!("{side} of")).and(scene, &np.core, false);
        np.tails.iter().fold(m, |m, tail| m.and(scene, tail, false))
    } else {
        // "the well is about 40 metres deep", "the well measured 30 centimetres wide".
        let top = scene.top(n.from..at + 1, at);
        let v = [Some(top), words.head(top)];
        let v = v.into_iter().flatten().find(|&i| subject(scene, i).is_some())?;
        let link = v == top || matches!(words.lemma(v), "measure" | "stand" | "lie");
        let chain = chain(scene, v);
        let s = subject(scene, v).filter(|&s| s < n.from && words.is_noun(s))?;
        if !link || chain.denied || chain.modal.is_some() || chain.ahead || is_supposed(scene, v) {
            return None;
        }
        Measure::word(&format!("{side} of")).and(scene, &with_articles(scene, s, 1)?, false)
    };
    Some(m.with_part(side).found_by(LabelKind::Level))
}
