//! The record, `dossier.json`: what the articles say together.

pub mod v1;

mod known;
#[cfg(feature = "read-record")]
mod read;
mod write;

pub(crate) use known::fields as read_known;
#[cfg(feature = "read-record")]
pub use read::{from_wire, read};
pub use write::{
    UnitName, blocks, copy, count_words, extent, known, plover, published, to_wire, version, when,
};
