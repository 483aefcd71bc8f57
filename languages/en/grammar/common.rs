//! Words that open sentences or stand in headlines with a capital and are no names.

use super::calendar;

dossier_world::words!(FEASTS_AND_CLOCKS = "common/feasts_and_clocks.txt");
dossier_world::words!(COMMON = "common/common_words.txt");
dossier_world::words!(FUNCTION = "common/function_words.txt");

/// Whether a folded word is a weekday, a month or a feast.
#[must_use]
pub fn is_calendar(folded: &str) -> bool {
    let word = folded.strip_suffix('.').unwrap_or(folded);
    calendar::weekday(word).is_some() && word != "thur"
        || calendar::month(word).is_some()
        || FEASTS_AND_CLOCKS.has(word)
}

/// Whether a folded word alone is hardly ever a name.
#[must_use]
pub fn is_common(folded: &str) -> bool {
    COMMON.has(folded)
}

/// Whether a folded word belongs to a closed class.
#[must_use]
pub fn is_function(folded: &str) -> bool {
    FUNCTION.has(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_no_names() {
        assert!(is_common("however") && is_common("party") && is_calendar("monday") && is_function("the"));
        assert!(!is_common("hanoi") && !is_calendar("xi") && !is_function("party"));
    }
}
