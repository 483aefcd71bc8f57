//! Whether a measure is a phrase that a reader of a table understands without its sentence.

use dossier_model::{Span, Unit, UnitBase};

use super::wording::Measure;
use super::{Scene, key};
use crate::grammar::quantity::noun;

dossier_world::words!(LENGTH_UNITS = "figure/length_units.txt");
dossier_world::words!(PREPOSITIONS = "figure/prepositions.txt");
dossier_world::words!(LONG_THINGS = "figure/long_things.txt");
dossier_world::words!(TELLING_NOUNS = "figure/telling_nouns.txt");

/// Nouns that name a figure of a country or a market on their own.
fn says_enough(word: &str) -> bool {
    TELLING_NOUNS.has(noun::singular(word).as_str())
}

fn is_length(unit: &Unit) -> bool {
    unit.per.is_none() && unit.base.ucum().is_some_and(|code| LENGTH_UNITS.has(code))
}

fn has_length(word: &str) -> bool {
    LONG_THINGS.has(noun::singular(word).as_str())
}

fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.has(word)
}

/// "up a joint fund", "reached an altitude": what stands in front of the article is no part of the noun phrase.
pub(super) fn without_lead(scene: Scene<'_>, m: Measure) -> Option<Measure> {
    let Some(&span) = m.spans.first() else {
        return Some(m);
    };
    let words = span.of(scene.view.text);
    if !m.text.starts_with(words) {
        return Some(m);
    }
    let mut cut = None;
    let mut before = "";
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        let bare = word.trim_end();
        at += word.len();
        if matches!(bare, "a" | "an") && !before.is_empty() && !is_preposition(before) {
            cut = Some(at);
        }
        before = bare;
    }
    let Some(cut) = cut.filter(|&c| c < words.len()) else {
        return Some(m);
    };
    let start = span.start as usize;
    let (lead, kept) = (
        Span::new(start, start + cut),
        Span::new(start + cut, span.end as usize),
    );
    let (mut dropped, mut held) = (Vec::new(), Vec::new());
    key::add(scene.view, lead, false, &mut dropped);
    key::add(scene.view, kept, false, &mut held);
    if held.is_empty() {
        return None;
    }
    // What was added behind the noun phrase ("increase") stays.
    let tail = m.text.get(words.len()..).unwrap_or("");
    let text = format!("{}{tail}", kept.of(scene.view.text));
    let parts = m.key.iter().filter(|k| !dropped.contains(k) || held.contains(k));
    let parts: Vec<String> = parts.cloned().collect();
    let mut spans = m.spans.clone();
    if let Some(first) = spans.first_mut() {
        *first = kept;
    }
    Some(m.replaced(text, parts, spans))
}

fn is_people(unit: &Unit) -> bool {
    unit.base.noun() == Some(UnitBase::PEOPLE)
}

/// Whether the words stand for themselves; `counted` where the number counts the noun, with its value.
pub(super) fn is_clear(m: &Measure, unit: Option<&Unit>, counted: bool, value: Option<f64>) -> bool {
    let core = m.text.strip_prefix("previous ").unwrap_or(&m.text);
    let words: Vec<&str> = core
        .split_whitespace()
        .filter(|w| !matches!(*w, "increase" | "decrease"))
        .collect();
    let Some(first) = words.first() else { return false };
    // Captions of a map, a ticker's marks, a number taken for a noun.
    let loud = |w: &&&str| w.chars().count() > 3 && w.chars().all(|c| c.is_uppercase());
    if words.iter().filter(loud).count() >= 2
        || words.iter().any(|w| matches!(*w, "-" | "–" | "—" | "UPDATE"))
        || first.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '¥'))
        || words
            .last()
            .is_some_and(|w| w.len() == 1 && w.chars().all(char::is_alphabetic))
    {
        return false;
    }
    let outcome = m.key.iter().any(|k| key::outcome(k) == Some(k));
    if outcome {
        return true;
    }
    // A half or a third of a bare noun: "share of face".
    if unit.is_none()
        && let Some(rest) = core.strip_prefix("share of ")
    {
        let whole = rest.split(':').next().unwrap_or(rest);
        return whole.contains(' ');
    }
    if counted {
        // "people brought", "homes": who they are, nobody can tell.
        let vague = unit.is_some_and(is_people) && words.len() == 2;
        let small = value.is_none_or(|v| v < 10_000.0);
        return !(words.len() == 1 || vague) || !small;
    }
    let first_low = first.to_lowercase();
    let number = crate::grammar::quantity::number::parse(&first_low).is_some()
        || core
            .split_once(" of")
            .is_some_and(|(n, _)| crate::grammar::quantity::number::parse(n).is_some());
    if number
        || crate::grammar::quantity::number::parse(core).is_some()
        || matches!(first_low.as_str(), "half" | "most" | "several")
    {
        return false;
    }
    // A length is a distance from somewhere to somewhere, unless the noun is something long, high or wide.
    if unit.is_some_and(is_length) && !words.iter().any(|w| has_length(&w.to_lowercase())) {
        return false;
    }
    let moves = words.len() < core.split_whitespace().count();
    let share = unit.is_some_and(|u| u.is(&UnitBase::Percent));
    words.len() > 1
        || says_enough(&first.to_lowercase())
        || (moves || share) && first.starts_with(char::is_uppercase) && !first.ends_with('s')
}
