//! Nouns that make one title with the noun of the office: "campaign manager", "four-star general".

use dossier_model::{Deprel, Upos};

use super::Names;
use super::apposition::is_possessive;
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

dossier_world::words!(PERIODS = "quote/period_nouns.txt");

/// How many nouns in small letters a title may take in.
const MOST: usize = 3;

/// Whether word `k` is a noun in small letters that qualifies the noun behind it.
pub(super) fn is_part(words: &View, k: usize) -> bool {
    words.deprel(k) == Deprel::Compound && is_plain(words, k)
}

/// Whether word `k` is a noun in small letters and no time.
fn is_plain(words: &View, k: usize) -> bool {
    words.shape(k) == Shape::Lower
        && words.upos(k) == Upos::Noun
        && !common::is_function(words.fold(k))
        && !PERIODS.has(words.fold(k))
}

/// Whether the noun of an office only qualifies the noun behind it: "the gold star father", "the champion horse".
pub(super) fn modifies_noun(words: &View, names: &Names<'_>, k: usize, end: usize) -> bool {
    let next = k + 1;
    let joined = words.deprel(k) == Deprel::Compound && words.head(k).is_some_and(|h| h > k && h <= k + 2)
        || words.shape(k) == Shape::Lower;
    joined
        && next < end
        && names.at(next).is_none()
        && is_plain(words, next)
        && !office::is_office(words.fold(next))
        && !office::is_modifier(words.fold(next))
}

/// Where the title begins that so far runs from word `title` to its noun `noun`.
pub(super) fn start(
    words: &View,
    names: &Names<'_>,
    (mut title, noun): (usize, usize),
    floor: usize,
) -> usize {
    let free = |k: usize| k >= floor && names.at(k).is_none();
    for _ in 0..MOST {
        let Some(k) = title.checked_sub(1).filter(|&k| free(k)) else {
            break;
        };
        // "Quill's communications director Ina Holt": the parser hangs both nouns on the name at times.
        let beside = words.head(k) == words.head(noun) && words.head(k).is_some_and(|h| h > noun);
        let inside = beside || words.head(k).is_some_and(|h| h > k && h <= noun);
        // "assistant hitting coach"
        let trained = words.word(k).ends_with("ing")
            && words.shape(k) == Shape::Lower
            && k > floor
            && office::is_modifier(words.fold(k - 1));
        // "White House communications director": behind a name the parser takes it for something else at times.
        let behind = |m: usize| names.at(m).is_some() || is_possessive(words.fold(m));
        let named = k > floor && behind(k - 1) && is_plain(words, k);
        let part = (is_part(words, k) && inside || named || trained) && words.shape(noun) == Shape::Lower;
        if !part {
            break;
        }
        title = k;
    }
    // "a 23-year-old veteran": the age is no part of it; "a four-star general" is torn nowhere.
    let glued = |t: usize| t > floor && matches!(words.word(t - 1), "-" | "‑") && words.is_glued(t - 1);
    for _ in 0..MOST {
        if !glued(title) {
            break;
        }
        let first = title.checked_sub(2).filter(|&k| free(k));
        match first {
            Some(k)
                if words.fold(title) != "old" && matches!(words.shape(k), Shape::Lower | Shape::Capital) =>
            {
                title = k;
            }
            _ if title < noun => {
                title += 1;
                break;
            }
            _ => break,
        }
    }
    title
}

/// "State's Attorney": a title with a genitive inside.
pub(super) fn is_of_state(words: &View, noun: usize) -> bool {
    words.fold(noun) == "attorney"
        && noun >= 2
        && matches!(words.fold(noun - 1), "'s" | "’s")
        && matches!(words.fold(noun - 2), "state" | "commonwealth" | "people")
}
