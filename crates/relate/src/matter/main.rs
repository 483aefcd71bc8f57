//! The event that a story is about.

use std::collections::BTreeSet;

use dossier_model::{Event, EventId, Status};

use super::{HEAVIEST, Matter};
use crate::fold;
use crate::scope::Scope;
use crate::words;

/// Share of the weight of a label's words from which an opening tells the event.
const MOST: f64 = 0.7;

impl Matter {
    /// How many origins open with an event, where they are enough to call it news: a third of all, and two of several. An
    /// opening that holds most of the words of its label tells it, too, in whatever clause it does.
    #[must_use]
    pub fn openers(&self, scope: &Scope<'_>, event: &Event) -> Option<usize> {
        let mut openers = self.tellers(event);
        if openers.is_empty() {
            return None;
        }
        let label: BTreeSet<u64> = fold::parts(&event.label).iter().map(|p| words::key(p)).collect();
        let weight = |k: &u64| scope.weights.idf(*k).min(HEAVIEST);
        let all: f64 = label.iter().map(weight).sum();
        let holds = |opening: &BTreeSet<u64>| {
            let held: f64 = label.intersection(opening).map(weight).sum();
            held >= MOST * all
        };
        openers.extend((0..self.origins.len()).filter(|&o| holds(&self.origins[o])));
        let origins = self.origins.len();
        (openers.len() >= origins.div_ceil(3).max(origins.min(2))).then_some(openers.len())
    }

    /// The origins in whose openings a telling of the event was read.
    fn tellers(&self, event: &Event) -> BTreeSet<usize> {
        event.cites.iter().filter_map(|c| self.opener(c)).collect()
    }

    /// The event that the articles open with, two of several origins in words that were read as a telling of it: the one that
    /// most origins open with and whose label says most of what the openings share. An aside of one article leads no story,
    /// however often it is told further down. What is denied or only possible leads none unless there is nothing else, and
    /// what is background leads none.
    #[must_use]
    pub fn main_event(&self, scope: &Scope<'_>, events: &[Event]) -> Option<EventId> {
        let told = self.origins.len().min(2);
        let own = (events.iter().enumerate())
            .filter(|(_, e)| e.background.is_none() && self.tellers(e).len() >= told);
        let fit = own.filter_map(|(place, e)| {
            let is_real = !matches!(e.status, Status::Hypothetical | Status::Denied);
            let share = self.openers(scope, e)? as f64 / self.origins.len().max(1) as f64;
            Some((is_real, share + self.fit_of_line(scope, &e.label), place, e))
        });
        let best = fit.max_by(|(real, a, i, _), (other, b, j, _)| {
            // The record's order is stable: the first of equals.
            real.cmp(other).then(a.total_cmp(b)).then(j.cmp(i))
        });
        best.map(|(_, _, _, e)| e.id.clone())
    }
}
