//! Whether the words in front of an office and its body tell that it is held no more: "former Norvik chairman".

use dossier_model::Upos;

use super::apposition::is_possessive;
use super::{DETERMINERS, Names};
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;

dossier_world::words!(pub(super) OVER = "mention/over_markers.txt");

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
