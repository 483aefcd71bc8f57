//! The row of the record that a group of tellings becomes, if it is sound.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Cite, Cites, Event, EventId, EventType, MentionKind, Participant, ParticipantRole, Plover, Status, When,
};

use super::group::Group;
use super::label;
use super::object;
use super::telling::Telling;
use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::{self, Voices};

/// Whether a row is more than a turn of phrase. What one article tells without a time counts only where the
/// kind is seldom a metaphor and the parties are named: teams "attack" and managers "build" every week.
pub(super) fn is_sound(entities: &Entities, group: &Group, all: &[Telling<'_>]) -> bool {
    let mut members: Vec<&Telling<'_>> = group.members.iter().map(|&i| &all[i]).collect();
    members.sort_by_key(|t| (t.doc, t.mention.clause));
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
    // What somebody might say, refuse or win is nothing that happened.
    let only_thought = members.iter().all(|t| t.mention.status == Status::Hypothetical);
    if only_thought && matches!(lead.mention.kind, EventType::Statement | EventType::Other)
        || is_statement && !group.sources.iter().all(acts)
    {
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

pub(super) fn build(
    scope: &Scope<'_>,
    entities: &Entities,
    origins: &Origins,
    voices: &Voices,
    all: &[Telling<'_>],
    group: &Group,
) -> Option<Event> {
    let mut members: Vec<&Telling<'_>> = group.members.iter().map(|&i| &all[i]).collect();
    if !is_sound(entities, group, all) {
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
    let about = object::of_all(
        members
            .iter()
            .filter_map(|t| Some((t.mention.status == status, object::words(scope, t.doc, t.about?)?))),
    );
    let title = label::write(&label::Parts {
        kind,
        sources: &names(&main_parties(&members, |t| &t.sources)),
        targets: &names(
            &main_parties(&members, |t| &t.targets)
                .difference(&group.sources)
                .copied()
                .collect(),
        ),
        place: group.place.map(|p| entities.rows[p].name.as_str()),
        object: about.as_deref().filter(|_| !is_known_by_place(kind)),
        predicate: scope.text(lead.doc, lead.span),
        plover: lead.mention.plover,
    })?;
    let why = explain(group, &members);
    Some(Event {
        id: EventId::new(""),
        kind,
        label: title,
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

/// Kinds whose object is a victim or a cause, which the label leaves to the cites.
fn is_known_by_place(kind: EventType) -> bool {
    matches!(kind, EventType::Accident | EventType::Disaster | EventType::Death)
}
