//! The traits of an event.

use dossier_model::{Deprel, EventParticipant, MentionKind, Traits, Upos};

use super::Describer;
use super::argument::{any_role, role_of, surety_of};
use crate::View;
use crate::view::CLIMB;

/// How many, in steps.
const FEW: &[(usize, &str)] = &[(0, "none"), (1, "one"), (2, "two"), (usize::MAX, "more")];

/// Describes the event at a place.
pub(super) fn describe(of: &Describer<'_>, place: usize, traits: &mut Traits) {
    let Some(found) = of.notes.events.get(place) else {
        return;
    };
    let (view, event) = (of.view, &found.value);
    of.places.describe(view, found.span, traits);
    let head = head_of(view, view.inside(found.span));
    traits.say("type", event.kind.as_str());
    traits.say("status", event.status.as_str());
    traits.say("tag", view.upos(head).as_str());
    traits.say("hangs", view.deprel(head).as_str());
    traits.ask("coded", event.plover.is_some());
    traits.ask("several", event.several);
    traits.ask("object", event.object.is_some());
    traits.ask("place", event.place.is_some());
    traits.count("sources", event.sources.len(), FEW);
    traits.count("targets", event.targets.len(), FEW);
    traits.say("time", time_of(of, place));
    if let Some(time) = event.time.and_then(|t| of.notes.times.get(t)) {
        let word = head_of(view, view.inside(time.span));
        traits.say("time hangs", way(view, word, head));
        traits.say("time frame", role_of(view, word, head));
    }
    for (side, name) in [
        (
            &event.sources,
            ["source is", "source hangs", "source frame", "source sure"],
        ),
        (
            &event.targets,
            ["target is", "target hangs", "target frame", "target sure"],
        ),
    ] {
        if let Some(first) = side.first() {
            let word = head_of(view, view.inside(first.span));
            traits.say(name[0], kind_of(of, first));
            traits.say(name[1], way(view, word, head));
            traits.say(name[2], role_of(view, word, head));
            traits.say(name[3], surety_of(view, word, head));
        }
    }
    let frame = view.frame_of(head);
    traits.ask("sense", frame.is_some_and(|f| f.sense.contains('.')));
    traits.ask("negated", view.is_negated(head));
    traits.say("part", any_role(view, head));
    if let Some(first) = &event.place {
        traits.say(
            "place hangs",
            way(view, head_of(view, view.inside(first.span)), head),
        );
    }
    let is_parties_place = event.place.is_some() || event.when.is_some();
    traits.count(
        "parties",
        event.sources.len() + event.targets.len() + usize::from(is_parties_place),
        FEW,
    );
    traits.say("voice", voice(view, head));
}

/// The time's precision, or why there is none.
fn time_of(of: &Describer<'_>, place: usize) -> &'static str {
    let event = &of.notes.events[place].value;
    match (&event.when, event.time) {
        (Some(when), _) => when.precision.as_str(),
        (None, Some(_)) => "open",
        (None, None) => "none",
    }
}

/// What a participant is.
fn kind_of(of: &Describer<'_>, p: &EventParticipant) -> &'static str {
    let local = p.local.and_then(|l| of.notes.local(l));
    match local {
        None => "nameless",
        Some(l) if l.is_country => "country",
        Some(l) => match l.kind {
            MentionKind::Person => "person",
            MentionKind::Organization => "organization",
            MentionKind::Place => "place",
            MentionKind::Group => "group",
            _ => "other",
        },
    }
}

/// The word of a stretch that hangs on a word outside it.
fn head_of(view: &View<'_>, words: std::ops::Range<usize>) -> usize {
    view.heads_in(words.clone())
        .find(|&i| !view.is_punct(i))
        .unwrap_or(words.start)
}

/// How a word hangs on an event's word: the relation where it is a direct one, else by which steps.
fn way(view: &View<'_>, word: usize, event: usize) -> &'static str {
    if word == event {
        return "itself";
    }
    let mut at = word;
    for step in 0..CLIMB {
        let Some(head) = view.head(at) else { break };
        if head == event {
            return match (step, view.deprel(at)) {
                (0, rel) => rel.as_str(),
                (_, Deprel::Nsubj | Deprel::NsubjPass) => "below subject",
                (_, Deprel::Obj | Deprel::Obl | Deprel::OblAgent | Deprel::Iobj) => "below object",
                (_, Deprel::Nmod | Deprel::NmodPoss) => "below modifier",
                (_, Deprel::Conj) => "below conjunct",
                _ => "below another",
            };
        }
        at = head;
    }
    // The event hangs on the word, or both on a third.
    let mut at = event;
    for step in 0..CLIMB {
        let Some(head) = view.head(at) else { break };
        if head == word {
            return if step == 0 { "above" } else { "far above" };
        }
        if view.head(word) == Some(head) {
            return match view.deprel(word) {
                Deprel::Nsubj | Deprel::NsubjPass => "subject of a verb above",
                Deprel::Obj | Deprel::Obl | Deprel::OblAgent => "object of a verb above",
                _ => "beside",
            };
        }
        at = head;
    }
    "apart"
}

/// Whether the event's word acts, is acted upon, or is a noun with or without a verb of its own.
fn voice(view: &View<'_>, head: usize) -> &'static str {
    let has = |rel: Deprel| view.child(head, &[rel]).is_some();
    match view.upos(head) {
        Upos::Verb if has(Deprel::AuxPass) => "passive",
        Upos::Verb if has(Deprel::Nsubj) => "active",
        Upos::Verb => "without subject",
        _ if has(Deprel::Case) => "noun behind a preposition",
        _ if has(Deprel::Det) => "noun with article",
        _ => "bare noun",
    }
}
