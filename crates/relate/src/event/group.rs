//! Tellings of one event together, and how well one more fits.

use std::collections::BTreeSet;

use dossier_model::{EventType, Status, When};
use jiff::civil::Date;

use super::telling::{Telling, family, is_told_by_object};
use crate::interval;

/// Tellings of one event with what they say together.
#[derive(Default)]
pub(super) struct Group {
    pub members: Vec<usize>,
    pub sources: BTreeSet<usize>,
    pub targets: BTreeSet<usize>,
    pub place: Option<usize>,
    pub likely_place: Option<usize>,
    pub when: Option<When>,
    pub times: Vec<When>,
    pub values: BTreeSet<String>,
    pub object: BTreeSet<String>,
    pub statuses: BTreeSet<Status>,
}

/// How well a telling fits a group, in points; `None` where something contradicts.
pub(super) fn agreement(all: &[Telling<'_>], group: &Group, t: &Telling<'_>) -> Option<i32> {
    let first = &all[*group.members.first()?];
    if family(first.mention.kind) != family(t.mention.kind) {
        return None;
    }
    let denied = |s: Status| s == Status::Denied;
    if group.statuses.iter().any(|s| denied(*s)) != denied(t.mention.status) {
        return None;
    }
    let mut score = 0;
    let mut timed = false;
    match (&group.when, &t.mention.when) {
        (Some(a), Some(b)) => {
            if !interval::overlap(a, b) {
                return None;
            }
            timed = true;
            score += if interval::same(a, b) { 12 } else { 6 };
        }
        (Some(a), None) => {
            if let Some(value) = t
                .value
                .filter(|v| v.starts_with("XXXX-") && !v.starts_with("XXXX-W"))
            {
                if !interval::fits_partial(value, a) {
                    return None;
                }
                timed = true;
                score += 8;
            }
        }
        (None, Some(b)) => {
            if group.values.iter().any(|v| interval::fits_partial(v, b)) {
                timed = true;
                score += 8;
            }
        }
        (None, None) => {
            if t.value
                .is_some_and(|v| v.starts_with("XXXX-") && group.values.contains(v))
            {
                timed = true;
                score += 8;
            }
        }
    }
    if !timed && !statuses_fit(group, t) {
        return None;
    }
    score += parties(group, t)?;
    // News without a date is of the days around its publication.
    let near = |published: Date, w: &When| {
        w.from.zip(w.to).is_some_and(|(f, l)| {
            (f - published).get_days() <= NEAR_DAYS && (published - l).get_days() <= NEAR_DAYS
        })
    };
    if let (false, Some((published, when))) = (timed, t.around.zip(group.when.as_ref())) {
        score += if near(published, when) { 5 } else { -10 };
    }
    if is_told_by_object(t.mention.kind) && !group.object.is_empty() && !t.object.is_empty() {
        if !shares_object(group, t) {
            return None;
        }
        // The same words for what it is about, and more than one.
        if group.object == t.object && t.object.len() > 1 {
            score += 10;
        }
        score += 12;
    }
    if t.mention.kind == EventType::Attack && shares_object(group, t) {
        score += 14;
    }
    if t.mention.kind == EventType::Statement && first.mention.plover != t.mention.plover {
        return None;
    }
    Some(score)
}

/// Whether both are about the same thing in at least half of the words that the shorter one has; of an attack in
/// more than half: "the Peruvian embassy" is not "the Chilean embassy".
fn shares_object(group: &Group, t: &Telling<'_>) -> bool {
    let shared = group.object.intersection(&t.object).count();
    let least = group.object.len().min(t.object.len());
    let strict = usize::from(t.mention.kind == EventType::Attack);
    shared > 0 && shared * 2 >= least + strict
}

/// Whether nothing but who acts or is acted upon speaks for one and the same event.
pub(super) fn shares_parties_only(group: &Group, t: &Telling<'_>) -> bool {
    (t.place.is_none() || group.place != t.place) && !shares_object(group, t)
}

/// Points for shared participants and places; `None` where they are others.
fn parties(group: &Group, t: &Telling<'_>) -> Option<i32> {
    let mut score = 0;
    let symmetric = family(t.mention.kind) == EventType::Meeting || t.mention.kind == EventType::Signing;
    if symmetric {
        let ours: BTreeSet<usize> = group.sources.union(&group.targets).copied().collect();
        let theirs: BTreeSet<usize> = t.sources.union(&t.targets).copied().collect();
        let shared = ours.intersection(&theirs).count();
        if !ours.is_empty() && !theirs.is_empty() {
            // Two meetings of one person with different others are two.
            if shared == 0 || shared < 2 && ours.len() > 1 && theirs.len() > 1 {
                return None;
            }
            score += 12 * shared.min(3) as i32;
        }
    } else {
        for (ours, theirs) in [(&group.sources, &t.sources), (&group.targets, &t.targets)] {
            if !ours.is_empty() && !theirs.is_empty() {
                if ours.is_disjoint(theirs) {
                    return None;
                }
                score += 14;
            }
        }
    }
    let is_visit = t.mention.kind == EventType::Visit;
    match (group.place, t.place) {
        (Some(a), Some(b)) if a == b => score += 14,
        (Some(_), Some(_)) if is_visit => return None,
        (Some(_), Some(_)) => score -= 4,
        (Some(a), None) if is_visit => match t.likely_place {
            Some(b) if a == b => score += 8,
            Some(_) => return None,
            None => {}
        },
        (None, Some(b)) if is_visit => match group.likely_place {
            Some(a) if a == b => score += 8,
            Some(_) => return None,
            None => {}
        },
        _ => {}
    }
    Some(score)
}

/// Whether a planned and a past telling without a common time can be of one event: only where the article
/// that tells it as past is no older than the plan.
fn statuses_fit(group: &Group, t: &Telling<'_>) -> bool {
    let is_ahead = |s: &Status| matches!(s, Status::Planned | Status::Hypothetical);
    let ahead = group.statuses.iter().any(is_ahead);
    let behind = group.statuses.iter().any(|s| !is_ahead(s));
    let from = group.when.as_ref().and_then(|w| w.from);
    if is_ahead(&t.mention.status) {
        // A plan and its outcome: announced shortly before the day that others report.
        let foretold =
            |published: Date, from: Date| (0..=MOST_DAYS_AHEAD).contains(&(from - published).get_days());
        return ahead
            || from.is_none()
            || t.around
                .zip(from)
                .is_some_and(|(published, from)| foretold(published, from));
    }
    behind
        || t.around
            .zip(from)
            .is_some_and(|(published, from)| published >= from)
}

/// Days around an event in which an article is taken to tell of it rather than of another of its kind.
const NEAR_DAYS: i32 = 14;
/// Days before an event in which a plan without a date is taken to be of it.
const MOST_DAYS_AHEAD: i32 = 60;

impl Group {
    pub fn add(&mut self, i: usize, t: &Telling<'_>) {
        self.members.push(i);
        self.sources.extend(&t.sources);
        self.targets.extend(&t.targets);
        self.place = self.place.or(t.place);
        self.likely_place = self.likely_place.or(t.likely_place);
        self.times.extend(t.mention.when.clone());
        self.when = most_told_time(&self.times);
        self.values.extend(t.value.map(str::to_owned));
        if self.object.is_empty() {
            self.object.clone_from(&t.object);
        }
        self.statuses.insert(t.mention.status);
    }
}

/// The time that most tellings give; of equals the most exact one, then the longer one: a visit's days rather
/// than its last.
fn most_told_time(times: &[When]) -> Option<When> {
    let told = |w: &When| times.iter().filter(|o| interval::same(w, o)).count();
    let length = |w: &When| w.from.zip(w.to).map_or(0, |(f, t)| (t - f).get_days());
    let closed = |w: &When| interval::within(w, 32);
    times
        .iter()
        .max_by(|a, b| {
            (closed(a), told(a), interval::exactness(a), length(a))
                .cmp(&(closed(b), told(b), interval::exactness(b), length(b)))
                .then_with(|| b.text.cmp(&a.text))
        })
        .cloned()
}
