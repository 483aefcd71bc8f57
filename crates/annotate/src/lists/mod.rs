//! General lists: countries, demonyms, titles, agencies, units. No list knows a single story.

pub mod abbreviation;
pub mod country;
mod country_table;
pub mod fold;
