//! The shapes that names take: organisations by head and tail words, places, persons, titles in front.

mod happening;
mod organization;
mod person;
mod place;

pub(crate) use happening::{event, work};
pub(crate) use organization::organization;
use person::is_syllabic;
pub(crate) use person::person;
pub(crate) use place::place;

use super::gazetteer;
use crate::grammar::lists::{common, given_name, office};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// A function word of English that opens a name of another language inside a sentence: "To Huu", "He Lifeng".
pub(crate) fn is_name_like(words: &View, i: usize, end: usize) -> bool {
    let w = words.fold(i);
    words.shape(i) == Shape::Capital
        && (given_name::is_vietnamese_surname(w)
            || given_name::is_chinese_surname(w)
            || given_name::is_korean_surname(w))
        && i + 1 < end
        && words.shape(i + 1) == Shape::Capital
        && is_syllabic(words.fold(i + 1))
        && !common::is_common(words.fold(i + 1))
        && !words.opens_sentence(i)
}

/// Particles inside persons' names.
pub(crate) fn is_particle(folded: &str) -> bool {
    matches!(
        folded,
        "de" | "la"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "do"
            | "du"
            | "des"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "bin"
            | "bint"
            | "ibn"
            | "al"
            | "el"
            | "ul"
            | "ud"
            | "uz"
            | "y"
            | "e"
            | "abu"
            | "zu"
            | "af"
            | "le"
            | "i"
    )
}

/// Parts written small after a hyphen inside a name: "Jong-un", "Tehreek-e-Insaf".
fn is_small_part(words: &View, i: usize) -> bool {
    let w = words.fold(i);
    matches!(
        w,
        "e" | "i"
            | "ul"
            | "ur"
            | "el"
            | "al"
            | "ud"
            | "de"
            | "du"
            | "la"
            | "le"
            | "les"
            | "sur"
            | "en"
            | "on"
            | "ez"
            | "es"
            | "as"
            | "a"
            | "bi"
    ) && words.is_glued(i + 1)
        || i >= 3
            && w.len() <= 5
            && w.len() >= 2
            && given_name::is_korean_surname(words.fold(i - 3))
            && words.is_capital(i - 3)
}

/// No name has more words than this; longer rows of capitals are cut, so that they are read in linear time.
const LONGEST: usize = 40;

/// One past the last word of the stretch of capitalised words from `i`, hyphens between them included.
pub(crate) fn stretch(words: &View, i: usize, end: usize) -> usize {
    let end = end.min(i + LONGEST);
    let mut k = i + 1;
    while k < end {
        let raw = words.word(k);
        match words.shape(k) {
            Shape::Capital | Shape::Upper if !common::is_calendar(words.fold(k)) || is_may(words, k) => {
                if common::is_function(words.fold(k)) && words.shape(k) != Shape::Upper
                    || is_outcry(words, i, k)
                {
                    break;
                }
                k += 1;
            }
            Shape::Mark
                if matches!(raw, "-" | "‑") && words.is_glued(k) && words.is_glued(k + 1) && k + 1 < end =>
            {
                if words.is_capital(k + 1)
                    || is_small_part(words, k + 1)
                    || words.shape(k + 1) == Shape::Number
                {
                    k += 2;
                } else {
                    break;
                }
            }
            Shape::Mark if raw == "&" && k + 1 < end && words.is_capital(k + 1) => k += 2,
            _ => break,
        }
    }
    k
}

/// "Theresa May", "Wei Jun": a month's name after a given name, a short one after a surname that stands first.
fn is_may(words: &View, k: usize) -> bool {
    if k == 0
        || words.shape(k) != Shape::Capital
        || !words.is_capital(k - 1)
        || words.shape(k + 1) == Shape::Number
    {
        return false;
    }
    let before = words.fold(k - 1);
    given_name::is_given(before)
        || words.fold(k).len() == 3
            && (given_name::is_chinese_surname(before)
                || given_name::is_korean_surname(before)
                || given_name::is_vietnamese_surname(before))
}

/// Whether word `k` changes from small letters to a word cried out in capitals, or back.
pub(crate) fn is_outcry(words: &View, start: usize, k: usize) -> bool {
    let cry = |m: usize| {
        let letters = words.word(m).chars().filter(|c| c.is_alphabetic()).count();
        words.shape(m) == Shape::Upper
            && letters > 3
            && (letters > 5 || common::is_common(words.fold(m)) || words.seen(words.fold(m)).lower > 0)
            && !words.word(m).contains('.')
            && gazetteer::longest(words, m, m + 1).is_none()
    };
    k > start
        && (cry(k) && words.shape(k - 1) == Shape::Capital || cry(k - 1) && words.shape(k) == Shape::Capital)
}

/// Number of words of a title in capitals that starts with word `i`: "Deputy Prime Minister". It must end in
/// an office.
pub(crate) fn title(words: &View, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let mut last = None;
    for k in i..stop.min(i + 7) {
        let w = words.fold(k);
        if office::is_courtesy(w) && k == i {
            // "Dr. Prof." may follow each other; a point may be a token of its own.
            last = Some(k);
            continue;
        }
        if office::is_office(w) {
            last = Some(k);
            continue;
        }
        if !(office::is_modifier(w) || words.word(k) == "-" || words.word(k) == "&") {
            break;
        }
    }
    last.map_or(0, |k| k + 1 - i)
}

/// Whether the word looks like an initial: "J.", "J", "J.K.".
pub(crate) fn is_initial(words: &View, i: usize) -> bool {
    let raw = words.word(i);
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    words.is_capital(i)
        && letters > 0
        && letters <= 2
        && (raw.ends_with('.') || letters == 1)
        && raw.len() <= 4
}

/// What follows a name: "Jr.", "III".
pub(crate) fn is_suffix(folded: &str) -> bool {
    matches!(
        folded,
        "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "xiv" | "xvi"
    )
}
