//! When a page was published, and when it was changed.

use dossier_model::{Basis, Evidence, Published, PublishedPrecision};
use serde_json::Value;

use super::super::linked::Thing;
use super::super::survey::{Placed, Survey};
use crate::date;

dossier_world::ranked!(PUBLISHED = "html/fields_published.tsv");
dossier_world::ranked!(MODIFIED = "html/fields_modified.tsv");

/// A moment as a field writes it.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// The words of the field.
    pub text: String,
    /// What they say.
    pub when: Published,
    /// How it is known.
    pub evidence: Evidence,
}

/// When it was published. What is later than the change to it by more than a day is of another thing.
pub(super) fn published(
    survey: &Survey<'_>,
    things: &[&Thing],
    heading: Option<&Placed<'_>>,
    modified: Option<&Moment>,
) -> Option<Moment> {
    let mut all: Vec<Moment> = Vec::new();
    all.extend(things.iter().filter_map(|t| in_thing(t, &["datePublished"])));
    all.extend(
        survey
            .all(&PUBLISHED)
            .filter_map(|f| moment(&f.content, f.evidence)),
    );
    all.extend(properties(survey, heading, &["datepublished", "pubdate"]));
    all.extend(
        things
            .iter()
            .filter_map(|t| in_thing(t, &["dateCreated", "uploadDate"])),
    );
    all.extend(properties(survey, heading, &["datecreated"]));
    all.extend(times(survey, heading));
    let sane = |m: &&Moment| {
        modified.is_none_or(|later| m.when.date <= later.when.date.saturating_add(jiff::Span::new().days(1)))
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
pub(super) fn changes(survey: &Survey<'_>, things: &[&Thing], heading: Option<&Placed<'_>>) -> Vec<Moment> {
    let data = things.iter().filter_map(|t| in_thing(t, &["dateModified"]));
    let fields = survey
        .all(&MODIFIED)
        .filter_map(|f| moment(&f.content, f.evidence));
    data.chain(fields)
        .chain(properties(survey, heading, &["datemodified"]))
        .collect()
}

/// `None` where it is no date, or one that programs write where they know none.
fn moment(text: &str, evidence: Evidence) -> Option<Moment> {
    let text = text.trim();
    let when = date::parse_published(text, Basis::Metadata)?;
    let epoch = when.date.year() == 1970 && when.date.day_of_year() == 1;
    (when.precision >= PublishedPrecision::Day && !epoch).then(|| Moment {
        text: text.to_owned(),
        when,
        evidence,
    })
}

fn in_thing(thing: &Thing, keys: &[&str]) -> Option<Moment> {
    keys.iter().find_map(|key| {
        let value = match thing.get(*key)? {
            Value::Array(all) => all.first()?,
            one => one,
        };
        if let Some(seconds) = value.as_i64() {
            return moment(&of_seconds(seconds)?, Evidence::JsonLd);
        }
        moment(value.as_str()?, Evidence::JsonLd)
    })
}

/// A moment that is written as seconds, or thousandths of them, since 1970; none before 1990 or behind 2100.
fn of_seconds(number: i64) -> Option<String> {
    let seconds = if number > 100_000_000_000 {
        number / 1_000
    } else {
        number
    };
    let sane = (631_152_000..4_102_444_800).contains(&seconds);
    sane.then(|| jiff::Timestamp::from_second(seconds).ok().map(|t| t.to_string()))
        .flatten()
}

fn properties(survey: &Survey<'_>, heading: Option<&Placed<'_>>, names: &[&str]) -> Vec<Moment> {
    let named = survey
        .properties
        .iter()
        .filter(|(name, p)| names.contains(&name.as_str()) && p.is_beside(heading));
    named
        .take(4)
        .filter_map(|(_, p)| in_element(p, Evidence::Microdata))
        .collect()
}

fn in_element(placed: &Placed<'_>, evidence: Evidence) -> Option<Moment> {
    let node = &placed.node;
    ["datetime", "content"]
        .iter()
        .filter_map(|a| node.attr(a))
        .find_map(|a| moment(&a, evidence))
        .or_else(|| moment(&placed.text(), evidence))
}

/// Bytes of words around the headline in which a `time` is the article's.
const AROUND: (usize, usize) = (300, 900);

/// `time` elements near the headline, unless they say that they are of a change.
fn times(survey: &Survey<'_>, heading: Option<&Placed<'_>>) -> Vec<Moment> {
    let Some(heading) = heading else { return Vec::new() };
    let near = |p: &&Placed<'_>| {
        p.is_beside(Some(heading)) && p.at + AROUND.0 >= heading.at && p.at <= heading.at + AROUND.1
    };
    let (above, below): (Vec<_>, Vec<_>) = survey.times.iter().filter(near).partition(|p| p.at < heading.at);
    let changed = |p: &Placed<'_>| {
        let words = p.text().to_lowercase();
        let before = p
            .node
            .prev_sibling()
            .map(|n| n.text().to_lowercase())
            .unwrap_or_default();
        let class = p.node.class().map(|c| c.to_lowercase()).unwrap_or_default();
        // WordPress gives the time of publication both names where there was no change.
        let class = class.contains("updated") && !class.contains("published");
        class
            || super::super::shown::is_of_change(&words)
            || before.len() < 60 && super::super::shown::is_of_change(&before)
    };
    let ordered = below.into_iter().chain(above.into_iter().rev());
    ordered
        .filter(|p| !changed(p))
        .filter_map(|p| in_element(p, Evidence::Element))
        .take(3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    #[test]
    fn seconds() {
        for (number, expected) in [
            (1_747_163_700, Some("2025-05-13T19:15:00Z")),
            (1_747_163_700_000, Some("2025-05-13T19:15:00Z")),
            (2025, None),
            (20_250_513, None),
            (-1, None),
            (i64::MAX, None),
        ] {
            assert_eq!(of_seconds(number).as_deref(), expected);
        }
    }

    fn day(html: &str) -> Option<String> {
        let doc = Document::from(html);
        let survey = Survey::of(&doc);
        let heading = survey.headings.first();
        let changes = changes(&survey, &[], heading);
        published(&survey, &[], heading, changes.first()).map(|m| m.text)
    }

    #[test]
    fn fields_and_elements() {
        for (html, expected) in [
            (
                "<meta name=dc.date content=2025-04-14><meta property=article:published_time content=2025-04-14T10:20:00Z>",
                Some("2025-04-14T10:20:00Z"),
            ),
            (
                "<meta name=date content=2025-04-14><meta name=sailthru.date content='2025-04-14 10:20:00'>",
                Some("2025-04-14 10:20:00"),
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
        ] {
            assert_eq!(day(html).as_deref(), expected, "{html}");
        }
    }
}
