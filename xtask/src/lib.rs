//! The project's own commands.

pub mod chain;
pub mod eval;
