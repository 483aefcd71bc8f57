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
