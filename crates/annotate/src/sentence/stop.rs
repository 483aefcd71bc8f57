//! A run of marks that can end a sentence, and whether it does.

use super::marks::{is_closer, is_stop, opens};
use super::next::Next;
use super::{Abbreviation, LOOK, Language, is_blank, next_char};

/// A run of end marks with the closing quotation marks, brackets and note numbers after it.
pub(super) struct Stop {
    /// The first end mark.
    at: usize,
    /// Whether the run is more than one mark or an ellipsis.
    dots: usize,
    /// Whether a mark other than a full stop is in the run.
    strong: bool,
    /// Whether a closing quotation mark follows the run.
    quoted: bool,
    /// One past all that belongs to the sentence that may end here.
    pub(super) end: usize,
}

impl Stop {
    /// The run that begins at `at`.
    pub(super) fn read(words: &str, at: usize) -> Self {
        let mut stop = Stop {
            at,
            dots: 0,
            strong: false,
            quoted: false,
            end: at,
        };
        let rest = words.get(at..).unwrap_or("");
        for c in rest.chars() {
            match c {
                '.' => stop.dots += 1,
                '…' => stop.dots += 3,
                _ if is_stop(c) => stop.strong = true,
                _ => break,
            }
            stop.end += c.len_utf8();
        }
        loop {
            let tail = words.get(stop.end..).unwrap_or("");
            let Some(c) = tail.chars().next() else { break };
            let closes = match c {
                '”' | '’' | '»' | '』' | '」' | ')' | ']' | '}' | '）' | '›' => true,
                // A straight mark closes where nothing visible follows it directly.
                '"' | '\'' => tail[1..]
                    .chars()
                    .next()
                    .is_none_or(|n| is_blank(n) || is_closer(n) || is_stop(n)),
                _ => false,
            };
            if closes {
                stop.quoted |= !matches!(c, ')' | ']' | '}' | '）');
                stop.end += c.len_utf8();
            } else if let Some(n) = note_length(tail) {
                stop.end += n;
            } else if is_stop(c) && stop.quoted {
                stop.end += c.len_utf8();
            } else {
                break;
            }
        }
        stop
    }

    /// Whether the sentence that began at `start` ends with this stop.
    pub(super) fn ends(&self, words: &str, start: usize, language: &impl Language) -> bool {
        let tail = words.get(self.end..).unwrap_or("");
        let Some(follows) = tail.chars().next() else {
            return true;
        };
        let mark = next_char(words, self.at).unwrap_or(' ');
        if matches!(mark, '。' | '！' | '？' | '｡' | '।') {
            return true;
        }
        let next = Next::read(tail, language);
        if !is_blank(follows) {
            return self.dots == 1 && !self.strong && !self.quoted && self.is_missing_space(words, language)
                || (self.strong || self.quoted || self.dots > 2)
                    && opens(follows)
                    && next.initial.is_some_and(char::is_uppercase);
        }
        let Some(initial) = next.initial else {
            // Only marks follow up to the end of the look: a dash goes on, anything else begins anew.
            return !matches!(next.first, Some('-' | '–' | '—' | ',' | ';' | ':' | '&' | '/'));
        };
        if initial.is_lowercase() || matches!(next.first, Some('-' | '–' | '—' | ',' | ';' | ':' | '&' | '/'))
        {
            return initial.is_lowercase()
                && !self.quoted
                && (next.is_lower_name || self.is_careless(words, language));
        }
        if self.quoted && next.is_attribution(tail, language) {
            return false;
        }
        if self.strong || self.quoted || self.dots > 1 {
            return true;
        }
        let before = words.get(start..self.at).unwrap_or("");
        let word = last_word(before);
        if is_list_marker(before, word) {
            return false;
        }
        if self.end > self.at + 1 {
            // A bracket closed after the stop: the stop belongs to the words inside, "(Inc.) Ltd" aside.
            return language.abbreviation(word).is_none_or(|_| next.is_starter);
        }
        match language.abbreviation(word) {
            Some(Abbreviation::Title | Abbreviation::Inner) => false,
            Some(Abbreviation::Number) => !initial.is_ascii_digit(),
            Some(Abbreviation::Month) => !initial.is_ascii_digit(),
            // "6 a.m. (2100 GMT)": the hour again, elsewhere.
            Some(Abbreviation::Clock) => {
                let is_again = next.first == Some('(') && initial.is_ascii_digit();
                !next.is_clock_suffix && !is_again
            }
            Some(Abbreviation::Place) => next.is_starter,
            Some(Abbreviation::Suffix) => next.is_starter || opens(next.first.unwrap_or(' ')),
            Some(Abbreviation::Final) => true,
            None => true,
        }
    }

    /// "It ended. then it began": small letters where a sentence begins, as in hasty messages. A whole word in small
    /// letters must stand before the stop, for unknown abbreviations are mostly short.
    fn is_careless(&self, words: &str, language: &impl Language) -> bool {
        let word = last_word(words.get(..self.at).unwrap_or(""));
        let least = if self.strong { 3 } else { 4 };
        (self.dots + usize::from(self.strong) == 1)
            && (least..20).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && word.bytes().skip(1).any(|b| b"aeiouy".contains(&b))
            && language.abbreviation(word).is_none()
    }

    /// "ended.Next": a space was lost between two sentences.
    fn is_missing_space(&self, words: &str, language: &impl Language) -> bool {
        let word = last_word(words.get(..self.at).unwrap_or(""));
        if word.chars().count() < 3 || !word.chars().all(char::is_lowercase) {
            return false;
        }
        let rest = words.get(self.end..).unwrap_or("");
        let mut letters = 0;
        for (k, c) in rest.char_indices() {
            if k > LOOK {
                return false;
            }
            if letters == 0 && !c.is_uppercase() || letters == 1 && !(c.is_lowercase() || is_blank(c)) {
                return false;
            }
            if !c.is_alphabetic() {
                return (is_blank(c) || matches!(c, ',' | '\'' | '’'))
                    && (letters > 1 || rest.starts_with(|c| language.is_one_letter_word(c)));
            }
            letters += 1;
        }
        letters > 1
    }
}

/// "[4]" or " [4]" after the stop: a note that belongs to the sentence it follows.
fn note_length(tail: &str) -> Option<usize> {
    let body = tail.strip_prefix(' ').unwrap_or(tail);
    let inner = body.strip_prefix('[')?;
    let digits = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let closed = digits > 0 && inner.as_bytes().get(digits) == Some(&b']');
    closed.then_some(tail.len() - inner.len() + digits + 1)
}

/// The word before the stop, at most [`LOOK`] bytes of it, without an opening mark.
fn last_word(before: &str) -> &str {
    let mut from = before.len();
    for (k, c) in before.char_indices().rev() {
        let joins = c.is_alphanumeric() || c == '.' || c == '\u{301}';
        if !joins || before.len() - k > LOOK {
            break;
        }
        from = k;
    }
    before.get(from..).unwrap_or("")
}

/// "1." or "b." or "iv." at the start of a sentence numbers it.
fn is_list_marker(before: &str, word: &str) -> bool {
    let lead = before.len() - word.len();
    let alone = before
        .get(..lead)
        .is_some_and(|s| s.len() <= LOOK && s.chars().all(|c| is_blank(c) || c == '('));
    let roman = !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b"ivxIVX".contains(&b));
    let digits = !word.is_empty() && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
    alone && (roman || digits || letter)
}
