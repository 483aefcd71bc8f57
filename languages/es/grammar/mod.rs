//! How Spanish is read: a folder a finder, a file a rule.

pub mod number;
pub mod quantity;
