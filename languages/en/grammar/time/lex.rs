//! The pieces of a sentence that the grammar of times reads.
//!
//! Times need a finer cut than words do ("mid-2011", "14th", "9am", "1990s"), and one that does not
//! depend on how a treebank splits hyphens, so the grammar cuts the sentence's text itself.

use dossier_model::{Span, Tokens};

use super::lexicon::{self, Term};

/// One piece: a run of letters, a number, or one sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// The characters.
    pub text: &'a str,
    /// Where they stand in the article.
    pub span: Span,
    /// What the lexicon says of it.
    pub term: Term,
    /// Whether nothing stands between it and the piece before.
    pub glued: bool,
}

/// The pieces of one sentence, with look-ups that never fail: outside there is the empty piece.
#[derive(Debug)]
pub(super) struct Pieces<'a>(Vec<Piece<'a>>, &'a Tokens);

const NONE: Piece<'static> = Piece {
    text: "",
    span: Span { start: 0, end: 0 },
    term: Term::Other,
    glued: false,
};

impl<'a> Pieces<'a> {
    /// No pieces yet, of an article with these words.
    pub fn of(tags: &'a Tokens) -> Self {
        Self(Vec::new(), tags)
    }

    /// The words of the article with their parts of speech.
    pub fn tags(&self) -> &'a Tokens {
        self.1
    }

    /// Cuts `sentence` afresh into the same storage.
    pub fn cut(&mut self, text: &'a str, sentence: Span) {
        self.0.clear();
        let words = sentence.of(text);
        let base = sentence.start as usize;
        let mut at = 0;
        let mut end = 0;
        while let Some(c) = words.get(at..).and_then(|r| r.chars().next()) {
            let rest = words.get(at..).unwrap_or("");
            let len = if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            } else if c.is_ascii_digit() {
                number_len(rest, words.get(..at).unwrap_or(""))
            } else if c.is_alphabetic() {
                word_len(rest)
            } else {
                c.len_utf8()
            };
            let piece = rest.get(..len).unwrap_or("");
            let term = if c.is_ascii_digit() {
                lexicon::number(piece)
            } else {
                lexicon::term(piece)
            };
            self.0.push(Piece {
                text: piece,
                span: Span::new(base + at, base + at + len),
                term,
                glued: end == at && at > 0,
            });
            at += len;
            end = at;
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Piece `i`, or the empty one.
    pub fn at(&self, i: usize) -> Piece<'a> {
        self.0.get(i).copied().unwrap_or(NONE)
    }

    /// The piece before `i`, or the empty one.
    pub fn before(&self, i: usize) -> Piece<'a> {
        i.checked_sub(1).map_or(NONE, |k| self.at(k))
    }

    /// What the lexicon says of piece `i`.
    pub fn term(&self, i: usize) -> Term {
        self.at(i).term
    }

    /// Whether piece `i` is `word`, in any case.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.at(i).is(word)
    }

    /// Whether piece `i` is one of `words`, in any case.
    pub fn any(&self, i: usize, words: &[&str]) -> bool {
        self.at(i).any(words)
    }

    /// Whether the pieces from `i` on are `words`, in any case; gives the place behind them.
    pub fn seq(&self, i: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .enumerate()
            .all(|(k, w)| self.is(i + k, w))
            .then_some(i + words.len())
    }

    /// The place behind a hyphen or dash at `i`, else `i`.
    pub fn skip_hyphen(&self, i: usize) -> usize {
        if self.at(i).is_dash() { i + 1 } else { i }
    }
}

impl Piece<'_> {
    /// Whether it is `word`, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of `words`, in any case.
    pub fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Whether it starts with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it starts with a small letter.
    pub fn is_small(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether it is a hyphen or a dash.
    pub fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "‐" | "‑" | "−")
    }

    /// Whether it is an apostrophe.
    pub fn is_apostrophe(&self) -> bool {
        matches!(self.text, "'" | "’" | "‘")
    }
}

/// Length of a run of letters; "o'clock" stays whole.
fn word_len(rest: &str) -> usize {
    if rest.get(..2).is_some_and(|s| s.eq_ignore_ascii_case("o'")) && rest.len() >= 7 {
        if rest.get(..7).is_some_and(|s| s.eq_ignore_ascii_case("o'clock")) {
            return 7;
        }
    } else if rest.get(..9).is_some_and(|s| s.eq_ignore_ascii_case("o’clock")) {
        return 9;
    }
    rest.find(|c: char| !c.is_alphabetic() && !is_mark(c))
        .unwrap_or(rest.len())
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Length of a number: "14", "1,500", "2.5"; "23.04.2022" and "1.2.3" are cut at each dot.
fn number_len(rest: &str, before: &str) -> usize {
    let b = rest.as_bytes();
    let digits = |from: usize| b.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let mut end = digits(0);
    if end <= 3 {
        while b.get(end) == Some(&b',') && digits(end + 1) == 3 {
            end += 4;
        }
    }
    let after_dot = before.ends_with('.') && before.bytes().rev().nth(1).is_some_and(|c| c.is_ascii_digit());
    if b.get(end) == Some(&b'.') && !after_dot {
        let n = digits(end + 1);
        let next = end + 1 + n;
        let chain = b.get(next) == Some(&b'.') && digits(next + 1) > 0;
        if n > 0 && !chain {
            end = next;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tags = Tokens::default();
        let mut p = Pieces::of(&tags);
        p.cut(text, Span::new(0, text.len()));
        let got: Vec<&str> = (0..p.len()).map(|i| p.at(i).text).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn cuts() {
        check("mid-2011, 14th", &["mid", "-", "2011", ",", "14", "th"]);
        check("1,500 in 2.5 h", &["1,500", "in", "2.5", "h"]);
        check("23.04.2022.", &["23", ".", "04", ".", "2022", "."]);
        check("9.30pm o'clock", &["9.30", "pm", "o'clock"]);
        check("May 14,2025", &["May", "14", ",", "2025"]);
        check("Tết đến", &["Tết", "đến"]);
        check("", &[]);
    }
}
