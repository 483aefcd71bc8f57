//! Months whose names are also a person's: "Theresa May", "April Ryan".

use dossier_world::fold::fold;
use dossier_world::{country, given_name, office, words};

use crate::grammar::calendar::{is_full_month, is_full_weekday};
use crate::grammar::common;

words!(NOT_NAMES = "time/not_given_names.txt");

/// The months whose names are also a person's in this article ("Theresa May"), as bits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names(u16);

impl Names {
    /// Looks for months behind a capitalised word or a form of address.
    pub fn of(text: &str) -> Self {
        let mut bits = 0;
        for (m, name) in [(3, "March"), (4, "April"), (5, "May"), (6, "June"), (8, "August")] {
            for (at, _) in text.match_indices(name).take(200) {
                let before = text.get(..at).unwrap_or("");
                let behind = text.get(at + name.len()..).unwrap_or("");
                if m != 3 && is_first_name(before, behind) {
                    bits |= 1 << m;
                    break;
                }
                let Some(before) = before.strip_suffix(' ') else {
                    continue;
                };
                let tail = before
                    .char_indices()
                    .rev()
                    .take(24)
                    .find(|(_, c)| c.is_whitespace())
                    .map_or(before, |(i, c)| before.get(i + c.len_utf8()..).unwrap_or(""));
                let word = tail
                    .trim_end_matches('.')
                    .trim_start_matches(|c: char| !c.is_alphanumeric());
                let dot_ends = tail.ends_with('.') && !matches!(word, "Mr" | "Mrs" | "Ms" | "Dr");
                let number = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
                let letters = behind.starts_with(char::is_alphanumeric);
                if word.chars().next().is_some_and(char::is_uppercase)
                    && word.chars().all(char::is_alphabetic)
                    && !dot_ends
                    && !number
                    && !letters
                    && !NOT_NAMES.has(word)
                    && !is_calendar(word)
                {
                    bits |= 1 << m;
                    break;
                }
            }
        }
        Self(bits)
    }

    pub fn has(self, month: u8) -> bool {
        self.0 & (1 << month) != 0
    }
}

/// "June Olsen said": a month that opens a sentence or stands behind a plain word, with a surname behind it.
fn is_first_name(before: &str, behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else {
        return false;
    };
    let surname: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let folded = fold(&surname);
    let capital = surname.len() > 2
        && surname.starts_with(char::is_uppercase)
        && surname.chars().skip(1).all(char::is_lowercase);
    let known = given_name::is_surname(&folded)
        || !common::is_common(&folded)
            && !office::is_office(&folded)
            && !office::is_modifier(&folded)
            && country::by_demonym(&surname).is_none()
            && country::by_name(&surname).is_none();
    let opens = before.trim_end().is_empty()
        || before.trim_end().ends_with(['.', '!', '?', '"', '”', '\n'])
        || before.ends_with('\n');
    capital && known && opens
}

/// Whether a word is a weekday or month written in full, but for "May", which may be a name's part itself.
fn is_calendar(word: &str) -> bool {
    let low = word.to_ascii_lowercase();
    low != "may" && (is_full_weekday(&low) || is_full_month(&low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_name_makes_a_month_a_name() {
        assert!(Names::of("Theresa May said").has(5));
        assert!(!Names::of("In May and on Monday May 5").has(5));
        assert!(!Names::of("Last May 5").has(5));
    }
}
