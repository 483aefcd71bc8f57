//! Events and dated figures in date order.

use dossier_model::{Cites, Event, EventType, Figure, Status, TimelineRef, TimelineRow, When};
use jiff::civil::Date;

use crate::interval;

/// The rows: events with a time, and figures that hold for a stated period.
#[must_use]
pub fn order(events: &[Event], figures: &[Figure]) -> Vec<TimelineRow> {
    let mut rows: Vec<TimelineRow> = events
        .iter()
        .filter(|e| e.status != Status::Denied && !matches!(e.kind, EventType::Statement))
        .filter_map(|e| {
            Some(TimelineRow {
                when: e.when.clone()?,
                label: e.label.clone(),
                refs: vec![TimelineRef::Event(e.id.clone())],
                cites: e.cites.clone(),
            })
        })
        .collect();
    rows.extend(figures.iter().filter_map(|f| {
        let when = f.period.clone().filter(|w| w.from.is_some() && w.to.is_some())?;
        let first = f.reports.first()?;
        if f.measure.is_empty() || first.cite.span.is_empty() {
            return None;
        }
        Some(TimelineRow {
            when,
            label: f.measure.clone(),
            refs: vec![TimelineRef::Figure(f.id.clone())],
            cites: Cites::new(f.reports.iter().map(|r| r.cite.clone()).collect())?,
        })
    }));
    rows.sort_by(|a, b| key(&a.when).cmp(&key(&b.when)).then_with(|| a.refs.cmp(&b.refs)));
    rows
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
