//! How much a word says: inverse document frequency against ordinary English and the articles at hand.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Counts of words in stretches of ordinary English; made by `dossier-frequency` in `tools/training` from
/// the UD treebanks EWT and GUM (CC BY-SA 4.0, CC BY 4.0). See `models/MODEL_CARD.md`.
static COUNTS: &[u8] = include_bytes!("../models/frequency.bin");

struct Table {
    stretches: u32,
    counts: HashMap<u32, u16>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let number = |bytes: &[u8]| bytes.iter().rev().fold(0u32, |n, &b| n << 8 | u32::from(b));
        let stretches = number(&COUNTS[..4]);
        let n = (COUNTS.len() - 4) / 6;
        let (keys, counts) = COUNTS[4..].split_at(n * 4);
        let counts = keys
            .chunks_exact(4)
            .zip(counts.chunks_exact(2))
            .map(|(key, count)| (number(key), number(count) as u16))
            .collect();
        Table { stretches, counts }
    })
}

/// Document frequencies of the articles at hand, on top of those of ordinary English.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    articles: u32,
    counts: HashMap<u64, u32>,
}

impl Weights {
    /// Counts each article's words once.
    pub fn of(articles: impl Iterator<Item = impl AsRef<[u64]>>) -> Self {
        let mut out = Self::default();
        let mut seen: Vec<u64> = Vec::new();
        for words in articles {
            out.articles += 1;
            seen.clear();
            seen.extend_from_slice(words.as_ref());
            seen.sort_unstable();
            seen.dedup();
            for &key in &seen {
                *out.counts.entry(key).or_default() += 1;
            }
        }
        out
    }

    /// The word's [`idf`] among these articles.
    #[must_use]
    pub fn idf(&self, key: u64) -> f64 {
        let here = self.counts.get(&key).copied().unwrap_or(0);
        idf(key as u32, here, self.articles)
    }
}

/// Inverse document frequency of a word that `here` of `articles` articles hold: ln of all stretches of ordinary English and
/// all articles by those that hold the word; 0 for one that is everywhere, above 6 for one that ordinary English does
/// not have. `key` is the lower half of the word's hash.
#[must_use]
pub fn idf(key: u32, here: u32, articles: u32) -> f64 {
    let table = table();
    let common = table.counts.get(&key).copied().map_or(0.5, f64::from);
    let all = f64::from(table.stretches) + f64::from(articles) + 1.0;
    (all / (common + f64::from(here)).max(1.0)).ln().max(0.0)
}

/// Whether ordinary English has the word in more than one stretch of eight: it says nothing of a subject.
#[must_use]
pub fn is_function_word(key: u64) -> bool {
    let table = table();
    table
        .counts
        .get(&(key as u32))
        .is_some_and(|&n| u32::from(n) * 8 > table.stretches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::key;

    #[test]
    fn rare_words_weigh_more() {
        let w = Weights::default();
        assert!(w.idf(key("the")) < 0.1);
        assert!(w.idf(key("bridge")) > 1.5);
        assert!(w.idf(key("zyxwvut")) > w.idf(key("bridge")));
        assert!(is_function_word(key("with")));
        assert!(!is_function_word(key("harbour")));
    }
}
