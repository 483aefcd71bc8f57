//! CoNLL-U treebanks.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Deprel, Span, Upos};

/// One word as annotated.
#[derive(Debug, Clone)]
pub struct Word {
    /// As printed.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub xpos: String,
    /// Place of the head in the sentence, `None` for the root.
    pub head: Option<usize>,
    /// Relation to it.
    pub deprel: Deprel,
    /// Whether white space follows.
    pub space_after: bool,
}

/// One sentence.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// What the treebank calls it.
    pub id: String,
    /// Its words.
    pub words: Vec<Word>,
    /// Whether a paragraph begins with it.
    pub starts_paragraph: bool,
}

/// One document.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What the treebank calls it.
    pub id: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

impl Sentence {
    /// Words of which nothing is told.
    pub fn unmarked(words: &[String]) -> Self {
        let word = |form: &String| Word {
            form: form.clone(),
            lemma: String::new(),
            upos: Upos::X,
            xpos: String::new(),
            head: None,
            deprel: Deprel::Dep,
            space_after: true,
        };
        Self {
            words: words.iter().map(word).collect(),
            ..Self::default()
        }
    }
}

impl Document {
    /// The genre, as the treebank's document names show it.
    pub fn genre(&self) -> &str {
        let part = |i: usize| self.id.split(['-', '_']).nth(i).unwrap_or("");
        if self.id.starts_with("GUM_") {
            part(1)
        } else {
            part(0)
        }
    }
}

/// Reads a treebank file, compressed or not.
pub fn read(path: &Path) -> anyhow::Result<Vec<Document>> {
    let bytes = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    } else {
        text = String::from_utf8(bytes)?;
    }
    Ok(parse(&text))
}

fn parse(text: &str) -> Vec<Document> {
    let mut out: Vec<Document> = Vec::new();
    let mut sentence = Sentence::default();
    // Words of a multiword token before its last have no space after them; the token's own line tells the rest.
    let mut joined: Option<(usize, bool)> = None;
    for line in text.lines() {
        if line.is_empty() {
            joined = None;
            if let Some(d) = out.last_mut().filter(|_| !sentence.words.is_empty()) {
                d.sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            out.push(Document {
                id: id.to_owned(),
                sentences: Vec::new(),
            });
        }
        if let Some(id) = line.strip_prefix("# sent_id = ") {
            id.clone_into(&mut sentence.id);
        }
        if line.starts_with("# newpar") && !line.starts_with("# newpar_block") {
            sentence.starts_paragraph = true;
        }
        if line.starts_with('#') {
            continue;
        }
        let cols: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = cols[..] else {
            continue;
        };
        let space_after = !misc.contains("SpaceAfter=No");
        if let Some((_, to)) = id.split_once('-') {
            joined = Some((to.parse().unwrap_or(0), space_after));
            continue;
        }
        let Ok(n) = id.parse::<usize>() else { continue };
        let space_after = match joined {
            Some((to, last)) if n <= to => n == to && last,
            _ => space_after,
        };
        sentence.words.push(Word {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            upos: Upos::from_name(upos).unwrap_or(Upos::X),
            xpos: xpos.to_owned(),
            head: head.parse::<usize>().ok().and_then(|h| h.checked_sub(1)),
            deprel: Deprel::from_name(deprel)
                .or_else(|| Deprel::from_name(deprel.split(':').next().unwrap_or("")))
                .unwrap_or(Deprel::Dep),
            space_after,
        });
    }
    if let Some(d) = out.last_mut().filter(|_| !sentence.words.is_empty()) {
        d.sentences.push(sentence);
    }
    out
}

/// The text of a document as an article, with the spans of its annotated words and sentences.
pub struct Raw {
    /// Paragraphs as body blocks.
    pub article: Article,
    /// Spans of the words, sentence by sentence.
    pub words: Vec<Vec<Span>>,
}

/// Writes a document out as running text.
pub fn raw(document: &Document) -> Raw {
    let mut text = String::new();
    let mut blocks: Vec<Span> = Vec::new();
    let mut words = Vec::new();
    let mut start = 0;
    for (i, s) in document.sentences.iter().enumerate() {
        if s.starts_paragraph && i > 0 {
            let end = text.trim_end().len();
            blocks.push(Span::new(start, end));
            text.truncate(end);
            text.push_str("\n\n");
            start = text.len();
        }
        let mut spans = Vec::new();
        for w in &s.words {
            let from = text.len();
            text.push_str(&w.form);
            spans.push(Span::new(from, text.len()));
            if w.space_after {
                text.push(' ');
            }
        }
        words.push(spans);
    }
    blocks.push(Span::new(start, text.trim_end().len()));
    let blocks = blocks
        .into_iter()
        .map(|span| Block {
            kind: BlockKind::Body,
            span,
        })
        .collect();
    let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, blocks);
    Raw { article, words }
}
