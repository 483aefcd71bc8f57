//! What one article tells of one event, with its people and places as rows of the story.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{
    Confidence, Deprel, EventMention, EventParticipant, EventType, EventWording, MentionKind, Phrase, Plover,
    Span, Status, Tokens, Upos, VerbForm, When,
};
use jiff::civil::{Date, Time};

use super::places::Places;
use crate::entity::Entities;
use crate::fold;
use crate::interval;
use crate::scope::Scope;

/// One article's telling.
#[derive(Clone)]
pub(super) struct Telling<'a> {
    pub doc: usize,
    pub span: Span,
    pub mention: &'a EventMention,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// What its words tell.
    pub wording: Option<&'a EventWording>,
    pub sources: BTreeSet<usize>,
    pub targets: BTreeSet<usize>,
    /// Sources and targets as those that they stand for: a leader, a capital and a people act for their country.
    pub acting: BTreeSet<usize>,
    pub acted_on: BTreeSet<usize>,
    pub place: Option<usize>,
    /// For a visit whose place is not told: where the story's other tellings have its visitor go.
    pub likely_place: Option<usize>,
    /// TIMEX3 value of the time, also where it does not resolve.
    pub value: Option<&'a str>,
    pub object: BTreeSet<String>,
    /// The words of the object.
    pub about: Option<&'a Phrase>,
    /// Whether it tells what it is about, be it in words that only point to somebody.
    pub has_object: bool,
    pub published: Option<Date>,
    /// Time of day of the publication.
    pub hour: Option<Time>,
    /// Whether the article leads with it: headline or first sentences.
    pub is_lead: bool,
    /// Whether its verb is what the sentence says.
    pub is_main: bool,
    /// The publication day, or the story's first where the article has none: near enough to tell which of two
    /// events is meant, and never written down.
    pub around: Option<Date>,
}

/// Sentences at the beginning of an article that tell its news.
const LEAD_SENTENCES: usize = 4;

pub(super) fn tellings<'a>(scope: &Scope<'a>, entities: &Entities, places: &Places) -> Vec<Telling<'a>> {
    let mut out = Vec::new();
    let first_day = scope.docs.iter().filter_map(|d| d.article.reference_day()).min();
    for (doc, &read) in scope.docs.iter().enumerate() {
        let sentences = &read.notes.sentences;
        let lead_end = sentences[..sentences.len().min(LEAD_SENTENCES)]
            .last()
            .map_or(0, |s| s.end);
        for (place, event) in read.notes.events.iter().enumerate() {
            let telling = Telling {
                published: read.article.reference_day(),
                hour: read.article.meta.published.and_then(|p| p.time),
                is_lead: event.span.start < lead_end,
                around: read.article.reference_day().or(first_day),
                ..one(scope, entities, doc, place)
            };
            out.extend(by_place(entities, places, telling));
        }
    }
    out
}

fn one<'a>(scope: &Scope<'a>, entities: &Entities, doc: usize, event: usize) -> Telling<'a> {
    let read = scope.docs[doc];
    let span = read.notes.events[event].span;
    let mention = &read.notes.events[event].value;
    let wording = read.notes.wording.events.get(event);
    let rows = |list: &[EventParticipant]| -> BTreeSet<usize> {
        list.iter()
            .filter_map(|p| row_of(scope, entities, doc, p))
            .collect()
    };
    let sources = rows(&mention.sources);
    let place = mention
        .place
        .as_ref()
        .and_then(|p| row_of(scope, entities, doc, p))
        // A name that is a person's elsewhere is no place here.
        .filter(|&row| entities.rows[row].kind != MentionKind::Person);
    let mut targets = rows(&mention.targets);
    targets.retain(|t| Some(*t) != place);
    // Whoever has no name is what it is about: "the release of 21 pupils".
    let is_nameless = |p: &&EventParticipant| row_of(scope, entities, doc, p).is_none();
    let nameless = (mention.targets.iter()).position(|p| is_nameless(&p));
    let nameless = nameless.filter(|_| targets.is_empty() && mention.object.is_none());
    let about = wording.and_then(|w| match nameless {
        Some(target) => w.targets.get(target),
        None => w.object.as_ref(),
    });
    // A country tests in its own land; the town beside the test is where it was read about.
    let own_land = |p: usize| {
        let state = state_of(entities, EventType::Test, p);
        state == p
            || sources.is_empty()
            || sources
                .iter()
                .any(|&s| state_of(entities, EventType::Test, s) == state)
    };
    let place = place.filter(|&p| mention.kind != EventType::Test || own_land(p));
    let struck = targets.clone();
    let stands_for = |rows: &BTreeSet<usize>| {
        rows.iter()
            .map(|&r| state_of(entities, mention.kind, r))
            .collect()
    };
    Telling {
        doc,
        span,
        mention,
        confidence: read.notes.events[event].confidence,
        wording,
        acting: stands_for(&sources),
        acted_on: stands_for(&targets),
        sources,
        targets,
        place,
        likely_place: None,
        value: mention
            .time
            .and_then(|t| scope.docs[doc].notes.times.get(t))
            .map(|t| t.value.value.as_str()),
        object: about.filter(|p| p.words.is_some()).map_or_else(
            || things_hit(entities, mention.kind, &struck),
            |p| p.key.iter().cloned().collect(),
        ),
        about,
        has_object: mention.object.is_some() || nameless.is_some(),
        published: None,
        hour: None,
        is_lead: false,
        is_main: is_main(&read.notes.tokens, span),
        around: None,
    }
}

/// The words in the name of what is attacked, where it has one: what one article names another describes.
fn things_hit(entities: &Entities, kind: EventType, targets: &BTreeSet<usize>) -> BTreeSet<String> {
    let is_thing = |r: &&usize| {
        let entity = &entities.rows[**r];
        kind == EventType::Attack
            && matches!(
                entity.kind,
                MentionKind::Organization | MentionKind::Other | MentionKind::Work
            )
    };
    let names = targets
        .iter()
        .filter(is_thing)
        .map(|&r| entities.rows[r].name.as_str());
    names.flat_map(fold::parts).collect()
}

/// "Will visit Peru and Chile" tells of two visits.
fn by_place<'a>(entities: &Entities, places: &Places, telling: Telling<'a>) -> Vec<Telling<'a>> {
    let is_place = |r: &usize| entities.rows[*r].kind == MentionKind::Place;
    let Some(first) = telling.place.filter(|_| telling.mention.kind == EventType::Visit) else {
        return vec![telling];
    };
    let (more, others): (BTreeSet<usize>, BTreeSet<usize>) =
        telling.targets.iter().partition(|r| is_place(r));
    let apart = more.into_iter().filter(|&p| !places.fit(first, p));
    std::iter::once(first)
        .chain(apart)
        .map(|place| Telling {
            place: Some(place),
            targets: others.clone(),
            acted_on: others.clone(),
            ..telling.clone()
        })
        .collect()
}

/// The country that a leader, a capital or a people stands for in the acts of states; else the row itself.
pub(super) fn state_of(entities: &Entities, kind: EventType, row: usize) -> usize {
    let of_states = matches!(
        kind,
        EventType::Test
            | EventType::Deployment
            | EventType::Sanction
            | EventType::Signing
            | EventType::Agreement
            | EventType::Aid
    );
    let entity = &entities.rows[row];
    let stands = matches!(
        entity.kind,
        MentionKind::Person | MentionKind::Place | MentionKind::Group
    );
    let country = entity.country.as_deref().filter(|_| of_states && stands);
    country.and_then(|c| entities.country(c)).unwrap_or(row)
}

/// For each visit without a place, the place that most tellings of its visitor's visits name, twice as many as the
/// next.
/// It helps to join tellings and is never told as a fact of its own.
pub(super) fn find_likely_places(tellings: &mut [Telling<'_>]) {
    type Stay = (usize, Option<(Option<Date>, Option<Date>)>);
    let is_visit = |t: &Telling<'_>| t.mention.kind == EventType::Visit;
    let mut stays: BTreeMap<usize, BTreeMap<Stay, (usize, Option<&When>)>> = BTreeMap::new();
    for t in tellings.iter().filter(|t| is_visit(t)) {
        let when = t.mention.when.as_ref();
        for (&visitor, place) in t.sources.iter().filter_map(|s| Some((s, t.place?))) {
            let stay = (place, when.map(|w| (w.from, w.to)));
            let stays = stays.entry(visitor).or_default();
            stays.entry(stay).or_insert((0, when)).0 += 1;
        }
    }
    let likely = |t: &Telling<'_>| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for ((place, _), (n, when)) in t.sources.iter().filter_map(|s| stays.get(s)).flatten() {
            let apart = t.mention.when.as_ref().zip(*when);
            if apart.is_none_or(|(a, b)| interval::overlap(a, b)) {
                *counts.entry(*place).or_default() += n;
            }
        }
        let all: usize = counts.values().sum();
        let mut by_count: Vec<(usize, usize)> = counts.into_iter().map(|(place, n)| (n, place)).collect();
        by_count.sort_unstable_by(|a, b| b.cmp(a));
        let second = by_count.get(1).map_or(0, |c| c.0);
        by_count
            .first()
            .filter(|(n, _)| n * 2 > all && *n >= second * 2)
            .map(|&(_, place)| place)
    };
    let found: Vec<Option<usize>> = tellings
        .iter()
        .map(|t| {
            Some(t)
                .filter(|t| is_visit(t) && t.place.is_none())
                .and_then(likely)
        })
        .collect();
    for (t, place) in tellings.iter_mut().zip(found) {
        t.likely_place = place;
    }
}

/// The entity behind a participant: the referent it resolves to, or the country of its demonym. A name inside
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

/// Kinds that news calls by either name.
pub(super) fn family(kind: EventType) -> EventType {
    match kind {
        EventType::Talks => EventType::Meeting,
        EventType::Deal => EventType::Agreement,
        other => other,
    }
}

/// Kinds of which one party may see several in a day, told apart by what they are about.
pub(super) fn is_told_by_object(kind: EventType) -> bool {
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
            | EventType::Launch
            | EventType::Release
            | EventType::Vote
            | EventType::Ruling
            | EventType::Order
            | EventType::Closing
            | EventType::Bid
            | EventType::Other
    )
}

/// Kinds of which a story tells several of one party.
pub(super) fn is_often_repeated(kind: EventType) -> bool {
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
            | EventType::Test
            | EventType::Launch
            | EventType::Release
            | EventType::Vote
            | EventType::Ruling
            | EventType::Order
            | EventType::Accident
            | EventType::Disaster
    )
}

/// Kinds that happen once to whom or to what they happen, or that their place and name tell apart.
pub(super) fn is_once(kind: EventType) -> bool {
    matches!(
        family(kind),
        EventType::Death
            | EventType::Resignation
            | EventType::Dismissal
            | EventType::Appointment
            | EventType::Election
            | EventType::Anniversary
            | EventType::Construction
            | EventType::Opening
            | EventType::Closing
            | EventType::Conference
            | EventType::Accident
            | EventType::Disaster
            | EventType::Visit
            | EventType::Arrest
            | EventType::Trial
            | EventType::Sentence
    )
}

/// How much a telling says.
pub(super) fn fullness(t: &Telling<'_>) -> usize {
    usize::from(t.mention.when.is_some()) * 3
        + usize::from(t.mention.when.as_ref().is_some_and(|w| interval::within(w, 8))) * 2
        + t.sources.len().min(1) * 2
        + t.targets.len().min(1) * 2
        + usize::from(t.place.is_some()) * 2
        + usize::from(!t.object.is_empty())
}

/// Whether an article leads with it, in a clause that can stand as a label.
pub(super) fn is_told_whole(t: &Telling<'_>) -> bool {
    let is_act = matches!(
        t.mention.plover,
        None | Some(Plover::Yield | Plover::Coerce | Plover::Mobilize)
    );
    t.is_lead && is_act && t.mention.status == Status::Past && t.wording.is_some_and(|w| w.told.is_some())
}

/// Whether an article leads with what somebody says or refuses, in a clause that can stand as a label, be those whom it is
/// said to without a name: "rebuked critics of the treaty".
pub(super) fn is_said_whole(t: &Telling<'_>) -> bool {
    let is_told = t.wording.is_some_and(|w| w.told.is_some());
    let is_said = t.mention.kind == EventType::Statement && t.mention.status == Status::Past;
    t.is_lead && t.is_main && is_said && is_told && !t.sources.is_empty()
}

/// Whether the verb of an event is what its sentence says, or what somebody in it says.
fn is_main(tokens: &Tokens, span: Span) -> bool {
    const DEEPEST: usize = 12;
    let Some(mut at) = tokens.inside(span).find(|&i| tokens.upos(i) == Upos::Verb) else {
        return false;
    };
    for _ in 0..DEEPEST {
        match (tokens.deprel(at), tokens.head(at)) {
            (Deprel::Root, _) | (_, None) => return true,
            (Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp, Some(head)) => at = head,
            _ => return false,
        }
    }
    false
}

/// Whether a telling says enough to stand as a row of its own.
pub(super) fn is_founding(t: &Telling<'_>) -> bool {
    let parties = t.sources.len() + t.targets.len() + usize::from(t.place.is_some());
    let timed = t.mention.when.is_some() || t.value.is_some_and(|v| v.starts_with("XXXX-"));
    match t.mention.kind {
        EventType::Other if is_told_whole(t) => parties >= 1 || t.has_object,
        EventType::Other => parties >= 1 && (t.mention.when.is_some() || t.has_object),
        EventType::Statement if is_said_whole(t) => true,
        EventType::Statement => t.targets.difference(&t.sources).next().is_some() && !t.sources.is_empty(),
        EventType::Visit => parties >= 2 || parties == 1 && timed,
        EventType::Meeting | EventType::Talks | EventType::Call => parties >= 2,
        EventType::Signing | EventType::Construction => !t.object.is_empty() || parties >= 1 && timed,
        EventType::Opening => !t.object.is_empty() || parties >= 2 || parties >= 1 && timed,
        _ => parties >= 1 || timed && !t.object.is_empty(),
    }
}

/// Whether whoever is acted upon can be: nobody arrests a town, and "his" is nobody.
pub(super) fn has_fitting_patient(entities: &Entities, t: &Telling<'_>) -> bool {
    let is_human = |r: &usize| matches!(entities.rows[*r].kind, MentionKind::Person | MentionKind::Group);
    match t.mention.kind {
        EventType::Arrest
        | EventType::Trial
        | EventType::Sentence
        | EventType::Resignation
        | EventType::Dismissal => {
            let by_whom = if t.mention.kind == EventType::Resignation {
                &t.sources
            } else {
                &t.targets
            };
            by_whom.iter().any(is_human) || t.targets.is_empty() && !t.object.is_empty()
        }
        EventType::Death => {
            let mut dead = t.targets.iter().chain(&t.sources).peekable();
            dead.peek().is_some() && dead.all(is_human)
        }
        EventType::Attack | EventType::Sanction | EventType::Appointment => {
            // An attack somewhere in a country, some time, is no event that a reader could look up; nor are all that a
            // year's statistics count.
            let is_counted = t.sources.is_empty() && t.wording.is_some_and(|w| w.opens == VerbForm::Past);
            let when = t.mention.when.as_ref();
            let is_dated = when.is_some_and(|w| !is_counted || interval::within(w, 32));
            let placed = t.place.is_some_and(|p| !entities.is_country(p) || is_dated);
            !t.targets.is_empty() || !t.object.is_empty() || placed
        }
        _ => true,
    }
}
