//! Names of persons: where they may start, how they go on, what speaks for them.

use super::{LONGEST, gazetteer, is_initial, is_may, is_particle, is_small_part, is_suffix};
use crate::grammar::lists::{common, given_name, office};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// What speaks for a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// How many words.
    pub words: usize,
    /// Whether a known given name, an initial or a surname-first pattern speaks for it.
    pub sure: bool,
}

/// The person's name that may start with word `i`, going on over capitalised words and particles.
pub(crate) fn person(words: &View, i: usize, end: usize) -> Option<Person> {
    let end = end.min(i + LONGEST);
    let first = words.fold(i);
    let asian = given_name::is_vietnamese_surname(first)
        || given_name::is_chinese_surname(first)
        || given_name::is_korean_surname(first);
    let given = given_name::is_given(first) || is_initial(words, i);
    if !may_open(words, i, end, given || asian) {
        return None;
    }
    let mut k = i + 1;
    let mut names = 1;
    let mut support = false;
    while k < end && names < 6 {
        let w = words.fold(k);
        if words.is_capital(k) {
            if common::is_calendar(w) && !is_may(words, k)
                || common::is_function(w) && words.shape(k) != Shape::Upper && !asian
            {
                break;
            }
            let surname = given_name::is_surname(w);
            if office::is_office(w) && !surname && !asian
                || breaks_off(words, k, end, k - i, surname || asian)
            {
                break;
            }
            support |= given_name::is_given(w) || surname || is_initial(words, k);
            names += 1;
            k += 1;
        } else if matches!(words.word(k), "-" | "‑")
            && words.is_glued(k)
            && words.is_glued(k + 1)
            && k + 1 < end
        {
            if words.is_capital(k + 1)
                || is_small_part(words, k + 1)
                || asian && words.shape(k + 1) == Shape::Lower && words.fold(k + 1).len() <= 5
            {
                support |= is_small_part(words, k + 1);
                k += 2;
            } else {
                break;
            }
        } else if is_particle(w) && words.shape(k) == Shape::Lower {
            let mut m = k + 1;
            while m < end
                && (is_particle(words.fold(m)) && words.shape(m) == Shape::Lower
                    || matches!(words.word(m), "-"))
                && m < k + 4
            {
                m += 1;
            }
            if m < end
                && words.is_capital(m)
                && !common::is_common(words.fold(m))
                && !matches!(w, "y" | "e" | "i")
            {
                support = true;
                k = m + 1;
                names += 1;
            } else {
                break;
            }
        } else if words.word(k) == "," && is_suffix(words.fold(k + 1)) {
            k += 2;
        } else {
            break;
        }
    }
    if names < 2 && k == i + 1 {
        return given_name::is_surname(first).then_some(Person {
            words: 1,
            sure: false,
        });
    }
    // A row of names without "and" is a list that lost its marks.
    let particles = (i..k).any(|m| !words.is_capital(m) || is_initial(words, m));
    if names > 4 && !particles && !asian {
        return None;
    }
    let all_common = (i..k).all(|m| common::is_common(words.fold(m)) || !words.is_capital(m));
    if all_common && !asian {
        return None;
    }
    let syllables = asian
        && names <= 4
        && (i + 1..k)
            .filter(|&m| words.is_capital(m))
            .all(|m| is_syllabic(words.fold(m)));
    if syllables {
        return Some(Person {
            words: k - i,
            sure: true,
        });
    }
    (given || support).then_some(Person {
        words: k - i,
        sure: (given || support) && names >= 2,
    })
}

/// Whether a person's name may start with word `i`: no common word, no cry in capitals, no compass point in front
/// of a country, no abbreviation.
fn may_open(words: &View, i: usize, end: usize, known: bool) -> bool {
    let w = words.fold(i);
    if office::is_courtesy(w) && !given_name::is_given(w) || office::is_office_plural(w) {
        return false;
    }
    if !known && common::is_common(w) && !given_name::is_surname(w) {
        return false;
    }
    let letters = words.word(i).chars().filter(|c| c.is_alphabetic()).count();
    let cry = words.shape(i) == Shape::Upper && letters > 2 && words.shape(i + 1) != Shape::Upper && !known;
    let point = is_initial(words, i)
        && gazetteer::longest(words, i + 1, end)
            .is_some_and(|h| matches!(h.known, gazetteer::Known::Country | gazetteer::Known::Demonym));
    !cry && !point && !is_clipped(words, i)
}

/// A clipped word with its point: "No.", "Nov.", "Ill.", "Ave.".
fn is_clipped(words: &View, i: usize) -> bool {
    let raw = words.word(i);
    raw.ends_with('.')
        && words.shape(i) == Shape::Capital
        && raw.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !is_suffix(words.fold(i))
}

/// Whether a person's name of so many words ends before the capitalised word `k`: where a common word, a body or a
/// change between capitals and small letters follows.
fn breaks_off(words: &View, k: usize, end: usize, names: usize, known: bool) -> bool {
    let w = words.fold(k);
    if is_clipped(words, k) || office::is_courtesy(w) && !known && !is_suffix(w) {
        return true;
    }
    let letters = words.word(k).chars().filter(|c| c.is_alphabetic()).count();
    let before = words.shape(k - 1);
    let cried = words.shape(k) == Shape::Upper && letters > 2 && before == Shape::Capital;
    if cried && (names > 1 || common::is_common(w)) {
        return true;
    }
    let calmed = before == Shape::Upper
        && words.shape(k) == Shape::Capital
        && words.word(k - 1).chars().filter(|c| c.is_alphabetic()).count() > 3
        && !words.word(k - 1).contains('.');
    if calmed && names > 1 {
        return true;
    }
    let body = gazetteer::longest(words, k, end).is_some_and(|h| {
        h.known == gazetteer::Known::Organization
            && (h.words > 1 || names > 1 && !common::is_common(w) && !is_initial(words, k - 1))
    });
    body || names > 1
        && !known
        && common::is_common(w)
        && !given_name::is_given(w)
        && !is_initial(words, k - 1)
}

/// Whether a word could be Chinese, Korean or Vietnamese by its sounds: short, no cluster of consonants but those these
/// languages write, ending in a vowel or a permitted consonant.
pub(super) fn is_syllabic(folded: &str) -> bool {
    if folded.len() > 9 || !folded.is_ascii() {
        return false;
    }
    let good_end = [
        "a", "e", "i", "o", "u", "y", "n", "g", "h", "m", "p", "t", "c", "k", "r", "l", "w",
    ]
    .iter()
    .any(|x| folded.ends_with(x));
    let vowels = folded.bytes().filter(|b| b"aeiouy".contains(b)).count();
    let mut run = 0;
    for b in folded.bytes() {
        run = if b"aeiouy".contains(&b) { 0 } else { run + 1 };
        if run > 3 {
            return false;
        }
    }
    let bad = [
        "st", "br", "cr", "dr", "fr", "gr", "bl", "cl", "fl", "gl", "pl", "sl", "sp", "sk", "ck", "rt", "rd",
        "rn", "ll", "ss", "ff", "tt", "son", "ton", "ley",
    ];
    good_end && (1..=5).contains(&vowels) && !bad.iter().any(|b| folded.contains(b) && folded.len() > b.len())
}
