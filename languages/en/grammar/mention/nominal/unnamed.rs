//! People whom nobody names: "an officer on the scene". A pronoun behind them is not the last one who was named.

use dossier_annotate::View;
use dossier_model::{Deprel, Upos};
use dossier_world::office;

use super::Seen;

dossier_world::words!(PEOPLE = "mention/plain_people.txt");

/// Where an unnamed person was the subject last.
#[derive(Debug, Default)]
pub(super) struct Unnamed {
    sentence: Option<usize>,
}

impl Unnamed {
    /// An unnamed person is the subject of sentence `s`.
    pub(super) fn note(&mut self, s: usize) {
        self.sentence = Some(s);
    }

    /// Somebody who is named became the topic.
    pub(super) fn forget(&mut self, told: &Seen, quoted: bool) {
        if !quoted && (told.topic || told.speaks) {
            self.sentence = None;
        }
    }

    /// Whether an unnamed person was the subject of sentence `s` or of one of the two before it.
    pub(super) fn is_near(&self, s: usize) -> bool {
        self.sentence.is_some_and(|at| at + 2 >= s)
    }
}

/// Whether an article at word `k` opens an unnamed person who is a subject: "a woman", "one officer".
pub(super) fn is_subject(words: &View, k: usize, end: usize) -> bool {
    if !matches!(words.fold(k), "a" | "an" | "one" | "another") {
        return false;
    }
    let noun =
        (k + 1..end.min(k + 5)).find(|&m| words.upos(m) == Upos::Noun && words.deprel(m) != Deprel::Compound);
    noun.is_some_and(|m| {
        matches!(words.deprel(m), Deprel::Nsubj | Deprel::NsubjPass)
            && (PEOPLE.has(words.fold(m)) || office::is_office(words.fold(m)))
    })
}
