//! News agencies, by any of the names that they sign with.

use std::collections::HashMap;
use std::sync::LazyLock;

crate::table!(
    /// Short names, and other names between bars.
    AGENCIES = "agencies.tsv"
);

/// The usual short name of an agency, by any of its names. Case counts for abbreviations: "ant" is no agency.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').trim();
    let name = name
        .strip_prefix("The ")
        .or_else(|| name.strip_prefix("the "))
        .unwrap_or(name);
    // Most of what is asked for is a whole line.
    if name.len() > LISTED.longest {
        return None;
    }
    let exact = LISTED.exact.get(name);
    exact
        .or_else(|| LISTED.any_case.get(&name.to_ascii_lowercase()))
        .copied()
}

/// The agency in a credit that may name two or a desk: "Xinhua/VNA", "VNA/VNS", "AP Photo", "Reuters Staff".
/// The first one counts, as the one who wrote.
#[must_use]
pub fn in_credit(credit: &str) -> Option<&'static str> {
    by_name(credit).or_else(|| {
        credit
            .split(['/', '|', ',', ';', '&'])
            .flat_map(|p| p.split(" and "))
            .find_map(by_name)
    })
}

/// All agencies: the short name, and all names that sign for it, the short one first.
pub fn all() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    AGENCIES.rows().filter_map(|mut columns| {
        let short = columns.next()?;
        let others = columns.next().unwrap_or("").split('|').filter(|n| !n.is_empty());
        Some((short, std::iter::once(short).chain(others)))
    })
}

/// Short names by name.
struct Listed {
    /// Short names are words as well ("beta", "trend"): only their own spelling counts.
    exact: HashMap<&'static str, &'static str>,
    /// The others in lower case.
    any_case: HashMap<String, &'static str>,
    /// Length of the longest name in bytes.
    longest: usize,
}

static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut listed = Listed {
        exact: HashMap::new(),
        any_case: HashMap::new(),
        longest: 0,
    };
    for (short, names) in all() {
        for name in names {
            let abbreviation = name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            if abbreviation || name.len() < 6 {
                listed.exact.entry(name).or_insert(short);
            } else {
                listed.any_case.entry(name.to_ascii_lowercase()).or_insert(short);
            }
            listed.longest = listed.longest.max(name.len());
        }
    }
    listed
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_of_two_agencies() {
        let mut of: HashMap<String, &str> = HashMap::new();
        for (short, names) in all() {
            for name in names {
                let other = *of.entry(name.to_ascii_lowercase()).or_insert(short);
                assert_eq!(other, short, "{name}");
            }
        }
    }

    #[test]
    fn knows_agencies() {
        for (name, expected) in [
            ("VNA", Some("VNA")),
            ("The Associated Press", Some("AP")),
            ("ASSOCIATED PRESS", Some("AP")),
            ("Xinhua", Some("Xinhua")),
            ("reuters", Some("Reuters")),
            ("DPA", Some("dpa")),
            ("aap", None),
            ("Trending", None),
            ("", None),
        ] {
            assert_eq!(by_name(name), expected, "{name}");
        }
        assert_eq!(in_credit("VNA/VNS"), Some("VNA"));
        assert_eq!(in_credit("Ana Ruiz, Associated Press"), Some("AP"));
        assert_eq!(in_credit("Getty Images"), None);
    }
}
