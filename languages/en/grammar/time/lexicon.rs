//! The words that times are made of.

use dossier_annotate::time::{DayPart, Season, Unit};
use std::sync::LazyLock;

use dossier_world::table;

use super::holiday;
use crate::grammar::calendar::{self, Form};
use crate::grammar::number;

table!(TERMS = "time/terms.tsv");

/// What a piece may be to the grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Term {
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

/// What a run of digits is.
pub(super) fn number(text: &str) -> Term {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    let value = if text.contains(',') {
        text.chars()
            .filter(|c| *c != ',')
            .take(32)
            .collect::<String>()
            .parse()
    } else {
        text.parse()
    };
    Term::Number {
        value: value.unwrap_or(0.0),
        digits: text.len().min(200) as u8,
        plain,
    }
}

/// What a word is.
pub(super) fn term(word: &str) -> Term {
    let mut low = [0u8; 14];
    let Some(buf) = low.get_mut(..word.len()) else {
        return Term::Other;
    };
    buf.copy_from_slice(word.as_bytes());
    buf.make_ascii_lowercase();
    let low = &*buf;
    let found = WORDS.binary_search_by(|(w, _)| w.as_bytes().cmp(low));
    found.ok().and_then(|k| WORDS.get(k)).map_or(Term::Other, |w| w.1)
}

/// Every word of the lists, sorted; of two entries for a word the one from the list named first here is kept.
static WORDS: LazyLock<Vec<(Box<str>, Term)>> = LazyLock::new(|| {
    let listed = TERMS.rows().filter_map(|mut row| {
        let word = row.next()?;
        Some((word.into(), listed(row.next()?, row.next().unwrap_or(""))?))
    });
    let months = calendar::months().map(|(w, n, f)| (w.into(), Term::Month(n, f == Form::Full)));
    let weekdays = calendar::weekdays().map(|(w, n, f)| {
        let term = match f {
            Form::Plural => Term::Weekdays(n),
            f => Term::Weekday(n, f == Form::Full),
        };
        (w.into(), term)
    });
    let cardinals = number::cardinals()
        .filter(|(_, n)| *n > 0)
        .map(|(w, n)| (w.into(), Term::Cardinal(n)));
    let scales = ["hundred", "thousand"].into_iter().filter_map(|w| {
        Some((
            w.into(),
            Term::Cardinal(10u32.pow(number::scale(w)?.unsigned_abs())),
        ))
    });
    let ordinals = number::ordinals()
        .filter(|(_, n)| *n < 100)
        .map(|(w, n)| (w.into(), Term::Ordinal(n as u32)));
    let feasts = holiday::first_words().map(|w| (w.to_ascii_lowercase().into(), Term::Starter));
    let mut words: Vec<(Box<str>, Term)> = months
        .chain(weekdays)
        .chain(cardinals)
        .chain(scales)
        .chain(ordinals)
        .chain(listed)
        .chain(feasts)
        .collect();
    words.sort_by(|a, b| a.0.cmp(&b.0));
    words.dedup_by(|b, a| a.0 == b.0);
    words
});

/// The term of a row of the list.
fn listed(kind: &str, value: &str) -> Option<Term> {
    Some(match kind {
        "starter" => Term::Starter,
        "number" => Term::Cardinal(value.parse().ok()?),
        "unit" | "units" => Term::Unit(Unit::of_name(value)?, kind == "units"),
        "season" => Term::Season(Season::of_name(value)?),
        "part" => Term::DayPart(DayPart::of_name(value)?),
        "parts" => Term::DayParts(DayPart::of_name(value)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_term() {
        for mut row in TERMS.rows() {
            let (word, kind) = (row.next().unwrap(), row.next().unwrap());
            assert!(listed(kind, row.next().unwrap_or("")).is_some(), "{word}");
        }
    }

    #[test]
    fn words_are_found_in_any_case() {
        for (w, t) in WORDS.iter() {
            assert_eq!(term(w), *t, "{w}");
            assert_eq!(term(&w.to_ascii_uppercase()), *t, "{w}");
        }
        assert_eq!(term("Tết"), Term::Starter);
        assert_eq!(term("second"), Term::Ordinal(2));
        assert_eq!(term("ministers"), Term::Other);
        assert_eq!(term("extraordinarily-long-word"), Term::Other);
    }
}
