//! Corpora of roles.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

/// One argument as annotated: label, first and last word.
#[derive(Debug, Clone)]
pub struct GoldArgument {
    /// `ARG0`, `ARGM-TMP`, `R-ARG1`.
    pub label: String,
    /// First word.
    pub from: usize,
    /// Last word.
    pub to: usize,
}

/// One predicate as annotated.
#[derive(Debug, Clone)]
pub struct GoldFrame {
    /// Place of the predicate.
    pub at: usize,
    /// PropBank's sense: `strike.01`.
    pub roleset: String,
    /// Its arguments.
    pub args: Vec<GoldArgument>,
}

/// One sentence with its frames.
#[derive(Debug, Clone)]
pub struct GoldSentence {
    /// The document.
    pub doc: String,
    /// The name in the treebank.
    pub id: String,
    /// The words.
    pub tokens: Vec<String>,
    /// What is said with them.
    pub frames: Vec<GoldFrame>,
}

/// Reads a compressed file of one sentence a line.
pub fn read(path: &Path) -> anyhow::Result<Vec<GoldSentence>> {
    let bytes = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    text.lines().map(line).collect()
}

fn line(line: &str) -> anyhow::Result<GoldSentence> {
    let v: serde_json::Value = serde_json::from_str(line)?;
    let text = |v: &serde_json::Value| v.as_str().unwrap_or("").to_owned();
    let list = |v: &serde_json::Value| v.as_array().cloned().unwrap_or_default();
    let number = |v: &serde_json::Value| v.as_u64().unwrap_or(0) as usize;
    let frames = list(&v["predicates"]);
    Ok(GoldSentence {
        doc: text(&v["doc"]),
        id: text(&v["sent_id"]),
        tokens: list(&v["tokens"]).iter().map(text).collect(),
        frames: frames
            .iter()
            .map(|f| GoldFrame {
                at: number(&f["at"]),
                roleset: text(&f["roleset"]),
                args: list(&f["args"])
                    .iter()
                    .map(|a| GoldArgument {
                        label: text(&a[0]),
                        from: number(&a[1]),
                        to: number(&a[2]),
                    })
                    .collect(),
            })
            .collect(),
    })
}
