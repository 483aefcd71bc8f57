//! How English is read: a folder a finder, a file a rule.

pub mod calendar;
mod clause;
pub mod event;
pub mod figure;
pub mod lists;
pub mod mention;
pub mod quantity;
pub mod quote;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;
