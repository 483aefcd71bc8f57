//! One sentence as a tree that can be walked down as well as up.

use std::ops::Range;

use dossier_model::{Deprel, Span, Tokens, Upos};

use crate::grammar::syntax::tree::Tree;

/// Steps that a walk up takes at most: real clauses are shallower, and a broken tree must not hold us.
pub(super) const CLIMB: usize = 12;
/// Words of one noun phrase, or members of one enumeration, that are looked at.
const WIDE: usize = 48;

/// The tree of one sentence.
pub(super) struct Graph<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub sentence: Span,
    pub range: Range<usize>,
    tree: Tree<'a>,
}

impl<'a> Graph<'a> {
    /// The tree of `sentence`; `None` where its words have no heads.
    pub fn new(text: &'a str, tokens: &'a Tokens, sentence: Span) -> Option<Self> {
        let tree = Tree::new(tokens, sentence);
        let range = tree.range();
        let parsed = range.clone().any(|i| tokens.head(i).is_some());
        parsed.then_some(Self {
            text,
            tokens,
            sentence,
            range,
            tree,
        })
    }

    /// The word that `i` depends on.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.tokens.head(i).filter(|h| self.range.contains(h) && *h != i)
    }

    /// The words that depend on `i`, in order.
    pub fn kids(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.children(i)
    }

    /// The words that depend on `i` in one of these ways.
    pub fn kids_by<'s>(&'s self, i: usize, rels: &'s [Deprel]) -> impl Iterator<Item = usize> + 's {
        self.kids(i).filter(move |&k| rels.contains(&self.rel(k)))
    }

    /// How `i` depends on its head.
    pub fn rel(&self, i: usize) -> Deprel {
        self.tokens.deprel(i)
    }

    /// Part of speech.
    pub fn upos(&self, i: usize) -> Upos {
        self.tokens.upos(i)
    }

    /// Dictionary form.
    pub fn lemma(&self, i: usize) -> &'a str {
        self.tokens.lemma(i)
    }

    /// As printed.
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.span(i).of(self.text)
    }

    /// Whether the printed word is this, without regard to case.
    pub fn is_word(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    /// Whether `i` is a verb by its tag.
    pub fn is_verb(&self, i: usize) -> bool {
        self.upos(i) == Upos::Verb
    }

    /// Whether `i` is a noun or name by its tag.
    pub fn is_noun(&self, i: usize) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn)
    }

    /// The preposition in front of `i`.
    pub fn case(&self, i: usize) -> Option<&'a str> {
        let own = |i: usize| {
            self.kids_by(i, &[Deprel::Case, Deprel::Mark])
                .filter(|&k| {
                    k < i && matches!(self.upos(k), Upos::Adp | Upos::Sconj | Upos::Part | Upos::Verb)
                })
                // "flew in from Lima": the place is where they came from.
                .reduce(|first, k| if self.is_word(k, &["from"]) { k } else { first })
                .map(|k| self.lemma(k))
        };
        // Before a title the preposition may hang on the title's word.
        own(i).or_else(|| {
            self.kids_by(i, &[Deprel::NmodDesc, Deprel::Compound])
                .filter(|&k| k < i)
                .find_map(own)
        })
    }

    /// `i` and what is enumerated with it.
    pub fn conjuncts(&self, i: usize) -> Vec<usize> {
        let mut out = vec![i];
        let mut at = 0;
        while let Some(&k) = out.get(at) {
            at += 1;
            for c in self.kids_by(k, &[Deprel::Conj]) {
                if out.len() < WIDE && !out.contains(&c) && !self.is_verb(c) {
                    out.push(c);
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// The first word of the enumeration that `i` belongs to.
    pub fn first_conjunct(&self, mut i: usize) -> usize {
        for _ in 0..CLIMB {
            match self.head(i) {
                Some(h) if self.rel(i) == Deprel::Conj => i = h,
                _ => break,
            }
        }
        i
    }

    /// `i` and all below it that hangs on these relations, in order.
    pub fn below(&self, i: usize, rels: &[Deprel]) -> Vec<usize> {
        let mut out = vec![i];
        let mut at = 0;
        while let Some(&k) = out.get(at) {
            at += 1;
            for c in self.kids_by(k, rels) {
                if out.len() < WIDE {
                    out.push(c);
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// The noun phrase of `i` without clauses and prepositional phrases behind it.
    pub fn phrase(&self, i: usize) -> Span {
        use Deprel as D;
        let words = self.below(
            i,
            &[
                D::Det,
                D::DetPredet,
                D::Amod,
                D::Compound,
                D::Flat,
                D::FlatName,
                D::FlatForeign,
                D::Nummod,
                D::NmodPoss,
                D::NmodDesc,
                D::Fixed,
                D::Goeswith,
            ],
        );
        self.cover(&words)
    }

    /// The smallest span that holds these words.
    pub fn cover(&self, words: &[usize]) -> Span {
        let mut span = self
            .tokens
            .span(words.first().copied().unwrap_or(self.range.start));
        for &w in words {
            span = span.cover(self.tokens.span(w));
        }
        span
    }
}
