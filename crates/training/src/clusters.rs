//! Packs a table of Brown clusters: `{"word": number}`, a number's bits the path in the tree, lowest first.

use std::collections::{BTreeMap, BTreeSet};

use dossier_annotate::syntax::lex::{fold, hash};
use dossier_annotate::syntax::weights::Writer;

/// Reads the table and writes hashes of words with the number of their cluster.
pub fn pack(json: &str) -> Vec<u8> {
    let mut paths: BTreeSet<u32> = BTreeSet::new();
    let mut words: BTreeMap<u32, (bool, u32)> = BTreeMap::new();
    let mut buffer = String::new();
    for (word, path) in entries(json) {
        let plain = word
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '\'' | '-' | '.' | '’'));
        if path == 0 || !plain || word.chars().count() > 24 {
            continue;
        }
        fold(&word, &mut buffer);
        let exact = buffer == word;
        paths.insert(path);
        let entry = words.entry(hash(buffer.as_bytes())).or_insert((exact, path));
        if exact && !entry.0 {
            *entry = (true, path);
        }
    }
    let ids: BTreeMap<u32, u32> = paths
        .iter()
        .enumerate()
        .map(|(i, p)| (*p, i as u32 + 1))
        .collect();
    let mut w = Writer::default();
    w.number(ids.len() as u32 + 1);
    w.number(0);
    for p in &paths {
        w.number(*p);
    }
    let keys: Vec<u32> = words.keys().copied().collect();
    w.keys(&keys);
    for (_, path) in words.values() {
        w.number(ids[path]);
    }
    eprintln!("{} words in {} clusters", keys.len(), ids.len());
    w.0
}

/// The entries of a flat JSON object of numbers; escaped words are left out.
fn entries(json: &str) -> impl Iterator<Item = (String, u32)> {
    json.lines().filter_map(|line| {
        let (word, path) = line.rsplit_once("\":")?;
        let word = word.trim_start().strip_prefix('"')?;
        let path = path.trim_end_matches(',').parse().ok()?;
        (!word.contains('\\')).then(|| (word.to_owned(), path))
    })
}
