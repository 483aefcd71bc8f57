//! Words around a number that bound it.

use dossier_model::Bound;

use super::lex::{Kind, View};
use super::number;



/// The longest hedge that ends right before piece `i`, and its length.
pub(crate) fn before(view: View<'_>, i: usize) -> Option<(Bound, usize)> {
    let mut best: Option<(Bound, usize)> = None;
    for (form, bound) in BEFORE {
        let n = form.split(' ').count();
        if best.is_some_and(|b| b.1 >= n) || n > i {
            continue;
        }
        if form
            .split(' ')
            .enumerate()
            .all(|(k, part)| view.low(i - n + k) == part)
        {
            best = Some((*bound, n));
        }
    }
    let (bound, n) = best?;
    let first = view.low(i - n);
    let prior = view.back(i - n, 1);
    // "voted over 3 days", "spread over five provinces" are places and times; "three times over" no hedge.
    if n == 1
        && first == "over"
        && matches!(
            prior,
            "spread" | "scattered" | "divided" | "times" | "took" | "war" | "dispute"
        )
    {
        return None;
    }
    // "and some 20" is one; "some" in "handsome" cannot be here.
    if n == 1 && matches!(first, "under" | "above" | "below" | "beyond") && view.back(i - n, 1) == "article" {
        return None;
    }
    // "just 3 percent more than 5": fine. "no" turned "more than" around already in the list.
    Some((bound, n))
}

/// The hedge right behind a number or unit, from piece `i` on, and its length.
pub(crate) fn behind(view: View<'_>, i: usize) -> Option<(Bound, usize)> {
    if view.raw(i) == "+" && view.glued(i) {
        return Some((Bound::AtLeast, 1));
    }
    if view.joins(i) {
        return match view.low(i + 1) {
            "plus" => Some((Bound::AtLeast, 2)),
            "odd" | "some" => Some((Bound::About, 2)),
            _ => None,
        };
    }
    if !view.is(i, Kind::Word) {
        return None;
    }
    if view.low(i) == "plus" && !view.is(i + 1, Kind::Digits) && !view.glued(i) {
        return None;
    }
    let mut best: Option<(Bound, usize)> = None;
    for (form, bound) in BEHIND {
        let n = form.split(' ').count();
        if best.is_none_or(|b| n > b.1) && form.split(' ').enumerate().all(|(k, p)| view.low(i + k) == p) {
            best = Some((*bound, n));
        }
    }
    let (bound, n) = best?;
    // "a million people and over a thousand homes": the hedge of the next number.
    let next = i + n + usize::from(matches!(view.low(i + n), "the" | "a" | "an"));
    let another = number::at(view, i + n, true)
        .or_else(|| number::at(view, next, true))
        .is_some()
        || super::currency::before(view, i + n).is_some();
    // "300 people or more than a third": not this hedge.
    (!another && view.low(i + n) != "than" && !(view.low(i) == "maximum" && view.is(i + 1, Kind::Word)))
        .then_some((bound, n))
}
