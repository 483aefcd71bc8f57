//! Numbers that count nothing by their look: scores, codes, years.

use super::view::{Kind, View};

/// "17-3", "6-3", "555-1234": two numbers with a dash, the number of which ends at piece `k`.
#[must_use]
pub fn is_score(view: View<'_>, k: usize) -> bool {
    let dash = view.joins(k) || (view.raw(k) == "—" && view.glued(k));
    dash && view.is(k + 1, Kind::Number)
}

/// The end of a run of digits and marks without white space.
#[must_use]
pub fn past_run(view: View<'_>, mut k: usize) -> usize {
    while k < view.len() && view.glued(k) && !matches!(view.raw(k), "," | ")" | ";" | "\"" | "”") {
        k += 1;
    }
    k
}

/// Whether piece `i` has the four digits of a year.
#[must_use]
pub fn is_yearlike(view: View<'_>, i: usize) -> bool {
    let raw = view.raw(i);
    raw.len() == 4 && raw.parse::<u32>().is_ok_and(|y| (1000..=2100).contains(&y))
}

/// Whether more digits follow behind a point, a colon, a slash or a comma at piece `k`: "1.2.3", "10:30", "9/11".
#[must_use]
pub fn goes_on(view: View<'_>, k: usize) -> bool {
    matches!(view.raw(k), "." | ":" | "/" | ",")
        && view.glued(k)
        && view.glued(k + 1)
        && view.is(k + 1, Kind::Number)
}
