//! The same measure across articles, and whether its reports fit together.

use std::collections::BTreeSet;

use dossier_model::{
    Agreement, Bound, Figure, FigureId, FigureMention, FigureReport, LocalId, Quantity, Span, When,
};

use crate::entity::Entities;
use crate::fold;
use crate::interval;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};

/// The figures of a story, and the first report of each as printed.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The rows, most told first.
    pub rows: Vec<Figure>,
    /// "about 24,000 students", beside each row.
    pub printed: Vec<String>,
}

/// One article's report, with what it is joined by.
struct Telling<'a> {
    doc: usize,
    span: Span,
    mention: &'a FigureMention,
    quantity: &'a Quantity,
    key: BTreeSet<String>,
    basis: Option<String>,
    voice: usize,
}

/// Joins the reports of each measure and weighs them against each other.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Figures {
    let tellings = tellings(scope, entities, voices);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (i, telling) in tellings.iter().enumerate() {
        // Of several groups that fit, the one that shares most of the measure.
        let best = groups
            .iter()
            .enumerate()
            .filter(|(_, g)| {
                g.iter().all(|&j| can_stand_together(&tellings[j], telling))
                    && g.iter().any(|&j| are_of_one_figure(&tellings[j], telling))
            })
            .map(|(n, g)| {
                (
                    g.iter()
                        .map(|&j| likeness(&tellings[j], telling))
                        .fold(0.0, f64::max),
                    n,
                )
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best {
            Some((_, n)) => groups[n].push(i),
            None => groups.push(vec![i]),
        }
    }
    let mut rows: Vec<(usize, String, Figure)> = groups
        .into_iter()
        .map(|g| {
            let members: Vec<&Telling<'_>> = g.iter().map(|&i| &tellings[i]).collect();
            let lead = members[0];
            let printed = scope
                .text(lead.doc, lead.span)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            (g[0], printed, build(scope, origins, voices, &members))
        })
        .collect();
    rows.sort_by(|(i, _, a), (j, _, b)| {
        let rank = |f: &Figure| (f.support.origins, f.support.articles);
        rank(b).cmp(&rank(a)).then(i.cmp(j))
    });
    let mut out = Figures::default();
    for (n, (_, printed, figure)) in rows.into_iter().enumerate() {
        out.rows.push(Figure {
            id: FigureId::new(format!("f{}", n + 1)),
            ..figure
        });
        out.printed.push(printed);
    }
    out
}

fn tellings<'a>(scope: &Scope<'a>, entities: &Entities, voices: &Voices) -> Vec<Telling<'a>> {
    let mut out: Vec<Telling<'a>> = Vec::new();
    for (doc, &read) in scope.docs.iter().enumerate() {
        for figure in &read.notes.figures {
            let Some(quantity) = read.notes.quantities.get(figure.value.quantity) else {
                continue;
            };
            // The labels of a diagram measure nothing.
            if fold::is_shouted(&figure.value.measure) {
                continue;
            }
            let mut key: BTreeSet<String> = (figure.value.key.iter())
                .map(|k| one_word(k))
                .filter(|k| !GENERIC.contains(&k.as_str()))
                .collect();
            key.extend(
                figure
                    .value
                    .subjects
                    .iter()
                    .filter_map(|l| subject_key(entities, doc, *l)),
            );
            out.push(Telling {
                doc,
                span: figure.span,
                mention: &figure.value,
                quantity: &quantity.value,
                key,
                basis: figure.value.basis.map(|b| basis_name(scope.text(doc, b))),
                voice: voices.except(scope, doc, figure.span, figure.value.basis),
            });
        }
    }
    out
}

/// "According to Kazakh statistics" names the basis "Kazakh statistics".
fn basis_name(words: &str) -> String {
    const IN_FRONT: &[&str] = &[
        "according to",
        "based on",
        "on the basis of",
        "as per",
        "citing",
        "per",
        "by",
    ];
    let words = words.trim();
    let low = words.to_lowercase();
    let bare = IN_FRONT.iter().find_map(|f| {
        let rest = low.strip_prefix(f).filter(|r| r.starts_with(' '))?;
        words.get(words.len() - rest.len()..)
    });
    bare.unwrap_or(words).trim().to_owned()
}

/// One word for what tolls count under several.
fn one_word(key: &str) -> String {
    match key {
        "dead" | "death" | "die" | "fatality" | "kill" | "slay" | "lose" => "killed",
        "injure" | "injury" | "wound" | "wounded" | "hurt" => "injured",
        other => other,
    }
    .to_owned()
}

/// Words of a measure that tell nothing of it: between two states all is bilateral.
const GENERIC: &[&str] = &[
    "bilateral",
    "both",
    "country",
    "nation",
    "overall",
    "side",
    "total",
    "two",
    "volume",
];

/// What stands in a figure's key for somebody it is about: the country's code, or the entity.
fn subject_key(entities: &Entities, doc: usize, local: LocalId) -> Option<String> {
    let row = entities.of(doc, local)?;
    let entity = entities.rows.get(row)?;
    match &entity.country {
        Some(code) if entities.is_country(row) => Some(code.clone()),
        _ => Some(fold::letters(&entity.name)),
    }
}

/// Shared parts of the measure by all its parts (Jaccard).
fn likeness(a: &Telling<'_>, b: &Telling<'_>) -> f64 {
    let shared = a.key.intersection(&b.key).count();
    shared as f64 / (a.key.len() + b.key.len() - shared).max(1) as f64
}

/// Whether nothing but the measure's words could keep two reports apart.
fn can_stand_together(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let fit = fits(a.quantity, b.quantity);
    let periods = match (&a.mention.period, &b.mention.period) {
        (Some(x), Some(y)) => interval::same(x, y),
        (None, None) => true,
        _ => fit != Fit::Apart,
    };
    let bases_differ = a.basis.is_some() && b.basis.is_some() && a.basis != b.basis;
    // An order ("fourth") that differs is another thing; so are two numbers of one article, unless they name
    // two bases.
    let values = fit != Fit::Apart || !a.quantity.ordinal && (bases_differ || a.doc != b.doc);
    a.quantity.unit == b.quantity.unit && a.quantity.ordinal == b.quantity.ordinal && periods && values
}

/// Whether the words of the measure say that two reports are of one figure. Two values that fit need less for
/// it than two that would be called a conflict, and one telling number of one period least.
fn are_of_one_figure(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let fit = fits(a.quantity, b.quantity);
    let dated = a.mention.period.is_some() && b.mention.period.is_some();
    let bases = a.basis.is_some() && b.basis.is_some();
    let needed = match fit {
        Fit::Same if dated && is_telling(a.quantity) => 0.25,
        Fit::Same | Fit::Compatible => 0.5,
        Fit::Apart if bases && dated => 0.5,
        Fit::Apart => 0.75,
    };
    let alike = likeness(a, b);
    // Inside one article "13 dead" and "13 dead" may be of two days: one word is too little to tell.
    let told_apart = a.doc != b.doc || a.key.len() > 1 && b.key.len() > 1;
    !a.key.is_empty() && told_apart && alike >= needed && (fit != Fit::Apart || bases || a.key.len() > 1)
}

/// Whether a number is seldom met by chance: an amount with two figures and more.
fn is_telling(q: &Quantity) -> bool {
    !q.ordinal
        && q.unit.is_some()
        && q.value
            .is_some_and(|v| q.step > 0.0 && (v / q.step).abs() >= 10.0)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Same,
    Compatible,
    Apart,
}

/// The values that a report allows: its number with its hedge.
fn allowed(q: &Quantity) -> (f64, f64) {
    let value = q.value.or(q.low).or(q.high).unwrap_or(0.0);
    // "About" allows a tenth to either side: the spread that rounded talk of numbers keeps to.
    const ABOUT: f64 = 0.10;
    let reach = |value: f64, step: f64| (value.abs() * ABOUT).max(step.min(value.abs() * 0.25));
    match q.bound {
        Bound::Exact => (value - q.step / 2.0, value + q.step / 2.0),
        Bound::About => (value - value.abs() * ABOUT, value + value.abs() * ABOUT),
        // "Over" a round number means up to its next step, not anything above it.
        Bound::Over => (value, value + reach(value, q.step)),
        // "At least" is said while a count still rises.
        Bound::AtLeast => (value, value * 2.0 + q.step),
        Bound::Under | Bound::AtMost => (value - reach(value, q.step), value),
        Bound::Range => (q.low.unwrap_or(value), q.high.unwrap_or(value)),
    }
}

fn fits(a: &Quantity, b: &Quantity) -> Fit {
    if let (Some(x), Some(y)) = (a.value, b.value) {
        let step = a.step.max(b.step);
        let rounded = |v: f64| if step > 0.0 { (v / step).round() } else { v };
        if x == y || !a.ordinal && step > 0.0 && rounded(x) == rounded(y) && a.bound == b.bound {
            return Fit::Same;
        }
        // Two bare numbers that are not one are two.
        if a.ordinal || a.bound == Bound::Exact && b.bound == Bound::Exact {
            return Fit::Apart;
        }
    }
    let ((a_low, a_high), (b_low, b_high)) = (allowed(a), allowed(b));
    if a_low <= b_high && b_low <= a_high {
        Fit::Compatible
    } else {
        Fit::Apart
    }
}

fn build(scope: &Scope<'_>, origins: &Origins, voices: &Voices, group: &[&Telling<'_>]) -> Figure {
    let (agreement, why) = agreement(scope, group);
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
            cite: scope.cite(t.doc, t.mention.clause.cover(t.span)),
        })
        .collect();
    let heard: Vec<voice::Heard> = (group.iter())
        .map(|t| voice::Heard {
            doc: t.doc,
            span: t.span,
            voice: t.voice,
        })
        .collect();
    let period: Option<When> = group.iter().find_map(|t| t.mention.period.clone());
    // The fullest wording of the measure that is no sentence.
    let measure = group
        .iter()
        .map(|t| t.mention.measure.as_str())
        .max_by_key(|m| (m.split_whitespace().count().min(8), std::cmp::Reverse(m.len())))
        .unwrap_or("")
        .to_owned();
    Figure {
        id: FigureId::new(""),
        measure,
        unit: group[0].quantity.unit.clone(),
        period,
        reports,
        agreement,
        why,
        support: voice::support(origins, &heard),
    }
}

fn agreement(scope: &Scope<'_>, group: &[&Telling<'_>]) -> (Agreement, String) {
    let [first, rest @ ..] = group else {
        return (Agreement::Single, String::new());
    };
    let words = |t: &Telling<'_>| scope.text(t.doc, t.span).trim().to_owned();
    if rest.is_empty() {
        return (Agreement::Single, "one report".to_owned());
    }
    let mut worst = Fit::Same;
    let mut pair = (*first, *first);
    let mut explained = false;
    for (i, a) in group.iter().enumerate() {
        for b in &group[i + 1..] {
            let mut fit = fits(a.quantity, b.quantity);
            let bases_differ = a.basis.is_some() && b.basis.is_some() && a.basis != b.basis;
            if bases_differ && fit != Fit::Same {
                fit = Fit::Apart;
            }
            let is_worse = matches!(
                (worst, fit),
                (Fit::Same, Fit::Compatible | Fit::Apart) | (Fit::Compatible, Fit::Apart)
            );
            if is_worse {
                (worst, pair, explained) = (fit, (*a, *b), bases_differ);
            } else if fit == Fit::Apart {
                explained &= bases_differ;
            }
        }
    }
    let (x, y) = (words(pair.0), words(pair.1));
    match worst {
        Fit::Same if group.iter().all(|t| t.quantity.value == first.quantity.value) => {
            (Agreement::Same, "all reports give one number".to_owned())
        }
        Fit::Same => (
            Agreement::Same,
            "equal after rounding to the coarser report's precision".to_owned(),
        ),
        Fit::Compatible => (
            Agreement::Compatible,
            format!("the hedges allow both: “{x}” and “{y}”"),
        ),
        Fit::Apart if explained => {
            let basis = |t: &Telling<'_>| t.basis.clone().unwrap_or_default();
            let bases = (basis(pair.0), basis(pair.1));
            (
                Agreement::ByBasis,
                format!(
                    "counted by different bases: “{x}” ({}), “{y}” ({})",
                    bases.0, bases.1
                ),
            )
        }
        Fit::Apart => (
            Agreement::Different,
            format!("“{x}” and “{y}” differ, and no report says why"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Unit;

    fn quantity(value: f64, step: f64, bound: Bound) -> Quantity {
        Quantity {
            value: Some(value),
            low: None,
            high: None,
            bound,
            unit: Some(Unit("person".to_owned())),
            of: None,
            ordinal: false,
            step,
            moves: false,
        }
    }

    #[test]
    fn hedges_and_rounding_are_understood() {
        let check = |a: (f64, f64, Bound), b: (f64, f64, Bound), expected: Fit| {
            let (a, b) = (quantity(a.0, a.1, a.2), quantity(b.0, b.1, b.2));
            assert_eq!(fits(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(fits(&b, &a), expected, "{b:?} {a:?}");
        };
        check(
            (23_000.0, 1000.0, Bound::Over),
            (24_000.0, 1000.0, Bound::About),
            Fit::Compatible,
        );
        check(
            (3_700_000.0, 100_000.0, Bound::Exact),
            (3_712_345.0, 1.0, Bound::Exact),
            Fit::Same,
        );
        check(
            (58.0, 1.0, Bound::AtLeast),
            (59.0, 1.0, Bound::Exact),
            Fit::Compatible,
        );
        check((50.0, 1.0, Bound::Exact), (59.0, 1.0, Bound::Exact), Fit::Apart);
        check(
            (200e9, 100e9, Bound::Over),
            (260e9, 10e9, Bound::Over),
            Fit::Apart,
        );
        check((12.0, 1.0, Bound::Exact), (12.0, 1.0, Bound::Exact), Fit::Same);
    }
}
