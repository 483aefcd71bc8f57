//! The pieces of a sentence that the grammar of times reads, folded: small letters without accents.

use std::sync::LazyLock;

use dossier_annotate::time::{Feasts, Lexicon, Term};
use dossier_annotate::view::pieces::{self, Cut, Kind, Piece, short_number};
use dossier_model::Span;
use dossier_world::fold::{fold, fold_into};
use dossier_world::table;

use crate::grammar::{calendar, number};

table!(TERMS = "time/terms.tsv");
table!(HOLIDAYS = "time/holidays.tsv");

/// The feasts of Spanish.
pub(super) static FEASTS: LazyLock<Feasts> = LazyLock::new(|| Feasts::read(&HOLIDAYS, |w| fold(w).into()));

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let key = |w: &str| -> Box<str> { fold(w).into() };
    let months = calendar::months().map(|(w, n, f)| (key(w), Term::Month(n, f == "full")));
    let weekdays = calendar::weekdays().map(|(w, n, f)| {
        let term = match f {
            "plural" => Term::Weekdays(n),
            f => Term::Weekday(n, f == "full"),
        };
        (key(w), term)
    });
    let cardinals = number::cardinals()
        .filter(|(_, n)| *n > 0)
        .map(|(w, n)| (key(w), Term::Cardinal(n)));
    let thousand = number::scales()
        .filter(|(_, n)| *n == 3)
        .map(|(w, _)| (key(w), Term::Cardinal(1000)));
    let ordinals = number::ordinals().map(|(w, n)| (key(w), Term::Ordinal(n)));
    let listed = TERMS.rows().filter_map(|mut row| {
        let word = row.next()?;
        Some((key(word), Term::of_row(row.next()?, row.next().unwrap_or(""))?))
    });
    let feasts = FEASTS.first_words().map(|w| (w.into(), Term::Starter));
    Lexicon::new(
        months
            .chain(weekdays)
            .chain(cardinals)
            .chain(thousand)
            .chain(ordinals)
            .chain(listed)
            .chain(feasts),
    )
});

/// The pieces of one sentence with their folded forms.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    pub pieces: pieces::Pieces<'a, Term>,
    folded: String,
    ends: Vec<u32>,
}

impl<'a> Pieces<'a> {
    /// Cuts `sentence` afresh into the same storage.
    pub fn cut(&mut self, text: &'a str, sentence: Span) {
        self.pieces
            .cut(text, sentence, &Spanish, |piece| match piece.kind {
                Kind::Number => Term::of_digits(piece.text, '.', ','),
                Kind::Word if piece.text.is_ascii() => LEXICON.term(piece.text),
                Kind::Word => LEXICON.term(&fold(piece.text)),
                Kind::Mark => Term::Other,
            });
        self.folded.clear();
        self.ends.clear();
        for i in 0..self.pieces.len() {
            fold_into(self.pieces.at(i).text, &mut self.folded);
            self.ends.push(self.folded.len() as u32);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Piece `i` as printed, or the empty one.
    pub fn at(&self, i: usize) -> Piece<'a> {
        self.pieces.at(i)
    }

    /// Piece `i` folded, or nothing.
    pub fn low(&self, i: usize) -> &str {
        let end = self.ends.get(i).map_or(0, |e| *e as usize);
        let start = i
            .checked_sub(1)
            .and_then(|k| self.ends.get(k))
            .map_or(0, |e| *e as usize);
        self.folded.get(start..end).unwrap_or("")
    }

    /// The piece before `i` folded, or nothing.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |k| self.low(k))
    }

    /// What the lexicon says of piece `i`.
    pub fn term(&self, i: usize) -> Term {
        self.pieces.term(i)
    }

    /// Whether piece `i` is one of `words`, which are folded.
    pub fn any(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.low(i))
    }

    /// The place behind piece `i` where it is one of `words`, else `i`.
    pub fn skip(&self, i: usize, words: &[&str]) -> usize {
        if self.any(i, words) { i + 1 } else { i }
    }

    /// The place behind `words`, parted by spaces, where they stand from `i` on.
    pub fn seq(&self, i: usize, words: &str) -> Option<usize> {
        let mut k = i;
        for word in words.split(' ') {
            if self.low(k) != word {
                return None;
            }
            k += 1;
        }
        Some(k)
    }

    /// The place behind the first of several phrases that stands at `i`.
    pub fn one_of(&self, i: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|words| self.seq(i, words))
    }

    /// The value and the count of digits of a number without marks.
    pub fn plain_number(&self, i: usize) -> Option<(u32, u8)> {
        match self.term(i) {
            Term::Number {
                value,
                digits,
                plain: true,
            } if digits <= 6 => Some((value as u32, digits)),
            _ => None,
        }
    }
}

/// Where Spanish pieces end: thousands are parted by a full stop, decimals by a comma.
struct Spanish;

impl Cut for Spanish {
    /// America writes the decimals behind a full stop: "2.30" and "123.45" stay whole as well, dates do not.
    fn number(&self, rest: &str, before: &str) -> Option<usize> {
        let end = short_number(rest, before, b'.', b',')?;
        let tail = rest.get(end..).and_then(|t| t.strip_prefix('.')).unwrap_or("");
        let decimals = tail.bytes().take_while(u8::is_ascii_digit).count();
        let chained = before.ends_with(['.', '/', '-'])
            || tail.get(decimals..).is_some_and(|t| t.starts_with(['.', ':']));
        let plain = rest
            .get(..end)
            .is_some_and(|t| t.bytes().all(|b| b.is_ascii_digit()));
        Some(if (1..=2).contains(&decimals) && plain && !chained {
            end + 1 + decimals
        } else {
            end
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_make_no_difference() {
        let mut p = Pieces::default();
        let text = "Miércoles 3.500 SÁBADO mañana";
        p.cut(text, Span::new(0, text.len()));
        let low: Vec<&str> = (0..p.len()).map(|i| p.low(i)).collect();
        assert_eq!(low, ["miercoles", "3.500", "sabado", "manana"]);
        assert_eq!(p.term(0), Term::Weekday(3, true));
        assert_eq!(p.term(2), Term::Weekday(6, true));
    }

    #[test]
    fn every_row_is_a_term() {
        for mut row in TERMS.rows() {
            let (word, kind) = (row.next().unwrap(), row.next().unwrap());
            assert!(Term::of_row(kind, row.next().unwrap_or("")).is_some(), "{word}");
        }
        assert_eq!(FEASTS.len(), HOLIDAYS.rows().count());
    }
}
