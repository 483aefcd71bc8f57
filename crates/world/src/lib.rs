//! What is known of the world before anything is read: tables of countries, places, offices, agencies, currencies
//! and units, each a file under `lists/` with a header that says what it holds, where it is from and who uses it.
//!
//! [`currency`] and [`unit`] know units by their codes, [`name`] names. [`fold`] gives the form in which names are
//! compared, [`latin`] that of words of several articles. [`list`] reads such files for every crate: [`words!`] a list
//! of words, [`table!`] rows of columns, [`values!`] what each word means.
//!
//! Uses `model` alone and knows no article. Names are English where they are words; names of offices are, too.

pub mod agency;
pub mod country;
pub mod currency;
pub mod fold;
pub mod given_name;
pub mod hash;
pub mod latin;
pub mod list;
pub mod name;
pub mod office;
pub mod organization;
pub mod place;
pub mod unit;

pub use list::{Table, Values, WordList};
