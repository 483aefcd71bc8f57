//! Words around a number that bound it.

use std::sync::LazyLock;

use dossier_annotate::quantity::forms::Ending;
use dossier_annotate::quantity::{Forms, bound};
use dossier_model::Bound;

use super::scene::Scene;

dossier_world::table!(BEFORE_ROWS = "quantity/hedges_before.tsv");
dossier_world::table!(BEHIND_ROWS = "quantity/hedges_behind.tsv");

static BEFORE: LazyLock<Forms<Bound>> = LazyLock::new(|| Forms::of_table(&BEFORE_ROWS, bound::of_list));
static BEHIND: LazyLock<Forms<Bound>> = LazyLock::new(|| Forms::of_table(&BEHIND_ROWS, bound::of_list));

/// The longest hedge that ends right before piece `i`, and its length.
pub(super) fn before(s: Scene<'_>, i: usize) -> Option<(Bound, usize)> {
    const LONGEST: usize = 5;
    (1..=LONGEST.min(i)).rev().find_map(|n| {
        let at = |k: usize| if k < n { s.word(i - n + k) } else { "" };
        let (bound, used) = BEFORE.longest(Ending::Listed, at)?;
        (used == n).then_some((*bound, n))
    })
}

/// The hedge right behind a number or unit, and its length.
pub(super) fn behind(s: Scene<'_>, i: usize) -> Option<(Bound, usize)> {
    let (bound, used) = BEHIND.longest(Ending::Listed, |k| s.word(i + k))?;
    Some((*bound, used))
}
