//! Places in an order.

use dossier_model::{Bound, Quantity, Span};

/// A place in an order, of what is ordered.
#[must_use]
pub fn place(value: f64, of: Option<Span>) -> Quantity {
    Quantity {
        value: Some(value),
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: None,
        of,
        ordinal: true,
        step: 1.0,
        moves: false,
    }
}
