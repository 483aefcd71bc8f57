//! How Spanish is read: a folder a finder, a file a rule.

pub mod calendar;
pub mod number;
pub mod quantity;
pub mod sentence;
pub mod time;
pub mod token;
