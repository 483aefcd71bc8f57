//! The project's own commands, as a library: `cargo xtask` calls these.

#![allow(clippy::too_many_lines, reason = "an evaluation reads from top to bottom")]

pub mod bench;
pub mod chain;
pub mod eval;
pub mod fuzz;
pub mod numbers;
