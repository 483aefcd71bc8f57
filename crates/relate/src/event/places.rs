//! Which place lies in which, as the articles themselves say it: "in Karsholm, northern Velm".

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{MentionKind, RelationKind};

use crate::entity::Entities;
use crate::scope::Scope;

/// Steps from a place to the ones around it.
const DEPTH: usize = 3;

/// The places of a story with those around them.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    around: BTreeMap<usize, BTreeSet<usize>>,
    countries: BTreeSet<usize>,
}

impl Places {
    /// Reads the places of all articles.
    pub fn read(scope: &Scope<'_>, entities: &Entities) -> Self {
        let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (doc, read) in scope.docs.iter().enumerate() {
            let notes = &read.notes;
            let row = |mention: u32| entities.of(doc, notes.mentions.get(mention as usize)?.value.local?);
            let inside = (notes.wording.relations.iter()).filter(|r| r.kind == RelationKind::LiesIn);
            for pair in inside.filter_map(|r| Some((row(r.from)?, row(r.to)?))) {
                *votes.entry(pair).or_default() += 1;
            }
        }
        let countries = (0..entities.rows.len()).filter(|&r| entities.is_country(r));
        let mut out = Self {
            countries: countries.collect(),
            ..Self::default()
        };
        for (&(inner, outer), &n) in &votes {
            let other_way = votes.get(&(outer, inner)).copied().unwrap_or(0);
            if n > other_way && may_hold(entities, inner, outer) {
                out.around.entry(inner).or_default().insert(outer);
            }
        }
        for (row, entity) in entities.rows.iter().enumerate() {
            let country = entity.country.as_deref().and_then(|c| entities.country(c));
            if let Some(country) = country.filter(|&c| entity.kind == MentionKind::Place && c != row) {
                out.around.entry(row).or_default().insert(country);
            }
        }
        out
    }

    /// The place and those around it.
    pub fn chain(&self, place: usize) -> BTreeSet<usize> {
        let mut out = BTreeSet::from([place]);
        for _ in 0..DEPTH {
            let next: Vec<usize> = out
                .iter()
                .filter_map(|p| self.around.get(p))
                .flatten()
                .copied()
                .collect();
            out.extend(next);
        }
        out
    }

    /// Whether the place is a country.
    pub fn is_country(&self, place: usize) -> bool {
        self.countries.contains(&place)
    }

    /// Whether `inner` is known to lie in `outer`.
    pub fn is_inside(&self, inner: usize, outer: usize) -> bool {
        inner != outer && self.chain(inner).contains(&outer)
    }

    /// Whether both can be where one event was: the same place, or one in the other.
    pub fn fit(&self, a: usize, b: usize) -> bool {
        a == b || self.is_inside(a, b) || self.is_inside(b, a)
    }
}

fn may_hold(entities: &Entities, inner: usize, outer: usize) -> bool {
    let country = |row: usize| entities.rows[row].country.as_deref();
    inner != outer
        && !entities.is_country(inner)
        && country(inner).zip(country(outer)).is_none_or(|(a, b)| a == b)
}
