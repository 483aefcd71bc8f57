//! From a trigger and its slots to an event: who takes part, when, and whether it is told at all.

use crate::grammar::clause::preposition_of;
use dossier_model::{
    Deprel, EventMention, EventParticipant, EventType, MentionKind, Plover, PloverMode, Status, Upos,
};

use super::figurative::Fight;
use super::frames::{Side, contradict};
use super::lead::News;
use super::lexicon::{Sense, Slot, Word, lexicon};
use super::party::Party;
use super::reader::{Draft, Found, Reader};
use super::settle::is_next_day;
use super::sides::Sides;
use super::slots::Slots;
use super::status::Real;
use super::types::{self, Need, Trait};
use super::when::{self, side};
use super::{event_noun, plover, several};
use dossier_annotate::Sentence;

dossier_world::words!(HOSPITAL = "event/hospital.txt");

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
            object,
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
        let is_plain = !noun && object.is_none() && carriers.len() == 1;
        let all = self.sources(sense, &slots);
        // A storm that strikes a town attacks nobody, and a fire kills without attacking.
        let fights = types::is(sense.kind, Trait::Fight);
        // "An earthquake killed 40": the earthquake is told, and its dead with it.
        let is_told =
            sense.kind == EventType::Death && !noun && slots.subjects.iter().any(|&s| self.is_disaster(s));
        if is_told {
            return true;
        }
        if fights && all.iter().any(|p| self.is_no_attacker(p)) || !self.fits(sense, &slots, is_plain) {
            return false;
        }
        let mut sides = Sides {
            weapon: all.iter().any(|p| p.weapon),
            sources: all.into_iter().filter(|p| self.acting(sense.kind, p)).collect(),
            targets: Vec::new(),
            things: Vec::new(),
            object,
        };
        self.fill_targets(sense, &slots, &mut sides);
        if !types::is(sense.kind, Trait::Together) {
            sides
                .sources
                .retain(|p| !contradict(g, &carriers, p.head, Side::Source));
            sides
                .targets
                .retain(|p| !contradict(g, &carriers, p.head, Side::Target));
        }
        let Sides {
            mut sources,
            mut targets,
            things,
            object,
            weapon,
        } = sides;
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
        // "When I met with Ruiz and Lind": whoever met them did, and not they each other.
        let is_unknown = |p: &Party| p.who.local.is_none();
        let is_outsider = !noun
            && types::is(sense.kind, Trait::Together)
            && !sources.is_empty()
            && sources.iter().all(is_unknown);
        if is_outsider && targets.iter().filter(|t| !is_unknown(t)).count() > 1 {
            return true;
        }
        let acting_source = sources.iter().any(|p| !p.pronoun || p.who.local.is_some()) || weapon;
        let told_source = !sources.is_empty() || weapon;
        let acting_target = targets.iter().any(|p| p.acts || p.place);
        if sense.needs.source && !told_source
            || sense.needs.target && !(acting_target || counts(g, &targets))
            || sense.needs.thing && things.is_empty() && object.is_none()
            || sense.needs.people && !targets.is_empty() && !targets.iter().any(|p| self.is_people(p))
            || (sense.needs.body || sense.needs.no_person) && !sources.iter().any(|p| self.is_body(p))
            || sense.needs.no_person && sources.iter().any(|p| p.kind == Some(MentionKind::Person))
        {
            return false;
        }
        let mut place = self.place(sense, &slots, &targets);
        // "Lima subway trains collide": whose they are tells where.
        if place.is_none() && targets.is_empty() && types::is(sense.kind, Trait::Befalls) {
            place = self.place(sense, &slots, &things);
        }
        let fight = Fight {
            words: &carriers,
            noun,
            slots: &slots,
            sources: &sources,
            targets: &targets,
            things: things.len(),
            weapon,
            placed: place.is_some(),
        };
        if fights && self.is_figurative(&fight) {
            let is_known = |p: &Party| p.who.local.is_some() && !p.place;
            let both = sources.iter().any(is_known) && targets.iter().any(is_known);
            let told = sense_of_criticism(g, &carriers, noun).filter(|_| both && !slots.passive);
            return match told {
                Some(sense) => self.emit(Found {
                    sense,
                    carriers,
                    words,
                    slots,
                    real,
                    object: None,
                    noun,
                }),
                None => true,
            };
        }
        let third_party = sense.mode == Some(PloverMode::ThirdParty);
        let together = symmetric(sense.kind, root) || sense.frame.sources.contains(&Slot::Prep("with"));
        // "Velm split over the tax": one alone parts from nobody.
        let is_land_or_body =
            |p: &Party| matches!(p.kind, Some(MentionKind::Place | MentionKind::Organization));
        let is_parting = !noun && together && sense.kind == EventType::Other && targets.is_empty();
        if is_parting && sources.len() == 1 && sources.iter().all(is_land_or_body) {
            return false;
        }
        // "He and Lind consulted with the firms": the others are told, and have no name.
        let with_others = slots.preps.iter().any(|(p, _)| *p == "with");
        if together && !third_party && !with_others && targets.is_empty() && sources.len() > 1 {
            targets = sources.split_off(1);
        }
        // "Was firing the coach a mistake?": who asks tells nothing.
        let is_asked = !noun && g.range.end > g.range.start && g.is(g.range.end - 1, &["?"]);
        if is_asked {
            return true;
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
            .is_some_and(|(w, day)| side(w, day) == Some(when::Side::After) && !is_next_day(w, day));
        let sure = !noun || types::is(sense.kind, Trait::Sudden);
        if ahead && sure && real == Real::Is(Status::Past) {
            (time, when) = (None, None);
        }
        let named = sources
            .iter()
            .chain(&targets)
            .any(|p| p.who.local.is_some() || (p.acts || p.place) && self.cast.is_tied(g, p.head));
        let actors = acting_source || targets.iter().any(|p| (p.acts || p.place) && !p.pronoun);
        let actors = actors || types::is(sense.kind, Trait::Counted) && counts(g, &targets);
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
        let enough = if sense.needs.news {
            let news = News {
                sense,
                real,
                passive: slots.passive,
                sources: &sources,
                targets: &targets,
                object,
                placed: place.is_some(),
                when: when.as_ref(),
            };
            self.is_news(anchor, &news)
        } else {
            enough
        };
        let thought = real == Real::Is(Status::Hypothetical);
        let enough = enough && (!thought || named && (!targets.is_empty() || told));
        if !enough {
            return false;
        }
        let status = self.settle(real, when.as_ref(), anchor, (sense.kind, noun));
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
            Some(when::Side::Around) if sense.kind == EventType::Anniversary => Status::UnderWay,
            Some(when::Side::Before) if sense.kind == EventType::Anniversary => Status::Past,
            _ => status,
        };
        // An arrest or a death is over as soon as it is told, whatever goes on around it.
        let at_once = types::is(sense.kind, Trait::AtOnce);
        let status = match status {
            Status::UnderWay if at_once && noun => Status::Past,
            // "Is retiring": nobody does so for days.
            Status::UnderWay if at_once && sense.kind != EventType::Death => Status::Planned,
            _ => status,
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
            object: Some(&slots)
                .filter(|_| noun || carriers.get(1).is_some_and(|&o| event_noun::is_act(g, o)))
                .and_then(|slots| self.about(sense.kind, slots))
                .or_else(|| {
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
}

impl Reader<'_> {
    /// Whether what the sense needs of the words around it is there.
    fn fits(&self, sense: &Sense, slots: &Slots, is_plain: bool) -> bool {
        let g = self.g;
        let is_vehicle = |s: usize| lexicon().is(Word::Vehicle, g.lemma(self.cast.party(g, s, 0).head));
        // "Pulled out some papers": an object for which the sense has no place makes it another verb.
        let odd_object = is_plain
            && !slots.passive
            && !sense.frame.takes_object()
            && slots.objects.iter().any(|&o| !self.times.holds(g, o));
        // "Released from hospital": nobody held them.
        let from_hospital = sense.plover == Some(Plover::Yield)
            && slots
                .preps
                .iter()
                .any(|&(p, k)| p == "from" && HOSPITAL.has(g.lemma(k)));
        // "Denied the nominee a hearing": it is the hearing that is denied.
        let of_something = sense.kind == EventType::Statement
            && slots.verb.is_some_and(|v| g.lemma(v) == "deny")
            && slots.indirects.len() + slots.objects.len() > 1;
        // "Fired home the winner": nobody lost a post.
        let into_goal = sense.kind == EventType::Dismissal
            && slots
                .verb
                .is_some_and(|v| g.range.contains(&(v + 1)) && g.is(v + 1, &["home", "wide"]));
        // Who flies home or drives back to a town lives there.
        let goes_home = sense.kind == EventType::Visit
            && slots.verb.is_some_and(|v| {
                g.children_by(v, &[Deprel::Advmod, Deprel::CompoundPrt])
                    .any(|k| g.is(k, &["back", "home"]))
            });
        !(from_hospital
            || into_goal
            || of_something
            || goes_home
            || sense.needs.vehicle && !slots.subjects.iter().any(|&s| is_vehicle(s))
            || odd_object
            || sense.needs.no_object && !slots.objects.is_empty()
            || sense.needs.name && !slots.objects.iter().any(|&o| self.is_named_thing(o)))
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

/// "Attacked the premier over the tax": one attacks with words as well, and that is criticism.
fn sense_of_criticism(g: &Sentence, carriers: &[usize], noun: bool) -> Option<&'static Sense> {
    let verb = carriers.first().filter(|_| !noun && carriers.len() == 1)?;
    matches!(g.lemma(*verb), "attack" | "assail" | "savage" | "blast")
        .then(|| lexicon().verb("criticize").next())
        .flatten()
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
