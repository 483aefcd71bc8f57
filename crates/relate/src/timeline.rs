//! Events and dated figures in date order.

use dossier_model::{Cites, Event, EventType, Status, TimelineRef, TimelineRow, When};
use jiff::civil::Date;

use crate::figure::Figures;
use crate::interval;

/// The rows: events with a time, and figures that hold for a stated period.
#[must_use]
pub fn order(events: &[Event], figures: &Figures) -> Vec<TimelineRow> {
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
    rows.extend(
        figures
            .rows
            .iter()
            .zip(&figures.printed)
            .filter_map(|(f, printed)| {
                let when = f.period.clone().filter(|w| w.from.is_some() && w.to.is_some())?;
                // A count of one day is that day's event; only what several tell of it belongs here. A rank is no
                // news of its year.
                let is_told = f.support.articles > 1 || !interval::within(&when, 27);
                if f.measure.is_empty() || f.unit.is_none() || !is_told {
                    return None;
                }
                Some(TimelineRow {
                    when,
                    label: format!("{}: {printed}", f.measure),
                    refs: vec![TimelineRef::Figure(f.id.clone())],
                    cites: Cites::new(f.reports.iter().map(|r| r.cite.clone()).collect())?,
                })
            }),
    );
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
