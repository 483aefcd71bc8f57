//! The two ends of a change: "rose from 3 percent to 5 percent".

use dossier_model::Quantity;

use super::value::Number;

/// Makes two quantities the ends of one change: a unit told once holds for both, a rate too. `false` where they are
/// of two things.
pub fn join(low: &mut Quantity, high: &mut Quantity, a: &Number, b: &Number) -> bool {
    if low.value.is_none() || high.value.is_none() {
        return false;
    }
    if low.unit.is_none() && high.unit.is_some() {
        low.unit.clone_from(&high.unit);
        low.of = high.of;
        // "from 3 to 5 million".
        if a.takes_scale_of(b) {
            low.value = Some(a.scaled_as(b));
        }
    }
    // "from 120 jobs to 200", "from $51 to $53 a barrel".
    if high.unit.is_none() {
        high.unit.clone_from(&low.unit);
        high.of = low.of;
    }
    let rated = low.unit.as_ref().zip(high.unit.as_ref());
    if rated.is_some_and(|(l, h)| l.per.is_none() && h.per.is_some() && l.base == h.base) {
        low.unit.clone_from(&high.unit);
    }
    low.moves = low.unit == high.unit;
    low.moves
}
