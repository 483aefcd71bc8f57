//! The one view of an article's sentences that every finder reads.
//!
//! A [`View`] is made once per article, when its words are tagged and parsed, and handed to all finders. It gives
//! each word as printed, folded and as dictionary form, its tag, how it is written ([`Shape`]), the sentence it is
//! in, the tree over it and, after [`View::with_frames`], what its words are to its predicates. Every number that goes in or comes out is a word's place in the whole article. No
//! question fails: past the last word there is an empty mark that depends on nothing.

mod capitals;
mod frame;
pub mod pieces;
mod sentence;
mod tree;

use std::collections::HashMap;
use std::ops::Range;

use dossier_model::{Annotation, Predicate, Span, Tokens, Upos};
use dossier_world::WordList;
use dossier_world::fold::fold_into;

pub use capitals::{Capitals, Seen, Shape};
pub use frame::Part;
pub use sentence::Sentence;
use tree::Tree;
pub use tree::{CLIMB, SUBJECTS};

/// The words of one article with all that finders ask of them.
#[derive(Debug)]
pub struct View<'a> {
    text: &'a str,
    sentences: &'a [Span],
    tokens: &'a Tokens,
    /// The folded words, one behind the other, and where each ends.
    folded: String,
    fold_ends: Vec<u32>,
    shapes: Vec<Shape>,
    /// First word of each sentence and one past its last.
    ranges: Vec<(usize, usize)>,
    capitals: Vec<Capitals>,
    sentence_of: Vec<u32>,
    seen: HashMap<u64, Seen>,
    tree: Tree,
    frames: &'a [Annotation<Predicate>],
    is_parsed: bool,
    is_tagged: bool,
}

impl<'a> View<'a> {
    /// Looks once at every word. `is_function_word` tells of a folded word whether it belongs to a closed class of
    /// the language: such words stay small in headlines.
    #[must_use]
    pub fn new(
        text: &'a str,
        sentences: &'a [Span],
        tokens: &'a Tokens,
        is_function_word: impl Fn(&str) -> bool,
    ) -> Self {
        let n = tokens.len();
        let mut view = Self {
            text,
            sentences,
            tokens,
            folded: String::with_capacity(text.len()),
            fold_ends: Vec::with_capacity(n),
            shapes: Vec::with_capacity(n),
            ranges: Vec::with_capacity(sentences.len()),
            capitals: Vec::with_capacity(sentences.len()),
            sentence_of: vec![u32::MAX; n],
            seen: HashMap::new(),
            tree: Tree::new(tokens),
            frames: &[],
            is_parsed: (0..n).any(|i| tokens.head(i).is_some()),
            is_tagged: (0..n).any(|i| tokens.upos(i) == Upos::Verb),
        };
        for span in tokens.spans() {
            let raw = span.of(text);
            fold_into(raw, &mut view.folded);
            view.fold_ends.push(view.folded.len() as u32);
            view.shapes.push(Shape::of(raw));
        }
        for (k, &sentence) in sentences.iter().enumerate() {
            let range = tokens.inside(sentence);
            for slot in view.sentence_of.get_mut(range.clone()).unwrap_or(&mut []) {
                *slot = k as u32;
            }
            let capitals = view.find_capitals(range.clone(), &is_function_word);
            view.ranges.push((range.start, range.end));
            view.capitals.push(capitals);
            if capitals == Capitals::Sentence {
                view.note_capitals(range);
            }
        }
        view
    }

    /// The article's text.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The words as columns.
    #[inline]
    #[must_use]
    pub fn tokens(&self) -> &'a Tokens {
        self.tokens
    }

    /// How many words there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is no word.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// Whether any word has a head.
    #[inline]
    #[must_use]
    pub fn is_parsed(&self) -> bool {
        self.is_parsed
    }

    /// Whether any word is tagged as a verb, so that tags can be asked whether a word is one.
    #[inline]
    #[must_use]
    pub fn is_tagged(&self) -> bool {
        self.is_tagged
    }

    /// Where word `i` stands; the end of the text past the last.
    #[inline]
    #[must_use]
    pub fn span(&self, i: usize) -> Span {
        let end = || Span::new(self.text.len(), self.text.len());
        self.tokens.spans().get(i).copied().unwrap_or_else(end)
    }

    /// What the words `start..end` cover; an empty range counts as its first word.
    #[inline]
    #[must_use]
    pub fn cover(&self, start: usize, end: usize) -> Span {
        self.span(start).cover(self.span(end.max(start + 1) - 1))
    }

    /// What the words `start..end` cover. `None` where the range is empty or reaches past the last word.
    #[inline]
    #[must_use]
    pub fn stretch(&self, start: usize, end: usize) -> Option<Span> {
        (start < end && end <= self.len()).then(|| self.cover(start, end))
    }

    /// Word `i` as printed.
    #[inline]
    #[must_use]
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.spans().get(i).map_or("", |s| s.of(self.text))
    }

    /// Whether word `i` as printed is one of `words`, ASCII letters in any case.
    #[inline]
    #[must_use]
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    /// Whether word `i` as printed is on `list`, which holds small letters, ASCII letters in any case.
    #[inline]
    #[must_use]
    pub fn is_in(&self, i: usize, list: &WordList) -> bool {
        list.has_any_case(self.word(i))
    }

    /// Word `i` in the form in which names are compared: small letters without diacritics.
    #[inline]
    #[must_use]
    pub fn fold(&self, i: usize) -> &str {
        let end_of = |i: usize| self.fold_ends.get(i).copied();
        let start = i.checked_sub(1).and_then(end_of).unwrap_or(0);
        let end = end_of(i).unwrap_or(start);
        self.folded.get(start as usize..end as usize).unwrap_or("")
    }

    /// The dictionary form of word `i`.
    #[inline]
    #[must_use]
    pub fn lemma(&self, i: usize) -> &'a str {
        if i < self.len() { self.tokens.lemma(i) } else { "" }
    }

    /// The part of speech of word `i`.
    #[inline]
    #[must_use]
    pub fn upos(&self, i: usize) -> Upos {
        if i < self.len() {
            self.tokens.upos(i)
        } else {
            Upos::X
        }
    }

    /// Whether word `i` is a verb by its tag; auxiliaries are none.
    #[inline]
    #[must_use]
    pub fn is_verb(&self, i: usize) -> bool {
        self.upos(i) == Upos::Verb
    }

    /// Whether word `i` is a noun or a name by its tag.
    #[inline]
    #[must_use]
    pub fn is_noun(&self, i: usize) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn)
    }

    /// Whether no space parts word `i` from the word before.
    #[inline]
    #[must_use]
    pub fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.span(i - 1).end == self.span(i).start
    }

    /// Whether a line ends between word `i` and the one before.
    #[inline]
    #[must_use]
    pub fn breaks(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or(0, |k| self.span(k).end);
        let gap = self.text.get(before as usize..self.span(i).start as usize);
        i > 0 && gap.is_some_and(|g| g.contains('\n'))
    }

    /// Whether word `i` is a punctuation mark; signs that stand for a word ("$", "%", "@") are none.
    #[inline]
    #[must_use]
    pub fn is_punct(&self, i: usize) -> bool {
        let first = self.word(i).chars().next();
        self.shape(i) == Shape::Mark && first.is_some_and(|c| !matches!(c, '$' | '€' | '£' | '%' | '@' | '#'))
    }

    /// Whether word `i` is a quotation mark or an apostrophe that can stand for one.
    #[inline]
    #[must_use]
    pub fn is_quotation_mark(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "\"" | "“" | "”" | "‘" | "’" | "'" | "''" | "``" | "«" | "»" | "„" | "‹" | "›" | "’’" | "‘‘"
        )
    }

    /// Where the sentences stand.
    #[inline]
    #[must_use]
    pub fn sentences(&self) -> &'a [Span] {
        self.sentences
    }

    /// The sentence that holds the byte `at`.
    #[inline]
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> Option<Span> {
        let i = self.sentences.partition_point(|s| s.end <= at);
        self.sentences.get(i).copied().filter(|s| s.start <= at)
    }

    /// Which sentence word `i` is in; `usize::MAX` outside of all.
    #[inline]
    #[must_use]
    pub fn sentence_index(&self, i: usize) -> usize {
        match self.sentence_of.get(i) {
            Some(&k) if k != u32::MAX => k as usize,
            _ => usize::MAX,
        }
    }

    /// First word of the sentence of word `i`, and one past its last; the word alone outside of all sentences.
    #[inline]
    #[must_use]
    pub fn sentence_words(&self, i: usize) -> (usize, usize) {
        let range = self.ranges.get(self.sentence_index(i)).copied();
        range.unwrap_or((i, i + 1))
    }

    /// All sentences as ranges of words, with their use of capitals.
    pub fn sentence_ranges(&self) -> impl Iterator<Item = ((usize, usize), Capitals)> + '_ {
        self.ranges.iter().copied().zip(self.capitals.iter().copied())
    }

    /// The view of each sentence, in order.
    pub fn each_sentence(&self) -> impl Iterator<Item = Sentence<'_>> {
        let spans = self.sentences.iter().zip(&self.ranges);
        spans.map(|(&span, &(start, end))| Sentence::new(self, span, start..end))
    }

    /// Whether a sentence ends with word `i`.
    #[inline]
    #[must_use]
    pub fn ends_sentence(&self, i: usize) -> bool {
        let span = self.span(i);
        self.sentence_at(span.start).is_some_and(|s| s.end == span.end)
    }

    /// Places of the words that lie inside `span`.
    #[inline]
    #[must_use]
    pub fn inside(&self, span: Span) -> Range<usize> {
        self.tokens.inside(span)
    }
}

#[cfg(test)]
mod tests;
