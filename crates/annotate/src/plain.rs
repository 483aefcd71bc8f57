//! Sentences and words by their marks alone, for languages that need no more.

use dossier_model::{Article, Deprel, Span, Tokens, TokensBuilder, Upos};

use crate::view::pieces::{Cut, Kind, Pieces, short_number};

/// The longest look back for the word in front of a full stop, in bytes.
const LOOK: usize = 32;

/// The sentences of the evidence blocks, in order, none across a block's edge: a full stop, question or exclamation
/// mark ends one where white space and no small letter follow. `is_abbreviation` is asked of the word in front of a
/// full stop.
#[must_use]
pub fn sentences(article: &Article, is_abbreviation: impl Fn(&str) -> bool) -> Vec<Span> {
    let text = article.text();
    let mut out = Vec::new();
    for block in article.evidence() {
        let words = block.span.of(text);
        let base = block.span.start as usize;
        let mut start = 0;
        let mut chars = words.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let mut end = i + c.len_utf8();
            let stop = match c {
                '\n' => true,
                '.' if is_abbreviation(word_before(words, i)) => false,
                '.' | '!' | '?' | '…' => {
                    while let Some((k, mark)) = chars
                        .next_if(|(_, c)| matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '»' | '’' | ')'))
                    {
                        end = k + mark.len_utf8();
                    }
                    goes_on_new(words.get(end..).unwrap_or(""))
                }
                _ => false,
            };
            if stop {
                push(words, base, start, end, &mut out);
                start = end;
            }
        }
        push(words, base, start, words.len(), &mut out);
    }
    out
}

/// The letters in front of byte `at`.
fn word_before(words: &str, at: usize) -> &str {
    let head = words.get(..at).unwrap_or("");
    let start = head
        .char_indices()
        .rev()
        .take_while(|(i, c)| c.is_alphabetic() && at - i <= LOOK)
        .last()
        .map_or(at, |(i, _)| i);
    head.get(start..).unwrap_or("")
}

/// Whether white space and then no small letter follows.
fn goes_on_new(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len() && !next.starts_with(char::is_lowercase)
}

fn push(words: &str, base: usize, start: usize, end: usize, out: &mut Vec<Span>) {
    let piece = words.get(start..end).unwrap_or("");
    let lead = piece.len() - piece.trim_start().len();
    let body = piece.trim();
    if !body.is_empty() {
        out.push(Span::new(base + start + lead, base + start + lead + body.len()));
    }
}

struct Plain;

impl Cut for Plain {
    fn number(&self, rest: &str, before: &str) -> Option<usize> {
        short_number(rest, before, b'.', b',')
    }
}

/// Words, numbers and marks as tokens without part of speech or tree.
#[must_use]
pub fn words(article: &Article, sentences: &[Span]) -> Tokens {
    let text = article.text();
    let mut out = TokensBuilder::default();
    let mut pieces: Pieces<'_, ()> = Pieces::default();
    for &sentence in sentences {
        for window in crate::time::windows(text, sentence) {
            pieces.cut(text, window, &Plain, |_| ());
            for piece in (0..pieces.len()).map(|i| pieces.at(i)) {
                let upos = match piece.kind {
                    Kind::Number => Upos::Num,
                    Kind::Word => Upos::X,
                    Kind::Mark => Upos::Punct,
                };
                out.push(piece.span, upos, piece.text, None, Deprel::Dep);
            }
        }
    }
    out.build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_end_sentences() {
        let text = "A b. C d! \u{201c}E?\u{201d} f g. \u{bf}H?\nI";
        let article = Article::plain(text, None);
        let found: Vec<&str> = sentences(&article, |_| false)
            .iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(
            found,
            ["A b.", "C d!", "\u{201c}E?\u{201d} f g.", "\u{bf}H?", "I"]
        );
        assert_eq!(words(&article, &[Span::new(0, 4)]).len(), 3);
    }
}
