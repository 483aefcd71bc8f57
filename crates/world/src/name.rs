//! Names of people and bodies: short forms, forms of address, small words inside, manners of writing other scripts.

use std::sync::LazyLock;

use crate::{table, words};

table!(SHORT_FORMS = "names/short_forms.tsv");
table!(ROMANISATION = "names/romanisation.tsv");
words!(FORMS_OF_ADDRESS = "names/forms_of_address.txt");
words!(LINKS = "names/links.txt");

/// Whether a folded word is a form of address that newspapers print as a part of the name: "Mallam Garba Osei".
#[must_use]
pub fn is_form_of_address(folded: &str) -> bool {
    FORMS_OF_ADDRESS.has(folded)
}

/// Whether a word may stand between two parts of a name: "Minister of Trade".
#[must_use]
pub fn is_link(word: &str) -> bool {
    LINKS.has(word)
}

/// Given names, each with its short forms behind it.
#[must_use]
pub fn short_forms() -> &'static [Vec<&'static str>] {
    static ALL: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
        let forms = |row: std::str::Split<'static, char>| row.flat_map(|column| column.split(' ')).collect();
        SHORT_FORMS.rows().map(forms).collect()
    });
    &ALL
}

/// Letters of a name in one manner of writing, and those that stand for all manners, in the order in which they are
/// to be replaced.
#[must_use]
pub fn romanisation() -> &'static [(&'static str, &'static str)] {
    static ALL: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
        let step = |mut row: std::str::Split<'static, char>| Some((row.nth(1)?, row.next()?));
        ROMANISATION.rows().filter_map(step).collect()
    });
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_stand_behind_their_names() {
        let of = |name: &str| short_forms().iter().find(|f| f.first() == Some(&name));
        assert!(of("william").is_some_and(|f| f.contains(&"bill")));
    }

    #[test]
    fn letters_are_replaced_in_their_order() {
        let steps = romanisation();
        assert_eq!(steps.first(), Some(&("sch", "sh")));
        assert_eq!(steps.last(), Some(&("w", "v")));
    }
}
