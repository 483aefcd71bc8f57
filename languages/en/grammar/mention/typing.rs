//! Settles what the names are of that no list and no shape could tell: by the words around them and by what
//! the same words are elsewhere in the article.

use std::collections::HashMap;

use dossier_model::{Layer, MentionForm, MentionKind, Time};

use super::scan::Name;
use crate::grammar::{common, initials};
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::{given_name, office, organization};

dossier_world::words!(DERIVED_ENDINGS = "mention/derived_endings.txt");
dossier_world::words!(PLACE_NOUNS = "mention/place_nouns.txt");
dossier_world::words!(TRAVEL_WORDS = "mention/travel_words.txt");
dossier_world::words!(PERSON_VERBS = "mention/person_verbs.txt");

/// A name inside a time is a part of it: "March 3".
pub(crate) fn drop_times(words: &View, times: &Layer<Time>, names: &mut Vec<Name>) {
    names.retain(|n| {
        let span = words.cover(n.start, n.end);
        let upto = times.partition_point(|t| t.span.start <= span.start);
        !times
            .iter()
            .take(upto)
            .rev()
            .take(4)
            .any(|t| t.span.contains(span))
    });
}

/// Types the guesses, drops what is no name.
pub(crate) fn settle(words: &View, times: &Layer<Time>, names: &mut Vec<Name>) {
    drop_times(words, times, names);
    let mut certain: HashMap<String, [u32; 3]> = HashMap::new();
    let mut parts: HashMap<String, u32> = HashMap::new();
    for n in names.iter() {
        let key = key(words, n);
        if n.sure == 2
            && let Some(k) = column(n.kind)
        {
            certain.entry(key).or_default()[k] += 2;
        }
        if n.sure == 2 && n.kind == MentionKind::Person {
            for k in n.start..n.end {
                if words.is_capital(k) {
                    *parts.entry(words.fold(k).to_owned()).or_default() += 1;
                }
            }
        }
    }
    for n in names.iter_mut().filter(|n| n.sure < 2) {
        let context = context(words, n);
        let key = key(words, n);
        if let Some(votes) = certain.get(&key)
            && let Some(kind) = best(votes)
        {
            n.kind = kind;
            n.sure = 2;
        } else if n.end == n.start + 1
            && parts.contains_key(words.fold(n.start))
            && context != Some(MentionKind::Place)
        {
            n.kind = MentionKind::Person;
            n.sure = 2;
        } else if n.sure == 0
            && let Some(kind) = context
        {
            n.kind = kind;
            n.sure = 1;
        }
    }
    // What context told once holds for the other mentions that nothing tells.
    let mut votes: HashMap<String, [u32; 3]> = HashMap::new();
    for n in names.iter().filter(|n| n.sure >= 1) {
        if let Some(k) = column(n.kind) {
            votes.entry(key(words, n)).or_default()[k] += 1;
        }
    }
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for n in names.iter().filter(|n| n.form == MentionForm::Abbreviation) {
        *counts.entry(words.word(n.start)).or_default() += 1;
    }
    for n in names.iter_mut().filter(|n| n.sure == 0) {
        if let Some(kind) = votes.get(&key(words, n)).and_then(best) {
            n.kind = kind;
            n.sure = 1;
        } else if n.form == MentionForm::Abbreviation {
            n.kind = if stands_alone(words, n, &counts) {
                MentionKind::Organization
            } else {
                MentionKind::Other
            };
        } else {
            n.kind = fallback(words, n);
        }
    }
    names.retain(|n| is_worth_keeping(words, n));
}

/// Whether letters that nothing explains are used like the name of a body: twice, in brackets behind its name, or
/// after an article.
fn stands_alone(words: &View, n: &Name, counts: &HashMap<&str, u32>) -> bool {
    let raw = words.word(n.start);
    let known = organization::by_abbreviation(raw).is_some();
    let bracketed = n.start > 0 && words.word(n.start - 1) == "(" && words.word(n.end) == ")";
    let used = counts.get(raw).is_some_and(|c| *c > 1)
        || bracketed
        || n.start > words.sentence_words(n.start).0 && words.fold(n.start - 1) == "the";
    let seen = words.seen(words.fold(n.start));
    let plain = !common::is_common(words.fold(n.start)) && seen.lower == 0 && seen.capital > 0;
    known
        || !initials::is_no_body(raw)
            && (used && raw.chars().count() <= 8 || plain && (3..=4).contains(&raw.chars().count()))
}

/// A single word that nothing explains is more often a capital out of habit than a name; so are words cried out
/// in capitals, and long rows of them.
fn is_worth_keeping(words: &View, n: &Name) -> bool {
    match n.kind {
        MentionKind::Other => {
            let count = (n.start..n.end)
                .filter(|&k| words.shape(k) != Shape::Mark)
                .count();
            let plain = (n.start..n.end)
                .filter(|&k| common::is_common(words.fold(k)))
                .count();
            let shouted =
                (n.start..n.end).any(|k| words.shape(k) == Shape::Upper && words.word(k).chars().count() > 3);
            let habit = words.opens_sentence(n.start)
                && (common::is_common(words.fold(n.start)) || is_derived(words.fold(n.start)));
            (2..=4).contains(&count) && plain * 3 < count * 2 && !shouted && !habit
        }
        MentionKind::Person
            if n.sure < 2
                && n.end == n.start + 1
                && (common::is_common(words.fold(n.start))
                    || office::is_office_plural(words.fold(n.start))) =>
        {
            false
        }
        // "T" or "C-R" alone is nobody's name.
        MentionKind::Person => (n.start..n.end)
            .any(|k| words.is_capital(k) && words.word(k).chars().filter(|c| c.is_alphabetic()).count() > 1),
        _ => true,
    }
}

fn key(words: &View, n: &Name) -> String {
    let mut key = String::new();
    for k in n.start..n.end {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(words.fold(k));
    }
    key
}

fn column(kind: MentionKind) -> Option<usize> {
    match kind {
        MentionKind::Person => Some(0),
        MentionKind::Organization => Some(1),
        MentionKind::Place => Some(2),
        _ => None,
    }
}

fn best(votes: &[u32; 3]) -> Option<MentionKind> {
    let kinds = [MentionKind::Person, MentionKind::Organization, MentionKind::Place];
    let top = *votes.iter().max()?;
    let mut winners = votes.iter().zip(kinds).filter(|(v, _)| **v == top && top > 0);
    let (_, kind) = winners.next()?;
    winners.next().is_none().then_some(kind)
}

/// What the words right before and after say.
fn context(words: &View, n: &Name) -> Option<MentionKind> {
    let (start, end) = words.sentence_words(n.start);
    let before = if n.start > start {
        words.fold(n.start - 1)
    } else {
        ""
    };
    let before2 = if n.start > start + 1 {
        words.fold(n.start - 2)
    } else {
        ""
    };
    let after = if n.end < end { words.fold(n.end) } else { "" };
    let after2 = if n.end + 1 < end {
        words.fold(n.end + 1)
    } else {
        ""
    };
    if office::is_courtesy(before)
        || office::precedes_name(before) && n.start > start && words.shape(n.start - 1) == Shape::Lower
    {
        return Some(MentionKind::Person);
    }
    if before == "the" {
        return None;
    }
    if n.form == MentionForm::Abbreviation {
        return None;
    }
    let age = after == "," && words.shape(n.end + 1) == Shape::Number && after2.len() == 2;
    if age || after == "who" || after == "," && matches!(after2, "who" | "whose") {
        return Some(MentionKind::Person);
    }
    if after == ","
        && matches!(after2, "a" | "an" | "the")
        && (n.end + 2..(n.end + 6).min(end)).any(|k| office::is_office(words.fold(k)))
    {
        return Some(MentionKind::Person);
    }
    let speaks = PERSON_VERBS.has(after);
    if speaks && before != "the" {
        return Some(MentionKind::Person);
    }
    if matches!(
        before,
        "in" | "near" | "across" | "outside" | "inside" | "throughout" | "around"
    ) && !speaks
    {
        return Some(MentionKind::Place);
    }
    if before == "at" && n.end == n.start + 1
        || matches!(before, "from" | "to" | "into" | "toward" | "towards") && TRAVEL_WORDS.has(before2)
    {
        return Some(MentionKind::Place);
    }
    if before == "of" && PLACE_NOUNS.has(before2) {
        return Some(MentionKind::Place);
    }
    if after == "," && n.end + 1 < end && dossier_world::country::by_name(words.word(n.end + 1)).is_some() {
        return Some(MentionKind::Place);
    }
    None
}

/// With nothing else to go by: several unknown words without a common one read as a person.
fn fallback(words: &View, n: &Name) -> MentionKind {
    let (start, _) = words.sentence_words(n.start);
    let after_the = n.start > start && words.fold(n.start - 1) == "the";
    let names = (n.start..n.end).filter(|&k| words.is_capital(k)).count();
    let any_common = (n.start..n.end).any(|k| common::is_common(words.fold(k)) || is_derived(words.fold(k)));
    let surname = given_name::is_surname(words.fold(n.end - 1)) || given_name::is_given(words.fold(n.start));
    let crowd = office::is_office_plural(words.fold(n.end - 1));
    let twice = n.end == n.start + 2 && words.fold(n.start) == words.fold(n.start + 1);
    let behind_hyphen = n.start > start && words.is_glued(n.start) && words.word(n.start - 1) == "-";
    if after_the || any_common || crowd || twice || behind_hyphen {
        return MentionKind::Other;
    }
    // A title in quotation marks: "The song “Broken Harvest”".
    // A mark that a space parts from the name closes other words.
    let opened = n.start > start
        && words.is_glued(n.start)
        && matches!(words.word(n.start - 1), "“" | "\"" | "‘" | "``" | "«");
    if opened && matches!(words.word(n.end), "”" | "\"" | "’" | "''" | "»" | ",") && names > 1 {
        return MentionKind::Work;
    }
    if surname || (2..=3).contains(&names) && (n.start..n.end).all(|k| words.shape(k) == Shape::Capital) {
        return MentionKind::Person;
    }
    MentionKind::Other
}

/// Endings of English nouns and adjectives that people's names hardly have.
fn is_derived(folded: &str) -> bool {
    folded.len() > 6 && DERIVED_ENDINGS.iter().any(|e| folded.ends_with(e))
}
