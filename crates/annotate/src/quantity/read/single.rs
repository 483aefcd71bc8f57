//! One number with its unit and hedges.

use dossier_model::{Bound, Layer, Quantity, Time, Unit};

use super::counted::unit_after;
use super::label::{name_or_idiom, yearlike};
use super::whole::with_rate;
use super::{Amount, Found, UnitFound, UnitKind, in_time};
use crate::quantity::lex::{Kind, View};
use crate::quantity::noun::{self, Tags};
use crate::quantity::number::Form;
use crate::quantity::{AGE, hedge};

/// One number with what surrounds it.
pub(super) fn single(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    let i = a.from;
    let mut k = a.to;
    let plus = hedge::behind(view, k);
    if let Some((_, n)) = plus {
        k += n;
    }
    let mut found = unit_after(view, tags, a, k)?;
    let counted = found.kind == UnitKind::Age || found.name.as_deref() == Some("time");
    if !counted && in_time(view, times, a.from, a.to) {
        return Found::skip(a.to);
    }
    if found.kind == UnitKind::None
        && let Some(age) = bare_age(view, tags, a)
    {
        found = age;
    }
    if name_or_idiom(view, tags, a, &found) {
        return Found::skip(a.to);
    }
    let mut start = i;
    let before =
        hedge::before(view, start).filter(|h| h.0 != Bound::Exact || view.raw(start.wrapping_sub(1)) != "a");
    if let Some((_, n)) = before {
        start -= n;
    }
    let part = a.number.form == Form::Fraction && found.of.is_some();
    let hedged = before.is_some() || plus.is_some();
    if found.kind == UnitKind::None && a.money.is_none() && !part && !licensed(view, a, hedged) {
        return Found::skip(a.to);
    }
    with_rate(view, &mut found);
    let mut end = found.to;
    let behind = hedge::behind(view, end)
        .filter(|_| !view.glued(end) && found.kind != UnitKind::None || before.is_none());
    if let Some((_, n)) = behind.filter(|_| !view.glued(end)) {
        end += n;
    }
    let span = view.span(start, end)?;
    let bound = [before.map(|b| b.0), plus.map(|b| b.0), behind.map(|b| b.0)]
        .into_iter()
        .flatten()
        .find(|b| *b != Bound::Exact)
        .unwrap_or(Bound::Exact);
    let value = a.number.value;
    let (value, low, high, bound) = match (a.number.vague_high, bound) {
        (Some(high), _) => (None, Some(value), Some(high), Bound::Range),
        (None, Bound::Over | Bound::AtLeast) => (Some(value), Some(value), None, bound),
        (None, Bound::Under | Bound::AtMost) => (Some(value), None, Some(value), bound),
        _ => (Some(value), None, None, bound),
    };
    let quantity = Quantity {
        value,
        low,
        high,
        bound,
        unit: found.name.map(Unit),
        of: found.of,
        ordinal: false,
        step: a.number.step,
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: end.max(a.to),
    })
}

/// ", 44," behind a name is an age.
fn bare_age(view: View<'_>, tags: Tags<'_>, a: Amount) -> Option<UnitFound> {
    let i = a.from;
    let age = view.is(i, Kind::Digits)
        && a.to == i + 1
        && view.raw(i).len() <= 3
        && (1.0..=115.0).contains(&a.number.value);
    let commas =
        view.back(i, 1) == "," && matches!(view.low(i + 1), "," | ".") && !view.is(i + 2, Kind::Digits);
    let person = i >= 3
        && view.capital(i - 2)
        && view.capital(i - 3)
        && view.is(i - 2, Kind::Word)
        && view.is(i - 3, Kind::Word);
    let tagged = tags
        .upos(view, i.checked_sub(2)?)
        .is_none_or(|u| u == dossier_model::Upos::Propn);
    (age && commas && person && tagged).then(|| UnitFound {
        name: Some(AGE.to_owned()),
        of: None,
        to: a.to,
        kind: UnitKind::Age,
    })
}

/// Whether a number without a unit may stand as a quantity: a level or a total, not a label.
fn licensed(view: View<'_>, a: Amount, hedged: bool) -> bool {
    let next = view.low(a.to);
    let open = view.is(a.to, Kind::Word) && !noun::closed(next) || view.is(a.to, Kind::Digits);
    if open || (yearlike(view, a.from) && a.to == a.from + 1) {
        return false;
    }
    let plain = a.number.form == Form::Digits;
    if hedged && (plain || a.number.value > 20.0) {
        return true;
    }
    let prev = view.back(a.from, 1);
    let large = a.number.value >= 1000.0;
    plain
        && (matches!(
            prev,
            "totalled" | "totaled" | "totalling" | "totaling" | "reached" | "reaching" | "hit"
        ) || (matches!(prev, "to" | "by") && view.back(a.from, 2) != "up")
            || (large && matches!(prev, "is" | "was" | "are" | "were" | "at")))
}
