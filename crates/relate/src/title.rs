//! What to call a story: the headline of its articles that an editor would choose.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{BlockKind, Digest, Fate, Span};

use crate::fold;
use crate::matter::Matter;
use crate::scope::Scope;
use crate::statement::Statements;
use crate::vocabulary::{HeadlineEnding, HeadlineOpening, Vocabulary};

/// Characters of a title that is no headline.
const LONGEST: usize = 140;
/// What is left of the score of a headline that asks, shouts, is cut off, or announces a film or a live report.
const FLAWED: f64 = 0.4;
/// The same for one that gives somebody's words: neutral ones come first where they tell as much.
const QUOTING: f64 = 0.8;

/// The same for one whose toll is lower than what most articles tell since.
const STALE: f64 = 0.5;
/// So many times the articles of an older toll tell the newer one.
const SINCE: usize = 2;

/// How many articles tell each number of those whom something befell.
#[derive(Default)]
struct Tolls(BTreeMap<Fate, BTreeMap<u64, BTreeSet<usize>>>);

impl Tolls {
    fn of(scope: &Scope<'_>) -> Self {
        let mut out = Self::default();
        for doc in 0..scope.docs.len() {
            let whole = Span::new(0, scope.docs[doc].article.text().len());
            for (fate, value) in told(scope, doc, whole) {
                out.0
                    .entry(fate)
                    .or_default()
                    .entry(value)
                    .or_default()
                    .insert(doc);
            }
        }
        out
    }

    /// Whether the headline of an article tells fewer than at least twice as many articles tell.
    fn is_stale(&self, scope: &Scope<'_>, doc: usize) -> bool {
        let blocks = scope.docs[doc].article.evidence();
        let mut heads = blocks.filter(|b| b.kind == BlockKind::Headline);
        heads.any(|b| {
            told(scope, doc, b.span).into_iter().any(|(fate, value)| {
                let all = self.0.get(&fate);
                let own = all.and_then(|a| a.get(&value)).map_or(1, BTreeSet::len);
                let more = all.into_iter().flat_map(|a| a.range(value + 1..));
                more.map(|(_, docs)| docs.len()).max().unwrap_or(0) >= own * SINCE
            })
        })
    }
}

/// The numbers of a stretch that count whom something befell, by their measure or by the words around them.
fn told(scope: &Scope<'_>, doc: usize, span: Span) -> Vec<(Fate, u64)> {
    let notes = &scope.docs[doc].notes;
    let mut measured: BTreeMap<usize, Fate> = BTreeMap::new();
    for (figure, wording) in notes.figures.iter().zip(&notes.wording.figures) {
        let fates = Fate::ALL.iter().copied();
        if let Some(fate) = fates
            .into_iter()
            .find(|f| wording.key.iter().any(|k| k == f.as_str()))
        {
            measured.insert(figure.value.quantity, fate);
        }
    }
    let numbers = notes.quantities.iter().zip(&notes.wording.numbers).enumerate();
    numbers
        .filter(|(_, (q, _))| span.contains(q.span))
        .filter_map(|(k, (q, n))| {
            // "Five dead": the noun itself tells.
            let inside = || {
                let mut senses = notes
                    .tokens
                    .inside(q.span)
                    .filter_map(|i| notes.wording.senses.of(i));
                senses.find_map(|s| s.fate)
            };
            let fate = measured.get(&k).copied().or(n.context.fate).or_else(inside)?;
            let value = q.value.value.filter(|v| *v >= 1.0 && v.fract() == 0.0)?;
            Some((fate, value as u64))
        })
        .collect()
}

/// A headline without what is no part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Headline {
    text: String,
    is_flawed: bool,
    /// Whether it is in somebody's words.
    quotes: bool,
}

/// The headline that tells best what the articles open with, one that tells before one that asks; or else the sentence that
/// the digest begins with, the best told statement, or the first words of the first article, cut at a word.
#[must_use]
pub fn choose(scope: &Scope<'_>, statements: &Statements, digest: &[Digest], matter: &Matter) -> String {
    let mut best: Option<(f64, String)> = None;
    let tolls = Tolls::of(scope);
    for (doc, read) in scope.docs.iter().enumerate() {
        let Some(title) = read.article.meta.title.as_deref() else {
            continue;
        };
        let headline = clean(title, read.article.meta.outlet.as_deref(), scope.vocabulary);
        if headline.text.is_empty() {
            continue;
        }
        let flaw = if headline.is_flawed { FLAWED } else { 1.0 };
        let view = if headline.quotes { QUOTING } else { 1.0 };
        let age = if tolls.is_stale(scope, doc) { STALE } else { 1.0 };
        let score = matter.fit_of_line(scope, &headline.text) * flaw * view * age;
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, headline.text));
        }
    }
    if let Some((_, title)) = best {
        return title;
    }
    let lead = digest.first().map(|d| &d.text);
    let lead = lead.or_else(|| statements.rows.first().map(|s| &s.text));
    let lead = lead.cloned().or_else(|| {
        let block = scope.docs.first()?.article.evidence().next()?;
        Some(scope.line(0, block.span))
    });
    cut(&lead.unwrap_or_default(), LONGEST)
}

/// Takes the outlet's name and labels off a headline.
fn clean(title: &str, outlet: Option<&str>, vocabulary: Vocabulary) -> Headline {
    let mut text = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut is_flawed = false;
    while let Some(at) = [" | ", " - ", " – ", " — ", " :: "]
        .iter()
        .filter_map(|m| text.rfind(m))
        .max()
    {
        let tail = text[at..]
            .trim_start_matches([' ', '|', '-', '–', '—', ':'])
            .to_lowercase();
        let name = fold::letters(&tail);
        let is_outlet = outlet.map(fold::letters).is_some_and(|o| {
            name.len() > 2
                && (o.contains(&name) || name.contains(&o) || o.trim_start_matches("www").starts_with(&name))
        });
        let ending = (vocabulary.headline_ending)(&tail);
        let is_form = ending == Some(HeadlineEnding::Form);
        let is_section = text[at..].starts_with(" | ") && tail.split_whitespace().count() <= 4;
        let is_site =
            tail.ends_with(".com") || tail.ends_with(".org") || ending == Some(HeadlineEnding::Site);
        if !(is_outlet || is_form || is_section || is_site) || text[..at].split_whitespace().count() < 3 {
            break;
        }
        is_flawed |= is_form;
        text.truncate(at);
    }
    if let Some((label, rest)) = text.split_once(": ") {
        let label = label.trim_start_matches(['[', '(']).to_lowercase();
        let opening = (vocabulary.headline_opening)(&label);
        if opening.is_some() && rest.split_whitespace().count() > 2 {
            is_flawed |= opening == Some(HeadlineOpening::Form);
            text = rest.trim().to_owned();
        }
    }
    let lower = text.to_lowercase();
    is_flawed |= text.contains('!');
    is_flawed |= lower.ends_with(['?', '…']) || lower.ends_with("...") || (vocabulary.announces_film)(&lower);
    let quotes = quotes_at_length(&text);
    Headline {
        text,
        is_flawed,
        quotes,
    }
}

/// Whether a headline holds somebody's words, three or more in one place: it is his view of the story.
fn quotes_at_length(text: &str) -> bool {
    let mut marks = text.char_indices().filter(|(i, c)| match c {
        '"' | '“' | '”' | '‘' => true,
        // An apostrophe stands inside a word or at its end; a mark begins or ends a quotation.
        '\'' | '’' => {
            let inside = |s: Option<char>| s.is_some_and(char::is_alphanumeric);
            !(inside(text[..*i].chars().next_back()) && inside(text[i + c.len_utf8()..].chars().next()))
        }
        _ => false,
    });
    while let Some((from, _)) = marks.next() {
        let Some((to, _)) = marks.next() else { return false };
        if text[from..to].split_whitespace().count() >= 3 {
            return true;
        }
    }
    false
}

fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let end = text.char_indices().nth(longest).map_or(text.len(), |(i, _)| i);
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, outlet: &str, text: &str, is_flawed: bool) {
        let expected = (text, is_flawed);
        let vocabulary = Vocabulary {
            headline_opening: |label| match label {
                "watch" => Some(HeadlineOpening::Form),
                "breaking" => Some(HeadlineOpening::Notice),
                _ => None,
            },
            headline_ending: |tail| (tail == "video").then_some(HeadlineEnding::Form),
            ..Vocabulary::EMPTY
        };
        let headline = clean(title, Some(outlet), vocabulary);
        assert_eq!((headline.text.as_str(), headline.is_flawed), expected, "{title}");
    }

    #[test]
    fn an_outlet_is_no_part_of_its_headline() {
        check(
            "Ferry line opens in May | Harbour Post",
            "Harbour Post",
            "Ferry line opens in May",
            false,
        );
        check(
            "Ferry line opens in May - harbourpost.com",
            "harbourpost.com",
            "Ferry line opens in May",
            false,
        );
        check(
            "Ferry line opens in May - Harbour Post",
            "harbourpost.com",
            "Ferry line opens in May",
            false,
        );
        check(
            "BREAKING: Ferry line opens in May",
            "x",
            "Ferry line opens in May",
            false,
        );
    }

    #[test]
    fn a_dash_inside_a_headline_stays() {
        check(
            "Ferry line opens - and closes again",
            "Harbour Post",
            "Ferry line opens - and closes again",
            false,
        );
        check(
            "Minister: ferry line opens in May",
            "x",
            "Minister: ferry line opens in May",
            false,
        );
    }

    #[test]
    fn films_and_questions_come_second() {
        check(
            "WATCH: Ferry leaves the harbour",
            "x",
            "Ferry leaves the harbour",
            true,
        );
        check(
            "Ferry line opens in May – video",
            "x",
            "Ferry line opens in May",
            true,
        );
        check(
            "Will the ferry line open in May?",
            "x",
            "Will the ferry line open in May?",
            true,
        );
    }

    #[test]
    fn somebody_s_words_are_told_from_apostrophes() {
        assert!(quotes_at_length("Mayor: ‘We open the line in May’"));
        assert!(quotes_at_length("Mayor says \"we open in May\""));
        assert!(!quotes_at_length("Town's 'green' ferry is the pilots' pride"));
    }
}
