//! Status from the words and the date together.

use dossier_model::{Deprel, EventType, Status, When};
use jiff::civil::Date;

use super::reader::Reader;
use super::slots::looks_past;
use super::status::Real;
use super::types::{self, Trait};
use super::when::{Side, side};

dossier_world::words!(HABITS = "event/habits.txt");

impl Reader<'_> {
    /// Status from the words and the date; `None` where it is no event to tell. The flag says that nothing
    /// settled it.
    pub fn settle(
        &self,
        real: Real,
        when: Option<&When>,
        anchor: usize,
        (kind, noun): (EventType, bool),
    ) -> Option<(Status, bool)> {
        let at = when.zip(self.today).and_then(|(w, day)| side(w, day));
        // A day ahead of the publisher's clock it is today elsewhere.
        let is_today = when.zip(self.today).is_some_and(|(w, day)| is_next_day(w, day));
        Some(match (real, at) {
            (Real::Is(Status::Past), Some(Side::After)) if is_today => (Status::Past, false),
            (Real::Is(Status::Past), Some(Side::After)) => (Status::Planned, false),
            (Real::Is(Status::Planned), Some(Side::Before)) => (Status::Hypothetical, false),
            // "A video of an officer shooting a man in May": a participle goes with its date.
            (Real::Is(Status::UnderWay), Some(Side::Before)) => (Status::Past, false),
            (Real::Is(Status::UnderWay), Some(Side::After)) => (Status::Planned, false),
            (Real::Is(s), _) => (s, false),
            (Real::Open, Some(Side::After)) => (Status::Planned, false),
            (Real::Open, Some(Side::Before)) => (Status::Past, false),
            (Real::Open, _) if noun => (Status::Past, true),
            (Real::Open, _) if self.terse => (Status::Past, false),
            (Real::Open, _) => return self.settle_present(kind, anchor),
            (Real::Unreal, _) => return None,
        })
    }
}

impl Reader<'_> {
    /// A verb without a sign of its time: the simple present of the body is habit or comment, that of a first
    /// sentence tells news, and "is charged" tells what has been done.
    fn settle_present(&self, kind: EventType, anchor: usize) -> Option<(Status, bool)> {
        let g = self.g;
        let is_habit = |k: usize| {
            g.is_in(k, &HABITS)
                || g.children_by(k, &[Deprel::Det])
                    .any(|d| g.is(d, &["every", "each"]))
        };
        if g.children_by(anchor, &[Deprel::Advmod, Deprel::Obl, Deprel::OblUnmarked])
            .any(is_habit)
        {
            return None;
        }
        let present = g.is_verb(anchor) && !looks_past(g, anchor);
        if present {
            // "Norway supports Peru's plan" below a headline is what it thinks, not what it did.
            let is_opinion = self.opens && kind == EventType::Statement;
            return (self.lead && !is_opinion).then_some((Status::Past, false));
        }
        let is_infinitive = g
            .children_by(anchor, &[Deprel::Mark, Deprel::Aux])
            .any(|k| g.is(k, &["to"]));
        let is_present_passive = g
            .children_by(anchor, &[Deprel::AuxPass, Deprel::Aux])
            .any(|k| g.is(k, &["is", "are", "'s", "’s", "'re", "’re"]));
        if is_infinitive {
            // "a law that allows people to be arrested": nobody is said to be.
            None
        } else if is_present_passive
            && !types::is(kind, Trait::AtOnce)
            && kind != EventType::Trial
            && !self.lead
        {
            None
        } else {
            Some((Status::Past, true))
        }
    }
}

/// Whether an interval begins on the day after `day`.
pub(super) fn is_next_day(when: &When, day: Date) -> bool {
    when.from.is_some_and(|from| (from - day).get_days() == 1)
}
