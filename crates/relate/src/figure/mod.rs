//! The same measure across articles, and whether its reports fit together.
//!
//! `telling` reads what each article tells, `group` gathers tellings into rows by the decisions of `evidence`,
//! `label` names the rows, `series` puts the reports of a moving figure in time, and `agreement` says how the reports stand to each other.

mod agreement;
mod apart;
mod context;
mod evidence;
mod fit;
mod group;
mod label;
mod printed;
mod series;
mod telling;
mod unit;

use std::collections::BTreeSet;

use dossier_model::{Agreement, Bound, Figure, FigureId, FigureReport, Quantity, When};

use crate::confidence;
use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};
use fit::{Amount, Fit};
use telling::Telling;

/// The figures of a story, and the reports of each as printed.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The rows, most told first.
    pub rows: Vec<Figure>,
    /// "about 24,000 students", beside each row; where reports differ, all of their numbers.
    pub printed: Vec<String>,
}

/// Joins the reports of each measure and weighs them against each other.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Figures {
    let tellings = telling::read(scope, entities, voices);
    let mut rows: Vec<(usize, String, Figure)> = group::gather(&tellings)
        .into_iter()
        .filter(|g| is_told(&tellings, g))
        .map(|g| {
            let members: Vec<&Telling<'_>> = g.iter().map(|&i| &tellings[i]).collect();
            let figure = build(scope, origins, voices, &members);
            let printed = printed::numbers(scope, &members, figure.agreement);
            (g[0], printed, figure)
        })
        .collect();
    rows.sort_by(|(i, _, a), (j, _, b)| {
        let rank = |f: &Figure| (f.support.origins, f.support.articles);
        rank(b).cmp(&rank(a)).then(i.cmp(j))
    });
    let mut out = Figures::default();
    for (n, (_, printed, figure)) in rows.into_iter().enumerate() {
        out.rows.push(Figure {
            background: None,
            id: FigureId::new(format!("f{}", n + 1)),
            ..figure
        });
        out.printed.push(printed);
    }
    out
}

/// Whether a row stands for itself: a measure was read, or two articles tell it.
fn is_told(tellings: &[Telling<'_>], group: &[usize]) -> bool {
    let members = || group.iter().map(|&i| &tellings[i]);
    let first = tellings[group[0]].doc;
    // Words with a gap say too little of a share, and of an order of magnitude.
    let says = |t: &Telling<'_>| !(t.is_gap() && (evidence::is_share(t) || t.amount.is_vague()));
    // A stretch of a sentence with a gap in it joins a row, and is the name only of what many tell, from the sentence's start,
    // or where it is nearly all of a short sentence.
    const MANY: usize = 3;
    let docs: BTreeSet<usize> = members().map(|t| t.doc).collect();
    let is_many = docs.len() >= MANY;
    let is_named = members().any(|t| !t.is_gap() || says(t) && (is_many && t.opens || t.is_whole()));
    let widely = members().any(|t| t.doc != first) && members().any(|t| !t.known) && is_named;
    widely || members().any(|t| t.clear)
}

fn build(scope: &Scope<'_>, origins: &Origins, voices: &Voices, group: &[&Telling<'_>]) -> Figure {
    let series = series::find(group);
    let (agreement, why) = agreement::weigh(scope, group, series.as_ref());
    let reports = group
        .iter()
        .map(|t| FigureReport {
            value: t.quantity.value,
            low: t.quantity.low,
            high: t.quantity.high,
            bound: t.quantity.bound,
            unit: t.quantity.unit.clone(),
            basis: t.basis.clone(),
            voice: voices.id(t.voice),
            cite: scope.cite(t.doc, t.clause.cover(t.span)),
        })
        .collect();
    let heard: Vec<voice::Heard> = (group.iter())
        .map(|t| voice::Heard {
            doc: t.doc,
            span: t.span,
            voice: t.voice,
        })
        .collect();
    let period: Option<When> = group.iter().find_map(|t| t.period.clone());
    let measure = label::choose(scope, group);
    let row = Figure {
        background: None,
        id: FigureId::new(""),
        measure,
        unit: group.iter().find_map(|t| t.quantity.unit.clone()),
        period,
        reports,
        series: series
            .filter(|_| agreement != Agreement::ByBasis)
            .map(|s| s.points),
        agreement,
        why,
        support: voice::support(origins, &heard),
        confidence: None,
    };
    confidence::weigh_figure(row, group.iter().map(|t| t.confidence))
}

/// What two reports of a figure, each with its place and its number, are to each other: `same`, `compatible`,
/// `by-basis` or `different`, and `series` where they are told at different times of a moving figure.
#[must_use]
pub fn relation(figure: &Figure, a: (usize, &Quantity), b: (usize, &Quantity)) -> &'static str {
    let fit = fit::fits(&Amount::of(a.1), &Amount::of(b.1));
    let point = |i: usize| {
        let series = figure.series.iter().flatten();
        series.clone().position(|p| p.reports.contains(&i))
    };
    let bases = |i: usize| figure.reports.get(i).and_then(|r| r.basis.as_ref());
    let agreement = evidence::relation_of(fit);
    if agreement == Agreement::Same {
        return agreement.as_str();
    }
    let differ = matches!((bases(a.0), bases(b.0)), (Some(x), Some(y)) if x != y);
    let voice = |i: usize| figure.reports.get(i).map(|r| &r.voice);
    if differ || figure.agreement == Agreement::ByBasis && fit == Fit::Apart && voice(a.0) != voice(b.0) {
        return Agreement::ByBasis.as_str();
    }
    // "At least" is said while a count rises; what any other hedge allows is no move.
    let open = [a.1, b.1].iter().any(|q| q.bound == Bound::AtLeast);
    match (point(a.0), point(b.0)) {
        (Some(x), Some(y)) if x != y && (open || fit != Fit::Compatible) => "series",
        _ => agreement.as_str(),
    }
}
