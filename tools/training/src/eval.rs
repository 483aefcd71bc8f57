//! Scores from raw text, words aligned by their place in it, as the CoNLL 2018 shared task counts them.

use std::collections::{BTreeMap, HashMap};

use dossier_en::grammar::syntax::Model;
use dossier_en::grammar::{sentence, syntax, token};
use dossier_model::{Deprel, Span};

use crate::treebank::{self, Document};

/// Counts of one genre or corpus.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    gold_sentences: usize,
    system_sentences: usize,
    right_sentences: usize,
    gold: usize,
    system: usize,
    words: usize,
    upos: usize,
    lemma: usize,
    heads: usize,
    labelled: usize,
}

fn f1(right: usize, gold: usize, system: usize) -> f64 {
    if gold + system == 0 {
        0.0
    } else {
        200.0 * right as f64 / (gold + system) as f64
    }
}

impl Score {
    pub fn add(&mut self, o: &Score) {
        self.gold_sentences += o.gold_sentences;
        self.system_sentences += o.system_sentences;
        self.right_sentences += o.right_sentences;
        self.gold += o.gold;
        self.system += o.system;
        self.words += o.words;
        self.upos += o.upos;
        self.lemma += o.lemma;
        self.heads += o.heads;
        self.labelled += o.labelled;
    }

    /// F1 of labelled attachment, in percent.
    pub fn las(&self) -> f64 {
        f1(self.labelled, self.gold, self.system)
    }

    /// One line of a table.
    pub fn row(&self, name: &str) -> String {
        let w = |n| f1(n, self.gold, self.system);
        format!(
            "{name:<14} {:>7} {:>6.2} {:>6.2} {:>6.2} {:>6.2} {:>6.2} {:>6.2}",
            self.gold,
            f1(self.right_sentences, self.gold_sentences, self.system_sentences),
            w(self.words),
            w(self.upos),
            w(self.lemma),
            w(self.heads),
            w(self.labelled)
        )
    }
}

/// The head of the table.
pub const HEADER: &str = "corpus           words   sent  token   UPOS  lemma    UAS    LAS";

fn base(d: Deprel) -> &'static str {
    // The shared task compares relations without their subtypes.
    d.as_str().split(':').next().unwrap_or("")
}

/// What the reader is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Text alone.
    Text,
    /// The treebank's sentences.
    Sentences,
    /// The treebank's sentences and words.
    Words,
}

/// Scores one document.
pub fn score(document: &Document, model: &Model, given: Given) -> Score {
    let raw = treebank::raw(document);
    let gold = raw.words.iter();
    let sentences = match given {
        Given::Text => sentence::split(&raw.article),
        _ => gold
            .clone()
            .filter_map(|w| Some(w.first()?.cover(*w.last()?)))
            .collect(),
    };
    let words = match given {
        Given::Words => gold.flatten().copied().collect(),
        _ => token::split(&raw.article, &sentences),
    };
    let tokens = syntax::parse_with(model, &raw.article, &sentences, &words);
    let mut s = Score {
        gold_sentences: raw.words.len(),
        system_sentences: sentences.len(),
        gold: raw.words.iter().map(Vec::len).sum(),
        system: tokens.len(),
        ..Score::default()
    };
    let gold_sentences: Vec<Span> = raw
        .words
        .iter()
        .filter_map(|w| Some(w.first()?.cover(*w.last()?)))
        .collect();
    s.right_sentences = sentences
        .iter()
        .filter(|x| gold_sentences.binary_search(x).is_ok())
        .count();
    let system: HashMap<Span, usize> = (0..tokens.len()).map(|i| (tokens.span(i), i)).collect();
    for (sentence, spans) in document.sentences.iter().zip(&raw.words) {
        for (w, span) in sentence.words.iter().zip(spans) {
            let Some(&i) = system.get(span) else { continue };
            s.words += 1;
            s.upos += usize::from(tokens.upos(i) == w.upos);
            s.lemma += usize::from(tokens.lemma(i) == w.lemma || w.lemma == "_");
            let head = tokens.head(i).map(|h| tokens.span(h));
            if head == w.head.and_then(|h| spans.get(h).copied()) {
                s.heads += 1;
                s.labelled += usize::from(base(tokens.deprel(i)) == base(w.deprel));
            }
        }
    }
    s
}

/// Prints a table by genre and gives the scores of the whole.
pub fn report(name: &str, documents: &[Document], model: &Model, given: Given) -> Score {
    let mut genres: BTreeMap<&str, Score> = BTreeMap::new();
    let mut all = Score::default();
    for d in documents {
        let s = score(d, model, given);
        genres.entry(d.genre()).or_default().add(&s);
        all.add(&s);
    }
    for (genre, s) in &genres {
        println!("{}", s.row(&format!("  {genre}")));
    }
    println!("{}", all.row(name));
    all
}

/// Prints words and sentences that differ from the treebank, for the rules that split.
pub fn differences(documents: &[Document]) {
    for d in documents {
        let raw = treebank::raw(d);
        let text = raw.article.text();
        let sentences = sentence::split(&raw.article);
        let words = token::split(&raw.article, &sentences);
        let gold: Vec<Span> = raw.words.iter().flatten().copied().collect();
        let gold_ends: Vec<u32> = raw.words.iter().filter_map(|w| Some(w.last()?.end)).collect();
        for (list, other, sign) in [(&gold, &words, "-"), (&words, &gold, "+")] {
            for s in list {
                if other.binary_search(s).is_err() {
                    println!("W {sign} {}", s.of(text));
                }
            }
        }
        let around = |end: u32| {
            let mut a = (end as usize).saturating_sub(30);
            let mut b = (end as usize + 25).min(text.len());
            while !text.is_char_boundary(a) {
                a -= 1;
            }
            while !text.is_char_boundary(b) {
                b += 1;
            }
            format!("{}‖{}", &text[a..end as usize], &text[end as usize..b]).replace('\n', "¶")
        };
        let ends: Vec<u32> = sentences.iter().map(|s| s.end).collect();
        for e in &gold_ends {
            if ends.binary_search(e).is_err() {
                println!("S - {} {}", d.genre(), around(*e));
            }
        }
        for e in &ends {
            if gold_ends.binary_search(e).is_err() {
                println!("S + {} {}", d.genre(), around(*e));
            }
        }
    }
}
