//! Word forms and near synonyms as one: "removal" and "remove", "purchase" and "buy"; "fatality" and "kill" as one fate.

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier_model::{Deprel, Fate, Opposition, Pole, Sense, Senses, Tokens, WordMark};
use dossier_world::{latin, table, words};

use crate::grammar::number;

table!(
    /// Groups of near synonyms by number.
    GROUPS = "wording/synonyms.tsv"
);
table!(ENDINGS = "wording/endings.tsv");
table!(FATES = "wording/fates.tsv");
words!(PEOPLE = "wording/people.txt");
table!(
    /// Sides that exclude each other: number, kind, then the words of each side.
    OPPOSITES = "wording/opposites.tsv"
);
words!(NEGATIONS = "wording/negations.txt");
words!(PARTIAL = "wording/partial.txt");
words!(
    /// Verbs whose parties may be swapped without a contradiction.
    MUTUAL = "wording/mutual.txt"
);
words!(
    /// Predicates that are true of one party alone.
    SINGLE = "wording/single.txt"
);

/// Letters that stay at least: "nation" is no form of "n".
const LEAST: usize = 4;

/// The senses of all tokens.
pub(super) fn find(tokens: &Tokens) -> Senses {
    let mut by_lemma: HashMap<(&str, &str), u32> = HashMap::new();
    let mut all: Vec<Sense> = Vec::new();
    let particles = particles(tokens);
    let places = (0..tokens.len())
        .map(|i| {
            let lemma = tokens.lemma(i);
            let particle = particles.get(&i).map_or("", |&p| tokens.lemma(p));
            *by_lemma.entry((lemma, particle)).or_insert_with(|| {
                all.push(sense(&latin::letters(lemma), &latin::letters(particle)));
                all.len() as u32 - 1
            })
        })
        .collect();
    Senses::new(places, all).unwrap_or_default()
}

/// The particles of phrasal verbs by the verb: "down" of "turn".
fn particles(tokens: &Tokens) -> HashMap<usize, usize> {
    let all = (0..tokens.len()).filter(|&i| tokens.deprel(i) == Deprel::CompoundPrt);
    all.filter_map(|i| Some((tokens.head(i)?, i))).collect()
}

/// What is known of a folded lemma, with its particle where it has one.
fn sense(folded: &str, particle: &str) -> Sense {
    let stem = stem(folded);
    let fate = fate(folded);
    let marks = [
        (NEGATIONS.has(folded), WordMark::Negation),
        (PARTIAL.has(folded), WordMark::Partial),
        (MUTUAL.has(folded), WordMark::Mutual),
        (SINGLE.has(folded), WordMark::Single),
    ];
    Sense {
        // "Pass" and "pass away" have nothing in common.
        poles: match particle {
            "" => place_in_order(folded).map_or_else(|| poles_of(&stem).to_vec(), |p| vec![p]),
            _ => poles_of(&format!("{folded}_{particle}")).to_vec(),
        },
        marks: marks.into_iter().filter(|m| m.0).map(|m| m.1).collect(),
        groups: groups_of(&stem).to_vec(),
        fate,
        is_common_in_tolls: fate.is_some() || is_person(folded),
        stem,
    }
}

/// What a folded lemma says to have befallen somebody.
pub(super) fn fate(folded: &str) -> Option<Fate> {
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

/// Number of the scale of places in an order, on which each is a side.
const ORDER: u32 = 1_000;

/// "Second", "2nd": which place in an order a word is.
fn place_in_order(folded: &str) -> Option<Pole> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|e| folded.strip_suffix(e)?.parse().ok());
    let place = number::ordinal(folded).or(digits)?;
    Some(Pole {
        scale: ORDER,
        side: u32::try_from(place).ok()?,
        kind: Opposition::Contrary,
    })
}

/// The sides that a stem, or a verb with its particle, stands on.
fn poles_of(stem: &str) -> &'static [Pole] {
    static BY_STEM: LazyLock<HashMap<String, Vec<Pole>>> = LazyLock::new(|| {
        let mut out: HashMap<String, Vec<Pole>> = HashMap::new();
        for mut row in OPPOSITES.rows() {
            let scale = row.next().and_then(|n| n.parse().ok());
            let kind = row.next().and_then(Opposition::from_name);
            let (Some(scale), Some(kind)) = (scale, kind) else {
                continue;
            };
            for (side, words) in row.enumerate() {
                let side = side as u32;
                for word in words.split(' ') {
                    let stem = if word.contains('_') {
                        word.to_owned()
                    } else {
                        self::stem(word)
                    };
                    let poles = out.entry(stem).or_default();
                    if poles.iter().all(|p| p.scale != scale) {
                        poles.push(Pole { scale, side, kind });
                    }
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
    fn opposites_stand_on_two_sides_of_one_scale() {
        let exclude = |a: &str, b: &str| {
            let (a, b) = (poles_of(&stem(a)), poles_of(&stem(b)));
            a.iter()
                .any(|p| b.iter().any(|q| p.scale == q.scale && p.side != q.side))
        };
        for (a, b) in [
            ("approve", "reject"),
            ("convict", "acquit"),
            ("rise", "fall"),
            ("north", "southern"),
            ("before", "after"),
        ] {
            assert!(exclude(a, b), "{a} {b}");
        }
        let place = |word: &str| sense(word, "").poles;
        assert_eq!(place("second"), place("2nd"));
        assert_ne!(place("second"), place("third"));
        assert!(!exclude("approve", "adopt"));
        assert!(!exclude("stall", "reject"));
        assert_eq!(sense("turn", "down").poles.len(), 2);
        assert!(sense("turn", "out").poles.is_empty());
    }

    #[test]
    fn no_word_stands_on_two_sides_of_one_scale() {
        for mut row in OPPOSITES.rows() {
            let (number, _) = (row.next(), row.next());
            let sides: Vec<Vec<String>> = row.map(|words| words.split(' ').map(stem).collect()).collect();
            assert!(sides.len() > 1, "{number:?}");
            for (i, side) in sides.iter().enumerate() {
                let others = sides.iter().skip(i + 1).flatten();
                assert!(others.clone().all(|w| !side.contains(w)), "{number:?}: {side:?}");
            }
        }
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
