//! Given names and surnames of many cultures: the commonest, folded, as evidence that words name a person.

crate::words!(GIVEN = "name/given_names.txt");
crate::words!(SURNAMES = "name/surnames.txt");
crate::words!(VIETNAMESE = "name/vietnamese_surnames.txt");
crate::words!(CHINESE = "name/chinese_surnames.txt");
crate::words!(KOREAN = "name/korean_surnames.txt");
crate::words!(FEMALE = "name/female_names.txt");
crate::words!(MALE = "name/male_names.txt");

/// Whether a folded word is a common given name.
#[must_use]
pub fn is_given(folded: &str) -> bool {
    GIVEN.has(folded)
}

/// Whether a folded word is a common surname, of any culture that puts it last.
#[must_use]
pub fn is_surname(folded: &str) -> bool {
    SURNAMES.has(folded)
}

/// Whether a folded syllable opens Vietnamese names.
#[must_use]
pub fn is_vietnamese_surname(folded: &str) -> bool {
    VIETNAMESE.has(folded)
}

/// Whether a folded word opens Chinese names.
#[must_use]
pub fn is_chinese_surname(folded: &str) -> bool {
    CHINESE.has(folded)
}

/// Whether a folded syllable opens Korean names.
#[must_use]
pub fn is_korean_surname(folded: &str) -> bool {
    KOREAN.has(folded)
}

/// Whether a folded given name is a woman's.
#[must_use]
pub fn is_female(folded: &str) -> bool {
    FEMALE.has(folded)
}

/// Whether a folded given name is a man's.
#[must_use]
pub fn is_male(folded: &str) -> bool {
    MALE.has(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_part() {
        for (word, given, surname) in [
            ("angela", true, false),
            ("merkel", false, true),
            ("table", false, false),
            ("said", false, false),
        ] {
            assert_eq!((is_given(word), is_surname(word)), (given, surname), "{word}");
        }
        assert!(is_vietnamese_surname("nguyen") && is_chinese_surname("xi") && is_korean_surname("park"));
        assert!(!is_vietnamese_surname("the") && !is_chinese_surname("said"));
    }

    #[test]
    fn no_name_is_of_both() {
        for name in FEMALE.iter() {
            assert!(!is_male(name), "{name}");
        }
    }
}
