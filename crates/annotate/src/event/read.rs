//! From the words of one sentence to its events.

use dossier_model::{
    Deprel, EventMention, EventParticipant, EventType, MentionKind, Plover, Span, Status, Upos,
};
use jiff::civil::Date;

use super::graph::Graph;
use super::lexicon::{Pair, Sense, Slot, Word, lexicon};
use super::party::{Cast, Party};
use super::slots::{Slots, looks_past};
use super::status::{self, Real};
use super::when::{Side, Times, side};
use super::{noun, plover};

/// An event whose reality other mentions may have to settle.
pub(super) struct Draft {
    pub span: Span,
    pub event: EventMention,
    pub open: bool,
}

/// Reads one sentence.
pub(super) struct Reader<'a> {
    pub g: &'a Graph<'a>,
    pub cast: &'a Cast<'a>,
    pub times: &'a Times<'a>,
    pub today: Option<Date>,
    /// Whether the sentence is a headline or caption, where the present tense tells what happened.
    pub terse: bool,
    pub out: Vec<Draft>,
    taken: Vec<bool>,
}

/// A trigger in its sentence.
pub(super) struct Found<'s> {
    pub sense: &'s Sense,
    /// The word whose clause and times count, and the words that help it.
    pub carriers: Vec<usize>,
    /// The words of the predicate.
    pub words: Vec<usize>,
    pub slots: Slots,
    pub real: Real,
    pub object: Option<usize>,
    pub noun: bool,
}

impl<'a> Reader<'a> {
    pub fn new(
        g: &'a Graph<'a>,
        cast: &'a Cast<'a>,
        times: &'a Times<'a>,
        today: Option<Date>,
        terse: bool,
    ) -> Self {
        Self {
            g,
            cast,
            times,
            today,
            terse,
            out: Vec::new(),
            taken: vec![false; g.range.len()],
        }
    }

    /// Reads all words of the sentence.
    pub fn read(&mut self) {
        for i in self.g.range.clone() {
            match self.g.upos(i) {
                Upos::Verb if !self.is_taken(i) => self.read_verb(i),
                Upos::Adj => {
                    self.read_control(i, self.g.lemma(i));
                }
                _ => {}
            }
        }
        for i in self.g.range.clone() {
            if self.g.is_noun(i) && !self.is_taken(i) {
                noun::read(self, i);
            }
        }
    }

    pub fn is_taken(&self, i: usize) -> bool {
        i.checked_sub(self.g.range.start)
            .and_then(|k| self.taken.get(k))
            .copied()
            .unwrap_or(true)
    }

    pub fn take(&mut self, i: usize) {
        if let Some(t) = i
            .checked_sub(self.g.range.start)
            .and_then(|k| self.taken.get_mut(k))
        {
            *t = true;
        }
    }

    fn read_verb(&mut self, v: usize) {
        let g = self.g;
        let mut slots = Slots::of_verb(g, v);
        let lemma = g.lemma(v);
        // "accompanied by Ana Ruiz, the minister; Bo Lind, the envoy; and others": each part names one more.
        if lemma == "accompany" && slots.passive {
            let more = (v + 1..g.range.end)
                .filter(|&k| g.is_word(k - 1, &[";"]) && self.cast.mention(k).is_some())
                .take(40);
            slots.subjects.extend(more);
        }
        let particle = g
            .kids_by(v, &[Deprel::CompoundPrt, Deprel::Advmod])
            .find(|&k| k > v && k <= v + 4 && lexicon().is(Word::Particle, &g.word(k).to_lowercase()));
        let phrasal = particle.map(|p| format!("{lemma}_{}", g.word(p).to_lowercase()));
        let mut words = vec![v];
        words.extend(particle);
        let objects: Vec<(usize, Vec<String>)> = slots
            .objects
            .iter()
            .flat_map(|&o| g.conjuncts(o))
            .map(|o| (o, noun::keys(g, o)))
            .collect();
        for key in phrasal.as_deref().into_iter().chain([lemma]) {
            for pair in lexicon().pairs(key) {
                if self.read_pair(v, &words, &slots, &objects, pair) {
                    return;
                }
            }
        }
        for key in phrasal.as_deref().into_iter().chain([lemma]) {
            if lexicon().control(key).is_some() && self.read_control(v, key) {
                return;
            }
            for sense in lexicon().verb(key) {
                // "The call to", "fire at": a verb that needs its object must have one.
                let found = Found {
                    sense,
                    carriers: vec![v],
                    words: words.clone(),
                    slots: slots.clone(),
                    real: status::of_verb(g, v),
                    object: None,
                    noun: false,
                };
                if self.emit(found) {
                    return;
                }
            }
            if phrasal.is_some() && lexicon().verb(key).next().is_some() {
                return;
            }
        }
        self.read_must(v, &slots);
    }

    fn read_pair(
        &mut self,
        v: usize,
        words: &[usize],
        slots: &Slots,
        objects: &[(usize, Vec<String>)],
        pair: &Pair,
    ) -> bool {
        let g = self.g;
        let Some(sense) = lexicon().sense(pair) else {
            return false;
        };
        let mut candidates: Vec<usize> = Vec::new();
        if pair.preps.is_empty() {
            candidates.extend(
                objects
                    .iter()
                    .filter(|(_, keys)| pair.fits(keys))
                    .map(|&(o, _)| o),
            );
        } else {
            for &(_, h) in &slots.preps {
                let fits = g.case(h).is_some_and(|c| pair.preps.contains(&c));
                if fits && (pair.nouns.contains(&"*") || pair.fits(&noun::keys(g, h))) {
                    candidates.push(h);
                }
            }
            if pair.nouns.contains(&"0") {
                let particle = words
                    .get(1)
                    .is_some_and(|&p| pair.preps.iter().any(|w| g.is_word(p, &[w])));
                if !particle {
                    return false;
                }
                return self.emit(Found {
                    sense,
                    carriers: vec![v],
                    words: words.to_vec(),
                    slots: slots.clone(),
                    real: status::of_verb(g, v),
                    object: None,
                    noun: false,
                });
            }
        }
        for o in candidates {
            // "The visit is made": the noun knows best whose it is.
            let told_by_noun = slots.passive
                && pair.preps.is_empty()
                && o < v
                && matches!(
                    sense.kind,
                    EventType::Visit | EventType::Meeting | EventType::Talks
                );
            if told_by_noun || noun::is_odd(g, o, sense) {
                continue;
            }
            let mut all = slots.clone();
            for c in g.conjuncts(g.first_conjunct(o)) {
                all.add_preps(g, c);
            }
            if pair.preps.is_empty() {
                // What is bought, lifted or held is the object; whose it is may be the target.
                let whose: Vec<usize> = g
                    .kids_by(o, &[Deprel::NmodPoss, Deprel::Amod, Deprel::Compound])
                    .filter(|&k| self.cast.mention(k).is_some_and(|m| m.local.is_some()))
                    .collect();
                if !sense.frame.targets.contains(&Slot::Object) {
                    all.objects.retain(|&x| x != o);
                }
                if !sense.frame.targets.contains(&Slot::Subject) {
                    all.preps.extend(whose.into_iter().map(|k| ("whose", k)));
                }
            }
            let mut predicate = words.to_vec();
            // "agreements are to be signed": with the noun far in front the verb tells.
            if o > v || v - o <= 3 {
                predicate.push(o);
            }
            let found = Found {
                sense,
                carriers: vec![v, o],
                words: predicate,
                slots: all,
                real: status::of_verb(g, v).or_noun(g, o),
                object: Some(o).filter(|_| pair.preps.is_empty()),
                noun: false,
            };
            if self.emit(found) {
                self.take(o);
                for (c, _) in objects.iter().filter(|(_, keys)| pair.fits(keys)) {
                    self.take(*c);
                }
                return true;
            }
        }
        false
    }

    /// "agreed to", "refused to", "is ready to": the targets are those of the infinitive.
    fn read_control(&mut self, v: usize, key: &str) -> bool {
        use Deprel as D;
        let g = self.g;
        let Some(sense) = lexicon().control(key) else {
            return false;
        };
        let Some(inner) = g
            .kids_by(v, &[D::Xcomp, D::Ccomp, D::Advcl, D::Acl])
            .find(|&k| k > v && g.kids(k).any(|m| m < k && g.is_word(m, &["to"])))
        else {
            return false;
        };
        // Who declines to comment refuses nobody anything.
        let talk = matches!(
            g.lemma(inner),
            "comment"
                | "say"
                | "name"
                | "elaborate"
                | "identify"
                | "answer"
                | "discuss"
                | "speculate"
                | "respond"
        );
        if talk {
            return false;
        }
        let mut slots = Slots::of_verb(g, v);
        let vague = matches!(
            g.lemma(inner),
            "build"
                | "create"
                | "make"
                | "keep"
                | "maintain"
                | "strengthen"
                | "deepen"
                | "promote"
                | "improve"
                | "work"
        );
        let deeper = if vague {
            Slots::default()
        } else {
            Slots::of_verb(g, inner)
        };
        if slots.objects.is_empty() {
            slots.objects.extend(deeper.objects.iter().copied());
            slots.indirects.extend(deeper.indirects.iter().copied());
        }
        slots.preps.extend(deeper.preps.iter().copied());
        for &o in &deeper.objects {
            slots.add_preps(g, o);
        }
        let told = self.sense_of(inner);
        let hostile = told.and_then(|s| s.plover).is_some_and(plover::is_hostile);
        let mut sense = sense.clone();
        if hostile
            && sense.plover == Some(Plover::Agree)
            && matches!(key, "vow" | "swear" | "pledge" | "promise")
        {
            sense.plover = Some(Plover::Threaten);
        }
        let real = status::of_verb(g, v);
        let real = if g.upos(v) == Upos::Adj && real == Real::Open {
            Real::Is(Status::Past)
        } else {
            real
        };
        let mut real = real;
        // One row is enough: a refused meeting is a meeting that is denied, a threatened attack is a threat.
        let concrete = told.is_some_and(|s| !matches!(s.kind, EventType::Other | EventType::Statement));
        let swallows = match sense.plover {
            Some(Plover::Agree) => !concrete,
            _ => true,
        };
        if sense.plover == Some(Plover::Reject) && real == Real::Is(Status::Past) {
            if let Some(told) = told.filter(|_| concrete) {
                sense.kind = told.kind;
            }
            real = Real::Is(Status::Denied);
        }
        let done = self.emit(Found {
            sense: &sense,
            carriers: vec![v],
            words: vec![v],
            slots,
            real,
            object: None,
            noun: false,
        });
        if done && swallows {
            self.take(inner);
        }
        done
    }

    /// What the verb `v` would tell by itself, for its governor.
    fn sense_of(&self, v: usize) -> Option<&'static Sense> {
        let g = self.g;
        let lemma = g.lemma(v);
        let objects = Slots::of_verb(g, v).objects;
        for pair in lexicon().pairs(lemma) {
            if pair.preps.is_empty() && objects.iter().any(|&o| pair.fits(&noun::keys(g, o))) {
                return lexicon().sense(pair);
            }
        }
        lexicon().verb(lemma).next()
    }

    /// "The minister said Peru must pay": a demand on Peru.
    fn read_must(&mut self, v: usize, slots: &Slots) {
        use Deprel as D;
        let g = self.g;
        if g.rel(v) != D::Ccomp || !g.kids_by(v, &[D::Aux]).any(|k| g.is_word(k, &["must"])) || slots.passive
        {
            return;
        }
        let Some(say) = g.head(v).filter(|&h| g.is_verb(h)) else {
            return;
        };
        if !matches!(
            g.lemma(say),
            "say" | "tell" | "insist" | "declare" | "stress" | "state"
        ) {
            return;
        }
        let Some(sense) = lexicon().verb("demand").next() else {
            return;
        };
        let speakers = Slots::of_verb(g, say).subjects;
        let targets: Vec<Party> = slots
            .subjects
            .iter()
            .flat_map(|&k| self.cast.parties(g, k))
            .collect();
        let named = targets.iter().all(|p| p.who.local.is_some() && p.kind.is_some()) && !targets.is_empty();
        if !named {
            return;
        }
        self.emit(Found {
            sense,
            carriers: vec![say],
            words: vec![say],
            slots: Slots {
                subjects: speakers,
                objects: slots.subjects.clone(),
                ..Slots::default()
            },
            real: status::of_verb(g, say),
            object: None,
            noun: false,
        });
    }

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
        // An infinitive or clause can stand where the frame wants a person: "demanded that Peru pay".
        if !noun && slots.objects.is_empty() {
            let clause = g
                .kids_by(anchor, &[Deprel::Ccomp])
                .find(|&k| k > anchor)
                .filter(|_| sense.plover.is_some_and(plover::is_verbal));
            if let Some(c) = clause {
                slots
                    .objects
                    .extend(g.kids_by(c, &[Deprel::Nsubj, Deprel::NsubjPass]));
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
        let weapon = sources.iter().any(|p| p.weapon);
        let is_vehicle = |p: &Party| lexicon().is(Word::Vehicle, g.lemma(p.head));
        if sense.needs.vehicle
            && !slots
                .subjects
                .iter()
                .any(|&s| is_vehicle(&self.cast.party(g, s, 0)))
            || sense.needs.no_object && !slots.objects.is_empty()
        {
            return false;
        }
        sources.retain(|p| p.acts);
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
                    if lexicon().is(Word::Crowd, g.lemma(p.head)) && !violent(sense.kind) {
                        continue;
                    }
                    let counted = g.upos(p.head) == Upos::Num && matches!(slot, Slot::Object | Slot::Subject);
                    if p.acts
                        || p.place
                        || counted && matches!(sense.kind, EventType::Attack | EventType::Death)
                    {
                        targets.push(p);
                    } else if let Some((who, owner)) = p.owner.filter(|_| verbal || slot != Slot::Object) {
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
        targets.retain(|t| !sources.iter().any(|s| s.who == t.who || s.head == t.head));
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
        if symmetric(sense.kind, root) && targets.is_empty() && sources.len() > 1 {
            targets = sources.split_off(1);
        }
        if real == Real::Unreal {
            // The words are understood, and they tell of nothing that happens.
            return true;
        }
        let time = self.times.pick(g, &carriers, |w| {
            !carriers.contains(&w) && g.is_noun(w) && noun::names_event(g, w)
        });
        let mut time = time.or_else(|| {
            let n = carriers.first().copied().filter(|_| noun)?;
            self.times.behind(g, n, noun::reach(g, n))
        });
        let mut when = time.and_then(|t| self.times.when(t)).cloned();
        // What has happened is not ahead: the date was misread or belongs to something else.
        let ahead = when
            .as_ref()
            .zip(self.today)
            .is_some_and(|(w, day)| side(w, day) == Some(Side::After));
        let sure = !noun
            || matches!(
                sense.kind,
                EventType::Disaster
                    | EventType::Accident
                    | EventType::Attack
                    | EventType::Death
                    | EventType::Arrest
            );
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
            let whose = !matches!(
                sense.kind,
                EventType::Meeting | EventType::Talks | EventType::Call
            );
            named && (whose || !sources.is_empty()) || sense.needs.alone && told
        } else {
            match sense.kind {
                EventType::Statement | EventType::Other => {
                    named && acting_source && !sources.is_empty() && (!targets.is_empty() || !told_to)
                }
                EventType::Agreement => named,
                EventType::Signing => {
                    named || object.is_some_and(|o| g.kids_by(o, &[Deprel::Nummod]).next().is_some())
                }
                EventType::Construction | EventType::Opening => object.is_some() && (named || told),
                EventType::Anniversary => named || when.is_some(),
                EventType::Protest | EventType::Strike => named || acting_source || sense.needs.alone && told,
                _ => {
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
        let event = EventMention {
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
                    .filter(|&o| !targets.iter().any(|t| t.head == o && t.acts) && !noun::is_act(g, o))
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
        Some(match (real, at) {
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
                    .kids_by(anchor, &[Deprel::Advmod, Deprel::Obl, Deprel::OblUnmarked])
                    .any(|k| {
                        g.is_word(
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
                            .kids_by(k, &[Deprel::Det])
                            .any(|d| g.is_word(d, &["every", "each"]))
                    });
                if habit {
                    return None;
                }
                if present {
                    (Status::UnderWay, false)
                } else {
                    (Status::Past, true)
                }
            }
            (Real::Unreal, _) => return None,
        })
    }

    fn place(&self, sense: &Sense, slots: &Slots, targets: &[Party]) -> Option<EventParticipant> {
        let g = self.g;
        for &(p, head) in &slots.preps {
            if !matches!(p, "in" | "at" | "near" | "outside") || self.times.holds(g, head) {
                continue;
            }
            if let Some(m) = self.cast.mention(head).filter(|m| m.kind == MentionKind::Place) {
                return Some(EventParticipant {
                    span: m.span,
                    local: m.local,
                });
            }
            // "at a hotel in Lima": the town is the place that has a name.
            let inner = g
                .kids_by(head, &[Deprel::Nmod, Deprel::Appos, Deprel::Flat])
                .filter(|&k| !matches!(g.case(k), Some("of" | "from" | "for" | "with" | "by" | "about")))
                .find_map(|k| self.cast.mention(k).filter(|m| m.kind == MentionKind::Place));
            if let Some(m) = inner {
                return Some(EventParticipant {
                    span: m.span,
                    local: m.local,
                });
            }
        }
        // One visits, attacks or floods a place.
        let into = matches!(
            sense.kind,
            EventType::Visit | EventType::Attack | EventType::Disaster | EventType::Accident
        );
        targets
            .iter()
            .filter(|_| into)
            .find(|p| p.kind == Some(MentionKind::Place) && self.cast_has_place(p))
            .map(|p| p.who)
    }

    fn cast_has_place(&self, p: &Party) -> bool {
        p.who.local.is_some()
    }

    /// What is built or opened: the words behind "construction of".
    fn about(&self, kind: EventType, slots: &Slots) -> Option<Span> {
        if !matches!(kind, EventType::Construction | EventType::Opening) {
            return None;
        }
        let g = self.g;
        let head = slots
            .preps
            .iter()
            .find(|(p, h)| matches!(*p, "of" | "on" | "for") && !self.times.holds(g, *h))
            .map(|&(_, h)| h)?;
        Some(g.phrase(head))
    }

    /// The words of the predicate: neighbours together, else the noun that tells most.
    fn predicate(&self, words: &[usize]) -> Span {
        let g = self.g;
        let (Some(&low), Some(&high)) = (words.iter().min(), words.iter().max()) else {
            return g.sentence;
        };
        if high - low <= 5 {
            return g.cover(&[low, high]);
        }
        g.phrase(words.last().copied().unwrap_or(low))
    }

    fn object_span(&self, o: usize) -> Span {
        use Deprel as D;
        let g = self.g;
        let mut span = g.phrase(o);
        // "agreement on fisheries", "planning of the line": one phrase more belongs to what it is about.
        if let Some(k) = g
            .kids_by(o, &[D::Nmod])
            .find(|&k| matches!(g.case(k), Some("of" | "on" | "for" | "between")) && !self.times.holds(g, k))
        {
            span = span.cover(g.phrase(k));
        }
        span
    }

    /// The clause that tells the event.
    fn clause(&self, anchor: usize) -> Span {
        use Deprel as D;
        let g = self.g;
        if g.sentence.len() <= 320 {
            return g.sentence;
        }
        let mut top = anchor;
        for _ in 0..super::graph::CLIMB {
            if g.is_verb(top) && matches!(g.rel(top), D::Root | D::Ccomp | D::Parataxis | D::AclRelcl)
                || g.is_verb(top)
                    && g.rel(top) == D::Conj
                    && g.kids_by(top, &[D::Nsubj, D::NsubjPass]).next().is_some()
            {
                break;
            }
            match g.head(top) {
                Some(h) => top = h,
                None => break,
            }
        }
        if g.rel(top) == D::Root {
            return g.sentence;
        }
        let mut span = g.tokens.span(top);
        let mut stack = vec![top];
        let mut seen = 0;
        while let Some(k) = stack.pop() {
            seen += 1;
            span = span.cover(g.tokens.span(k));
            if seen < 200 {
                stack.extend(g.kids(k));
            }
        }
        span
    }
}

impl Real {
    /// The noun beside a verb may settle more: "signed no agreement", "will hold possible talks".
    fn or_noun(self, g: &Graph, n: usize) -> Self {
        let none = g
            .kids_by(n, &[Deprel::Det])
            .any(|k| g.is_word(k, &["no", "neither"]));
        if none { Self::Is(Status::Denied) } else { self }
    }
}

/// Whether a number stands for people: "killed 48".
fn counts(g: &Graph, parties: &[Party]) -> bool {
    parties.iter().any(|p| g.upos(p.head) == Upos::Num)
}

/// Events that all who take part do together.
fn symmetric(kind: EventType, root: Option<Plover>) -> bool {
    matches!(
        kind,
        EventType::Meeting
            | EventType::Talks
            | EventType::Call
            | EventType::Signing
            | EventType::Agreement
            | EventType::Clash
            | EventType::Deal
    ) || matches!(root, Some(Plover::Cooperate | Plover::Agree))
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

/// Events that befall crowds as well as persons.
fn violent(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Attack | EventType::Death | EventType::Arrest | EventType::Accident | EventType::Disaster
    )
}
