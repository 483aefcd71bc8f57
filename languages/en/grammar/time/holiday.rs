//! Feasts by their names.

use dossier_annotate::time::Holiday;
use dossier_model::Upos;
use dossier_world::words;

use super::lex::Pieces;
use super::lexicon::{FEASTS, Term};

words!(LEADING = "time/before_days.txt");
words!(PERIODS = "time/feast_periods.txt");

/// Capitalised words that make a feast's name part of another ("Easter Island", "Thanksgiving Point").
const NOT_BEFORE: &[&str] = &["Island", "Islands", "Rising", "Point", "Carol"];

/// Whether the words of a feast or weekday from `i` to `end` are a part of a name ("the Good Friday Agreement",
/// "Monday.com") or the kind of a thing ("a Christmas market").
pub(super) fn in_name(p: &Pieces, i: usize, end: usize) -> bool {
    let next = p.at(end);
    if next.text == "." && next.glued && p.at(end + 1).glued && p.at(end + 1).is_small() {
        return true;
    }
    if next.glued || !matches!(p.term(end), Term::Other) || p.before(i).any(&LEADING) {
        return false;
    }
    // "The Good Friday Agreement": a name may have begun before.
    let open = i.wrapping_sub(usize::from(p.before(i).is_capital() && i > 1));
    let the = p
        .before(open)
        .any(&["the", "a", "an", "its", "their", "our", "this"]);
    if next.is_capital() {
        // Behind the article a capital goes on with a name.
        return the && !p.at(end + 1).is_dash();
    }
    // A feast in front of a common noun tells its kind.
    end == i + 1
        && !matches!(p.term(i), Term::Weekday(..))
        && next.is_small()
        && !next.any(&PERIODS)
        && is_common_noun(p, end)
}

/// Whether the tagger sees a common noun.
fn is_common_noun(p: &Pieces, k: usize) -> bool {
    let (piece, tags) = (p.at(k), p.tags());
    let at = tags.spans().partition_point(|s| s.start < piece.span.start);
    tags.spans().get(at).is_some_and(|s| *s == piece.span) && tags.upos(at) == Upos::Noun
}

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
    if in_name(p, i, end) {
        return None;
    }
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
