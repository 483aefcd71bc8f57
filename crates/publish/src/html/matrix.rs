use std::collections::BTreeMap;

use dossier_model::{Agreement, Cite, OriginKind, VoiceKind};

use super::context::{Badge, Context, Fold, key};
use super::lead::origin;
use super::scale::{Axis, percent};
use crate::clean::clean;
use crate::plain;

/// Facts by articles, articles of one origin side by side.
pub(super) struct Matrix {
    pub(super) origins: Vec<Head>,
    /// Days at the two ends of the line on which reports stand.
    pub(super) ends: Option<(String, String)>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Fold<Row>,
    pub(super) voices: Fold<Voice>,
}

/// One origin.
pub(super) struct Head {
    pub(super) badge: Badge,
    /// The agency whose text it is: "AP → Daily Mail".
    pub(super) agency: Option<String>,
    pub(super) articles: Vec<Listed>,
    pub(super) why: String,
}

/// An article in the list of sources.
pub(super) struct Listed {
    pub(super) number: usize,
    pub(super) label: String,
    /// The headline, where the label is not its beginning.
    pub(super) title: Option<String>,
    /// Its place on the line of days.
    pub(super) x: Option<String>,
}

/// One article.
pub(super) struct Column {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) rest: String,
    pub(super) label: String,
    /// Whether another origin begins here.
    pub(super) edge: bool,
}

/// One fact.
pub(super) struct Row {
    pub(super) href: String,
    pub(super) label: String,
    pub(super) kind: &'static str,
    pub(super) class: &'static str,
    pub(super) origins: usize,
    pub(super) cells: Vec<Cell>,
}

/// Whether an article tells a fact.
pub(super) struct Cell {
    pub(super) href: Option<String>,
    pub(super) end: usize,
    pub(super) label: String,
    /// 0 to 3: how often.
    pub(super) heat: usize,
    pub(super) edge: bool,
}

/// Somebody facts are attributed to.
pub(super) struct Voice {
    pub(super) name: String,
    pub(super) href: String,
}

pub(super) fn matrix(c: &Context<'_>) -> Matrix {
    let mut order: Vec<usize> = (0..c.articles.len()).collect();
    order.sort_by_key(|&i| c.articles.get(i).map(|s| (s.origin, s.number)));
    let sources: Vec<_> = order.iter().filter_map(|&i| c.articles.get(i)).collect();
    let mut before = None;
    let columns: Vec<Column> = sources
        .iter()
        .map(|s| {
            let edge = before.replace(s.origin) != Some(s.origin);
            Column {
                number: s.number,
                name: s.label.name.clone(),
                rest: s.label.rest(),
                label: s.label.to_string(),
                edge,
            }
        })
        .collect();
    let days = c
        .articles
        .iter()
        .filter_map(|s| s.article.meta.published)
        .map(|p| p.date);
    let axis = Axis::new(days.clone().collect());
    Matrix {
        origins: heads(c, &axis),
        ends: days
            .clone()
            .min()
            .zip(days.max())
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (plain::date(a), plain::date(b))),
        rows: Fold::new(rows(c, &columns), 16),
        columns,
        voices: Fold::new(c.story.voices.iter().filter_map(|v| voice(c, v)).collect(), 16),
    }
}

/// Whoever is named; the rest tells nothing to a reader.
fn voice(c: &Context<'_>, v: &dossier_model::Voice) -> Option<Voice> {
    let entity = v.entity.as_ref().filter(|_| v.kind != VoiceKind::Outlet)?;
    Some(Voice {
        name: clean(&v.name),
        href: c.who(entity)?.href?,
    })
}

fn heads(c: &Context<'_>, axis: &Axis) -> Vec<Head> {
    let head = |o: &dossier_model::Origin| {
        let sources = || o.articles.iter().filter_map(|id| c.source(id));
        let mut agencies: Vec<String> = sources()
            .filter_map(|s| s.article.meta.agency.as_deref())
            .map(clean)
            .collect();
        agencies.dedup();
        Head {
            badge: origin(o.kind),
            agency: (o.kind == OriginKind::Agency)
                .then(|| agencies.first().cloned())
                .flatten(),
            why: clean(&o.why),
            articles: sources().map(|s| listed(s, axis)).collect(),
        }
    };
    c.story.origins.iter().map(head).collect()
}

fn listed(s: &super::context::Source<'_>, axis: &Axis) -> Listed {
    Listed {
        number: s.number,
        label: s.label.to_string(),
        title: (s.label.is_outlet && s.label.apart.is_none()).then(|| crate::label::headline(s.article)),
        x: s.article.meta.published.map(|p| percent(axis.at(p.date))),
    }
}

/// Events, figures and statements that two articles or more tell: the story's own before what explains it, the event
/// that it is about first, then the most widely told.
fn rows(c: &Context<'_>, columns: &[Column]) -> Vec<Row> {
    struct Fact<'a> {
        href: String,
        label: String,
        kind: &'static str,
        class: &'static str,
        support: dossier_model::Support,
        /// Whether it is of another matter, and whether it is not what the story is about.
        rank: (bool, bool),
        cites: Vec<&'a Cite>,
    }
    let events = c.story.events.iter().map(|e| Fact {
        href: format!("#event-{}", key(e.id.as_str())),
        label: clean(&e.label),
        kind: "event",
        class: e.status.as_str(),
        support: e.support,
        rank: (e.background.is_some(), c.story.main.as_ref() != Some(&e.id)),
        cites: e.cites.iter().collect(),
    });
    let figures = c.story.figures.iter().map(|f| Fact {
        href: format!("#figure-{}", key(f.id.as_str())),
        label: clean(&f.measure),
        kind: "figure",
        class: if f.agreement == Agreement::Different {
            "different"
        } else {
            "agree"
        },
        support: f.support,
        rank: (f.background.is_some(), true),
        cites: f.reports.iter().map(|r| &r.cite).collect(),
    });
    let statements = c.story.statements.iter().map(|s| Fact {
        href: format!("#statement-{}", key(s.id.as_str())),
        label: clean(&s.text),
        kind: "statement",
        class: "agree",
        support: s.support,
        rank: (s.background.is_some(), true),
        cites: s.reports.iter().map(|r| &r.cite).collect(),
    });
    let facts = events
        .chain(figures)
        .chain(statements)
        .filter(|f| f.support.articles > 1);
    let mut facts: Vec<Fact<'_>> = facts.collect();
    facts.sort_by_key(|f| (f.rank, std::cmp::Reverse((f.support.origins, f.support.articles))));
    let row = |f: Fact<'_>| {
        let mut told: BTreeMap<usize, (usize, &Cite)> = BTreeMap::new();
        for cite in f.cites {
            if let Some(source) = c.source(&cite.article) {
                told.entry(source.number).or_insert((0, cite)).0 += 1;
            }
        }
        let cells = columns
            .iter()
            .map(|column| cell(c, column, told.get(&column.number)));
        Row {
            cells: cells.collect(),
            href: f.href,
            label: f.label,
            kind: f.kind,
            class: f.class,
            origins: f.support.origins,
        }
    };
    facts.into_iter().map(row).collect()
}

fn cell(c: &Context<'_>, column: &Column, told: Option<&(usize, &Cite)>) -> Cell {
    let chip = told.and_then(|(_, cite)| c.chip(cite));
    let times = told.map_or(0, |(n, _)| *n);
    Cell {
        end: chip.as_ref().map_or(0, |c| c.end),
        href: chip.map(|c| c.href),
        label: format!("{}: {}", column.label, plain::count(times, "time")),
        heat: times.min(3),
        edge: column.edge,
    }
}
