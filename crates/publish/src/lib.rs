//! Writes what was found: the record and its pages. Decides no fact.
//!
//! [`json`] is the record, the public contract; [`findings`] is what single articles say, one JSON line each.
//! Everything else is a view for somebody: a person at a desk, a spreadsheet, a calendar.
//!
//! Views show as facts the rows that are sure enough ([`dossier_model::Confidence::FACT`], or as the user says), and the
//! rest apart, as read with less certainty; the record holds all of them with their number.
//!
//! The domain types know no wire format: the structs that do are those of `dossier-wire`. Uses `model`, `world` and `wire`,
//! and reads no article.

#![expect(clippy::too_many_lines, reason = "some are still to be taken apart")]

mod clean;
mod country;
mod file_name;
mod label;
mod plain;
mod split;
mod tally;

pub mod calendar;
pub mod csv;
pub mod findings;
pub mod html;
pub mod json;
pub mod markdown;
#[cfg(feature = "parquet")]
pub mod parquet;
#[cfg(feature = "sqlite")]
pub mod sqlite;
pub mod unit;

pub use file_name::is_table;
pub use plain::layers_read;
