//! One sentence: its pieces, each in small letters without accents, and the times around it.

use dossier_annotate::quantity::view::NumberCut;
use dossier_annotate::quantity::{Kind, Style, View, in_time};
use dossier_annotate::view::pieces::{Pieces, letters};
use dossier_model::{Layer, Span, Time};

/// Where Spanish numbers and words end.
pub(super) const CUT: NumberCut = NumberCut {
    style: Style::Comma,
    word: letters,
};

/// What the readers of one sentence share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub view: View<'a>,
    folds: &'a [String],
    times: &'a Layer<Time>,
}

impl<'a> Scene<'a> {
    /// A sentence that was cut; `folds` are its pieces after [`fold`].
    pub(super) fn new(
        text: &'a str,
        lower: &'a str,
        pieces: &'a Pieces<'a, ()>,
        folds: &'a [String],
        times: &'a Layer<Time>,
    ) -> Self {
        let view = View { text, lower, pieces };
        Self { view, folds, times }
    }

    /// Piece `i` in small letters without accents, or "".
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.folds.get(i).map_or("", String::as_str)
    }

    /// The piece `n` pieces before piece `i`, likewise.
    pub(super) fn back(&self, i: usize, n: usize) -> &'a str {
        i.checked_sub(n).map_or("", |k| self.word(k))
    }

    /// Whether the pieces from `i` on are these words.
    pub(super) fn seq(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, w)| self.word(i + k) == *w)
    }

    /// Whether piece `i` is a number in digits.
    pub(super) fn is_digits(&self, i: usize) -> bool {
        self.view.is(i, Kind::Number)
    }

    /// Whether piece `i` is a word.
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.view.is(i, Kind::Word)
    }

    /// Whether a time expression holds the pieces `from..to`.
    pub(super) fn in_time(&self, from: usize, to: usize) -> bool {
        in_time(self.view, self.times, from, to)
    }

    /// Where the pieces `from..to` stand.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        self.view.span(from, to)
    }
}

/// A word in small letters without accents: they are often left out. The letter ñ stays.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| match c {
            'á' | 'à' => 'a',
            'é' | 'è' => 'e',
            'í' | 'ì' => 'i',
            'ó' | 'ò' => 'o',
            'ú' | 'ù' | 'ü' => 'u',
            c => c,
        })
        .collect()
}
