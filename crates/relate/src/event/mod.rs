//! One row for one event, however many tell it.
//!
//! Tellings are joined by type, participants, place and time. The exact ones come first and found the rows;
//! a telling that leaves something out joins the row it fits, and is left out itself where it fits several.

mod clause;
mod clues;
mod group;
mod label;
mod naming;
mod object;
mod places;
mod reason;
mod repeated;
mod row;
mod setting;
mod telling;
mod verdict;

use std::collections::BTreeSet;

use dossier_model::{Cite, Event, EventId, Status};

use crate::confidence::Findings;
use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;
use crate::voice::Voices;
use clues::{Clue, Clues};
use group::{Group, View, agreement, clues, shares_parties_only, singles_out};
use places::Places;
use repeated::Repeated;
use row::build;
use setting::Setting;
use telling::{
    Telling, family, find_likely_places, fullness, has_fitting_patient, is_founding, is_often_repeated,
    tellings,
};

/// Points below which a telling and a group have nothing in common but their kind.
const LEAST_AGREEMENT: i32 = 10;

/// Points from which a telling joins the best row, whatever the next best.
const SURE: i32 = 30;

/// Points from which a telling joins a row that fits better than all others.
const CLEAR: i32 = 20;

/// The same for acts that one party does over and over: one shared party is not enough.
const LEAST_OF_ACTS: i32 = 19;

/// Joins the event mentions of all articles. With each row stands how sure its tellings are.
#[must_use]
pub fn join(
    scope: &Scope<'_>,
    entities: &Entities,
    origins: &Origins,
    voices: &Voices,
) -> Vec<(Event, Option<Findings>)> {
    let places = Places::read(scope, entities);
    let tellings = read_tellings(scope, entities, &places);
    let view = View {
        tellings: &tellings,
        alone: alone(scope, &tellings),
        places: &places,
        repeated: &Repeated::read(&tellings),
    };
    let groups = group(&view, entities);
    let setting = Setting {
        scope,
        entities,
        origins,
        voices,
    };
    let mut rows: Vec<(usize, (Event, Option<Findings>))> = groups
        .iter()
        .filter_map(|g| Some((*g.members.iter().min()?, build(&setting, &view, g)?)))
        .collect();
    rows.sort_by(|(i, (a, _)), (j, (b, _))| {
        let rank = |e: &Event| (e.support.origins, e.support.articles, e.cites.len());
        rank(b).cmp(&rank(a)).then(i.cmp(j))
    });
    rows.into_iter()
        .enumerate()
        .map(|(n, (_, (e, findings)))| {
            let id = EventId::new(format!("ev{}", n + 1));
            (Event { id, ..e }, findings)
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
    let places = Places::read(scope, entities);
    let tellings = read_tellings(scope, entities, &places);
    let view = View {
        tellings: &tellings,
        alone: alone(scope, &tellings),
        places: &places,
        repeated: &Repeated::read(&tellings),
    };
    let mut rows: Vec<(Vec<usize>, bool)> = group(&view, entities)
        .into_iter()
        .map(|g| {
            let is_row = row::is_sound(&view, entities, &g);
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

fn read_tellings<'a>(scope: &Scope<'a>, entities: &Entities, places: &Places) -> Vec<Telling<'a>> {
    let mut tellings = tellings(scope, entities, places);
    find_likely_places(&mut tellings);
    tellings
}

/// The tellings that the user keeps apart from all others.
fn alone(scope: &Scope<'_>, tellings: &[Telling<'_>]) -> BTreeSet<usize> {
    if scope.alone.is_empty() {
        return BTreeSet::new();
    }
    let is_alone = |t: &Telling<'_>| {
        let article = scope.docs[t.doc].article.id.clone();
        scope.alone.contains(&(article, t.mention.clause))
    };
    (0..tellings.len()).filter(|&i| is_alone(&tellings[i])).collect()
}

/// Whether a telling that fits two rows names no time that both leave open, and is not the news of its article.
fn tells_no_more(first: &Group, second: &Group, t: &Telling<'_>) -> bool {
    let is_known = |g: &Group| g.when.is_some();
    match &t.mention.when {
        Some(_) => is_known(first) && is_known(second),
        None => !t.is_lead,
    }
}

/// Puts the tellings of one event together: first those that say most, and what is only thought of last.
fn group(view: &View<'_>, entities: &Entities) -> Vec<Group> {
    let is_thought = |t: &Telling<'_>| t.mention.status == Status::Hypothetical;
    let mut order: Vec<usize> = (0..view.tellings.len()).collect();
    order.sort_by_key(|&i| {
        let t = &view.tellings[i];
        (is_thought(t), std::cmp::Reverse(fullness(t)), i)
    });
    let mut groups: Vec<Group> = Vec::new();
    let mut known = Clues::default();
    let mut kept: Vec<BTreeSet<Clue>> = Vec::new();
    for i in order {
        let telling = &view.tellings[i];
        if view.alone.contains(&i) {
            groups.push(Group::default());
            kept.push(BTreeSet::new());
            groups
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|g| g.add(i, telling));
            continue;
        }
        let clues = clues(view.places, telling);
        let kind = family(telling.mention.kind);
        let mut fitting: Vec<(i32, usize)> = known
            .candidates(kind, clues.iter().cloned())
            .into_iter()
            .filter_map(|g| Some((agreement(view, &groups[g], telling)?, g)))
            .filter(|(score, _)| *score >= LEAST_AGREEMENT)
            .collect();
        fitting.sort_by_key(|&(score, g)| (std::cmp::Reverse(score), g));
        let count = fitting.len();
        fitting.retain(|&(_, g)| singles_out(view, &groups[g], telling));
        let is_doubtful = fitting.is_empty() && count > 0;
        let mut join = |g: usize, groups: &mut Vec<Group>| {
            groups[g].add(i, telling);
            for clue in &clues {
                if kept[g].insert(clue.clone()) {
                    known.add(kind, clue.clone(), g);
                }
            }
        };
        if is_thought(telling) {
            // "If the visit goes ahead" adds nothing to a visit that others tell as real.
            let is_real = |g: usize| !groups[g].statuses.contains(&Status::Hypothetical);
            if fitting.iter().any(|&(score, g)| score >= CLEAR && is_real(g)) {
                continue;
            }
            fitting.retain(|&(_, g)| !is_real(g));
        }
        match fitting[..] {
            // One of its kind is told already, and nothing says whether it is this one.
            [] if is_doubtful && !telling.is_lead && telling.mention.when.is_none() => {}
            [(score, g), ..] if score >= SURE => join(g, &mut groups),
            // Who strikes once strikes again: that the same one acts does not make it the same act.
            [(score, g), ..]
                if score < LEAST_OF_ACTS
                    && is_often_repeated(telling.mention.kind)
                    && shares_parties_only(view, &groups[g], telling)
                    && !(telling.is_lead && is_founding(telling)) => {}
            // Little is said: joined only where nothing else could be meant.
            [(score, g)]
                if score >= LEAST_OF_ACTS || !telling.is_lead || !is_often_repeated(telling.mention.kind) =>
            {
                join(g, &mut groups)
            }
            [(first, g), (second, _), ..] if first >= CLEAR && first > second => join(g, &mut groups),
            // One of several that are told already, who knows which.
            [(_, g), (_, other), ..] if tells_no_more(&groups[g], &groups[other], telling) => {}
            _ if is_founding(telling) && has_fitting_patient(entities, telling) => {
                groups.push(Group::default());
                kept.push(BTreeSet::new());
                let g = groups.len() - 1;
                groups[g].add(i, telling);
                for clue in clues {
                    kept[g].insert(clue.clone());
                    known.add(kind, clue, g);
                }
            }
            _ => {}
        }
    }
    merge(view, groups)
}

/// Joins rows that what was told later shows to be one: all that one tells fits the other, and nothing contradicts.
fn merge(view: &View<'_>, groups: Vec<Group>) -> Vec<Group> {
    let kind_of = |g: &Group| g.members.first().map(|&i| family(view.tellings[i].mention.kind));
    let mut known = Clues::default();
    let mut out: Vec<Group> = Vec::new();
    for group in groups {
        let Some(kind) = kind_of(&group) else { continue };
        if group.members.iter().any(|i| view.alone.contains(i)) {
            out.push(group);
            continue;
        }
        let of_group: BTreeSet<Clue> = group
            .members
            .iter()
            .flat_map(|&i| clues(view.places, &view.tellings[i]))
            .collect();
        let fit = |g: usize| {
            let scores: Option<Vec<i32>> = group
                .members
                .iter()
                .map(|&i| {
                    let t = &view.tellings[i];
                    agreement(view, &out[g], t).filter(|_| singles_out(view, &out[g], t))
                })
                .collect();
            scores?.into_iter().min().filter(|&worst| worst >= CLEAR)
        };
        let mut fitting: Vec<(i32, usize)> = known
            .candidates(kind, of_group.iter().cloned())
            .into_iter()
            .filter_map(|g| Some((fit(g)?, g)))
            .collect();
        fitting.sort_by_key(|&(score, g)| (std::cmp::Reverse(score), g));
        let into = match fitting[..] {
            [(_, g)] => Some(g),
            [(first, g), (second, _), ..] if first > second => Some(g),
            _ => None,
        };
        let place = into.unwrap_or(out.len());
        if into.is_none() {
            out.push(Group::default());
        }
        for &i in &group.members {
            out[place].add(i, &view.tellings[i]);
        }
        for clue in of_group {
            known.add_once(kind, clue, place);
        }
    }
    out
}
