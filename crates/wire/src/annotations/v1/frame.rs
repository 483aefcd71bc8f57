//! Predicates with their arguments.

use dossier_model::{ArgumentForm, ArgumentRole};
use serde::{Deserialize, Serialize};

use super::Pair;
use crate::{Named, Str};

/// A word that says that something happens or is so, with those who take part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Predicate<'a> {
    /// The word.
    pub span: Pair,
    /// Its place in `tokens`.
    pub token: u32,
    /// PropBank's sense where it is known ("strike.01"), else the dictionary form.
    pub sense: Str<'a>,
    /// How sure it is that the word is a predicate, from 0 to 1.
    pub confidence: f32,
    /// In text order.
    pub arguments: Vec<Argument>,
}

/// One argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Argument {
    /// All its words.
    pub span: Pair,
    /// Place of its head in `tokens`.
    pub head: u32,
    /// What it is to the predicate, in PropBank's scheme.
    pub role: Named<ArgumentRole>,
    /// Whether it is told by its own words, by a pronoun of a relative clause, or a second part of another.
    pub form: Named<ArgumentForm>,
    /// How sure the role is, from 0 to 1.
    pub confidence: f32,
}
