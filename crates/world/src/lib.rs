//! What is known of the world before anything is read: tables of countries, places, offices, agencies, currencies
//! and units, each a file under `lists/` with a header that says what it holds, where it is from and who uses it.
//!
//! [`currency`] and [`unit`] know units by their codes. [`fold`] gives the form in which names are compared. [`list`]
//! reads such files for every crate: [`words!`] a list of words, [`table!`] rows of columns, [`values!`] what each
//! word means.

pub mod agency;
pub mod country;
pub mod currency;
pub mod fold;
pub mod given_name;
pub mod hash;
pub mod list;
pub mod office;
pub mod organization;
pub mod place;
pub mod unit;

pub use list::{Table, Values, WordList};
