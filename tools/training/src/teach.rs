//! Trees of texts that nobody marked, told by a teacher.
//!
//! The teacher is a network of the size that ships. It learns the treebanks' trees with one thing more before it: what a published
//! parser, of another scheme and of many more texts, says of the sentence. Then it tells trees of further texts, as shares; the network
//! that ships learns from these and from the treebanks, and reads words alone. G. Hinton and others, "Distilling the knowledge in a
//! neural network", 2015.

use std::sync::Arc;

use dossier_model::Deprel;
use dossier_network::projective::Search;

use crate::items::{Item, Known};
use crate::network::{self, Config, Network, Shape};
use crate::perceptron::{Perceptron, Random};
use crate::tags::{self, Case, Certain, Example, Tagset};
use crate::treebank::Sentence;
use crate::witness::Witness;
use crate::{Tagged, copied};

/// Rounds of the teacher.
const ROUNDS: usize = 5;

/// How much a sentence that the teacher tells counts beside one of the treebanks.
const WEIGHT: f32 = 0.7;

/// Words of the sentences that the teacher tells.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=60;

/// What the treebanks have taught so far.
pub struct Learned<'a> {
    pub sentences: &'a [&'a Sentence],
    pub tagset: &'a Tagset,
    pub labels: &'a [Deprel],
    pub known: &'a Known,
    /// With averages for weights.
    pub tagger: &'a Perceptron,
    pub certain: &'a Certain,
}

impl Learned<'_> {
    /// The sizes of the network that ships.
    pub fn shape(&self) -> Shape {
        Shape {
            width: 128,
            layers: 3,
            arc: 64,
            relation: 64,
            tags: self.tagset.tags.len(),
            labels: self.labels.len(),
            known: self.known.len(),
            is_teacher: false,
        }
    }

    /// The treebanks' sentences.
    pub fn items(&self, told: &[Tagged]) -> Vec<Item> {
        told.iter().map(|t| self.item(t)).collect()
    }

    fn item(&self, t: &Tagged) -> Item {
        let s = self.sentences[t.sentence];
        self.known.item(s, &t.example, t.told.clone(), self.labels)
    }

    /// The sentences behind the treebanks' in `witnesses`, and copies of some as headlines, as a teacher reads them.
    pub fn further(&self, told: &[Tagged], mut witnesses: Vec<Witness>) -> anyhow::Result<Vec<Item>> {
        let count = self.sentences.len();
        anyhow::ensure!(
            witnesses.len() > count,
            "what the published parser says is cut short"
        );
        let raw = witnesses.split_off(count);
        let witnesses: Vec<Arc<Witness>> = witnesses.into_iter().map(Arc::new).collect();
        let mut lessons = Vec::new();
        for t in told.iter().filter(|t| t.case == Case::AsPrinted) {
            let (s, w) = (self.sentences[t.sentence], &witnesses[t.sentence]);
            anyhow::ensure!(w.words.len() == s.words.len(), "{} has other words", s.id);
            lessons.push(self.item(t).with_witness(w, &t.example));
        }
        let shape = Shape {
            is_teacher: true,
            ..self.shape()
        };
        let config = Config {
            epochs: ROUNDS,
            ..Config::default()
        };
        let teacher = network::train(&lessons, shape, &config);
        drop(lessons);
        Ok(self.taught(&teacher, raw))
    }

    fn taught(&self, teacher: &Network, raw: Vec<Witness>) -> Vec<Item> {
        let root = self.labels.iter().position(|l| *l == Deprel::Root).unwrap_or(0);
        let mut random = Random(0x5EED_0007);
        let mut search = Search::default();
        let mut out = Vec::new();
        for w in raw.into_iter().filter(|w| LENGTHS.contains(&w.words.len())) {
            let s = Sentence::unmarked(&w.words);
            let printed = tags::example(&s, self.tagset, Case::AsPrinted);
            let mut lesson = self.fresh(&s, &printed).with_witness(&Arc::new(w), &printed);
            teacher.tell(&mut lesson, root, &mut search);
            let copy = copied(&mut random).map(|case| tags::example(&s, self.tagset, case));
            for e in [Some(printed), copy].into_iter().flatten() {
                out.push(Item {
                    heads: lesson.heads.clone(),
                    tags: lesson.tags.clone(),
                    labels: lesson.labels.clone(),
                    told_by: lesson.told_by.clone(),
                    weight: WEIGHT,
                    ..self.fresh(&s, &e)
                });
            }
        }
        out
    }

    /// A sentence that no tagger has seen.
    fn fresh(&self, s: &Sentence, e: &Example) -> Item {
        let told = tags::tag(self.tagger, self.certain, &e.words);
        self.known.item(s, e, told, self.labels)
    }
}
