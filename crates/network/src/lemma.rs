//! Dictionary forms: for every part of speech, the change that words with such an ending undergo, learned from
//! treebanks; whole words that change otherwise are endings of their own.

use super::lex::{fold, hash};
use super::weights::{Exact, Reader, mix};

/// The longest ending that is looked up, in characters.
pub const LONGEST: usize = 6;

/// How the end of a word changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Change {
    /// Characters taken off the end.
    pub cut: u8,
    /// What is put there.
    pub add: String,
}

/// The changes by tag and ending.
#[derive(Debug, Clone, Default)]
pub struct Lemmas {
    changes: Vec<Change>,
    rules: Exact,
}

/// The key of an ending; a whole word has a key of its own.
#[must_use]
pub fn key(tag: u32, ending: &str, is_whole: bool) -> u32 {
    mix(3000, tag, hash(ending.as_bytes()), u32::from(is_whole))
}

impl Lemmas {
    /// From what the training wrote.
    #[must_use]
    pub fn read(r: &mut Reader) -> Self {
        let n = r.count();
        let mut changes = Vec::with_capacity(n);
        for _ in 0..n {
            let cut = r.byte();
            let len = r.count();
            let add = String::from_utf8_lossy(r.bytes(len)).into_owned();
            changes.push(Change { cut, add });
        }
        let rules = r.exact();
        Self { changes, rules }
    }

    /// The rule for `word`, which is folded, the longest ending first.
    #[must_use]
    pub fn find(&self, word: &str, tag: u32) -> Option<&Change> {
        let rule = |ending: &str, whole| self.rules.get(key(tag, ending, whole));
        let mut found = rule(word, true);
        if found.is_none() {
            let mut ends = [word.len(); LONGEST + 1];
            let mut n = 0;
            for (at, _) in word.char_indices().rev().take(LONGEST) {
                n += 1;
                ends[n] = at;
            }
            found = (0..=n).rev().find_map(|k| rule(word.get(ends[k]..)?, false));
        }
        self.changes.get(found? as usize)
    }

    /// Writes the dictionary form of `word` into `out`. Names keep their capital letters.
    pub fn write(&self, word: &str, tag: u32, is_name: bool, buffer: &mut String, out: &mut String) {
        out.clear();
        fold(word, buffer);
        let change = self.find(buffer, tag);
        if is_name || word.len() > 48 {
            out.push_str(word);
        } else {
            out.push_str(buffer);
        }
        let Some(change) = change else { return };
        let cut = usize::from(change.cut);
        if cut > 0 {
            let Some((at, _)) = out.char_indices().rev().nth(cut - 1) else {
                return;
            };
            out.truncate(at);
        }
        // A name in capitals stays in capitals.
        if is_name && !change.add.is_empty() && word.len() > 1 && !word.chars().any(char::is_lowercase) {
            out.extend(change.add.chars().flat_map(char::to_uppercase));
        } else {
            out.push_str(&change.add);
        }
    }
}
