//! Texts with the names that annotators marked.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, MentionKind, Span};

/// A text with the names that annotators marked.
#[derive(Debug, Clone, Default)]
pub struct Marked {
    /// The sentences, one a line.
    pub text: String,
    /// The lines.
    pub sentences: Vec<Span>,
    /// Names, each with the kinds that it may be of: several where a corpus does not tell.
    pub names: Vec<Name>,
    /// Stretches of which nothing is told.
    pub open: Vec<Span>,
}

/// A marked name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The kinds that it may be of.
    pub kinds: Vec<MentionKind>,
}

impl Marked {
    /// The text as an article.
    #[must_use]
    pub fn article(&self) -> Article {
        let blocks = self.sentences.iter().map(|&span| Block {
            kind: BlockKind::Body,
            span,
        });
        let blocks = blocks.collect();
        Article::new(
            ArticleId::new("marked"),
            ArticleDraft::default(),
            self.text.as_str(),
            blocks,
        )
    }

    /// The names of persons, organisations and places.
    #[must_use]
    pub fn main_names(&self) -> Vec<(Span, MentionKind)> {
        let main = |n: &Name| match n.kinds[..] {
            [k @ (MentionKind::Person | MentionKind::Organization | MentionKind::Place)] => Some((n.span, k)),
            _ => None,
        };
        self.names.iter().filter_map(main).collect()
    }

    /// Adds a sentence and returns where it begins.
    pub(super) fn add_sentence(&mut self, text: &str) -> usize {
        let base = self.text.len();
        self.text.push_str(text);
        self.sentences.push(Span::new(base, self.text.len()));
        self.text.push('\n');
        base
    }
}

/// The text of a compressed file.
pub(super) fn read(path: &Path) -> anyhow::Result<String> {
    let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .with_context(|| path.display().to_string())?;
    Ok(text)
}

/// What a label of Universal NER or CrossNER stands for.
fn kinds_of(label: &str) -> Vec<MentionKind> {
    match label {
        "PER" | "person" | "politician" => vec![MentionKind::Person],
        "ORG" | "organisation" | "politicalparty" => vec![MentionKind::Organization],
        "LOC" | "location" | "country" => vec![MentionKind::Place],
        "election" | "event" => vec![MentionKind::Event],
        // CrossNER's rest: peoples, laws, languages, ideas.
        _ => vec![MentionKind::Group, MentionKind::Work, MentionKind::Other],
    }
}

/// A sentence being read: its text and the labels of its words.
#[derive(Default)]
struct Sentence {
    text: Option<String>,
    words: Vec<(String, String)>,
}

impl Sentence {
    fn flush(&mut self, doc: &mut Marked) {
        let sentence = std::mem::take(self);
        if sentence.words.is_empty() {
            return;
        }
        let joined = || {
            let words: Vec<&str> = sentence.words.iter().map(|(w, _)| w.as_str()).collect();
            words.join(" ")
        };
        let text = sentence.text.clone().unwrap_or_else(joined);
        let base = doc.add_sentence(&text);
        let mut at = 0;
        let mut is_open = false;
        for (word, label) in &sentence.words {
            let Some(found) = text.get(at..).and_then(|t| t.find(word.as_str())) else {
                continue;
            };
            let span = Span::new(base + at + found, base + at + found + word.len());
            at += found + word.len();
            match label.split_once('-') {
                Some(("I", _)) if is_open => {
                    if let Some(n) = doc.names.last_mut() {
                        n.span = n.span.cover(span);
                    }
                }
                Some((_, kind)) => {
                    doc.names.push(Name {
                        span,
                        kinds: kinds_of(kind),
                    });
                    is_open = true;
                }
                None => is_open = false,
            }
        }
    }
}

/// Universal NER in IOB2.
///
/// # Errors
/// Where the file cannot be read.
pub fn uner(path: &Path) -> anyhow::Result<Vec<Marked>> {
    let mut docs = Vec::new();
    let mut doc = Marked::default();
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
pub fn crossner(path: &Path) -> anyhow::Result<Vec<Marked>> {
    let mut docs = Vec::new();
    let mut sentence = Sentence::default();
    for line in read(path)?.lines().chain([""]) {
        match line.split_once('\t') {
            Some((w, l)) => sentence.words.push((w.to_owned(), l.to_owned())),
            None => {
                let mut doc = Marked::default();
                sentence.flush(&mut doc);
                docs.push(doc);
            }
        }
    }
    docs.retain(|d| !d.text.is_empty());
    Ok(docs)
}
