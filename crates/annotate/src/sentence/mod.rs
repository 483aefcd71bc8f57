//! Where sentences end, in any language that marks it.
//!
//! One pass over each block looks at every mark that can end a sentence and decides by the word before it and
//! the word after it; what those words are, a [`Language`] tells. Both looks are bounded, so the time is linear on
//! any text.

mod marks;
mod next;
mod stop;

use dossier_model::{Article, Span};

use marks::is_stop;
use stop::Stop;

/// The longest look back or ahead, in bytes: no word that decides anything is longer.
const LOOK: usize = 48;

/// What the full stop behind an abbreviation says about the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands in front of a name: a title, an initial. The sentence goes on.
    Title,
    /// Inside any sentence ("e.g.", "vs."): it goes on.
    Inner,
    /// In front of a number ("No.", "Fig."); a word of its own otherwise.
    Number,
    /// A month or a day of the week; goes on before a number.
    Month,
    /// A half of the day ("a.m."); goes on before what tells more of the hour.
    Clock,
    /// Letters with stops and short place names ("U.S.", "Calif."). Ends before words that begin sentences.
    Place,
    /// After a name ("Inc.", "Jr."). Ends before words that begin sentences.
    Suffix,
    /// At the end of a list ("etc."): as any word.
    Final,
}

/// What a language knows of the words on either side of a mark.
pub trait Language {
    /// What a full stop behind `word`, which is written without it, does. `None` where it is no abbreviation.
    fn abbreviation(&self, word: &str) -> Option<Abbreviation>;

    /// Whether `word` with its capital letter is more likely the start of a sentence than part of a name.
    fn is_starter(&self, word: &str) -> bool;

    /// Whether `word` goes on with a time of day: a time zone, a weekday.
    fn is_clock_suffix(&self, word: &str) -> bool;

    /// Whether `word` reports speech behind a quotation.
    fn is_reporting_verb(&self, word: &str) -> bool;

    /// Whether `word` in small letters can stand inside a name with a title.
    fn joins_names(&self, word: &str) -> bool;

    /// Whether the capital letter `c` alone is a word that begins sentences.
    fn is_one_letter_word(&self, c: char) -> bool;
}

/// The sentences of the evidence blocks, in order, none across a block's edge.
///
/// A span holds no white space at its edges, and every visible character of an evidence block is in one.
#[must_use]
pub fn split(article: &Article, language: &impl Language) -> Vec<Span> {
    let text = article.text();
    let mut out = Vec::new();
    for block in article.evidence() {
        split_block(text, block.span, language, &mut out);
    }
    out
}

/// Whether `c` prints nothing: white space, and marks that only steer line breaks and direction.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether letters are parted by full stops: "U.S", "Ph.D", "U.N".
#[must_use]
pub fn is_dotted(word: &str) -> bool {
    let mut parts = 0;
    for part in word.split('.') {
        let letters = part.chars().take(3).count();
        if letters == 0 || letters > 2 || !part.chars().all(char::is_alphabetic) {
            return false;
        }
        parts += 1;
        if parts > 8 {
            return false;
        }
    }
    parts > 1
}

fn split_block(text: &str, block: Span, language: &impl Language, out: &mut Vec<Span>) {
    let Some(words) = text.get(block.range()) else {
        return;
    };
    let base = block.start as usize;
    let mut start = 0;
    let mut i = 0;
    while let Some(c) = next_char(words, i) {
        if c == '\n' && is_line_break(words, i) {
            push(words, base, start..i, out);
            i += 1;
            start = i;
            continue;
        }
        if !is_stop(c) {
            i += c.len_utf8();
            continue;
        }
        let stop = Stop::read(words, i);
        if stop.ends(words, start, language) {
            push(words, base, start..stop.end, out);
            start = stop.end;
        }
        i = stop.end;
    }
    push(words, base, start..words.len(), out);
}

fn push(words: &str, base: usize, range: std::ops::Range<usize>, out: &mut Vec<Span>) {
    let start = range.start;
    let Some(piece) = words.get(range) else {
        return;
    };
    let from = start + piece.len() - piece.trim_start_matches(is_blank).len();
    let to = start + piece.trim_end_matches(is_blank).len();
    if from < to {
        out.push(Span::new(base + from, base + to));
    }
}

fn next_char(words: &str, at: usize) -> Option<char> {
    words.get(at..)?.chars().next()
}

/// An empty line, or a line that begins with a bullet, starts a new sentence; a wrapped line does not.
fn is_line_break(words: &str, at: usize) -> bool {
    let rest = words.get(at + 1..).unwrap_or("");
    let line = rest.trim_start_matches([' ', '\t', '\r']);
    if line.starts_with('\n') {
        return true;
    }
    let mut chars = line.chars();
    let bullet = matches!(
        chars.next(),
        Some('•' | '●' | '▪' | '■' | '◦' | '‣' | '*' | '-' | '–' | '—' | '·')
    );
    bullet && chars.next().is_some_and(char::is_whitespace)
}
