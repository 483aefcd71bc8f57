//! The structs that are written, one module a version of the format. Field order is the order in the output.

pub mod lines;
pub mod v1;
