//! Shares, points and multiples.

use dossier_model::{Bound, Point, Quantity, Span, UnitBase};

use super::whole::whole;
use super::{Amount, Found, UnitFound, UnitKind};
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::{self, Tags};
use crate::grammar::quantity::number::{self, Form, Number};
use crate::grammar::quantity::{hedge, unit};

dossier_world::words!(COMPARED = "quantity/behind_times.txt");
dossier_world::words!(MULTIPLIED = "quantity/behind_double.txt");

/// "%", "per cent", "percentage points", "basis points".
pub(super) fn share(view: View<'_>, k: usize) -> Option<(UnitBase, usize)> {
    const POINT: UnitBase = UnitBase::Point(Point::Percentage);
    let points = |k: usize| matches!(view.low(k), "point" | "points");
    Some(match view.low(k) {
        "%" | "percent" | "pct" | "percents" => {
            if points(k + 1) {
                (POINT, 2)
            } else {
                (UnitBase::Percent, 1)
            }
        }
        "per" if view.low(k + 1) == "cent" => {
            if points(k + 2) {
                (POINT, 3)
            } else {
                (UnitBase::Percent, 2)
            }
        }
        "per" if view.joins(k + 1) && view.low(k + 2) == "cent" => (UnitBase::Percent, 3),
        "pc" if !points(k + 1) => (UnitBase::Percent, 1),
        "pc" => (POINT, 2),
        "percentage" if points(k + 1) => (POINT, 2),
        "percentage" if view.joins(k + 1) && points(k + 2) => (POINT, 3),
        "pp" | "ppt" | "ppts" if !view.capital(k) => (POINT, 1),
        "basis" if points(k + 1) => (UnitBase::Point(Point::Basis), 2),
        "basis" if view.joins(k + 1) && points(k + 2) => (UnitBase::Point(Point::Basis), 3),
        "bps" | "bp" => (UnitBase::Point(Point::Basis), 1),
        _ => return None,
    })
}

/// "three times as many", "10-fold", "3x".
pub(super) fn ratio(view: View<'_>, tags: Tags<'_>, k: usize, h: usize, hyphen: usize) -> Option<UnitFound> {
    let times = |to: usize| UnitFound {
        unit: Some(UnitBase::Times.into()),
        of: whole(view, tags, to),
        to,
        kind: UnitKind::Measure,
    };
    if view.low(h) == "fold" && (hyphen == 1 || view.glued(h)) {
        return Some(times(h + 1));
    }
    if view.low(k) == "x" && view.glued(k) && !view.is(k + 1, Kind::Number) {
        return Some(times(k + 1));
    }
    if view.low(k) == "times" {
        let compared = COMPARED.has(view.low(k + 1));
        return Some(if compared {
            times(k + 1)
        } else {
            UnitFound {
                unit: Some(UnitBase::count("time").into()),
                of: None,
                to: k + 1,
                kind: UnitKind::Measure,
            }
        });
    }
    None
}

/// "double the number", "twice as many students", "a threefold rise".
pub(super) fn multiple(view: View<'_>, tags: Tags<'_>, i: usize) -> Option<Found> {
    let word = view.low(i);
    let value = match word {
        "twice" | "double" => 2.0,
        "thrice" | "triple" | "treble" => 3.0,
        "quadruple" => 4.0,
        _ => {
            let stem = word.strip_suffix("fold")?;
            let n = number::parse(stem).filter(|n| n.form == Form::Words)?;
            let span = view.span(i, i + 1)?;
            return Some(Found {
                items: vec![(span, times(n.value, None))],
                next: i + 1,
            });
        }
    };
    let mut to = match view.low(i + 1) {
        word if MULTIPLIED.has(word) => i + 1,
        "as" if matches!(view.low(i + 2), "many" | "much") => i + 3,
        // "twice as fast as": the second "as" must come.
        "as" if view.capital(i + 2) => return None,
        "as" if (4..=6).any(|n| view.low(i + n) == "as") || view.low(i + 3) == "as" => i + 1,
        _ => return None,
    };
    let hedge = hedge::before(view, i).map_or(0, |h| h.1);
    let verb = matches!(tags.upos(view, i), Some(dossier_model::Upos::Verb))
        || matches!(view.back(i, 1), "to" | "will" | "would" | "could");
    if verb && word != "twice" {
        return None;
    }
    let of = if view.low(to) == "the" && matches!(view.low(to + 1), "number" | "amount" | "figure" | "total")
    {
        let tail = to + 2;
        to = tail;
        if view.low(tail) == "of" {
            whole(view, tags, tail)
        } else {
            view.span(tail - 1, tail)
        }
    } else if to == i + 3 {
        noun::phrase(view, tags, to, word != "one").and_then(|p| view.span(p.from, p.to))
    } else {
        whole(view, tags, to)
    };
    let (end, _) = (i + 1, to);
    let span = view.span(i - hedge, end)?;
    let bound = hedge::before(view, i).map_or(Bound::Exact, |h| h.0);
    let mut q = times(value, of);
    q.bound = bound;
    q.low = matches!(bound, Bound::Over | Bound::AtLeast).then_some(value);
    q.high = matches!(bound, Bound::Under | Bound::AtMost).then_some(value);
    Some(Found {
        items: vec![(span, q)],
        next: i + 1,
    })
}

pub(super) fn times(value: f64, of: Option<Span>) -> Quantity {
    Quantity {
        value: Some(value),
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: Some(UnitBase::Times.into()),
        of,
        ordinal: false,
        step: 1.0,
        moves: false,
    }
}

/// "one in five Americans", "nine out of 10": a share as two numbers.
pub(super) fn proportion(view: View<'_>, tags: Tags<'_>, a: Amount) -> Option<Found> {
    let plain =
        |n: Number| matches!(n.form, Form::Digits | Form::Words) && n.scale == 0 && n.value.fract() == 0.0;
    let at = match view.low(a.to) {
        "in" => a.to + 1,
        "out" if view.low(a.to + 1) == "of" => a.to + 2,
        _ => return None,
    };
    let whole = number::at(view, at, false).filter(|n| plain(*n) && !view.capital(at))?;
    let round = matches!(
        whole.value as u32,
        3..=10 | 20 | 50 | 100 | 1000 | 10_000 | 100_000 | 1_000_000
    );
    let below = a.number.value >= 1.0 && a.number.value < whole.value;
    let to = at + whole.used;
    // "two in three days", "2 in 2016" are counts with a time.
    if !(plain(a.number) && a.money.is_none() && below && round)
        || unit::after(view, to, true).is_some()
        || view.joins(to)
        || share(view, to).is_some()
    {
        return None;
    }
    let value = a.number.value / whole.value;
    let counted = noun::phrase(view, tags, to, true);
    let hedge = hedge::before(view, a.from);
    let span = view.span(a.from - hedge.map_or(0, |h| h.1), to)?;
    let bound = hedge.map_or(Bound::Exact, |h| h.0);
    let quantity = Quantity {
        value: Some(value),
        low: matches!(bound, Bound::Over | Bound::AtLeast).then_some(value),
        high: matches!(bound, Bound::Under | Bound::AtMost).then_some(value),
        bound,
        unit: None,
        of: counted.and_then(|p| view.span(p.from, p.to)),
        ordinal: false,
        step: value,
        moves: false,
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: to,
    })
}
