//! What an event is called in its label: "Tram crash", "Occupation", "Charges".

use std::collections::BTreeMap;

use dossier_model::{EventName, EventType};
use dossier_world::words;

use super::telling::Telling;

words!(
    /// Nouns of what is done on somebody: "attack on".
    ON = "event/on.txt"
);
words!(
    /// Nouns of what breaks out at a place.
    AT = "event/at.txt"
);

/// Kinds whose label begins with what the articles call the event, not with the kind.
fn is_called_variously(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Attack
            | EventType::Clash
            | EventType::Accident
            | EventType::Disaster
            | EventType::Protest
            | EventType::Strike
            | EventType::Arrest
            | EventType::Trial
            | EventType::Sentence
            | EventType::Appointment
            | EventType::Resignation
            | EventType::Election
            | EventType::Opening
            | EventType::Sanction
            | EventType::Other
    )
}

/// The noun that most tellings have for the event; a fuller one ("tram crash") counts with the plain ones in it.
pub(super) fn noun(kind: EventType, members: &[&Telling<'_>]) -> Option<String> {
    if !is_called_variously(kind) {
        return None;
    }
    let names = || members.iter().filter_map(|t| t.wording?.name.as_ref());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names() {
        *counts.entry(&name.noun).or_default() += 1;
    }
    let support = |name: &str| -> usize {
        let plain = |other: &str| other != name && name.ends_with(other);
        let held: usize = counts.iter().filter(|(o, _)| plain(o)).map(|(_, n)| n).sum();
        2 * counts.get(name).copied().unwrap_or(0) + held
    };
    let best = names().max_by(|a, b| {
        let rank = |n: &EventName| (!n.is_general, support(&n.noun), n.noun.len());
        rank(a).cmp(&rank(b)).then_with(|| b.noun.cmp(&a.noun))
    });
    best.map(|n| n.noun.clone())
}

/// The preposition between what an event is called and the one it is done to.
pub(super) fn preposition(noun: &str, kind: EventType) -> &'static str {
    let last = noun.rsplit([' ', '-']).next().unwrap_or(noun).to_lowercase();
    match last.as_str() {
        "charges" | "charge" | "lawsuit" | "suit" | "case" => "against",
        l if ON.has(l) => "on",
        l if AT.has(l) && kind == EventType::Accident => "at",
        _ => match kind {
            EventType::Agreement | EventType::Deal | EventType::Signing | EventType::Clash => "with",
            EventType::Aid => "to",
            EventType::Sanction if last == "sanctions" || last == "boycott" => "against",
            EventType::Protest | EventType::Strike => "against",
            _ => "of",
        },
    }
}

/// What an event is called by its kind alone.
pub(super) const fn of_kind(kind: EventType) -> &'static str {
    match kind {
        EventType::Visit => "Visit",
        EventType::Meeting => "Meeting",
        EventType::Talks => "Talks",
        EventType::Call => "Call",
        EventType::Signing => "Signing",
        EventType::Agreement => "Agreement",
        EventType::Statement => "Statement",
        EventType::Conference => "Conference",
        EventType::Election => "Election",
        EventType::Appointment => "Appointment",
        EventType::Resignation => "Resignation",
        EventType::Protest => "Protest",
        EventType::Strike => "Strike",
        EventType::Attack => "Attack",
        EventType::Clash => "Clash",
        EventType::Arrest => "Arrest",
        EventType::Trial => "Trial",
        EventType::Sentence => "Sentence",
        EventType::Sanction => "Sanctions",
        EventType::Aid => "Aid",
        EventType::Deployment => "Deployment",
        EventType::Test => "Test",
        EventType::Construction => "Construction",
        EventType::Opening => "Opening",
        EventType::Deal => "Deal",
        EventType::Disaster => "Disaster",
        EventType::Accident => "Accident",
        EventType::Death => "Death",
        EventType::Anniversary => "Anniversary",
        EventType::Dismissal => "Dismissal",
        EventType::Launch => "Launch",
        EventType::Release => "Release",
        EventType::Vote => "Vote",
        EventType::Ruling => "Ruling",
        EventType::Order => "Order",
        EventType::Closing => "Closing",
        EventType::Bid => "Bid",
        EventType::Other => "Event",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_chooses_the_preposition() {
        assert_eq!(preposition("truck bombing", EventType::Attack), "of");
        assert_eq!(preposition("suicide attack", EventType::Attack), "on");
        assert_eq!(preposition("charges", EventType::Trial), "against");
        assert_eq!(preposition("hotel fire", EventType::Accident), "at");
        assert_eq!(preposition("crash", EventType::Accident), "of");
        assert_eq!(preposition("clash", EventType::Clash), "with");
    }
}
