//! What the articles themselves tell of several times: it singles out no event.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{EventType, When};

use super::clues::Clue;
use super::telling::{Telling, family};
use crate::interval;

/// Days that a time may last which names one occasion.
const MOST_DAYS: i32 = 32;

/// Parties, places and words that the tellings of a kind give times of which exclude each other: where a country tests missiles in
/// March and in May, "the country" and "missile" do not say which test is meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Repeated(BTreeMap<EventType, Shared>);

/// What tellings of one kind share without being of one event.
#[derive(Debug, Clone, Default)]
struct Shared {
    parties: BTreeSet<usize>,
    places: BTreeSet<usize>,
    words: BTreeSet<String>,
}

impl Repeated {
    /// Reads them from all tellings of a story.
    pub fn read(tellings: &[Telling<'_>]) -> Self {
        let mut first: BTreeMap<(EventType, Clue), &When> = BTreeMap::new();
        let mut out = Self::default();
        for t in tellings {
            let Some(when) = t.mention.when.as_ref().filter(|w| interval::within(w, MOST_DAYS)) else {
                continue;
            };
            let kind = family(t.mention.kind);
            let parties = t.acting.iter().chain(&t.acted_on).map(|&r| Clue::Party(r));
            let words = t.object.iter().cloned().map(Clue::Word);
            for clue in parties.chain(words).chain(t.place.map(Clue::Place)) {
                let known = first.entry((kind, clue.clone())).or_insert(when);
                if !interval::overlap(known, when) {
                    out.0.entry(kind).or_default().add(clue);
                }
            }
        }
        out
    }

    fn of(&self, kind: EventType) -> Option<&Shared> {
        self.0.get(&family(kind))
    }

    /// Whether a party of tellings of a kind is one.
    pub fn has_party(&self, kind: EventType, row: usize) -> bool {
        self.of(kind).is_some_and(|s| s.parties.contains(&row))
    }

    /// Whether a place of tellings of a kind is one.
    pub fn has_place(&self, kind: EventType, row: usize) -> bool {
        self.of(kind).is_some_and(|s| s.places.contains(&row))
    }

    /// Whether a word of what tellings of a kind are about is one.
    pub fn has_word(&self, kind: EventType, word: &str) -> bool {
        self.of(kind).is_some_and(|s| s.words.contains(word))
    }
}

impl Shared {
    fn add(&mut self, clue: Clue) {
        match clue {
            Clue::Party(row) => self.parties.insert(row),
            Clue::Place(row) => self.places.insert(row),
            Clue::Word(word) => self.words.insert(word),
            Clue::Day(_) | Clue::Partial(_) => false,
        };
    }
}
