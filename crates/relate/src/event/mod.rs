//! One row for one event, however many tell it.
//!
//! Tellings are joined by type, participants, place and time. The exact ones come first and found the rows;
//! a telling that leaves something out joins the row it fits, and is left out itself where it fits several.

mod group;
mod label;
mod object;
mod row;
mod telling;

use dossier_model::{Cite, Event, EventId, EventType};

use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::Voices;
use group::{Group, agreement, shares_parties_only};
use row::build;
use telling::{Telling, find_likely_places, fullness, has_fitting_patient, is_founding, tellings};

/// Points below which a telling and a group have nothing in common but their kind.
const LEAST_AGREEMENT: i32 = 10;

/// The same for acts that one party does over and over: one shared party is not enough.
const LEAST_OF_ACTS: i32 = 19;

/// Kinds of which a story tells several of one party.
fn is_often_repeated(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Attack
            | EventType::Clash
            | EventType::Protest
            | EventType::Sanction
            | EventType::Arrest
            | EventType::Statement
            | EventType::Other
            | EventType::Aid
            | EventType::Deployment
    )
}

/// Joins the event mentions of all articles.
#[must_use]
pub fn join(scope: &Scope<'_>, entities: &Entities, origins: &Origins, voices: &Voices) -> Vec<Event> {
    let tellings = read_tellings(scope, entities);
    let groups = group(&tellings, entities);
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

/// The words that tell one event.
#[derive(Debug, Clone)]
pub struct Told {
    /// In the order of their articles.
    pub words: Vec<Cite>,
    /// Whether they are a row of the record; what is said too thinly is none.
    pub is_row: bool,
}

/// What the articles tell of each event, whether it becomes a row or not, in the order of the first words.
#[must_use]
pub fn told(scope: &Scope<'_>, entities: &Entities) -> Vec<Told> {
    let tellings = read_tellings(scope, entities);
    let mut rows: Vec<(Vec<usize>, bool)> = group(&tellings, entities)
        .into_iter()
        .map(|g| {
            let is_row = row::is_sound(entities, &g, &tellings);
            let mut members = g.members;
            members.sort_unstable();
            (members, is_row)
        })
        .collect();
    let mut is_grouped = vec![false; tellings.len()];
    for &i in rows.iter().flat_map(|(members, _)| members) {
        is_grouped[i] = true;
    }
    let alone = (0..tellings.len()).filter(|&i| !is_grouped[i]);
    rows.extend(alone.map(|i| (vec![i], false)));
    rows.sort();
    let cite = |i: &usize| scope.cite(tellings[*i].doc, tellings[*i].span);
    rows.iter()
        .map(|(members, is_row)| Told {
            words: members.iter().map(cite).collect(),
            is_row: *is_row,
        })
        .collect()
}

fn read_tellings<'a>(scope: &Scope<'a>, entities: &Entities) -> Vec<Telling<'a>> {
    let mut tellings = tellings(scope, entities);
    find_likely_places(&mut tellings);
    tellings
}

/// Puts the tellings of one event together.
fn group(tellings: &[Telling<'_>], entities: &Entities) -> Vec<Group> {
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(fullness(&tellings[i])), i));
    let mut groups: Vec<Group> = Vec::new();
    for i in order {
        let telling = &tellings[i];
        let mut fitting: Vec<(i32, usize)> = groups
            .iter()
            .enumerate()
            .filter_map(|(g, group)| Some((agreement(tellings, group, telling)?, g)))
            .filter(|(score, _)| *score >= LEAST_AGREEMENT)
            .collect();
        fitting.sort_by_key(|&(score, g)| (std::cmp::Reverse(score), g));
        match fitting[..] {
            [(score, g), ..] if score >= 30 => groups[g].add(i, telling),
            // Who strikes once strikes again: that the same one acts does not make it the same act.
            [(score, g), ..]
                if score < LEAST_OF_ACTS
                    && is_often_repeated(telling.mention.kind)
                    && shares_parties_only(&groups[g], telling) => {}
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
    groups
}
