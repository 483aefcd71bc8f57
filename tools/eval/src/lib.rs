//! Scores, speed, corpora and odd input: what measures the house, as a library. `cargo xtask` runs its program.

#![allow(clippy::too_many_lines, reason = "an evaluation reads from top to bottom")]

pub mod audit;
pub mod bench;
pub mod calibrate;
pub mod chain;
pub mod eval;
pub mod fuzz;
pub mod numbers;
