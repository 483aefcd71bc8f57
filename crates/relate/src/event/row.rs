//! The row of the record that a group of tellings becomes, if it is sound.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Cite, Cites, Event, EventId, EventType, MentionKind, Participant, ParticipantRole, Plover, Span, Status,
    Upos, VerbForm, When, WhenPrecision,
};

use super::group::{Group, View};
use super::object::{self, Object};
use super::setting::Setting;
use super::telling::{Telling, is_said_whole, is_told_whole, state_of};
use super::{clause, label, naming, reason};
use crate::confidence::Findings;
use crate::entity::Entities;
use crate::scope::Scope;
use crate::voice;

/// Whether a row is more than a turn of phrase. What one article tells without a time counts only where the
/// kind is seldom a metaphor and the parties are named: teams "attack" and managers "build" every week.
pub(super) fn is_sound(view: &View<'_>, entities: &Entities, group: &Group) -> bool {
    let members = members_of(view, group);
    let articles: BTreeSet<usize> = members.iter().map(|t| t.doc).collect();
    let Some(lead) = members.first() else { return false };
    let acts = |r: &usize| entities.is_country(*r) || entities.rows[*r].kind != MentionKind::Place;
    let timed = group.when.is_some() || !group.values.is_empty();
    // A visit is somebody's, to a place or at a time.
    if lead.mention.kind == EventType::Visit
        && (group.sources.is_empty() || group.places.is_empty() && !timed)
    {
        return false;
    }
    let is_statement = lead.mention.kind == EventType::Statement;
    // What somebody might do is nothing that happened; a ban that is proposed is.
    let only_thought = members.iter().all(|t| t.mention.status == Status::Hypothetical);
    // Where votes are cast without a day says nothing that a calendar could hold.
    let is_bare_vote =
        lead.mention.kind == EventType::Election && !timed && members.iter().all(|t| t.targets.is_empty());
    if is_bare_vote
        || only_thought && !is_news_as_thought(lead.mention.kind)
        || is_never_planned(lead.mention.kind) && members.iter().all(|t| t.mention.status == Status::Planned)
        || is_statement && !group.sources.iter().all(acts)
    {
        return false;
    }
    if articles.len() > 1 || !is_statement && timed {
        return true;
    }
    let parties = group.sources.union(&group.targets).count() + usize::from(!group.places.is_empty());
    match lead.mention.kind {
        EventType::Signing | EventType::Agreement | EventType::Deal => {
            !group.object.is_empty() || parties > 1
        }
        EventType::Resignation | EventType::Arrest | EventType::Sentence => {
            parties > 1 || is_led(&members) && lead.mention.status == Status::Past
        }
        EventType::Visit
        | EventType::Meeting
        | EventType::Talks
        | EventType::Call
        | EventType::Appointment
        | EventType::Trial
        | EventType::Sanction => parties > 1,
        EventType::Statement if members.iter().any(|t| is_said_whole(t)) => true,
        EventType::Statement => match lead.mention.plover {
            Some(Plover::Accuse | Plover::Reject | Plover::Threaten) => true,
            // What a fan or a player supports is no news.
            Some(Plover::Support) => group.sources.iter().all(|r| speaks_for_others(entities, *r)),
            _ => false,
        },
        // An article leads with it: it happened.
        EventType::Accident
        | EventType::Disaster
        | EventType::Death
        | EventType::Launch
        | EventType::Release
        | EventType::Vote
        | EventType::Ruling
        | EventType::Order
        | EventType::Closing
        | EventType::Bid
        | EventType::Dismissal => is_led(&members) && parties > 0,
        EventType::Other => {
            let is_whole = members.iter().any(|t| is_told_whole(t));
            is_whole || lead.mention.plover == Some(Plover::Yield) && is_led(&members) && parties > 0
        }
        EventType::Test | EventType::Opening | EventType::Construction | EventType::Deployment => {
            members.iter().any(|t| is_told_whole(t)) && parties > 0
        }
        _ => false,
    }
}

/// Whether one article alone names it, by a noun and without a time, in passing: "neutral in talks between Velm and Oster".
fn is_aside(scope: &Scope<'_>, group: &Group, members: &[&Telling<'_>]) -> bool {
    let is_timed = group.when.is_some() || !group.values.is_empty();
    let is_of_one = members.windows(2).all(|w| w[0].doc == w[1].doc);
    let by_noun = |t: &&Telling<'_>| {
        let tokens = &scope.docs[t.doc].notes.tokens;
        tokens.inside(t.span).all(|i| tokens.upos(i) != Upos::Verb)
    };
    let is_visit = members.iter().all(|t| t.mention.kind == EventType::Visit);
    is_of_one && !is_timed && !is_visit && !is_led(members) && members.iter().all(by_noun)
}

/// Kinds that are told of before anybody has decided on them.
fn is_news_as_thought(kind: EventType) -> bool {
    matches!(kind, EventType::Sanction | EventType::Election | EventType::Order)
}

/// Kinds that nobody plans: told as ahead, their time was misread, or somebody expects them. What somebody will say is
/// nothing that a reader could look up.
fn is_never_planned(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Accident
            | EventType::Disaster
            | EventType::Death
            | EventType::Attack
            | EventType::Statement
    )
}

/// Whether somebody speaks for more than himself: a country, a body, or whoever holds an office.
fn speaks_for_others(entities: &Entities, row: usize) -> bool {
    let entity = &entities.rows[row];
    entity.kind != MentionKind::Person || !entity.roles.is_empty()
}

fn is_led(members: &[&Telling<'_>]) -> bool {
    members.iter().any(|t| t.is_lead)
}

/// The tellings of a group in the order of their articles.
fn members_of<'v>(view: &'v View<'_>, group: &Group) -> Vec<&'v Telling<'v>> {
    let mut members: Vec<&Telling<'_>> = group.members.iter().map(|&i| &view.tellings[i]).collect();
    members.sort_by_key(|t| (t.doc, t.mention.clause));
    members
}

/// The row of a group, and how sure its tellings are; `None` where it is not sound or nothing names it.
pub(super) fn build(
    setting: &Setting<'_>,
    view: &View<'_>,
    group: &Group,
) -> Option<(Event, Option<Findings>)> {
    let &Setting {
        scope,
        entities,
        origins,
        voices,
    } = setting;
    if !is_sound(view, entities, group) {
        return None;
    }
    let members = members_of(view, group);
    if is_aside(scope, group, &members) {
        return None;
    }
    let kind = most_told(members.iter().map(|t| t.mention.kind))?;
    let cites: Vec<Cite> = members
        .iter()
        .map(|t| scope.cite(t.doc, t.mention.clause))
        .collect();
    let heard: Vec<voice::Heard> = (members.iter())
        .map(|t| voice::Heard {
            doc: t.doc,
            span: t.mention.clause,
            voice: voices.of(scope, t.doc, t.mention.clause),
        })
        .collect();
    let acting = parties_told(&members, 3, |t| &t.sources);
    let acted_on: BTreeSet<usize> = parties_told(&members, 3, |t| &t.targets)
        .difference(&acting)
        .copied()
        // A test flies over one country and falls beside another; it is done to neither.
        .filter(|_| kind != EventType::Test)
        .collect();
    let participants = |rows: &BTreeSet<usize>, role: ParticipantRole| -> Vec<Participant> {
        rows.iter()
            .map(|&r| Participant {
                entity: entities.rows[r].id.clone(),
                role,
            })
            .collect()
    };
    let status = by_date(latest_status(&members)?, group.when.as_ref(), &members);
    let place = group.place(view.places, kind);
    let lead = &view.tellings[*group.members.first()?];
    let row = Event {
        background: None,
        id: EventId::new(""),
        kind,
        label: title(setting, view, group, (kind, status))?,
        plover: most_told(members.iter().filter_map(|t| t.mention.plover)),
        mode: lead.mention.mode,
        status,
        when: group.when.clone(),
        place: place.map(|p| entities.rows[p].id.clone()),
        participants: [
            participants(&acting, ParticipantRole::Source),
            participants(&acted_on, ParticipantRole::Target),
        ]
        .concat(),
        cites: Cites::new(cites)?,
        support: voice::support(origins, &heard),
        confidence: None,
        why: reason::explain(setting, group, &members, status),
    };
    Some((row, Findings::of(members.iter().map(|t| t.confidence))))
}

/// The row's label.
fn title(
    setting: &Setting<'_>,
    view: &View<'_>,
    group: &Group,
    (kind, status): (EventType, Status),
) -> Option<String> {
    let &Setting { scope, entities, .. } = setting;
    let members = members_of(view, group);
    let lead = &view.tellings[*group.members.first()?];
    let names = |rows: &BTreeSet<usize>| -> Vec<&str> {
        rows.iter().map(|&r| entities.rows[r].name.as_str()).collect()
    };
    let is_land = |r: &usize| entities.rows[*r].kind == MentionKind::Place;
    let acting = parties_told(&members, 2, |t| &t.sources);
    let mut sources = one_for_each_state(entities, kind, &acting);
    let told = clause::write(
        (kind, status),
        &members,
        &acting,
        label::list(&names(&sources)).as_deref(),
    );
    if let Some(told) = told {
        let place = group.place(view.places, kind).filter(|_| clause::is_placed(kind));
        let place = place.map(|p| entities.rows[p].name.as_str());
        return Some(label::capitalized(&told) + &label::at(place.filter(|p| !told.contains(p))));
    }
    // An act that no clause tells whole has no name.
    if kind == EventType::Other && lead.mention.plover.is_none() {
        return None;
    }
    let mut targets: BTreeSet<usize> = parties_told(&members, 2, |t| &t.targets)
        .difference(&group.sources)
        .copied()
        .collect();
    // What was not said is told only in the words that deny it.
    if kind == EventType::Statement && status == Status::Denied {
        return None;
    }
    let mut place = group.place(view.places, kind);
    // A country that votes is where the election is.
    if kind == EventType::Election {
        place = place.or_else(|| sources.iter().chain(&targets).copied().find(is_land));
        sources.retain(|r| !is_land(r));
        targets.retain(|r| !is_land(r));
    }
    let object = |t: &Telling<'_>| {
        let phrase = t.about?;
        Some(Object {
            words: phrase.words.clone()?,
            kind: phrase.kind,
            is_owned: phrase.is_owned,
            is_current: t.mention.status == status,
        })
    };
    // Whom sanctions are against, where nobody there has a name.
    let nameless = (kind == EventType::Sanction && lead.mention.object.is_none() && targets.is_empty())
        .then(|| object(lead))
        .flatten();
    let about = if kind == EventType::Statement {
        object(lead)
    } else {
        object::of_all(&members.iter().filter_map(|t| object(t)).collect::<Vec<_>>())
    };
    let about = about.filter(|_| !is_known_by_place(kind));
    let predicate = predicate(kind, scope, &members, &targets)?;
    label::write(&label::Parts {
        kind,
        mode: lead.mention.mode,
        noun: naming::noun(kind, &members).as_deref(),
        sources: &names(&sources),
        targets: &names(&targets)
            .into_iter()
            .chain(nameless.as_ref().map(|o| o.words.as_str()))
            .collect::<Vec<_>>(),
        place: place.map(|p| entities.rows[p].name.as_str()),
        object: about.as_ref().map(|o| o.words.as_str()),
        object_kind: about.as_ref().map(|o| o.kind),
        predicate,
        link: members.iter().find_map(|t| t.wording?.link.as_deref()),
        plover: lead.mention.plover,
    })
}

/// A leader, a capital and the country in whose name they act are one party of a label: the country where more than
/// one of them is named.
fn one_for_each_state(entities: &Entities, kind: EventType, rows: &BTreeSet<usize>) -> BTreeSet<usize> {
    let state = |r: usize| state_of(entities, kind, r);
    let alone = |r: usize| rows.iter().filter(|&&o| state(o) == state(r)).count() == 1;
    rows.iter()
        .map(|&r| if alone(r) { r } else { state(r) })
        .collect()
}

/// Those whom at least a half, or another `part`, as many tell of as of the most told one: a delegation is no part of a
/// label, and whom one of many tellings alone names is more likely misread than left out by the others.
fn parties_told<'t>(
    members: &[&'t Telling<'_>],
    part: usize,
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
        .filter(|(_, n)| n * part >= most)
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

/// The status in the newest articles; the most told one where they are of one day and hour, or of a day whose hours
/// are not known.
fn latest_status(members: &[&Telling<'_>]) -> Option<Status> {
    let newest = members.iter().filter_map(|t| t.published).max();
    let of_day: Vec<&&Telling<'_>> = members
        .iter()
        .filter(|t| newest.is_some() && t.published == newest)
        .collect();
    let hour = of_day.iter().map(|t| t.hour).max().flatten();
    let is_last = |t: &Telling<'_>| t.hour.is_none() || t.hour == hour;
    let of_newest = of_day.iter().filter(|t| is_last(t)).map(|t| t.mention.status);
    most_told(of_newest).or_else(|| most_told(members.iter().map(|t| t.mention.status)))
}

/// What is told as done and lies ahead of all who tell it is planned; what lasts on is under way.
fn by_date(status: Status, when: Option<&When>, members: &[&Telling<'_>]) -> Status {
    let newest = members.iter().filter_map(|t| t.published).max();
    let days = when.and_then(|w| w.from.zip(w.to)).zip(newest);
    // "This week" says when it was done, not how long it goes on.
    let is_in_days = when.is_some_and(|w| w.precision == WhenPrecision::Day);
    match (status, days) {
        // A day ahead of the publisher's clock it is today elsewhere.
        (Status::Past, Some(((from, _), newest))) if (from - newest).get_days() > 1 => Status::Planned,
        (Status::Past, Some(((from, to), newest)))
            if is_in_days && from <= newest && newest < to && (to - from).get_days() < 32 =>
        {
            Status::UnderWay
        }
        _ => status,
    }
}

/// The words that tell the event in a label: of a finite verb where there is one, with the prepositions between it and whom
/// it is done to: "lashed out at".
fn predicate<'s>(
    kind: EventType,
    scope: &'s Scope<'_>,
    members: &[&Telling<'_>],
    targets: &BTreeSet<usize>,
) -> Option<label::Predicate<'s>> {
    let first = |t: &Telling<'_>| {
        let tokens = &scope.docs[t.doc].notes.tokens;
        tokens.upos(tokens.inside(t.span).start)
    };
    // "The race was won by …" puts what is done first, and reads ill behind a name.
    let is_told = |t: &&&Telling<'_>| kind != EventType::Other || first(t) != Upos::Noun || t.span.len() < 12;
    let is_finite = |t: &&&Telling<'_>| t.wording.is_none_or(|w| w.opens != VerbForm::Ing);
    let names_them = |t: &&&Telling<'_>| !t.targets.is_disjoint(targets);
    let told = || members.iter().filter(is_told);
    let best = (told().filter(is_finite).find(names_them))
        .or_else(|| told().find(is_finite))
        .or_else(|| told().next())?;
    Some(label::Predicate {
        words: scope.text(best.doc, best.span.cover(prepositions(scope, best))),
        is_verb: first(best) == Upos::Verb,
        is_direct: is_direct(scope, best),
        opens: best.wording.map_or(VerbForm::Other, |w| w.opens),
        closes: best.wording.map_or(VerbForm::Other, |w| w.closes),
    })
}

/// Whether what a telling is about, or else whom it is done to, hangs on its verb.
fn is_direct(scope: &Scope<'_>, t: &Telling<'_>) -> bool {
    let tokens = &scope.docs[t.doc].notes.tokens;
    let verb = tokens.inside(t.span).find(|&i| tokens.upos(i) == Upos::Verb);
    let targets = t.mention.targets.iter().map(|p| p.span);
    let targets = targets.filter(|_| t.mention.object.is_none());
    let mut about = t.mention.object.into_iter().chain(targets);
    verb.is_some() && about.any(|span| tokens.inside(span).any(|i| tokens.head(i) == verb))
}

/// The prepositions right behind the words of a telling, where whom it is done to stands right behind them, articles aside;
/// or else its last word.
fn prepositions(scope: &Scope<'_>, t: &Telling<'_>) -> Span {
    const MOST: usize = 2;
    let tokens = &scope.docs[t.doc].notes.tokens;
    let end = tokens.inside(t.span).end;
    let none = Span::new(t.span.end as usize, t.span.end as usize);
    let is = |i: usize, upos: Upos| i < tokens.len() && tokens.upos(i) == upos;
    let behind = (end..end + MOST).take_while(|&i| is(i, Upos::Adp)).count();
    let mut whom = end + behind;
    while is(whom, Upos::Det) || is(whom, Upos::Adj) {
        whom += 1;
    }
    let whom = tokens.spans().get(whom);
    let parties = t.mention.targets.iter().map(|p| p.span).chain(t.mention.object);
    let is_whom = whom.is_some_and(|w| parties.into_iter().any(|p| p.contains(*w)));
    let last = tokens.spans().get((end + behind).saturating_sub(1));
    match last {
        Some(last) if behind > 0 && is_whom => *last,
        _ => none,
    }
}

/// Kinds whose object is a victim or a cause, which the label leaves to the cites.
fn is_known_by_place(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Accident | EventType::Disaster | EventType::Death | EventType::Election
    )
}
