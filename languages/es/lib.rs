//! Reads Spanish.

pub mod grammar;
