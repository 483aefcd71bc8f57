//! Words around a number that bound it.

use dossier_model::Bound;

use super::lex::{Kind, View};
use super::number;

/// Hedges that stand before a number, in lower case, pieces apart by a space.
const BEFORE: &[(&str, Bound)] = &[
    ("about", Bound::About),
    ("around", Bound::About),
    ("some", Bound::About),
    ("roughly", Bound::About),
    ("approximately", Bound::About),
    ("approx", Bound::About),
    ("approx .", Bound::About),
    ("circa", Bound::About),
    ("ca .", Bound::About),
    ("nearly", Bound::About),
    ("almost", Bound::About),
    ("virtually", Bound::About),
    ("practically", Bound::About),
    ("barely", Bound::About),
    ("close to", Bound::About),
    ("near to", Bound::About),
    ("nearing", Bound::About),
    ("approaching", Bound::About),
    ("just about", Bound::About),
    ("more or less", Bound::About),
    ("in the region of", Bound::About),
    ("in the order of", Bound::About),
    ("on the order of", Bound::About),
    ("in the neighborhood of", Bound::About),
    ("in the neighbourhood of", Bound::About),
    ("in the vicinity of", Bound::About),
    ("somewhere around", Bound::About),
    ("an estimated", Bound::About),
    ("estimated", Bound::About),
    ("estimated at", Bound::About),
    ("estimated to be", Bound::About),
    ("an average of about", Bound::About),
    ("a total of about", Bound::About),
    ("a total of around", Bound::About),
    ("a total of some", Bound::About),
    ("very nearly", Bound::About),
    ("just around", Bound::About),
    ("maybe", Bound::About),
    ("perhaps", Bound::About),
    ("probably", Bound::About),
    ("an approximate", Bound::About),
    ("a rough", Bound::About),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("∼", Bound::About),
    ("±", Bound::About),
    ("over", Bound::Over),
    ("just over", Bound::Over),
    ("well over", Bound::Over),
    ("slightly over", Bound::Over),
    ("a little over", Bound::Over),
    ("more than", Bound::Over),
    ("just more than", Bound::Over),
    ("slightly more than", Bound::Over),
    ("a little more than", Bound::Over),
    ("well more than", Bound::Over),
    ("over than", Bound::Over),
    ("greater than", Bound::Over),
    ("larger than", Bound::Over),
    ("higher than", Bound::Over),
    ("bigger than", Bound::Over),
    ("exceeding", Bound::Over),
    ("exceeded", Bound::Over),
    ("exceed", Bound::Over),
    ("exceeds", Bound::Over),
    ("surpassing", Bound::Over),
    ("surpassed", Bound::Over),
    ("surpass", Bound::Over),
    ("surpasses", Bound::Over),
    ("topping", Bound::Over),
    ("topped", Bound::Over),
    ("tops", Bound::Over),
    ("in excess of", Bound::Over),
    ("upwards of", Bound::Over),
    ("upward of", Bound::Over),
    ("north of", Bound::Over),
    ("above", Bound::Over),
    ("well above", Bound::Over),
    ("just above", Bound::Over),
    ("beyond", Bound::Over),
    (">", Bound::Over),
    ("under", Bound::Under),
    ("just under", Bound::Under),
    ("well under", Bound::Under),
    ("slightly under", Bound::Under),
    ("a little under", Bound::Under),
    ("less than", Bound::Under),
    ("slightly less than", Bound::Under),
    ("a little less than", Bound::Under),
    ("just less than", Bound::Under),
    ("fewer than", Bound::Under),
    ("lower than", Bound::Under),
    ("smaller than", Bound::Under),
    ("below", Bound::Under),
    ("just below", Bound::Under),
    ("well below", Bound::Under),
    ("short of", Bound::Under),
    ("just short of", Bound::Under),
    ("shy of", Bound::Under),
    ("just shy of", Bound::Under),
    ("not quite", Bound::Under),
    ("<", Bound::Under),
    ("at least", Bound::AtLeast),
    ("greater than or equal to", Bound::AtLeast),
    ("more than or equal to", Bound::AtLeast),
    ("equal to or more than", Bound::AtLeast),
    ("equal to or greater than", Bound::AtLeast),
    ("> =", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("not fewer than", Bound::AtLeast),
    ("a minimum of", Bound::AtLeast),
    ("minimum of", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("at most", Bound::AtMost),
    ("less than or equal to", Bound::AtMost),
    ("equal to or less than", Bound::AtMost),
    ("< =", Bound::AtMost),
    ("at the most", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("upto", Bound::AtMost),
    ("as many as", Bound::AtMost),
    ("as high as", Bound::AtMost),
    ("as large as", Bound::AtMost),
    ("as low as", Bound::AtLeast),
    ("as little as", Bound::AtLeast),
    ("as few as", Bound::AtLeast),
    ("as much as", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("a maximum of", Bound::AtMost),
    ("maximum of", Bound::AtMost),
    ("≤", Bound::AtMost),
    // These say nothing about the bound but belong to the wording.
    ("a total of", Bound::Exact),
    ("a total of more than", Bound::Over),
    ("a total of over", Bound::Over),
    ("an average of more than", Bound::Over),
    ("somewhat more than", Bound::Over),
    ("far more than", Bound::Over),
    ("much more than", Bound::Over),
    ("considerably more than", Bound::Over),
    ("significantly more than", Bound::Over),
    ("a bit more than", Bound::Over),
    ("a bit over", Bound::Over),
    ("little more than", Bound::Over),
    ("far less than", Bound::Under),
    ("much less than", Bound::Under),
    ("a bit less than", Bound::Under),
    ("a bit under", Bound::Under),
    ("a fraction under", Bound::Under),
    ("just over", Bound::Over),
    ("equal to", Bound::Exact),
    ("an average of", Bound::Exact),
    ("a median of", Bound::Exact),
    ("a combined", Bound::Exact),
    ("a record", Bound::Exact),
];

/// Hedges that stand behind a number or its unit.
const BEHIND: &[(&str, Bound)] = &[
    ("or more", Bound::AtLeast),
    ("or over", Bound::AtLeast),
    ("or above", Bound::AtLeast),
    ("and above", Bound::AtLeast),
    ("and over", Bound::AtLeast),
    ("and more", Bound::AtLeast),
    ("or higher", Bound::AtLeast),
    ("or greater", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("at a minimum", Bound::AtLeast),
    ("or so", Bound::About),
    ("or thereabouts", Bound::About),
    ("more or less", Bound::About),
    ("give or take", Bound::About),
    ("or less", Bound::AtMost),
    ("or fewer", Bound::AtMost),
    ("or under", Bound::AtMost),
    ("or below", Bound::AtMost),
    ("or lower", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("at the most", Bound::AtMost),
    ("maximum", Bound::AtMost),
];

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
