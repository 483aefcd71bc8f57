//! Names that a published tagger told (`tools/training/silver.py`): one JSON object a line, with the text and the names of
//! each of two models. Where they differ nothing is learned.

use std::io::{BufRead as _, BufReader};
use std::path::Path;

use anyhow::Context as _;
use dossier_model::{MentionKind, Span};
use serde_json::Value;

use super::corpus::{Marked, Name};

/// Reads what the script wrote.
///
/// # Errors
/// Where the file cannot be read.
pub fn documents(path: &Path) -> anyhow::Result<Vec<Marked>> {
    let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
    let mut docs = Vec::new();
    for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
        let v: Value = serde_json::from_str(&line?)?;
        let mut doc = Marked::default();
        for sentence in v["text"].as_str().unwrap_or("").split_terminator('\n') {
            doc.add_sentence(sentence);
        }
        let [one, two] = [0, 1].map(|k| names(&v["names"][k], &doc.text));
        for n in &one {
            if two.contains(n) {
                doc.names.push(n.clone());
            }
        }
        let differ = one.iter().filter(|n| !two.contains(n));
        let differ = differ.chain(two.iter().filter(|n| !one.contains(n)));
        doc.open = differ.map(|n| n.span).collect();
        docs.push(doc);
    }
    Ok(docs)
}

fn names(rows: &Value, text: &str) -> Vec<Name> {
    let rows = rows.as_array().map_or(&[][..], Vec::as_slice);
    rows.iter()
        .filter_map(|r| {
            let at = |k: usize| r[k].as_u64().map(|n| n as usize);
            let (start, end) = (at(0)?, at(1)?);
            let kind = match r[2].as_str()? {
                "PERSON" => MentionKind::Person,
                "ORG" => MentionKind::Organization,
                "GPE" | "LOC" | "FAC" => MentionKind::Place,
                "NORP" => MentionKind::Group,
                "WORK_OF_ART" | "LAW" => MentionKind::Work,
                "EVENT" => MentionKind::Event,
                "PRODUCT" | "LANGUAGE" => MentionKind::Other,
                _ => return None,
            };
            let span = trim(text, start, end)?;
            Some(Name {
                span,
                kinds: vec![kind],
            })
        })
        .collect()
}

/// Without the article in front and the possessive behind, which our names leave away.
fn trim(text: &str, start: usize, end: usize) -> Option<Span> {
    let mut words = text.get(start..end)?;
    let mut start = start;
    for article in ["the ", "The ", "a ", "A ", "an "] {
        if let Some(rest) = words.strip_prefix(article) {
            start += article.len();
            words = rest;
        }
    }
    for tail in ["'s", "’s", "'"] {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    let words = words.trim_end();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}
