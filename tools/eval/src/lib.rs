//! The project's own commands, as a library: `cargo xtask` calls these.

pub mod bench;
pub mod chain;
pub mod eval;
pub mod fuzz;
pub mod numbers;
