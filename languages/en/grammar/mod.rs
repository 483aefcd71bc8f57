//! How English is read: a folder a finder, a file a rule.

pub mod calendar;
mod clause;
pub mod common;
pub mod event;
pub mod figure;
pub mod frame;
pub mod headline;
mod inflection;
pub mod initials;
pub mod mention;
pub mod number;
pub mod quantity;
pub mod quote;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;
pub mod wording;
