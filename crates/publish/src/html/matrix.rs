use std::collections::BTreeMap;

use dossier_model::{Agreement, Cite};

use super::context::{Badge, Context, Fold, key};
use super::lead::origin;
use crate::clean::clean;
use crate::plain;

/// Facts by articles, articles of one origin side by side.
pub(super) struct Matrix {
    pub(super) origins: Vec<Head>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Fold<Row>,
    /// Whether outlets have room for their names above the columns.
    pub(super) named: bool,
    pub(super) voices: Vec<Voice>,
}

/// One origin.
pub(super) struct Head {
    pub(super) badge: Badge,
    pub(super) articles: Vec<Listed>,
    pub(super) why: String,
}

/// An article in the list of sources.
pub(super) struct Listed {
    pub(super) number: usize,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) published: Option<String>,
    pub(super) agency: Option<String>,
}

/// One article.
pub(super) struct Column {
    pub(super) number: usize,
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
    pub(super) kind: &'static str,
    pub(super) href: Option<String>,
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
                label: s.label.clone(),
                edge,
            }
        })
        .collect();
    Matrix {
        origins: heads(c),
        rows: Fold::new(rows(c, &columns), 24),
        named: columns.len() <= 16,
        columns,
        voices: c.story.voices.iter().map(voice).collect(),
    }
}

fn voice(v: &dossier_model::Voice) -> Voice {
    Voice {
        name: clean(&v.name),
        kind: v.kind.as_str(),
        href: v.entity.as_ref().map(|e| format!("#who-{}", key(e.as_str()))),
    }
}

fn heads(c: &Context<'_>) -> Vec<Head> {
    let head = |o: &dossier_model::Origin| Head {
        badge: origin(o.kind),
        why: clean(&o.why),
        articles: o
            .articles
            .iter()
            .filter_map(|id| c.source(id))
            .map(listed)
            .collect(),
    };
    c.story.origins.iter().map(head).collect()
}

fn listed(s: &super::context::Source<'_>) -> Listed {
    let meta = &s.article.meta;
    Listed {
        number: s.number,
        label: s.label.clone(),
        title: clean(meta.title.as_deref().unwrap_or("untitled")),
        published: meta.published.map(super::reading::published),
        agency: meta.agency.as_deref().map(clean),
    }
}

/// Events, figures and statements that two articles or more tell, the most widely told first.
fn rows(c: &Context<'_>, columns: &[Column]) -> Vec<Row> {
    struct Fact<'a> {
        href: String,
        label: String,
        kind: &'static str,
        class: &'static str,
        support: dossier_model::Support,
        cites: Vec<&'a Cite>,
    }
    let events = c.story.events.iter().map(|e| Fact {
        href: format!("#event-{}", key(e.id.as_str())),
        label: clean(&e.label),
        kind: "event",
        class: e.status.as_str(),
        support: e.support,
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
        cites: f.reports.iter().map(|r| &r.cite).collect(),
    });
    let statements = c.story.statements.iter().map(|s| Fact {
        href: format!("#statement-{}", key(s.id.as_str())),
        label: clean(&s.text),
        kind: "statement",
        class: "agree",
        support: s.support,
        cites: s.reports.iter().map(|r| &r.cite).collect(),
    });
    let facts = events
        .chain(figures)
        .chain(statements)
        .filter(|f| f.support.articles > 1);
    let mut facts: Vec<Fact<'_>> = facts.collect();
    facts.sort_by_key(|f| std::cmp::Reverse((f.support.origins, f.support.articles)));
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
