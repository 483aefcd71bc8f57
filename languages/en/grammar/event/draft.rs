//! From a trigger and its slots to an event: who takes part, when, and whether it is told at all.

use crate::grammar::clause::preposition_of;
use dossier_model::{
    Deprel, EventMention, EventParticipant, EventType, MentionKind, Plover, PloverMode, Status, Upos,
};

use super::lexicon::{Slot, Word, lexicon};
use super::party::Party;
use super::reader::{Draft, Found, Reader};
use super::slots::looks_past;
use super::status::Real;
use super::types::{self, Need, Trait};
use super::when::{Side, side};
use super::{event_noun, plover, several};
use dossier_annotate::Sentence;
use dossier_world::{fold, organization};

impl Reader<'_> {
    /// Writes the event down where all that it needs is there.
    pub fn emit(&mut self, found: Found) -> bool {
        let g = self.g;
        let Found {
            sense,
            carriers,
            words,
            mut slots,
            real,
            mut object,
            noun,
        } = found;
        let anchor = carriers.first().copied().unwrap_or(g.range.start);
        // A clause can stand where the frame wants a person: "demanded that Peru pay".
        if !noun && slots.objects.is_empty() {
            let clause = g
                .children_by(anchor, &[Deprel::Ccomp])
                .find(|&k| k > anchor)
                .filter(|_| sense.plover.is_some_and(plover::is_about_a_clause));
            if let Some(c) = clause {
                slots
                    .objects
                    .extend(g.children_by(c, &[Deprel::Nsubj, Deprel::NsubjPass]));
            }
        }
        let root = sense.plover;
        let verbal = root.is_some_and(plover::is_verbal);
        let mut sources: Vec<Party> = Vec::new();
        for &slot in &sense.frame.sources {
            for head in slots.heads(slot) {
                sources.extend(self.cast.parties(g, head));
            }
        }
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
        // A storm that strikes a town attacks nobody.
        let fights = types::is(sense.kind, Trait::Fight);
        if fights && sources.iter().any(|p| self.is_nature(p)) {
            return false;
        }
        let weapon = sources.iter().any(|p| p.weapon);
        let is_vehicle = |p: &Party| lexicon().is(Word::Vehicle, g.lemma(p.head));
        if sense.needs.vehicle
            && !slots
                .subjects
                .iter()
                .any(|&s| is_vehicle(&self.cast.party(g, s, 0)))
            || sense.needs.no_object && !slots.objects.is_empty()
            || sense.needs.name && !slots.objects.iter().any(|&o| self.is_named_thing(o))
        {
            return false;
        }
        sources.retain(|p| p.acts && !(types::is(sense.kind, Trait::Done) && self.is_credit(p)));
        let mut things: Vec<Party> = Vec::new();
        let mut targets: Vec<Party> = Vec::new();
        for &slot in sense.frame.targets.iter().chain(&[Slot::Prep("whose")]) {
            if !targets.is_empty() {
                break;
            }
            for head in slots.heads(slot) {
                if self.times.holds(g, head) {
                    continue;
                }
                for mut p in self.cast.parties(g, head) {
                    let person = p.kind == Some(MentionKind::Person)
                        || p.pronoun
                        || p.kind.is_none() && lexicon().is(Word::Human, g.lemma(p.head));
                    if sense.kind == EventType::Appointment && !person {
                        continue;
                    }
                    if lexicon().is(Word::Crowd, g.lemma(p.head)) && !types::is(sense.kind, Trait::Sudden) {
                        continue;
                    }
                    let counted = g.upos(p.head) == Upos::Num && matches!(slot, Slot::Object | Slot::Subject);
                    if p.acts || p.place || counted && types::is(sense.kind, Trait::Counted) {
                        targets.push(p);
                    } else if let Some((who, owner)) = p.owner.filter(|&(_, o)| {
                        // Who "violates North Korea sanctions" does nothing to North Korea.
                        verbal
                            && !(sense.needs.thing && matches!(g.deprel(o), Deprel::Compound | Deprel::Amod))
                            // Who releases somebody's songs releases nobody.
                            && !(sense.needs.target && sense.kind == EventType::Other)
                    }) {
                        if object.is_none() {
                            object = Some(p.head);
                        }
                        let owner = self.cast.party(g, owner, 1);
                        p.who = who;
                        p.kind = owner.kind;
                        p.acts = true;
                        targets.push(p);
                    } else {
                        things.push(p);
                    }
                }
            }
        }
        targets.retain(|t| {
            !sources.iter().any(|s| {
                s.who == t.who || s.head == t.head || s.who.local.is_some() && s.who.local == t.who.local
            })
        });
        if object.is_none() {
            object = things.first().map(|t| t.head).or_else(|| {
                slots
                    .objects
                    .iter()
                    .copied()
                    .find(|&o| !targets.iter().any(|t| t.head == o))
            });
        }
        // A plan, a vote or a law can be rejected or banned; to be praised or promised to takes somebody.
        let told_to = matches!(
            root,
            Some(Plover::Support | Plover::Agree | Plover::Aid | Plover::Consult) | None
        );
        // One fights somebody or something that stands somewhere: who occupies a post attacks nobody.
        let told_to = told_to || types::is(sense.kind, Trait::Fight);
        if targets.is_empty() && !told_to {
            targets.extend(things.iter().copied().take(1));
        }
        let acting_source = sources.iter().any(|p| !p.pronoun || p.who.local.is_some()) || weapon;
        let told_source = !sources.is_empty() || weapon;
        let acting_target = targets.iter().any(|p| p.acts || p.place);
        if sense.needs.source && !told_source
            || sense.needs.target && !(acting_target || counts(g, &targets))
            || sense.needs.thing && things.is_empty() && object.is_none()
        {
            return false;
        }
        let third_party = sense.mode == Some(PloverMode::ThirdParty);
        let together = symmetric(sense.kind, root) || sense.frame.sources.contains(&Slot::Prep("with"));
        if together && !third_party && targets.is_empty() && sources.len() > 1 {
            targets = sources.split_off(1);
        }
        if real == Real::Unreal {
            // The words are understood, and they tell of nothing that happens.
            return true;
        }
        // "Missiles that can hit Peru" hit nobody; who speaks "without giving details" does nothing, either.
        let is_able = g
            .children_by(anchor, &[Deprel::Aux])
            .any(|k| g.is(k, &["can", "could", "ca"]));
        let is_left_out = g.word(anchor).ends_with("ing") && preposition_of(g, anchor) == Some("without");
        if !noun
            && (is_able && sense.kind == EventType::Attack
                || is_left_out && types::is(sense.kind, Trait::Vague))
        {
            return true;
        }
        let time = self.times.pick(g, &carriers, |w| {
            !carriers.contains(&w) && g.is_noun(w) && event_noun::names_event(g, w)
        });
        let mut time = time.or_else(|| {
            let n = carriers.first().copied().filter(|_| noun)?;
            self.times.behind(g, n, event_noun::reach(g, n))
        });
        let mut when = time.and_then(|t| self.times.when(t)).cloned();
        // What has happened is not ahead: the date was misread or belongs to something else.
        let ahead = when
            .as_ref()
            .zip(self.today)
            .is_some_and(|(w, day)| side(w, day) == Some(Side::After) && !is_next_day(w, day));
        let sure = !noun || types::is(sense.kind, Trait::Sudden);
        if ahead && sure && real == Real::Is(Status::Past) {
            (time, when) = (None, None);
        }
        let place = self.place(sense, &slots, &targets);
        let named = sources
            .iter()
            .chain(&targets)
            .any(|p| p.who.local.is_some() || (p.acts || p.place) && self.cast.is_tied(g, p.head));
        let actors = acting_source || targets.iter().any(|p| (p.acts || p.place) && !p.pronoun);
        let told = when.is_some() || place.is_some();
        let enough = if noun {
            // Talks with somebody are told of only where it is told whose.
            let whose = !types::is(sense.kind, Trait::Talk);
            named && (whose || !sources.is_empty()) || sense.needs.alone && told
        } else {
            match types::need(sense.kind) {
                // Who was released is told without who did it, but not by an "it" that nobody knows.
                Need::Said
                    if sense.kind == EventType::Other && root == Some(Plover::Yield) && acting_target =>
                {
                    let known = |p: &Party| !p.pronoun || p.who.local.is_some();
                    sources.iter().all(known)
                        && (named || targets.iter().any(|p| several::is_counted(g, p.head)))
                }
                Need::Said if sense.kind == EventType::Other && root.is_none() => {
                    named && acting_source && (object.is_some() || !targets.is_empty())
                }
                Need::Said => {
                    named && acting_source && !sources.is_empty() && (!targets.is_empty() || !told_to)
                }
                Need::Named => named,
                Need::NamedOrCounted => {
                    named || object.is_some_and(|o| g.children_by(o, &[Deprel::Nummod]).next().is_some())
                }
                Need::Object => object.is_some() && (named || told),
                Need::NamedOrDated => named || when.is_some(),
                Need::Actor => named || acting_source || sense.needs.alone && told,
                Need::Usual => {
                    named || actors && acting_source && acting_target || (actors || sense.needs.alone) && told
                }
            }
        };
        let thought = real == Real::Is(Status::Hypothetical);
        let enough = enough && (!thought || named && (!targets.is_empty() || told));
        if !enough {
            return false;
        }
        let status = self.settle(real, when.as_ref(), anchor, noun);
        let Some((status, open)) = status else {
            return true;
        };
        // "Supports the party" tells an opinion, not what somebody did.
        let is_opinion = sense.kind == EventType::Statement
            && root == Some(Plover::Support)
            && !(noun || self.terse || g.word(anchor).ends_with("ing"));
        if is_opinion && status == Status::UnderWay {
            return true;
        }
        // "Programmes to celebrate the anniversary": its date says whether it has come.
        let at = when.as_ref().zip(self.today).and_then(|(w, day)| side(w, day));
        let status = match at {
            Some(Side::Around) if sense.kind == EventType::Anniversary => Status::UnderWay,
            Some(Side::Before) if sense.kind == EventType::Anniversary => Status::Past,
            _ => status,
        };
        // An arrest or a death is over as soon as it is told, whatever goes on around it.
        let at_once = types::is(sense.kind, Trait::AtOnce);
        let status = if at_once && noun && status == Status::UnderWay {
            Status::Past
        } else {
            status
        };
        let several = self.tells_of_several(sense.kind, if noun { Some(anchor) } else { object });
        let event = EventMention {
            several,
            kind: sense.kind,
            plover: root.map(|r| plover::in_context(r, if open { Status::Past } else { status })),
            mode: sense.mode,
            sources: dedup(&sources),
            targets: dedup(&targets),
            place,
            time,
            when,
            status,
            object: self.about(sense.kind, &slots).or_else(|| {
                object
                    .filter(|o| !(words.contains(o) && types::is(sense.kind, Trait::Act)))
                    .filter(|&o| {
                        !targets.iter().any(|t| t.head == o && t.acts)
                            && (sense.kind == EventType::Statement || !event_noun::is_act(g, o))
                    })
                    .map(|o| self.object_span(o))
            }),
            clause: self.clause(anchor),
        };
        self.out.push(Draft {
            span: self.predicate(&words),
            event,
            open,
        });
        true
    }

    /// Status from the words and the date; `None` where it is no event to tell. The flag says that nothing
    /// settled it.
    fn settle(
        &self,
        real: Real,
        when: Option<&dossier_model::When>,
        anchor: usize,
        noun: bool,
    ) -> Option<(Status, bool)> {
        let g = self.g;
        let at = when.zip(self.today).and_then(|(w, day)| side(w, day));
        // A day ahead of the publisher's clock it is today elsewhere.
        let is_today = when.zip(self.today).is_some_and(|(w, day)| is_next_day(w, day));
        Some(match (real, at) {
            (Real::Is(Status::Past), Some(Side::After)) if is_today => (Status::Past, false),
            (Real::Is(Status::Past), Some(Side::After)) => (Status::Planned, false),
            (Real::Is(Status::Planned), Some(Side::Before)) => (Status::Hypothetical, false),
            (Real::Is(s), _) => (s, false),
            (Real::Open, Some(Side::After)) => (Status::Planned, false),
            (Real::Open, Some(Side::Before)) => (Status::Past, false),
            (Real::Open, _) if noun => (Status::Past, true),
            (Real::Open, _) if self.terse => (Status::Past, false),
            (Real::Open, _) => {
                // The simple present of the body is habit or comment, unless it is somebody's word or a date says more.
                let present = g.is_verb(anchor) && !looks_past(g, anchor);
                let habit = g
                    .children_by(anchor, &[Deprel::Advmod, Deprel::Obl, Deprel::OblUnmarked])
                    .any(|k| {
                        g.is(
                            k,
                            &[
                                "often",
                                "usually",
                                "always",
                                "regularly",
                                "frequently",
                                "normally",
                                "traditionally",
                            ],
                        ) || g
                            .children_by(k, &[Deprel::Det])
                            .any(|d| g.is(d, &["every", "each"]))
                    });
                if habit {
                    return None;
                }
                if present {
                    (Status::UnderWay, false)
                } else if g
                    .children_by(anchor, &[Deprel::Mark, Deprel::Aux])
                    .any(|k| g.is(k, &["to"]))
                {
                    // "a law that allows people to be arrested": nobody is said to be.
                    return None;
                } else {
                    (Status::Past, true)
                }
            }
            (Real::Unreal, _) => return None,
        })
    }
}

impl Reader<'_> {
    fn is_credit(&self, p: &Party) -> bool {
        let own = p.who.span.of(self.g.text());
        let named = p.who.local.and_then(|l| self.cast.name(l)).unwrap_or(own);
        organization::is_medium(&fold::fold(named))
    }

    /// Whether a force of nature acts: "the quake", "Hurricane Velm, which", "it" where that was named before.
    fn is_nature(&self, p: &Party) -> bool {
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

    /// Whether `o` is a thing that has a name: "launched Velm One".
    fn is_named_thing(&self, o: usize) -> bool {
        let kind = self.cast.mention(o).map(|m| m.kind);
        let is_else = matches!(
            kind,
            Some(MentionKind::Person | MentionKind::Group | MentionKind::Place | MentionKind::Event)
        );
        !is_else && (self.g.upos(o) == Upos::Propn || kind == Some(MentionKind::Work))
    }
}

/// Whether an interval begins on the day after `day`.
fn is_next_day(when: &dossier_model::When, day: jiff::civil::Date) -> bool {
    when.from.is_some_and(|from| (from - day).get_days() == 1)
}

/// Whether a number stands for people: "killed 48".
fn counts(g: &Sentence, parties: &[Party]) -> bool {
    parties.iter().any(|p| g.upos(p.head) == Upos::Num)
}

/// Events that all who take part do together.
fn symmetric(kind: EventType, root: Option<Plover>) -> bool {
    types::is(kind, Trait::Together) || matches!(root, Some(Plover::Cooperate | Plover::Agree))
}

fn dedup(parties: &[Party]) -> Vec<EventParticipant> {
    let mut out: Vec<EventParticipant> = Vec::new();
    for p in parties {
        let twice = out
            .iter()
            .any(|o| o.span == p.who.span || o.local.is_some() && o.local == p.who.local);
        if !twice {
            out.push(p.who);
        }
    }
    out
}
