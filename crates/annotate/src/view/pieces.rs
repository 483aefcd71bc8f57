//! The pieces of a sentence: runs of letters, numbers and single signs, finer than the words of a treebank.
//!
//! Times and numbers need a cut that does not depend on how a treebank splits hyphens ("mid-2011", "14th", "US$3.7m",
//! "third-largest"), so the text itself is cut. Where a number or a word ends differs by what is read and in which
//! language: a [`Cut`] tells. What a language's word list says of each piece stands in a column beside the pieces.

use dossier_model::Span;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits with the marks that belong to one number.
    Number,
    /// One other visible character.
    Mark,
}

/// One piece.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// The characters.
    pub text: &'a str,
    /// Where they stand in the article.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether nothing stands between it and the piece before.
    pub glued: bool,
}

/// Where pieces end. `rest` is the sentence from a visible character on, `before` the sentence up to it.
pub trait Cut {
    /// Length in bytes of the number at the start of `rest`; `None` where none begins.
    fn number(&self, rest: &str, before: &str) -> Option<usize>;

    /// Length in bytes of the word at the start of `rest`, which begins with a letter.
    fn word(&self, rest: &str) -> usize {
        letters(rest)
    }
}

/// The pieces of one sentence with what a word list says of each. Looking past either end gives the empty piece.
#[derive(Debug)]
pub struct Pieces<'a, T> {
    pieces: Vec<Piece<'a>>,
    terms: Vec<T>,
}

const NONE: Piece<'static> = Piece {
    text: "",
    span: Span { start: 0, end: 0 },
    kind: Kind::Mark,
    glued: false,
};

impl<T> Default for Pieces<'_, T> {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            terms: Vec::new(),
        }
    }
}

impl<'a, T: Copy + Default> Pieces<'a, T> {
    /// Cuts `sentence` afresh into the same storage; `term` tells what the word list says of a piece.
    pub fn cut(&mut self, text: &'a str, sentence: Span, cut: &impl Cut, term: impl Fn(&Piece<'a>) -> T) {
        self.pieces.clear();
        self.terms.clear();
        let words = sentence.of(text);
        let base = sentence.start as usize;
        let mut at = 0;
        let mut end = 0;
        while let Some(rest) = words.get(at..) {
            let Some(c) = rest.chars().next() else { break };
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let (kind, len) = match cut.number(rest, words.get(..at).unwrap_or("")) {
                Some(len) => (Kind::Number, len),
                None if c.is_alphabetic() => (Kind::Word, cut.word(rest)),
                None => (Kind::Mark, c.len_utf8()),
            };
            let len = len.max(c.len_utf8());
            let piece = Piece {
                text: rest.get(..len).unwrap_or(""),
                span: Span::new(base + at, base + at + len),
                kind,
                glued: end == at && at > 0,
            };
            self.terms.push(term(&piece));
            self.pieces.push(piece);
            at += len;
            end = at;
        }
    }

    /// How many there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there are none.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Piece `i`, or the empty one.
    #[inline]
    #[must_use]
    pub fn at(&self, i: usize) -> Piece<'a> {
        self.pieces.get(i).copied().unwrap_or(NONE)
    }

    /// The piece before `i`, or the empty one.
    #[inline]
    #[must_use]
    pub fn before(&self, i: usize) -> Piece<'a> {
        i.checked_sub(1).map_or(NONE, |k| self.at(k))
    }

    /// What the word list says of piece `i`.
    #[inline]
    #[must_use]
    pub fn term(&self, i: usize) -> T {
        self.terms.get(i).copied().unwrap_or_default()
    }

    /// Whether piece `i` is `word`, in any case.
    #[inline]
    #[must_use]
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.at(i).is(word)
    }

    /// Whether piece `i` is one of `words`, in any case.
    #[inline]
    #[must_use]
    pub fn any(&self, i: usize, words: &[&str]) -> bool {
        self.at(i).any(words)
    }

    /// Whether the pieces from `i` on are `words`, in any case; gives the place behind them.
    #[inline]
    #[must_use]
    pub fn seq(&self, i: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .enumerate()
            .all(|(k, w)| self.is(i + k, w))
            .then_some(i + words.len())
    }

    /// The place behind a hyphen or dash at `i`, else `i`.
    #[inline]
    #[must_use]
    pub fn skip_hyphen(&self, i: usize) -> usize {
        if self.at(i).is_dash() { i + 1 } else { i }
    }

    /// Whether piece `i` is a hyphen or dash that joins its neighbours without space.
    #[inline]
    #[must_use]
    pub fn joins(&self, i: usize) -> bool {
        self.at(i).is_dash() && self.at(i).glued && self.at(i + 1).glued
    }

    /// The span from piece `from` up to piece `to`, which it leaves out.
    #[inline]
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.pieces.get(from)?, self.pieces.get(to.checked_sub(1)?)?);
        (from < to).then_some(Span {
            start: first.span.start,
            end: last.span.end,
        })
    }
}

impl Piece<'_> {
    /// Whether it is `word`, in any case. Letters outside ASCII are compared as they are.
    #[inline]
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of `words`, in any case.
    #[inline]
    #[must_use]
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Whether it starts with a capital letter.
    #[inline]
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it starts with a small letter.
    #[inline]
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether it is a hyphen or a dash.
    #[inline]
    #[must_use]
    pub fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "‐" | "‑" | "−")
    }

    /// Whether it is an apostrophe.
    #[inline]
    #[must_use]
    pub fn is_apostrophe(&self) -> bool {
        matches!(self.text, "'" | "’" | "‘")
    }
}

/// Length of the letters at the start, combining marks with the letter before them.
#[must_use]
pub fn letters(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c))
        .unwrap_or(rest.len())
}

/// Numbers as times need them: "14", "1,500", "2.5"; "23.04.2022" and "1.2.3" are cut at each dot. `thousands` parts
/// groups of three digits, `decimal` the digits behind the whole ones.
#[must_use]
pub fn short_number(rest: &str, before: &str, thousands: u8, decimal: u8) -> Option<usize> {
    let b = rest.as_bytes();
    let digits = |from: usize| b.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let mut end = digits(0);
    if end == 0 {
        return None;
    }
    let chained = |mark: u8| {
        let mut bytes = before.bytes().rev();
        bytes.next() == Some(mark) && bytes.next().is_some_and(|c| c.is_ascii_digit())
    };
    if end <= 3 {
        while b.get(end) == Some(&thousands) && digits(end + 1) == 3 {
            end += 4;
        }
    }
    if b.get(end) == Some(&decimal) && !chained(decimal) {
        let n = digits(end + 1);
        let next = end + 1 + n;
        let chain = b.get(next) == Some(&decimal) && digits(next + 1) > 0;
        if n > 0 && !chain {
            end = next;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;

    impl Cut for Plain {
        fn number(&self, rest: &str, before: &str) -> Option<usize> {
            short_number(rest, before, b',', b'.')
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut p = Pieces::default();
        p.cut(text, Span::new(0, text.len()), &Plain, |piece| {
            piece.kind == Kind::Word
        });
        let got: Vec<&str> = (0..p.len()).map(|i| p.at(i).text).collect();
        assert_eq!(got, expected, "{text}");
        for i in 0..p.len() {
            assert_eq!(p.at(i).span.of(text), p.at(i).text);
            assert_eq!(p.term(i), p.at(i).kind == Kind::Word);
        }
    }

    #[test]
    fn cuts() {
        check("mid-2011, 14th", &["mid", "-", "2011", ",", "14", "th"]);
        check("1,500 in 2.5 h", &["1,500", "in", "2.5", "h"]);
        check("23.04.2022.", &["23", ".", "04", ".", "2022", "."]);
        check("May 14,2025", &["May", "14", ",", "2025"]);
        check("Tết đến", &["Tết", "đến"]);
        check("", &[]);
    }

    #[test]
    fn outside_is_nothing() {
        let mut p: Pieces<'_, ()> = Pieces::default();
        p.cut("a-b c", Span::new(0, 5), &Plain, |_| ());
        assert!(p.joins(1) && !p.joins(2) && p.before(0).text.is_empty() && p.at(9).text.is_empty());
        assert_eq!(p.span(0, 3), Some(Span::new(0, 3)));
        assert_eq!(p.span(3, 3), None);
        assert_eq!(p.seq(2, &["B", "C"]), Some(4));
    }
}
