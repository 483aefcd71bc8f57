//! When a page was published, and when it was changed.

use dossier_model::{Basis, Evidence, Published, PublishedPrecision};
use serde_json::Value;

use super::super::linked::Thing;
use super::super::survey::{Placed, Survey};
use crate::date;

dossier_world::ranked!(PUBLISHED = "html/fields_published.tsv");
dossier_world::ranked!(MODIFIED = "html/fields_modified.tsv");

/// A moment that a page states.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// What they say.
    pub when: Published,
    /// How it is known.
    pub evidence: Evidence,
}

/// Where a page says when it was published and changed.
pub(super) struct Dates<'p, 'd> {
    /// Its fields and elements.
    pub survey: &'p Survey<'d>,
    /// What data describe, its own article first.
    pub things: &'p [&'p Thing],
    /// Its headline.
    pub heading: Option<&'p Placed<'d>>,
    /// Its language, which tells day and month apart.
    pub language: Option<&'p str>,
}

/// Bytes of words around the headline in which a `time` is the article's.
const AROUND: (usize, usize) = (300, 900);

/// Words of a paragraph that speaks of a day.
const PROSE: usize = 24;

/// Days in one list that make it one of happenings or of other stories.
const SERIES: usize = 3;

impl<'d> Dates<'_, 'd> {
    /// When it was published. What is later than the change to it by more than a day is of another thing.
    pub(super) fn published(&self, modified: Option<&Moment>) -> Option<Moment> {
        let mut all: Vec<Moment> = Vec::new();
        all.extend(self.in_things(&["datePublished"]));
        let fields = self.survey.all(&PUBLISHED);
        all.extend(fields.filter_map(|f| self.moment(&f.content, f.evidence)));
        all.extend(self.properties(&["datepublished", "pubdate"]));
        all.extend(self.in_things(&["dateCreated", "uploadDate"]));
        all.extend(self.properties(&["datecreated", "uploaddate"]));
        all.extend(self.times());
        let sane = |m: &&Moment| {
            modified
                .is_none_or(|later| m.when.date <= later.when.date.saturating_add(jiff::Span::new().days(1)))
        };
        let first = all.iter().find(sane)?;
        // One field has the day, another the time of that day.
        let whole =
            |m: &&Moment| m.when.date == first.when.date && m.when.precision == PublishedPrecision::Second;
        let exact = (first.when.precision == PublishedPrecision::Day)
            .then(|| all.iter().find(whole))
            .flatten();
        Some(exact.unwrap_or(first).clone())
    }

    /// When it was changed, as fields say, the surer first.
    pub(super) fn changes(&self) -> Vec<Moment> {
        let fields = self.survey.all(&MODIFIED);
        self.in_things(&["dateModified"])
            .chain(fields.filter_map(|f| self.moment(&f.content, f.evidence)))
            .chain(self.properties(&["datemodified"]))
            .collect()
    }

    /// What a field writes of the day of publication where it may mean two days.
    pub(super) fn doubtful(&self) -> Option<String> {
        let data = self
            .things
            .iter()
            .filter_map(|t| t.get("datePublished")?.as_str());
        let fields = self.survey.all(&PUBLISHED).map(|f| f.content.as_str());
        data.chain(fields)
            .find(|text| date::is_doubtful(text))
            .map(str::to_owned)
    }

    /// `None` where it is no date, or one that programs write where they know none.
    fn moment(&self, text: &str, evidence: Evidence) -> Option<Moment> {
        let text = text.trim();
        let when = date::parse_in_language(text, Basis::Metadata, self.language)?;
        let epoch = when.date.year() == 1970 && when.date.day_of_year() == 1;
        (when.precision >= PublishedPrecision::Day && !epoch).then_some(Moment { when, evidence })
    }

    fn in_things(&self, keys: &'static [&'static str]) -> impl Iterator<Item = Moment> {
        self.things.iter().filter_map(|thing| self.in_thing(thing, keys))
    }

    fn in_thing(&self, thing: &Thing, keys: &[&str]) -> Option<Moment> {
        keys.iter().find_map(|key| {
            let value = match thing.get(*key)? {
                Value::Array(all) => all.first()?,
                one => one,
            };
            let value = value.get("@value").unwrap_or(value);
            let number = value.as_i64().map(|n| n.to_string());
            self.moment(number.as_deref().or(value.as_str())?, Evidence::JsonLd)
        })
    }

    fn properties(&self, names: &'static [&'static str]) -> impl Iterator<Item = Moment> {
        let named = self.survey.properties.iter();
        let named = named.filter(|(name, p)| names.contains(&name.as_str()) && p.is_beside(self.heading));
        named
            .take(4)
            .filter_map(|(_, p)| self.in_element(p, Evidence::Microdata))
    }

    fn in_element(&self, placed: &Placed<'_>, evidence: Evidence) -> Option<Moment> {
        let node = &placed.node;
        ["datetime", "content"]
            .iter()
            .filter_map(|a| node.attr(a))
            .find_map(|a| self.moment(&a, evidence))
            .or_else(|| self.moment(&placed.text(), evidence))
    }

    /// `time` elements near the headline, unless they say that they are of a change, or stand in a sentence or in a series
    /// of days.
    fn times(&self) -> Vec<Moment> {
        let Some(heading) = self.heading else {
            return Vec::new();
        };
        let near = |p: &&Placed<'_>| {
            p.is_beside(Some(heading)) && p.at + AROUND.0 >= heading.at && p.at <= heading.at + AROUND.1
        };
        let (above, below): (Vec<_>, Vec<_>) = self
            .survey
            .times
            .iter()
            .filter(near)
            .partition(|p| p.at < heading.at);
        let ordered = below.into_iter().chain(above.into_iter().rev());
        ordered
            .filter(|p| !is_of_change(p) && !is_told(p) && !self.is_in_series(p))
            .filter_map(|p| self.in_element(p, Evidence::Element))
            .take(3)
            .collect()
    }

    /// Whether the list around an element has several days: one of happenings.
    fn is_in_series(&self, placed: &Placed<'_>) -> bool {
        let Some(list) = around(placed, &["ul", "ol", "dl", "tbody", "table"]) else {
            return false;
        };
        let mut days: Vec<_> = self
            .survey
            .times
            .iter()
            .filter(|t| around(t, &["ul", "ol", "dl", "tbody", "table"]).is_some_and(|l| l.id == list.id))
            .filter_map(|t| Some(self.in_element(t, Evidence::Element)?.when.date))
            .take(20)
            .collect();
        days.sort_unstable();
        days.dedup();
        days.len() >= SERIES
    }
}

fn is_of_change(placed: &Placed<'_>) -> bool {
    let words = placed.text().to_lowercase();
    let before = placed
        .node
        .prev_sibling()
        .map(|n| n.text().to_lowercase())
        .unwrap_or_default();
    let class = placed.node.class().map(|c| c.to_lowercase()).unwrap_or_default();
    // WordPress gives the time of publication both names where there was no change.
    let class = class.contains("updated") && !class.contains("published");
    class
        || super::super::shown::is_of_change(&words)
        || before.len() < 60 && super::super::shown::is_of_change(&before)
}

/// Whether a `time` is a word of a paragraph.
fn is_told(placed: &Placed<'_>) -> bool {
    around(placed, &["p", "li", "dd", "td"]).is_some_and(|block| {
        let text = block.text();
        text.split_whitespace().count() > PROSE || text.contains(['。', '।'])
    })
}

/// The nearest element around another that has one of these names.
fn around<'d>(placed: &Placed<'d>, names: &[&str]) -> Option<dom_query::NodeRef<'d>> {
    placed
        .node
        .ancestors_it(Some(6))
        .find(|n| names.iter().any(|name| n.has_name(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn day(html: &str) -> Option<String> {
        let doc = Document::from(html);
        let survey = Survey::of(&doc);
        let heading = survey.headings.first();
        let dates = Dates {
            survey: &survey,
            things: &[],
            heading,
            language: survey.language.as_deref(),
        };
        dates
            .published(dates.changes().first())
            .map(|m| date::written(m.when))
    }

    #[test]
    fn fields_and_elements() {
        for (html, expected) in [
            (
                "<meta name=dc.date content=2025-04-14><meta property=article:published_time content=2025-04-14T10:20:00Z>",
                Some("2025-04-14T10:20:00+00:00"),
            ),
            (
                "<meta name=date content=2025-04-14><meta name=sailthru.date content='2025-04-14 10:20:00'>",
                Some("2025-04-14T10:20:00"),
            ),
            ("<meta itemprop=datePublished content=0001-01-01T00:00:00>", None),
            ("<meta itemprop=datePublished content=1970-01-01T00:00:00Z>", None),
            (
                "<meta name=pubdate content=2025-04-20><meta name=lastmod content=2025-04-14>",
                None,
            ),
            (
                "<h1>Ferry line</h1><time datetime=2025-04-14>today</time>",
                Some("2025-04-14"),
            ),
            (
                "<h1>Ferry line</h1>Updated: <time datetime=2025-04-14>today</time>",
                None,
            ),
            (
                "<h1>Ferry line</h1><div class=related-stories><time datetime=2025-04-14></time></div>",
                None,
            ),
            (
                "<html lang=fr><meta name=date content='04/05/2025 à 18h30'>",
                Some("2025-05-04T18:30:00"),
            ),
            ("<html lang=en><meta name=date content='04/05/2025'>", None),
            (
                "<meta name=date content=1747163700>",
                Some("2025-05-13T19:15:00+00:00"),
            ),
            (
                "<h1>Ferry line</h1><p>The pier was opened by the mayor of the town on <time datetime=1998-03-03>3 March</time>, when \
                 the first of the two boats came in from the yard in the north of the country.</p>",
                None,
            ),
            (
                "<h1>Ferry line</h1><ol><li><time datetime=1998-03-03></time> The pier</li><li><time datetime=2004-03-03></time> Two \
                 boats</li><li><time datetime=2011-03-03></time> The end</li></ol>",
                None,
            ),
            (
                "<h1>Ferry line</h1><ul><li>Ana Ruiz</li><li><time datetime=2025-04-14></time></li></ul>",
                Some("2025-04-14"),
            ),
            (
                "<h1>Ferry line</h1><blockquote class=post><time datetime=2019-07-04></time></blockquote>",
                None,
            ),
        ] {
            assert_eq!(day(html).as_deref(), expected, "{html}");
        }
    }
}
