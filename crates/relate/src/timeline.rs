//! Events and dated figures in date order.

use dossier_model::{Cite, Cites, Event, EventType, Status, TimelineRef, TimelineRow, When};
use jiff::civil::Date;

use crate::figure::Figures;
use crate::interval;

/// The rows: events with a time, and figures that hold for a stated period. What is denied or only thought of has no
/// place among what happened; a figure that the words of an event of that time tell is part of the event's row.
#[must_use]
pub fn order(events: &[Event], figures: &Figures) -> Vec<TimelineRow> {
    let is_news = |e: &&Event| {
        !matches!(e.status, Status::Denied | Status::Hypothetical) && e.kind != EventType::Statement
    };
    let mut rows: Vec<TimelineRow> = Vec::new();
    for event in events.iter().filter(is_news) {
        let Some(when) = event.when.clone().filter(|w| w.from.or(w.to).is_some()) else {
            continue;
        };
        let this = TimelineRef::Event(event.id.clone());
        let same = |r: &&mut TimelineRow| r.label == event.label && interval::same(&r.when, &when);
        match rows.iter_mut().find(same) {
            // Two rows of the record with one label and one time read as one.
            Some(row) => {
                row.refs.push(this);
                row.cites = both(&row.cites, &event.cites);
                row.confidence = row.confidence.max(event.confidence);
            }
            None => rows.push(TimelineRow {
                when,
                label: event.label.clone(),
                refs: vec![this],
                cites: event.cites.clone(),
                background: None,
                confidence: event.confidence,
            }),
        }
    }
    let of_events = rows.len();
    for (figure, printed) in figures.rows.iter().zip(&figures.printed) {
        let period = figure.period.clone();
        let Some(when) = period.filter(|w| w.from.is_some() && w.to.is_some()) else {
            continue;
        };
        // A count of one day is that day's event; only what several tell of it belongs here. A rank is no news of
        // its year.
        let is_told = figure.support.articles > 1 || !interval::within(&when, 27);
        let cites = Cites::new(figure.reports.iter().map(|r| r.cite.clone()).collect());
        let Some(cites) = cites.filter(|_| is_told && !figure.measure.is_empty() && figure.unit.is_some())
        else {
            continue;
        };
        let this = TimelineRef::Figure(figure.id.clone());
        let told_by =
            |r: &&mut TimelineRow| interval::overlap(&r.when, &when) && is_told_in(&cites, &r.cites);
        match rows[..of_events].iter_mut().find(told_by) {
            Some(row) => row.refs.push(this),
            None => rows.push(TimelineRow {
                when,
                label: format!("{}: {printed}", figure.measure),
                refs: vec![this],
                cites,
                background: None,
                confidence: figure.confidence,
            }),
        }
    }
    rows.sort_by(|a, b| key(&a.when).cmp(&key(&b.when)).then_with(|| a.refs.cmp(&b.refs)));
    rows
}

fn both(a: &Cites, b: &Cites) -> Cites {
    let mut all: Vec<Cite> = a.iter().chain(b.iter()).cloned().collect();
    all.dedup();
    Cites::new(all).unwrap_or_else(|| a.clone())
}

/// Whether most of the words of a figure stand inside the words of an event.
fn is_told_in(figure: &Cites, event: &Cites) -> bool {
    let holds = |c: &Cite| {
        event
            .iter()
            .any(|e| e.article == c.article && e.span.contains(c.span))
    };
    let held = figure.iter().filter(|c| holds(c)).count();
    held * 2 > figure.iter().count()
}

fn key(
    when: &When,
) -> (
    Option<Date>,
    Option<Date>,
    std::cmp::Reverse<(usize, dossier_model::WhenPrecision)>,
) {
    (
        when.from.or(when.to),
        when.to,
        std::cmp::Reverse(interval::exactness(when)),
    )
}
