//! Words of violence that tell of none: of words, of games, of markets, of nature.

use dossier_annotate::Sentence;
use dossier_model::{Deprel, MentionKind};

use super::event_noun::{keys, reach};
use super::lexicon::{Word, lexicon};
use super::party::Party;
use super::reader::Reader;
use super::slots::Slots;
use crate::grammar::clause::preposition_of;
use dossier_model::EventType;

dossier_world::words!(CRITICS = "event/critics.txt");
dossier_world::words!(KILLERS = "event/killers.txt");
dossier_world::words!(SOFT = "event/soft_attacks.txt");

/// What is known of a fight before it is told.
pub(super) struct Fight<'f> {
    /// The verb or noun, and the noun that the verb carries.
    pub words: &'f [usize],
    /// Whether a noun tells it.
    pub noun: bool,
    pub slots: &'f Slots,
    pub sources: &'f [Party],
    pub targets: &'f [Party],
    /// What it is done to that is nobody.
    pub things: usize,
    /// Whether a weapon is named.
    pub weapon: bool,
    pub placed: bool,
}

impl Reader<'_> {
    /// Whether a noun is told as a disaster or accident.
    pub fn is_disaster(&self, n: usize) -> bool {
        let sense = keys(self.g, n).into_iter().find_map(|k| lexicon().noun(&k));
        sense.is_some_and(|s| matches!(s.kind, EventType::Accident | EventType::Disaster))
    }

    /// Whether what acts is nothing that attacks: a storm, a fire, a disease.
    pub fn is_no_attacker(&self, p: &Party) -> bool {
        let is_event = |k: &String| {
            let kind = lexicon().noun(k).map(|s| s.kind);
            matches!(kind, Some(EventType::Accident | EventType::Disaster))
        };
        let keys = keys(self.g, p.head);
        // "A car bomb" is no car, "a fire department" is no fire: the head counts, alone and with what stands in front.
        self.is_nature(p) || p.kind.is_none() && keys.iter().any(|k| KILLERS.has(k) || is_event(k))
    }

    /// Whether a place stands between a noun and the next verb: "the attack on Lind by Pohl in Lima".
    fn has_place_behind(&self, n: usize) -> bool {
        let g = self.g;
        (n + 1..reach(g, n)).any(|k| {
            matches!(preposition_of(g, k), Some("in" | "at" | "near"))
                && self.cast.mention(k).is_some_and(|m| m.kind == MentionKind::Place)
        })
    }

    /// Whether words of violence tell of none.
    pub fn is_figurative(&self, fight: &Fight) -> bool {
        let g = self.g;
        let Some(&anchor) = fight.words.first() else {
            return false;
        };
        if fight.sources.iter().any(|p| CRITICS.has(g.lemma(p.head))) {
            return true;
        }
        // "Fired back at", "struck out": the particle gives the verb another sense.
        let turns = |k: usize| k > anchor && g.is(k, &["back", "out", "off", "away"]);
        if !fight.noun
            && fight.words.len() == 1
            && g.children_by(anchor, &[Deprel::CompoundPrt, Deprel::Advmod])
                .any(turns)
        {
            return true;
        }
        // "Attacked the singer online".
        let by_words = |k: usize| g.is(k, &["online", "verbally", "publicly"]);
        if !fight.noun && g.children_by(anchor, &[Deprel::Advmod]).any(by_words) {
            return true;
        }
        if !fight.words.iter().any(|&w| SOFT.has(g.lemma(w))) || fight.weapon || has_weapon(g, fight.slots) {
            return false;
        }
        if has_no_weapon(g, fight.slots) {
            return true;
        }
        // An attack on a budget, on corruption, on somebody's record.
        if fight.targets.is_empty() && fight.things > 0 {
            return true;
        }
        let is_said = |(p, k): &(&str, usize)| {
            matches!(*p, "as" | "over")
                || *p == "in" && matches!(g.lemma(*k), "speech" | "interview" | "debate" | "statement")
        };
        if fight.slots.preps.iter().any(is_said) {
            return true;
        }
        let is_person = |p: &Party| {
            p.kind == Some(MentionKind::Person)
                || p.pronoun
                || p.kind.is_none() && lexicon().is(Word::Human, g.lemma(p.head)) && p.who.local.is_none()
        };
        // One politician attacks another with words, unless it is told where.
        let placed = fight.placed || fight.noun && self.has_place_behind(anchor);
        !placed
            && !fight.sources.is_empty()
            && fight.sources.iter().chain(fight.targets).all(is_person)
            && fight
                .sources
                .iter()
                .chain(fight.targets)
                .any(|p| p.kind == Some(MentionKind::Person))
    }
}

/// "With a knife".
fn has_weapon(g: &Sentence, slots: &Slots) -> bool {
    let mut preps = slots.preps.iter();
    preps.any(|&(p, k)| p == "with" && lexicon().is(Word::Weapon, g.lemma(k)))
}

/// "Hit the bank with a fine", "bombarded the office with e-mails".
fn has_no_weapon(g: &Sentence, slots: &Slots) -> bool {
    slots.preps.iter().any(|&(p, k)| {
        p == "with"
            && !lexicon().is(Word::Weapon, g.lemma(k))
            && !lexicon().is(Word::Human, g.lemma(k))
            && g.upos(k) == dossier_model::Upos::Noun
            && preposition_of(g, k) == Some("with")
    })
}
