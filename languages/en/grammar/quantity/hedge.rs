//! Words around a number that bound it.

use std::sync::LazyLock;

use dossier_annotate::quantity::forms::Ending;
use dossier_annotate::quantity::{Forms, bound};
use dossier_model::Bound;

use super::lex::{Kind, View};
use super::number;

dossier_world::words!(TAKES_OVER = "quantity/takes_over.txt");
dossier_world::table!(BEFORE_ROWS = "quantity/hedges_before.tsv");
dossier_world::table!(BEHIND_ROWS = "quantity/hedges_behind.tsv");

/// Hedges that stand before a number.
static BEFORE: LazyLock<Forms<Bound>> = LazyLock::new(|| Forms::of_table(&BEFORE_ROWS, bound::of_list));
/// Hedges that stand behind a number or its unit.
static BEHIND: LazyLock<Forms<Bound>> = LazyLock::new(|| Forms::of_table(&BEHIND_ROWS, bound::of_list));

/// The longest hedge that ends right before piece `i`, and its length.
pub(crate) fn before(view: View<'_>, i: usize) -> Option<(Bound, usize)> {
    const LONGEST: usize = 6;
    let best = (1..=LONGEST.min(i)).rev().find_map(|n| {
        let at = |k: usize| if k < n { view.low(i - n + k) } else { "" };
        let (bound, used) = BEFORE.longest(Ending::Listed, at)?;
        (used == n).then_some((*bound, n))
    });
    let (bound, n) = best?;
    let first = view.low(i - n);
    let prior = view.back(i - n, 1);
    // "Spread over five provinces", "handed over 21 girls": places, times and what is handed over.
    if n == 1 && first == "over" && TAKES_OVER.has(prior) {
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
    if view.low(i) == "plus" && !view.is(i + 1, Kind::Number) && !view.glued(i) {
        return None;
    }
    let best = BEHIND
        .longest(Ending::Listed, |k| view.low(i + k))
        .map(|(bound, n)| (*bound, n));
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
