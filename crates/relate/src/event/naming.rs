//! What an event is called in its label: "Tram crash", "Occupation", "Charges".

use std::collections::BTreeMap;

use dossier_model::{EventType, Upos};

use super::telling::Telling;
use crate::scope::Scope;

/// Verbs with the noun for what they tell, as a label begins with it.
const NOUNS: &[(&str, &str)] = &[
    ("abduct", "abduction"),
    ("acquit", "acquittal"),
    ("ambush", "ambush"),
    ("annex", "annexation"),
    ("appoint", "appointment"),
    ("arraign", "arraignment"),
    ("arrest", "arrest"),
    ("assassinate", "assassination"),
    ("attack", "attack"),
    ("ban", "ban"),
    ("beat_up", "beating"),
    ("behead", "beheading"),
    ("besiege", "siege"),
    ("bomb", "bombing"),
    ("boycott", "boycott"),
    ("capsize", "capsizing"),
    ("capture", "capture"),
    ("charge", "charges"),
    ("collide", "collision"),
    ("convict", "conviction"),
    ("crash", "crash"),
    ("defeat", "defeat"),
    ("derail", "derailment"),
    ("detain", "detention"),
    ("elect", "election"),
    ("execute", "execution"),
    ("expel", "expulsion"),
    ("free", "release"),
    ("hijack", "hijacking"),
    ("impeach", "impeachment"),
    ("inaugurate", "inauguration"),
    ("indict", "indictment"),
    ("introduce", "introduction"),
    ("invade", "invasion"),
    ("jail", "jailing"),
    ("kidnap", "kidnapping"),
    ("kill", "killing"),
    ("launch", "launch"),
    ("liberate", "liberation"),
    ("massacre", "massacre"),
    ("murder", "murder"),
    ("nominate", "nomination"),
    ("occupy", "occupation"),
    ("open", "opening"),
    ("oust", "ouster"),
    ("pardon", "pardon"),
    ("prohibit", "ban"),
    ("promote", "promotion"),
    ("raid", "raid"),
    ("re-elect", "re-election"),
    ("reelect", "re-election"),
    ("release", "release"),
    ("retire", "retirement"),
    ("seize", "seizure"),
    ("sentence", "sentencing"),
    ("shell", "shelling"),
    ("shoot", "shooting"),
    ("sink", "sinking"),
    ("stab", "stabbing"),
    ("storm", "storming"),
    ("sue", "lawsuit"),
    ("torture", "torture"),
    ("unveil", "unveiling"),
    ("wound", "wounding"),
];

/// Nouns that hide what happened, beside those that tell it.
const GENERAL: &[&str] = &["accident", "incident", "disaster", "attack", "event"];

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
pub(super) fn noun(scope: &Scope<'_>, kind: EventType, members: &[&Telling<'_>]) -> Option<String> {
    if !is_called_variously(kind) {
        return None;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in members.iter().filter_map(|t| name_of(scope, t)) {
        *counts.entry(name).or_default() += 1;
    }
    let support = |name: &str| -> usize {
        let plain = |other: &String| other != name && name.ends_with(other.as_str());
        let held: usize = counts.iter().filter(|(o, _)| plain(o)).map(|(_, n)| n).sum();
        2 * counts.get(name).copied().unwrap_or(0) + held
    };
    let is_telling = |name: &str| !GENERAL.contains(&name);
    counts
        .keys()
        .max_by(|a, b| {
            let rank = |n: &str| (is_telling(n), support(n), n.len());
            rank(a).cmp(&rank(b)).then_with(|| b.cmp(a))
        })
        .cloned()
}

/// What one telling calls the event.
fn name_of(scope: &Scope<'_>, t: &Telling<'_>) -> Option<String> {
    let tokens = &scope.docs[t.doc].notes.tokens;
    let words = tokens.inside(t.span);
    let is_verb = |i: usize| tokens.upos(i) == Upos::Verb;
    if let Some(v) = words.clone().find(|&i| is_verb(i)) {
        let lemma = tokens.lemma(v);
        let particle = words
            .clone()
            .nth(1)
            .map(|i| format!("{lemma}_{}", scope.text(t.doc, tokens.span(i))));
        let known = |verb: &str| {
            NOUNS
                .iter()
                .find(|(v, _)| *v == verb)
                .map(|(_, n)| (*n).to_owned())
        };
        return particle.as_deref().and_then(known).or_else(|| known(lemma));
    }
    let nouns: Vec<String> = words
        .clone()
        .filter(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Adj | Upos::Propn))
        .map(|i| tokens.lemma(i).to_lowercase())
        .collect();
    (!nouns.is_empty() && nouns.len() == words.len()).then(|| nouns.join(" "))
}

/// The preposition between what an event is called and the one it is done to.
pub(super) fn preposition(noun: &str, kind: EventType) -> &'static str {
    const ON: &[&str] = &[
        "attack",
        "strike",
        "airstrike",
        "raid",
        "assault",
        "offensive",
        "onslaught",
        "crackdown",
        "ambush",
        "ban",
        "bombardment",
    ];
    let last = noun.rsplit([' ', '-']).next().unwrap_or(noun).to_lowercase();
    match last.as_str() {
        "charges" | "charge" | "lawsuit" | "suit" | "case" => "against",
        l if ON.contains(&l) => "on",
        _ => match kind {
            EventType::Agreement | EventType::Deal | EventType::Signing | EventType::Clash => "with",
            EventType::Aid => "to",
            EventType::Sanction if last == "sanctions" || last == "boycott" => "against",
            EventType::Protest | EventType::Strike => "against",
            _ => "of",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_in_order_and_named_once() {
        assert!(NOUNS.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn what_is_done_chooses_the_preposition() {
        assert_eq!(preposition("truck bombing", EventType::Attack), "of");
        assert_eq!(preposition("suicide attack", EventType::Attack), "on");
        assert_eq!(preposition("charges", EventType::Trial), "against");
        assert_eq!(preposition("clash", EventType::Clash), "with");
    }
}
