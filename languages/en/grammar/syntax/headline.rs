//! The word that can be the predicate of a headline which the tagger took for a heap of nouns: "Cubs win World Series",
//! "Council signs pact".

use super::lemma;
use crate::grammar::clause::auxiliary;

dossier_world::words!(FUNCTION_WORDS = "common/function_words.txt");
dossier_world::words!(PLURALS = "common/irregular_plurals.txt");

/// The Penn tag that `word` has as the predicate of the noun `before`; `None` where it cannot be one. They agree in number.
pub(super) fn predicate(before: &str, word: &str) -> Option<&'static str> {
    let low = word.to_ascii_lowercase();
    if low.len() < 3 || FUNCTION_WORDS.has(&low) || !low.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    if auxiliary(&low).is_some() {
        return None;
    }
    if is_plural(before) {
        lemma::is_verb(&low).then_some("VBP")
    } else {
        lemma::is_third_person(&low).then_some("VBZ")
    }
}

/// Whether a noun is a plural: "militants", "people", not "US".
fn is_plural(noun: &str) -> bool {
    let has_small = noun.bytes().any(|b| b.is_ascii_lowercase());
    has_small && noun.ends_with('s') && !noun.ends_with("ss") || PLURALS.has_any_case(noun)
}

#[cfg(test)]
mod tests {
    use super::predicate;

    #[test]
    fn predicates_agree_with_their_nouns() {
        assert_eq!(predicate("Cubs", "win"), Some("VBP"));
        assert_eq!(predicate("Council", "Signs"), Some("VBZ"));
        assert_eq!(predicate("US", "strikes"), Some("VBZ"));
        assert_eq!(predicate("Council", "sign"), None);
        assert_eq!(predicate("Cubs", "wins"), None);
        assert_eq!(predicate("men", "flee"), Some("VBP"));
        assert_eq!(predicate("trains", "will"), None);
    }
}
