//! Articles with what was read from each: JSON Lines, so that what was read once need not be read again.

pub mod v1;

mod read;
mod unit;
mod write;

#[cfg(feature = "read-record")]
pub(crate) use read::coverage;
pub use read::{from_wire, read};
pub use write::{to_wire, write};
