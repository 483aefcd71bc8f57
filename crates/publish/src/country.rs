dossier_world::table!(NAMES = "country_names.tsv");

/// The short English name of a country by its ISO 3166-1 alpha-2 code, and of the few codes beside the standard
/// that news needs (EU, XK).
pub(crate) fn country(code: &str) -> Option<&'static str> {
    NAMES
        .value(code)
        .or_else(|| dossier_world::country::name_of(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_code() {
        assert_eq!(country("VN"), Some("Vietnam"));
        assert_eq!(country("EU"), Some("European Union"));
        assert_eq!(country("ZW"), Some("Zimbabwe"));
        assert_eq!(country("QQ"), None);
    }
}
