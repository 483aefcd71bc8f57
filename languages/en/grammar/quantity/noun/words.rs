//! Words that end a noun phrase.

dossier_world::words!(CLOSED = "quantity/closed.txt");
dossier_world::words!(IN_LY = "quantity/nouns_in_ly.txt");
dossier_world::words!(VERBS = "quantity/verbs.txt");
dossier_world::words!(PLURAL_VERBS = "quantity/plural_verbs.txt");

/// Words that end a noun phrase that has begun, whatever follows.
#[rustfmt::skip]
pub(crate) fn closed(word: &str) -> bool {
    CLOSED.has(word)
}

/// Whether a word has the form of an adverb.
#[rustfmt::skip]
pub(super) fn adverb(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ly")
        && !IN_LY.has(word)
}

/// Common verb forms that follow a subject and look like no noun: stops for text without tags.
#[rustfmt::skip]
pub(super) fn verb(word: &str) -> bool {
    VERBS.has(word)
}

/// Verbs in the third person that look like plurals behind a plural, for text without tags.
pub(super) fn plural_verb(word: &str) -> bool {
    PLURAL_VERBS.has(word)
}
