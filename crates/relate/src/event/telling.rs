//! What one article tells of one event, with its people and places as rows of the story.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{EventMention, EventParticipant, EventType, MentionKind, Span, Upos};
use jiff::civil::Date;

use super::object;
use crate::entity::Entities;
use crate::fold;
use crate::interval;
use crate::scope::Scope;

/// One article's telling.
pub(super) struct Telling<'a> {
    pub doc: usize,
    pub span: Span,
    pub mention: &'a EventMention,
    pub sources: BTreeSet<usize>,
    pub targets: BTreeSet<usize>,
    pub place: Option<usize>,
    /// For a visit whose place is not told: where the story's other tellings have its visitor go.
    pub likely_place: Option<usize>,
    /// TIMEX3 value of the time, also where it does not resolve.
    pub value: Option<&'a str>,
    pub object: BTreeSet<String>,
    /// The words of the object.
    pub about: Option<Span>,
    pub published: Option<Date>,
    /// The publication day, or the story's first where the article has none: near enough to tell which of two
    /// events is meant, and never written down.
    pub around: Option<Date>,
}

pub(super) fn tellings<'a>(scope: &Scope<'a>, entities: &Entities) -> Vec<Telling<'a>> {
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
            let about = mention.object.or_else(|| {
                mention.targets.iter().map(|p| p.span).find(|&s| {
                    mention.kind == EventType::Attack && targets.is_empty() && is_thing(scope, doc, s)
                })
            });
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
                object: about
                    .filter(|s| object::words(scope, doc, *s).is_some())
                    .map_or_else(BTreeSet::new, |s| object_key(scope, doc, s)),
                about,
                published: read.article.reference_day(),
                around: read.article.reference_day().or(first_day),
            });
        }
    }
    out
}

/// For each visit without a place, the place that most tellings of its visitor's visits name, twice as many as the
/// next.
/// It helps to join tellings and is never told as a fact of its own.
pub(super) fn find_likely_places(tellings: &mut [Telling<'_>]) {
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
        let mut by_count: Vec<(usize, usize)> = counts.into_iter().map(|(place, n)| (n, place)).collect();
        by_count.sort_unstable_by(|a, b| b.cmp(a));
        let second = by_count.get(1).map_or(0, |c| c.0);
        tellings[i].likely_place = by_count
            .first()
            .filter(|(n, _)| n * 2 > all && *n >= second * 2)
            .map(|&(_, place)| place);
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

/// Whether a phrase names something that stays what it is from report to report ("the old embassy"), and not
/// people, whom each report counts anew.
fn is_thing(scope: &Scope<'_>, doc: usize, span: Span) -> bool {
    const PEOPLE: &[&str] = &[
        "people",
        "person",
        "civilian",
        "man",
        "woman",
        "child",
        "soldier",
        "police",
        "policeman",
        "officer",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "resident",
        "victim",
        "student",
        "girl",
        "boy",
        "member",
        "force",
        "troop",
        "worker",
        "villager",
        "other",
        "crowd",
        "passenger",
        "fighter",
        "militant",
        "one",
        "target",
        "area",
        "place",
        "town",
        "city",
        "village",
        "country",
        "building",
        "home",
        "house",
        "vehicle",
        "scene",
        "wave",
        "series",
    ];
    let tokens = &scope.docs[doc].notes.tokens;
    let inside = tokens.inside(span);
    let names_it = inside
        .clone()
        .filter(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Adj))
        .count()
        >= 2;
    names_it
        && !inside
            .clone()
            .any(|i| tokens.upos(i) == Upos::Num || PEOPLE.contains(&tokens.lemma(i).to_lowercase().as_str()))
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
pub(super) fn family(kind: EventType) -> EventType {
    match kind {
        EventType::Talks => EventType::Meeting,
        EventType::Deal => EventType::Agreement,
        EventType::Sentence => EventType::Trial,
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
            | EventType::Other
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

/// Whether a telling says enough to stand as a row of its own.
pub(super) fn is_founding(t: &Telling<'_>) -> bool {
    let parties = t.sources.len() + t.targets.len() + usize::from(t.place.is_some());
    let timed = t.mention.when.is_some() || t.value.is_some_and(|v| v.starts_with("XXXX-"));
    match t.mention.kind {
        EventType::Other => parties >= 1 && (t.mention.when.is_some() || !t.object.is_empty()),
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
pub(super) fn has_fitting_patient(entities: &Entities, t: &Telling<'_>) -> bool {
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
            // An attack somewhere in a country, some time, is no event that a reader could look up.
            let placed = t
                .place
                .is_some_and(|p| !entities.is_country(p) || t.mention.when.is_some());
            !t.targets.is_empty() || !t.object.is_empty() || placed
        }
        _ => true,
    }
}
