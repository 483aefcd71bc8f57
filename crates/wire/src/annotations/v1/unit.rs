//! What a number counts or measures, in codes.

use serde::{Deserialize, Serialize};

use crate::{Named, Str, number};

/// What a number counts or measures, and by what, where it is a rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unit<'a> {
    /// What is counted or measured.
    pub base: Base<'a>,
    /// By what.
    pub per: Option<Per<'a>>,
}

/// What is counted or measured, without a rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Base<'a> {
    /// What kind of unit it is.
    pub kind: Named<UnitKind>,
    /// Of `currency` its code of ISO 4217, of `measure` and `age` that of UCUM, of `money` the name that several
    /// currencies share, of `point` `percentage` or `basis`, of `count` the noun; else null.
    pub code: Option<Str<'a>>,
}

/// What a rate is by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Per<'a> {
    /// How many of it, where not one.
    #[serde(serialize_with = "number::write_optional")]
    pub many: Option<f64>,
    /// What.
    pub of: Option<Base<'a>>,
}

/// Kinds of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// Money of one currency.
    Currency,
    /// Money of a name that several currencies share.
    Money,
    /// A unit of measure.
    Measure,
    /// Parts of a hundred.
    Percent,
    /// A difference of two shares.
    Point,
    /// A multiple.
    Times,
    /// An age.
    Age,
    /// A noun that is counted.
    Count,
}
