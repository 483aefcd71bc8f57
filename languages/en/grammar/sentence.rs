//! Sentences.
//!
//! One pass over each block looks at every mark that can end a sentence and decides by the word before it and
//! the word after it. Both looks are bounded, so the time is linear on any text.

use dossier_model::{Article, Span};

use crate::grammar::abbreviation::{self, Abbreviation};

/// The longest look back or ahead, in bytes: no word that decides anything is longer.
const LOOK: usize = 48;

/// The sentences of the evidence blocks, in order, none across a block's edge.
///
/// A span holds no white space at its edges, and every visible character of an evidence block is in one.
#[must_use]
pub fn split(article: &Article) -> Vec<Span> {
    let text = article.text();
    let mut out = Vec::new();
    for block in article.evidence() {
        split_block(text, block.span, &mut out);
    }
    out
}

/// Characters that print nothing: white space, and marks that only steer line breaks and direction.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn split_block(text: &str, block: Span, out: &mut Vec<Span>) {
    let Some(words) = text.get(block.range()) else {
        return;
    };
    let base = block.start as usize;
    let mut start = 0;
    let mut i = 0;
    while let Some(c) = next_char(words, i) {
        if c == '\n' && is_line_break(words, i) {
            push(words, base, start, i, out);
            i += 1;
            start = i;
            continue;
        }
        if !is_stop(c) {
            i += c.len_utf8();
            continue;
        }
        let stop = Stop::read(words, i);
        if stop.ends(words, start) {
            push(words, base, start, stop.end, out);
            start = stop.end;
        }
        i = stop.end;
    }
    push(words, base, start, words.len(), out);
}

fn push(words: &str, base: usize, start: usize, end: usize, out: &mut Vec<Span>) {
    let Some(piece) = words.get(start..end) else {
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

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '।'
    )
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

/// A run of end marks with the closing quotation marks, brackets and note numbers after it.
struct Stop {
    /// The first end mark.
    at: usize,
    /// Whether the run is more than one mark or an ellipsis.
    dots: usize,
    /// Whether a mark other than a full stop is in the run.
    strong: bool,
    /// Whether a closing quotation mark follows the run.
    quoted: bool,
    /// One past all that belongs to the sentence that may end here.
    end: usize,
}

impl Stop {
    fn read(words: &str, at: usize) -> Self {
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
    fn ends(&self, words: &str, start: usize) -> bool {
        let tail = words.get(self.end..).unwrap_or("");
        let Some(follows) = tail.chars().next() else {
            return true;
        };
        let mark = next_char(words, self.at).unwrap_or(' ');
        if matches!(mark, '。' | '！' | '？' | '｡' | '।') {
            return true;
        }
        let next = Next::read(tail);
        if !is_blank(follows) {
            return self.dots == 1 && !self.strong && !self.quoted && self.is_missing_space(words)
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
            return initial.is_lowercase() && !self.quoted && (next.is_lower_name || self.is_careless(words));
        }
        if self.quoted && next.is_attribution(tail) {
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
            return abbreviation::find(word).is_none_or(|_| next.is_starter);
        }
        match abbreviation::find(word) {
            Some(Abbreviation::Title | Abbreviation::Latin) => false,
            Some(Abbreviation::Number) => !initial.is_ascii_digit(),
            Some(Abbreviation::Month) => !initial.is_ascii_digit(),
            Some(Abbreviation::Clock) => !next.is_clock_suffix,
            Some(Abbreviation::Place) => next.is_starter,
            Some(Abbreviation::Suffix) => next.is_starter || opens(next.first.unwrap_or(' ')),
            Some(Abbreviation::Final) => true,
            None => true,
        }
    }

    /// "It ended. then it began": small letters where a sentence begins, as in hasty messages. A whole word in small
    /// letters must stand before the stop, for unknown abbreviations are mostly short.
    fn is_careless(&self, words: &str) -> bool {
        let word = last_word(words.get(..self.at).unwrap_or(""));
        let least = if self.strong { 3 } else { 4 };
        (self.dots + usize::from(self.strong) == 1)
            && (least..20).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && word.bytes().skip(1).any(|b| b"aeiouy".contains(&b))
            && abbreviation::find(word).is_none()
    }

    /// "ended.Next": a space was lost between two sentences.
    fn is_missing_space(&self, words: &str) -> bool {
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
                    && (letters > 1 || rest.starts_with(['A', 'I']));
            }
            letters += 1;
        }
        letters > 1
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | '}' | '"' | '\'')
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '„' | '"' | '\'' | '(' | '[' | '「' | '『')
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

/// What stands after a stop.
struct Next {
    /// The first visible character.
    first: Option<char>,
    /// The first letter or digit, opening marks passed over.
    initial: Option<char>,
    /// Whether the first word seldom stands inside a sentence with a capital letter.
    is_starter: bool,
    /// Whether the first word goes on with a time of day ("a.m. EST", "p.m. Monday").
    is_clock_suffix: bool,
    /// Whether it is a name that begins small ("iPhone", "eBay").
    is_lower_name: bool,
}

impl Next {
    fn read(tail: &str) -> Self {
        let mut next = Next {
            first: None,
            initial: None,
            is_starter: false,
            is_clock_suffix: false,
            is_lower_name: false,
        };
        let mut from = 0;
        for (k, c) in tail.char_indices().take(LOOK) {
            if is_blank(c) {
                continue;
            }
            next.first.get_or_insert(c);
            if c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '¥' | '#' | '@') {
                next.initial = Some(c);
                from = k;
                break;
            }
            if !opens(c) && !matches!(c, '-' | '–' | '—' | '*' | '•' | '¿' | '¡') {
                break;
            }
        }
        let word = first_word(tail.get(from..).unwrap_or(""));
        next.is_starter = abbreviation::is_starter(word);
        next.is_clock_suffix = abbreviation::is_clock_suffix(word);
        next.is_lower_name = word.chars().nth(1).is_some_and(char::is_uppercase);
        next
    }

    /// `"Will he go?" Ana Ruiz asked.`: a name and a reporting verb after a quotation go on with its sentence.
    fn is_attribution(&self, tail: &str) -> bool {
        if self.is_starter || self.first.is_some_and(opens) {
            return false;
        }
        let mut rest = tail;
        for k in 0..6 {
            rest = rest.trim_start_matches(is_blank);
            let word = first_word(rest);
            if k > 0 && abbreviation::is_reporting_verb(word) {
                return true;
            }
            if !word
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || (k > 0 && matches!(word, "of" | "the")))
            {
                return false;
            }
            rest = rest.get(word.len()..).unwrap_or("");
            if let Some(r) = rest.strip_prefix('.') {
                rest = r;
            }
            if !rest.starts_with(is_blank) {
                return false;
            }
        }
        false
    }
}

fn first_word(rest: &str) -> &str {
    let mut to = 0;
    for (k, c) in rest.char_indices() {
        if !c.is_alphanumeric() || k > LOOK {
            break;
        }
        to = k + c.len_utf8();
    }
    rest.get(..to).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    /// `expected` is `text` with a bar between two sentences.
    fn check(expected: &str) {
        let text = expected.replace('|', " ");
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(
            ArticleId::new("0"),
            ArticleDraft::default(),
            text.as_str(),
            vec![block],
        );
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(&text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn ends() {
        check("It rained.|Then it stopped.");
        check("Who came?|Nobody!|So they left.");
        check("He waited…|Nobody came.");
        check("No stop in this headline");
        check("It was 2024.|23 people came.");
        check("He left (by car.)|She stayed.");
        check("She lived until 1739. [4]|He did not.");
    }

    #[test]
    fn abbreviations() {
        check("Mr. Ruiz met Gen. J. K. Lee of the U.S. Navy at St. Mary's.");
        check("It is in the U.S.|The firm moved.");
        check("The dept. of trade, etc. and the govt. said so.");
        check("At 9 a.m. Monday it began.|At 5 p.m. EST it ended.");
        check("Acme Inc. Chief Ana Ruiz spoke to Acme Corp.|She was clear.");
        check("No. 5 won.|Was it hard?|No.|He was tired.");
        check("Born on Jan. 5, 1950, e.g. Paris vs. Lyon, etc.|Later it grew.");
        check("Assoc. Prof. Dr. Ana Ruiz of TP. Hoa spoke.");
        check("ORDER OF GEN. ANA RUIZ");
    }

    #[test]
    fn quotations() {
        check("“We will go.”|They went.");
        check("“Will we go?” Ana Ruiz asked.|Nobody knew.");
        check("“Will we go?” he asked.");
        check("\"We will.\"|\"We won't.\"");
        check("He said: “Go.|Now.”|She did.");
    }

    #[test]
    fn numbers() {
        check("It rose 3.5 percent to 1.2 million.|It fell.");
        check("1. Open the door.|2. Close it.");
        check("See example.com for more.|It ended.");
    }

    #[test]
    fn lost_space() {
        let text = "It ended.Then it began.";
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, vec![block]);
        assert_eq!(split(&article).len(), 2);
    }

    #[test]
    fn small_letters_at_the_beginning() {
        check("she came home.|he left again.|why not?|we ask.");
        check("It costs ca. five to approx. six.");
        check("Users of Yahoo! are told so... or not.");
    }

    #[test]
    fn not_across_blocks_and_not_from_teasers() {
        let text = "Headline here\n\nBody here.\n\nSee more. Now.";
        let block = |kind, a, b| Block {
            kind,
            span: Span::new(a, b),
        };
        let blocks = vec![
            block(BlockKind::Headline, 0, 13),
            block(BlockKind::Body, 15, 25),
            block(BlockKind::Teaser, 27, 41),
        ];
        let article = Article::new(ArticleId::new("0"), ArticleDraft::default(), text, blocks);
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["Headline here", "Body here."]);
    }
}
