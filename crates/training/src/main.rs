//! Treebanks in, weights out.
fn main() {}
