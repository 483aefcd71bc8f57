//! Number words, in one list each: what every finder asks.

use dossier_world::table;

table!(CARDINALS = "number/cardinals.tsv");
table!(ORDINALS = "number/ordinals.tsv");
table!(SCALES = "number/scales.tsv");

/// The value of a number word below one hundred, in small letters.
#[must_use]
pub fn cardinal(word: &str) -> Option<u32> {
    CARDINALS.value(word)?.parse().ok()
}

/// The value of an ordinal word, in small letters.
#[must_use]
pub fn ordinal(word: &str) -> Option<u64> {
    ORDINALS.value(word)?.parse().ok()
}

/// The power of ten that a word multiplies by, in small letters: 6 for "million".
#[must_use]
pub fn scale(word: &str) -> Option<i32> {
    SCALES.value(word)?.parse().ok()
}

/// Number words below one hundred with their values.
pub(crate) fn cardinals() -> impl Iterator<Item = (&'static str, u32)> {
    pairs(&CARDINALS)
}

/// Ordinal words with their values.
pub(crate) fn ordinals() -> impl Iterator<Item = (&'static str, u64)> {
    pairs(&ORDINALS)
}

fn pairs<T: std::str::FromStr>(
    table: &'static dossier_world::Table,
) -> impl Iterator<Item = (&'static str, T)> {
    table
        .rows()
        .filter_map(|mut row| Some((row.next()?, row.next()?.parse().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_values() {
        assert_eq!(cardinal("seventeen"), Some(17));
        assert_eq!(ordinal("millionth"), Some(1_000_000));
        assert_eq!(scale("crore"), Some(7));
        assert_eq!(cardinal("house"), None);
        assert_eq!(cardinals().count(), 31);
    }
}
