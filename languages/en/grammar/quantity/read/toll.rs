//! Words that say what befell people.

dossier_world::words!(CASUALTIES = "quantity/casualties.txt");
dossier_world::words!(KILLING = "quantity/killing.txt");

/// "dead", "injured": what a bare number of a toll counts.
#[rustfmt::skip]
pub(super) fn casualty(word: &str) -> bool {
    CASUALTIES.has(word)
}

#[rustfmt::skip]
pub(super) fn killing(word: &str) -> bool {
    KILLING.has(word)
}
