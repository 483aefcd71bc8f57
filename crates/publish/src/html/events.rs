use std::collections::HashMap;

use dossier_model::{Event, EventId, ParticipantRole, Status, TimelineRef, TimelineRow, When, WhenPrecision};
use jiff::civil::Date;

use super::context::{Badge, Chips, Context, Fold, Name, key, status, support};
use super::scale::{Axis, Tick, percent};
use crate::clean::clean;
use crate::plain;

/// Rows of the timeline before it is folded.
const ROWS: usize = 12;
/// Rows of what is to come beside the brief.
const NEXT: usize = 5;

/// All dated rows over one axis.
pub(super) struct Timeline {
    pub(super) ticks: Vec<Tick>,
    pub(super) shortened: bool,
    /// From the first to the last report.
    pub(super) reports: Option<Band>,
    pub(super) rows: Fold<Row>,
    /// What is planned for a day after the reports, as many as have room beside the brief.
    pub(super) next: Vec<Row>,
    /// What is told to explain: other matters, long over. Not drawn, since it would take the axis.
    pub(super) background: Vec<Row>,
}

/// A stretch of the axis.
pub(super) struct Band {
    pub(super) x: String,
    pub(super) width: String,
}

/// One row.
pub(super) struct Row {
    pub(super) when: String,
    /// The words it was read from, where they say more.
    pub(super) said: String,
    pub(super) label: String,
    pub(super) href: Option<String>,
    pub(super) badge: Badge,
    pub(super) mark: Mark,
    pub(super) chips: Chips,
}

/// How a row is drawn.
pub(super) enum Mark {
    /// A known day.
    Dot { x: String },
    /// A period, or a day known only as lying in one.
    Bar {
        x: String,
        width: String,
        class: &'static str,
    },
    /// An open end: since, or by.
    Open { x: String, from: String, to: String },
    /// Nothing to draw.
    None,
}

/// The rows that tell of events: figures stand beside the brief and among the findings.
pub(super) fn timeline(c: &Context<'_>) -> Timeline {
    let events: HashMap<&EventId, &Event> = c.story.events.iter().map(|e| (&e.id, e)).collect();
    let event = |r: &TimelineRow| {
        r.refs.iter().find_map(|r| match r {
            TimelineRef::Event(id) => events.get(id).copied(),
            TimelineRef::Figure(_) => None,
        })
    };
    let (own, background): (Vec<&TimelineRow>, Vec<&TimelineRow>) = (c.story.timeline.iter())
        .filter(|r| event(r).is_some())
        .partition(|r| r.background.is_none());
    let reports = c.story.period;
    let mut room = NEXT;
    let (next, own): (Vec<&TimelineRow>, Vec<&TimelineRow>) = own.into_iter().partition(|r| {
        let day = r
            .when
            .from
            .or(r.when.to)
            .zip(reports)
            .is_some_and(|(day, p)| day > p.to);
        let is_next = room > 0 && day && event(r).is_some_and(|e| e.status == Status::Planned);
        room -= usize::from(is_next);
        is_next
    });
    let ends = own.iter().flat_map(|r| [r.when.from, r.when.to]).flatten();
    let days: Vec<Date> = ends
        .chain(reports.into_iter().flat_map(|p| [p.from, p.to]))
        .collect();
    let axis = Axis::new(days);
    let row = |r: &TimelineRow| {
        let event = event(r);
        Row {
            when: clean(&plain::when(&r.when)),
            said: clean(&r.when.text),
            label: clean(&r.label),
            href: event.map(|e| format!("#event-{}", key(e.id.as_str()))),
            badge: status(event.map_or(Status::Past, |e| e.status)),
            mark: if r.background.is_none() {
                mark(&axis, &r.when)
            } else {
                Mark::None
            },
            chips: c.chips(r.cites.iter()),
        }
    };
    Timeline {
        next: next.into_iter().map(row).collect(),
        rows: Fold::new(own.into_iter().map(row).collect(), ROWS),
        background: background.into_iter().map(row).collect(),
        shortened: axis.shortened,
        reports: reports.map(|p| band(&axis, p.from, p.to)),
        ticks: axis.ticks,
    }
}

fn band(axis: &Axis, from: Date, to: Date) -> Band {
    let (a, b) = (axis.at(from), axis.at(to));
    Band {
        x: percent(a),
        width: percent((b - a).max(0.4)),
    }
}

fn mark(axis: &Axis, when: &When) -> Mark {
    match (when.from, when.to) {
        (Some(from), Some(to)) if from == to => Mark::Dot {
            x: percent(axis.at(from)),
        },
        (Some(from), Some(to)) => {
            let Band { x, width } = band(axis, from, to);
            let exact = matches!(when.precision, WhenPrecision::Day | WhenPrecision::Minute);
            let class = if exact { "exact" } else { "vague" };
            Mark::Bar { x, width, class }
        }
        (Some(from), None) => Mark::Open {
            x: percent(axis.at(from)),
            from: percent(axis.at(from)),
            to: "100%".to_owned(),
        },
        (None, Some(to)) => Mark::Open {
            x: percent(axis.at(to)),
            from: percent((axis.at(to) - 12.0).max(0.0)),
            to: percent(axis.at(to)),
        },
        (None, None) => Mark::None,
    }
}

/// Events of one status.
pub(super) struct Group {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) rows: Fold<Item>,
}

/// One event.
pub(super) struct Item {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) when: Option<String>,
    pub(super) said: Option<String>,
    pub(super) place: Option<Name>,
    pub(super) sources: Vec<Name>,
    pub(super) targets: Vec<Name>,
    pub(super) support: String,
    pub(super) why: String,
    /// How sure it is, where that is less than a fact takes.
    pub(super) sureness: Option<String>,
    pub(super) chips: Chips,
}

impl Item {
    /// Whether anything is known of when, where or who.
    pub(super) fn is_placed(&self) -> bool {
        self.when.is_some() || self.place.is_some() || self.sources.len() + self.targets.len() > 0
    }
}

pub(super) fn groups(c: &Context<'_>) -> Vec<Group> {
    // What is denied stands among the differences.
    let groups = [
        (Status::UnderWay, "under-way", "Under way"),
        (Status::Past, "past", "What happened"),
        (Status::Planned, "planned", "What is planned"),
        (Status::Hypothetical, "hypothetical", "What might be"),
    ];
    let (own, background): (Vec<&Event>, Vec<&Event>) = (c.story.events.iter())
        .filter(|e| e.status != Status::Denied)
        .partition(|e| e.background.is_none());
    let rows = |mut events: Vec<&Event>| {
        // The most widely told first; equal ones keep the record's order.
        events.sort_by_key(|e| std::cmp::Reverse((e.support.origins, e.support.articles)));
        Fold::new(events.into_iter().map(|e| item(c, e)).collect(), 8)
    };
    let groups = groups.map(|(status, id, title)| Group {
        id,
        title,
        rows: rows(own.iter().copied().filter(|e| e.status == status).collect()),
    });
    let background = Group {
        id: "background",
        title: "Background",
        rows: rows(background),
    };
    let groups = groups.into_iter().chain([background]);
    groups.filter(|g| !g.rows.is_empty()).collect()
}

/// Events that are not sure enough.
pub(super) fn doubtful(c: &Context<'_>, events: &[Event]) -> Vec<Item> {
    events.iter().map(|e| item(c, e)).collect()
}

fn item(c: &Context<'_>, e: &Event) -> Item {
    let name = |id: &dossier_model::EntityId| c.who(id);
    let who = |role: ParticipantRole| {
        let them = e.participants.iter().filter(move |p| p.role == role);
        them.filter_map(|p| name(&p.entity)).collect::<Vec<_>>()
    };
    let when = e.when.as_ref().map(|w| clean(&plain::when(w)));
    let said = e
        .when
        .as_ref()
        .map(|w| clean(&w.text))
        .filter(|s| !s.is_empty() && Some(s) != when.as_ref());
    Item {
        id: key(e.id.as_str()),
        label: clean(&e.label),
        when,
        said,
        place: e.place.as_ref().and_then(name),
        sources: who(ParticipantRole::Source),
        targets: who(ParticipantRole::Target),
        support: support(e.support),
        why: clean(&e.why),
        sureness: c.sureness(e.confidence),
        chips: c.chips(e.cites.iter()),
    }
}
