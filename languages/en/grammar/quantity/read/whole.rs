//! What a share, an amount or a measure is of, and its rate.

use dossier_model::{Many, Per, Span, UnitBase};

use super::{UnitFound, UnitKind};
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::{self, Tags};
use crate::grammar::quantity::number::{self, Form};
use crate::grammar::quantity::unit;

dossier_world::words!(DETERMINERS = "quantity/whole_determiners.txt");
dossier_world::words!(PERIODS = "quantity/rate_periods.txt");
dossier_world::words!(SOLD_BY = "quantity/sold_by.txt");

/// The noun phrase that a share, an amount of money or a measure is of: "of voters", "in trade", "worth of
/// goods".
pub(super) fn whole(view: View<'_>, tags: Tags<'_>, k: usize) -> Option<Span> {
    let mut at = k;
    match view.low(at) {
        "of" => at += 1,
        "worth" if view.low(at + 1) == "of" => at += 2,
        "in" if !matches!(view.low(at + 1), "the" | "a" | "an")
            && !view.capital(at + 1)
            && !view.is(at + 1, Kind::Number) =>
        {
            at += 1
        }
        w if noun::closed(w) && !matches!(w, "the" | "its" | "their" | "that" | "those") => return None,
        _ => {}
    }
    if view.is(at, Kind::Mark) {
        return None;
    }
    // "6.5 percent year on year" is no part of a year.
    if matches!(view.low(at), "year" | "month" | "quarter" | "week")
        && matches!(view.low(at + 1), "on" | "over" | "-")
    {
        return None;
    }
    let from = at;
    while DETERMINERS.has(view.low(at)) && at < from + 3 {
        at += 1;
    }
    // "fined £35 Match preview": in a row of teasers the next headline begins.
    if from == k
        && view.capital(at)
        && !view.capital(k.saturating_sub(2))
        && !super::label::title_case(view, at)
    {
        return None;
    }
    match noun::phrase(view, tags, at, false) {
        Some(p) => view.span(at, p.to),
        None if at > from && matches!(view.back(at, 1), "those" | "these") => view.span(from, at),
        None => None,
    }
}

/// Joins "per week", "a day", "/kg" to a unit.
pub(super) fn with_rate(view: View<'_>, tags: Tags<'_>, found: &mut UnitFound) {
    let done = found.unit.as_ref().is_none_or(unit::is_rate);
    if found.kind == UnitKind::None || done {
        return;
    }
    if let Some((per, used)) = rate(view, tags, found.to, found.kind) {
        if let Some(unit) = &mut found.unit {
            unit.per = Some(Box::new(per));
        }
        found.to += used;
    }
}

/// "per week", "a day", "/kg" behind a unit.
fn rate(view: View<'_>, tags: Tags<'_>, k: usize, kind: UnitKind) -> Option<(Per, usize)> {
    let one = |(of, used): (UnitBase, usize)| {
        let per = Per {
            many: None,
            of: Some(of),
        };
        (per, used)
    };
    let dash = usize::from(view.joins(k) && view.joins(k + 2));
    match view.low(k + dash) {
        "per" if view.low(k + 1) != "cent" => {
            // "£500-per-week".
            let at = k + 1 + 2 * dash;
            per_many(view, at)
                .or_else(|| unit::per(view, at).map(one))
                .map(|(n, u)| (n, at + u - k))
        }
        "/" if view.glued(k) && view.glued(k + 1) => unit::per(view, k + 1).map(one).map(|(n, u)| (n, u + 1)),
        "for" if kind == UnitKind::Noun && view.low(k + 1) == "every" => {
            per_many(view, k + 2).map(|(n, u)| (n, u + 2))
        }
        "a" | "an" | "each" | "every" => {
            let at = k + dash + 1 + usize::from(dash == 1);
            let word = view.low(at);
            // "rose to $5 a year earlier" compares.
            if matches!(
                view.low(at + 1),
                "ago" | "earlier" | "before" | "later" | "after" | "on"
            ) {
                return None;
            }
            let period = PERIODS.has(word);
            (period || kind == UnitKind::Money && priced(view, tags, at)).then(|| {
                let of = unit::per(view, at).map_or_else(|| UnitBase::count(word), |p| p.0);
                one((of, at + 1 - k))
            })
        }
        _ => None,
    }
}

/// "per 100,000 people", "per 1,000": a rate of many.
fn per_many(view: View<'_>, k: usize) -> Option<(Per, usize)> {
    let n = number::at(view, k, false).filter(|n| n.form == Form::Digits && n.value >= 10.0)?;
    let noun = k + n.used;
    let many = |of: Option<UnitBase>| Per {
        many: Some(Many(n.value)),
        of,
    };
    if let Some(f) = unit::after(view, noun, true) {
        return Some((many(Some(f.unit.base)), n.used + f.used));
    }
    let counted = view.is(noun, Kind::Word) && noun::plural(view.low(noun));
    Some(if counted {
        let of = unit::of_noun(&noun::singular(view.low(noun)));
        (many(Some(of)), n.used + 1)
    } else {
        (many(None), n.used)
    })
}

/// Whether goods are sold by the noun at piece `k`: "$5 a gallon", "€20 a ticket". Nothing goes on behind it.
fn priced(view: View<'_>, tags: Tags<'_>, k: usize) -> bool {
    let tagged = tags.upos(view, k).is_none_or(|u| u == dossier_model::Upos::Noun);
    SOLD_BY.has(view.low(k)) && tagged && !view.joins(k + 1)
}
