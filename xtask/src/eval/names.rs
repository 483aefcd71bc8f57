//! Names against Universal NER (EWT), CrossNER (politics) and GUM: exact span and type of persons,
//! organisations and places.
//!
//! A document is the sentences of one source, each a block of its own. A found name is right when a gold name
//! has the same characters and type. GUM marks whole noun phrases of all entities; its named ones are taken
//! (those with a Wikipedia identifier), and a found name is right when it lies inside such a phrase's span
//! and holds its head; CrossNER's politicians count as persons, parties as organisations, countries as places.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, MentionKind, Span};

use super::Counts;

/// A text with the names that annotators marked.
#[derive(Debug, Clone, Default)]
pub struct GoldDoc {
    /// The sentences, one a line.
    pub text: String,
    /// The lines.
    pub sentences: Vec<Span>,
    /// Names and their types.
    pub names: Vec<(Span, MentionKind)>,
}

impl GoldDoc {
    /// The document as an article.
    #[must_use]
    pub fn article(&self) -> Article {
        let blocks = self
            .sentences
            .iter()
            .map(|&span| Block {
                kind: BlockKind::Body,
                span,
            })
            .collect();
        Article::new(
            ArticleId::new("gold"),
            ArticleDraft::default(),
            self.text.as_str(),
            blocks,
        )
    }
}

fn read(path: &Path) -> Result<String, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(text)
}

fn kind_of(label: &str) -> Option<MentionKind> {
    match label {
        "PER" | "person" | "politician" => Some(MentionKind::Person),
        "ORG" | "organisation" | "organization" | "politicalparty" => Some(MentionKind::Organization),
        "LOC" | "location" | "country" | "place" => Some(MentionKind::Place),
        _ => None,
    }
}

/// A sentence being read: its text and the labels of its words.
#[derive(Default)]
struct Sentence {
    text: Option<String>,
    words: Vec<(String, String)>,
}

impl Sentence {
    fn flush(&mut self, doc: &mut GoldDoc) {
        let sentence = std::mem::take(self);
        if sentence.words.is_empty() {
            return;
        }
        let joined = sentence
            .words
            .iter()
            .map(|(w, _)| w.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let text = sentence.text.unwrap_or(joined);
        let base = doc.text.len();
        let mut at = 0;
        let mut open: Option<(usize, usize, String)> = None;
        let close = |open: &mut Option<(usize, usize, String)>, doc: &mut GoldDoc| {
            if let Some((s, e, label)) = open.take()
                && let Some(kind) = kind_of(&label)
            {
                doc.names.push((Span::new(base + s, base + e), kind));
            }
        };
        for (word, label) in &sentence.words {
            let Some(found) = text.get(at..).and_then(|t| t.find(word.as_str())) else {
                continue;
            };
            let (s, e) = (at + found, at + found + word.len());
            at = e;
            match label.split_once('-') {
                Some(("I", _)) => {
                    if let Some(o) = &mut open {
                        o.1 = e;
                    }
                }
                Some(("B", l)) => {
                    close(&mut open, doc);
                    open = Some((s, e, l.to_owned()));
                }
                _ => close(&mut open, doc),
            }
        }
        close(&mut open, doc);
        doc.text.push_str(&text);
        doc.sentences.push(Span::new(base, doc.text.len()));
        doc.text.push('\n');
    }
}

/// Universal NER in IOB2.
///
/// # Errors
/// Where the file cannot be read.
pub fn uner(path: &Path) -> Result<Vec<GoldDoc>, String> {
    let mut docs = Vec::new();
    let mut doc = GoldDoc::default();
    let mut sentence = Sentence::default();
    for line in read(path)?.lines() {
        if line.starts_with("# newdoc") {
            sentence.flush(&mut doc);
            docs.push(std::mem::take(&mut doc));
        } else if let Some(text) = line.strip_prefix("# text = ") {
            sentence.text = Some(text.to_owned());
        } else if line.is_empty() {
            sentence.flush(&mut doc);
        } else if !line.starts_with('#') {
            let mut fields = line.split('\t').skip(1);
            if let (Some(w), Some(l)) = (fields.next(), fields.next()) {
                sentence.words.push((w.to_owned(), l.to_owned()));
            }
        }
    }
    sentence.flush(&mut doc);
    docs.push(doc);
    docs.retain(|d| !d.text.is_empty());
    Ok(docs)
}

/// CrossNER in BIO: each sentence is a document.
///
/// # Errors
/// Where the file cannot be read.
pub fn crossner(path: &Path) -> Result<Vec<GoldDoc>, String> {
    let mut docs = Vec::new();
    let mut sentence = Sentence::default();
    let text = read(path)?;
    for line in text.lines().chain([""]) {
        match line.split_once('\t') {
            Some((w, l)) => sentence.words.push((w.to_owned(), l.to_owned())),
            None => {
                let mut doc = GoldDoc::default();
                sentence.flush(&mut doc);
                docs.push(doc);
            }
        }
    }
    docs.retain(|d| !d.text.is_empty());
    Ok(docs)
}

/// GUM: the named entities as the maximal run of proper nouns (with what stands between them) that holds the
/// head of each phrase with a Wikipedia identifier.
///
/// # Errors
/// Where the file cannot be read.
pub fn gum(path: &Path) -> Result<Vec<GoldDoc>, String> {
    let mut docs = Vec::new();
    let mut doc = GoldDoc::default();
    let mut sentence = Sentence::default();
    let mut rows: Vec<(String, String, String)> = Vec::new();
    for line in read(path)?.lines() {
        if line.starts_with("# newdoc") {
            docs.push(std::mem::take(&mut doc));
        } else if let Some(text) = line.strip_prefix("# text = ") {
            sentence.text = Some(text.to_owned());
        } else if line.is_empty() {
            label_gum(&rows, &mut sentence);
            rows.clear();
            sentence.flush(&mut doc);
        } else if !line.starts_with('#') {
            let f: Vec<&str> = line.split('\t').collect();
            if let [id, form, _, upos, _, _, _, _, _, misc] = f[..]
                && !id.contains(['-', '.'])
            {
                rows.push((form.to_owned(), upos.to_owned(), misc.to_owned()));
            }
        }
    }
    docs.push(doc);
    docs.retain(|d| !d.text.is_empty());
    Ok(docs)
}

fn label_gum(rows: &[(String, String, String)], sentence: &mut Sentence) {
    let mut labels = vec!["O".to_owned(); rows.len()];
    // Open phrases: id, type, head offset, named.
    let mut open: Vec<(String, String, usize, bool, usize)> = Vec::new();
    let mut found: Vec<(usize, usize, String, usize)> = Vec::new();
    for (i, (_, _, misc)) in rows.iter().enumerate() {
        let Some(entity) = misc.split('|').find_map(|m| m.strip_prefix("Entity=")) else {
            continue;
        };
        let mut rest = entity;
        while !rest.is_empty() {
            if let Some(r) = rest.strip_prefix('(') {
                let stop = r.find(['(', ')']).unwrap_or(r.len());
                let f: Vec<&str> = r[..stop].split('-').collect();
                let id = f.first().copied().unwrap_or("").to_owned();
                let head = f
                    .get(5)
                    .and_then(|m| m.split(',').next())
                    .and_then(|m| m.parse::<usize>().ok())
                    .unwrap_or(1);
                let named = f.len() > 7 || f.get(6).is_some_and(|l| l.starts_with(char::is_uppercase));
                open.push((
                    id.clone(),
                    f.get(1).copied().unwrap_or("").to_owned(),
                    i + head - 1,
                    named,
                    i,
                ));
                rest = &r[stop..];
                if let Some(r) = rest.strip_prefix(')') {
                    if let Some(o) = open.pop()
                        && o.3
                    {
                        found.push((o.4, i + 1, o.1, o.2));
                    }
                    rest = r;
                }
            } else {
                let stop = rest.find(')').map_or(rest.len(), |s| s + 1);
                let id = rest[..stop].trim_end_matches(')');
                if let Some(k) = open.iter().rposition(|o| o.0 == id) {
                    let o = open.remove(k);
                    if o.3 {
                        found.push((o.4, i + 1, o.1, o.2));
                    }
                }
                rest = &rest[stop..];
            }
        }
    }
    found.sort_by_key(|f| (f.1 - f.0, f.0));
    for (start, end, kind, head) in found {
        if kind_of(&kind).is_none() || head >= end || rows[head].1 != "PROPN" {
            continue;
        }
        let proper = |k: usize| rows[k].1 == "PROPN";
        let (mut s, mut e) = (head, head + 1);
        while s > start && (proper(s - 1) || rows[s - 1].0 == "-" && s - 1 > start && proper(s - 2)) {
            s -= 1;
        }
        loop {
            if e < end && (proper(e) || rows[e].0 == "-" && e + 1 < end && proper(e + 1)) {
                e += 1;
            } else if e + 1 < end && matches!(rows[e].0.as_str(), "of" | "for" | "de") && proper(e + 1) {
                e += 2;
            } else if e + 2 < end && rows[e].0 == "of" && rows[e + 1].0 == "the" && proper(e + 2) {
                e += 3;
            } else {
                break;
            }
        }
        if labels[s..e].iter().all(|l| l == "O") {
            for (k, l) in labels[s..e].iter_mut().enumerate() {
                *l = format!("{}-{kind}", if k == 0 { "B" } else { "I" });
            }
        }
    }
    sentence.words = rows.iter().map(|r| r.0.clone()).zip(labels).collect();
}

/// Scores the corpora of `split` (CrossNER and GUM have `train`, too); with `show`, lists what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, split: &str, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let mut sets = vec![(
        "crossner-politics",
        crossner(&data.join(format!("names/crossner-politics-{split}.bio.gz")))?,
    )];
    sets.push(("gum", gum(&data.join(format!("treebank/gum-{split}.conllu.gz")))?));
    if split == "dev" {
        sets.push(("uner-ewt", uner(&data.join("names/uner-ewt-dev.iob2.gz"))?));
    }
    let kinds = [MentionKind::Person, MentionKind::Organization, MentionKind::Place];
    for (name, docs) in sets {
        let mut all = Counts::default();
        let mut spans = Counts::default();
        let mut by = [Counts::default(); 3];
        for doc in &docs {
            let notes = dossier_annotate::annotate(&doc.article());
            let found: Vec<(Span, MentionKind)> = notes
                .mentions
                .iter()
                .filter(|a| a.value.form.is_name() && kinds.contains(&a.value.kind))
                .map(|a| (a.span, a.value.kind))
                .collect();
            all.gold += doc.names.len();
            all.found += found.len();
            all.right += found.iter().filter(|f| doc.names.contains(f)).count();
            spans.gold += doc.names.len();
            spans.found += found.len();
            spans.right += found
                .iter()
                .filter(|f| doc.names.iter().any(|g| g.0 == f.0))
                .count();
            for (k, kind) in kinds.iter().enumerate() {
                by[k].gold += doc.names.iter().filter(|n| n.1 == *kind).count();
                by[k].found += found.iter().filter(|n| n.1 == *kind).count();
                by[k].right += found
                    .iter()
                    .filter(|f| f.1 == *kind && doc.names.contains(f))
                    .count();
            }
            if show {
                differences(&mut out, doc, &found);
            }
        }
        let _ = writeln!(out, "{name:18} {all}");
        let _ = writeln!(out, "{:18} {spans}", "  spans alone");
        for (k, kind) in kinds.iter().enumerate() {
            let _ = writeln!(out, "  {:16} {}", kind.as_str(), by[k]);
        }
    }
    Ok(out)
}

fn differences(out: &mut String, doc: &GoldDoc, found: &[(Span, MentionKind)]) {
    for &s in &doc.sentences {
        let gold: Vec<_> = doc
            .names
            .iter()
            .filter(|n| s.contains(n.0) && !found.contains(n))
            .collect();
        let extra: Vec<_> = found
            .iter()
            .filter(|n| s.contains(n.0) && !doc.names.contains(n))
            .collect();
        if gold.is_empty() && extra.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}", s.of(&doc.text));
        for g in gold {
            let _ = writeln!(out, "    - {} {}", g.1.as_str(), g.0.of(&doc.text));
        }
        for e in extra {
            let _ = writeln!(out, "    + {} {}", e.1.as_str(), e.0.of(&doc.text));
        }
    }
}
