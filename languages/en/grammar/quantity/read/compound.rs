//! Amounts told in two units: "5 feet 2 inches", "3 dollars and 50 cents".

use dossier_model::{Iso4217, Money, UnitBase};

use super::{Amount, UnitFound};
use crate::grammar::quantity::currency::Cash;
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::number::{self, Form};
use crate::grammar::quantity::{currency, noun, unit};

/// What the smaller unit behind adds, counted in the larger, and where it ends.
pub(super) fn rest(view: View<'_>, found: &UnitFound, a: Amount) -> Option<(f64, usize)> {
    let larger = &found.unit.as_ref().filter(|u| u.per.is_none())?.base;
    if a.number.value.fract() != 0.0 || a.number.scale > 0 {
        return None;
    }
    let k = found.to + usize::from(view.low(found.to) == "and");
    let n = number::at(view, k, false)
        .filter(|n| matches!(n.form, Form::Digits | Form::Words) && n.scale == 0)?;
    let at = k + n.used;
    // "5 foot 9", "6ft 2in".
    if larger.ucum() == Some("[ft_i]") && k == found.to && n.form == Form::Digits && n.value < 12.0 {
        let word = view.low(at);
        if word == "in" && view.glued(at) {
            return Some((n.value / 12.0, at + 1));
        }
        if !view.joins(at) && (!view.is(at, Kind::Word) || noun::closed(word) || word == "tall") {
            return Some((n.value / 12.0, at));
        }
    }
    let (smaller, used) = match unit::after(view, at, n.form == Form::Digits) {
        Some(f) => (f.unit.base, f.used),
        None => currency::after(view, at).map(|f| (f.cash.into(), f.used))?,
    };
    let parts = parts_of(larger, &smaller)?;
    (n.value < parts).then_some((n.value / parts, at + used))
}

/// How many of the smaller unit make one of the larger.
fn parts_of(larger: &UnitBase, smaller: &UnitBase) -> Option<f64> {
    match (larger, smaller) {
        (UnitBase::Measure(l), UnitBase::Measure(s)) => match (l.as_str(), s.as_str()) {
            ("[ft_i]", "[in_i]") => Some(12.0),
            ("[lb_av]", "{ounce}") => Some(16.0),
            ("[stone_av]", "[lb_av]") => Some(14.0),
            _ => None,
        },
        (UnitBase::Currency(Iso4217::GBP) | UnitBase::Money(Money::Pound), UnitBase::Money(Money::Penny)) => {
            Some(100.0)
        }
        (UnitBase::Money(Money::Dollar), UnitBase::Money(Money::Cent)) => Some(100.0),
        (UnitBase::Currency(code), UnitBase::Money(Money::Cent)) => {
            let dollar = code.as_str() == "EUR" || currency::goes_by(Cash::Of(*code), "dollar");
            dollar.then_some(100.0)
        }
        _ => None,
    }
}
