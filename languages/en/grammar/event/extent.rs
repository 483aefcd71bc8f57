//! Which words an event mention covers: its predicate, object, clause and place.

use dossier_model::{Deprel, EventParticipant, EventType, MentionKind, Span};

use super::lexicon::Sense;
use super::party::Party;
use super::read::Reader;
use super::slots::Slots;
use super::types::{self, Trait};

impl Reader<'_> {
    pub fn place(&self, sense: &Sense, slots: &Slots, targets: &[Party]) -> Option<EventParticipant> {
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
        // "Lima subway trains collide": whose they are tells where.
        if types::is(sense.kind, Trait::Befalls) {
            let tied = targets
                .iter()
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
        Some(g.phrase(head))
    }

    /// The words of the predicate: neighbours together, else the noun that tells most.
    pub fn predicate(&self, words: &[usize]) -> Span {
        let g = self.g;
        let (Some(&low), Some(&high)) = (words.iter().min(), words.iter().max()) else {
            return g.sentence;
        };
        if high - low <= 5 {
            return g.cover(&[low, high]);
        }
        g.phrase(words.last().copied().unwrap_or(low))
    }

    pub fn object_span(&self, o: usize) -> Span {
        use Deprel as D;
        let g = self.g;
        let mut span = g.phrase(o);
        // "agreement on fisheries", "planning of the line": one phrase more belongs to what it is about.
        if let Some(k) = g.kids_by(o, &[D::Nmod]).find(|&k| {
            matches!(g.case(k), Some("of" | "on" | "for" | "between" | "by")) && !self.times.holds(g, k)
        }) {
            span = span.cover(g.phrase(k));
        }
        span
    }

    /// The clause that tells the event.
    pub fn clause(&self, anchor: usize) -> Span {
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
