//! Known names of several words, found in one look.

use std::sync::LazyLock;

use xxhash_rust::xxh3::xxh3_64;

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::hash::{HashMap, HashSet};
use dossier_world::{country, organization, place};

dossier_world::words!(GROUPS = "mention/groups.txt");
dossier_world::words!(REGIONAL = "mention/regional_adjectives.txt");

/// What a known name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// A country or territory.
    Country,
    /// A city, region or water.
    Place,
    /// An organisation.
    Organization,
    /// A people or an adjective of one.
    Demonym,
}

/// A known name in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// How many words it takes.
    pub words: usize,
    /// What it is.
    pub known: Known,
}

struct Table {
    phrases: HashMap<u64, Known>,
    firsts: HashSet<u64>,
}

/// No known name is longer, in words as the tokenizer cuts them.
const LONGEST: usize = 12;

fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(21) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn mix_word(hash: u64, folded: &str) -> u64 {
    pieces(folded).fold(hash, |hash, piece| mix(hash, xxh3_64(piece.as_bytes())))
}

/// Cuts a folded list entry as the tokenizer cuts text: at spaces, hyphens and other marks.
fn pieces(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split([' ', '-', ',', '(', ')'])
        .filter(|w| !w.is_empty())
        .flat_map(|w| {
            let cut = if w.len() > 2 && (w.ends_with("'s") || w.ends_with("s'")) {
                w.rfind('\'').unwrap_or(w.len())
            } else {
                w.len()
            };
            [&w[..cut], &w[cut..]].into_iter().filter(|w| !w.is_empty())
        })
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        phrases: HashMap::default(),
        firsts: HashSet::default(),
    };
    let (names, demonyms, capitals) = country::folded();
    // The first entry of a phrase stays.
    for name in names {
        table.add(name, Known::Country);
    }
    for name in demonyms {
        table.add(name, Known::Demonym);
    }
    for name in capitals.chain(place::folded()) {
        table.add(name, Known::Place);
    }
    for name in organization::folded() {
        table.add(name, Known::Organization);
    }
    for name in GROUPS.iter().chain(REGIONAL.iter()) {
        table.add(name, Known::Demonym);
    }
    table
});

impl Table {
    fn add(&mut self, folded: &str, known: Known) {
        let mut hash = 0;
        let mut first = true;
        for piece in pieces(folded) {
            let word = xxh3_64(piece.as_bytes());
            if first {
                self.firsts.insert(word);
                first = false;
            }
            hash = mix(hash, word);
        }
        if !first {
            self.phrases.entry(hash).or_insert(known);
        }
    }
}

/// The longest known name that starts with word `i` and ends before `end`. Hyphens and spaces are alike; an
/// abbreviation must be written as one.
pub(crate) fn longest(words: &View, i: usize, end: usize) -> Option<Hit> {
    if words.shape(i) == Shape::Mark {
        return None;
    }
    let mut best = abbreviation(words, i);
    let Some(first) = pieces(words.fold(i)).next() else {
        return best;
    };
    let small = matches!(first, "al" | "mainland" | "sub");
    if !TABLE.firsts.contains(&xxh3_64(first.as_bytes())) || !words.is_capital(i) && !small {
        return best;
    }
    let mut hash = mix_word(0, words.fold(i));
    let mut k = i;
    let mut names = 1;
    loop {
        if let Some(&known) = TABLE.phrases.get(&hash) {
            // A last word in lower case is not part of a name: "New york" does not occur in edited text.
            if k == i || words.is_capital(k) || words.shape(k) == Shape::Number || names > 2 {
                best = Some(Hit {
                    words: k + 1 - i,
                    known,
                });
            }
        }
        k += 1;
        if k < end && matches!(words.word(k), "-" | "–" | "," | "." | "‑" | "(") {
            k += 1;
        }
        names += 1;
        if k >= end
            || k - i >= LONGEST
            || words.shape(k) == Shape::Mark && words.fold(k) != "'s" && words.fold(k) != "'"
        {
            return best;
        }
        hash = mix_word(hash, words.fold(k));
    }
}

fn abbreviation(words: &View, i: usize) -> Option<Hit> {
    let raw = words.word(i);
    if raw.len() > 12 || !words.is_capital(i) {
        return None;
    }
    if country::by_name(raw).is_some() {
        return Some(Hit {
            words: 1,
            known: Known::Country,
        });
    }
    organization::by_abbreviation(raw).map(|_| Hit {
        words: 1,
        known: Known::Organization,
    })
}
