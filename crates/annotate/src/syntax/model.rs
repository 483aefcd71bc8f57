//! The trained weights, embedded in the program.

use std::sync::OnceLock;

use dossier_model::{Deprel, Upos};

use super::lemma::Lemmas;
use super::weights::{Dense, Exact, Reader, Sparse};

/// All that the training wrote.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The fine tags: universal part of speech, Penn Treebank tag.
    pub tags: Vec<(Upos, String)>,
    /// The relations by the numbers that the parser uses.
    pub labels: Vec<Deprel>,
    /// Tags of words, as printed, that hardly ever have another.
    pub certain: Exact,
    /// Weights of the tagger.
    pub tagger: Sparse,
    /// Weights of the moves.
    pub moves: Dense,
    /// Weights of the relations.
    pub relations: Sparse,
    /// Dictionary forms.
    pub lemmas: Lemmas,
}

/// Begins a line of the cache, as the tables in the file do.
#[repr(align(64))]
pub(crate) struct Aligned<T: ?Sized>(pub T);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.bin"));

/// The embedded weights.
#[must_use]
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(&WEIGHTS.0))
}

impl Model {
    /// From what the training wrote.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        let mut r = Reader::new(bytes);
        let n = r.count();
        let mut tags = Vec::with_capacity(n);
        for _ in 0..n {
            let upos = Upos::ALL.get(r.byte() as usize).copied().unwrap_or(Upos::X);
            let len = r.count();
            tags.push((upos, String::from_utf8_lossy(r.bytes(len)).into_owned()));
        }
        let n = r.count();
        let labels = (0..n)
            .map(|_| Deprel::ALL.get(r.byte() as usize).copied().unwrap_or(Deprel::Dep))
            .collect();
        let lemmas = Lemmas::read(&mut r);
        let certain = r.exact();
        let tagger = r.sparse();
        let moves = r.dense();
        let relations = r.sparse();
        Model {
            tags,
            labels,
            certain,
            tagger,
            moves,
            relations,
            lemmas,
        }
    }
}
