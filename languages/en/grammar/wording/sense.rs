//! Word forms and near synonyms as one: "removal" and "remove", "purchase" and "buy"; "fatality" and "kill" as one fate.

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier_model::{Fate, Sense, Senses, Tokens};
use dossier_world::{latin, table, words};

table!(
    /// Groups of near synonyms by number.
    GROUPS = "wording/synonyms.tsv"
);
table!(ENDINGS = "wording/endings.tsv");
table!(FATES = "wording/fates.tsv");
words!(PEOPLE = "wording/people.txt");

/// Letters that stay at least: "nation" is no form of "n".
const LEAST: usize = 4;

/// The senses of all tokens.
pub(super) fn find(tokens: &Tokens) -> Senses {
    let mut by_lemma: HashMap<&str, u32> = HashMap::new();
    let mut all: Vec<Sense> = Vec::new();
    let places = (0..tokens.len())
        .map(|i| {
            let lemma = tokens.lemma(i);
            *by_lemma.entry(lemma).or_insert_with(|| {
                all.push(sense(&latin::letters(lemma)));
                all.len() as u32 - 1
            })
        })
        .collect();
    Senses::new(places, all).unwrap_or_default()
}

/// What is known of a folded lemma.
fn sense(folded: &str) -> Sense {
    let stem = stem(folded);
    let fate = fate(folded);
    Sense {
        groups: groups_of(&stem).to_vec(),
        fate,
        is_common_in_tolls: fate.is_some() || is_person(folded),
        stem,
    }
}

/// What a folded lemma says to have befallen somebody.
fn fate(folded: &str) -> Option<Fate> {
    FATES.value(folded).and_then(Fate::from_name)
}

/// One word for what tolls count under several.
pub(super) fn one_word(folded: &str) -> &str {
    FATES.value(folded).unwrap_or(folded)
}

/// Whether a noun is for people of no special kind.
pub(super) fn is_person(noun: &str) -> bool {
    PEOPLE.has(noun)
}

/// The endings with what takes their place, longest first.
static BY_LENGTH: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let mut out: Vec<_> = ENDINGS
        .rows()
        .filter_map(|mut row| Some((row.next()?, row.next().unwrap_or(""))))
        .collect();
    out.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    out
});

/// What is left of a folded lemma without the ending that makes a noun or an adverb of it.
fn stem(lemma: &str) -> String {
    let cut = BY_LENGTH.iter().find_map(|(ending, instead)| {
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
fn groups_of(stem: &str) -> &'static [u32] {
    static BY_STEM: LazyLock<HashMap<String, Vec<u32>>> = LazyLock::new(|| {
        let mut out: HashMap<String, Vec<u32>> = HashMap::new();
        for mut row in GROUPS.rows() {
            let (Some(number), Some(words)) = (row.next().and_then(|n| n.parse().ok()), row.next()) else {
                continue;
            };
            for word in words.split(' ') {
                let groups = out.entry(self::stem(word)).or_default();
                if groups.last() != Some(&number) {
                    groups.push(number);
                }
            }
        }
        out
    });
    BY_STEM.get(stem).map_or(&[], Vec::as_slice)
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

    #[test]
    fn every_fate_has_a_type() {
        assert!(
            FATES
                .rows()
                .all(|mut r| r.nth(1).and_then(Fate::from_name).is_some())
        );
        assert_eq!(fate("fatality"), Some(Fate::Killed));
    }
}
