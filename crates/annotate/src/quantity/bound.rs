//! How hedges bound a number.

use dossier_model::Bound;

/// A number with what its hedges say of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounded {
    /// The number; `None` for a range.
    pub value: Option<f64>,
    /// Least value.
    pub low: Option<f64>,
    /// Greatest value.
    pub high: Option<f64>,
    /// How it is bounded.
    pub bound: Bound,
}

/// What several hedges of one number say together, the strongest first: one that bounds from a side counts before
/// "about", and that before none.
#[must_use]
pub fn strongest(hedges: impl IntoIterator<Item = Bound> + Clone) -> Bound {
    let first = |wanted: fn(Bound) -> bool| hedges.clone().into_iter().find(|b| wanted(*b));
    first(|b| !matches!(b, Bound::Exact | Bound::About))
        .or_else(|| first(|b| b == Bound::About))
        .unwrap_or(Bound::Exact)
}

/// A value under its hedge. `vague_high` is the greatest value of a word that names an order of magnitude alone.
#[must_use]
pub fn apply(value: f64, vague_high: Option<f64>, bound: Bound) -> Bounded {
    let (number, low, high, bound) = match (vague_high, bound) {
        (Some(high), _) => (None, Some(value), Some(high), Bound::Range),
        (None, Bound::Over | Bound::AtLeast) => (Some(value), Some(value), None, bound),
        (None, Bound::Under | Bound::AtMost) => (Some(value), None, Some(value), bound),
        _ => (Some(value), None, None, bound),
    };
    Bounded {
        value: number,
        low,
        high,
        bound,
    }
}

/// The bound that a list names by its word in the record.
#[must_use]
pub fn of_list(id: &str) -> Option<Bound> {
    let all = [
        Bound::Exact,
        Bound::About,
        Bound::Over,
        Bound::Under,
        Bound::AtLeast,
        Bound::AtMost,
        Bound::Range,
    ];
    all.into_iter().find(|b| b.as_str() == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_counts_before_about() {
        assert_eq!(strongest([Bound::About, Bound::AtLeast]), Bound::AtLeast);
        assert_eq!(strongest([Bound::Exact, Bound::About]), Bound::About);
        assert_eq!(strongest([]), Bound::Exact);
        let over = apply(5.0, None, Bound::Over);
        assert_eq!((over.low, over.high), (Some(5.0), None));
        assert_eq!(apply(24.0, Some(100.0), Bound::Exact).bound, Bound::Range);
        assert_eq!(of_list("at-least"), Some(Bound::AtLeast));
    }
}
