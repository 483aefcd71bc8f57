//! Words, digit groups and marks of one sentence, as numbers need them: finer than the tokens of a treebank,
//! so that "US$3.7m", "3-5 percent" and "third-largest" fall apart the same way however the words were split.

use dossier_model::Span;

use super::written;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits, with the commas and the point that belong to one number.
    Digits,
    /// One other visible character.
    Mark,
}

/// One piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lex {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// The pieces of one sentence with the text they come from. Looking past either end gives "".
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The same in ASCII lower case: all offsets stay.
    pub lower: &'a str,
    /// The pieces.
    pub lexes: &'a [Lex],
}

impl<'a> View<'a> {
    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.lexes.len()
    }

    /// Piece `i` in lower case.
    pub fn low(&self, i: usize) -> &'a str {
        self.lexes.get(i).map_or("", |l| l.span.of(self.lower))
    }

    /// The piece before piece `i`, in lower case, `n` pieces back.
    pub fn back(&self, i: usize, n: usize) -> &'a str {
        i.checked_sub(n).map_or("", |k| self.low(k))
    }

    /// Piece `i` as printed.
    pub fn raw(&self, i: usize) -> &'a str {
        self.lexes.get(i).map_or("", |l| l.span.of(self.text))
    }

    /// Whether piece `i` is of this kind.
    pub fn is(&self, i: usize, kind: Kind) -> bool {
        self.lexes.get(i).is_some_and(|l| l.kind == kind)
    }

    /// Whether piece `i` follows the one before it without white space.
    pub fn glued(&self, i: usize) -> bool {
        i > 0 && self.lexes.get(i).is_some_and(|l| !l.spaced)
    }

    /// Whether piece `i` is a hyphen or dash that joins its neighbours.
    pub fn joins(&self, i: usize) -> bool {
        matches!(self.raw(i), "-" | "\u{2010}" | "\u{2011}" | "–" | "\u{2212}")
            && self.glued(i)
            && self.glued(i + 1)
    }

    /// Whether piece `i` begins with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// The span from piece `from` to piece `to`, not included.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let a = self.lexes.get(from)?.span;
        let b = self.lexes.get(to.checked_sub(1)?)?.span;
        (a.start <= b.start).then(|| a.cover(b))
    }
}

/// Splits `sentence` and appends to `out`, which is cleared first.
pub(crate) fn split(text: &str, sentence: Span, out: &mut Vec<Lex>) {
    out.clear();
    let words = sentence.of(text);
    let base = sentence.start as usize;
    let mut spaced = true;
    let mut at = 0;
    while let Some(rest) = words.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let before = words.get(..at).and_then(|w| w.chars().next_back());
        let (kind, len) = if written::digit(c).is_some() {
            (Kind::Digits, written::len(rest, before))
        } else if (spaced || matches!(before, Some('$' | '€' | '£' | '(' | '-' | '~')))
            && written::is_point_first(rest)
        {
            // ".348" is a number without its zero.
            (Kind::Digits, 1 + written::len(rest.get(1..).unwrap_or(""), None))
        } else if c.is_alphabetic() {
            (Kind::Word, word_len(rest))
        } else {
            (Kind::Mark, c.len_utf8())
        };
        out.push(Lex {
            span: Span::new(base + at, base + at + len),
            kind,
            spaced,
        });
        spaced = false;
        at += len;
    }
}

/// Length of the letters at the start, an apostrophe between two letters included, "'s" left out.
fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let mark = matches!(c, '\'' | '’');
        let inside = mark && chars.peek().is_some_and(|&(_, n)| n.is_alphabetic());
        let combining = ('\u{300}'..='\u{36f}').contains(&c);
        if !(c.is_alphabetic() || inside || combining) {
            break;
        }
        if inside {
            // "China's" ends before the apostrophe; "O'Brien" does not.
            let tail: &str = rest.get(i + c.len_utf8()..).unwrap_or("");
            let mut t = tail.chars();
            let s = matches!(t.next(), Some('s' | 'S')) && !t.next().is_some_and(char::is_alphabetic);
            if s {
                break;
            }
        }
        len = i + c.len_utf8();
    }
    len.max(rest.chars().next().map_or(1, char::len_utf8))
}
