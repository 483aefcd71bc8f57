//! The words of an article as the name finder sees them.

use std::collections::HashMap;

use dossier_model::{Span, Tokens, Upos};
use xxhash_rust::xxh3::xxh3_64;

use crate::grammar::common;
use dossier_world::fold::fold_into;

dossier_world::words!(OPENING_MARKS = "mention/opening_marks.txt");

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "Hanoi", "McKay", "iPhone" is not.
    Capital,
    /// "NATO", "U.S.", "G7".
    Upper,
    /// "river", "iPhone".
    Lower,
    /// Holds a digit first.
    Number,
    /// No letter and no digit.
    Mark,
}

/// How a sentence uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Names alone have them.
    Sentence,
    /// Nearly every word has one: a headline.
    Title,
    /// Every letter is one.
    Upper,
}

/// The tokens with their folded forms, sentence by sentence.
pub(crate) struct Words<'a> {
    /// The article's text.
    pub text: &'a str,
    tokens: &'a Tokens,
    folded: String,
    ends: Vec<u32>,
    shapes: Vec<Shape>,
    sentences: Vec<(usize, usize)>,
    cases: Vec<Case>,
    sentence_of: Vec<u32>,
    seen: HashMap<u64, Seen>,
}

/// How often a word was seen where a capital means something.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    /// In lower case.
    pub lower: u32,
    /// With a capital inside a sentence.
    pub capital: u32,
}

impl<'a> Words<'a> {
    /// Reads the words once.
    pub fn new(text: &'a str, tokens: &'a Tokens, sentences: &[Span]) -> Self {
        let n = tokens.len();
        let mut words = Self {
            text,
            tokens,
            folded: String::with_capacity(text.len()),
            ends: Vec::with_capacity(n),
            shapes: Vec::with_capacity(n),
            sentences: Vec::with_capacity(sentences.len()),
            cases: Vec::with_capacity(sentences.len()),
            sentence_of: vec![u32::MAX; n],
            seen: HashMap::new(),
        };
        for span in tokens.spans() {
            let raw = span.of(text);
            fold_into(raw, &mut words.folded);
            words.ends.push(words.folded.len() as u32);
            words.shapes.push(shape(raw));
        }
        for (k, &sentence) in sentences.iter().enumerate() {
            let range = tokens.inside(sentence);
            for slot in words.sentence_of.get_mut(range.clone()).unwrap_or(&mut []) {
                *slot = k as u32;
            }
            let case = words.case_of(range.start, range.end);
            words.sentences.push((range.start, range.end));
            words.cases.push(case);
            if case == Case::Sentence {
                words.note(range.start, range.end);
            }
        }
        words
    }

    fn case_of(&self, start: usize, end: usize) -> Case {
        let (mut letters, mut capitals, mut uppers, mut small_lower) = (0, 0, 0, 0);
        for i in start..end {
            if matches!(self.shapes[i], Shape::Mark | Shape::Number) {
                continue;
            }
            letters += 1;
            let long = self.fold(i).len() > 3;
            match self.shapes[i] {
                Shape::Capital if long || i > start => capitals += 1,
                Shape::Upper => uppers += 1,
                Shape::Lower if long && !common::is_function(self.fold(i)) => small_lower += 1,
                _ => {}
            }
        }
        // A caption or a list of names has many capitals, too: a headline is short and ends without a point.
        let pointed = end > start && matches!(self.raw(end - 1), "." | ")" | ":" | ";");
        if letters >= 3 && uppers * 10 >= letters * 8 {
            Case::Upper
        } else if capitals + uppers >= 3
            && small_lower * 4 <= capitals
            && (4..=24).contains(&letters)
            && !pointed
        {
            Case::Title
        } else {
            Case::Sentence
        }
    }

    fn note(&mut self, start: usize, end: usize) {
        for i in start..end {
            let lower = self.shapes[i] == Shape::Lower;
            let capital = matches!(self.shapes[i], Shape::Capital | Shape::Upper) && !self.opens(i, start);
            if !lower && !capital {
                continue;
            }
            let seen = self.seen.entry(xxh3_64(self.fold(i).as_bytes())).or_default();
            seen.lower += u32::from(lower);
            seen.capital += u32::from(capital);
        }
    }

    /// Whether word `i` stands where grammar asks for a capital: at the start of its sentence, or after an
    /// opening mark or a colon.
    fn opens(&self, i: usize, start: usize) -> bool {
        let mut k = i;
        while k > start && self.shapes[k - 1] == Shape::Mark {
            let mark = self.raw(k - 1);
            if OPENING_MARKS.has(mark) {
                return true;
            }
            if !matches!(mark, "(" | "[" | "'" | "``" | "-") {
                return false;
            }
            k -= 1;
        }
        k == start
    }

    /// The words with their tree.
    pub fn tokens(&self) -> &'a Tokens {
        self.tokens
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Where word `i` stands; the end of the text past the last.
    pub fn span(&self, i: usize) -> Span {
        let end = Span::new(self.text.len(), self.text.len());
        self.tokens.spans().get(i).copied().unwrap_or(end)
    }

    /// The range that words `start..end` cover.
    pub fn cover(&self, start: usize, end: usize) -> Span {
        self.span(start).cover(self.span(end.max(start + 1) - 1))
    }

    /// The word as written; empty past the end.
    pub fn raw(&self, i: usize) -> &'a str {
        self.span(i).of(self.text)
    }

    /// The word folded; empty past the end.
    pub fn fold(&self, i: usize) -> &str {
        let start = if i == 0 {
            0
        } else {
            self.ends.get(i - 1).copied().unwrap_or(0)
        };
        let end = self.ends.get(i).copied().unwrap_or(start);
        self.folded.get(start as usize..end as usize).unwrap_or("")
    }

    /// How it is written.
    pub fn shape(&self, i: usize) -> Shape {
        self.shapes.get(i).copied().unwrap_or(Shape::Mark)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Upper)
    }

    /// Its part of speech.
    pub fn upos(&self, i: usize) -> Upos {
        if i < self.len() {
            self.tokens.upos(i)
        } else {
            Upos::X
        }
    }

    /// Whether no space parts it from the word before.
    pub fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.span(i - 1).end == self.span(i).start
    }

    /// Whether a line ends between word `i` and the one before.
    pub fn breaks(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or(0, |k| self.span(k).end);
        let gap = self.text.get(before as usize..self.span(i).start as usize);
        i > 0 && gap.is_some_and(|g| g.contains('\n'))
    }

    /// Whether word `i` opens its sentence or a quotation, so that its capital says nothing.
    pub fn opens_sentence(&self, i: usize) -> bool {
        let start = self.sentence(i).0;
        self.opens(i, start)
    }

    /// First word of the sentence of word `i`, and one past its last.
    pub fn sentence(&self, i: usize) -> (usize, usize) {
        self.sentence_of
            .get(i)
            .and_then(|&k| self.sentences.get(k as usize))
            .copied()
            .unwrap_or((i, i + 1))
    }

    /// Which sentence word `i` is in.
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentence_of.get(i).map_or(usize::MAX, |&k| k as usize)
    }

    /// How the sentence of word `i` uses capitals.
    pub fn case(&self, i: usize) -> Case {
        self.cases
            .get(self.sentence_index(i))
            .copied()
            .unwrap_or(Case::Sentence)
    }

    /// All sentences as ranges of words, with their use of capitals.
    pub fn sentences(&self) -> impl Iterator<Item = ((usize, usize), Case)> + '_ {
        self.sentences.iter().copied().zip(self.cases.iter().copied())
    }

    /// How the folded word is written elsewhere in the article.
    pub fn seen(&self, folded: &str) -> Seen {
        self.seen
            .get(&xxh3_64(folded.as_bytes()))
            .copied()
            .unwrap_or_default()
    }
}

fn shape(raw: &str) -> Shape {
    let Some(first) = raw.chars().find(|c| c.is_alphanumeric()) else {
        return Shape::Mark;
    };
    if first.is_numeric() {
        return Shape::Number;
    }
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let mut letters = 0;
    for c in raw.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return Shape::Capital;
        }
        letters += 1;
    }
    if letters > 1 { Shape::Upper } else { Shape::Capital }
}
