//! The trained weights of one language.

use dossier_model::{ArgumentForm, ArgumentRole};
use dossier_network::weights::{Reader, Sparse};

/// All that the training wrote.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// What the classes of `arguments` stand for; the first is no argument.
    pub roles: Vec<Option<(ArgumentRole, ArgumentForm)>>,
    /// Hashes of words that have senses, sorted.
    keys: Vec<u32>,
    /// Where the senses of each begin in `senses`, and where the last end.
    starts: Vec<u32>,
    senses: Vec<&'static str>,
    /// Speaks for a word's being a predicate.
    pub predicates: Sparse,
    /// Weights for a sense by its place among the word's.
    pub ranks: Sparse,
    /// Speaks for a word's being an argument at all, by the [`FIRST`](super::FIRST) of its features.
    pub near: Sparse,
    /// Weights for a word's role.
    pub arguments: Sparse,
}

/// What a unit of a weight is worth in the exponent of a share.
pub const UNIT: f32 = 1.0 / 24.0;

/// From which sum on it is worth a second look: of a hundred arguments less than one lies below.
const UNLIKELY: i32 = -60;

/// Senses of a word that are told apart at most.
pub const MOST_SENSES: usize = 16;

impl Model {
    /// From what the training wrote.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        let mut r = Reader::new(bytes);
        let mut roles = vec![None];
        for _ in 0..r.count() {
            let role = ArgumentRole::ALL.get(usize::from(r.byte())).copied();
            let form = ArgumentForm::ALL.get(usize::from(r.byte())).copied();
            roles.push(role.zip(form));
        }
        let n = r.count();
        let keys: Vec<u32> = (0..n).map(|_| r.number()).collect();
        let text = std::str::from_utf8(r.block()).unwrap_or("");
        let (mut starts, mut senses) = (vec![0], Vec::new());
        for line in text.lines() {
            senses.extend(line.split(' '));
            starts.push(senses.len() as u32);
        }
        let is_whole = starts.len() == keys.len() + 1;
        Model {
            roles,
            keys: if is_whole { keys } else { Vec::new() },
            starts,
            senses,
            predicates: r.sparse(),
            ranks: r.sparse(),
            near: r.sparse(),
            arguments: r.sparse(),
        }
    }

    /// Whether a word with these features, the [`FIRST`](super::FIRST) of a candidate's, may be an argument: most words near a
    /// predicate are none, and few looks tell.
    #[must_use]
    pub fn may_be_argument(&self, first: &[u32], scores: &mut Vec<i32>) -> bool {
        self.near.sum(first, 1, scores);
        scores.first().is_none_or(|&score| score > UNLIKELY)
    }

    /// The senses of the word with this key, the commonest first; none of an unknown word.
    #[must_use]
    pub fn senses(&self, key: u32) -> &[&'static str] {
        let Ok(at) = self.keys.binary_search(&key) else {
            return &[];
        };
        let (from, to) = (self.starts[at] as usize, self.starts[at + 1] as usize);
        self.senses.get(from..to).unwrap_or(&[])
    }
}
