//! One sentence as numbers need it: its pieces, with their text in small letters.

use dossier_model::{Layer, Span, Time};

use super::written::{self, Style};
use crate::view::pieces::{Cut, Pieces};

pub use crate::view::pieces::{Kind, Piece};

/// Where numbers and words end: numbers with the marks that belong to them, in the style of a language.
#[derive(Debug, Clone, Copy)]
pub struct NumberCut {
    /// Which mark stands before decimals.
    pub style: Style,
    /// Length in bytes of the word at the start of a text that begins with a letter.
    pub word: fn(&str) -> usize,
}

impl Cut for NumberCut {
    fn number(&self, rest: &str, before: &str) -> Option<usize> {
        let first = rest.chars().next()?;
        let before = before.chars().next_back();
        if written::digit(first).is_some() {
            return Some(written::len(rest, before, self.style));
        }
        let apart =
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '$' | '€' | '£' | '(' | '-' | '~'));
        // ".348" is a number without its zero.
        (apart && written::is_mark_first(rest, self.style))
            .then(|| 1 + written::len(rest.get(1..).unwrap_or(""), None, self.style))
    }

    fn word(&self, rest: &str) -> usize {
        (self.word)(rest)
    }
}

/// The pieces of one sentence with the text they come from. Looking past either end gives "".
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The same in small letters: all offsets stay.
    pub lower: &'a str,
    /// The pieces.
    pub pieces: &'a Pieces<'a, ()>,
}

impl<'a> View<'a> {
    /// How many pieces there are.
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

    /// Where piece `i` stands, if there is one.
    #[inline]
    #[must_use]
    pub fn place(&self, i: usize) -> Option<Span> {
        (i < self.len()).then(|| self.pieces.at(i).span)
    }

    /// Piece `i` in small letters.
    #[inline]
    #[must_use]
    pub fn low(&self, i: usize) -> &'a str {
        self.place(i).map_or("", |span| span.of(self.lower))
    }

    /// The piece `n` pieces before piece `i`, in small letters.
    #[inline]
    #[must_use]
    pub fn back(&self, i: usize, n: usize) -> &'a str {
        i.checked_sub(n).map_or("", |k| self.low(k))
    }

    /// Piece `i` as printed.
    #[inline]
    #[must_use]
    pub fn raw(&self, i: usize) -> &'a str {
        self.pieces.at(i).text
    }

    /// Whether piece `i` is of this kind.
    #[inline]
    #[must_use]
    pub fn is(&self, i: usize, kind: Kind) -> bool {
        i < self.len() && self.pieces.at(i).kind == kind
    }

    /// Whether piece `i` follows the one before it without white space.
    #[inline]
    #[must_use]
    pub fn glued(&self, i: usize) -> bool {
        i > 0 && self.pieces.at(i).glued
    }

    /// Whether piece `i` is the first or has white space before it.
    #[inline]
    #[must_use]
    pub fn spaced(&self, i: usize) -> bool {
        i < self.len() && !self.glued(i)
    }

    /// Whether piece `i` is a hyphen or short dash that joins its neighbours.
    #[inline]
    #[must_use]
    pub fn joins(&self, i: usize) -> bool {
        matches!(self.raw(i), "-" | "\u{2010}" | "\u{2011}" | "–" | "\u{2212}")
            && self.glued(i)
            && self.glued(i + 1)
    }

    /// Whether piece `i` begins with a capital.
    #[inline]
    #[must_use]
    pub fn capital(&self, i: usize) -> bool {
        self.pieces.at(i).is_capital()
    }

    /// The span from piece `from` to piece `to`, not included.
    #[inline]
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let a = self.place(from)?;
        let b = self.place(to.checked_sub(1)?)?;
        (a.start <= b.start).then(|| a.cover(b))
    }

    /// The first piece that starts at or behind a place in the text.
    #[inline]
    #[must_use]
    pub fn piece_from(&self, start: u32) -> usize {
        self.first(|span| span.start >= start)
    }

    /// The first piece that ends behind a place in the text.
    #[inline]
    #[must_use]
    pub fn piece_behind(&self, end: u32) -> usize {
        self.first(|span| span.end > end)
    }

    /// The first piece that something is true of which is true of all pieces behind it.
    fn first(&self, is_reached: impl Fn(Span) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_reached(self.pieces.at(middle).span) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

/// Whether a time expression holds the pieces `from..to`.
#[must_use]
pub fn in_time(view: View<'_>, times: &Layer<Time>, from: usize, to: usize) -> bool {
    let Some(span) = view.span(from, to) else {
        return false;
    };
    let end = times.partition_point(|t| t.span.start < span.end);
    let start = end.saturating_sub(8);
    times
        .get(start..end)
        .is_some_and(|near| near.iter().any(|t| t.span.overlaps(span)))
}
