//! Names of places, by their openers and tails.

use super::{gazetteer, is_initial, stretch};
use crate::grammar::lists::{common, given_name, office, organization, place};
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// Number of words of the place's name that starts with word `i`, told by an opener or a tail; 0 where none.
pub(crate) fn place(words: &View, i: usize, end: usize) -> usize {
    let stop = stretch(words, i, end);
    let first = words.fold(i);
    let mut tail = None;
    for k in i + 1..stop {
        let w = words.fold(k);
        if place::is_tail(w) {
            tail = Some(k);
        }
        if office::is_office(w) {
            break;
        }
    }
    if office::is_courtesy(first) && !matches!(first, "st" | "st." | "mt" | "mt.") {
        return 0;
    }
    // "Christopher R. Hill", "Marianne Lake": some tails are surnames.
    if let Some(k) = tail
        && k + 1 == stop
        && given_name::is_given(first)
        && (k == i + 1 || k == i + 2 && is_initial(words, i + 1))
        && matches!(
            words.fold(k),
            "hill"
                | "hills"
                | "heath"
                | "field"
                | "forest"
                | "lake"
                | "hall"
                | "lane"
                | "ward"
                | "rivers"
                | "port"
                | "pass"
                | "cape"
                | "falls"
                | "church"
                | "house"
                | "temple"
                | "coast"
        )
    {
        return 0;
    }
    // "U.S. Air Force Yokota Air Base": the body in front is a name of its own.
    if let Some(k) = tail
        && (i + 2..k - 1).any(|m| {
            let w = words.fold(m);
            organization::is_tail(w)
                && !organization::is_weak_tail(w)
                && !place::is_tail(w)
                && !place::is_tail(words.fold(m + 1))
                && !common::is_common(words.fold(m + 1))
        })
    {
        return 0;
    }
    if let Some(k) = tail {
        let company = (i..k).any(|m| !common::is_common(words.fold(m)) && words.shape(m) != Shape::Mark);
        if company {
            return k + 1 - i;
        }
    }
    let geographic = matches!(
        first,
        "lake" | "mount" | "mt" | "mt." | "fort" | "port" | "cape" | "camp" | "isle"
    );
    if geographic && stop > i + 1 && !office::is_office(words.fold(i + 1)) {
        return (stop - i).min(3);
    }
    let of = matches!(
        first,
        "gulf"
            | "bay"
            | "strait"
            | "isle"
            | "island"
            | "islands"
            | "province"
            | "city"
            | "state"
            | "republic"
            | "kingdom"
            | "sea"
            | "port"
            | "cape"
            | "lake"
            | "river"
            | "university-town"
    );
    if of && words.fold(i + 1) == "of" {
        let k = if words.fold(i + 2) == "the" { i + 3 } else { i + 2 };
        if k < end && words.is_capital(k) && !common::is_common(words.fold(k)) {
            let stop =
                gazetteer::longest(words, k, end).map_or_else(|| stretch(words, k, end), |h| k + h.words);
            return stop - i;
        }
    }
    0
}
