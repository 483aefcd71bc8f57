//! Trains the finder of names: marked texts in, the weights that `languages/en` embeds out.

pub mod corpus;
mod crf;
mod gum;
mod invented;
mod silver;

use std::path::Path;

use dossier_en::grammar::mention::tagger::{self, tag};
use dossier_model::Span;
use dossier_network::weights::Writer;

use crate::perceptron::{Counter, Random, Vocabulary};
use corpus::Marked;
use crf::{Chain, Config, Example};

pub use gum::documents as treebank;

/// Texts that a published tagger may read for us: one JSON object a line.
///
/// # Errors
/// Where a corpus cannot be read.
pub fn texts(data: &Path) -> anyhow::Result<String> {
    let mut out = String::new();
    let mut docs = treebank(&data.join("treebank/ewt-train.conllu.gz"))?;
    docs.extend(treebank(&data.join("treebank/gum-train.conllu.gz"))?);
    docs.extend(corpus::crossner(&data.join(CROSSNER))?);
    for doc in docs {
        out.push_str(&serde_json::json!({ "text": doc.text }).to_string());
        out.push('\n');
    }
    Ok(out)
}

const CROSSNER: &str = "names/crossner-politics-train.bio.gz";

/// Rows of words with the tags that they may have.
struct Rows {
    features: Vec<Vec<u32>>,
    tags: Vec<u16>,
    weight: f32,
}

/// The tags that each word of a row may have.
fn tags(doc: &Marked, spans: &[Span]) -> Vec<u16> {
    let all = u16::MAX >> (16 - tag::COUNT);
    spans
        .iter()
        .map(|&w| {
            if doc.open.iter().any(|o| o.overlaps(w)) {
                return all;
            }
            let upto = doc.names.partition_point(|n| n.span.start < w.end);
            let Some(name) = doc.names[..upto].last().filter(|n| n.span.overlaps(w)) else {
                return 1;
            };
            if !name.span.contains(w) {
                return all;
            }
            let first = name.span.start == w.start;
            name.kinds.iter().map(|k| 1 << tag::of(*k, first)).sum()
        })
        .collect()
}

/// Opens the tags of words that no way through the row reaches: their name begins outside it.
fn loosen(tags: &mut [u16]) {
    let mut before = 1u16 << tag::OUTSIDE;
    for mask in tags {
        let step = |mask: u16, before: u16| {
            let reached = |t: &usize| {
                mask >> t & 1 == 1 && (0..tag::COUNT).any(|b| before >> b & 1 == 1 && tag::follows(b, *t))
            };
            (0..tag::COUNT).filter(reached).map(|t| 1u16 << t).sum::<u16>()
        };
        let mut next = step(*mask, before);
        if next == 0 {
            *mask = u16::MAX >> (16 - tag::COUNT);
            next = step(*mask, before);
        }
        before = next;
    }
}

fn rows(docs: &[Marked], weight: f32) -> Vec<Rows> {
    let mut out = Vec::new();
    for doc in docs {
        for row in tagger::rows(&doc.article()) {
            let mut tags = tags(doc, &row.spans);
            loosen(&mut tags);
            out.push(Rows {
                features: row.features,
                tags,
                weight,
            });
        }
    }
    out
}

/// Copies of documents in which some sentences are written like headlines or in capitals; of the others nothing is learned.
fn recased(docs: &[Marked]) -> Vec<Marked> {
    let mut random = Random(0x5EED_0006);
    docs.iter()
        .map(|doc| {
            let mut copy = doc.clone();
            copy.text.clear();
            for s in &doc.sentences {
                let text = s.of(&doc.text);
                match random.share() {
                    x if x < 0.15 => recase(text, false, &mut copy.text),
                    x if x < 0.19 => recase(text, true, &mut copy.text),
                    _ => {
                        copy.text.push_str(text);
                        copy.open.push(*s);
                    }
                }
                copy.text.push('\n');
            }
            copy
        })
        .collect()
}

/// Long words with a capital, or all letters as capitals; every letter keeps its place.
fn recase(text: &str, upper: bool, out: &mut String) {
    let mut start = true;
    for (at, c) in text.char_indices() {
        let long = text[at..]
            .split(|c: char| !c.is_alphabetic())
            .next()
            .is_some_and(|w| w.len() > 3);
        let mut raised = c.to_uppercase();
        match (raised.next(), raised.next()) {
            (Some(u), None) if (upper || start && (long || at == 0)) && u.len_utf8() == c.len_utf8() => {
                out.push(u)
            }
            _ => out.push(c),
        }
        start = !c.is_alphanumeric() && c != '\'' && c != '’';
    }
}

/// How much a text counts: GUM's, CrossNER's, one whose names a published tagger told, one of our own.
const COUNTS: [f32; 4] = [1.0, 3.0, 0.5, 0.3];

/// How to learn; chosen on the development parts.
const CONFIG: Config = Config {
    epochs: 5,
    rate: 0.05,
    decay: 1e-3,
};

/// Learns from the training parts under `data` and from `silver`; the same weights for the same files.
///
/// # Errors
/// Where a corpus cannot be read.
pub fn train(data: &Path, silver: &Path) -> anyhow::Result<Vec<u8>> {
    let gum = gum::documents(&data.join("treebank/gum-train.conllu.gz"))?;
    let crossner = corpus::crossner(&data.join(CROSSNER))?;
    let silver = silver::documents(silver)?;
    let mut all = Vec::new();
    let own = invented::documents();
    for (docs, count) in [gum, crossner, silver, own].iter().zip(COUNTS) {
        all.extend(rows(docs, count));
        all.extend(rows(&recased(docs), count * 0.7));
    }
    all.retain(|r| r.tags.iter().any(|t| t.count_ones() < tag::COUNT as u32));
    let mut counter = Counter::new();
    for r in &all {
        r.features.iter().for_each(|f| counter.add(f));
    }
    let keys = counter.keys(3);
    let vocabulary = Vocabulary::new(&keys);
    let words: usize = all.iter().map(|r| r.tags.len()).sum();
    eprintln!(
        "names: {} rows, {words} words, {} features",
        all.len(),
        keys.len()
    );
    let examples: Vec<Example> = all
        .into_iter()
        .map(|r| Example {
            features: r
                .features
                .iter()
                .map(|f| {
                    f.iter()
                        .filter_map(|x| vocabulary.get(*x).map(|n| n as u32))
                        .collect()
                })
                .collect(),
            tags: r.tags,
            weight: r.weight,
        })
        .collect();
    let mut chain = Chain::new(keys.len());
    chain.learn(&examples, CONFIG);
    Ok(pack(&chain, &keys))
}

/// Smaller weights are left out.
const LEAST: f32 = 0.05;

/// Steps of a whole number for a weight of one.
const SCALE: f32 = 24.0;

fn pack(chain: &Chain, keys: &[u32]) -> Vec<u8> {
    let mut w = Writer::default();
    for s in chain.steps.iter().flatten() {
        w.number((s * SCALE).round() as i32 as u32);
    }
    let mut rows: Vec<(u32, Vec<(u8, i8)>)> = Vec::new();
    for (key, weights) in keys.iter().zip(&chain.weights) {
        let mut row = Vec::new();
        for (t, x) in weights.iter().enumerate() {
            let mut rest = if x.abs() < LEAST {
                0
            } else {
                (x * SCALE).round() as i32
            };
            while rest != 0 {
                let part = rest.clamp(-127, 127);
                row.push((t as u8, part as i8));
                rest -= part;
            }
        }
        if !row.is_empty() {
            rows.push((key << (32 - dossier_network::weights::KEY_BITS), row));
        }
    }
    let weight = |row: &[(u8, i8)]| row.iter().map(|p| i32::from(p.1).abs()).sum::<i32>();
    rows.sort_by_cached_key(|(f, row)| (std::cmp::Reverse(weight(row)), *f));
    let lost = w.sparse(&rows);
    eprintln!("names: {} rows, {lost} without room", rows.len());
    w.0
}
