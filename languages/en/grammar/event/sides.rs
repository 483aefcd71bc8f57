//! Who acts and who is acted upon: the parties in the slots of a trigger.

use dossier_model::{Deprel, EventParticipant, EventType, MentionForm, MentionKind, Upos};
use dossier_world::{fold, organization};

use super::lexicon::{Sense, Slot, Word, lexicon};
use super::party::Party;
use super::plover;
use super::reader::Reader;
use super::slots::Slots;
use super::types::{self, Trait};

dossier_world::words!(SUFFERED_NOUNS = "event/suffered_nouns.txt");

/// The parties of one event.
pub(super) struct Sides {
    pub sources: Vec<Party>,
    pub targets: Vec<Party>,
    /// What stands where those acted upon would, and can be nobody.
    pub things: Vec<Party>,
    /// What it is done to or about.
    pub object: Option<usize>,
    /// Whether a weapon acts.
    pub weapon: bool,
}

/// Kinds that befall or choose a person, not the body that the person acts for.
fn is_of_persons(kind: EventType) -> bool {
    use EventType as E;
    matches!(
        kind,
        E::Appointment
            | E::Dismissal
            | E::Arrest
            | E::Trial
            | E::Sentence
            | E::Death
            | E::Resignation
            | E::Election
    )
}

impl Reader<'_> {
    /// Those who act, and whether a weapon does. All who stand there count: what cannot act is left out by
    /// [`acting`](Self::acting).
    pub fn sources(&self, sense: &Sense, slots: &Slots) -> Vec<Party> {
        let g = self.g;
        let heads = sense.frame.sources.iter().flat_map(|&slot| slots.heads(slot));
        let mut sources: Vec<Party> = heads.flat_map(|head| self.cast.parties(g, head)).collect();
        sources.retain(|p| !self.times.holds(g, p.head));
        // "An air force strike killed": the one whose weapon it is acts.
        for p in &mut sources {
            if p.weapon
                && let Some((who, head)) = p.owner
            {
                let owner = self.cast.party(g, head, 1);
                p.acts = owner.acts;
                p.who = who;
                p.kind = owner.kind;
            }
        }
        sources
    }

    /// Whether a source can act in an event of this kind.
    pub fn acting(&self, kind: EventType, p: &Party) -> bool {
        p.acts && !(types::is(kind, Trait::Done) && self.is_credit(p))
    }

    /// Fills the targets, the things and the object.
    pub fn fill_targets(&self, sense: &Sense, slots: &Slots, sides: &mut Sides) {
        let g = self.g;
        // Who fires somebody's rifle dismisses nobody.
        let whose = [Slot::Prep("whose")];
        let whose = whose.iter().filter(|_| !sense.needs.people);
        for &slot in sense.frame.targets.iter().chain(whose) {
            if !sides.targets.is_empty() {
                break;
            }
            for head in slots.heads(slot) {
                if self.times.holds(g, head) || slots.verb.is_some_and(|v| self.is_in_speech(v, head)) {
                    continue;
                }
                for party in self.cast.parties(g, head) {
                    self.fill_target(sense, slot, party, sides);
                }
            }
        }
        let Sides { sources, targets, .. } = sides;
        targets.retain(|t| {
            !sources.iter().any(|s| {
                s.who == t.who || s.head == t.head || s.who.local.is_some() && s.who.local == t.who.local
            })
        });
        if sides.object.is_none() {
            let is_target = |o: usize| sides.targets.iter().any(|t| t.head == o);
            let of_slots = || {
                let mut objects = slots.objects.iter().copied();
                objects.find(|&o| !is_target(o) && !self.times.holds(g, o))
            };
            sides.object = sides.things.first().map(|t| t.head).or_else(of_slots);
        }
    }

    /// Whether word `i` stands in a speech that opens behind the verb: "issued a statement that began, “Lind is".
    fn is_in_speech(&self, verb: usize, i: usize) -> bool {
        let g = self.g;
        let is_mark = |k: usize| g.is(k, &["\"", "“", "”", "``", "''"]);
        let marks: Vec<usize> = (verb + 1..i).filter(|&k| is_mark(k)).collect();
        let opens = marks.last().is_some_and(|&k| g.is(k - 1, &[",", ":"]));
        marks.len() % 2 == 1 && opens
    }

    fn fill_target(&self, sense: &Sense, slot: Slot, mut p: Party, sides: &mut Sides) {
        let g = self.g;
        if is_of_persons(sense.kind) && p.stands {
            // "Appointed Supreme Court judges": a judge is chosen, not the court.
            p.who.local = None;
            p.kind = None;
        }
        if sense.kind == EventType::Appointment && !self.is_person(&p) {
            return;
        }
        if lexicon().is(Word::Crowd, g.lemma(p.head)) && !types::is(sense.kind, Trait::Sudden) {
            return;
        }
        let counted = g.upos(p.head) == Upos::Num && matches!(slot, Slot::Object | Slot::Subject);
        if p.acts || p.place || counted && types::is(sense.kind, Trait::Counted) {
            sides.targets.push(p);
            return;
        }
        // Who fires his rifle dismisses nobody.
        let owner = p.owner.filter(|_| !sense.needs.people);
        let owner = owner.filter(|&(who, o)| self.owner_is_told(sense, who, o));
        match owner {
            Some((who, owner)) => {
                sides.object.get_or_insert(p.head);
                p.head = owner;
                p.who = who;
                p.kind = self.cast.party(g, owner, 1).kind;
                p.acts = true;
                sides.targets.push(p);
            }
            None => sides.things.push(p),
        }
    }

    /// Whether what is said of a thing is said to the one whose it is: "rejected Peru's demand".
    fn owner_is_told(&self, sense: &Sense, who: EventParticipant, owner: usize) -> bool {
        let g = self.g;
        let verbal = sense.plover.is_some_and(plover::is_verbal);
        let relation = g.deprel(owner);
        // "Lambasted the Peru nuclear deal" says nothing to Peru; nor does who "violates North Korea sanctions".
        let in_front = match relation {
            Deprel::Compound => true,
            Deprel::Amod => {
                let is_demonym = self
                    .cast
                    .mention(owner)
                    .is_some_and(|m| m.form == MentionForm::Demonym);
                !is_demonym && (sense.needs.thing || !self.cast.is_country(who.local))
            }
            _ => false,
        };
        // The execution of a man is not his.
        let thing = g.head(owner);
        let is_suffered = relation == Deprel::Nmod && thing.is_some_and(|n| SUFFERED_NOUNS.has(g.lemma(n)));
        // Who releases somebody's songs releases nobody.
        let releases = sense.needs.target && sense.kind == EventType::Other;
        verbal && !is_suffered && !in_front && !releases
    }

    /// Whether a party is one human being or several.
    pub fn is_person(&self, p: &Party) -> bool {
        matches!(p.kind, Some(MentionKind::Person))
            || p.pronoun
            || p.kind.is_none() && lexicon().is(Word::Human, self.g.lemma(p.head))
    }

    /// Whether a party is people: persons, a group, or so many.
    pub fn is_people(&self, p: &Party) -> bool {
        let g = self.g;
        let lemma = g.lemma(p.head);
        if p.place || p.kind == Some(MentionKind::Place) && !p.stands {
            return false;
        }
        self.is_person(p)
            || p.kind == Some(MentionKind::Group)
            || p.stands
            || p.kind.is_none() && matches!(g.upos(p.head), Upos::Num | Upos::Propn)
            || lexicon().is(Word::Human, lemma)
    }

    /// Whether a party is a body, a state, or acts for one.
    pub fn is_body(&self, p: &Party) -> bool {
        match p.kind {
            Some(MentionKind::Person) => self.cast.holds_office(p.who.local),
            Some(MentionKind::Organization | MentionKind::Group) => true,
            Some(MentionKind::Place) => p.who.local.is_some(),
            _ => lexicon().is(Word::State, self.g.lemma(p.head)) || p.stands,
        }
    }

    fn is_credit(&self, p: &Party) -> bool {
        let own = p.who.span.of(self.g.text());
        let named = p.who.local.and_then(|l| self.cast.name(l)).unwrap_or(own);
        organization::is_medium(&fold::fold(named))
    }

    /// Whether a force of nature acts: "the quake", "Hurricane Velm, which", "it" where that was named before.
    pub fn is_nature(&self, p: &Party) -> bool {
        let g = self.g;
        let is = |word: &str| lexicon().is(Word::Nature, &word.to_lowercase());
        if is(g.lemma(p.head)) {
            return true;
        }
        if !matches!(g.upos(p.head), Upos::Propn | Upos::Pron) {
            return false;
        }
        let leads = |name: &str| {
            let mut words = name.split_whitespace();
            let first = words.next().unwrap_or("");
            let is_ranked = matches!(
                &*first.to_lowercase(),
                "tropical" | "subtropical" | "winter" | "super" | "severe"
            );
            is(first) || is_ranked && words.next().is_some_and(is)
        };
        let known = p.who.local.and_then(|l| self.cast.name(l)).unwrap_or("");
        leads(known) || leads(p.who.span.of(g.text())) || leads(g.noun_phrase(p.head).of(g.text()))
    }
}
