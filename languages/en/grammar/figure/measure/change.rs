//! Rises, falls and what stood before.

use dossier_model::LabelKind;

use super::Sense;
use crate::grammar::figure::wording::Measure;

dossier_world::words!(RISE_NOUNS = "figure/rise_nouns.txt");
dossier_world::words!(FALL_NOUNS = "figure/fall_nouns.txt");

/// Nouns of a change: "a 5 percent rise", "growth of 3 percent".
pub(super) fn change_noun(word: &str) -> Option<Sense> {
    let fall = || FALL_NOUNS.has(word).then_some(Sense::Fall);
    RISE_NOUNS.has(word).then_some(Sense::Rise).or_else(fall)
}

/// Words that compare behind a number: "5 percent higher".
pub(super) fn compared(word: &str) -> Option<Sense> {
    Some(match word {
        "higher" | "more" | "larger" | "bigger" | "greater" | "up" | "above" => Sense::Rise,
        "lower" | "less" | "fewer" | "smaller" | "down" | "below" => Sense::Fall,
        _ => return None,
    })
}

/// The measure of a change of `base`, which is never joined with the level.
pub(super) fn changed(base: Measure, sense: Sense) -> Measure {
    if sense == Sense::Level {
        return base;
    }
    let kept = Some(Box::new(base.clone()));
    let (lead, part) = match sense {
        Sense::Rise => ("increase in ", "increase"),
        Sense::Fall => ("decrease in ", "decrease"),
        _ => ("previous ", "previous"),
    };
    let mut m = base.with_part(part).found_by(LabelKind::Change);
    // "the lower tax rate … from 35 percent": what it was before was not the lower one.
    let plain = ["lower ", "higher ", "new ", "reduced ", "increased "];
    let text = plain
        .iter()
        .find_map(|p| m.text.strip_prefix(p))
        .filter(|_| sense == Sense::Before)
        .unwrap_or(&m.text);
    // "Norvik’s previous stake".
    let mut marks = ["’s ", "'s ", "’ ", "' "].into_iter();
    let owned = marks.find_map(|mark| text.split_once(mark).map(|(owner, thing)| (owner, mark, thing)));
    m.text = match owned.filter(|_| sense == Sense::Before) {
        Some((owner, mark, thing)) => format!("{owner}{mark}{lead}{thing}"),
        None => format!("{lead}{text}"),
    };
    m.base = kept;
    m
}

/// The level behind the last figure.
pub(super) fn base_of(last: Option<&Measure>) -> Option<Measure> {
    let last = last?;
    Some(last.base.as_deref().unwrap_or(last).clone())
}
