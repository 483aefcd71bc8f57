//! From the words of one sentence to its events.

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, MentionKind, Status, Upos};

use super::event_noun;
use super::lexicon::{Pair, Slot, Word, lexicon};
use super::noun;
use super::reader::{Found, Reader};
use super::slots::{Slots, looks_past, preposition};
use super::status::{self, Real};
use super::types::{self, Trait};
use dossier_annotate::Sentence;

impl Reader<'_> {
    /// Reads all words of the sentence.
    pub fn read(&mut self) {
        for i in self.g.range.clone() {
            match self.g.upos(i) {
                // "The ruling": a noun that the tagger took for a verb.
                Upos::Verb if self.g.children_by(i, &[Deprel::Det]).any(|k| k < i) => {}
                Upos::Verb if !self.is_taken(i) && !self.is_in_title(i) => self.read_verb(i),
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

    /// Whether a verb is printed with a capital in running text: part of a title, "Meet the Neighbours".
    fn is_in_title(&self, v: usize) -> bool {
        let g = self.g;
        let opens = v == g.range.start || g.is(v - 1, &[":", "-", "–", "—", ")"]);
        !self.terse
            && !opens
            && g.word(v).starts_with(char::is_uppercase)
            && !g.word(v).chars().all(char::is_uppercase)
    }

    fn read_verb(&mut self, v: usize) {
        let g = self.g;
        let mut slots = Slots::of_verb(g, v);
        let lemma = g.lemma(v);
        if self.terse && is_headline_passive(g, v, &slots) {
            slots.turn_passive();
        }
        // "accompanied by Ana Ruiz, the minister; Bo Lind, the envoy; and others": each part names one more.
        if lemma == "accompany" && slots.passive {
            let more = (v + 1..g.range.end)
                .filter(|&k| g.is(k - 1, &[";"]) && self.cast.mention(k).is_some())
                .take(40);
            slots.subjects.extend(more);
        }
        let particle = g
            .children_by(v, &[Deprel::CompoundPrt, Deprel::Advmod])
            .find(|&k| k > v && k <= v + 4 && lexicon().is(Word::Particle, &g.word(k).to_lowercase()));
        let phrasal = particle.map(|p| format!("{lemma}_{}", g.word(p).to_lowercase()));
        let is_known = |key: &str| lexicon().verb(key).next().is_some() || !lexicon().pairs(key).is_empty();
        if let Some(p) = particle.filter(|_| !phrasal.as_deref().is_some_and(is_known)) {
            self.place_behind(p, &mut slots);
        }
        let mut words = vec![v];
        words.extend(particle);
        let objects: Vec<(usize, Vec<String>)> = slots
            .objects
            .iter()
            .flat_map(|&o| g.conjuncts(o))
            .map(|o| (o, event_noun::keys(g, o)))
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
                let fits = preposition_of(g, h).is_some_and(|c| pair.preps.contains(&c));
                if fits && (pair.nouns.contains(&"*") || pair.fits(&event_noun::keys(g, h))) {
                    candidates.push(h);
                }
            }
            if pair.nouns.contains(&"0") {
                let particle = words
                    .get(1)
                    .is_some_and(|&p| pair.preps.iter().any(|w| g.is(p, &[w])));
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
            let told_by_noun =
                slots.passive && pair.preps.is_empty() && o < v && types::is(sense.kind, Trait::ByNoun);
            if told_by_noun || event_noun::is_odd(g, o, sense) || self.is_naming(v, o) {
                continue;
            }
            let mut all = slots.clone();
            for c in g.conjuncts(g.first_conjunct(o)) {
                all.add_preps(g, c);
            }
            if pair.preps.is_empty() {
                // What is bought, lifted or held is the object; whose it is may be the target.
                let whose: Vec<usize> = g
                    .children_by(o, &[Deprel::NmodPoss, Deprel::Amod, Deprel::Compound])
                    .filter(|&k| self.is_owner(k))
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
}

impl Reader<'_> {
    /// "Sank off Cebu": the place behind what the tree takes for a particle is no object.
    fn place_behind(&self, particle: usize, slots: &mut Slots) {
        let g = self.g;
        let Some(p) = preposition(g.word(particle)) else {
            return;
        };
        let is_behind = |o: usize| {
            let named = self.cast.mention(o).is_some_and(|m| m.kind == MentionKind::Place);
            named && g.inside(g.noun_phrase(o)).start == particle + 1
        };
        if let Some(at) = slots.objects.iter().position(|&o| is_behind(o)) {
            let place = slots.objects.remove(at);
            slots.preps.push((p, place));
        }
    }

    /// Whether the name `k` in front of a noun says whose it is: a possessor, or a country.
    fn is_owner(&self, k: usize) -> bool {
        let Some(m) = self.cast.mention(k).filter(|m| m.local.is_some()) else {
            return false;
        };
        self.g.deprel(k) == Deprel::NmodPoss || self.cast.is_country(m.local)
    }

    /// "Called Sunday's vote crazy": to call something is to name it.
    fn is_naming(&self, v: usize, o: usize) -> bool {
        let g = self.g;
        let behind = g.inside(g.noun_phrase(o)).end;
        let is_quoted = g.range.contains(&behind) && g.is(behind, &["\"", "“", "``", "‘"]);
        let mut named = g.children_by(v, &[Deprel::Xcomp, Deprel::Obj, Deprel::Ccomp]);
        g.lemma(v) == "call" && (is_quoted || named.any(|k| k != o && k > v))
    }
}

/// Whether a verb of a headline is a participle without its auxiliary: "Two men charged", "Embassy bombed by rebels".
/// Headlines tell in the present, so a past form that lacks the object which its sense wants is one.
fn is_headline_passive(g: &Sentence, v: usize, slots: &Slots) -> bool {
    !slots.passive
        && slots.objects.is_empty()
        && slots.subjects.len() == 1
        && g.word(v) != g.lemma(v)
        && looks_past(g, v)
        && g.children_by(v, &[Deprel::Aux, Deprel::Ccomp, Deprel::Xcomp])
            .next()
            .is_none()
        && lexicon()
            .verb(g.lemma(v))
            .next()
            .is_some_and(|s| s.frame.targets.first() == Some(&Slot::Object) && !s.needs.no_object)
}

impl Real {
    /// The noun beside a verb may settle more: "signed no agreement", "will hold possible talks".
    fn or_noun(self, g: &Sentence, n: usize) -> Self {
        let none = g
            .children_by(n, &[Deprel::Det])
            .any(|k| g.is(k, &["no", "neither"]));
        if none { Self::Is(Status::Denied) } else { self }
    }
}
