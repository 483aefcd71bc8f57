//! Words at the ends of names, by which a name is that of a body or a place.

dossier_world::words!(BODY_TAILS = "mention/body_tails.txt");
dossier_world::words!(WEAK_BODY_TAILS = "mention/weak_body_tails.txt");
dossier_world::words!(BODY_HEADS = "mention/body_heads.txt");
dossier_world::words!(PLACE_TAILS = "mention/place_tails.txt");
dossier_world::words!(PLACE_OPENERS = "mention/place_openers.txt");

/// Whether a folded word ends names of organisations.
#[must_use]
pub fn ends_body(folded: &str) -> bool {
    BODY_TAILS.has(folded)
}

/// Whether a tail of organisations' names is too common a word to decide alone.
#[must_use]
pub fn is_weak_body_tail(folded: &str) -> bool {
    WEAK_BODY_TAILS.has(folded)
}

/// Whether a folded word opens names of organisations before "of", "for" or "on".
#[must_use]
pub fn opens_body(folded: &str) -> bool {
    BODY_HEADS.has(folded)
}

/// Whether a folded word ends names of places.
#[must_use]
pub fn ends_place(folded: &str) -> bool {
    PLACE_TAILS.has(folded)
}

/// Whether a folded word opens names of places.
#[must_use]
pub fn opens_place(folded: &str) -> bool {
    PLACE_OPENERS.has(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_tell_kinds() {
        assert!(ends_body("ministry") && opens_body("bank") && !ends_body("river"));
        assert!(ends_place("river") && opens_place("lake") && !ends_place("party"));
    }
}
