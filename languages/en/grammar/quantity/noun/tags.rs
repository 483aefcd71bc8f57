//! Parts of speech by position.

use dossier_model::{Deprel, Tokens, Upos};

use crate::grammar::quantity::lex::View;

/// Parts of speech by position, where a tagger has run.
#[derive(Clone, Copy)]
pub(crate) struct Tags<'a> {
    tokens: &'a Tokens,
    tagged: bool,
}

impl<'a> Tags<'a> {
    /// Reads whether the words carry real tags: untagged words have neither determiner nor adposition.
    pub(crate) fn new(tokens: &'a Tokens) -> Self {
        let tagged = (0..tokens.len()).any(|i| {
            matches!(
                tokens.upos(i),
                Upos::Det | Upos::Adp | Upos::Verb | Upos::Aux | Upos::Pron
            )
        });
        Self { tokens, tagged }
    }

    /// The token that holds piece `i`.
    pub(crate) fn token(&self, view: View<'_>, i: usize) -> Option<usize> {
        let at = view.place(i)?;
        let k = self.tokens.spans().partition_point(|s| s.end <= at.start);
        self.tokens
            .spans()
            .get(k)
            .filter(|s| s.start <= at.start)
            .map(|_| k)
    }

    /// Its part of speech, where tags are real.
    pub(crate) fn upos(&self, view: View<'_>, i: usize) -> Option<Upos> {
        if !self.tagged {
            return None;
        }
        self.token(view, i).map(|k| self.tokens.upos(k))
    }

    /// The piece that holds the noun which the number at piece `i` modifies, by the tree.
    pub(crate) fn counted(&self, view: View<'_>, i: usize) -> Option<usize> {
        let number = self.token(view, i)?;
        let head = self.tokens.head(number).filter(|&h| h > number)?;
        let noun = matches!(self.tokens.upos(head), Upos::Noun | Upos::Propn);
        if !(self.tagged && noun && self.tokens.deprel(number) == Deprel::Nummod) {
            return None;
        }
        let at = self.tokens.span(head).start;
        let piece = view.piece_from(at);
        view.place(piece).filter(|p| p.start == at)?;
        Some(piece)
    }
}
