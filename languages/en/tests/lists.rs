//! Every list of `lists/` has a header, is sorted, without repeats, and read by somebody.

// A test opens the files that it checks, unlike the library.
#![allow(clippy::disallowed_methods)]

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
