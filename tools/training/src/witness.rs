//! What a published parser says of a sentence, as a teacher reads it.
//!
//! Its trees are of another scheme than the treebank's, so they are features and no answers.

use std::io::{BufRead as _, BufReader};
use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

/// How a word may stand to another in the published parser's tree.
pub const WAYS: usize = 8;
/// Relations and tags of the published parser are smaller than this.
pub const NAMES: usize = 64;
/// Sizes of the tables that [`Witness::rows`] names rows of.
const TABLES: [u32; 6] = [64, 64, 1024, 1024, 4096, 1024];
/// Rows of all of them.
pub const ROWS: usize = 64 + 64 + 1024 + 1024 + 4096 + 1024;
/// Spreads small numbers over 32 bits.
const SPREAD: u32 = 2_654_435_761;

/// A sentence as the published parser reads it.
pub struct Witness {
    pub words: Vec<String>,
    /// The head of each word; the word itself for the one that has none.
    heads: Vec<usize>,
    relations: Vec<u8>,
    tags: Vec<u8>,
}

/// Reads what `tools/training/witness.py` wrote.
pub fn read(path: &Path) -> anyhow::Result<Vec<Witness>> {
    let file = std::fs::File::open(path).with_context(|| format!("{}", path.display()))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    lines.map(|line| witness(&line?)).collect()
}

fn witness(line: &str) -> anyhow::Result<Witness> {
    let v: Value = serde_json::from_str(line)?;
    let list = |key: &str| v[key].as_array().map_or(&[][..], Vec::as_slice);
    let numbers = |key: &str| list(key).iter().map(|x| x.as_u64().unwrap_or(0) as usize);
    let words: Vec<String> = list("words")
        .iter()
        .map(|w| w.as_str().unwrap_or("").to_owned())
        .collect();
    let w = Witness {
        heads: numbers("heads").collect(),
        relations: numbers("deps").map(|x| (x % NAMES) as u8).collect(),
        tags: numbers("tags").map(|x| (x % NAMES) as u8).collect(),
        words,
    };
    let n = w.words.len();
    let is_whole = w.heads.len() == n && w.relations.len() == n && w.tags.len() == n;
    anyhow::ensure!(is_whole && w.heads.iter().all(|h| *h < n), "not a tree: {line}");
    Ok(w)
}

impl Witness {
    /// Numbers of the rows that tell of word `i`; `ending` gives a hash of a word's last letters.
    pub fn rows(&self, i: usize, ending: impl Fn(usize) -> u32) -> Vec<u32> {
        let head = self.heads[i];
        let own = u32::from(self.relations[i]);
        let far = (head as i64 - i as i64).clamp(-7, 7) + 7;
        let (tag, above) = if head == i {
            (63, 63)
        } else {
            (u32::from(self.tags[head]), u32::from(self.relations[head]))
        };
        let below = (0..self.heads.len()).filter(|&k| k != i && self.heads[k] == i);
        let below = below.fold(0u32, |sum, k| {
            sum ^ u32::from(self.relations[k]).wrapping_mul(SPREAD).rotate_left(7)
        });
        let mixed = |x: u32, bits: u32| x.wrapping_mul(SPREAD) >> bits;
        let places = [
            own,
            u32::from(self.tags[i]),
            own * 16 + far as u32,
            mixed(own * 64 + tag, 16),
            mixed(ending(head) ^ own.wrapping_mul(SPREAD), 12),
            mixed(below ^ above.wrapping_mul(SPREAD), 16),
        ];
        let mut first = 0;
        let rows = places.iter().zip(TABLES).map(|(place, size)| {
            first += size;
            first - size + place % size
        });
        rows.collect()
    }

    /// Writes what speaks for word `j` as the head of word `i`, as numbers below [`WAYS`] times [`NAMES`]; the number of words
    /// stands for the root.
    pub fn arc(&self, i: usize, j: usize, out: &mut Vec<usize>) {
        out.clear();
        let (head, own) = (self.heads[i], usize::from(self.relations[i]));
        let way = |way: usize, name: usize| way * NAMES + name;
        if j == self.heads.len() {
            if head == i {
                out.push(way(5, own));
            } else if self.heads[head] == head {
                out.push(way(6, own));
            }
            return;
        }
        let (other, relation) = (self.heads[j], usize::from(self.relations[j]));
        if head == j {
            out.push(way(0, own));
        }
        if other == i && j != i {
            out.push(way(1, relation));
        }
        if self.heads[head] == j && head != j && head != i {
            out.push(way(2, usize::from(self.relations[head])));
        }
        if head == other && head != i && head != j {
            out.extend([way(3, own), way(4, relation)]);
        }
        if other != j && self.heads[other] == i && other != i {
            out.push(way(7, own));
        }
    }
}
