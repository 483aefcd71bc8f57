//! Words that look like names and are none: the field of a minister, what a year is devoted to, a thing that the
//! article writes in small letters elsewhere.

use crate::grammar::mention::name_word;
use std::collections::HashSet;

use dossier_model::{MentionForm, MentionKind};

use super::scan::Name;
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

/// Leaves out what is no name of its own.
pub(crate) fn drop_no_names(words: &View, names: &mut Vec<Name>) {
    names.retain(|n| !is_field(words, n) && !is_devotion(words, n) && !is_degree(words, n));
    drop_things(words, names);
}

/// "National Defence" of "Minister of National Defence": a part of the title, though it reads as a body's name.
fn is_field(words: &View, n: &Name) -> bool {
    if n.kind != MentionKind::Organization || n.form != MentionForm::Name {
        return false;
    }
    let Some(head) = governor(words, n) else {
        return false;
    };
    let minister = matches!(words.fold(head), "minister" | "vice-minister" | "deputy-minister");
    let secretary = matches!(
        words.fold(head),
        "secretary" | "undersecretary" | "under-secretary"
    );
    let field = |k: usize| {
        let w = words.fold(k);
        office::is_modifier(w)
            || common::is_function(w)
            || matches!(w, "affairs" | "works" | "state" | "resources" | ",")
            // Ministers have a field of any common words, secretaries a party or a committee as well.
            || minister && common::is_common(w) && !name_word::opens_body(w) && !name_word::ends_body(w)
    };
    (minister || secretary) && (n.start..n.end).all(field)
}

/// "Humanistic Exchange" of "the Year of Humanistic Exchange".
fn is_devotion(words: &View, n: &Name) -> bool {
    n.kind == MentionKind::Organization
        && n.form == MentionForm::Name
        && (n.start..n.end).all(|k| words.shape(k) != Shape::Upper)
        && governor(words, n)
            .is_some_and(|k| matches!(words.fold(k), "year" | "decade") && words.shape(k) == Shape::Capital)
}

/// "40 degrees Celsius", "373 Kelvin": a unit behind its number.
fn is_degree(words: &View, n: &Name) -> bool {
    let unit = matches!(words.fold(n.start), "celsius" | "fahrenheit" | "kelvin");
    unit && n.end == n.start + 1
        && n.start > 0
        && (words.shape(n.start - 1) == Shape::Number
            || matches!(words.fold(n.start - 1), "degrees" | "degree" | "in"))
}

/// The word in front of "of" or "of the" in front of a name.
fn governor(words: &View, n: &Name) -> Option<usize> {
    let (start, _) = words.sentence_words(n.start);
    let the = usize::from(n.start > start && words.fold(n.start - 1) == "the");
    let of = n.start.checked_sub(1 + the).filter(|&k| k > start)?;
    (words.fold(of) == "of").then(|| of - 1)
}

/// "Debris fell. The debris burnt.": a word that the article has in small letters as well is nobody's name, unless a
/// fuller name, a title or a verb of speech next to it tells that it is.
fn drop_things(words: &View, names: &mut Vec<Name>) {
    let mut told: HashSet<&str> = HashSet::new();
    for n in names.iter().filter(|n| n.kind == MentionKind::Person) {
        if n.end > n.start + 1 {
            told.extend((n.start..n.end).map(|k| words.fold(k)));
        } else if is_told(words, n.start) {
            told.insert(words.fold(n.start));
        }
    }
    names.retain(|n| {
        let k = n.start;
        let seen = words.seen(words.fold(k));
        let thing = n.kind == MentionKind::Person
            && n.end == k + 1
            && words.word(k).is_ascii()
            && seen.lower > 0
            && seen.lower >= seen.capital;
        !thing || told.contains(words.fold(k))
    });
}

/// Whether the words beside a single one tell that it is a person.
fn is_told(words: &View, k: usize) -> bool {
    let (start, end) = words.sentence_words(k);
    let before = if k > start { words.fold(k - 1) } else { "" };
    let before = before.trim_end_matches('.');
    let after = if k + 1 < end { words.fold(k + 1) } else { "" };
    office::is_courtesy(before)
        || office::is_rank(before)
        || office::precedes_name(before)
        || matches!(after, "said" | "says" | "told" | "added" | "who")
}
