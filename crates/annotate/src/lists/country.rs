//! Countries: names, demonyms, capitals.

/// ISO 3166-1 alpha-2 code of a country by any common name or abbreviation ("Viet Nam", "Việt Nam", "US",
/// "DPRK"), without regard to diacritics; abbreviations keep their case.
#[must_use]
pub fn by_name(_name: &str) -> Option<&'static str> {
    None
}

/// ISO code by demonym or adjective ("Vietnamese", "Briton").
#[must_use]
pub fn by_demonym(_word: &str) -> Option<&'static str> {
    None
}

/// ISO code by capital city ("Hanoi", "Hà Nội", "Beijing").
#[must_use]
pub fn by_capital(_name: &str) -> Option<&'static str> {
    None
}

/// The common English short name of a country.
#[must_use]
pub fn name_of(_code: &str) -> Option<&'static str> {
    None
}
