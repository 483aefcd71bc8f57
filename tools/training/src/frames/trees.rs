//! Trees as the program will tell them: each part of the treebank is parsed by what the other parts taught.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use dossier_en::grammar::syntax::{self, Model};
use dossier_model::{Deprel, Span, Tokens, TokensBuilder, Upos};

use crate::network;
use crate::treebank::{self, Document, Sentence};

/// Trees by the name of their sentence.
pub type Trees = BTreeMap<String, Tokens>;

/// The parts that are left out in turn.
const FOLDS: usize = 2;

/// Trees of the training part of EWT; kept in a file where one is named, for they take long.
pub fn jackknifed(data: &Path, cache: Option<&Path>) -> anyhow::Result<Trees> {
    if let Some(path) = cache.filter(|p| p.exists()) {
        let text = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
        return Ok(parse(&text));
    }
    let bank = |name: &str| treebank::read(&data.join("treebank").join(format!("{name}.conllu.gz")));
    let (ewt, gum) = (bank("ewt-train")?, bank("gum-train")?);
    let mut text = String::new();
    for fold in 0..FOLDS {
        let is_own = |k: usize| k % FOLDS == fold;
        let rest = ewt
            .iter()
            .enumerate()
            .filter(|(k, _)| !is_own(*k))
            .map(|(_, d)| d);
        let rest: Vec<Document> = rest.chain(&gum).cloned().collect();
        let config = network::Config {
            epochs: 5,
            ..network::Config::default()
        };
        let bytes = crate::train(&rest, 4, &config, Vec::new())?;
        let model = Model::read(bytes.leak());
        for (_, d) in ewt.iter().enumerate().filter(|(k, _)| is_own(*k)) {
            for s in &d.sentences {
                write_tree(&s.id, &read(&model, s), &mut text);
            }
        }
    }
    if let Some(path) = cache {
        std::fs::write(path, &text)?;
    }
    Ok(parse(&text))
}

/// A sentence of given words as the program reads it.
pub fn read(model: &Model, s: &Sentence) -> Tokens {
    let document = Document {
        id: String::new(),
        sentences: vec![s.clone()],
    };
    let raw = treebank::raw(&document);
    let words = &raw.words[0];
    let sentence = [Span::new(0, raw.article.text().len())];
    syntax::parse_with(model, &raw.article, &sentence, words)
}

fn write_tree(id: &str, tokens: &Tokens, out: &mut String) {
    let _ = writeln!(out, "# {id}");
    for i in 0..tokens.len() {
        let s = tokens.span(i);
        let head = tokens.head(i).map_or(-1, |h| h as i64);
        let (upos, relation, lemma) = (tokens.upos(i), tokens.deprel(i), tokens.lemma(i));
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{head}\t{}\t{lemma}",
            s.start,
            s.end,
            upos.as_str(),
            relation.as_str()
        );
    }
}

fn parse(text: &str) -> Trees {
    let mut out = Trees::new();
    for part in text.split("# ").skip(1) {
        let mut lines = part.lines();
        let id = lines.next().unwrap_or("");
        let mut b = TokensBuilder::default();
        for l in lines {
            let cols: Vec<&str> = l.split('\t').collect();
            let [start, end, upos, head, relation, lemma] = cols[..] else {
                continue;
            };
            b.push(
                Span::new(start.parse().unwrap_or(0), end.parse().unwrap_or(0)),
                Upos::from_name(upos).unwrap_or(Upos::X),
                lemma,
                head.parse::<usize>().ok(),
                Deprel::from_name(relation).unwrap_or(Deprel::Dep),
            );
        }
        out.insert(id.to_owned(), b.build());
    }
    out
}

/// A sentence with the treebank's own trees.
pub fn told(s: &Sentence) -> Tokens {
    let document = Document {
        id: String::new(),
        sentences: vec![s.clone()],
    };
    let raw = treebank::raw(&document);
    let mut b = TokensBuilder::default();
    for (w, &span) in s.words.iter().zip(&raw.words[0]) {
        b.push(span, w.upos, &w.lemma, w.head, w.deprel);
    }
    b.build()
}
