//! Well-known organisations with their abbreviations.

use std::sync::LazyLock;

use crate::fold::fold;
use crate::hash::{HashMap, HashSet};

crate::table!(ORGANISATIONS = "organisations.tsv");

struct Index {
    abbreviations: HashMap<&'static str, &'static str>,
    names: HashMap<String, &'static str>,
    media: HashSet<String>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        abbreviations: HashMap::default(),
        names: HashMap::default(),
        media: HashSet::default(),
    };
    let strip_the = |name: &'static str| name.strip_prefix("The ").unwrap_or(name);
    for mut row in ORGANISATIONS.rows() {
        let Some(first) = row.next() else { continue };
        let mut list = || row.next().unwrap_or("").split(';').filter(|s| !s.is_empty());
        let (abbreviations, names) = (list(), list());
        let is_medium = row.next() == Some("medium");
        for abbreviation in abbreviations {
            index.abbreviations.insert(abbreviation, first);
            if is_medium {
                index.media.insert(fold(abbreviation));
            }
        }
        for name in std::iter::once(first).chain(names) {
            let name = fold(strip_the(name));
            if is_medium {
                index.media.insert(name.clone());
            }
            index.names.insert(name, first);
        }
    }
    index
});

/// The full name behind a well-known abbreviation, as written ("WHO", not "who").
#[must_use]
pub fn by_abbreviation(word: &str) -> Option<&'static str> {
    INDEX.abbreviations.get(word).copied()
}

/// The first name of a well-known organisation, by any of its folded names.
#[must_use]
pub fn by_name(folded: &str) -> Option<&'static str> {
    INDEX.names.get(folded).copied()
}

/// Whether a folded name or abbreviation is that of a news agency, paper or station.
#[must_use]
pub fn is_medium(folded: &str) -> bool {
    INDEX.media.contains(folded)
}

/// Every known name, folded.
pub fn folded() -> impl Iterator<Item = &'static str> {
    INDEX.names.keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_of_two_organisations() {
        let (mut names, mut abbreviations) = (0, 0);
        for row in ORGANISATIONS.rows() {
            let columns: Vec<&str> = row.collect();
            assert!(
                columns.len() == 4 && matches!(columns[3], "medium" | "-"),
                "{columns:?}"
            );
            let count = |list: &str| list.split(';').filter(|s| !s.is_empty()).count();
            abbreviations += count(columns[1]);
            let folded: HashSet<String> = std::iter::once(columns[0])
                .chain(columns[2].split(';').filter(|s| !s.is_empty()))
                .map(|n| fold(n.strip_prefix("The ").unwrap_or(n)))
                .collect();
            names += folded.len();
        }
        assert_eq!(
            (names, abbreviations),
            (INDEX.names.len(), INDEX.abbreviations.len())
        );
    }

    #[test]
    fn abbreviations_lead_to_names() {
        for (word, name) in [
            ("UN", Some("United Nations")),
            ("WHO", Some("World Health Organization")),
            ("who", None),
            ("Asean", Some("Association of Southeast Asian Nations")),
            ("QQQ", None),
        ] {
            assert_eq!(by_abbreviation(word), name, "{word}");
        }
        assert_eq!(
            by_name("world health organisation"),
            Some("World Health Organization")
        );
        assert!(is_medium("reuters") && is_medium("new york times") && !is_medium("united nations"));
    }
}
