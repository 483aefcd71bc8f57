//! Places other than countries: cities, regions, waters.

use std::sync::LazyLock;

use crate::fold::fold;
use crate::hash::HashMap;

crate::table!(PLACES = "places.tsv");

/// The code of the country by folded name; empty where a place lies in no single one.
static CODES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::default();
    for mut row in PLACES.rows() {
        let (Some(name), Some(code)) = (row.next(), row.next()) else {
            continue;
        };
        let name = name.strip_prefix("the ").unwrap_or(name);
        codes.insert(fold(name), if code == "-" { "" } else { code });
    }
    codes
});

/// ISO code of the country that a folded city, state or province lies in.
#[must_use]
pub fn country_of(folded: &str) -> Option<&'static str> {
    CODES.get(folded).copied().filter(|code| !code.is_empty())
}

/// Whether a folded name is a known place, countries and capitals left aside.
#[must_use]
pub fn is_known(folded: &str) -> bool {
    CODES.contains_key(folded)
}

/// Every known place, folded.
pub fn folded() -> impl Iterator<Item = &'static str> {
    CODES.keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_place_stands_twice() {
        assert_eq!(CODES.len(), PLACES.rows().count());
        for row in PLACES.rows() {
            let columns: Vec<&str> = row.collect();
            let known = columns[1] == "-" || crate::country::name_of(columns[1]).is_some();
            assert!(columns.len() == 2 && known, "{columns:?}");
        }
    }

    #[test]
    fn cities_lie_in_countries() {
        for (name, code) in [
            ("shanghai", Some("CN")),
            ("hai phong", Some("VN")),
            ("texas", Some("US")),
            ("atlantis", None),
        ] {
            assert_eq!(country_of(name), code, "{name}");
        }
        assert!(is_known("south china sea") && is_known("gaza strip") && !is_known("korean"));
    }
}
