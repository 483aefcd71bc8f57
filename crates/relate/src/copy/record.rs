//! A passage as the record shows it, with its reason.

use dossier_model::{Article, Cite, Copy, CopyKind, Direction, Published, PublishedPrecision};

use super::Passage;
use crate::words::Words;

/// What tells which of two articles had a passage first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Day,
    Hour,
    Credit,
}

/// A passage as the record shows it: from the earlier or credited article, where either is known.
#[must_use]
pub fn to_record(passage: &Passage, articles: &[(&Article, &Words)]) -> Option<Copy> {
    let side = |i: usize, range: &std::ops::Range<usize>| -> Option<Cite> {
        let (article, words) = articles.get(i)?;
        Some(Cite {
            article: article.id.clone(),
            span: words.span_of(range, article.text())?,
        })
    };
    let left = side(passage.left, &passage.left_words)?;
    let right = side(passage.right, &passage.right_words)?;
    let (a, b) = (articles[passage.left].0, articles[passage.right].0);
    let order = order(a, b);
    let (from, to, first, second) = match order {
        Some((false, _)) => (right, left, b, a),
        _ => (left, right, a, b),
    };
    let similarity = (passage.similarity() * 1000.0).round() / 1000.0;
    let kind = if passage.is_site {
        CopyKind::Boilerplate
    } else {
        CopyKind::News
    };
    Some(Copy {
        from,
        to,
        words: passage.matched,
        similarity,
        direction: order.map_or(Direction::Unknown, |_| Direction::Known),
        kind,
        why: why(passage, kind, order.map(|o| o.1), (first, second)),
        confidence: None,
    })
}

/// Whether `a` is the source, and by which sign: published earlier, or alone credited to an agency; `None` where
/// neither tells.
fn order(a: &Article, b: &Article) -> Option<(bool, Sign)> {
    if let (Some(x), Some(y)) = (a.meta.published, b.meta.published) {
        let is_exact = |p: Published| p.precision >= PublishedPrecision::Day;
        if is_exact(x) && is_exact(y) && x.date != y.date {
            return Some((x.date < y.date, Sign::Day));
        }
        if x.date == y.date
            && x.offset == y.offset
            && let (Some(s), Some(t)) = (x.time, y.time)
            && s != t
        {
            return Some((s < t, Sign::Hour));
        }
    }
    match (&a.meta.agency, &b.meta.agency) {
        (Some(_), None) => Some((true, Sign::Credit)),
        (None, Some(_)) => Some((false, Sign::Credit)),
        _ => None,
    }
}

/// Whether `a` is known to be the source of what it shares with `b`.
#[must_use]
pub fn is_source(a: &Article, b: &Article) -> bool {
    order(a, b).is_some_and(|o| o.0)
}

/// The reason in one sentence.
fn why(
    passage: &Passage,
    kind: CopyKind,
    sign: Option<Sign>,
    (first, second): (&Article, &Article),
) -> String {
    let longer = passage.left_words.len().max(passage.right_words.len());
    let shared = if passage.matched == longer {
        format!("the same {longer} words stand in both")
    } else {
        format!(
            "{} of {longer} words stand in both in the same order",
            passage.matched
        )
    };
    if kind == CopyKind::Boilerplate {
        let outlet = first.meta.outlet.as_deref().or(second.meta.outlet.as_deref());
        let whose = outlet.unwrap_or("the site");
        return format!(
            "{shared}; {whose} repeats them under articles on other matters, so they are its own words and no news"
        );
    }
    let day = |a: &Article| a.meta.published.map(|p| p.date.to_string()).unwrap_or_default();
    let hour = |a: &Article| {
        let time = a.meta.published.and_then(|p| p.time);
        time.map(|t| t.strftime("%H:%M:%S").to_string())
            .unwrap_or_default()
    };
    let direction = match sign {
        Some(Sign::Day) => format!(
            "the first was published on {}, the second on {}",
            day(first),
            day(second)
        ),
        Some(Sign::Hour) => format!(
            "on {} the first was published at {}, the second at {}",
            day(first),
            hour(first),
            hour(second)
        ),
        Some(Sign::Credit) => format!(
            "the first alone is credited to {}",
            first.meta.agency.as_deref().unwrap_or("an agency")
        ),
        None => "neither time nor credit tells which was first".to_owned(),
    };
    format!("{shared}; {direction}")
}
