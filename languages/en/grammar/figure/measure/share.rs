//! Shares of a whole: "51 percent of voters", "one in five shops".

use dossier_model::{Deprel, LabelKind};

use super::object::{Added, Noun, as_object, as_subject, relative};
use super::{Number, stranded};
use crate::grammar::figure::tree::{agent, noun_phrase, subject};
use crate::grammar::figure::wording::Measure;
use crate::grammar::figure::{Scene, key};

/// Whether the number is a part of what stands behind it.
pub(super) fn is_part(scene: Scene<'_>, n: Number<'_>) -> bool {
    let Some(a) = n.annotation() else { return false };
    let behind = a.value.of.is_some_and(|of| of.start >= a.span.end);
    let fraction = a.value.unit.is_none() && a.value.value.is_some_and(|v| v > 0.0 && v < 1.0);
    behind && (n.is_share() && scene.words.is(n.to, &["of"]) || fraction)
}

/// The measure of a part: whose share it is, and what is said of it.
pub(super) fn read(scene: Scene<'_>, n: Number<'_>) -> Option<Measure> {
    let words = scene.words;
    let range = words.inside(n.quantity()?.of?);
    let head = scene.owned(range.end.checked_sub(1).filter(|h| range.contains(h))?);
    if scene.is_time_word(head) {
        return None;
    }
    // "among the bottom ten percent": a rank.
    let ranks = ["bottom", "top", "upper", "lower", "lowest", "highest"];
    if n.from > 0 && words.is(n.from - 1, &ranks) {
        return None;
    }
    let np = noun_phrase(scene, head, &(0..0))?;
    let mut m = Measure::word("share of").and(scene, &np.core, false);
    for tail in &np.tails {
        if let Some(link) = relative(scene, head, tail) {
            m = m.and_word(link);
        }
        m = m.and(scene, tail, false);
    }
    let carrier = words.first_conjunct(scene.top(n.from..np.end, n.to - 1));
    let noun = Noun {
        carrier,
        head: Some(head),
        end: np.end,
        tails: &[],
    };
    let verbal = np.tails.iter().flatten().any(|&i| words.is_verb(i));
    let mut m = match said(scene, n, m, noun, verbal) {
        Added::Clause(m) => m,
        // "six in ten voters in Bergen": of whom, but not what is said of them.
        Added::Nothing(m) if verbal => m,
        _ => return None,
    };
    // A share is told apart by all that is said of it.
    for span in m.spans.clone() {
        key::add(scene.view, span, false, &mut m.key);
    }
    Some(m.with_part("share").found_by(LabelKind::Share))
}

/// The share with what its clause says of it; `verbal` where a clause behind the noun says something already.
fn said(scene: Scene<'_>, n: Number<'_>, m: Measure, noun: Noun<'_>, verbal: bool) -> Added {
    let words = scene.words;
    let carrier = noun.carrier;
    match words.head(carrier) {
        // "half of the voters who support Lind are in college": both say who they are.
        Some(g)
            if verbal
                && g >= noun.end
                && words.deprel(carrier) == Deprel::Nsubj
                && words.sentence_index(g) == words.sentence_index(carrier) =>
        {
            match as_subject(scene, m, noun, g) {
                Added::Clause(m) => Added::Clause(m),
                _ => Added::Unclear,
            }
        }
        // "the demise of half the plans set up with loans": what befell them is cut off.
        Some(_)
            if words.deprel(carrier) == Deprel::Nmod && scene.preposition(carrier, &n.words()).is_some() =>
        {
            Added::Unclear
        }
        _ if verbal => Added::Nothing(m),
        None => Added::Nothing(m),
        Some(g) => match words.deprel(carrier) {
            Deprel::Nsubj | Deprel::NsubjPass => as_subject(scene, m, noun, g),
            Deprel::Obj | Deprel::OblUnmarked if words.is_verb(g) => as_object(scene, m, noun, g),
            Deprel::Obl if words.is_verb(g) && scene.preposition(carrier, &n.words()).is_none() => {
                as_object(scene, m, noun, g)
            }
            Deprel::Obl if words.lemma(g) == "account" => {
                match subject(scene, g).and_then(|s| agent(scene, s, g)) {
                    Some(by) => Added::Clause(m.and_word("accounted for by").and(scene, &by, true)),
                    None => Added::Nothing(m),
                }
            }
            // "support from six in ten".
            Deprel::Nmod
                if scene
                    .preposition(carrier, &n.words())
                    .is_some_and(|c| !words.is(c, &["of"])) =>
            {
                Added::Unclear
            }
            Deprel::Obl if scene.preposition(carrier, &n.words()).is_some() => {
                match stranded::read(scene, m, noun, n) {
                    Some(m) => Added::Clause(m),
                    // "received support from six in ten": what of them, nobody can tell.
                    None => Added::Unclear,
                }
            }
            _ => Added::Nothing(m),
        },
    }
}
