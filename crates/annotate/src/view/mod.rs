//! The one view of a sentence: what finders ask of its words.

pub mod pieces;
