//! Which rows a telling could join, without asking all of them.
//!
//! Two tellings of one event share a party, a place, a word of what it is about, or the day. Rows are kept under each
//! of these, so that a telling is compared only with those it has something in common with, the rarest first.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::EventType;
use jiff::civil::Date;

/// Rows that one telling is compared with at most.
const MOST_CANDIDATES: usize = 160;

/// What two tellings of one event can have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clue {
    /// Who acts or is acted upon.
    Party(usize),
    /// Where, or a place around it.
    Place(usize),
    /// What it is about.
    Word(String),
    /// The first day.
    Day(Date),
    /// A month or a day of unknown year, by its TIMEX3 value.
    Partial(String),
}

/// Rows by kind and clue.
#[derive(Debug, Clone, Default)]
pub(super) struct Clues {
    rows: BTreeMap<EventType, BTreeMap<Clue, Vec<usize>>>,
}

impl Clues {
    /// Keeps the row `group` under a clue that it is not under yet.
    pub fn add(&mut self, kind: EventType, clue: Clue, group: usize) {
        self.rows
            .entry(kind)
            .or_default()
            .entry(clue)
            .or_default()
            .push(group);
    }

    /// Keeps the row `group` under a clue, once.
    pub fn add_once(&mut self, kind: EventType, clue: Clue, group: usize) {
        let list = self.rows.entry(kind).or_default().entry(clue).or_default();
        if list.last() != Some(&group) {
            list.push(group);
        }
    }

    /// The rows that share a clue, in order.
    pub fn candidates(&self, kind: EventType, clues: impl Iterator<Item = Clue>) -> Vec<usize> {
        let Some(of_kind) = self.rows.get(&kind) else {
            return Vec::new();
        };
        let mut lists: Vec<&Vec<usize>> = clues.filter_map(|c| of_kind.get(&c)).collect();
        lists.sort_by_key(|l| l.len());
        let mut out = BTreeSet::new();
        for list in lists {
            for &group in list.iter().rev() {
                if out.len() >= MOST_CANDIDATES {
                    return out.into_iter().collect();
                }
                out.insert(group);
            }
        }
        out.into_iter().collect()
    }
}
