//! The words that times are made of.

use std::sync::LazyLock;

pub(super) use dossier_annotate::time::Term;
use dossier_annotate::time::{Feasts, Lexicon};
use dossier_world::table;

use crate::grammar::calendar::{self, Form};
use crate::grammar::number;

table!(TERMS = "time/terms.tsv");
table!(HOLIDAYS = "time/holidays.tsv");

/// The feasts of English, by their names as printed.
pub(super) static FEASTS: LazyLock<Feasts> = LazyLock::new(|| Feasts::read(&HOLIDAYS, |w| w.into()));

/// What a run of digits is.
pub(super) fn number(text: &str) -> Term {
    Term::of_digits(text, ',', '.')
}

/// What a word is.
pub(super) fn term(word: &str) -> Term {
    LEXICON.term(word)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
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
    let listed = TERMS.rows().filter_map(|mut row| {
        let word = row.next()?;
        Some((word.into(), Term::of_row(row.next()?, row.next().unwrap_or(""))?))
    });
    let feasts = FEASTS
        .first_words()
        .map(|w| (w.to_ascii_lowercase().into(), Term::Starter));
    Lexicon::new(
        months
            .chain(weekdays)
            .chain(cardinals)
            .chain(scales)
            .chain(ordinals)
            .chain(listed)
            .chain(feasts),
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for mut row in TERMS.rows() {
            let (word, kind) = (row.next().unwrap(), row.next().unwrap());
            assert!(Term::of_row(kind, row.next().unwrap_or("")).is_some(), "{word}");
        }
        assert_eq!(FEASTS.len(), HOLIDAYS.rows().count());
    }

    #[test]
    fn words_are_found_in_any_case() {
        for (w, t) in LEXICON.words() {
            assert_eq!(term(w), t, "{w}");
            assert_eq!(term(&w.to_ascii_uppercase()), t, "{w}");
        }
        assert_eq!(term("Tết"), Term::Starter);
        assert_eq!(term("second"), Term::Ordinal(2));
        assert_eq!(term("ministers"), Term::Other);
        assert_eq!(term("extraordinarily-long-word"), Term::Other);
    }
}
