//! Named happenings, treaties and laws.

use super::{is_suffix, stretch};
use crate::grammar::mention::name_word;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;

dossier_world::words!(WORK_TAILS = "mention/work_tails.txt");
dossier_world::words!(HAPPENING_TAILS = "mention/happening_tails.txt");
dossier_world::words!(ELECTION_KINDS = "mention/election_kinds.txt");

/// Number of words of a named happening that starts with word `i`: "World War II", "Sundance Film Festival",
/// "2015 Freedonian general election".
pub(crate) fn event(words: &View, i: usize, end: usize) -> usize {
    if words.shape(i) == Shape::Number && words.word(i).len() == 4 && words.is_capital(i + 1) {
        let stop = stretch(words, i + 1, end);
        let mut k = stop;
        while k < end.min(stop + 4) && words.shape(k) == Shape::Lower {
            if matches!(words.fold(k), "election" | "elections" | "referendum") {
                return k + 1 - i;
            }
            if !ELECTION_KINDS.has(words.fold(k)) {
                break;
            }
            k += 1;
        }
        return 0;
    }
    let stop = stretch(words, i, end);
    let mut last = stop;
    if last > i + 2 && is_suffix(words.fold(last - 1)) {
        last -= 1;
    } else if words.fold(stop) == "i" || words.fold(stop) == "ii" {
        return 0;
    }
    let w = words.fold(last - 1);
    let tail = HAPPENING_TAILS.has(w);
    let clean = !(i..last - 1).any(|k| {
        office::is_office(words.fold(k)) || name_word::ends_body(words.fold(k)) && words.fold(k) != "press"
    });
    if tail && last > i + 1 && clean && !words.opens_sentence(i) {
        stop - i
    } else {
        0
    }
}

/// Number of words of a treaty, law or plan that starts with word `i`: "Paris Agreement", "Voting Rights Act".
pub(crate) fn work(words: &View, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let w = words.fold(stop - 1);
    let tail = WORK_TAILS.has(w);
    let clean = !(i..stop - 1).any(|k| office::is_office(words.fold(k)));
    if tail && stop > i + 1 && clean && !words.opens_sentence(i) {
        stop - i
    } else {
        0
    }
}
