//! Amounts told in two units: "5 feet 2 inches", "3 dollars and 50 cents".

use super::{Amount, UnitFound};
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::number::{self, Form};
use crate::grammar::quantity::{currency, noun, unit};

/// What the smaller unit behind adds, counted in the larger, and where it ends.
pub(super) fn rest(view: View<'_>, found: &UnitFound, a: Amount) -> Option<(f64, usize)> {
    let larger = found.name.as_deref()?;
    if a.number.value.fract() != 0.0 || a.number.scale > 0 {
        return None;
    }
    let k = found.to + usize::from(view.low(found.to) == "and");
    let n = number::at(view, k, false)
        .filter(|n| matches!(n.form, Form::Digits | Form::Words) && n.scale == 0)?;
    let at = k + n.used;
    // "5 foot 9", "6ft 2in".
    if larger == "foot" && k == found.to && n.form == Form::Digits && n.value < 12.0 {
        let word = view.low(at);
        if word == "in" && view.glued(at) {
            return Some((n.value / 12.0, at + 1));
        }
        if !view.joins(at) && (!view.is(at, Kind::Word) || noun::closed(word) || word == "tall") {
            return Some((n.value / 12.0, at));
        }
    }
    let (smaller, used) = match unit::after(view, at, n.form == Form::Digits) {
        Some(f) => (f.name, f.used),
        None => currency::after(view, at).map(|f| (f.name, f.used))?,
    };
    let parts = match (larger, smaller) {
        ("foot", "inch") => 12.0,
        ("pound", "ounce") => 16.0,
        ("stone", "pound") => 14.0,
        ("pound sterling" | "pound", "penny") => 100.0,
        (l, "cent") if l == "euro" || l.ends_with("dollar") => 100.0,
        _ => return None,
    };
    (n.value < parts).then_some((n.value / parts, at + used))
}
