//! Sentences for a published parser to read, and raw ones among them.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use dossier_en::grammar::{sentence, token};
use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Span};

use crate::treebank::Document;

/// Words of the sentences of the text files in a folder, as the program splits them.
pub fn sentences(folder: &Path) -> anyhow::Result<Vec<Vec<String>>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    let mut paths = entries
        .map(|e| Ok(e?.path()))
        .collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        out.extend(split(&text));
    }
    Ok(out)
}

fn split(text: &str) -> Vec<Vec<String>> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(at, at + line.trim_end().len()),
            });
        }
        at += line.len() + 1;
    }
    let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, blocks);
    let sentences = sentence::split(&article);
    let words = token::split(&article, &sentences);
    sentences
        .iter()
        .map(|s| {
            let from = words.partition_point(|w| w.start < s.start);
            words[from..]
                .iter()
                .take_while(|w| w.end <= s.end)
                .map(|w| w.of(text).to_owned())
                .collect()
        })
        .collect()
}

/// The treebank's sentences and the raw ones, one a line.
pub fn print(documents: &[Document], raw: &[Vec<String>]) -> String {
    let mut out = String::new();
    let told = documents.iter().flat_map(|d| &d.sentences);
    let told = told.map(|s| s.words.iter().map(|w| w.form.clone()).collect::<Vec<_>>());
    for words in told.chain(raw.iter().cloned()) {
        let _ = writeln!(out, "{}", serde_json::json!({ "words": words }));
    }
    out
}
