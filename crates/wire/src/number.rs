//! Numbers as a person would write them.

use serde::Serializer;

/// Writes 23000 rather than 23000.0: a whole number stays whole where a double holds it exactly, and what is
/// no number is null.
pub(crate) fn write<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !value.is_finite() {
        to.serialize_none()
    } else if value.fract() == 0.0 && value.abs() < EXACT {
        to.serialize_i64(*value as i64)
    } else {
        to.serialize_f64(*value)
    }
}

/// [`write`], and null where there is none.
pub fn write_optional<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(v) => write(v, to),
        None => to.serialize_none(),
    }
}

/// A range so wide is an order of magnitude, where nobody printed its ends.
const WIDE: f64 = 2.4;
/// Ends that are spelled out are smaller.
const SPELLED: f64 = 10.0;

/// Whether a report's numbers are those of its words. Words such as "dozens" stand for a range while numbers are compared,
/// but nobody printed its ends, so these are shown to nobody.
///
/// ```
/// use dossier_wire::number::is_printed;
///
/// assert!(!is_printed(None, Some(24.0), Some(100.0), "Dozens of barns were lost."));
/// assert!(is_printed(None, Some(24.0), Some(100.0), "Between 24 and 100 barns were lost."));
/// ```
#[must_use]
pub fn is_printed(value: Option<f64>, low: Option<f64>, high: Option<f64>, words: &str) -> bool {
    let (None, Some(low), Some(high)) = (value, low, high) else {
        return true;
    };
    if low < SPELLED || high < WIDE * low {
        return true;
    }
    let printed = |n: f64| {
        let wanted = significant(&n.to_string());
        words
            .split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .any(|piece| !piece.is_empty() && significant(piece) == wanted)
    };
    printed(low) && printed(high)
}

/// The digits that are left of a number at any scale: "2" of "200" and "2", "25" of "2.5" and "2,500".
fn significant(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}
