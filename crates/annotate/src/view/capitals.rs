//! How words are written, and what a capital letter means where.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::View;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The first letter is a capital, a later one is small, or it is the only one: "Hanoi", "McKay", "A".
    Capital,
    /// Two letters or more, all capitals: "NATO", "U.S.", "G7" has but one.
    Upper,
    /// The first letter is small: "river", "iPhone".
    Lower,
    /// A digit stands first.
    Number,
    /// No letter and no digit.
    Mark,
}

impl Shape {
    /// The shape of a word as printed.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            return Shape::Mark;
        };
        if first.is_numeric() {
            return Shape::Number;
        }
        if !first.is_uppercase() {
            return Shape::Lower;
        }
        let mut letters = 0;
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            if c.is_lowercase() {
                return Shape::Capital;
            }
            letters += 1;
        }
        if letters > 1 { Shape::Upper } else { Shape::Capital }
    }
}

/// How a sentence uses capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capitals {
    /// At its start and for names.
    Sentence,
    /// For nearly every word: a headline.
    Title,
    /// For every letter.
    Upper,
}

/// How often a word was seen where a capital means something.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    /// In small letters.
    pub lower: u32,
    /// With a capital inside a sentence.
    pub capital: u32,
}

impl View<'_> {
    /// How word `i` is written.
    #[inline]
    #[must_use]
    pub fn shape(&self, i: usize) -> Shape {
        self.shapes.get(i).copied().unwrap_or(Shape::Mark)
    }

    /// Whether the first letter or digit of word `i` is a capital letter.
    #[inline]
    #[must_use]
    pub fn is_capital(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Upper)
    }

    /// How the sentence of word `i` uses capitals.
    #[inline]
    #[must_use]
    pub fn capitals(&self, i: usize) -> Capitals {
        let of_sentence = self.capitals.get(self.sentence_index(i)).copied();
        of_sentence.unwrap_or(Capitals::Sentence)
    }

    /// Whether word `i` opens its sentence or a quotation, so that its capital says nothing.
    #[inline]
    #[must_use]
    pub fn opens_sentence(&self, i: usize) -> bool {
        self.opens(i, self.sentence_words(i).0)
    }

    /// How the folded word is written where a capital means something, anywhere in the article.
    #[inline]
    #[must_use]
    pub fn seen(&self, folded: &str) -> Seen {
        let seen = self.seen.get(&xxh3_64(folded.as_bytes())).copied();
        seen.unwrap_or_default()
    }

    /// How the words of one sentence use capitals.
    pub(super) fn find_capitals(
        &self,
        words: Range<usize>,
        is_function_word: impl Fn(&str) -> bool,
    ) -> Capitals {
        let Range { start, end } = words;
        let (mut letters, mut capitals, mut uppers, mut small) = (0, 0, 0, 0);
        for i in start..end {
            let shape = self.shape(i);
            if matches!(shape, Shape::Mark | Shape::Number) {
                continue;
            }
            letters += 1;
            let long = self.fold(i).len() > 3;
            match shape {
                Shape::Capital if long || i > start => capitals += 1,
                Shape::Upper => uppers += 1,
                Shape::Lower if long && !is_function_word(self.fold(i)) => small += 1,
                _ => {}
            }
        }
        // A caption or a list of names has many capitals, too: a headline is short and ends without a point.
        let pointed = end > start && matches!(self.word(end - 1), "." | ")" | ":" | ";");
        if letters >= 3 && uppers * 10 >= letters * 8 {
            Capitals::Upper
        } else if capitals + uppers >= 3 && small * 4 <= capitals && (4..=24).contains(&letters) && !pointed {
            Capitals::Title
        } else {
            Capitals::Sentence
        }
    }

    /// Counts the words of a sentence by how they are written, where that means something.
    pub(super) fn note_capitals(&mut self, words: Range<usize>) {
        let start = words.start;
        for i in words {
            let lower = self.shape(i) == Shape::Lower;
            let capital = self.is_capital(i) && !self.opens(i, start);
            if !lower && !capital {
                continue;
            }
            let key = xxh3_64(self.fold(i).as_bytes());
            let seen = self.seen.entry(key).or_default();
            seen.lower += u32::from(lower);
            seen.capital += u32::from(capital);
        }
    }

    /// Whether word `i` of the sentence that begins at `start` stands where grammar asks for a capital: at its
    /// start, or after an opening mark or a colon.
    fn opens(&self, i: usize, start: usize) -> bool {
        let mut k = i;
        while k > start && self.shape(k - 1) == Shape::Mark {
            let mark = self.word(k - 1);
            if matches!(mark, ":" | "“" | "\"" | "‘" | "«" | "—" | "–" | "•" | "*") {
                return true;
            }
            if !matches!(mark, "(" | "[" | "'" | "``" | "-") {
                return false;
            }
            k -= 1;
        }
        k == start
    }
}
