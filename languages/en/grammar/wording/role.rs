//! Titles whichever gender they are put in, and offices still to be taken.

use dossier_model::RoleWording;
use dossier_world::latin;

use super::Reading;

/// Spellings of a title and the one that stands for them.
const ALIKE: [(&str, &str); 5] = [
    ("spokeswoman", "spokesperson"),
    ("spokesman", "spokesperson"),
    ("chairwoman", "chairperson"),
    ("chairman", "chairperson"),
    ("defence", "defense"),
];

dossier_world::table!(SHORT = "wording/short_titles.tsv");

/// The wording of all roles.
pub(super) fn find(reading: &Reading<'_>) -> Vec<RoleWording> {
    (reading.notes.roles.iter())
        .map(|role| RoleWording {
            office: office(reading.of(role.value.title)),
            is_elect: is_elect(reading.of(role.span)),
        })
        .collect()
}

/// A title folded and written out, whichever gender it is put in.
fn office(title: &str) -> String {
    let folded = latin::letters(title);
    // "Sen." alone is a senator.
    let bare = folded.trim_end_matches('.');
    let full = SHORT.rows().find_map(|mut row| {
        let short = row.next()?;
        (short == bare).then(|| row.next()).flatten()
    });
    if let Some(full) = full {
        return full.to_owned();
    }
    match ALIKE.iter().find(|(spelled, _)| folded.contains(spelled)) {
        Some((spelled, plain)) => folded.replace(spelled, plain),
        None => folded,
    }
}

/// Whether the words mark an office as still to be taken: "president-elect".
fn is_elect(words: &str) -> bool {
    let parts = latin::parts(words);
    let mut behind = parts.iter().skip(1);
    behind.any(|p| matches!(p.as_str(), "elect" | "designate"))
}
