//! Every list of `lists/` has a header, is sorted, without repeats, and read by somebody.

// A test opens the files that it checks, unlike the library.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "../../../crates/world/tests/support/lists.rs"]
mod lists;

use std::path::Path;

use dossier_en::grammar::calendar;

#[test]
fn lists_are_sound_and_used() {
    lists::assert_sound_and_used(env!("CARGO_MANIFEST_DIR"), "grammar");
}

#[test]
fn weekdays_and_months_stand_in_one_list_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
    for (path, text) in lists::read(&root) {
        if path.starts_with("calendar/") {
            continue;
        }
        for entry in dossier_world::list::entries(&text) {
            let word = entry.split('\t').next().unwrap();
            // "March" and "May" are other words as well.
            let is_other = matches!(word, "march" | "may");
            let of_calendar = calendar::is_full_weekday(word) || calendar::is_full_month(word);
            assert!(is_other || !of_calendar, "lists/{path}: {entry}");
        }
    }
}

/// The words of the lists that must stand nowhere else.
fn calendar_and_numbers(root: &Path) -> Vec<String> {
    let lists = [
        "calendar/weekdays.tsv",
        "calendar/months.tsv",
        "number/cardinals.tsv",
        "number/ordinals.tsv",
    ];
    let mut words = Vec::new();
    for list in lists {
        let text = std::fs::read_to_string(root.join("lists").join(list)).unwrap();
        words.extend(dossier_world::list::entries(&text).map(|e| e.split('\t').next().unwrap().to_owned()));
    }
    words
}

/// Short forms and number words that mean something else in other lists: "sun", "mar", "may" the verb, "second" the
/// unit, "one" the pronoun, "first" the adverb; and lists of what looks like a name and is none, which hold all kinds.
const ALLOWED: &[(&str, &str)] = &[
    ("may", "the modal verb"),
    ("march", "to march"),
    ("mar", "to mar"),
    ("sun", "the star"),
    ("sat", "sat down"),
    ("wed", "to wed"),
    ("second", "the unit of time"),
    ("one", "the pronoun"),
    ("first", "the adverb"),
    ("two", "two of them, as a subject"),
];

/// Folders of other finders whose lists still repeat number words as kinds of words of their own.
const OTHER_FINDERS: &[(&str, &str)] = &[
    ("common", "frequent words of every kind"),
    ("event", "ordinals and counts of victims before a noun"),
    ("figure", "counts beside a noun"),
    ("mention", "what is no part of a name"),
    ("names", "what is no part of a name"),
    ("quantity", "counts beside a noun"),
    ("wording", "words of a quantity that are not what it counts"),
    ("token", "abbreviations with a full stop"),
    ("sentence", "abbreviations with a full stop"),
];

#[test]
fn weekdays_months_and_numbers_stand_in_one_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words = calendar_and_numbers(root);
    let mut wrong = String::new();
    for (name, text) in lists::read(&root.join("lists")) {
        let folder = name.split('/').next().unwrap_or("");
        let own = matches!(folder, "calendar" | "number");
        if own || OTHER_FINDERS.iter().any(|(f, _)| *f == folder) {
            continue;
        }
        for entry in dossier_world::list::entries(&text) {
            let word = entry.split('\t').next().unwrap_or("").to_lowercase();
            if words.contains(&word) && !ALLOWED.iter().any(|(w, _)| *w == word) {
                wrong += &format!("lists/{name}: {word} stands in lists/calendar or lists/number already\n");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
