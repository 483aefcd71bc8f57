//! Part of speech, dictionary form and dependency of every word, by weights that a language brings.
//!
//! A greedy tagger, learned rules for dictionary forms and a greedy parser, each linear in the length of the text.

mod headline;
mod model;

use dossier_model::{Article, Deprel, Span, Tokens, TokensBuilder, Upos};
use dossier_network::lex::Lex;
use dossier_network::parser::{LONGEST, Reading};
use dossier_network::tagger;

pub use model::{Aligned, Model};

/// Whether the dictionary form of a word with this tag, as printed, keeps its capital letters; the last argument
/// tells that a capital means nothing where the word stands.
pub type KeepsCase = fn(Upos, &str, bool) -> bool;

/// How a language writes its dictionary forms.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether a dictionary form keeps its capital letters.
    pub keeps_case: KeepsCase,
    /// Mends the dictionary form of a word with this tag, as printed, where the learned endings do not reach.
    pub mend: fn(Upos, &str, &mut String),
    /// The Penn tag that a word has as the predicate of the noun right in front of it, in a headline.
    pub predicate: fn(&str, &str) -> Option<&'static str>,
}

/// Tags, lemmatises and parses the words of each sentence.
#[must_use]
pub fn parse(model: &Model, style: Style, article: &Article, sentences: &[Span], words: &[Span]) -> Tokens {
    let text = article.text();
    let mut reader = SentenceReader::new(model, style);
    let mut out = TokensBuilder::with_capacity(words.len());
    let mut from = 0;
    for sentence in sentences {
        let count = words
            .get(from..)
            .unwrap_or(&[])
            .partition_point(|w| w.end <= sentence.end);
        reader.read(text, &words[from..from + count]);
        reader.write(text, &words[from..from + count], from, &mut out);
        from += count;
    }
    // Words outside every sentence have no tree; the tokenizer makes none.
    for &w in words.get(from..).unwrap_or(&[]) {
        out.push(w, Upos::X, w.of(text), None, Deprel::Dep);
    }
    out.build()
}

/// Works on one sentence after the other with the same scratch space.
#[derive(Debug)]
struct SentenceReader<'m> {
    model: &'m Model,
    buffer: String,
    lemma: String,
    features: Vec<u32>,
    scores: Vec<i32>,
    words: Vec<Lex>,
    style: u32,
    /// Fine tags of the sentence read last.
    tags: Vec<u8>,
    /// Head of each word, relation to it; the number of words stands for the root.
    heads: Vec<u32>,
    relations: Vec<u8>,
    reading: Reading,
    writing: Style,
}

impl<'m> SentenceReader<'m> {
    /// Reads with the weights of `model`.
    fn new(model: &'m Model, writing: Style) -> Self {
        Self {
            model,
            buffer: String::new(),
            lemma: String::new(),
            features: Vec::with_capacity(128),
            scores: Vec::new(),
            words: Vec::new(),
            style: 0,
            tags: Vec::new(),
            heads: Vec::new(),
            relations: Vec::new(),
            reading: Reading::default(),
            writing,
        }
    }

    fn read(&mut self, text: &str, words: &[Span]) {
        self.words.clear();
        for w in words {
            self.words.push(Lex::read(w.of(text), &mut self.buffer));
        }
        self.tag();
        self.parse();
        self.read_headline(text, words);
    }

    /// Tags the words that were read.
    fn tag(&mut self) {
        let style = tagger::case_style(&self.words);
        self.style = if matches!(style, 2 | 3) { 2 } else { 0 };
        self.tags.clear();
        let mut before = [254, 254];
        for i in 0..self.words.len() {
            let tag = if let Some(tag) = self.model.certain.get(self.words[i].exact) {
                tag as u8
            } else {
                tagger::features(&self.words, i, style, before, &mut self.features);
                self.model
                    .tagger
                    .sum(&self.features, self.model.tags.len(), &mut self.scores);
                best(&self.scores) as u8
            };
            self.tags.push(tag);
            before = [u32::from(tag), before[0]];
        }
    }

    /// Finds the trees, and better tags on the way. A sentence that is too long is read in pieces.
    fn parse(&mut self) {
        self.heads.clear();
        self.relations.clear();
        let root = self.model.root();
        let all = self.words.len() as u32;
        let mut first_root = all;
        for from in (0..self.words.len()).step_by(LONGEST) {
            let to = (from + LONGEST).min(self.words.len());
            let tags = &mut self.tags[from..to];
            self.model
                .network
                .run(&self.words[from..to], tags, &mut self.reading);
            for (i, &head) in self.reading.heads.iter().enumerate() {
                let is_root = head as usize >= to - from;
                let head = if is_root { first_root } else { head + from as u32 };
                if is_root && first_root == all {
                    first_root = (from + i) as u32;
                }
                let relation = match (is_root, head == all) {
                    (_, true) => root,
                    (true, _) => self.model.loose(),
                    _ => self.reading.relation(i, root),
                };
                self.heads.push(head);
                self.relations.push(relation as u8);
            }
            for (i, tag) in tags.iter_mut().enumerate() {
                *tag = self.reading.tag(i).unwrap_or(*tag);
            }
        }
    }

    fn write(&mut self, text: &str, words: &[Span], first: usize, out: &mut TokensBuilder) {
        for (i, &w) in words.iter().enumerate() {
            let tag = self.tags[i];
            let upos = self.model.tags.get(usize::from(tag)).map_or(Upos::X, |t| t.0);
            let is_name = (self.writing.keeps_case)(upos, w.of(text), i == 0 || self.style > 1);
            self.model.lemmas.write(
                w.of(text),
                u32::from(tag),
                is_name,
                &mut self.buffer,
                &mut self.lemma,
            );
            (self.writing.mend)(upos, w.of(text), &mut self.lemma);
            let head = self.heads[i];
            let head = ((head as usize) < words.len()).then_some(first + head as usize);
            let label = match head {
                Some(_) => self
                    .model
                    .labels
                    .get(usize::from(self.relations[i]))
                    .copied()
                    .unwrap_or(Deprel::Dep),
                None => Deprel::Root,
            };
            out.push(w, upos, &self.lemma, head, label);
        }
    }
}

/// The first of the highest scores.
fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (i, s) in scores.iter().enumerate() {
        if *s > scores[best] {
            best = i;
        }
    }
    best
}
