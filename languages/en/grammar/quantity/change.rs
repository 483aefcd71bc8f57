//! Words that say that a level changed.

dossier_world::words!(CHANGES = "quantity/changes.txt");
dossier_world::words!(RISES = "quantity/rises.txt");
dossier_world::words!(FALLS = "quantity/falls.txt");

/// Verbs and nouns that say that a level changed.
pub(crate) fn change_word(word: &str) -> bool {
    rise(word) || fall(word) || CHANGES.has(word)
}

/// Words of going up.
pub(crate) fn rise(word: &str) -> bool {
    RISES.has(word)
}

/// Words of going down.
pub(crate) fn fall(word: &str) -> bool {
    FALLS.has(word)
}
