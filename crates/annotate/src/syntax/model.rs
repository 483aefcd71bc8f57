//! The trained weights, embedded in the program and unpacked once.

use std::sync::OnceLock;

use dossier_model::{Deprel, Upos};

use super::lemma::Lemmas;
use super::lex::Clusters;
use super::weights::{Dense, Reader, Sparse};

/// All that the training wrote.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Words that are used alike.
    pub clusters: Clusters,
    /// The fine tags: universal part of speech, Penn Treebank tag.
    pub tags: Vec<(Upos, String)>,
    /// The relations by the numbers that the parser uses.
    pub labels: Vec<Deprel>,
    /// Weights of the tagger.
    pub tagger: Sparse,
    /// Weights of the moves.
    pub moves: Dense,
    /// Weights of the relations.
    pub relations: Sparse,
    /// Dictionary forms.
    pub lemmas: Lemmas,
}

static CLUSTERS: &[u8] = include_bytes!("../../models/clusters.bin");
static WEIGHTS: &[u8] = include_bytes!("../../models/english.bin");

/// A file may unpack to this many bytes and no more.
const LIMIT: usize = 1 << 28;

/// The embedded weights, unpacked at the first call.
#[must_use]
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(&unpack(WEIGHTS), clusters()))
}

/// The embedded clusters.
#[must_use]
pub fn clusters() -> Clusters {
    Clusters::read(&mut Reader(&unpack(CLUSTERS)))
}

fn unpack(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(bytes, LIMIT).unwrap_or_default()
}

impl Model {
    /// From unpacked weights.
    #[must_use]
    pub fn read(bytes: &[u8], clusters: Clusters) -> Self {
        let mut r = Reader(bytes);
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
        let tagger = r.sparse();
        let moves = r.dense();
        let relations = r.sparse();
        Model {
            clusters,
            tags,
            labels,
            tagger,
            moves,
            relations,
            lemmas,
        }
    }
}
