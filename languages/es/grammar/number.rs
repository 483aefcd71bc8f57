//! Number words, in one list each.

use dossier_world::{Table, table};

table!(CARDINALS = "number/cardinals.tsv");
table!(ORDINALS = "number/ordinals.tsv");
table!(SCALES = "number/scales.tsv");

/// Number words below one thousand with their values.
pub fn cardinals() -> impl Iterator<Item = (&'static str, u32)> {
    pairs(&CARDINALS)
}

/// Ordinal words with their values.
pub fn ordinals() -> impl Iterator<Item = (&'static str, u32)> {
    pairs(&ORDINALS)
}

/// Words that multiply a number, with the power of ten.
pub fn scales() -> impl Iterator<Item = (&'static str, u32)> {
    pairs(&SCALES)
}

fn pairs(table: &'static Table) -> impl Iterator<Item = (&'static str, u32)> {
    table
        .rows()
        .filter_map(|mut row| Some((row.next()?, row.next()?.parse().ok()?)))
}
