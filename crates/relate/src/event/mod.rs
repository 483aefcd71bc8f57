//! One row for one event, however many tell it.
//!
//! Tellings are joined by type, participants, place and time. The exact ones come first and found the rows;
//! a telling that leaves something out joins the row it fits, and is left out itself where it fits several.

mod group;
mod label;
mod object;
mod row;
mod telling;

use dossier_model::{Event, EventId, EventType};

use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::Voices;
use group::{Group, agreement, shares_parties_only};
use row::build;
use telling::{find_likely_places, fullness, has_fitting_patient, is_founding, tellings};

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
