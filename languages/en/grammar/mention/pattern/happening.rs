//! Named happenings, treaties and laws.

use super::{is_suffix, stretch};
use crate::grammar::lists::{office, organization};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

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
            if !matches!(
                words.fold(k),
                "general"
                    | "presidential"
                    | "parliamentary"
                    | "legislative"
                    | "federal"
                    | "state"
                    | "local"
                    | "municipal"
                    | "provincial"
                    | "regional"
                    | "mayoral"
                    | "gubernatorial"
                    | "constitutional"
                    | "primary"
                    | "senate"
                    | "independence"
            ) {
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
    let tail = matches!(
        w,
        "festival"
            | "games"
            | "cup"
            | "olympics"
            | "championship"
            | "championships"
            | "war"
            | "wars"
            | "summit"
            | "awards"
            | "revolution"
            | "uprising"
            | "tournament"
            | "prix"
            | "marathon"
            | "conference"
            | "biennale"
            | "expo"
            | "intifada"
            | "genocide"
            | "holocaust"
    );
    let clean = !(i..last - 1).any(|k| {
        office::is_office(words.fold(k)) || organization::is_tail(words.fold(k)) && words.fold(k) != "press"
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
    let tail = matches!(
        w,
        "agreement"
            | "agreements"
            | "treaty"
            | "act"
            | "convention"
            | "protocol"
            | "pact"
            | "accord"
            | "accords"
            | "declaration"
            | "constitution"
            | "charter"
            | "amendment"
    );
    let clean = !(i..stop - 1).any(|k| office::is_office(words.fold(k)));
    if tail && stop > i + 1 && clean && !words.opens_sentence(i) {
        stop - i
    } else {
        0
    }
}
