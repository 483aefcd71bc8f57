//! General lists: countries, demonyms, titles, agencies, units. No list knows a single story.

pub mod common;
pub mod country;
mod country_table;
pub use dossier_world::fold;
pub mod given_name;
pub(crate) mod hash;
pub mod initials;
pub mod office;
pub mod organization;
pub mod place;
