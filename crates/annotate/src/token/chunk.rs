//! One stretch of a sentence without white space, cut into words.

use dossier_model::Span;
use dossier_world::words;

use super::address::is_address;
use super::{Behind, Language, char_at, is_apostrophe, is_joiner};
use crate::sentence::is_blank;

words!(FACES = "token/faces.txt");

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_joiner(c)
}

/// Whether it is the sign of a currency.
fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '¢' | '\u{20a0}'..='\u{20cf}')
}

/// A stretch of a sentence without white space.
pub(super) struct Chunk<'a, L> {
    /// The sentence.
    pub(super) words: &'a str,
    /// Where the sentence stands in the text.
    pub(super) base: usize,
    /// Where the stretch ends in the sentence.
    pub(super) end: usize,
    pub(super) language: &'a L,
}

impl<L: Language> Chunk<'_, L> {
    /// Adds the words of the stretch, which begins at `start`, to `out`.
    pub(super) fn split(&self, start: usize, out: &mut Vec<Span>) {
        let mut at = start;
        // An address is looked for once at each place where one may begin, so that time stays linear.
        let mut looked_to = start;
        while let Some(c) = self.char(at) {
            if at >= looked_to && c.is_alphanumeric() {
                let (end, next_look) = self.address(at);
                looked_to = next_look;
                if let Some(end) = end {
                    self.push(at, end, out);
                    at = end;
                    continue;
                }
            }
            let end = if c.is_alphanumeric() {
                self.word(at, out)
            } else {
                self.mark(at, start, out)
            };
            at = end.max(at + c.len_utf8());
        }
    }

    fn char(&self, at: usize) -> Option<char> {
        if at < self.end {
            char_at(self.words, at)
        } else {
            None
        }
    }

    fn get(&self, from: usize, to: usize) -> &str {
        self.words.get(from..to.min(self.end)).unwrap_or("")
    }

    fn byte(&self, at: usize) -> Option<u8> {
        if at < self.end {
            self.words.as_bytes().get(at).copied()
        } else {
            None
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|b| b.is_ascii_digit())
    }

    fn push(&self, from: usize, to: usize, out: &mut Vec<Span>) {
        if from < to {
            out.push(Span::new(self.base + from, self.base + to));
        }
    }

    /// The end of the address of a page or a mailbox that begins at `at`, and where to look again.
    fn address(&self, at: usize) -> (Option<usize>, usize) {
        let rest = self.get(at, self.end);
        let body = rest
            .find([
                '<', '>', '"', '“', '”', '(', ')', '[', ']', '{', '}', '|', '’', '…',
            ])
            .unwrap_or(rest.len());
        let body =
            rest[..body].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '-', '–', '—']);
        let next_look = at + body.len().max(1);
        (is_address(body).then_some(at + body.len()), next_look)
    }

    /// Reads a word or a number, splits it, and returns where it ends.
    fn word(&self, start: usize, out: &mut Vec<Span>) -> usize {
        let mut at = start;
        let mut ascii_digits = true;
        while let Some(c) = self.char(at) {
            if is_word(c) {
                ascii_digits &= c.is_ascii_digit();
                at += c.len_utf8();
                continue;
            }
            if at == start {
                break;
            }
            match self.inner_mark(start, at, c, ascii_digits) {
                Some(n) => {
                    at += n;
                    ascii_digits &= matches!(c, '.' | ',' | ':' | '/' | '-');
                }
                None => break,
            }
        }
        let end = at + usize::from(self.keeps_stop(start, at));
        if end == at && self.byte(at) == Some(b'$') && self.is_currency_prefix(start, at) {
            self.push(start, at + 1, out);
            return at + 1;
        }
        self.split_word(start, end, out);
        end
    }

    /// The length of a mark inside a word that does not end it, with nothing but the mark counted.
    fn inner_mark(&self, start: usize, at: usize, c: char, digits: bool) -> Option<usize> {
        let next = self.char(at + c.len_utf8())?;
        if !next.is_alphanumeric() {
            return None;
        }
        let n = c.len_utf8();
        let before = self.is_digit(at.wrapping_sub(1));
        let after = next.is_ascii_digit();
        let joins = match c {
            '.' if before && after => true,
            '.' => !self.is_lost_space(start, at),
            ',' => before && after && self.is_thousands(at + 1),
            ':' => before && after && digits,
            '/' => before && after && digits && self.is_date(start, at),
            '-' | '‑' => self.keeps_hyphen(start, at, n),
            '_' => true,
            '&' => {
                next.is_uppercase()
                    && self
                        .get(start, at)
                        .chars()
                        .next_back()
                        .is_some_and(char::is_uppercase)
            }
            '\'' | '’' | 'ʼ' | '‘' | '`' => next.is_alphanumeric(),
            '@' => false,
            _ => false,
        };
        joins.then_some(n)
    }

    /// Exactly three digits follow: "23,000", not "[22,23]".
    fn is_thousands(&self, at: usize) -> bool {
        (0..3).all(|k| self.is_digit(at + k)) && !self.is_digit(at + 3)
    }

    /// A second stroke makes a date of "14/4/2025"; "3/4" is three words.
    fn is_date(&self, start: usize, at: usize) -> bool {
        let before = self.get(start, at);
        if before.contains('/') {
            return before.len() <= 7;
        }
        let run = (1..6).take_while(|&k| self.is_digit(at + k)).count();
        before.len() <= 4 && run > 0 && self.byte(at + 1 + run) == Some(b'/') && self.is_digit(at + 2 + run)
    }

    /// "ended.Next" are two words; "U.S", "node.js" and "3.5" are one.
    fn is_lost_space(&self, start: usize, at: usize) -> bool {
        let before = self.get(start, at);
        let long = before.len() >= 3 && before.chars().rev().take(3).all(char::is_lowercase);
        let mut after = self.get(at + 1, at + 9).chars();
        long && after.next().is_some_and(char::is_uppercase)
            && after.next().is_none_or(|c| c.is_lowercase() || is_blank(c))
    }

    /// Prefixes, telephone numbers and ISO dates keep their hyphens.
    fn keeps_hyphen(&self, start: usize, at: usize, hyphen: usize) -> bool {
        let before = self.get(start, at);
        let next = at + hyphen;
        if before.len() <= 8 && before.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            let run = (0..5).take_while(|&k| self.is_digit(next + k)).count();
            if !before.contains('-') {
                let iso = before.len() == 4 && run == 2 && self.byte(next + 2) == Some(b'-');
                let phone = before.len() == 3 && (run == 4 || run == 3 && self.byte(next + 3) == Some(b'-'));
                return iso || phone;
            }
            return matches!(run, 2 | 4);
        }
        if !self.char(next).is_some_and(char::is_alphabetic) || before.len() > 7 || !before.is_ascii() {
            return false;
        }
        self.language.is_prefix(before)
    }

    /// Whether the full stop at `at` belongs to the word before it.
    fn keeps_stop(&self, start: usize, at: usize) -> bool {
        if self.byte(at) != Some(b'.') || matches!(self.byte(at + 1), Some(b'.')) {
            return false;
        }
        let word = self.get(start, at);
        if word.len() > 12 {
            return false;
        }
        // With nothing but closing marks after it, the stop ends the sentence too.
        let tail = self.words.get(at + 1..).unwrap_or("");
        let last = tail
            .chars()
            .take(8)
            .all(|c| is_blank(c) || matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»'))
            && tail.len() < 24;
        let behind = if last {
            Behind::End
        } else if tail.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            Behind::Number
        } else {
            Behind::Other
        };
        self.language.keeps_stop(word, behind)
    }

    /// "US$", "HK$", "A$", "S$".
    fn is_currency_prefix(&self, start: usize, at: usize) -> bool {
        let word = self.get(start, at);
        word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// Takes clitics, contractions and units off a word.
    fn split_word(&self, start: usize, end: usize, out: &mut Vec<Span>) {
        let word = self.get(start, end);
        if word.len() > 40 {
            return self.push(start, end, out);
        }
        if let Some(cut) = self.language.find_joint(word, self.is_money(start)) {
            self.push(start, start + cut, out);
            return self.push(start + cut, end, out);
        }
        match self.language.find_clitic(word) {
            Some(cut) if cut > 0 => {
                self.split_word(start, start + cut, out);
                self.push(start + cut, end, out);
            }
            _ => self.push(start, end, out),
        }
    }

    fn is_money(&self, start: usize) -> bool {
        self.words
            .get(..start)
            .and_then(|s| s.chars().next_back())
            .is_some_and(is_currency)
    }

    /// Reads one mark or a run of equal ones, and returns where it ends.
    fn mark(&self, start: usize, chunk: usize, out: &mut Vec<Span>) -> usize {
        let c = self.char(start).unwrap_or(' ');
        let n = c.len_utf8();
        let rest = self.get(start, self.end);
        let mut end = start + n;
        if is_apostrophe(c) {
            if start > chunk
                && let Some(len) = self.language.loose_clitic(&rest[n..])
            {
                self.push(start, start + n + len, out);
                return start + n + len;
            }
            if let Some(len) = self.language.elision(&rest[n..]) {
                self.push(start, start + n + len, out);
                return start + n + len;
            }
            if self.char(end) == Some(c) && c != '‘' {
                end += n;
            }
        } else if matches!(c, '#' | '@') && self.char(end).is_some_and(char::is_alphabetic) {
            let tag = &rest[n..];
            end += tag.find(|c: char| !is_word(c) && c != '_').unwrap_or(tag.len());
        } else if c == '.' && self.is_digit(end) {
            while self.is_digit(end) {
                end += 1;
            }
        } else if let Some(face) = FACES.iter().find(|f| rest.starts_with(**f)) {
            end = start + face.len();
        } else if matches!(c, '!' | '?') {
            end = start + rest.find(|c| !matches!(c, '!' | '?')).unwrap_or(rest.len());
        } else if matches!(
            c,
            '.' | '-' | '*' | '=' | '_' | '~' | '…' | '–' | '—' | '<' | '>' | '+' | '|' | '$'
        ) {
            end = start + rest.find(|d| d != c).unwrap_or(rest.len());
        }
        // Marks that combine, and pictures joined to one, are no words of their own.
        while let Some(j) = self.char(end).filter(|&j| is_joiner(j)) {
            end += j.len_utf8();
            if j == '\u{200d}'
                && let Some(joined) = self.char(end).filter(|j| !j.is_alphanumeric())
            {
                end += joined.len_utf8();
            }
        }
        // A lone joiner after white space prints nothing.
        if !is_blank(c) {
            self.push(start, end, out);
        }
        end
    }
}
