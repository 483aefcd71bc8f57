//! The arithmetic behind reading a sentence, of no language: tables of trained weights, small matrices, a recurrent
//! network that tags and parses, and rules of dictionary forms. A language brings the weights.
//!
//! These loops take most of the time of `dossier read`. They stand in a crate of their own, so that every profile
//! compiles them for speed (see `profile` in the workspace's `Cargo.toml`), however fast the rest is to build.

pub mod lemma;
pub mod lex;
pub mod matrix;
pub mod parser;
pub mod projective;
pub mod tagger;
pub mod weights;
