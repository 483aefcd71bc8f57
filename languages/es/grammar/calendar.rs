//! Weekdays and months, in one list each.

use dossier_world::{Table, table};

table!(WEEKDAYS = "calendar/weekdays.tsv");
table!(MONTHS = "calendar/months.tsv");

/// Names of weekdays: word, Monday = 1, form ("full", "short", "plural").
pub(crate) fn weekdays() -> impl Iterator<Item = (&'static str, u8, &'static str)> {
    rows(&WEEKDAYS)
}

/// Names of months: word, number, form.
pub(crate) fn months() -> impl Iterator<Item = (&'static str, u8, &'static str)> {
    rows(&MONTHS)
}

fn rows(table: &'static Table) -> impl Iterator<Item = (&'static str, u8, &'static str)> {
    table
        .rows()
        .filter_map(|mut row| Some((row.next()?, row.next()?.parse().ok()?, row.next()?)))
}
