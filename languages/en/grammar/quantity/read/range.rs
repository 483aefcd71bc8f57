//! Two numbers that are the ends of one quantity.

use dossier_model::{Bound, Layer, Quantity, Time};

use super::counted::unit_after;
use super::label::{broken, scoreline, yearlike};
use super::single::single;
use super::whole::with_rate;
use super::{Amount, Found, UnitKind, amount, in_time};
use crate::grammar::quantity::lex::View;
use crate::grammar::quantity::noun::Tags;
use crate::grammar::quantity::number::Form;
use crate::grammar::quantity::{change, hedge};

/// A range: "between 3 and 5 people", "$62 to $68", "3-5 percent", "two or three days".
pub(super) fn range(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    if matches!(a.number.form, Form::Fraction | Form::Vague) {
        return None;
    }
    let before = view.back(a.from, 1);
    let between = before == "between" || view.back(a.from, 2) == "between";
    // "from 252 miles to 287 miles": a unit may stand on both sides.
    let own = if view.joins(a.to) {
        None
    } else {
        unit_after(view, tags, a, a.to)
            .map(|mut u| {
                with_rate(view, tags, &mut u);
                u
            })
            .filter(|u| {
                let counted = u.kind == UnitKind::Noun && matches!(before, "from" | "between");
                (counted || matches!(u.kind, UnitKind::Money | UnitKind::Measure | UnitKind::Duration))
                    && u.to > a.to
            })
    };
    let mid = own.as_ref().map_or(a.to, |u| u.to);
    let word = view.low(mid);
    // "5-7 percent", and "5 - 7 percent" with its unit.
    let apart = matches!(view.raw(mid), "-" | "–") && !view.glued(mid) && !view.glued(mid + 1);
    let dash = view.joins(mid) || own.is_none() && (apart || view.raw(mid) == "~" && view.glued(mid));
    let from = before == "from";
    // "increased by $4 billion to $9 billion" tells a step and a level.
    let step = before == "by" && (own.is_some() || a.money.is_some());
    let linked = match word {
        "to" => !(step || (from || own.is_some()) && changes(view, a.from)),
        "and" => between,
        "or" => own.is_none(),
        _ => dash,
    };
    if !linked {
        return if word == "to" && from {
            change(view, tags, times, a, mid)
        } else {
            None
        };
    }
    let b = hedged_amount(view, mid + 1)
        .filter(|b| !matches!(b.number.form, Form::Ordinal | Form::Fraction | Form::Vague))?;
    if b.money.is_some() && a.money != b.money || broken(view, b.to) || scoreline(view, b) {
        return None;
    }
    let mut low = a.number.value;
    let shares = b.number.scale > 0 && a.number.scale == 0 && low < 1000.0;
    if shares {
        let scaled: f64 = format!("{low}e{}", b.number.scale).parse().unwrap_or(f64::NAN);
        if scaled < b.number.value {
            low = scaled;
        }
    }
    // "50-60,000 people".
    if dash && !shares && low < 1000.0 && b.number.scale == 0 && view.raw(b.to - 1).ends_with(",000") {
        low = Some(low * 1000.0).filter(|l| *l < b.number.value).unwrap_or(low);
    }
    let high = b.number.value;
    let next_to = (high - low - 1.0).abs() < 1e-9;
    if low >= high
        || (word == "or" && !(next_to || high <= if a.number.form == Form::Words { 2.0 } else { 1.5 } * low))
    {
        return None;
    }
    let joined = Amount {
        from: a.from,
        to: b.to,
        number: b.number,
        money: a.money.or(b.money),
    };
    let mut found = unit_after(view, tags, joined, b.to)?;
    with_rate(view, tags, &mut found);
    if apart && matches!(found.kind, UnitKind::None | UnitKind::Noun) {
        return None;
    }
    // "17-3" is a score, "1000-5000" a range.
    let large = low >= 1000.0 && !(yearlike(view, a.from) && yearlike(view, b.from));
    let tens =
        a.number.form == Form::Digits && low >= 10.0 && !matches!(before, "by" | "won" | "lost" | "beat");
    let told = between
        || from && a.number.form == Form::Digits
        || large && dash
        || word == "to" && (tens && !yearlike(view, a.from) || hedge::before(view, a.from).is_some());
    if found.kind == UnitKind::None && !told {
        return None;
    }
    if let Some(own) = &own
        && own.kind != found.kind
    {
        return None;
    }
    let times_of = found.unit.as_ref().is_some_and(|u| u.base.noun() == Some("time"));
    let counted = times_of || matches!(found.kind, UnitKind::Age | UnitKind::Duration);
    let second = in_time(view, times, b.from, b.to);
    if !counted && (second || in_time(view, times, a.from, a.to)) {
        // "40,000 in 1865 to over 300,000 people": the year is no end of a range.
        return if dash || second { Found::skip(b.to) } else { None };
    }
    // "fell 12,000 to 345,000" tells a step and a level, "rose 3 to 5 percent" a range.
    let moved = word == "to" && change::change_word(before);
    if moved && (found.kind == UnitKind::None || a.money.is_some() && b.money.is_some()) {
        return None;
    }
    // "1990-2000 elections", "between 1600 and 1900 world temperatures" are years.
    let unnamed = found.of.is_none_or(|of| {
        view.lexes.get(b.to).is_none_or(|l| l.span.cover(of) == of) && of.of(view.text).contains(' ')
    });
    if (dash || unnamed)
        && matches!(found.kind, UnitKind::Noun | UnitKind::None)
        && yearlike(view, a.from)
        && yearlike(view, b.from)
    {
        return Found::skip(b.to);
    }
    let mut start = a.from;
    if between || from {
        start -= 1;
        if view.low(start) != "between" && view.low(start) != "from" {
            start -= 1;
        }
    }
    let hedge = hedge::before(view, start);
    let start = start - hedge.map_or(0, |h| h.1);
    let span = view.span(start, found.to)?;
    let quantity = Quantity {
        value: None,
        low: Some(low),
        high: Some(high),
        bound: Bound::Range,
        unit: found.unit,
        of: found.of,
        ordinal: false,
        step: a.number.step.min(b.number.step),
        moves: false,
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: found.to.max(b.to),
    })
}

/// The two ends of a change, "rose from 3 percent to 5 percent": two levels, the first marked.
fn change(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount, to: usize) -> Option<Found> {
    let b = hedged_amount(view, to + 1)
        .filter(|b| !matches!(b.number.form, Form::Ordinal | Form::Fraction | Form::Vague))?;
    let plain = |n: Amount| !(broken(view, n.to) || scoreline(view, n));
    if !(plain(a) && plain(b)) || yearlike(view, a.from) && yearlike(view, b.from) {
        return None;
    }
    // A lone "from 6" has the unit of what it rose to.
    let mut first = single(view, tags, times, a)?;
    let mut second = single(view, tags, times, b)?;
    let (Some((_, low)), Some((_, high))) = (first.items.first_mut(), second.items.first_mut()) else {
        return None;
    };
    if low.value.is_none() || high.value.is_none() {
        return None;
    }
    if low.unit.is_none() && high.unit.is_some() {
        low.unit.clone_from(&high.unit);
        low.of = high.of;
        // "from 3 to 5 million".
        let shares = b.number.scale > 0 && a.number.scale == 0 && a.number.value < 1000.0;
        if shares {
            low.value = format!("{}e{}", a.number.value, b.number.scale).parse().ok();
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
    if low.unit != high.unit {
        return None;
    }
    low.moves = true;
    first.items.append(&mut second.items);
    Some(Found {
        items: first.items,
        next: second.next,
    })
}

/// The number at piece `k`, past its hedge: "to about 7", "and as much as 9".
fn hedged_amount(view: View<'_>, k: usize) -> Option<Amount> {
    (0..4).find_map(|n| {
        let hedge = n == 0 || hedge::before(view, k + n).is_some_and(|h| h.1 == n);
        amount(view, k + n).filter(|_| hedge)
    })
}

/// Whether a verb or noun of change stands shortly before "from X to Y".
fn changes(view: View<'_>, i: usize) -> bool {
    (1..=7).any(|n| change::change_word(view.back(i, n)))
}
