//! The project's own commands.

pub mod eval;
