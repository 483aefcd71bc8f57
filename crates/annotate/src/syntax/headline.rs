//! A headline that the first reading took for a heap of nouns is read again with the word that can be its predicate as one.
//!
//! Headlines leave out what tells verbs from nouns elsewhere, and print them with capitals, so the tagger takes many a
//! predicate for a part of a name. What reads them again is the same network; it has the last word.

use dossier_model::{Deprel, Span, Upos};
use dossier_network::lex::Lex;

use super::SentenceReader;

/// Words of a headline, and the fewest that can tell something.
const WORDS: std::ops::RangeInclusive<usize> = 3..=24;

/// Words that are tried.
const MOST_TRIED: usize = 3;

impl SentenceReader<'_> {
    /// Reads a headline without a predicate again, if it is one and a word of it can be.
    pub(super) fn read_headline(&mut self, text: &str, words: &[Span]) {
        if !WORDS.contains(&words.len()) || !self.is_without_predicate(text, words) {
            return;
        }
        let before = (self.tags.clone(), self.heads.clone(), self.relations.clone());
        let mut tried = 0;
        for i in 1..words.len() - 1 {
            let Some(tag) = self.predicate(text, words, i, &before.0) else {
                continue;
            };
            tried += 1;
            if tried > MOST_TRIED {
                break;
            }
            let printed = self.words[i];
            let small = words[i].of(text).to_lowercase();
            self.words[i] = Lex::read(&small, &mut self.buffer);
            self.tags.clone_from(&before.0);
            self.tags[i] = tag;
            self.parse();
            if self.is_predicate(i) {
                return;
            }
            self.words[i] = printed;
        }
        (self.tags, self.heads, self.relations) = before;
    }

    fn upos_of(&self, tag: u8) -> Upos {
        self.model.tags.get(usize::from(tag)).map_or(Upos::X, |t| t.0)
    }

    fn relation_of(&self, i: usize) -> Option<Deprel> {
        let relation = self.relations.get(i)?;
        self.model.labels.get(usize::from(*relation)).copied()
    }

    /// Whether the sentence has no stop at its end, and no verb with a subject, an object or a mark at its root.
    fn is_without_predicate(&self, text: &str, words: &[Span]) -> bool {
        use Deprel as D;
        let count = words.len();
        let ends = words
            .last()
            .is_some_and(|w| matches!(w.of(text), "." | "!" | "?"));
        let Some(root) = (0..count).find(|&i| self.heads[i] as usize >= count) else {
            return false;
        };
        let has = |relations: &[Deprel]| {
            let mut below = (0..count).filter(|&i| self.heads[i] as usize == root);
            below.any(|i| self.relation_of(i).is_some_and(|r| relations.contains(&r)))
        };
        let is_told = match self.upos_of(self.tags[root]) {
            Upos::Verb | Upos::Aux => has(&[D::Nsubj, D::NsubjPass, D::Csubj, D::Obj, D::Ccomp, D::Mark]),
            _ => has(&[D::Cop, D::Aux]),
        };
        !ends && !is_told
    }

    /// The tag with which word `i` can be the predicate of the noun in front of it.
    fn predicate(&self, text: &str, words: &[Span], i: usize, tags: &[u8]) -> Option<u8> {
        let noun = self.upos_of(tags[i - 1]);
        let next = self.upos_of(tags[i + 1]);
        let has_object = matches!(
            next,
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Sym | Upos::Pron
        );
        let is_verb = self.upos_of(tags[i]) == Upos::Verb;
        let is_behind_noun = matches!(noun, Upos::Noun | Upos::Propn | Upos::Num) || is_verb;
        if !is_behind_noun || !(has_object || is_verb) {
            return None;
        }
        // "Trains Collide": the noun of the verb behind it.
        let is_noun_of_next = next == Upos::Verb
            && (self.writing.predicate)(words[i].of(text), words[i + 1].of(text)).is_some();
        if is_noun_of_next {
            return None;
        }
        let name = (self.writing.predicate)(words[i - 1].of(text), words[i].of(text))?;
        let at = self
            .model
            .tags
            .iter()
            .position(|t| t.0 == Upos::Verb && t.1 == name)?;
        u8::try_from(at).ok()
    }

    /// Whether the network agrees that word `i` is the predicate, with a subject in front.
    fn is_predicate(&self, i: usize) -> bool {
        let count = self.words.len();
        let is_subject = |k: usize| {
            self.heads[k] as usize == i
                && matches!(self.relation_of(k), Some(Deprel::Nsubj | Deprel::NsubjPass))
        };
        self.upos_of(self.tags[i]) == Upos::Verb && self.heads[i] as usize >= count && (0..i).any(is_subject)
    }
}
