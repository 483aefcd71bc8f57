//! Rows that are told to explain the story and are no part of it: what was over long before anybody told it here.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    ArticleId, Cite, Event, EventId, Figure, FigureId, Span, TimelineRef, TimelineRow, When,
};
use jiff::civil::Date;

use crate::interval::MONTH;
use crate::matter::Matter;
use crate::scope::Scope;
use crate::statement::Statements;

/// Says of each row whether it is background, and why. What the articles open with is their news whenever it was.
pub fn mark(
    scope: &Scope<'_>,
    matter: &Matter,
    events: &mut [Event],
    figures: &mut [Figure],
    statements: &mut Statements,
) {
    let days: BTreeMap<&ArticleId, Date> = (scope.docs.iter())
        .filter_map(|d| Some((&d.article.id, d.article.reference_day()?)))
        .collect();
    for event in events.iter_mut() {
        let told = event.cites.iter().map(|c| days.get(&c.article).copied());
        let time = span_of(event.when.as_ref()).filter(|_| matter.openers(scope, event).is_none());
        event.background = time.and_then(|days| why(days, told));
    }
    let asides: Vec<(&Cite, &str)> = (events.iter())
        .filter_map(|e| Some((e, e.background.as_deref()?)))
        .flat_map(|(e, why)| e.cites.iter().map(move |c| (c, why)))
        .collect();
    // What a number counts belongs to the event of its clause; a year's trade is no event and stays news of its story.
    for figure in figures.iter_mut() {
        let cites = figure.reports.iter().map(|r| &r.cite);
        figure.background = reason(&asides, cites, |aside, cite| aside.contains(cite));
    }
    // A sentence that only mentions an old year may be of today: it is told to explain where such an event is all it tells.
    for row in &mut statements.rows {
        let cites = row.reports.iter().map(|r| &r.cite);
        row.background = reason(&asides, cites, |aside, cite| {
            aside.intersection(cite).map_or(0, |s| s.len()) * 5 >= cite.len() * 4
        });
    }
}

/// The first reason, where the words of a background event hold each of the cites.
fn reason<'a>(
    asides: &[(&Cite, &str)],
    mut cites: impl Iterator<Item = &'a Cite>,
    holds: impl Fn(Span, Span) -> bool,
) -> Option<String> {
    let holder = |cite: &Cite| {
        let mut all = asides.iter();
        all.find(|(c, _)| c.article == cite.article && holds(c.span, cite.span))
    };
    let (_, why) = holder(cites.next()?)?;
    cites.all(|c| holder(c).is_some()).then(|| (*why).to_owned())
}

/// Says it of the rows of the timeline, which are those of events and figures.
pub fn mark_timeline(timeline: &mut [TimelineRow], events: &[Event], figures: &[Figure]) {
    let events: BTreeMap<&EventId, &Option<String>> = events.iter().map(|e| (&e.id, &e.background)).collect();
    let figures: BTreeMap<&FigureId, &Option<String>> =
        figures.iter().map(|f| (&f.id, &f.background)).collect();
    for row in timeline {
        let of = |r: &TimelineRef| match r {
            TimelineRef::Event(id) => events.get(id).and_then(|w| w.as_deref()),
            TimelineRef::Figure(id) => figures.get(id).and_then(|w| w.as_deref()),
        };
        let all: Option<BTreeSet<&str>> = row.refs.iter().map(of).collect();
        row.background = all.and_then(|a| a.first().map(|w| (*w).to_owned()));
    }
}

/// The days of a closed time.
fn span_of(when: Option<&When>) -> Option<(Date, Date)> {
    let when = when?;
    let to = when.to?;
    Some((when.from.unwrap_or(to), to))
}

/// The reason, where each who tells it does so a month and the time's own length after its end: the figures of a year are
/// news for long, a day is not. Where one day is unknown, so is this.
fn why((from, to): (Date, Date), mut told: impl Iterator<Item = Option<Date>>) -> Option<String> {
    let least = MONTH + (to - from).get_days();
    let is_late = |day: Option<Date>| day.is_some_and(|day| (day - to).get_days() > least);
    told.all(is_late)
        .then(|| format!("It was over by {to}, long before any of the articles that tell it."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_news_for_a_month_and_a_year_for_longer() {
        let told = |days: &[Date]| days.iter().map(|d| Some(*d)).collect::<Vec<_>>();
        let day = (date(2031, 3, 3), date(2031, 3, 3));
        assert!(why(day, told(&[date(2031, 3, 20)]).into_iter()).is_none());
        assert!(why(day, told(&[date(2031, 5, 1)]).into_iter()).is_some());
        assert!(why(day, told(&[date(2031, 5, 1), date(2031, 3, 4)]).into_iter()).is_none());
        assert!(why(day, [None].into_iter()).is_none());
        let year = (date(2031, 1, 1), date(2031, 12, 31));
        assert!(why(year, told(&[date(2032, 4, 14)]).into_iter()).is_none());
        assert!(why(year, told(&[date(2034, 4, 14)]).into_iter()).is_some());
    }
}
