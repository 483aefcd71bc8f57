//! Whether the words in front of an office and its body tell that it is held no more: "former Norvik chairman".

use dossier_model::Upos;

use super::apposition::is_possessive;
use super::{DETERMINERS, Names};
use crate::grammar::clause::{auxiliary, is_negation};
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;

dossier_world::words!(pub(super) OVER = "mention/over_markers.txt");
dossier_world::words!(DISMISSES = "mention/dismissing_verbs.txt");

/// How many words may stand between the marker and the office with its body.
const REACH: usize = 7;

/// The marker that stands in front of the words of the office that begin with word `start`, with nothing but words of
/// the same noun phrase between.
pub(super) fn in_front(words: &View, names: &Names<'_>, start: usize, floor: usize) -> Option<usize> {
    let mut k = start;
    while k > floor && start - k < REACH {
        let w = words.fold(k - 1);
        if OVER.has(w) {
            return Some(k - 1);
        }
        // "the late Ostran president"; "late on Monday" and "then" alone are times.
        if matches!(w, "late" | "then") {
            let before = words.fold(k.wrapping_sub(2));
            let owned = is_possessive(before) || DETERMINERS.has(before) && before != "a";
            let told = owned || w == "then" && (words.word(k) == "-" || before == "(");
            return told.then_some(k - 1);
        }
        let part = match words.shape(k - 1) {
            Shape::Mark => matches!(words.word(k - 1), "-" | "‑") && words.is_glued(k - 1),
            Shape::Number => words.word(k) == "-",
            _ => {
                !common::is_function(w)
                    && (names.at(k - 1).is_some()
                        || matches!(
                            words.upos(k - 1),
                            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
                        ))
            }
        };
        if !part {
            return None;
        }
        k -= 1;
    }
    None
}

/// Whether the verb in front of an office takes it from its holder: "sacked coach Tom Reed", "parted ways with coach
/// Tom Reed". What may or shall be is no dismissal.
pub(super) fn is_dismissed(words: &View, names: &Names<'_>, start: usize, floor: usize) -> bool {
    let mut k = start;
    if k > floor && is_possessive(words.fold(k - 1)) {
        k -= 1;
        if let Some((_, n)) = names.ending(k) {
            k = n.start;
        }
    }
    if k > floor && DETERMINERS.has(words.fold(k - 1)) {
        k -= 1;
    }
    let before = |n: usize| if k >= floor + n { words.fold(k - n) } else { "" };
    let parted = before(1) == "with" && matches!(before(2), "company" | "ways") && before(3) == "parted";
    let verb = if parted { 3 } else { 1 };
    let real = |w: &str| auxiliary(w).is_none_or(|a| !a.is_modal()) && !is_negation(w) && w != "to";
    (parted || DISMISSES.has(before(1))) && real(before(verb + 1)) && real(before(verb + 2))
}
