//! Tellings of one event together, and how well one more fits.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{EventType, Status, When};
use jiff::civil::Date;

use super::clues::Clue;
use super::places::Places;
use super::repeated::Repeated;
use super::telling::{Telling, family, is_often_repeated, is_once, is_told_by_object};
use super::verdict;
use crate::interval;

/// Tellings of one event with what they say together.
#[derive(Default)]
pub(super) struct Group {
    pub members: Vec<usize>,
    docs: BTreeSet<usize>,
    pub sources: BTreeSet<usize>,
    pub targets: BTreeSet<usize>,
    pub acting: BTreeSet<usize>,
    pub acted_on: BTreeSet<usize>,
    /// How many tell of each place.
    pub places: BTreeMap<usize, usize>,
    pub likely_place: Option<usize>,
    pub when: Option<When>,
    times: BTreeMap<(Option<Date>, Option<Date>), (usize, When)>,
    pub values: BTreeSet<String>,
    pub object: BTreeSet<String>,
    pub statuses: BTreeSet<Status>,
    /// First and last publication of its tellings.
    published: Option<(Date, Date)>,
    several: bool,
    /// Whether one of its articles leads with it.
    is_lead: bool,
}

/// What all comparisons of a story share.
pub(super) struct View<'a> {
    pub tellings: &'a [Telling<'a>],
    /// Tellings that the user keeps apart from all others.
    pub alone: BTreeSet<usize>,
    pub places: &'a Places,
    pub repeated: &'a Repeated,
}

/// Points that same times give.
const SAME_TIME: i32 = 12;
/// The same for times of which one holds the other.
const FITTING_TIME: i32 = 6;
/// For a time of an unknown year that fits.
const PARTIAL_TIME: i32 = 8;
/// For one party that acts, or is acted upon, in both.
const SAME_PARTY: i32 = 14;
/// For each participant of a meeting.
const SAME_SIDE: i32 = 12;
/// For the same place.
const SAME_PLACE: i32 = 14;
/// For places of which one lies in the other.
const FITTING_PLACE: i32 = 10;
/// The same where the outer one is a country, of what happens often.
const FITTING_LAND: i32 = 4;
/// For the place that a visitor is told to go to elsewhere.
const LIKELY_PLACE: i32 = 8;
/// For the same thing.
const SAME_OBJECT: i32 = 12;
/// More where more than one word of it is the same.
const SAME_WORDS: i32 = 10;
/// Points that a time far from the publication takes.
const FAR: i32 = -10;

/// How well a telling fits a group, in points; `None` where something contradicts.
pub(super) fn agreement(view: &View<'_>, group: &Group, t: &Telling<'_>) -> Option<i32> {
    let first = &view.tellings[*group.members.first()?];
    if family(first.mention.kind) != family(t.mention.kind) || group.several != t.mention.several {
        return None;
    }
    let denied = |s: Status| s == Status::Denied;
    if group.statuses.iter().any(|s| denied(*s)) != denied(t.mention.status) {
        return None;
    }
    if !verdict::fit(view, group, t) {
        return None;
    }
    let is_any_act = matches!(t.mention.kind, EventType::Statement | EventType::Other);
    if is_any_act && first.mention.plover != t.mention.plover {
        return None;
    }
    let time = time_points(group, t)?;
    if time == 0 && !statuses_fit(group, t) {
        return None;
    }
    let place = place_points(view.places, group, t)?;
    let mut score = place + party_points(group, t)?;
    if is_told_by_object(t.mention.kind) && !group.object.is_empty() && !t.object.is_empty() {
        if !shares_object(group, t) {
            return None;
        }
        if group.object == t.object && t.object.len() > 1 {
            score += SAME_WORDS;
        }
        score += SAME_OBJECT;
    }
    if t.mention.kind == EventType::Attack && shares_object(group, t) {
        score += SAME_OBJECT + 2;
    }
    if time == 0 {
        // That both are of these days makes one event of two only where they share something else.
        let near = nearness(group, t, place)?;
        let shares = score >= FITTING_PLACE || !is_often_repeated(t.mention.kind);
        score += if shares { near } else { near.min(0) };
    }
    Some(score + time)
}

/// Whether what a telling shares with a group singles out one event. A time that fits does. Without one, what happens again
/// and again needs two things that are shared and not themselves told of several times: who acts, whom it is done to, words
/// of what it is about, a place smaller than a country, an article that tells of this event already, its days.
pub(super) fn singles_out(view: &View<'_>, group: &Group, t: &Telling<'_>) -> bool {
    let kind = t.mention.kind;
    if is_once(kind) || time_points(group, t).is_some_and(|points| points > 0) {
        return true;
    }
    let shared = |ours: &BTreeSet<usize>, theirs: &BTreeSet<usize>| {
        let common = ours.intersection(theirs);
        common.filter(|&&r| !view.repeated.has_party(kind, r)).count()
    };
    let is_meeting = family(kind) == EventType::Meeting;
    let parties = if is_meeting {
        shared(
            &both(&group.acting, &group.acted_on),
            &both(&t.acting, &t.acted_on),
        )
    } else {
        shared(&group.acting, &t.acting).min(1) + shared(&group.acted_on, &t.acted_on).min(1)
    };
    let words = (group.object.intersection(&t.object)).filter(|w| !view.repeated.has_word(kind, w));
    let of_article = group.docs.contains(&t.doc);
    let near = group.is_of_days(t);
    let evidence = parties
        + words.count().min(2)
        + 2 * usize::from(t.place.is_some_and(|p| is_same_spot(view, group, kind, p)))
        + usize::from(of_article && !is_meeting)
        + usize::from(near && group.when.is_some())
        + 2 * usize::from(near && t.is_lead && group.is_lead);
    // One blames another every day.
    let needed = if kind == EventType::Statement && !of_article {
        3
    } else {
        2
    };
    evidence >= needed
}

/// Whether a place smaller than a country, in which one event of its kind is told, is the group's.
fn is_same_spot(view: &View<'_>, group: &Group, kind: EventType, place: usize) -> bool {
    let is_small = !view.places.is_country(place) && !view.repeated.has_place(kind, place);
    is_small && group.places.keys().any(|&q| view.places.fit(place, q))
}

/// Points for the time; none where it is not told.
fn time_points(group: &Group, t: &Telling<'_>) -> Option<i32> {
    let is_dated = |v: &&str| v.starts_with("XXXX-") && !v.starts_with("XXXX-W");
    // A month holds its days.
    let holds = |outer: &str, inner: &str| inner.starts_with(outer);
    Some(match (&group.when, &t.mention.when) {
        (Some(a), Some(b)) if !interval::overlap(a, b) => return None,
        (Some(a), Some(b)) if interval::same(a, b) => SAME_TIME,
        // What happens every week happened more than once in the month that both may lie in.
        (Some(a), Some(b)) if is_often_repeated(t.mention.kind) && !(is_short(a) && is_short(b)) => 0,
        (Some(_), Some(_)) => FITTING_TIME,
        (Some(a), None) => match t.value.filter(is_dated) {
            Some(v) if !interval::fits_partial(v, a) => return None,
            Some(_) => PARTIAL_TIME,
            None => 0,
        },
        (None, Some(b)) if group.values.iter().any(|v| interval::fits_partial(v, b)) => PARTIAL_TIME,
        (None, None) => match t.value.filter(is_dated) {
            Some(v)
                if group
                    .values
                    .iter()
                    .any(|known| holds(known, v) || holds(v, known)) =>
            {
                PARTIAL_TIME
            }
            // "On January 30" is not "in March", whatever the year.
            Some(_) if !is_once(t.mention.kind) && group.values.iter().any(|v| is_dated(&v.as_str())) => {
                return None;
            }
            _ => 0,
        },
        (None, _) => 0,
    })
}

/// Whether a time is short enough to name one occasion.
fn is_short(when: &When) -> bool {
    interval::within(when, 8)
}

/// News without a date is of the days around its publication. What happens again and again, or leads an article, is
/// not the event of another month.
fn nearness(group: &Group, t: &Telling<'_>, place: i32) -> Option<i32> {
    let Some(published) = t.around else { return Some(0) };
    let far = |days: i32| {
        let again = is_often_repeated(t.mention.kind) || family(t.mention.kind) == EventType::Meeting;
        let is_other = t.published.is_some() && (again && place < SAME_PLACE || t.is_lead);
        (days > NEAR_DAYS && is_other).then_some(())
    };
    let Some(when) = &group.when else {
        // Neither tells a time: what two articles of one week lead with is likely one, what other weeks tell is not.
        let days = group
            .published
            .map_or(0, |(first, last)| distance(published, first, last));
        return match days {
            d if d > NEAR_DAYS && is_often_repeated(t.mention.kind) => None,
            0..=3 if t.is_lead && t.published.is_some() && group.is_lead => Some(8),
            _ => Some(0),
        };
    };
    let Some((from, to)) = when.from.zip(when.to) else {
        return Some(FAR);
    };
    let days = distance(published, from, to);
    let is_plan = t.mention.status == Status::Planned && t.published.is_some();
    if far(days).is_some() || is_plan && days > MOST_DAYS_AHEAD {
        return None;
    }
    let is_recent = is_plan || t.is_lead && t.published.is_some();
    Some(match days {
        0..=1 if is_recent => 11,
        0..=3 if is_recent => 8,
        d if d <= NEAR_DAYS => 5,
        _ => FAR,
    })
}

/// Days between a day and an interval.
fn distance(day: Date, from: Date, to: Date) -> i32 {
    (from - day).get_days().max((day - to).get_days()).max(0)
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
pub(super) fn shares_parties_only(view: &View<'_>, group: &Group, t: &Telling<'_>) -> bool {
    let placed = t
        .place
        .is_some_and(|p| group.places.keys().any(|&q| view.places.fit(p, q)));
    !placed && !shares_object(group, t)
}

/// Those who act and those who are acted upon, where all do the same together.
fn both(acting: &BTreeSet<usize>, acted_on: &BTreeSet<usize>) -> BTreeSet<usize> {
    acting.union(acted_on).copied().collect()
}

/// Points for shared participants; `None` where they are others.
fn party_points(group: &Group, t: &Telling<'_>) -> Option<i32> {
    let symmetric = family(t.mention.kind) == EventType::Meeting || t.mention.kind == EventType::Signing;
    if symmetric {
        let ours = both(&group.acting, &group.acted_on);
        let theirs = both(&t.acting, &t.acted_on);
        let shared = ours.intersection(&theirs).count();
        if ours.is_empty() || theirs.is_empty() {
            return Some(0);
        }
        // Two meetings of one person with different others are two.
        if shared == 0 || shared < 2 && ours.len() > 1 && theirs.len() > 1 {
            return None;
        }
        return Some(SAME_SIDE * shared.min(3) as i32);
    }
    let mut score = 0;
    for (ours, theirs) in [(&group.acting, &t.acting), (&group.acted_on, &t.acted_on)] {
        if !ours.is_empty() && !theirs.is_empty() {
            if !ours.is_disjoint(theirs) {
                score += SAME_PARTY;
            } else if t.mention.kind != EventType::Test {
                // A missile flies over one and falls beside another.
                return None;
            }
        }
    }
    Some(score)
}

/// Points for the place; `None` where two visits go to two places.
fn place_points(places: &Places, group: &Group, t: &Telling<'_>) -> Option<i32> {
    let is_visit = t.mention.kind == EventType::Visit;
    let known = !group.places.is_empty();
    Some(match t.place {
        Some(p) if group.places.contains_key(&p) => SAME_PLACE,
        Some(p) if group.places.keys().any(|&q| places.fit(p, q)) => {
            // That a country holds a town says little of what happens every week somewhere in it.
            let is_country = |q: usize| places.is_country(q);
            let wide = is_country(p) || group.places.keys().all(|&q| is_country(q));
            if wide && is_often_repeated(t.mention.kind) {
                FITTING_LAND
            } else {
                FITTING_PLACE
            }
        }
        Some(_) if known && is_visit => return None,
        Some(_) if known => -4,
        Some(p) if is_visit => match group.likely_place {
            Some(q) if places.fit(p, q) => LIKELY_PLACE,
            Some(_) => return None,
            None => 0,
        },
        None if known && is_visit => match t.likely_place {
            Some(p) if group.places.keys().any(|&q| places.fit(p, q)) => LIKELY_PLACE,
            Some(_) => return None,
            None => 0,
        },
        _ => 0,
    })
}

/// Whether a planned and a past telling without a common time can be of one event: only where the article
/// that tells it as past is no older than the plan.
fn statuses_fit(group: &Group, t: &Telling<'_>) -> bool {
    let is_ahead = |s: &Status| matches!(s, Status::Planned | Status::Hypothetical);
    let ahead = group.statuses.iter().any(is_ahead);
    let behind = group.statuses.iter().any(|s| !is_ahead(s));
    let from = group.when.as_ref().and_then(|w| w.from);
    if is_ahead(&t.mention.status) {
        // A plan and its outcome: announced shortly before the day that others report, or on that day.
        let foretold = |published: Date, from: Date| {
            (-MOST_DAYS_LATE..=MOST_DAYS_AHEAD).contains(&(from - published).get_days())
        };
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
/// Days around an event in which what leads an article without a time is that event.
const SAME_NEWS_DAYS: i32 = 1;
/// Days before an event in which a plan without a date is taken to be of it.
const MOST_DAYS_AHEAD: i32 = 60;
/// Days behind an event in which an article may still tell it as a plan.
const MOST_DAYS_LATE: i32 = 1;

impl Group {
    /// Whether a telling was published around its time, or around the days of its articles where it has none.
    fn is_of_days(&self, t: &Telling<'_>) -> bool {
        let told = (self.when.as_ref()).and_then(|w| w.from.zip(w.to));
        let days = told.or(self.published);
        days.zip(t.around)
            .is_some_and(|((from, to), day)| distance(day, from, to) <= SAME_NEWS_DAYS)
    }

    /// Takes a telling in.
    pub fn add(&mut self, i: usize, t: &Telling<'_>) {
        self.members.push(i);
        self.docs.insert(t.doc);
        self.sources.extend(&t.sources);
        self.targets.extend(&t.targets);
        self.acting.extend(&t.acting);
        self.acted_on.extend(&t.acted_on);
        if let Some(place) = t.place {
            *self.places.entry(place).or_default() += 1;
        }
        self.likely_place = self.likely_place.or(t.likely_place);
        if let Some(when) = &t.mention.when {
            let told = self
                .times
                .entry((when.from, when.to))
                .or_insert_with(|| (0, when.clone()));
            told.0 += 1;
            let better = |a: &When, b: &When| {
                interval::exactness(a)
                    .cmp(&interval::exactness(b))
                    .then_with(|| b.text.cmp(&a.text))
                    .is_gt()
            };
            if better(when, &told.1) {
                told.1 = when.clone();
            }
            self.when = self.most_told_time();
        }
        self.values.extend(t.value.map(str::to_owned));
        if self.object.is_empty() {
            self.object.clone_from(&t.object);
        }
        self.statuses.insert(t.mention.status);
        if let Some(day) = t.around {
            let (first, last) = self.published.unwrap_or((day, day));
            self.published = Some((first.min(day), last.max(day)));
        }
        self.several = t.mention.several;
        self.is_lead |= t.is_lead;
    }

    /// The time that most tellings give; of equals the most exact one, then the longer one: a visit's days rather
    /// than its last.
    fn most_told_time(&self) -> Option<When> {
        let length = |w: &When| w.from.zip(w.to).map_or(0, |(f, t)| (t - f).get_days());
        let closed = |w: &When| interval::within(w, 32);
        let rank = |(n, w): &(usize, When)| (closed(w), *n, interval::exactness(w), length(w));
        self.times
            .values()
            .max_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| b.1.text.cmp(&a.1.text)))
            .map(|(_, w)| w.clone())
    }

    /// The place that most tell of. Where one lies in the other and is told half as often, it is the inner one, but
    /// the outer one of a visit: one visits a country by its capital.
    pub fn place(&self, places: &Places, kind: EventType) -> Option<usize> {
        let most = self
            .places
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)))?;
        let is_better = |p: usize| match kind {
            EventType::Visit => places.is_inside(*most.0, p),
            _ => places.is_inside(p, *most.0),
        };
        let inner = self
            .places
            .iter()
            .filter(|(p, n)| **n * 2 >= *most.1 && is_better(**p))
            .max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
        Some(*inner.unwrap_or(most).0)
    }
}

/// What a telling is looked up by, and a row that it joins is kept under.
pub(super) fn clues(places: &Places, t: &Telling<'_>) -> Vec<Clue> {
    let parties = t.acting.iter().chain(&t.acted_on).map(|&r| Clue::Party(r));
    let at = t.place.map(|p| places.chain(p)).unwrap_or_default();
    let words = t.object.iter().map(|w| Clue::Word(w.clone()));
    let day = t.mention.when.as_ref().and_then(|w| w.from);
    // A month of an unknown year is found under the months of the dated.
    let month = |d: Date| Clue::Partial(format!("XXXX-{:02}", d.month()));
    let partial = t
        .value
        .filter(|v| v.starts_with("XXXX-"))
        .map(|v| Clue::Partial(v.get(..7).unwrap_or(v).to_owned()));
    parties
        .chain(at.into_iter().map(Clue::Place))
        .chain(words)
        .chain(day.map(Clue::Day))
        .chain(day.map(month))
        .chain(partial)
        .collect()
}
