//! The words of a measure, chosen by the tree: noun phrases and what is said of them, as a table would print them.

mod clause;
mod complement;
mod front;
mod phrase;
mod referent;

use std::ops::Range;

use dossier_annotate::view::{Capitals, Shape};
use dossier_model::{Deprel, Upos};

use super::Scene;
pub(super) use crate::grammar::inflection::participle;
pub(super) use clause::{Chain, agent, chain, is_supposed, subject};
pub(super) use complement::complements;
pub(super) use front::core;
pub(super) use phrase::{NounPhrase, is_whole, noun_phrase, prepositional, with_articles};
pub(super) use referent::{called, is_owned_by_pronoun, owner};

/// What a phrase behind a noun or verb gives to the measure.
pub(super) enum Tail {
    /// Its words.
    Words(Vec<usize>),
    /// Nothing, but what stands behind it may go on.
    Skip,
    /// The measure ends before it.
    Stop,
}

/// Most words of a measure.
pub(super) const MOST_WORDS: usize = 12;

impl Scene<'_> {
    /// Whether a time expression holds word `i`.
    pub(super) fn is_time_word(&self, i: usize) -> bool {
        self.time_over(self.words.span(i)).is_some()
    }

    /// Whether all words of `range` belong to time expressions or lead to one.
    pub(super) fn is_all_time(&self, range: Range<usize>) -> bool {
        let mut timed = false;
        for i in range.clone() {
            let time = self.is_time_word(i);
            timed |= time;
            let small = matches!(
                self.words.upos(i),
                Upos::Adp | Upos::Det | Upos::Adv | Upos::Punct | Upos::Part
            );
            if !time && (!small || self.words.is_punct(i)) {
                return false;
            }
        }
        timed
    }

    /// The word that depends on none of the words `range` of those in it: what stands for them in the sentence.
    pub(super) fn top(&self, range: Range<usize>, mut i: usize) -> usize {
        for _ in 0..dossier_annotate::view::CLIMB {
            match self.words.head(i) {
                Some(h) if range.contains(&h) => i = h,
                _ => break,
            }
        }
        i
    }

    /// The noun that word `i` owns or modifies where it stands right behind: a phrase cut too short.
    pub(super) fn owned(&self, mut i: usize) -> usize {
        for _ in 0..3 {
            let part = matches!(
                self.words.deprel(i),
                Deprel::NmodPoss | Deprel::Compound | Deprel::Amod
            );
            match self.words.head(i) {
                Some(h) if part && h > i && h < i + 6 => i = h,
                _ => break,
            }
        }
        i
    }

    /// The preposition in front of word `i` that hangs on it, outside of `skip`.
    pub(super) fn preposition(&self, i: usize, skip: &Range<usize>) -> Option<usize> {
        let mut cases = self.words.children_by(i, &[Deprel::Case]);
        cases.find(|&c| c < i && !skip.contains(&c) && self.words.upos(c) != Upos::Part)
    }

    /// The words `words` as printed, with one space where some were left out.
    pub(super) fn print(&self, words: &[usize]) -> String {
        let mut out = String::new();
        let mut last: Option<usize> = None;
        for &i in words {
            if let Some(l) = last {
                let glued = l + 1 == i && self.words.is_glued(i);
                if !glued {
                    out.push(' ');
                }
            }
            let word = self.words.word(i);
            let opens = self.is_common(i);
            match word.chars().next().filter(|_| opens) {
                Some(first) => {
                    out.extend(first.to_lowercase());
                    out.push_str(word.get(first.len_utf8()..).unwrap_or(""));
                }
                None => out.push_str(word),
            }
            last = Some(i);
        }
        out
    }

    /// Whether the capital of a word at a sentence's start or in a headline is no part of it.
    fn is_common(&self, i: usize) -> bool {
        let words = self.words;
        let headline = words.capitals(i) == Capitals::Title;
        let function = matches!(words.upos(i), Upos::Det | Upos::Adp | Upos::Pron);
        if function && words.shape(i) == Shape::Capital && (words.opens_sentence(i) || headline) {
            return true;
        }
        words.shape(i) == Shape::Capital
            && (words.opens_sentence(i) || headline)
            && words.upos(i) != Upos::Propn
            && words.seen(words.fold(i)).capital == 0
            && !(words.upos(i) == Upos::Adj && !headline && words.is_capital(i + 1))
    }
}
