//! Sentences with our trees and the frames of others.

use std::collections::BTreeMap;
use std::path::Path;

use dossier_en::grammar::syntax;
use dossier_model::{Tokens, Upos};

use super::corpus::{self, GoldSentence};
use super::trees::{self, Trees};
use crate::treebank::{self, Document, Sentence};

/// A predicate with the heads of its arguments.
#[derive(Debug, Clone)]
pub struct GoldPredicate {
    pub at: usize,
    pub roleset: String,
    /// Head and label.
    pub args: Vec<(usize, String)>,
}

/// A sentence to learn from or to measure with.
pub struct Item {
    pub doc: String,
    pub text: String,
    pub tokens: Tokens,
    pub predicates: Vec<GoldPredicate>,
    /// Whether only some predicates are marked.
    pub is_partial: bool,
}

/// Documents of MASC that nothing is learned from: news of the Wall Street Journal and of AP.
pub fn is_held_out(doc: &str) -> bool {
    doc.starts_with("wsj_01") || doc == "20000415_apw_eng-NEW"
}

/// What is learned from: EWT with trees by parsers that had not seen them, and MASC.
pub fn training(data: &Path, trees: &Trees, model: &syntax::Model) -> anyhow::Result<Vec<Item>> {
    let bank = treebank::read(&data.join("treebank/ewt-train.conllu.gz"))?;
    let by_id = sentences_by_id(&bank);
    let mut out = Vec::new();
    for gold in corpus::read(&data.join("roles/ewt-train.jsonl.gz"))? {
        let (Some(s), Some(tokens)) = (by_id.get(gold.id.as_str()), trees.get(&gold.id)) else {
            continue;
        };
        let heads: Vec<Option<usize>> = s.words.iter().map(|w| w.head).collect();
        out.push(item(&gold, text_of(s), tokens.clone(), &heads));
    }
    let masc = masc(data, model)?;
    out.extend(masc.into_iter().filter(|i| !is_held_out(&i.doc)));
    Ok(out)
}

/// The development part of EWT, words given, with trees of the program or of the treebank.
pub fn development(data: &Path, model: Option<&syntax::Model>) -> anyhow::Result<Vec<Item>> {
    let bank = treebank::read(&data.join("treebank/ewt-dev.conllu.gz"))?;
    let by_id = sentences_by_id(&bank);
    let mut out = Vec::new();
    for gold in corpus::read(&data.join("roles/ewt-dev.jsonl.gz"))? {
        let Some(s) = by_id.get(gold.id.as_str()) else {
            continue;
        };
        let heads: Vec<Option<usize>> = s.words.iter().map(|w| w.head).collect();
        let tokens = match model {
            Some(model) => trees::read(model, s),
            None => trees::told(s),
        };
        out.push(item(&gold, text_of(s), tokens, &heads));
    }
    Ok(out)
}

/// MASC with trees of the program, which never saw it.
pub fn masc(data: &Path, model: &syntax::Model) -> anyhow::Result<Vec<Item>> {
    let mut out = Vec::new();
    for gold in corpus::read(&data.join("roles/masc.jsonl.gz"))? {
        let s = sentence_of(&gold);
        let tokens = trees::read(model, &s);
        let heads: Vec<Option<usize>> = (0..tokens.len()).map(|i| tokens.head(i)).collect();
        out.push(Item {
            is_partial: true,
            ..item(&gold, text_of(&s), tokens, &heads)
        });
    }
    Ok(out)
}

pub fn sentences_by_id(bank: &[Document]) -> BTreeMap<&str, &Sentence> {
    let all = bank.iter().flat_map(|d| &d.sentences);
    all.map(|s| (s.id.as_str(), s)).collect()
}

fn sentence_of(gold: &GoldSentence) -> Sentence {
    Sentence {
        id: gold.id.clone(),
        starts_paragraph: true,
        ..Sentence::unmarked(&gold.tokens)
    }
}

pub fn text_of(s: &Sentence) -> String {
    let document = Document {
        id: String::new(),
        sentences: vec![s.clone()],
    };
    treebank::raw(&document).article.text().to_owned()
}

/// The head of a stretch: the word whose own head lies outside, the one nearest to the root of several.
pub fn head_of(heads: &[Option<usize>], from: usize, to: usize) -> usize {
    let depth = |i: usize| std::iter::successors(Some(i), |&k| heads[k]).take(60).count();
    let is_top = |&i: &usize| heads[i].is_none_or(|h| h < from || h > to);
    let tops = (from..=to).filter(is_top);
    tops.min_by_key(|&i| (depth(i), i)).unwrap_or(from)
}

/// Auxiliaries count as predicates there; here they do not.
fn is_helper(tokens: &Tokens, frame: &corpus::GoldFrame) -> bool {
    frame.args.is_empty() && tokens.upos(frame.at) == Upos::Aux
}

fn item(gold: &GoldSentence, text: String, tokens: Tokens, heads: &[Option<usize>]) -> Item {
    let frames = gold
        .frames
        .iter()
        .filter(|f| f.at < tokens.len() && !is_helper(&tokens, f));
    let predicates = frames
        .map(|f| GoldPredicate {
            at: f.at,
            roleset: f.roleset.clone(),
            args: f
                .args
                .iter()
                .filter(|a| a.to < tokens.len())
                .map(|a| (head_of(heads, a.from, a.to), a.label.clone()))
                .collect(),
        })
        .collect();
    Item {
        doc: gold.doc.clone(),
        text,
        tokens,
        predicates,
        is_partial: false,
    }
}
