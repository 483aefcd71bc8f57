//! One row for one person, organisation or place over all spellings.
//!
//! Names are joined inside each article by the reader; here the referents of different articles are joined, the surest
//! evidence first: the user's file, countries, full names, then what is left of a name. Every join has its reason.
//! What contradicts keeps two apart: another diacritic, suffix, gender or middle name, a second candidate, an article
//! that has both.

mod body;
mod choice;
mod evidence;
mod link;
mod name;
mod person;
mod referent;
mod role;
mod row;
mod spelling;
#[cfg(test)]
mod tests;
mod why;

use std::collections::HashMap;

use dossier_model::{Entity, LocalId, StoryId};

pub use choice::{Choices, Join, Split, Within};
pub(crate) use referent::one_line;

use crate::scope::Scope;
use link::Links;

/// The entities of a story and whom each article's referents are.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// The rows, in the record's order.
    pub rows: Vec<Entity>,
    places: HashMap<(usize, LocalId), usize>,
    countries: HashMap<String, usize>,
}

impl Entities {
    /// Place of the row that an article's referent belongs to.
    #[must_use]
    pub fn of(&self, doc: usize, local: LocalId) -> Option<usize> {
        self.places.get(&(doc, local)).copied()
    }

    /// Place of a country's row by its ISO code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<usize> {
        self.countries.get(code).copied()
    }

    /// The country that a row itself is.
    #[must_use]
    pub fn is_country(&self, row: usize) -> bool {
        self.rows
            .get(row)
            .and_then(|e| e.country.as_deref())
            .is_some_and(|c| self.country(c) == Some(row))
    }
}

/// Joins the referents of all articles of a story, as the user chose first.
#[must_use]
pub fn join(scope: &Scope<'_>, story: &StoryId, choices: &Choices) -> Entities {
    let referents = referent::gather(scope, &|doc, name| choices.side(scope, story, doc, name));
    let sides = referents.iter().map(|b| choices.sides(scope, story, b)).collect();
    let mut links = Links::new(&referents, sides);
    choices.join(scope, story, &mut links);
    body::join_countries(&mut links);
    person::join(&mut links);
    body::join(&mut links);
    let groups = links.groups();
    row::build(scope, &referents, groups, choices)
}
