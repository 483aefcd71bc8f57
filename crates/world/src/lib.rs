//! What is known of the world before anything is read: tables of countries, places, offices, agencies, currencies
//! and units, each a file under `lists/` with a header that says what it holds, where it is from and who uses it.
//!
//! [`currency`] and [`unit`] know units by their codes. [`fold`] gives the form in which names are compared. [`list`]
//! reads such files for every crate: [`words!`] a list of words, [`table!`] rows of columns.

pub mod agency;
pub mod currency;
pub mod fold;
pub mod list;
pub mod unit;

pub use list::{Table, WordList};
