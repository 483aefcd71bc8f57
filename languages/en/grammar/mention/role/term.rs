//! Since when and until when an office is held: "has been president since 2019", "mayor from 2009 to 2017",
//! "President Ana Ruiz, who took office in May 2016".
//!
//! Only words that stand right at the office tell. An election or a nomination is no beginning.

use dossier_model::{Layer, Span, TermDate, Time, When, WhenPrecision};

use super::Office;
use dossier_annotate::View;

/// How long an office is held, as far as told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Term {
    /// Its beginning.
    pub from: Option<TermDate>,
    /// Its end.
    pub to: Option<TermDate>,
}

/// Verbs that put somebody into an office on the day that is told.
const ENTERS: &[&str] = &[
    "became",
    "appointed",
    "sworn",
    "inaugurated",
    "took",
    "reappointed",
    "installed",
];

dossier_world::words!(LEAVES = "mention/leaving_verbs.txt");

/// How many words in front of an office may hold its verb.
const REACH: usize = 6;

/// The term that the words around an office tell.
pub(super) fn of(words: &View, times: &Layer<Time>, office: &Office) -> Term {
    let (start, end) = words.sentence_words(office.head);
    let page = Page { words, times, end };
    let mut at = office.end;
    if matches!(words.word(at), "," | "(") && at < end {
        at += 1;
    }
    if let Some(term) = page.stretch(at) {
        return term;
    }
    // "became president in 2010", "resigned as mayor in May".
    let before = office.start.saturating_sub(REACH).max(start)..office.start;
    let has = |verbs: &[&str]| before.clone().any(|k| verbs.contains(&words.fold(k)));
    let broken = before
        .clone()
        .any(|k| matches!(words.word(k), "," | ";" | ":") || words.fold(k) == "and");
    if at == office.end
        && !broken
        && let Some(day) = page.on_day(at)
    {
        match (has(ENTERS), has(&LEAVES)) {
            (true, false) => {
                return Term {
                    from: Some(day.first),
                    to: None,
                };
            }
            (false, true) => {
                return Term {
                    from: None,
                    to: Some(day.last),
                };
            }
            _ => {}
        }
    }
    page.behind_name(office.end)
}

/// The two ends of a told date.
#[derive(Clone, Copy)]
struct Ends {
    first: TermDate,
    last: TermDate,
}

struct Page<'a> {
    words: &'a View<'a>,
    times: &'a Layer<Time>,
    end: usize,
}

impl Page<'_> {
    fn is(&self, k: usize, list: &[&str]) -> bool {
        k < self.end && list.contains(&self.words.fold(k))
    }

    /// The time whose words begin at `k`, and the word behind it.
    fn time(&self, k: usize) -> Option<(&When, usize)> {
        if k >= self.end {
            return None;
        }
        let from = self.words.span(k).start;
        let found = self
            .times
            .inside(self.words.cover(k, self.end))
            .find(|t| t.span.start == from)?;
        let past = self.past(k, found.span);
        Some((found.value.when.as_ref()?, past))
    }

    fn past(&self, k: usize, span: Span) -> usize {
        (k..self.end)
            .find(|&i| self.words.span(i).start >= span.end)
            .unwrap_or(self.end)
    }

    /// "since 2019", "from 2009 to 2017", "until May", "(2011–2014)" at word `k`.
    fn stretch(&self, k: usize) -> Option<Term> {
        let words = self.words;
        if self.is(k, &["since"]) {
            let from = self.time(k + 1)?.0;
            return Some(Term {
                from: Some(first(from)?),
                to: None,
            });
        }
        if self.is(k, &["until", "till"]) {
            let to = self.time(k + 1)?.0;
            return Some(Term {
                from: None,
                to: Some(last(to)?),
            });
        }
        let opens = self.is(k, &["from", "between"]);
        if opens
            && let Some((from, past)) = self.time(k + 1)
            && self.is(past, &["to", "until", "till", "through", "and"])
            && (words.fold(k) == "between") == (words.fold(past) == "and")
            && let Some((to, _)) = self.time(past + 1)
        {
            return Some(Term {
                from: first(from),
                to: last(to),
            });
        }
        // One expression for both ends: "2011–2014".
        let at = k + usize::from(opens || self.is(k, &["in"]));
        let (range, _) = self.time(at)?;
        let (from, to) = (range.from?, range.to?);
        let years = range.precision == WhenPrecision::Year && from.year() != to.year();
        years.then(|| Term {
            from: first(range),
            to: last(range),
        })
    }

    /// "in May 2016", "on Monday" at word `k`.
    fn on_day(&self, k: usize) -> Option<Ends> {
        let at = k + usize::from(self.is(k, &["in", "on"]));
        let (when, _) = self.time(at)?;
        Some(Ends {
            first: first(when)?,
            last: last(when)?,
        })
    }

    /// ", who took office in May 2016" behind the name that stands behind the office.
    fn behind_name(&self, office_end: usize) -> Term {
        let none = Term::default();
        let Some(who) = (office_end + 1..self.end.min(office_end + 7)).find(|&k| self.is(k, &["who"])) else {
            return none;
        };
        if self.words.word(who - 1) != ","
            || (office_end..who - 1).any(|k| matches!(self.words.word(k), "," | "and"))
        {
            return none;
        }
        let at = |row: &[&str]| row.iter().enumerate().all(|(i, w)| self.is(who + 1 + i, &[*w]));
        if at(&["took", "office"]) || at(&["assumed", "office"]) || at(&["came", "to", "power"]) {
            let past = who + if self.is(who + 2, &["office"]) { 3 } else { 4 };
            return self.on_day(past).map_or(none, |d| Term {
                from: Some(d.first),
                to: None,
            });
        }
        if at(&["left", "office"]) {
            return self.on_day(who + 3).map_or(none, |d| Term {
                from: None,
                to: Some(d.last),
            });
        }
        let held = at(&["has", "been", "in", "office"])
            || at(&["has", "been", "in", "power"])
            || at(&["has", "held", "the", "post"])
            || at(&["has", "held", "the", "office"]);
        if held && self.is(who + 5, &["since"]) {
            return self.stretch(who + 5).unwrap_or(none);
        }
        none
    }
}

fn exact(when: &When) -> bool {
    matches!(
        when.precision,
        WhenPrecision::Year | WhenPrecision::Month | WhenPrecision::Day
    )
}

fn first(when: &When) -> Option<TermDate> {
    let day = when.from.filter(|_| exact(when))?;
    Some(TermDate {
        day,
        precision: when.precision,
    })
}

fn last(when: &When) -> Option<TermDate> {
    let day = when.to.filter(|_| exact(when))?;
    Some(TermDate {
        day,
        precision: when.precision,
    })
}

#[cfg(test)]
mod tests {
    use dossier_model::{Article, TermDate, WhenPrecision};

    /// Roles as "name: title from–to", each end as exact as told.
    fn terms(text: &str) -> String {
        let article = Article::plain(text, Some(jiff::civil::date(2026, 5, 4)));
        let notes = crate::annotate(&article);
        let shown = |d: Option<TermDate>| match d {
            None => String::new(),
            Some(d) if d.precision == WhenPrecision::Year => d.day.year().to_string(),
            Some(d) if d.precision == WhenPrecision::Month => d.day.to_string()[..7].to_owned(),
            Some(d) => d.day.to_string(),
        };
        let told = notes.roles.iter().map(|r| {
            let holder = notes.local(r.value.holder).map_or("?", |l| l.name.as_str());
            let title = r.value.title.of(text);
            format!("{holder}: {title} {}–{}", shown(r.value.from), shown(r.value.to))
        });
        told.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn the_words_at_an_office_tell_its_term() {
        for (text, expected) in [
            (
                "Ana Ruiz, who has been president since 2019, spoke.",
                "Ana Ruiz: president 2019–",
            ),
            (
                "Paul Girard was mayor of Oslo from 2009 to 2017.",
                "Paul Girard: mayor 2009–2017",
            ),
            (
                "Juan Soto, ambassador to Chile until May 2014, wrote a book.",
                "Juan Soto: ambassador to Chile –2014-05",
            ),
            (
                "Ion Popa, minister between 2001 and 2005, left.",
                "Ion Popa: minister 2001–2005",
            ),
            (
                "Mark Hale took office as governor in May 2016.",
                "Mark Hale: governor 2016-05–",
            ),
            (
                "Mark Hale became governor in May 2016.",
                "Mark Hale: governor 2016-05–",
            ),
            (
                "President Ana Ruiz, who took office on 3 March 2021, spoke.",
                "Ana Ruiz: President 2021-03-03–",
            ),
        ] {
            assert_eq!(terms(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_term_stays_open() {
        for (text, expected) in [
            // Elected is not yet in office; the meeting was in May, the office has no date.
            (
                "Ana Ruiz was elected president in November 2016.",
                "Ana Ruiz: president –",
            ),
            (
                "President Ana Ruiz met farmers in May 2024.",
                "Ana Ruiz: President –",
            ),
            (
                "Ana Ruiz, the president, has criticised the bank since 2019.",
                "Ana Ruiz: president –",
            ),
            (
                "Prices have risen since 2019, President Ana Ruiz said.",
                "Ana Ruiz: President –",
            ),
        ] {
            assert_eq!(terms(text), expected, "{text}");
        }
    }
}
