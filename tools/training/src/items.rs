//! Sentences as the network learns from them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use dossier_model::Deprel;
use dossier_network::lex::Lex;
use dossier_network::parser::{LONGEST, rows};
use dossier_network::weights::{Exact, Writer};

use crate::tags;
use crate::treebank::Sentence;
use crate::witness::Witness;

/// The words that have rows of their own.
pub struct Known {
    /// Row, counted from 1, and how often the word was seen.
    rows: HashMap<u32, (u32, u32)>,
}

impl Known {
    /// The commonest words of the treebanks, those seen once left out.
    pub fn new(sentences: &[&Sentence]) -> Self {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        let mut buffer = String::new();
        for w in sentences.iter().flat_map(|s| &s.words) {
            *counts.entry(Lex::read(&w.form, &mut buffer).lower).or_default() += 1;
        }
        let mut sorted: Vec<(u32, u32)> = counts.into_iter().filter(|(_, n)| *n > 1).collect();
        sorted.sort_by_key(|(word, n)| (std::cmp::Reverse(*n), *word));
        sorted.truncate(Exact::LIMIT as usize - 1);
        let rows = sorted.into_iter().enumerate();
        Self {
            rows: rows.map(|(k, (word, n))| (word, (k as u32 + 1, n))).collect(),
        }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Writes the words in the form that `Network::read` reads.
    pub fn write(&self, w: &mut Writer) {
        let sorted: BTreeMap<u32, u32> = self.rows.iter().map(|(word, (k, _))| (*word, k - 1)).collect();
        w.exact(&sorted.into_iter().collect::<Vec<_>>());
    }

    /// A sentence; `told` are the tags that the tagger tells.
    pub fn item(&self, s: &Sentence, e: &tags::Example, told: Vec<u8>, labels: &[Deprel]) -> Item {
        let n = s.words.len() as u32;
        let seen: Vec<(u32, u32)> = e
            .words
            .iter()
            .map(|w| self.rows.get(&w.lower).copied().unwrap_or((0, 0)))
            .collect();
        let number = |d: Deprel| labels.iter().position(|l| *l == d).unwrap_or(0) as u8;
        Item {
            rows: (0..e.words.len())
                .map(|i| rows(&e.words, &told, i, seen[i].0))
                .collect(),
            hide: seen.iter().map(|(_, n)| 0.4 / (0.4 + *n as f32) + 0.03).collect(),
            told,
            tags: e.tags.clone(),
            heads: s.words.iter().map(|w| w.head.map_or(n, |h| h as u32)).collect(),
            labels: s.words.iter().map(|w| number(w.deprel)).collect(),
            witness: None,
            told_by: None,
            weight: 1.0,
        }
    }
}

/// One sentence.
pub struct Item {
    /// Rows of the table that make up each word.
    pub rows: Vec<[u32; dossier_network::parser::ROWS]>,
    /// How often each word is hidden while learning, so that unknown words are learned too.
    pub hide: Vec<f32>,
    /// The tags that the tagger tells.
    pub told: Vec<u8>,
    /// The right tags.
    pub tags: Vec<u8>,
    /// Head of each word; the number of words for the word that has none.
    pub heads: Vec<u32>,
    pub labels: Vec<u8>,
    /// What a published parser says, where a teacher reads; with the rows of that, by word.
    pub witness: Option<(Arc<Witness>, Vec<Vec<u32>>)>,
    /// What a teacher says, in place of right answers.
    pub told_by: Option<Shares>,
    /// How much it counts.
    pub weight: f32,
}

/// What a teacher believes of a sentence's words, as shares.
#[derive(Clone)]
pub struct Shares {
    /// Of every word as head of every word, the root last.
    pub arcs: Vec<f32>,
    /// Of every relation to the head.
    pub labels: Vec<f32>,
    /// Of every tag.
    pub tags: Vec<f32>,
}

impl Item {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// With what a published parser says of the words of `e`.
    pub fn with_witness(mut self, w: &Arc<Witness>, e: &tags::Example) -> Self {
        let rows = (0..self.len()).map(|i| w.rows(i, |k| e.words[k].suffix[2]));
        self.witness = Some((Arc::clone(w), rows.collect()));
        self
    }

    /// Whether the network reads it in one piece.
    pub fn is_short(&self) -> bool {
        (1..=LONGEST).contains(&self.len())
    }
}
