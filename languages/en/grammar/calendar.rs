//! Weekdays and months, in one list each: what every finder asks.

use dossier_world::table;

table!(WEEKDAYS = "calendar/weekdays.tsv");
table!(MONTHS = "calendar/months.tsv");

/// How a weekday or month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "monday", "april".
    Full,
    /// "mon", "apr".
    Short,
    /// "mondays".
    Plural,
}

fn form(name: &str) -> Option<Form> {
    Some(match name {
        "full" => Form::Full,
        "short" => Form::Short,
        "plural" => Form::Plural,
        _ => return None,
    })
}

fn entry(mut columns: std::str::Split<'static, char>) -> Option<(u8, Form)> {
    Some((columns.next()?.parse().ok()?, form(columns.next()?)?))
}

/// The weekday that a word in small letters names, Monday = 1.
#[must_use]
pub fn weekday(word: &str) -> Option<(u8, Form)> {
    WEEKDAYS.find(word).and_then(entry)
}

/// The month that a word in small letters names, January = 1.
#[must_use]
pub fn month(word: &str) -> Option<(u8, Form)> {
    MONTHS.find(word).and_then(entry)
}

/// Whether a word in small letters is a weekday written in full: "monday".
#[must_use]
pub fn is_full_weekday(word: &str) -> bool {
    word.ends_with("day") && weekday(word).is_some_and(|(_, f)| f == Form::Full)
}

/// Whether a word in small letters is a month written in full: "april".
#[must_use]
pub fn is_full_month(word: &str) -> bool {
    month(word).is_some_and(|(_, f)| f == Form::Full)
}

/// All names of weekdays, with number and form.
pub(crate) fn weekdays() -> impl Iterator<Item = (&'static str, u8, Form)> {
    rows(&WEEKDAYS)
}

/// All names of months, with number and form.
pub(crate) fn months() -> impl Iterator<Item = (&'static str, u8, Form)> {
    rows(&MONTHS)
}

fn rows(table: &'static dossier_world::Table) -> impl Iterator<Item = (&'static str, u8, Form)> {
    table.rows().filter_map(|mut row| {
        let word = row.next()?;
        let (n, form) = entry(row)?;
        Some((word, n, form))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_numbers() {
        assert_eq!(weekday("tues"), Some((2, Form::Short)));
        assert_eq!(month("may"), Some((5, Form::Full)));
        assert!(is_full_weekday("sunday") && !is_full_weekday("sun") && !is_full_weekday("holiday"));
        assert!(is_full_month("december") && !is_full_month("dec"));
        assert_eq!((weekdays().count(), months().count()), (24, 24));
    }
}
