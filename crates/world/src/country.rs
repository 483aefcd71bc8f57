//! Countries: names, demonyms, capitals.

use std::sync::LazyLock;

use crate::fold::fold;
use crate::hash::HashMap;

crate::table!(COUNTRIES = "countries.tsv");
crate::words!(NO_PLURAL_S = "no_plural_s.txt");

struct Index {
    names: HashMap<String, &'static str>,
    abbreviations: HashMap<&'static str, &'static str>,
    demonyms: HashMap<String, &'static str>,
    capitals: HashMap<String, &'static str>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        names: HashMap::default(),
        abbreviations: HashMap::default(),
        demonyms: HashMap::default(),
        capitals: HashMap::default(),
    };
    for mut fields in COUNTRIES.rows() {
        let (Some(code), Some(name)) = (fields.next(), fields.next()) else {
            continue;
        };
        let mut list = || fields.next().unwrap_or("").split(';').filter(|s| !s.is_empty());
        index.names.insert(fold(name), code);
        for alias in list() {
            index.names.insert(fold(strip_the(alias)), code);
        }
        for abbreviation in list() {
            index.abbreviations.insert(abbreviation, code);
        }
        for demonym in list() {
            index.demonyms.insert(fold(demonym), code);
            if takes_s(demonym) {
                index.demonyms.insert(format!("{}s", fold(demonym)), code);
            }
        }
        for capital in list() {
            index.capitals.insert(fold(capital), code);
        }
    }
    index
});

fn strip_the(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name)
}

/// Whether the plural is made with "s": not "Vietnamese", "Swiss", "French", "Frenchmen".
fn takes_s(demonym: &str) -> bool {
    !NO_PLURAL_S.iter().any(|e| demonym.ends_with(e))
        || demonym.ends_with("rman")
        || demonym.ends_with("Czech")
}

/// Whether the word is written as a name: "Turkey", not "turkey".
fn is_capital(name: &str) -> bool {
    strip_the(name).chars().next().is_some_and(char::is_uppercase)
}

/// ISO 3166-1 alpha-2 code of a country by any common name or abbreviation ("Viet Nam", "Việt Nam", "US",
/// "DPRK"), without regard to diacritics; abbreviations keep their case. A leading "the" does not matter.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static str> {
    let name = strip_the(name.trim());
    if let Some(code) = INDEX.abbreviations.get(name) {
        return Some(code);
    }
    // No country has so long a name; folding hostile text would only cost time.
    if name.len() > 80 || !is_capital(name) && !name.starts_with("mainland") {
        return None;
    }
    INDEX.names.get(fold(name).as_str()).copied()
}

/// ISO code by demonym or adjective ("Vietnamese", "Briton", "Filipinos").
#[must_use]
pub fn by_demonym(word: &str) -> Option<&'static str> {
    if word.len() > 40 || !is_capital(word) {
        return None;
    }
    INDEX.demonyms.get(fold(word.trim()).as_str()).copied()
}

/// ISO code by capital city ("Hanoi", "Hà Nội", "Beijing"). "Washington" alone is no capital here: it is a
/// state and a surname too.
#[must_use]
pub fn by_capital(name: &str) -> Option<&'static str> {
    if name.len() > 60 || !is_capital(name) {
        return None;
    }
    INDEX.capitals.get(fold(name.trim()).as_str()).copied()
}

/// The common English short name of a country.
#[must_use]
pub fn name_of(code: &str) -> Option<&'static str> {
    COUNTRIES.value(code)
}

/// Every name, demonym and capital, folded, for the phrase tables of the name finder.
pub fn folded() -> (
    impl Iterator<Item = &'static str>,
    impl Iterator<Item = &'static str>,
    impl Iterator<Item = &'static str>,
) {
    (
        INDEX.names.keys().map(String::as_str),
        INDEX.demonyms.keys().map(String::as_str),
        INDEX.capitals.keys().map(String::as_str),
    )
}

/// Every abbreviation, as written.
pub fn abbreviations() -> impl Iterator<Item = &'static str> {
    INDEX.abbreviations.keys().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_codes() {
        for (name, code) in [
            ("Viet Nam", Some("VN")),
            ("Việt Nam", Some("VN")),
            ("VIETNAM", Some("VN")),
            ("the US", Some("US")),
            ("U.S.", Some("US")),
            ("DPRK", Some("KP")),
            ("Côte d’Ivoire", Some("CI")),
            ("Türkiye", Some("TR")),
            ("the Netherlands", Some("NL")),
            ("Burma", Some("MM")),
            ("turkey", None),
            ("us", None),
            ("Korea", None),
            ("England", None),
            ("Atlantis", None),
            ("", None),
        ] {
            assert_eq!(by_name(name), code, "{name}");
        }
    }

    #[test]
    fn demonyms_lead_to_codes() {
        for (word, code) in [
            ("Vietnamese", Some("VN")),
            ("Britons", Some("GB")),
            ("Filipinos", Some("PH")),
            ("Frenchmen", Some("FR")),
            ("Germans", Some("DE")),
            ("Czechs", Some("CZ")),
            ("Burkinabè", Some("BF")),
            ("polish", None),
            ("Korean", None),
            ("Martian", None),
        ] {
            assert_eq!(by_demonym(word), code, "{word}");
        }
    }

    #[test]
    fn capitals_lead_to_codes() {
        for (name, code) in [
            ("Hà Nội", Some("VN")),
            ("Hanoi", Some("VN")),
            ("Kyiv", Some("UA")),
            ("Bogotá", Some("CO")),
            ("Washington", None),
            ("Shanghai", None),
        ] {
            assert_eq!(by_capital(name), code, "{name}");
        }
    }

    #[test]
    fn every_code_has_a_name_that_leads_back() {
        assert_eq!(COUNTRIES.rows().count(), 250, "249 of ISO 3166-1 and Kosovo");
        for row in COUNTRIES.rows() {
            let columns: Vec<&str> = row.collect();
            let name = name_of(columns[0]).unwrap();
            assert_eq!(by_name(name), Some(columns[0]), "{name}");
            assert!(columns.len() <= 6, "{columns:?}");
        }
    }
}
