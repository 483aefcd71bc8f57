//! A figure that moves while it is told: its reports in time.

use std::collections::BTreeMap;

use dossier_model::{SeriesPoint, When, WhenPrecision};

use super::context::{self, Part};
use super::fit::{Fit, fits};
use super::telling::{Moment, Telling};

/// Reports of one figure in time.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// In order of time, two at least.
    pub points: Vec<SeriesPoint>,
    /// Where it goes.
    pub course: Course,
}

/// Where a figure goes from its first report to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Up, a late report of an earlier number aside.
    Rises,
    /// Down where it can only rise: it was corrected.
    Corrected,
    /// To and fro, or down, as prices do.
    Moves,
}

/// The reports of `group` in time, where they move and no two of one time contradict each other.
pub(super) fn find(group: &[&Telling<'_>]) -> Option<Series> {
    if !group.iter().all(|t| moves(t)) {
        return None;
    }
    let times = times(group)?;
    let mut points: Vec<(Moment, Vec<usize>)> = Vec::new();
    for (moment, members) in times {
        // What follows and says the same goes with what was said: a point is a number, not a day.
        points.push((moment, members));
    }
    if points.len() < 2 {
        return None;
    }
    let value = |members: &[usize]| {
        members
            .iter()
            .map(|&i| group[i].amount.point())
            .fold(f64::NEG_INFINITY, f64::max)
    };
    let (first, last) = (value(&points.first()?.1), value(&points.last()?.1));
    let highest = points
        .iter()
        .map(|p| value(&p.1))
        .fold(f64::NEG_INFINITY, f64::max);
    if points.iter().all(|p| value(&p.1) == first) {
        return None;
    }
    let grows = group.iter().all(|t| t.outcome.is_some());
    let falls = points.windows(2).any(|w| {
        let (before, after) = (&w[0].1, &w[1].1);
        after.iter().any(|&j| {
            let lower = |i: &usize| group[*i].amount.point() > group[j].amount.point();
            let told = |i: &usize| fits(&group[*i].amount, &group[j].amount) != Fit::Apart;
            before.iter().all(lower) && !before.iter().any(told)
        })
    });
    let course = if !falls && last >= first || grows && last >= highest && last > first {
        Course::Rises
    } else if grows {
        Course::Corrected
    } else {
        Course::Moves
    };
    Some(Series {
        points: points
            .into_iter()
            .map(|(moment, members)| point(group, moment, members))
            .collect(),
        course,
    })
}

/// Whether a telling is of something that moves while articles are written: a toll, people and things at
/// work, a price, a lead.
fn moves(t: &Telling<'_>) -> bool {
    if t.context.part != Part::Whole {
        return false;
    }
    let people = t.noun.as_deref().is_some_and(context::is_person);
    // What befell people "last month" is counted to the end.
    let fresh = t.period.as_ref().is_none_or(|p| p.precision >= WhenPrecision::Day);
    fresh && t.outcome.is_some() && people || fresh && t.key.iter().any(|k| is_level(k))
}

/// What goes up and down by nature.
fn is_level(part: &str) -> bool {
    matches!(
        part,
        "price" | "share" | "lead" | "index" | "temperature" | "level" | "case" | "toll" | "rescuer"
    )
}

/// The reports by time, in order; `None` where one has no time, or two of one time contradict each other.
fn times(group: &[&Telling<'_>]) -> Option<Vec<(Moment, Vec<usize>)>> {
    let mut by_day: BTreeMap<jiff::civil::Date, Vec<usize>> = BTreeMap::new();
    for (i, t) in group.iter().enumerate() {
        by_day.entry(t.told?.0).or_default().push(i);
    }
    let mut out = Vec::new();
    for (day, members) in by_day {
        if agree(group, &members) {
            out.push(((day, None), members));
            continue;
        }
        // Within the day by the clock, where every report has a time of day and each time one number.
        let mut by_time: BTreeMap<jiff::civil::Time, Vec<usize>> = BTreeMap::new();
        for &i in &members {
            by_time.entry(group[i].told?.1?).or_default().push(i);
        }
        for (time, members) in by_time {
            if !agree(group, &members) {
                return None;
            }
            out.push(((day, Some(time)), members));
        }
    }
    Some(out)
}

/// Whether the reports of one time can all be true.
fn agree(group: &[&Telling<'_>], members: &[usize]) -> bool {
    let least = members
        .iter()
        .max_by(|a, b| group[**a].amount.low.total_cmp(&group[**b].amount.low));
    let most = members
        .iter()
        .min_by(|a, b| group[**a].amount.high.total_cmp(&group[**b].amount.high));
    match (least, most) {
        (Some(&a), Some(&b)) => a == b || fits(&group[a].amount, &group[b].amount) != Fit::Apart,
        _ => true,
    }
}

fn point(group: &[&Telling<'_>], (day, time): Moment, reports: Vec<usize>) -> SeriesPoint {
    let least = |t: &Telling<'_>| t.quantity.value.or(t.quantity.low).or(t.quantity.high);
    let most = |t: &Telling<'_>| t.quantity.value.or(t.quantity.high).or(t.quantity.low);
    let low = reports
        .iter()
        .filter_map(|&i| least(group[i]))
        .fold(f64::INFINITY, f64::min);
    let high = reports
        .iter()
        .filter_map(|&i| most(group[i]))
        .fold(f64::NEG_INFINITY, f64::max);
    SeriesPoint {
        when: When {
            from: Some(day),
            to: Some(day),
            time,
            precision: if time.is_some() {
                WhenPrecision::Minute
            } else {
                WhenPrecision::Day
            },
            text: String::new(),
        },
        low,
        high,
        reports,
    }
}
