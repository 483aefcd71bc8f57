//! The words of one article as numbers, made once from its text alone and shared by every comparison.

use std::ops::Range;

use dossier_model::{Article, Span};
use dossier_world::name;
use xxhash_rust::xxh3::xxh3_64;

use crate::fold;

/// Tells the ISO 3166-1 code of the country that a name stands for, whatever its spelling.
pub type CountryOf = fn(&str) -> Option<&'static str>;

/// Words of the longest name of a country: "Democratic People's Republic of Korea".
const LONGEST_COUNTRY: usize = 5;
/// Marks a name in [`Word::len`].
const NAME: u32 = 1 << 31;

/// One word of the evidence, in sixteen bytes.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Hash of the folded word; a country's name counts as one word whatever its spelling.
    pub key: u64,
    start: u32,
    len: u32,
}

impl Word {
    fn new(key: u64, span: Span, form: Form) -> Self {
        let name = if form == Form::Name { NAME } else { 0 };
        Self {
            key,
            start: span.start,
            len: span.len() as u32 & !NAME | name,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.start as usize, (self.start + (self.len & !NAME)) as usize)
    }

    /// Whether it is part of a name or a number, told by capitals and digits: words that many articles share
    /// without copying.
    #[must_use]
    pub fn is_name(self) -> bool {
        self.len & NAME != 0
    }
}

/// What the letters of a word say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    /// A capital at a sentence's beginning, which any word has.
    Opening,
    /// "of", "and": part of a name between two others.
    Link,
    Name,
}

/// The words of an article's evidence, in order.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// All words.
    pub words: Vec<Word>,
    /// Places in `words` before which something else begins, so that no passage runs across: a stretch that is
    /// no evidence, the site's own words.
    pub breaks: Vec<usize>,
    /// The site's own words that its articles repeat, as ranges of `words` (`boilerplate`).
    pub site: Vec<Range<usize>>,
}

/// Stable number of a folded word.
#[must_use]
pub fn key(folded: &str) -> u64 {
    xxh3_64(folded.as_bytes())
}

/// Stable number of a country, whatever it is called.
#[must_use]
pub fn country_key(code: &str) -> u64 {
    xxh3_64(format!("\u{1}country:{code}").as_bytes())
}

impl Words {
    /// Folds the words of the evidence blocks.
    #[must_use]
    pub fn of(article: &Article, country_of: CountryOf) -> Self {
        let mut reader = Reader {
            text: article.text(),
            country_of,
            folded: String::new(),
            forms: Vec::new(),
            out: Self::default(),
        };
        let mut after_other = false;
        for block in article.blocks() {
            if block.kind.is_evidence() {
                if after_other {
                    reader.out.breaks.push(reader.out.words.len());
                }
                reader.read(block.span);
            }
            after_other = !block.kind.is_evidence();
        }
        reader.finish()
    }

    /// Places of the words inside `span`.
    #[must_use]
    pub fn inside(&self, span: Span) -> Range<usize> {
        let from = self.words.partition_point(|w| w.start < span.start);
        let to = self.words.partition_point(|w| w.span().end <= span.end).max(from);
        from..to
    }

    /// The words of a range as a span, with the punctuation that closes it.
    #[must_use]
    pub fn span_of(&self, range: &Range<usize>, text: &str) -> Option<Span> {
        let first = self.words.get(range.start)?.span();
        let last = self.words.get(range.end.checked_sub(1)?)?.span();
        let mut span = first.cover(last);
        let tail = text.get(span.end as usize..).unwrap_or("");
        let mut extra = 0;
        for (i, c) in tail.char_indices().take(3) {
            if !matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | ')') {
                break;
            }
            extra = i + c.len_utf8();
        }
        span.end += extra as u32;
        Some(span)
    }

    /// Whether something else begins before one of the words `from..=to`.
    #[must_use]
    pub fn has_break(&self, from: usize, to: usize) -> bool {
        let i = self.breaks.partition_point(|&b| b < from);
        self.breaks.get(i).is_some_and(|&b| b <= to && b > 0)
    }

    /// How many words of a range are the site's own.
    #[must_use]
    pub fn site_words(&self, range: &Range<usize>) -> usize {
        (self.site.iter())
            .map(|s| s.end.min(range.end).saturating_sub(s.start.max(range.start)))
            .sum()
    }

    /// How many words are news: all but the site's own.
    #[must_use]
    pub fn news_words(&self) -> usize {
        self.words.len() - self.site_words(&(0..self.words.len()))
    }

    /// Marks ranges, in order and apart, as the site's own.
    pub fn mark_site(&mut self, ranges: Vec<Range<usize>>) {
        let edges = ranges.iter().flat_map(|r| [r.start, r.end]);
        self.breaks.extend(edges.filter(|&e| e < self.words.len()));
        self.breaks.sort_unstable();
        self.breaks.dedup();
        self.site = ranges;
    }
}

/// Reads the words of one article.
struct Reader<'a> {
    text: &'a str,
    country_of: CountryOf,
    folded: String,
    forms: Vec<Form>,
    out: Words,
}

impl Reader<'_> {
    fn read(&mut self, block: Span) {
        let end = block.end as usize;
        let mut at = block.start as usize;
        let mut opens = true;
        while at < end {
            let rest = self.text.get(at..end).unwrap_or("");
            // An address is one name, however many words it is made of.
            let address = address_length(rest);
            if address > 0 {
                self.push(key(&rest[..address]), Span::new(at, at + address), Form::Name);
                at += address;
                continue;
            }
            let len = word_length(rest);
            if len == 0 {
                let Some(c) = rest.chars().next() else { break };
                opens |= matches!(c, '.' | '!' | '?' | ':' | '"' | '“' | '”' | '\n');
                at += c.len_utf8();
                continue;
            }
            let word = &rest[..len];
            let is_capital = word.chars().next().is_some_and(char::is_uppercase);
            if is_capital && let Some((length, code)) = self.country(rest, len) {
                self.push(country_key(code), Span::new(at, at + length), Form::Name);
                at += length;
            } else {
                self.folded.clear();
                fold::push_letters(word, &mut self.folded);
                if !self.folded.is_empty() {
                    let form = match word {
                        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Form::Name,
                        _ if is_capital && opens => Form::Opening,
                        _ if is_capital => Form::Name,
                        _ if name::is_link(word) => Form::Link,
                        _ => Form::Plain,
                    };
                    self.push(key(&self.folded), Span::new(at, at + len), form);
                }
                at += len;
            }
            opens = false;
        }
    }

    fn push(&mut self, key: u64, span: Span, form: Form) {
        self.out.words.push(Word::new(key, span, form));
        self.forms.push(form);
    }

    /// Bytes and code of the country that is named where `rest` begins, by its longest name.
    fn country(&self, rest: &str, first: usize) -> Option<(usize, &'static str)> {
        let mut ends = [first; LONGEST_COUNTRY];
        let mut count = 1;
        let mut at = first;
        while count < LONGEST_COUNTRY {
            let gap = rest[at..]
                .find(|c: char| c != ' ' && c != '-' && c != '\u{a0}')
                .unwrap_or(0);
            let next = rest.get(at + gap..).unwrap_or("");
            let len = word_length(next);
            let word = next.get(..len).unwrap_or("");
            if gap == 0 || !(word.starts_with(char::is_uppercase) || matches!(word, "of" | "and" | "the")) {
                break;
            }
            at += gap + len;
            ends[count] = at;
            count += 1;
        }
        (ends[..count].iter().rev()).find_map(|&end| {
            let name = &rest[..end];
            // An abbreviation's last point is no part of the word.
            let dotted = || name.contains('.').then(|| rest.get(..=end)).flatten();
            let code = (self.country_of)(name).or_else(|| dotted().and_then(self.country_of));
            code.map(|code| (end, code))
        })
    }

    /// Settles which words are names: an opening one with a name behind it, and links between two.
    fn finish(mut self) -> Words {
        for i in (0..self.forms.len()).rev() {
            let next = self.forms.get(i + 1).copied();
            let after_next = self.forms.get(i + 2).copied();
            let is_before_name =
                next == Some(Form::Name) || next == Some(Form::Link) && after_next == Some(Form::Name);
            let before = i.checked_sub(1).map(|p| self.forms[p]);
            let is_name = match self.forms[i] {
                Form::Opening => next == Some(Form::Name),
                Form::Link => {
                    is_before_name
                        && before.is_some_and(|b| matches!(b, Form::Name | Form::Opening | Form::Link))
                }
                Form::Plain | Form::Name => continue,
            };
            if is_name {
                self.out.words[i].len |= NAME;
            }
            // An opening name counts as one for the links behind it, which were settled before.
            if self.forms[i] == Form::Opening && is_name {
                self.forms[i] = Form::Name;
            }
        }
        self.out
    }
}

/// Bytes of the word that `text` begins with: letters and digits, with apostrophes, points and commas
/// between them where they belong to the word ("don't", "3.7", "23,000", "U.S."); zero where none begins here.
pub(crate) fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut piece = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_alphanumeric() {
            end = i + c.len_utf8();
            continue;
        }
        let joins = match c {
            '\'' | '’' => true,
            '.' | ',' => text[..i].ends_with(|p: char| p.is_ascii_digit()),
            _ => false,
        };
        let next = chars.peek().map(|&(_, n)| n);
        if c == '.' && is_initial(&text[piece..i]) && is_initial_before(&text[i + 1..]) {
            piece = i + 1;
            continue;
        }
        let goes_on = match c {
            '.' | ',' => next.is_some_and(|n| n.is_ascii_digit()),
            _ => next.is_some_and(char::is_alphanumeric),
        };
        if i == 0 || !joins || !goes_on {
            break;
        }
        // The possessive ends a word.
        if matches!(c, '\'' | '’') {
            let tail = &text[i + c.len_utf8()..];
            let is_possessive =
                tail.starts_with(['s', 'S']) && !tail[1..].chars().next().is_some_and(char::is_alphanumeric);
            if is_possessive {
                break;
            }
        }
    }
    end
}

/// Bytes of the web address that `text` begins with, without the punctuation behind it; zero where none begins here.
fn address_length(text: &str) -> usize {
    if !["http://", "https://", "www."]
        .iter()
        .any(|p| text.starts_with(p))
    {
        return 0;
    }
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '’'))
        .unwrap_or(text.len());
    text[..end]
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/')
        .len()
}

/// Whether a piece between points is one letter.
fn is_initial(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether one letter and no word stands where `rest` begins.
fn is_initial_before(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use dossier_model::{ArticleDraft, ArticleId, Block, BlockKind};

    use super::*;

    fn words(text: &str) -> Vec<(String, bool)> {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let article = Article::new(ArticleId::new("a"), ArticleDraft::default(), text, vec![block]);
        let country_of = |name: &str| match name {
            "Viet Nam" | "Vietnam" => Some("VN"),
            "US" | "U.S." | "United States of America" => Some("US"),
            _ => None,
        };
        let words = Words::of(&article, country_of);
        words
            .words
            .iter()
            .map(|w| (w.span().of(text).to_owned(), w.is_name()))
            .collect()
    }

    fn names(text: &str) -> Vec<String> {
        words(text).into_iter().filter(|w| w.1).map(|w| w.0).collect()
    }

    #[test]
    fn names_are_told_by_capitals_and_digits() {
        assert_eq!(
            names("Talks with Ana Ruiz began. They last 3 days."),
            ["Ana", "Ruiz", "3"]
        );
        assert_eq!(names("Ana Ruiz came."), ["Ana", "Ruiz"]);
        assert_eq!(
            names("He met the Minister of Trade and Industry of Peru."),
            ["Minister", "of", "Trade", "and", "Industry", "of", "Peru"]
        );
        assert_eq!(names("Rain and wind of the north."), [""; 0]);
    }

    #[test]
    fn an_address_is_one_word() {
        assert_eq!(
            names("see https://ferry.example/a-b?c=1, which"),
            ["https://ferry.example/a-b?c=1"]
        );
        assert_eq!(names("the www is wide"), [""; 0]);
    }

    #[test]
    fn a_country_is_one_word_under_any_name() {
        let keys = |text: &str| words(text).into_iter().map(|w| w.0).collect::<Vec<_>>();
        assert_eq!(keys("in Viet Nam now"), ["in", "Viet Nam", "now"]);
        assert_eq!(
            keys("the United States of America, too"),
            ["the", "United States of America", "too"]
        );
        assert_eq!(keys("the U.S. said"), ["the", "U.S", "said"]);
        let read = |text: &str| {
            let block = Block {
                kind: BlockKind::Body,
                span: Span::new(0, text.len()),
            };
            let article = Article::new(ArticleId::new("a"), ArticleDraft::default(), text, vec![block]);
            let words = Words::of(&article, |n| matches!(n, "Viet Nam" | "Vietnam").then_some("VN"));
            words.words.iter().map(|w| w.key).collect::<Vec<_>>()
        };
        assert_eq!(read("in Viet Nam"), read("in Vietnam"));
        assert_ne!(read("in Viet Nam"), read("in Vietri"));
    }

    #[test]
    fn a_word_is_letters_and_digits() {
        let check = |text: &str, word: &str| assert_eq!(&text[..word_length(text)], word, "{text}");
        check("23,000 people", "23,000");
        check("3.7 million", "3.7");
        check("don't go", "don't");
        check("Ana's house", "Ana");
        check("end. Next", "end");
        check("— no", "");
        check("2024, and", "2024");
        check("U.S. and", "U.S");
        check("a.m., when", "a.m");
        check("J.K. Ruiz", "J.K");
        check("ocean.The rings", "ocean");
        check("b.The rings", "b");
    }
}
