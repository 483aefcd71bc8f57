//! How sentences are cut into words, in any language that parts words by blanks.
//!
//! Numbers, times, dates, addresses of the web and of mail stay whole; marks and signs are words of their own; what
//! is taken off a word or kept with it otherwise, a [`Language`] tells.

mod address;
mod chunk;

use dossier_model::{Article, Span};

use crate::sentence::is_blank;
use chunk::Chunk;

/// What stands behind a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Nothing but closing marks up to the end of the sentence.
    End,
    /// A digit.
    Number,
    /// Something else.
    Other,
}

/// What a language knows of the parts of its words. Places are bytes from the start of the word.
pub trait Language {
    /// Whether a hyphen behind `prefix` joins it to the next word.
    fn is_prefix(&self, prefix: &str) -> bool;

    /// Whether the full stop behind `word` belongs to it.
    fn keeps_stop(&self, word: &str, behind: Behind) -> bool;

    /// Where a word that is written as one is two: "cannot", "35mm". `is_money` where a currency's sign stands in
    /// front.
    fn find_joint(&self, word: &str, is_money: bool) -> Option<usize>;

    /// Where the clitic at the end of a word begins.
    fn find_clitic(&self, word: &str) -> Option<usize>;

    /// The length of a clitic at the start of `rest`, behind an apostrophe that follows no letter.
    fn loose_clitic(&self, rest: &str) -> Option<usize>;

    /// The length of a word at the start of `rest` whose own start an apostrophe stands for: "'em".
    fn elision(&self, rest: &str) -> Option<usize>;
}

/// The words of the sentences.
///
/// Every visible character of a sentence is in exactly one word.
#[must_use]
pub fn split(article: &Article, sentences: &[Span], language: &impl Language) -> Vec<Span> {
    let text = article.text();
    let bytes: usize = sentences.iter().map(|s| s.len()).sum();
    let mut out = Vec::with_capacity(bytes / 5 + 4);
    for &sentence in sentences {
        split_sentence(text, sentence, language, &mut out);
    }
    out
}

fn split_sentence(text: &str, sentence: Span, language: &impl Language, out: &mut Vec<Span>) {
    let words = sentence.of(text);
    let base = sentence.start as usize;
    let mut at = 0;
    while let Some(c) = char_at(words, at) {
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let rest = &words[at..];
        let end = at + rest.find(is_separator).unwrap_or(rest.len()).max(c.len_utf8());
        let chunk = Chunk {
            words,
            base,
            end,
            language,
        };
        chunk.split(at, out);
        at = end;
    }
}

/// Blank characters part words, apart from those that stand inside one: soft hyphens and joiners.
fn is_separator(c: char) -> bool {
    is_blank(c) && !is_joiner(c)
}

/// Whether `c` is invisible or combining and belongs to the character before them.
#[must_use]
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether `c` is an apostrophe or stands for one.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | 'ʼ' | '‘' | '´')
}

fn char_at(words: &str, at: usize) -> Option<char> {
    words.get(at..)?.chars().next()
}
