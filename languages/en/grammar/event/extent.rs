//! Which words an event mention covers: its predicate, object, clause and place.

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, EventParticipant, EventType, MentionKind, Span};

use super::lexicon::Sense;
use super::party::Party;
use super::reader::Reader;
use super::slots::Slots;
use super::types::{self, Trait};

impl Reader<'_> {
    pub fn place(&self, sense: &Sense, slots: &Slots, targets: &[Party]) -> Option<EventParticipant> {
        let g = self.g;
        for &(p, head) in &slots.preps {
            if !matches!(p, "in" | "at" | "near" | "outside" | "off") || self.times.holds(g, head) {
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
                .children_by(head, &[Deprel::Nmod, Deprel::Appos, Deprel::Flat])
                .filter(|&k| {
                    !matches!(
                        preposition_of(g, k),
                        Some("of" | "from" | "for" | "with" | "by" | "about")
                    )
                })
                .find_map(|k| self.cast.mention(k).filter(|m| m.kind == MentionKind::Place));
            if let Some(m) = inner {
                return Some(EventParticipant {
                    span: m.span,
                    local: m.local,
                });
            }
        }
        // "Lima subway trains collide": whose they are tells where.
        if types::is(sense.kind, Trait::Befalls) {
            let tied = targets
                .iter()
                .filter(|p| p.kind != Some(MentionKind::Person))
                .flat_map(|p| g.below(p.head, &[Deprel::Compound, Deprel::NmodPoss, Deprel::Nmod]))
                .filter_map(|k| self.cast.mention(k))
                .find(|m| m.kind == MentionKind::Place && m.form.is_name());
            if let Some(m) = tied {
                return Some(EventParticipant {
                    span: m.span,
                    local: m.local,
                });
            }
        }
        // One visits, attacks or floods a place.
        let into = types::is(sense.kind, Trait::Into);
        let places = targets
            .iter()
            .filter(|p| p.kind == Some(MentionKind::Place))
            .count();
        if places > 1 && sense.kind != EventType::Visit {
            return None;
        }
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
    pub fn about(&self, kind: EventType, slots: &Slots) -> Option<Span> {
        if !types::is(kind, Trait::Made) {
            return None;
        }
        let g = self.g;
        let head = slots
            .preps
            .iter()
            .find(|(p, h)| matches!(*p, "of" | "on" | "for") && !self.times.holds(g, *h))
            .map(|&(_, h)| h)?;
        Some(g.noun_phrase(head))
    }

    /// The words of the predicate: neighbours together, else the noun that tells most.
    pub fn predicate(&self, words: &[usize]) -> Span {
        let g = self.g;
        let (Some(&low), Some(&high)) = (words.iter().min(), words.iter().max()) else {
            return g.text_span;
        };
        if high - low <= 5 {
            return g.cover(low, high + 1);
        }
        g.noun_phrase(words.last().copied().unwrap_or(low))
    }

    pub fn object_span(&self, o: usize) -> Span {
        use Deprel as D;
        let g = self.g;
        let mut span = g.noun_phrase(o);
        // "agreement on fisheries", "planning of the line": one phrase more belongs to what it is about.
        if let Some(k) = g.children_by(o, &[D::Nmod]).find(|&k| {
            matches!(preposition_of(g, k), Some("of" | "on" | "for" | "between" | "by"))
                && !self.times.holds(g, k)
        }) {
            span = span.cover(g.noun_phrase(k));
        }
        span
    }

    /// The clause that tells the event.
    pub fn clause(&self, anchor: usize) -> Span {
        use Deprel as D;
        let g = self.g;
        if g.text_span.len() <= 320 {
            return g.text_span;
        }
        let mut top = anchor;
        for _ in 0..dossier_annotate::view::CLIMB {
            if g.is_verb(top) && matches!(g.deprel(top), D::Root | D::Ccomp | D::Parataxis | D::AclRelcl)
                || g.is_verb(top)
                    && g.deprel(top) == D::Conj
                    && g.children_by(top, &[D::Nsubj, D::NsubjPass]).next().is_some()
            {
                break;
            }
            match g.head(top) {
                Some(h) => top = h,
                None => break,
            }
        }
        if g.deprel(top) == D::Root {
            return g.text_span;
        }
        let mut span = g.span(top);
        let mut stack = vec![top];
        let mut seen = 0;
        while let Some(k) = stack.pop() {
            seen += 1;
            span = span.cover(g.span(k));
            if seen < 200 {
                stack.extend(g.children(k));
            }
        }
        span
    }
}
