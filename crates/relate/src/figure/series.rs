//! A figure that moves while it is told: its reports in time.

use std::collections::BTreeMap;

use dossier_model::{Bound, Part, SeriesPoint, When, WhenPrecision};
use jiff::civil::{Date, Time};

use super::fit::{Fit, fits};
use super::telling::{Moment, Telling};

/// Reports of one figure in time.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// In order of time, two at least.
    pub points: Vec<SeriesPoint>,
    /// Where it goes.
    pub course: Course,
    /// The place of a point whose reports contradict each other.
    pub conflict: Option<usize>,
    /// The place of the point with the greatest number.
    pub summit: usize,
}

/// Where a figure goes from its first report to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Up, late reports of an earlier number aside.
    Rises,
    /// Down where it can only rise: it was corrected.
    Corrected,
    /// To and fro, or down, as prices do.
    Moves,
}

/// The reports of `group` in time, where they are of something that moves and did.
pub(super) fn find(group: &[&Telling<'_>]) -> Option<Series> {
    if !group.iter().all(|t| moves(t)) {
        return None;
    }
    let times = times(group)?;
    // Orders of magnitude ("dozens") tell no course.
    let value = |members: &[usize]| {
        let numbers = members.iter().filter(|&&i| group[i].quantity.value.is_some());
        numbers
            .copied()
            .max_by(|&a, &b| group[a].amount.point().total_cmp(&group[b].amount.point()))
    };
    let course: Vec<(usize, usize)> = times
        .iter()
        .enumerate()
        .filter_map(|(n, (_, members))| Some((n, value(members)?)))
        .collect();
    let (&(start, first), rest) = course.split_first()?;
    let point = |i: usize| group[i].amount.point();
    let &(summit, highest) = course
        .iter()
        .rev()
        .max_by(|a, b| point(a.1).total_cmp(&point(b.1)))?;
    let open = |i: usize| group[i].quantity.bound == Bound::AtLeast;
    let moved = |a: usize, b: usize| match fits(&group[a].amount, &group[b].amount) {
        Fit::Same => false,
        // "At least" is said while a count rises; what any other hedge allows is no move.
        Fit::Compatible => (open(a) || open(b)) && point(a) != point(b),
        Fit::Literal | Fit::Apart => true,
    };
    // What is lower than the summit and was told before it comes late; anything else has fallen.
    let told_before = |i: usize| {
        let before = times.get(..summit).unwrap_or(&[]).iter().flat_map(|(_, m)| m);
        before
            .copied()
            .any(|j| fits(&group[i].amount, &group[j].amount) == Fit::Same)
    };
    let fell = rest.iter().any(|&(n, i)| {
        n > summit && fits(&group[i].amount, &group[highest].amount) == Fit::Apart && !told_before(i)
    });
    let course = match (fell, group.iter().all(|t| t.fate.is_some())) {
        (true, true) => Course::Corrected,
        (true, false) => Course::Moves,
        _ if summit > start && moved(first, highest) => Course::Rises,
        _ => return None,
    };
    let conflict = times.iter().position(|(_, members)| !agree(group, members));
    let points = times
        .into_iter()
        .map(|(moment, members)| self::point(group, moment, members))
        .collect();
    Some(Series {
        points,
        course,
        conflict,
        summit,
    })
}

/// Whether a telling is of something that moves while articles are written: a toll, people and things at
/// work, a price, a lead.
fn moves(t: &Telling<'_>) -> bool {
    if t.context.says.part != Part::Whole {
        return false;
    }
    let people = t.noun.as_ref().is_some_and(|n| n.is_person);
    // What befell people "last month" is counted to the end.
    let fresh = t
        .period
        .as_ref()
        .is_none_or(|p| p.precision >= WhenPrecision::Day);
    fresh && t.fate.is_some() && people || fresh && t.is_level
}

/// The reports by time, in order; `None` where one has no time.
fn times(group: &[&Telling<'_>]) -> Option<Vec<(Moment, Vec<usize>)>> {
    let mut by_day: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (i, t) in group.iter().enumerate() {
        by_day.entry(t.told?.0).or_default().push(i);
    }
    let mut out = Vec::new();
    for (day, members) in by_day {
        let clock: Option<BTreeMap<Time, Vec<usize>>> = by_clock(group, &members);
        let first = members.iter().find_map(|&i| group[i].quantity.value);
        let still = members
            .iter()
            .all(|&i| group[i].quantity.value.is_none_or(|v| Some(v) == first));
        match clock.filter(|_| !still) {
            // A day's reports by the clock, where every one has a time of day.
            Some(clock) => out.extend(clock.into_iter().map(|(time, m)| ((day, Some(time)), m))),
            None => out.push(((day, None), members)),
        }
    }
    Some(out)
}

fn by_clock(group: &[&Telling<'_>], members: &[usize]) -> Option<BTreeMap<Time, Vec<usize>>> {
    let mut out: BTreeMap<Time, Vec<usize>> = BTreeMap::new();
    for &i in members {
        out.entry(group[i].told?.1?).or_default().push(i);
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
    // "Dozens" widens nothing where somebody gives a number.
    let numbers: Vec<f64> = reports.iter().filter_map(|&i| group[i].quantity.value).collect();
    let ends = reports
        .iter()
        .flat_map(|&i| [group[i].quantity.low, group[i].quantity.high])
        .flatten();
    let told: Vec<f64> = if numbers.is_empty() {
        ends.collect()
    } else {
        numbers
    };
    let low = told.iter().copied().fold(f64::INFINITY, f64::min);
    let high = told.iter().copied().fold(f64::NEG_INFINITY, f64::max);
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
