//! Whether a measure is a phrase that a reader of a table understands without its sentence.

use dossier_model::{Unit, UnitBase};

use super::key;
use super::wording::Measure;
use crate::grammar::quantity::noun;

dossier_world::words!(GENERIC = "figure/generic_nouns.txt");
dossier_world::words!(LENGTH_UNITS = "figure/length_units.txt");
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

fn is_people(unit: &Unit) -> bool {
    unit.base.noun() == Some(UnitBase::PEOPLE)
}

/// Whether a measure says enough to stand in a table: not "size" alone, and no sentence.
pub(super) fn is_plain(m: &Measure) -> bool {
    let words = m.text.split_whitespace().count();
    let lone = m.key.len() <= 1 && m.key.iter().all(|k| GENERIC.has(k.as_str())) && m.spans.len() < 2;
    let only_change = m
        .key
        .iter()
        .all(|k| matches!(k.as_str(), "increase" | "decrease" | "previous" | "share"));
    // "Lund Road 7 people injured": another number with its noun ran into it.
    let mut pairs = m.text.split(' ').zip(m.text.split(' ').skip(1));
    let counts = pairs.any(|(n, noun)| noun == "people" && n.bytes().all(|b| b.is_ascii_digit()));
    words <= 16
        && !counts
        && !lone
        && !only_change
        && !m.text.contains(['“', '”', '"', ';', '[', '|', '@', '#', '_'])
        && !m.text.contains("http")
}

/// Whether the words stand for themselves; `counted` where the number counts the noun, with its value.
pub(super) fn is_clear(m: &Measure, unit: Option<&Unit>, counted: bool, value: Option<f64>) -> bool {
    let core = ["previous ", "increase in ", "decrease in "]
        .iter()
        .find_map(|lead| m.text.strip_prefix(lead))
        .unwrap_or(&m.text);
    let moves = core.len() < m.text.len();
    let words: Vec<&str> = core.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    if is_shouted(&words) {
        return false;
    }
    if m.key.iter().any(|k| key::outcome(k) == Some(k)) {
        return true;
    }
    // A half or a third of a bare noun: "share of face".
    if let Some(rest) = core.strip_prefix("share of ") {
        return rest.contains(' ');
    }
    if counted {
        // "people brought", "homes": who they are, nobody can tell.
        let vague = unit.is_some_and(is_people) && words.len() == 2;
        return words.len() > 1 && !vague;
    }
    let first_low = first.to_lowercase();
    if is_number(core, &first_low, value) {
        return false;
    }
    // A length is a distance from somewhere to somewhere, unless the noun is something long, high or wide.
    if unit.is_some_and(is_length) && !words.iter().any(|w| has_length(&w.to_lowercase())) {
        return false;
    }
    let share = unit.is_some_and(|u| u.is(&UnitBase::Percent));
    words.len() > 1
        || says_enough(&first_low)
        || (moves || share) && first.starts_with(char::is_uppercase) && !first.ends_with('s')
}

/// Captions of a map, a ticker's marks, a number taken for a noun.
fn is_shouted(words: &[&str]) -> bool {
    let loud = |w: &&&str| w.chars().count() > 3 && w.chars().all(|c| c.is_uppercase());
    let first = words.first().copied().unwrap_or("");
    words.iter().filter(loud).count() >= 2
        || words.iter().any(|w| matches!(*w, "-" | "–" | "—" | "UPDATE"))
        || first.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '¥'))
        || words
            .last()
            .is_some_and(|w| w.len() == 1 && w.chars().all(char::is_alphabetic))
}

/// Whether the words are a number, or a part of one.
fn is_number(core: &str, first: &str, _value: Option<f64>) -> bool {
    use crate::grammar::quantity::number;
    number::parse(first).is_some()
        || core
            .split_once(" of")
            .is_some_and(|(n, _)| number::parse(n).is_some())
        || number::parse(core).is_some()
        || matches!(first, "half" | "most" | "several")
}
