//! Whether the reports of a figure fit together, and why, in one sentence.

use dossier_model::{Agreement, Bound, SeriesPoint, When};

use super::fit::{Fit, fits};
use super::series::{Course, Series};
use super::telling::Telling;
use crate::fold;
use crate::scope::Scope;

/// The agreement of a row and its reason.
pub(super) fn weigh(
    scope: &Scope<'_>,
    group: &[&Telling<'_>],
    series: Option<&Series>,
) -> (Agreement, String) {
    let [first, rest @ ..] = group else {
        return (Agreement::Single, String::new());
    };
    if rest.is_empty() {
        return (Agreement::Single, "one report".to_owned());
    }
    if rest
        .iter()
        .all(|t| t.doc == first.doc && t.clause == first.clause)
        && worst(group) == Fit::Same
    {
        return (Agreement::Single, "one report, said in two ways".to_owned());
    }
    let say = |t: &Telling<'_>| words(scope, t);
    let (low, high) = extremes(group);
    let worst = worst(group);
    // The two that stand worst to each other, for the eye.
    let shown = [low, high, *first].into_iter().find_map(|a| {
        let b = group.iter().find(|b| fits(&a.amount, &b.amount) == worst)?;
        Some((a, *b))
    });
    let (low, high) = shown.unwrap_or((low, high));
    if worst == Fit::Same {
        return (Agreement::Same, why_same(group, first));
    }
    let bases = |t: &Telling<'_>| t.basis.clone();
    let explain = |a: &Telling<'_>, b: &Telling<'_>, of: &dyn Fn(&Telling<'_>) -> Option<String>| {
        let by = |t: &Telling<'_>| format!("{} ({})", say(t), of(t).unwrap_or_default());
        let why = format!("counted by different bases: {}, {}", by(a), by(b));
        (Agreement::ByBasis, why)
    };
    if let Some((a, b)) = by_basis(group, &bases) {
        return explain(a, b, &bases);
    }
    if let Some(series) = series
        && let Some(told) = in_time(scope, group, series)
    {
        return told;
    }
    // Who counts explains a difference as a basis does, where no time explains it.
    let counters = |t: &Telling<'_>| t.counted_by().map(str::to_owned);
    if worst == Fit::Apart
        && let Some((a, b)) = by_basis(group, &counters)
    {
        return explain(a, b, &counters);
    }
    let why = match worst {
        Fit::Compatible => match range_and_number(low, high) {
            Some((range, number)) => format!("{} lies within {}", say(number), say(range)),
            None if low.quantity.bound == high.quantity.bound && low.quantity.bound != Bound::AtLeast => {
                format!("{} and {} are one number, rounded", say(low), say(high))
            }
            None => format!("the hedges allow both: {} and {}", say(low), say(high)),
        },
        Fit::Literal => format!("{} is true if {} is: the words allow both", say(low), say(high)),
        _ => {
            let times = match (low.told, high.told) {
                (Some(a), Some(b)) if a.0 != b.0 => ", told on different days,",
                _ => "",
            };
            format!(
                "{} and {}{times} differ, and no report says why",
                say(low),
                say(high)
            )
        }
    };
    let agreement = if worst == Fit::Apart {
        Agreement::Different
    } else {
        Agreement::Compatible
    };
    (agreement, why)
}

/// The words of a number as printed, in quotation marks.
fn words(scope: &Scope<'_>, t: &Telling<'_>) -> String {
    let printed: Vec<&str> = scope.text(t.doc, t.span).split_whitespace().collect();
    format!("“{}”", printed.join(" "))
}

/// The report whose greatest value is least, and the one whose least value is greatest: they contradict each
/// other if any two do.
fn extremes<'g, 'a>(group: &[&'g Telling<'a>]) -> (&'g Telling<'a>, &'g Telling<'a>) {
    let mut low = group[0];
    let mut high = group[0];
    for &t in group {
        if t.amount.high < low.amount.high {
            low = t;
        }
        if t.amount.low > high.amount.low {
            high = t;
        }
    }
    (low, high)
}

/// How the row's reports stand to each other at worst.
fn worst(group: &[&Telling<'_>]) -> Fit {
    let (low, high) = extremes(group);
    let first = group[0];
    group
        .iter()
        .map(|t| {
            fits(&first.amount, &t.amount)
                .max(fits(&low.amount, &t.amount))
                .max(fits(&high.amount, &t.amount))
        })
        .max()
        .unwrap_or(Fit::Same)
}

fn why_same(group: &[&Telling<'_>], first: &Telling<'_>) -> String {
    // People go by many nouns.
    let counted = |t: &Telling<'_>| t.noun.is_some() && first.noun.is_some();
    let one = group.iter().all(|t| {
        t.quantity.value == first.quantity.value && (t.quantity.unit == first.quantity.unit || counted(t))
    });
    let units = group
        .iter()
        .any(|t| t.amount.family == first.amount.family && t.quantity.unit != first.quantity.unit)
        && group.iter().all(|t| t.noun.is_none());
    let hedged = group.iter().any(|t| t.quantity.bound != first.quantity.bound);
    match (one, units) {
        (true, _) if hedged => "all reports give one number, some with a hedge",
        (true, _) => "all reports give one number",
        (false, true) => "equal after conversion of units and rounding",
        (false, false) => "equal after rounding to the coarser report's precision",
    }
    .to_owned()
}

/// Two reports that differ and name different bases, where every two that differ do; `basis` says on what one is based.
fn by_basis<'g, 'a>(
    group: &[&'g Telling<'a>],
    basis: &dyn Fn(&Telling<'_>) -> Option<String>,
) -> Option<(&'g Telling<'a>, &'g Telling<'a>)> {
    let of = |t: &Telling<'_>| basis(t).map(|b| fold::letters(&b));
    let based: Vec<(&Telling<'_>, String)> = (group.iter().copied())
        .filter_map(|t| Some((t, of(t)?)))
        .collect();
    let (first, by) = based.first()?;
    let (other, _) = (based.iter()).find(|(t, b)| b != by && fits(&first.amount, &t.amount) != Fit::Same)?;
    // A report without a basis may go with either.
    let explained = (group.iter()).all(|t| {
        let fit = |b: &&Telling<'_>| fits(&b.amount, &t.amount) != Fit::Apart;
        of(t).is_some() || based.iter().any(|(b, _)| fit(b))
    });
    let within = based.iter().all(|(t, own)| {
        let mut same = based.iter().filter(|(_, b)| b == own);
        same.all(|(o, _)| fits(&o.amount, &t.amount) != Fit::Apart)
    });
    (explained && within).then_some((*first, *other))
}

/// A range and a number inside it.
fn range_and_number<'g, 'a>(
    a: &'g Telling<'a>,
    b: &'g Telling<'a>,
) -> Option<(&'g Telling<'a>, &'g Telling<'a>)> {
    let range = |t: &Telling<'_>| t.quantity.bound == Bound::Range;
    match (range(a), range(b)) {
        (true, false) => Some((a, b)),
        (false, true) => Some((b, a)),
        _ => None,
    }
}

/// The agreement of reports that follow each other in time.
fn in_time(scope: &Scope<'_>, group: &[&Telling<'_>], series: &Series) -> Option<(Agreement, String)> {
    let of = |reports: &[usize]| -> Vec<&Telling<'_>> {
        reports.iter().filter_map(|&i| group.get(i).copied()).collect()
    };
    if let Some(point) = series.conflict.and_then(|n| series.points.get(n)) {
        let there = of(&point.reports);
        let (low, high) = extremes(&there);
        let (low, high) = (words(scope, low), words(scope, high));
        let why = format!(
            "{low} and {high}, both told {}, differ, and no report says why",
            day_of(&point.when)
        );
        return Some((Agreement::Different, why));
    }
    let greatest = |reports: &[usize]| {
        let all = of(reports);
        let best = all
            .into_iter()
            .max_by(|a, b| a.amount.point().total_cmp(&b.amount.point()));
        best.map(|t| words(scope, t))
    };
    let (first, last) = (series.points.first()?, series.points.last()?);
    let summit = series.points.get(series.summit)?;
    let told = |p: &SeriesPoint| Some(format!("{} {}", greatest(&p.reports)?, day_of(&p.when)));
    Some(match series.course {
        Course::Rises => (
            Agreement::Compatible,
            format!("it rose while it was told: {}, {}", told(first)?, told(summit)?),
        ),
        Course::Moves => (
            Agreement::Compatible,
            format!(
                "it moves, and was told at different times: {}, {}",
                told(first)?,
                told(last)?
            ),
        ),
        Course::Corrected => (
            Agreement::Different,
            format!(
                "a later report is lower, as after a correction: {}, {}",
                told(summit)?,
                told(last)?
            ),
        ),
    })
}

/// "on 4 May 2031" or "on 4 May 2031 at 14:30".
fn day_of(when: &When) -> String {
    let day = when
        .from
        .map_or(String::new(), |d| format!("on {}", d.strftime("%-d %B %Y")));
    match when.time {
        Some(t) => format!("{day} at {:02}:{:02}", t.hour(), t.minute()),
        None => day,
    }
}
