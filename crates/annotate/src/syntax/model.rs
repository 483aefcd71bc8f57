//! The trained weights of one language.

use dossier_model::{Deprel, Upos};
use dossier_network::lemma::Lemmas;
use dossier_network::parser::Network;
use dossier_network::weights::{Exact, Reader, Sparse};

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
    /// What finds trees.
    pub network: Network,
    /// Dictionary forms.
    pub lemmas: Lemmas,
}

/// Makes embedded weights begin a line of the cache, as the tables in the file do.
#[repr(align(64))]
#[derive(Debug)]
pub struct Aligned<T: ?Sized>(pub T);

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
        let network = Network::read(&mut r);
        Model {
            tags,
            labels,
            certain,
            tagger,
            network,
            lemmas,
        }
    }

    /// The number of the relation to the root.
    #[must_use]
    pub fn root(&self) -> usize {
        self.number(Deprel::Root)
    }

    /// The number of the relation between pieces of a sentence that is too long.
    #[must_use]
    pub fn loose(&self) -> usize {
        self.number(Deprel::Parataxis)
    }

    fn number(&self, relation: Deprel) -> usize {
        self.labels.iter().position(|&l| l == relation).unwrap_or(0)
    }
}
