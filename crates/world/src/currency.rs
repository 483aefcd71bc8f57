//! Currencies by their codes of ISO 4217, with their English names and signs.

crate::table!(CURRENCIES = "currencies.tsv");

/// The English name of a currency: "US dollar".
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    CURRENCIES.value(code)
}

/// The sign that English news prints before an amount: "US$".
#[must_use]
pub fn sign(code: &str) -> Option<&'static str> {
    CURRENCIES.find(code)?.nth(1).filter(|s| *s != "-")
}

/// The code of the currency with an English name, letter for letter.
#[must_use]
pub fn named(name: &str) -> Option<&'static str> {
    let mut rows = CURRENCIES.rows();
    rows.find_map(|mut row| {
        let code = row.next()?;
        (row.next()? == name).then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_found_by_code() {
        assert_eq!(name("VND"), Some("Vietnamese dong"));
        assert_eq!(sign("USD"), Some("US$"));
        assert_eq!(sign("VND"), None);
        assert_eq!(name("XXX"), None);
        assert_eq!(named("euro"), Some("EUR"));
    }
}
