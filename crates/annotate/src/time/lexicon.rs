//! What words are to a grammar of times, whatever the language.

use super::unit::{DayPart, Season, Unit};

/// What a piece may be to the grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Term {
    /// Nothing the grammar starts from.
    #[default]
    Other,
    /// A month; whether written in full.
    Month(u8, bool),
    /// A day of the week, Monday = 1; whether written in full.
    Weekday(u8, bool),
    /// "Mondays".
    Weekdays(u8),
    /// A unit of time; whether plural.
    Unit(Unit, bool),
    /// Digits: value, count of digits, whether it is plain (no separator, no decimal part).
    #[allow(missing_docs)]
    Number { value: f64, digits: u8, plain: bool },
    /// "one" … "ninety", "hundred", "thousand", "dozen".
    Cardinal(u32),
    /// "first" … "thirtieth".
    Ordinal(u32),
    /// A season of the year.
    Season(Season),
    /// "morning" … "night".
    DayPart(DayPart),
    /// "mornings" … "nights".
    DayParts(DayPart),
    /// A word that only an expression of time starts with: "yesterday", "every", "last", "early", "Easter".
    Starter,
}

impl Term {
    /// What a run of digits is; `thousands` parts groups of three, `decimal` the digits behind the whole ones.
    #[must_use]
    pub fn of_digits(text: &str, thousands: char, decimal: char) -> Self {
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        let value = if plain || (decimal == '.' && !text.contains(thousands)) {
            text.parse()
        } else {
            text.chars()
                .filter(|c| *c != thousands)
                .map(|c| if c == decimal { '.' } else { c })
                .take(32)
                .collect::<String>()
                .parse()
        };
        Self::Number {
            value: value.unwrap_or(0.0),
            digits: text.len().min(200) as u8,
            plain,
        }
    }

    /// The term of a row of a list: its kind and value.
    ///
    /// "starter"; "number" with its value; "unit", "units", "season", "part" and "parts" with the name of one.
    #[must_use]
    pub fn of_row(kind: &str, value: &str) -> Option<Self> {
        Some(match kind {
            "starter" => Self::Starter,
            "number" => Self::Cardinal(value.parse().ok()?),
            "unit" | "units" => Self::Unit(Unit::of_name(value)?, kind == "units"),
            "season" => Self::Season(Season::of_name(value)?),
            "part" => Self::DayPart(DayPart::of_name(value)?),
            "parts" => Self::DayParts(DayPart::of_name(value)?),
            _ => return None,
        })
    }
}

/// The words of one language that times are made of.
#[derive(Debug, Clone)]
pub struct Lexicon(Vec<(Box<str>, Term)>);

/// No word of a lexicon is longer, in bytes.
const LONGEST: usize = 16;

impl Lexicon {
    /// Words in small letters with their terms; of two terms for one word the first is kept.
    pub fn new(words: impl Iterator<Item = (Box<str>, Term)>) -> Self {
        let mut words: Vec<_> = words.filter(|(w, _)| w.len() <= LONGEST).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|b, a| a.0 == b.0);
        Self(words)
    }

    /// What a word is; letters of ASCII are compared in any case.
    #[must_use]
    pub fn term(&self, word: &str) -> Term {
        let mut low = [0u8; LONGEST];
        let Some(buf) = low.get_mut(..word.len()) else {
            return Term::Other;
        };
        buf.copy_from_slice(word.as_bytes());
        buf.make_ascii_lowercase();
        let low = &*buf;
        let found = self.0.binary_search_by(|(w, _)| w.as_bytes().cmp(low));
        found
            .ok()
            .and_then(|k| self.0.get(k))
            .map_or(Term::Other, |w| w.1)
    }

    /// All words with their terms, sorted.
    pub fn words(&self) -> impl Iterator<Item = (&str, Term)> {
        self.0.iter().map(|(w, t)| (&**w, *t))
    }
}
