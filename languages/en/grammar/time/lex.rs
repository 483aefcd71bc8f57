//! The pieces of a sentence that the grammar of times reads.

use std::ops::{Deref, DerefMut};

use dossier_annotate::view::pieces::{self, Cut, Kind, letters, short_number};
use dossier_model::{Span, Tokens};

use super::lexicon::{self, Term};

/// The pieces of one sentence, each with what the lexicon says of it, and the article's words.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    pieces: pieces::Pieces<'a, Term>,
    tags: &'a Tokens,
}

impl<'a> Pieces<'a> {
    /// No pieces yet, of an article with these words.
    pub fn of(tags: &'a Tokens) -> Self {
        Self {
            pieces: pieces::Pieces::default(),
            tags,
        }
    }

    /// The words of the article with their parts of speech.
    pub fn tags(&self) -> &'a Tokens {
        self.tags
    }

    /// Cuts `sentence` afresh into the same storage.
    pub fn cut(&mut self, text: &'a str, sentence: Span) {
        self.pieces
            .cut(text, sentence, &English, |piece| match piece.kind {
                Kind::Number => lexicon::number(piece.text),
                _ => lexicon::term(piece.text),
            });
    }
}

impl<'a> Deref for Pieces<'a> {
    type Target = pieces::Pieces<'a, Term>;

    fn deref(&self) -> &Self::Target {
        &self.pieces
    }
}

impl DerefMut for Pieces<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.pieces
    }
}

/// Where English pieces end.
struct English;

impl Cut for English {
    fn number(&self, rest: &str, before: &str) -> Option<usize> {
        short_number(rest, before, b',', b'.')
    }

    /// "o'clock" stays whole.
    fn word(&self, rest: &str) -> usize {
        let starts = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|s| s.eq_ignore_ascii_case(word))
        };
        ["o'clock", "o’clock"]
            .iter()
            .find(|w| starts(w))
            .map_or_else(|| letters(rest), |w| w.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stays_whole() {
        let tags = Tokens::default();
        let mut p = Pieces::of(&tags);
        let text = "9.30pm o'clock";
        p.cut(text, Span::new(0, text.len()));
        let got: Vec<&str> = (0..p.len()).map(|i| p.at(i).text).collect();
        assert_eq!(got, ["9.30", "pm", "o'clock"]);
    }
}
