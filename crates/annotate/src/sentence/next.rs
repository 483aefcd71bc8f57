//! What stands behind a mark that can end a sentence.

use super::marks::opens;
use super::{LOOK, Language, is_blank};

/// What stands after a stop.
pub(super) struct Next {
    /// The first visible character.
    pub(super) first: Option<char>,
    /// The first letter or digit, opening marks passed over.
    pub(super) initial: Option<char>,
    /// Whether the first word seldom stands inside a sentence with a capital letter.
    pub(super) is_starter: bool,
    /// Whether the first word goes on with a time of day ("a.m. EST", "p.m. Monday").
    pub(super) is_clock_suffix: bool,
    /// Whether it is a name that begins small ("iPhone", "eBay").
    pub(super) is_lower_name: bool,
}

impl Next {
    /// The words behind a stop, which begin with `tail`.
    pub(super) fn read(tail: &str, language: &impl Language) -> Self {
        let mut next = Next {
            first: None,
            initial: None,
            is_starter: false,
            is_clock_suffix: false,
            is_lower_name: false,
        };
        let mut from = 0;
        for (k, c) in tail.char_indices().take(LOOK) {
            if is_blank(c) {
                continue;
            }
            next.first.get_or_insert(c);
            if c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '¥' | '#' | '@') {
                next.initial = Some(c);
                from = k;
                break;
            }
            if !opens(c) && !matches!(c, '-' | '–' | '—' | '*' | '•' | '¿' | '¡') {
                break;
            }
        }
        let word = first_word(tail.get(from..).unwrap_or(""));
        next.is_starter = language.is_starter(word);
        next.is_clock_suffix = language.is_clock_suffix(word);
        next.is_lower_name = word.chars().nth(1).is_some_and(char::is_uppercase);
        next
    }

    /// `"Will he go?" Ana Ruiz asked.`: a name and a reporting verb after a quotation go on with its sentence.
    pub(super) fn is_attribution(&self, tail: &str, language: &impl Language) -> bool {
        if self.is_starter || self.first.is_some_and(opens) {
            return false;
        }
        let mut rest = tail;
        for k in 0..6 {
            rest = rest.trim_start_matches(is_blank);
            let word = first_word(rest);
            if k > 0 && language.is_reporting_verb(word) {
                return true;
            }
            if !word
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || (k > 0 && language.joins_names(word)))
            {
                return false;
            }
            rest = rest.get(word.len()..).unwrap_or("");
            if let Some(r) = rest.strip_prefix('.') {
                rest = r;
            }
            if !rest.starts_with(is_blank) {
                return false;
            }
        }
        false
    }
}

fn first_word(rest: &str) -> &str {
    let mut to = 0;
    for (k, c) in rest.char_indices() {
        if !c.is_alphanumeric() || k > LOOK {
            break;
        }
        to = k + c.len_utf8();
    }
    rest.get(..to).unwrap_or("")
}
