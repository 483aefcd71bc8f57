//! Word forms and near synonyms as one: "removal" and "remove", "purchase" and "buy".
//!
//! The suffixes are those that English makes nouns and adverbs from verbs and adjectives with. The groups
//! are our own list of words that news use for one another; they hold what can be said of one thing by two
//! reporters, and never opposites or steps of one scale ("hurt" and "killed", "arrested" and "charged").

use std::collections::HashMap;
use std::sync::OnceLock;

/// One group a line.
static GROUPS: &str = include_str!("synonyms.txt");

/// Endings, longest first, with what takes their place.
const ENDINGS: &[(&str, &str)] = &[
    ("ization", "iz"),
    ("isation", "iz"),
    ("ations", ""),
    ("ation", ""),
    ("ition", ""),
    ("ments", ""),
    ("ment", ""),
    ("ness", ""),
    ("ings", ""),
    ("ing", ""),
    ("ions", ""),
    ("ion", ""),
    ("ize", "iz"),
    ("ise", "iz"),
    ("ate", ""),
    ("als", ""),
    ("al", ""),
    ("ily", "y"),
    ("ly", ""),
    ("e", ""),
];
/// Letters that stay at least: "nation" is no form of "n".
const LEAST: usize = 4;

/// What is left of a folded lemma without the ending that makes a noun or an adverb of it.
#[must_use]
pub fn stem(lemma: &str) -> String {
    let cut = ENDINGS.iter().find_map(|(ending, instead)| {
        let rest = lemma.strip_suffix(ending)?;
        // "station" is no doing of "stat".
        let least = if ending.starts_with("ion") {
            LEAST + 1
        } else {
            LEAST
        };
        (rest.len() >= least).then(|| format!("{rest}{instead}"))
    });
    let mut out = cut.unwrap_or_else(|| lemma.to_owned());
    // "cutting" and "cut", "shipping" and "ship".
    let bytes = out.as_bytes();
    let doubled = bytes.len() > 3
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !matches!(bytes[bytes.len() - 1], b'l' | b's' | b'e' | b'o')
        && lemma.len() > out.len();
    // "announcement" and "announce".
    if doubled || out.ends_with('e') && out.len() > LEAST {
        out.pop();
    }
    out
}

/// Numbers of the groups that a stem is in.
#[must_use]
pub fn groups_of(stem: &str) -> &'static [u32] {
    static TABLE: OnceLock<HashMap<String, Vec<u32>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: HashMap<String, Vec<u32>> = HashMap::new();
        let lines = GROUPS
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty());
        for (n, line) in (0u32..).zip(lines) {
            for word in line.split_whitespace() {
                let groups = table.entry(self::stem(word)).or_default();
                if groups.last() != Some(&n) {
                    groups.push(n);
                }
            }
        }
        table
    });
    table.get(stem).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_cut_to_its_verb() {
        for (noun, verb) in [
            ("removal", "remove"),
            ("announcement", "announce"),
            ("investigation", "investigate"),
            ("retirement", "retire"),
            ("cancellation", "cancel"),
            ("evacuation", "evacuate"),
            ("shipping", "ship"),
        ] {
            let (a, b) = (stem(noun), stem(verb));
            assert!(
                a == b || a.trim_end_matches('l') == b.trim_end_matches('l'),
                "{a} {b}"
            );
        }
        assert_eq!(stem("nation"), "nation");
        assert_ne!(stem("station"), stem("state"));
    }

    #[test]
    fn groups_hold_what_is_said_of_one_thing() {
        let meet = |a: &str, b: &str| {
            let (a, b) = (groups_of(&stem(a)), groups_of(&stem(b)));
            a.iter().any(|g| b.contains(g))
        };
        assert!(meet("buy", "acquisition"));
        assert!(meet("explosion", "blast"));
        assert!(meet("kill", "dead"));
        assert!(!meet("kill", "injure"));
        assert!(!meet("rise", "fall"));
        assert!(!meet("arrest", "charge"));
        assert!(!meet("accept", "reject"));
    }
}
