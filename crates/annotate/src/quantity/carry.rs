//! What one number of a sentence takes from the one before it.

use dossier_model::{Bound, Quantity, Span, UnitBase};

/// Goes through neighbours: the number before, and the number that may take from it.
fn each_pair(found: &mut [(Span, Quantity)], mut f: impl FnMut((Span, &Quantity), (Span, &mut Quantity))) {
    for k in 1..found.len() {
        let (left, right) = found.split_at_mut(k);
        if let (Some((before, a)), Some((own, b))) = (left.last(), right.first_mut()) {
            f((*before, a), (*own, b));
        }
    }
}

/// A bare small number is in percent as well, where the number before is and `linked` says that the two stand alike.
pub fn carry_percent(found: &mut [(Span, Quantity)], linked: impl Fn(Span, Span) -> bool) {
    each_pair(found, |(before, a), (own, b)| {
        let percent = a.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent));
        let small = b.value.is_some_and(|v| v.abs() < 100.0);
        let bare = b.unit.is_none() && b.of.is_none() && !b.ordinal;
        if percent && bare && small && linked(before, own) {
            b.unit.clone_from(&a.unit);
        }
    });
}

/// "Some 60 boats and 100 lorries": what is about so many of one thing is about so many of the next, where `linked` says that
/// nothing but a conjunction parts the two.
pub fn carry_about(found: &mut [(Span, Quantity)], linked: impl Fn(Span, Span) -> bool) {
    each_pair(found, |(before, a), (own, b)| {
        let counted = |q: &Quantity| q.unit.as_ref().is_some_and(|u| u.noun().is_some()) && !q.ordinal;
        let many = b.value.is_some_and(|v| v >= 10.0);
        let plain = a.bound == Bound::About && b.bound == Bound::Exact;
        if plain && many && counted(a) && counted(b) && linked(before, own) {
            b.bound = Bound::About;
        }
    });
}

/// The hedge of a number holds for the next one of the same unit, where `linked` says that the two stand alike.
pub fn carry_hedges(found: &mut [(Span, Quantity)], linked: impl Fn(Span, Span) -> bool) {
    each_pair(found, |(before, a), (own, b)| {
        let hedged = matches!(a.bound, Bound::Over | Bound::Under | Bound::About);
        if b.bound == Bound::Exact && hedged && a.unit == b.unit && linked(before, own) {
            b.bound = a.bound;
            b.low = (b.bound == Bound::Over).then_some(b.value).flatten();
            b.high = (b.bound == Bound::Under).then_some(b.value).flatten();
        }
    });
}
