//! One row for one event, however many tell it.
//!
//! Tellings are joined by type, participants, place and time. The exact ones come first and found the rows;
//! a telling that leaves something out joins the row it fits, and is left out itself where it fits several.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Cite, Cites, Event, EventId, EventMention, EventParticipant, EventType, MentionKind, Participant,
    ParticipantRole, Plover, Span, Status, When,
};
use jiff::civil::Date;

use crate::entity::Entities;
use crate::event_label;
use crate::event_object;
use crate::fold;
use crate::interval;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};

/// One article's telling.
struct Telling<'a> {
    doc: usize,
    span: Span,
    mention: &'a EventMention,
    sources: BTreeSet<usize>,
    targets: BTreeSet<usize>,
    place: Option<usize>,
    /// For a visit whose place is not told: where the story's other tellings have its visitor go.
    likely_place: Option<usize>,
    /// TIMEX3 value of the time, also where it does not resolve.
    value: Option<&'a str>,
    object: BTreeSet<String>,
    published: Option<Date>,
    /// The publication day, or the story's first where the article has none: near enough to tell which of two
    /// events is meant, and never written down.
    around: Option<Date>,
}

/// Tellings of one event with what they say together.
#[derive(Default)]
struct Group {
    members: Vec<usize>,
    sources: BTreeSet<usize>,
    targets: BTreeSet<usize>,
    place: Option<usize>,
    likely_place: Option<usize>,
    when: Option<When>,
    times: Vec<When>,
    values: BTreeSet<String>,
    object: BTreeSet<String>,
    statuses: BTreeSet<Status>,
}

/// Points below which a telling and a group have nothing in common but their kind.
const LEAST_AGREEMENT: i32 = 10;

/// Joins the event mentions of all articles.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Vec<Event> {
    let mut tellings = tellings(scope, entities);
    find_likely_places(&mut tellings);
    let tellings = tellings;
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(fullness(&tellings[i])), i));
    let mut groups: Vec<Group> = Vec::new();
    for i in order {
        let telling = &tellings[i];
        let mut fitting: Vec<(i32, usize)> = groups
            .iter()
            .enumerate()
            .filter_map(|(g, group)| Some((agreement(&tellings, group, telling)?, g)))
            .filter(|(score, _)| *score >= LEAST_AGREEMENT)
            .collect();
        fitting.sort_by_key(|&(score, g)| (std::cmp::Reverse(score), g));
        match fitting[..] {
            [(score, g), ..] if score >= 30 => groups[g].add(i, telling),
            // Little is said: joined only where nothing else could be meant.
            [(_, g)] => groups[g].add(i, telling),
            [(first, g), (second, _), ..] if first >= 20 && first > second => groups[g].add(i, telling),
            _ if is_founding(telling) && has_fitting_patient(entities, telling) => {
                let mut group = Group::default();
                group.add(i, telling);
                groups.push(group);
            }
            _ => {}
        }
    }
    let mut rows: Vec<(usize, Event)> = groups
        .iter()
        .filter_map(|g| {
            Some((
                *g.members.iter().min()?,
                build(scope, entities, origins, voices, &tellings, g)?,
            ))
        })
        .collect();
    rows.sort_by(|(i, a), (j, b)| {
        let rank = |e: &Event| (e.support.origins, e.support.articles, e.cites.len());
        rank(b).cmp(&rank(a)).then(i.cmp(j))
    });
    rows.into_iter()
        .enumerate()
        .map(|(n, (_, e))| Event {
            id: EventId::new(format!("ev{}", n + 1)),
            ..e
        })
        .collect()
}

fn tellings<'a>(scope: &Scope<'a>, entities: &Entities) -> Vec<Telling<'a>> {
    let mut out = Vec::new();
    let first_day = scope.docs.iter().filter_map(|d| d.article.reference_day()).min();
    for (doc, &read) in scope.docs.iter().enumerate() {
        let rows = |list: &[EventParticipant]| -> BTreeSet<usize> {
            list.iter()
                .filter_map(|p| row_of(scope, entities, doc, p))
                .collect()
        };
        for event in &read.notes.events {
            let mention = &event.value;
            let place = mention
                .place
                .as_ref()
                .and_then(|p| row_of(scope, entities, doc, p));
            let mut targets = rows(&mention.targets);
            targets.retain(|t| Some(*t) != place);
            out.push(Telling {
                doc,
                span: event.span,
                mention,
                sources: rows(&mention.sources),
                targets,
                place,
                likely_place: None,
                value: mention
                    .time
                    .and_then(|t| read.notes.times.get(t))
                    .map(|t| t.value.value.as_str()),
                object: mention
                    .object
                    .filter(|s| event_object::words(scope, doc, *s).is_some())
                    .map_or_else(BTreeSet::new, |s| object_key(scope, doc, s)),
                published: read.article.reference_day(),
                around: read.article.reference_day().or(first_day),
            });
        }
    }
    out
}

/// For each visit without a place, the place that two thirds of the tellings of its visitor's visits name.
/// It helps to join tellings and is never told as a fact of its own.
fn find_likely_places(tellings: &mut [Telling<'_>]) {
    let is_visit = |t: &Telling<'_>| t.mention.kind == EventType::Visit;
    for i in 0..tellings.len() {
        let own = &tellings[i];
        if !is_visit(own) || own.place.is_some() {
            continue;
        }
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for other in tellings
            .iter()
            .filter(|o| is_visit(o) && !o.sources.is_disjoint(&own.sources))
        {
            let apart = own.mention.when.as_ref().zip(other.mention.when.as_ref());
            if let Some(place) = other.place
                && apart.is_none_or(|(a, b)| interval::overlap(a, b))
            {
                *counts.entry(place).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        tellings[i].likely_place = counts
            .into_iter()
            .find(|(_, n)| n * 3 >= all * 2)
            .map(|(place, _)| place);
    }
}

/// The entity behind a participant: the bearer it resolves to, or the country of its demonym. A name inside
/// somebody's office ("National Assembly Chairman") stands for its holder.
fn row_of(scope: &Scope<'_>, entities: &Entities, doc: usize, p: &EventParticipant) -> Option<usize> {
    let roles = &scope.docs[doc].notes.roles;
    let office = roles.iter().find(|r| r.span != p.span && r.span.contains(p.span));
    let local = office.map_or(p.local, |r| Some(r.value.holder))?;
    entities.of(doc, local).or_else(|| {
        let local = scope.docs[doc].notes.local(local)?;
        entities.country(local.country.as_deref().filter(|_| local.is_country)?)
    })
}

/// The content words of an object, folded.
fn object_key(scope: &Scope<'_>, doc: usize, span: Span) -> BTreeSet<String> {
    const EMPTY: &[&str] = &[
        "the", "a", "an", "of", "and", "on", "for", "to", "in", "this", "that", "its", "their", "new",
    ];
    fold::parts(scope.text(doc, span))
        .into_iter()
        .map(|p| {
            p.strip_suffix('s')
                .filter(|s| s.len() > 3)
                .map_or(p.clone(), str::to_owned)
        })
        .filter(|p| !EMPTY.contains(&p.as_str()))
        .collect()
}

/// Kinds that news calls by either name.
fn family(kind: EventType) -> EventType {
    match kind {
        EventType::Talks => EventType::Meeting,
        EventType::Deal => EventType::Agreement,
        EventType::Sentence => EventType::Trial,
        other => other,
    }
}

/// Kinds of which one party may see several in a day, told apart by what they are about.
fn is_told_by_object(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Signing
            | EventType::Agreement
            | EventType::Deal
            | EventType::Construction
            | EventType::Opening
            | EventType::Test
            | EventType::Sanction
            | EventType::Aid
            | EventType::Other
    )
}

/// Kinds whose object is a victim or a cause, which the label leaves to the cites.
fn is_known_by_place(kind: EventType) -> bool {
    matches!(kind, EventType::Accident | EventType::Disaster | EventType::Death)
}

/// How much a telling says.
fn fullness(t: &Telling<'_>) -> usize {
    usize::from(t.mention.when.is_some()) * 3
        + usize::from(t.mention.when.as_ref().is_some_and(|w| interval::within(w, 8))) * 2
        + t.sources.len().min(1) * 2
        + t.targets.len().min(1) * 2
        + usize::from(t.place.is_some()) * 2
        + usize::from(!t.object.is_empty())
}

/// Whether a telling says enough to stand as a row of its own.
fn is_founding(t: &Telling<'_>) -> bool {
    let parties = t.sources.len() + t.targets.len() + usize::from(t.place.is_some());
    let timed = t.mention.when.is_some() || t.value.is_some_and(|v| v.starts_with("XXXX-"));
    match t.mention.kind {
        EventType::Other => parties >= 1 && t.mention.when.is_some(),
        EventType::Statement => t.targets.difference(&t.sources).next().is_some() && !t.sources.is_empty(),
        EventType::Visit => parties >= 2 || parties == 1 && timed,
        EventType::Meeting | EventType::Talks | EventType::Call => parties >= 2,
        EventType::Signing | EventType::Construction | EventType::Opening => {
            !t.object.is_empty() || parties >= 1 && timed
        }
        _ => parties >= 1 || timed && !t.object.is_empty(),
    }
}

/// Whether whoever is acted upon can be: nobody arrests a town, and "his" is nobody.
fn has_fitting_patient(entities: &Entities, t: &Telling<'_>) -> bool {
    let is_human = |r: &usize| matches!(entities.rows[*r].kind, MentionKind::Person | MentionKind::Group);
    match t.mention.kind {
        EventType::Arrest | EventType::Trial | EventType::Sentence | EventType::Resignation => {
            let by_whom = if t.mention.kind == EventType::Resignation {
                &t.sources
            } else {
                &t.targets
            };
            by_whom.iter().any(is_human) || t.targets.is_empty() && !t.object.is_empty()
        }
        EventType::Death => t.targets.iter().chain(&t.sources).all(is_human),
        EventType::Attack | EventType::Sanction | EventType::Appointment => {
            !t.targets.is_empty() || !t.object.is_empty() || t.place.is_some()
        }
        _ => true,
    }
}

/// Whether a row is more than a turn of phrase. What one article tells without a time counts only where the
/// kind is seldom a metaphor and the parties are named: teams "attack" and managers "build" every week.
fn is_sound(entities: &Entities, group: &Group, members: &[&Telling<'_>]) -> bool {
    let articles: BTreeSet<usize> = members.iter().map(|t| t.doc).collect();
    let Some(lead) = members.first() else { return false };
    let acts = |r: &usize| entities.is_country(*r) || entities.rows[*r].kind != MentionKind::Place;
    let timed = group.when.is_some() || !group.values.is_empty();
    // A visit is somebody's, to a place or at a time.
    if lead.mention.kind == EventType::Visit && (group.sources.is_empty() || group.place.is_none() && !timed)
    {
        return false;
    }
    let is_statement = lead.mention.kind == EventType::Statement;
    // What somebody might say or refuse is nothing that was said.
    let only_thought = members.iter().all(|t| t.mention.status == Status::Hypothetical);
    if is_statement && (only_thought || !group.sources.iter().all(acts)) {
        return false;
    }
    if articles.len() > 1 || !is_statement && timed {
        return true;
    }
    let parties = group.sources.union(&group.targets).count() + usize::from(group.place.is_some());
    match lead.mention.kind {
        EventType::Signing | EventType::Agreement | EventType::Deal => {
            !group.object.is_empty() || parties > 1
        }
        EventType::Visit
        | EventType::Meeting
        | EventType::Talks
        | EventType::Call
        | EventType::Appointment
        | EventType::Resignation
        | EventType::Arrest
        | EventType::Trial
        | EventType::Sentence
        | EventType::Sanction => parties > 1,
        EventType::Statement => matches!(
            lead.mention.plover,
            Some(Plover::Accuse | Plover::Reject | Plover::Threaten | Plover::Support)
        ),
        _ => false,
    }
}

/// How well a telling fits a group, in points; `None` where something contradicts.
fn agreement(all: &[Telling<'_>], group: &Group, t: &Telling<'_>) -> Option<i32> {
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
        let shared = group.object.intersection(&t.object).count();
        let least = group.object.len().min(t.object.len());
        if shared * 2 < least {
            return None;
        }
        score += 12;
    }
    if t.mention.kind == EventType::Statement && first.mention.plover != t.mention.plover {
        return None;
    }
    Some(score)
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
    fn add(&mut self, i: usize, t: &Telling<'_>) {
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

fn build(
    scope: &Scope<'_>,
    entities: &Entities,
    origins: &Origins,
    voices: &Voices,
    all: &[Telling<'_>],
    group: &Group,
) -> Option<Event> {
    let mut members: Vec<&Telling<'_>> = group.members.iter().map(|&i| &all[i]).collect();
    if !is_sound(entities, group, &members) {
        return None;
    }
    members.sort_by_key(|t| (t.doc, t.mention.clause));
    let lead = &all[*group.members.first()?];
    let kind = most_told(members.iter().map(|t| t.mention.kind))?;
    let cites: Vec<Cite> = members
        .iter()
        .map(|t| scope.cite(t.doc, t.mention.clause))
        .collect();
    let heard: Vec<(usize, usize)> = members
        .iter()
        .map(|t| (t.doc, voices.of(scope, t.doc, t.mention.clause)))
        .collect();
    let targets: BTreeSet<usize> = group.targets.difference(&group.sources).copied().collect();
    let participants = |rows: &BTreeSet<usize>, role: ParticipantRole| -> Vec<Participant> {
        rows.iter()
            .map(|&r| Participant {
                entity: entities.rows[r].id.clone(),
                role,
            })
            .collect()
    };
    let names = |rows: &BTreeSet<usize>| -> Vec<&str> {
        rows.iter().map(|&r| entities.rows[r].name.as_str()).collect()
    };
    let status = by_date(latest_status(&members)?, group.when.as_ref(), &members);
    let object = event_object::of_all(members.iter().filter_map(|t| {
        Some((
            t.mention.status == status,
            event_object::words(scope, t.doc, t.mention.object?)?,
        ))
    }));
    let label = event_label::write(&event_label::Parts {
        kind,
        sources: &names(&main_parties(&members, |t| &t.sources)),
        targets: &names(
            &main_parties(&members, |t| &t.targets)
                .difference(&group.sources)
                .copied()
                .collect(),
        ),
        place: group.place.map(|p| entities.rows[p].name.as_str()),
        object: object.as_deref().filter(|_| !is_known_by_place(kind)),
        predicate: scope.text(lead.doc, lead.span),
    })?;
    let why = explain(group, &members);
    Some(Event {
        id: EventId::new(""),
        kind,
        label,
        plover: most_told(members.iter().filter_map(|t| t.mention.plover)),
        mode: lead.mention.mode,
        status,
        when: group.when.clone(),
        place: group.place.map(|p| entities.rows[p].id.clone()),
        participants: [
            participants(&group.sources, ParticipantRole::Source),
            participants(&targets, ParticipantRole::Target),
        ]
        .concat(),
        cites: Cites::new(cites)?,
        support: voice::support(origins, &heard),
        why,
    })
}

/// Those whom at least half as many tell of as of the most told one: a delegation is no part of the label.
fn main_parties<'t>(
    members: &[&'t Telling<'_>],
    side: impl Fn(&'t Telling<'_>) -> &'t BTreeSet<usize>,
) -> BTreeSet<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for telling in members {
        for &row in side(telling) {
            *counts.entry(row).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or(0);
    counts
        .into_iter()
        .filter(|(_, n)| n * 2 >= most)
        .map(|(row, _)| row)
        .collect()
}

fn most_told<T: Ord + Copy>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|c| c.0)
}

/// The status in the newest articles; the most told one where they are of one day.
fn latest_status(members: &[&Telling<'_>]) -> Option<Status> {
    let newest = members.iter().filter_map(|t| t.published).max();
    let of_newest: Vec<Status> = members
        .iter()
        .filter(|t| newest.is_some() && t.published == newest)
        .map(|t| t.mention.status)
        .collect();
    most_told(of_newest.into_iter()).or_else(|| most_told(members.iter().map(|t| t.mention.status)))
}

/// What is told as done and lies ahead of all who tell it is planned; what lasts on is under way.
fn by_date(status: Status, when: Option<&When>, members: &[&Telling<'_>]) -> Status {
    let newest = members.iter().filter_map(|t| t.published).max();
    let days = when.and_then(|w| w.from.zip(w.to)).zip(newest);
    match (status, days) {
        (Status::Past, Some(((from, _), newest))) if from > newest => Status::Planned,
        (Status::Past, Some(((from, to), newest)))
            if from <= newest && newest < to && (to - from).get_days() < 32 =>
        {
            Status::UnderWay
        }
        _ => status,
    }
}

fn explain(group: &Group, members: &[&Telling<'_>]) -> String {
    if members.len() == 1 {
        return "one telling".to_owned();
    }
    let mut reasons = vec!["kind"];
    if !group.sources.is_empty() || !group.targets.is_empty() {
        reasons.push("participants");
    }
    if group.place.is_some() {
        reasons.push("place");
    }
    if group.when.is_some() {
        reasons.push("time");
    }
    if !group.object.is_empty() {
        reasons.push("object");
    }
    format!("{} tellings of the same {}", members.len(), reasons.join(", "))
}
