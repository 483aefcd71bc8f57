//! Two numbers that are the ends of one quantity.

use dossier_annotate::quantity::change::join as ends_of_change;
use dossier_annotate::quantity::in_time;
use dossier_annotate::quantity::label::{is_score, is_yearlike};
use dossier_annotate::quantity::range::{between, lower_end};
use dossier_model::{Layer, Time};

use super::counted::unit_after;
use super::label::broken;
use super::single::single;
use super::whole::with_rate;
use super::{Amount, Found, UnitFound, UnitKind, amount};
use crate::grammar::quantity::lex::View;
use crate::grammar::quantity::noun::Tags;
use crate::grammar::quantity::number::Form;
use crate::grammar::quantity::{change, hedge};

/// The two numbers of a range and what joins them.
struct Ends {
    a: Amount,
    b: Amount,
    /// What the first is of, where it is told.
    own: Option<UnitFound>,
    link: Link,
    low: f64,
    high: f64,
}

/// How the two numbers of a range are joined.
struct Link {
    /// The word in front of the range.
    front: Front,
    /// Whether a dash joins them, without a word.
    dash: bool,
    /// Whether the dash has white space around it.
    apart: bool,
    /// Whether "to" does.
    to: bool,
}

/// The word in front of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Front {
    Between,
    From,
    Other,
}

/// A range: "between 3 and 5 people", "$62 to $68", "3-5 percent", "two or three days".
pub(super) fn range(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    if matches!(a.number.form, Form::Fraction | Form::Vague) {
        return None;
    }
    // "from 252 miles to 287 miles": a unit may stand on both sides.
    let own = own_unit(view, tags, a);
    let mid = own.as_ref().map_or(a.to, |u| u.to);
    let link = match link(view, a, own.as_ref(), mid) {
        Some(link) => link,
        None if view.low(mid) == "to" && view.back(a.from, 1) == "from" => {
            return change(view, tags, times, a, mid);
        }
        None => return None,
    };
    let ends = ends(view, a, own, link, mid)?;
    let joined = Amount {
        from: a.from,
        to: ends.b.to,
        number: ends.b.number,
        money: a.money.or(ends.b.money),
    };
    let mut found = unit_after(view, tags, joined, ends.b.to)?;
    with_rate(view, tags, &mut found);
    if !is_told(view, &ends, &found) {
        return None;
    }
    match meant(view, times, &ends, &found) {
        Meant::Range => {}
        Meant::Other => return None,
        Meant::Years => return Found::skip(ends.b.to),
    }
    let start = start_of(view, a, ends.link.front);
    let span = view.span(start, found.to)?;
    let step = a.number.step.min(ends.b.number.step);
    let quantity = between(ends.low, ends.high, step, found.unit, found.of);
    Some(Found {
        items: vec![(span, quantity)],
        next: found.to.max(ends.b.to),
    })
}

/// What the first number of a range is of, where it is told behind it.
fn own_unit(view: View<'_>, tags: Tags<'_>, a: Amount) -> Option<UnitFound> {
    if view.joins(a.to) {
        return None;
    }
    let mut unit = unit_after(view, tags, a, a.to)?;
    with_rate(view, tags, &mut unit);
    let counted = unit.kind == UnitKind::Noun && matches!(view.back(a.from, 1), "from" | "between");
    let measured = matches!(
        unit.kind,
        UnitKind::Money | UnitKind::Measure | UnitKind::Duration
    );
    ((counted || measured) && unit.to > a.to).then_some(unit)
}

/// How the number is joined to the next, if it is.
fn link(view: View<'_>, a: Amount, own: Option<&UnitFound>, mid: usize) -> Option<Link> {
    let before = view.back(a.from, 1);
    let front = if before == "between" || view.back(a.from, 2) == "between" {
        Front::Between
    } else if before == "from" {
        Front::From
    } else {
        Front::Other
    };
    let word = view.low(mid);
    // "5-7 percent", and "5 - 7 percent" with its unit.
    let apart = matches!(view.raw(mid), "-" | "–") && !view.glued(mid) && !view.glued(mid + 1);
    let dash = view.joins(mid) || own.is_none() && (apart || view.raw(mid) == "~" && view.glued(mid));
    let from = before == "from";
    // "increased by $4 billion to $9 billion" tells a step and a level.
    let step = before == "by" && (own.is_some() || a.money.is_some());
    let linked = match word {
        "to" => !(step || (from || own.is_some()) && changes(view, a.from)),
        "and" => front == Front::Between,
        "or" => own.is_none(),
        _ => dash,
    };
    linked.then_some(Link {
        front,
        dash,
        apart,
        to: word == "to",
    })
}

/// The second number, where the two can be the ends of one range.
fn ends(view: View<'_>, a: Amount, own: Option<UnitFound>, link: Link, mid: usize) -> Option<Ends> {
    let b = hedged_amount(view, mid + 1)
        .filter(|b| !matches!(b.number.form, Form::Ordinal | Form::Fraction | Form::Vague))?;
    if b.money.is_some() && a.money != b.money || broken(view, b.to) || is_score(view, b.to) {
        return None;
    }
    // "50-60,000 people".
    let thousands = view.raw(b.to - 1).ends_with(",000");
    let low = lower_end(&a.number, &b.number, link.dash, thousands);
    let high = b.number.value;
    let next_to = (high - low - 1.0).abs() < 1e-9;
    let near = high <= if a.number.form == Form::Words { 2.0 } else { 1.5 } * low;
    if low >= high || view.low(mid) == "or" && !(next_to || near) {
        return None;
    }
    Some(Ends {
        a,
        b,
        own,
        link,
        low,
        high,
    })
}

/// Whether the range is told as one: "17-3" is a score, "1000-5000" a range.
fn is_told(view: View<'_>, ends: &Ends, found: &UnitFound) -> bool {
    let Ends { a, b, link, low, .. } = ends;
    if link.apart && matches!(found.kind, UnitKind::None | UnitKind::Noun) {
        return false;
    }
    let before = view.back(a.from, 1);
    let large = *low >= 1000.0 && !(is_yearlike(view, a.from) && is_yearlike(view, b.from));
    let tens =
        a.number.form == Form::Digits && *low >= 10.0 && !matches!(before, "by" | "won" | "lost" | "beat");
    let told = link.front == Front::Between
        || before == "from" && a.number.form == Form::Digits
        || large && link.dash
        || link.to && (tens && !is_yearlike(view, a.from) || hedge::before(view, a.from).is_some());
    let same = ends.own.as_ref().is_none_or(|own| own.kind == found.kind);
    (found.kind != UnitKind::None || told) && same
}

/// What two joined numbers are.
enum Meant {
    Range,
    /// Two numbers, read apart.
    Other,
    /// Years or times, passed over.
    Years,
}

/// Whether two joined numbers are a range, and not years or the step and the level of a change.
fn meant(view: View<'_>, times: &Layer<Time>, ends: &Ends, found: &UnitFound) -> Meant {
    let Ends { a, b, link, .. } = ends;
    let times_of = found.unit.as_ref().is_some_and(|u| u.base.noun() == Some("time"));
    let counted = times_of || matches!(found.kind, UnitKind::Age | UnitKind::Duration);
    let second = in_time(view, times, b.from, b.to);
    if !counted && (second || in_time(view, times, a.from, a.to)) {
        // "40,000 in 1865 to over 300,000 people": the year is no end of a range.
        return if link.dash || second {
            Meant::Years
        } else {
            Meant::Other
        };
    }
    // "fell 12,000 to 345,000" tells a step and a level, "rose 3 to 5 percent" a range.
    let moved = link.to && change::change_word(view.back(a.from, 1));
    if moved && (found.kind == UnitKind::None || a.money.is_some() && b.money.is_some()) {
        return Meant::Other;
    }
    // "1990-2000 elections", "between 1600 and 1900 world temperatures" are years.
    let unnamed = found.of.is_none_or(|of| {
        view.place(b.to).is_none_or(|p| p.cover(of) == of) && of.of(view.text).contains(' ')
    });
    let years = is_yearlike(view, a.from) && is_yearlike(view, b.from);
    let open = matches!(found.kind, UnitKind::Noun | UnitKind::None);
    if (link.dash || unnamed) && open && years {
        return Meant::Years;
    }
    Meant::Range
}

/// The first piece of a range: its preposition and hedge belong to it.
fn start_of(view: View<'_>, a: Amount, front: Front) -> usize {
    let mut start = a.from;
    if front != Front::Other {
        start -= 1;
        if view.low(start) != "between" && view.low(start) != "from" {
            start -= 1;
        }
    }
    start - hedge::before(view, start).map_or(0, |h| h.1)
}

/// The two ends of a change, "rose from 3 percent to 5 percent": two levels, the first marked.
fn change(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount, to: usize) -> Option<Found> {
    let b = hedged_amount(view, to + 1)
        .filter(|b| !matches!(b.number.form, Form::Ordinal | Form::Fraction | Form::Vague))?;
    let plain = |n: Amount| !(broken(view, n.to) || is_score(view, n.to));
    if !(plain(a) && plain(b)) || is_yearlike(view, a.from) && is_yearlike(view, b.from) {
        return None;
    }
    // A lone "from 6" has the unit of what it rose to.
    let mut first = single(view, tags, times, a)?;
    let mut second = single(view, tags, times, b)?;
    let (Some((_, low)), Some((_, high))) = (first.items.first_mut(), second.items.first_mut()) else {
        return None;
    };
    if !ends_of_change(low, high, &a.number, &b.number) {
        return None;
    }
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
