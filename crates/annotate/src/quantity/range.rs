//! Two numbers that are the ends of one quantity.

use dossier_model::{Bound, Quantity, Span, Unit};

use super::value::Number;

/// The lower end of a range as its higher end makes it: "3 to 5 million" begins at three million, "50-60,000" at
/// fifty thousand. `dash` where a dash joins them, `thousands` where the higher end is printed with its thousands.
#[must_use]
pub fn lower_end(a: &Number, b: &Number, dash: bool, thousands: bool) -> f64 {
    let low = a.value;
    if a.takes_scale_of(b) {
        let scaled = a.scaled_as(b);
        return if scaled < b.value { scaled } else { low };
    }
    if dash && low < 1000.0 && b.scale == 0 && thousands {
        return Some(low * 1000.0).filter(|l| *l < b.value).unwrap_or(low);
    }
    low
}

/// The quantity between two ends.
#[must_use]
pub fn between(low: f64, high: f64, step: f64, unit: Option<Unit>, of: Option<Span>) -> Quantity {
    Quantity {
        value: None,
        low: Some(low),
        high: Some(high),
        bound: Bound::Range,
        unit,
        of,
        ordinal: false,
        step,
        moves: false,
    }
}
