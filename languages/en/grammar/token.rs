//! Words, split as the English treebanks of Universal Dependencies split them.

use dossier_model::{Article, Span};

use crate::grammar::abbreviation::{self, Abbreviation};
use crate::grammar::sentence::is_blank;

mod part;

use part::{
    FACES, PREFIXES, clitic, contraction, elision, has_scheme, is_currency, is_domain, is_mailbox,
    loose_clitic, unit_suffix,
};

/// The words of the sentences, split as Universal Dependencies splits English.
///
/// Clitics, hyphenated compounds, currency signs and units are words of their own; numbers, times, abbreviations,
/// addresses of the web and of mail stay whole. Every visible character of a sentence is in exactly one word.
#[must_use]
pub fn split(article: &Article, sentences: &[Span]) -> Vec<Span> {
    let text = article.text();
    let bytes: usize = sentences.iter().map(|s| s.len()).sum();
    let mut out = Vec::with_capacity(bytes / 5 + 4);
    for &sentence in sentences {
        split_sentence(text, sentence, &mut out);
    }
    out
}

fn split_sentence(text: &str, sentence: Span, out: &mut Vec<Span>) {
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
        Chunk { words, base, end }.split(at, out);
        at = end;
    }
}

/// Blank characters part words, apart from those that stand inside one: soft hyphens and joiners.
fn is_separator(c: char) -> bool {
    is_blank(c) && !is_joiner(c)
}

/// Invisible or combining characters that belong to the character before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_joiner(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | 'ʼ' | '‘' | '´')
}

fn char_at(words: &str, at: usize) -> Option<char> {
    words.get(at..)?.chars().next()
}

/// A stretch of a sentence without white space.
struct Chunk<'a> {
    words: &'a str,
    base: usize,
    end: usize,
}

impl Chunk<'_> {
    fn split(&self, start: usize, out: &mut Vec<Span>) {
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
        let is_address = has_scheme(body) || is_mailbox(body) || is_domain(body);
        (is_address.then_some(at + body.len()), next_look)
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
        PREFIXES.iter().any(|p| p.eq_ignore_ascii_case(before))
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
        match abbreviation::find(word) {
            Some(Abbreviation::Number | Abbreviation::Final) if word.len() > 1 => {
                !last || matches!(word, "etc" | "Etc" | "Nos" | "Figs")
            }
            Some(Abbreviation::Number) => {
                !last
                    && self.words[at + 1..]
                        .trim_start()
                        .starts_with(|c: char| c.is_ascii_digit())
            }
            Some(Abbreviation::Title) if word.chars().count() == 1 => !last,
            Some(Abbreviation::Month) => !last || word.len() > 3,
            Some(Abbreviation::Latin) => {
                word.contains('.') || (!last && (word.len() > 1 || word == "v" || word == "c"))
            }
            Some(Abbreviation::Title | Abbreviation::Place) if !word.contains('.') => !last,
            Some(_) => true,
            None => false,
        }
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
        if let Some(cut) = contraction(word).or_else(|| unit_suffix(word, self.is_money(start))) {
            self.push(start, start + cut, out);
            return self.push(start + cut, end, out);
        }
        match clitic(word) {
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
                && let Some(len) = loose_clitic(&rest[n..])
            {
                self.push(start, start + n + len, out);
                return start + n + len;
            }
            if let Some(len) = elision(&rest[n..]) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    /// `expected` is the words with a blank between two.
    fn check(text: &str, expected: &str) {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        let sentences = crate::grammar::sentence::split(&article);
        let words = split(&article, &sentences);
        let found: Vec<&str> = words.iter().map(|w| w.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text}");
        // Every visible character is in exactly one word.
        let mut covered = 0;
        for w in &words {
            let gap = text.get(covered..w.start as usize).unwrap_or("?");
            assert!(gap.chars().all(is_blank), "{text}: {gap:?} is in no word");
            covered = w.end as usize;
        }
        assert!(
            text[covered..].chars().all(|c| is_blank(c) || is_joiner(c)),
            "{text}: the end is in no word"
        );
    }

    #[test]
    fn clitics() {
        check("They don't know it's Ruiz's.", "They do n't know it 's Ruiz 's .");
        check("We can’t; I'd've gone", "We ca n’t ; I 'd 've gone");
        check("CAN'T cannot gonna", "CA N'T can not gon na");
        check("two years' work", "two years ' work");
        check("the “Post”'s page", "the “ Post ” 's page");
        check(
            "not_split: O'Neill d'Arc o'clock",
            "not_split : O'Neill d'Arc o'clock",
        );
        check("the '90s and 'em", "the '90s and 'em");
    }

    #[test]
    fn hyphens() {
        check(
            "a state-owned, well-known firm",
            "a state - owned , well - known firm",
        );
        check(
            "pre-war anti-corruption co-operation",
            "pre-war anti-corruption co-operation",
        );
        check(
            "U.S.-led talks on April 14-15",
            "U.S. - led talks on April 14 - 15",
        );
        check("call 555-0142 by 2025-04-14", "call 555-0142 by 2025-04-14");
        check("Kunming–Haiphong line — now", "Kunming – Haiphong line — now");
    }

    #[test]
    fn numbers_and_units() {
        check("$5 US$3.7bn HK$20 €40", "$ 5 US$ 3.7 bn HK$ 20 € 40");
        check("over 23,000 or 5% of $3m", "over 23,000 or 5 % of $ 3 m");
        check("at 7:30pm or 9:15 a.m. today", "at 7:30 pm or 9:15 a.m. today");
        check(
            "on 14/4/2025, 3/4 and/or 1/2",
            "on 14/4/2025 , 3 / 4 and / or 1 / 2",
        );
        check("[22,23] 1980s 20th 3D .5", "[ 22 , 23 ] 1980s 20th 3D .5");
    }

    #[test]
    fn abbreviations() {
        check(
            "Gen. Ana B. Ruiz of Acme Inc. spoke.",
            "Gen. Ana B. Ruiz of Acme Inc. spoke .",
        );
        check("He met the U.S.", "He met the U.S.");
        check("No. 5 came first. No.", "No. 5 came first . No .");
        check("apples, pears, etc.", "apples , pears , etc.");
        check("It ended.Then rain fell.", "It ended . Then rain fell .");
    }

    #[test]
    fn addresses() {
        check(
            "See https://example.org/a-b?c=1.",
            "See https://example.org/a-b?c=1 .",
        );
        check("(mail ana.ruiz@example.org)", "( mail ana.ruiz@example.org )");
        check(
            "at example.com, @ana and #talks",
            "at example.com , @ana and #talks",
        );
    }

    #[test]
    fn odd_characters() {
        check(
            "for\u{ad}mat Vi\u{ea}\u{323}t \u{200b} x\u{200b}y",
            "for\u{ad}mat Vi\u{ea}\u{323}t x y",
        );
        check("会谈。好", "会谈 。 好");
        check("👩\u{200d}🚀!?...", "👩\u{200d}🚀 !? ...");
        check("\u{301}a ''b'' \u{200d}", "\u{301} a '' b ''");
    }

    #[test]
    fn long_input_takes_linear_time() {
        for piece in ["a.", "“", "1/", "x'", "-", "'s", "a@", "1,", ".", "\u{301}", "a-"] {
            let text = piece.repeat(200_000);
            let block = Block {
                kind: BlockKind::Body,
                span: Span::new(0, text.len()),
            };
            let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
            let sentences = crate::grammar::sentence::split(&article);
            assert!(!split(&article, &sentences).is_empty());
        }
    }
}
