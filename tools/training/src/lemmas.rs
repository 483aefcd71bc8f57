//! Learns the rules for dictionary forms.

use std::collections::{BTreeMap, HashMap};

use dossier_en::grammar::syntax::keeps_case;
use dossier_network::lemma::{Change, LONGEST, key};
use dossier_network::lex::fold;
use dossier_network::weights::{Exact, Writer};

use crate::tags::Tagset;
use crate::treebank::Sentence;

type Counts = BTreeMap<Change, usize>;

fn change(from: &str, to: &str) -> Change {
    let same: usize = from
        .chars()
        .zip(to.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    Change {
        cut: from[same..].chars().count().min(255) as u8,
        add: to[same..].to_owned(),
    }
}

fn top(counts: &Counts) -> Option<(&Change, usize)> {
    counts
        .iter()
        .max_by_key(|(c, n)| (**n, std::cmp::Reverse((*c).clone())))
        .map(|(c, n)| (c, *n))
}

/// Writes rules from the treebanks' lemmas, in the form that `Lemmas::read` reads.
pub fn learn(sentences: &[&Sentence], tagset: &Tagset, w: &mut Writer) {
    let mut words: BTreeMap<(u8, String), Counts> = BTreeMap::new();
    let mut buffer = String::new();
    for s in sentences {
        for (i, w) in s.words.iter().enumerate() {
            if w.lemma == "_" {
                continue;
            }
            fold(&w.form, &mut buffer);
            let from = if keeps_case(w.upos, &w.form, i == 0) {
                w.form.clone()
            } else {
                buffer.clone()
            };
            let tag = tagset.number(w.upos, &w.xpos);
            *words
                .entry((tag, buffer.clone()))
                .or_default()
                .entry(change(&from, &w.lemma))
                .or_default() += 1;
        }
    }
    let mut endings: Vec<BTreeMap<(u8, String), Counts>> = vec![BTreeMap::new(); LONGEST + 1];
    for ((tag, word), counts) in &words {
        let Some((best, _)) = top(counts) else { continue };
        let ends: Vec<usize> = word
            .char_indices()
            .rev()
            .map(|(at, _)| at)
            .take(LONGEST)
            .collect();
        // A type counts once, whatever its frequency: unknown words are like rare ones.
        for (k, at) in std::iter::once(word.len()).chain(ends).enumerate() {
            *endings[k]
                .entry((*tag, word[at..].to_owned()))
                .or_default()
                .entry(best.clone())
                .or_default() += 1;
        }
    }
    let mut table = Table {
        changes: vec![Change::default()],
        rules: HashMap::new(),
    };
    for level in &endings {
        for ((tag, ending), counts) in level {
            let total: usize = counts.values().sum();
            let Some((best, n)) = top(counts) else { continue };
            if n < 2 || n * 10 < total * 6 {
                continue;
            }
            if table.find(ending, *tag) != *best {
                table.add(key(u32::from(*tag), ending, false), best);
            }
        }
    }
    for ((tag, word), counts) in &words {
        let Some((best, n)) = top(counts) else { continue };
        let inflected = matches!(
            tagset.tags[usize::from(*tag)].1.as_str(),
            "VBD" | "VBN" | "VBG" | "VBZ" | "NNS"
        );
        if (n > 1 || inflected) && table.find(word, *tag) != *best {
            table.add(key(u32::from(*tag), word, true), best);
        }
    }
    w.number(table.changes.len() as u32);
    for c in &table.changes {
        w.0.push(c.cut);
        w.number(c.add.len() as u32);
        w.0.extend(c.add.as_bytes());
    }
    let sorted: BTreeMap<u32, u32> = table.rules.into_iter().map(|(k, n)| (k, u32::from(n))).collect();
    w.exact(&sorted.into_iter().collect::<Vec<_>>());
}

struct Table {
    changes: Vec<Change>,
    rules: HashMap<u32, u16>,
}

impl Table {
    fn add(&mut self, key: u32, change: &Change) {
        let at = self.changes.iter().position(|c| c == change).unwrap_or_else(|| {
            self.changes.push(change.clone());
            self.changes.len() - 1
        });
        // A change that the table has no number for is left out.
        if (at as u32) < Exact::LIMIT - 1 {
            self.rules.insert(key, at as u16);
        }
    }

    /// What the rules for endings say so far.
    fn find(&self, word: &str, tag: u8) -> Change {
        let ends: Vec<usize> = word
            .char_indices()
            .rev()
            .map(|(at, _)| at)
            .take(LONGEST)
            .collect();
        let rule = |at: usize| self.rules.get(&key(u32::from(tag), &word[at..], false));
        let found = ends
            .iter()
            .rev()
            .find_map(|&at| rule(at))
            .or_else(|| rule(word.len()));
        found.map_or_else(Change::default, |&at| self.changes[usize::from(at)].clone())
    }
}
