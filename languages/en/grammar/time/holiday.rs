//! Feasts by their names.

use dossier_annotate::time::Holiday;

use super::lex::Pieces;
use super::lexicon::FEASTS;

/// Capitalised words that make a feast's name part of another ("Easter Island", "Thanksgiving Point").
const NOT_BEFORE: &[&str] = &["Island", "Islands", "Rising", "Point", "Carol"];

/// The feast whose name starts at `i`, and the place behind it.
pub(super) fn find(p: &Pieces, i: usize) -> Option<(usize, Holiday)> {
    let first = p.at(i).text;
    let is = |k: usize, name: &str| {
        let got = p.at(i + k);
        if name == "'" {
            got.is_apostrophe()
        } else {
            got.text == name
        }
    };
    let (taken, holiday) = FEASTS.find(first, is).find(|(n, _)| !p.any(i + n, NOT_BEFORE))?;
    let end = i + taken;
    // Canada keeps Thanksgiving in October; its neighbour's day is not taken for it.
    if first == "Thanksgiving" && p.before(i).is("Canadian") {
        return Some((end, Holiday::Nth(10, 2, 1, 0)));
    }
    // "Eid Muhammad" is a man.
    if taken == 1 && first == "Eid" && p.at(end).is_capital() && !p.at(end).glued {
        return None;
    }
    Some((end, holiday))
}
