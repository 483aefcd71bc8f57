//! One article as the words that say something of its subject: all that stories are made from.

use std::collections::HashMap;

use dossier_model::{Article, ArticleId, BlockKind, Span};
use jiff::civil::{Date, Time};

use super::sketch::{Maker, Sketch};
use crate::vocabulary::{CalendarWord, Vocabulary};
use crate::{background, fold, words};

/// One word of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    /// The lower half of the word's stable hash: a table of two hundred thousand words has hardly a clash.
    pub key: u32,
    /// How often it stands there.
    pub count: u16,
    /// Whether it is mostly written with a capital inside sentences, or is a number.
    pub is_name: bool,
    /// Whether it is a weekday or a month: nearly all news has some, and they say nothing of what it is about.
    pub is_calendar: bool,
}

/// When an article was published, the undated last.
pub(super) type Moment = (bool, Option<Date>, Option<Time>);

/// What is kept of an article to find its story; the text is not needed any more.
#[derive(Debug, Clone)]
pub struct Bag {
    /// The article.
    pub id: ArticleId,
    pub(super) moment: Moment,
    /// The day of publication, where it is known to the day.
    pub(super) day: Option<Date>,
    /// Primary language subtag; `None` where it is not known.
    pub(super) language: Option<Box<str>>,
    /// By key.
    pub(super) terms: Box<[Term]>,
    /// Keys of the names, weekdays and dates of the headline and the first sentences: where and when.
    pub(super) lead: Box<[u32]>,
    /// Those among the first words: an update that goes on otherwise opens as the text before it did.
    pub(super) opening: Box<[u32]>,
    /// By which much of the same text is known again.
    pub(super) sketch: Sketch,
    /// Printed words of the keys, where somebody wants to read them.
    pub(super) printed: Option<HashMap<u32, String>>,
}

/// Whether the printed words are kept for explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Printed {
    /// Keys alone.
    #[default]
    Forgotten,
    /// Each key's word as first printed.
    Kept,
}

/// Words of the lead.
const LEAD: usize = 60;
/// Words of the opening.
const OPENING: usize = 25;

#[derive(Default)]
struct Count {
    all: u16,
    capital: u16,
    small: u16,
    is_calendar: bool,
}

impl Bag {
    /// Reads the evidence of an article.
    #[must_use]
    pub fn of(article: &Article, printed: Printed, vocabulary: Vocabulary) -> Self {
        let mut reader = Reader {
            text: article.text(),
            vocabulary,
            counts: HashMap::new(),
            lead: Vec::new(),
            opening: 0,
            read: 0,
            sketch: Maker::default(),
            printed: (printed == Printed::Kept).then(HashMap::new),
            month: None,
            number: None,
        };
        for block in article.evidence() {
            reader.block(block.span, block.kind == BlockKind::Headline);
        }
        let is_name = |c: &Count| c.capital > c.small;
        let names = |mut keys: Vec<u32>| -> Box<[u32]> {
            keys.retain(|k| reader.counts.get(k).is_some_and(is_name));
            keys.sort_unstable();
            keys.dedup();
            keys.into()
        };
        let opening = names(reader.lead.get(..reader.opening).unwrap_or(&[]).to_vec());
        let lead = names(reader.lead);
        let mut terms: Vec<Term> = (reader.counts.iter())
            .map(|(&key, count)| Term {
                key,
                count: count.all,
                is_name: is_name(count),
                is_calendar: count.is_calendar,
            })
            .collect();
        terms.sort_unstable_by_key(|t| t.key);
        let published = article.meta.published;
        Self {
            id: article.id.clone(),
            moment: (
                published.is_none(),
                published.map(|p| p.date),
                published.and_then(|p| p.time),
            ),
            day: article.reference_day(),
            language: (article.meta.language.as_deref())
                .and_then(|l| l.split('-').next())
                .map(Box::from),
            terms: terms.into(),
            lead,
            opening,
            sketch: reader.sketch.finish(),
            printed: reader.printed,
        }
    }

    /// Whether the article has the word.
    pub(super) fn has(&self, key: u32) -> bool {
        self.terms.binary_search_by_key(&key, |t| t.key).is_ok()
    }
}

struct Reader<'a> {
    text: &'a str,
    vocabulary: Vocabulary,
    counts: HashMap<u32, Count>,
    lead: Vec<u32>,
    /// How many of them stand in the opening.
    opening: usize,
    read: usize,
    sketch: Maker,
    printed: Option<HashMap<u32, String>>,
    /// A month just read, which a day may follow.
    month: Option<String>,
    /// A number just read, which a month may follow.
    number: Option<String>,
}

impl Reader<'_> {
    fn block(&mut self, span: Span, is_headline: bool) {
        let mut at = span.start as usize;
        for line in span.of(self.text).split_inclusive('\n') {
            self.line(line, is_headline);
            at += line.len();
        }
        debug_assert_eq!(at, span.end as usize);
    }

    fn line(&mut self, line: &str, is_headline: bool) {
        // Headlines set every word with a capital: there a capital tells nothing.
        let no_case = is_headline || is_title_case(line);
        let mut begins = true;
        let mut folded = String::new();
        let mut at = 0;
        (self.month, self.number) = (None, None);
        while let Some(rest) = line.get(at..).filter(|r| !r.is_empty()) {
            let len = words::word_length(rest);
            let Some(c) = rest.chars().next().filter(|_| len == 0) else {
                let word = &rest[..len.max(1)];
                self.word(word, begins || no_case, &mut folded);
                begins = false;
                at += word.len();
                continue;
            };
            begins |= matches!(c, '.' | '!' | '?' | ':' | '"' | '“' | '”' | '‘' | '…');
            at += c.len_utf8();
        }
    }

    fn word(&mut self, word: &str, no_case: bool, folded: &mut String) {
        folded.clear();
        fold::push_letters(word, folded);
        self.read += 1;
        if folded.is_empty() {
            return;
        }
        let hash = words::key(folded);
        self.sketch.read(hash);
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let is_capital = word.starts_with(char::is_uppercase);
        if is_number || is_capital {
            self.date(folded, is_number);
        } else {
            (self.month, self.number) = (None, None);
        }
        if background::is_function_word(hash) || folded.len() == 1 && !is_number {
            return;
        }
        let case = match (is_number || is_capital, no_case && !is_number) {
            (_, true) => None,
            (capital, false) => Some(capital),
        };
        let is_calendar = is_capital && (self.vocabulary.calendar)(folded).is_some();
        self.count(hash as u32, case, word).is_calendar |= is_calendar;
        if is_capital {
            self.name(hash as u32);
        }
    }

    /// A name or a day, where it stands in the lead.
    fn name(&mut self, key: u32) {
        if self.read <= LEAD {
            self.lead.push(key);
            self.opening += usize::from(self.read <= OPENING);
        }
    }

    fn count(&mut self, key: u32, capital: Option<bool>, word: &str) -> &mut Count {
        if let Some(printed) = &mut self.printed {
            printed.entry(key).or_insert_with(|| word.to_owned());
        }
        let count = self.counts.entry(key).or_default();
        count.all = count.all.saturating_add(1);
        match capital {
            Some(true) => count.capital = count.capital.saturating_add(1),
            Some(false) => count.small = count.small.saturating_add(1),
            None => {}
        }
        count
    }

    /// "May 12" and "12 May" are one word more: a day.
    fn date(&mut self, folded: &str, is_number: bool) {
        let is_month = (self.vocabulary.calendar)(folded) == Some(CalendarWord::Month);
        let day = |text: &str| text.len() <= 2;
        let found = if is_number {
            self.month
                .take()
                .filter(|_| day(folded))
                .map(|m| (m, folded.to_owned()))
        } else if is_month {
            self.number
                .take()
                .filter(|n| day(n))
                .map(|n| (folded.to_owned(), n))
        } else {
            None
        };
        self.number = is_number.then(|| folded.to_owned());
        self.month = is_month.then(|| folded.to_owned());
        if let Some((month, day)) = found {
            let name = format!("{month} {day}");
            let key = words::key(&name) as u32;
            self.count(key, Some(true), &name);
            self.name(key);
        }
    }
}

/// Whether a short line has capitals on most of its words.
fn is_title_case(line: &str) -> bool {
    const SHORT: usize = 25;
    let (mut words, mut capitals) = (0, 0);
    for word in line.split_whitespace() {
        words += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
        if words > SHORT {
            return false;
        }
    }
    capitals * 5 > words * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag(text: &str) -> Bag {
        let vocabulary = Vocabulary {
            calendar: |word| match word {
                "may" => Some(CalendarWord::Month),
                "monday" => Some(CalendarWord::Weekday),
                _ => None,
            },
            ..Vocabulary::EMPTY
        };
        Bag::of(&Article::plain(text, None), Printed::Kept, vocabulary)
    }

    fn names(text: &str) -> Vec<String> {
        let bag = bag(text);
        let printed = bag.printed.unwrap_or_default();
        let mut out: Vec<String> = (bag.terms.iter().filter(|t| t.is_name))
            .map(|t| printed[&t.key].clone())
            .collect();
        out.sort();
        out
    }

    #[test]
    fn names_are_written_with_capitals_inside_sentences() {
        assert_eq!(
            names(
                "Engineers closed the bridge at Ostrava on Monday. The bridge is 40 years old. Ostrava waits."
            ),
            ["40", "Monday", "Ostrava"]
        );
        assert_eq!(names("Bridge Closed At Ostrava"), Vec::<String>::new());
    }

    #[test]
    fn a_day_is_one_word() {
        let has = |text: &str| bag(text).has(words::key("may 12") as u32);
        assert!(has("It sailed on May 12 at noon."));
        assert!(has("It sailed on 12 May at noon."));
        assert!(!has("It may 12 times sail in May."));
    }
}
