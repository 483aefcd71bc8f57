//! One number with its unit and hedges.

use dossier_annotate::quantity::label::is_yearlike;
use dossier_annotate::quantity::{bound, in_time};
use dossier_model::{Bound, Layer, Quantity, Time, Ucum, UnitBase, Upos};

use super::compound;
use super::counted::unit_after;
use super::label::{calendar, month, name_or_idiom};
use super::whole::with_rate;
use super::{Amount, Found, UnitFound, UnitKind};
use crate::grammar::quantity::hedge;
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::{self, Tags};
use crate::grammar::quantity::number::Form;
use dossier_world::fold::fold;
use dossier_world::given_name;

dossier_world::words!(BEHIND_AGE = "quantity/behind_age.txt");
dossier_world::words!(PERSON_NOUNS = "quantity/person_nouns.txt");
dossier_world::words!(CLOSING = "quantity/closing.txt");
dossier_world::words!(POINTING = "quantity/pointing.txt");
dossier_world::words!(GROUPS = "quantity/groups.txt");
dossier_world::words!(LEVEL_VERBS = "quantity/level_verbs.txt");

/// One number with what surrounds it.
pub(super) fn single(view: View<'_>, tags: Tags<'_>, times: &Layer<Time>, a: Amount) -> Option<Found> {
    let i = a.from;
    let mut k = a.to;
    let plus = hedge::behind(view, k);
    if let Some((_, n)) = plus {
        k += n;
    }
    let mut found = unit_after(view, tags, a, k)?;
    let counted = matches!(found.kind, UnitKind::Age | UnitKind::Duration) && !clock_or_date(view, &found, a)
        || found.unit.as_ref().and_then(|u| u.noun()) == Some("time");
    if !counted && in_time(view, times, a.from, a.to) {
        return Found::skip(a.to);
    }
    let mut value = a.number.value;
    if let Some((more, to)) = compound::rest(view, &found, a) {
        value += more;
        found.to = to;
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
    let part = a.number.form == Form::Fraction;
    let hedged = before.is_some() || plus.is_some();
    if found.kind == UnitKind::None && !part && !stands_alone(view, tags, a, hedged) {
        return Found::skip(a.to);
    }
    with_rate(view, tags, &mut found);
    let mut end = found.to;
    let behind = hedge::behind(view, end)
        .filter(|_| !view.glued(end) && found.kind != UnitKind::None || before.is_none());
    if let Some((_, n)) = behind.filter(|_| !view.glued(end)) {
        end += n;
    }
    let span = view.span(start, end)?;
    // "about five hundred or more": what stands behind bounds it from one side.
    let hedges = [plus, behind, before].into_iter().flatten().map(|hedge| hedge.0);
    let stated = bound::apply(value, a.number.vague_high, bound::strongest(hedges));
    let quantity = Quantity {
        value: stated.value,
        low: stated.low,
        high: stated.high,
        bound: stated.bound,
        unit: found.unit,
        of: found.of,
        ordinal: false,
        step: a.number.step,
        moves: false,
    };
    Some(Found {
        items: vec![(span, quantity)],
        next: end.max(a.to),
    })
}

/// Whether "1800 hours" or "May 3 days" tells a time rather than its length.
fn clock_or_date(view: View<'_>, found: &UnitFound, a: Amount) -> bool {
    let four = view.raw(a.to.wrapping_sub(1)).len() == 4 && a.number.form == Form::Digits;
    let hours = four
        && found
            .unit
            .as_ref()
            .is_some_and(|u| u.is(&UnitBase::Measure(Ucum::HOUR)))
        && a.number.value <= 2400.0;
    hours || month(view.back(a.from, 1)) && view.capital(a.from.wrapping_sub(1))
}

/// ", 44," behind a name is an age; so is the number between a first and last name and the verb.
fn bare_age(view: View<'_>, tags: Tags<'_>, a: Amount) -> Option<UnitFound> {
    let i = a.from;
    let age = view.is(i, Kind::Number)
        && a.to == i + 1
        && view.raw(i).len() <= 3
        && (1.0..=115.0).contains(&a.number.value);
    let commas =
        view.back(i, 1) == "," && matches!(view.low(i + 1), "," | ".") && !view.is(i + 2, Kind::Number);
    let behind = |k: usize| {
        i > k
            && view.capital(i - k)
            && view.capital(i - k - 1)
            && view.is(i - k, Kind::Word)
            && view.is(i - k - 1, Kind::Word)
            && tags
                .upos(view, i - k)
                .is_none_or(|u| u == dossier_model::Upos::Propn)
    };
    let brackets = view.back(i, 1) == "(" && view.raw(i + 1) == ")";
    let verb = behind(1)
        && a.number.value >= 16.0
        && BEHIND_AGE.has(view.low(i + 1))
        && given_name::is_given(&fold(view.raw(i - 2)));
    // "The comedian, 47, said"; "Ruiz, 44, said".
    let alone = commas
        && a.number.value >= 3.0
        && view.low(i + 1) == ","
        && (person_noun(view.back(i, 2))
            || view.capital(i.wrapping_sub(2))
                && tags.upos(view, i.wrapping_sub(2)) == Some(Upos::Propn)
                && (i == 2
                    || !matches!(
                        view.back(i, 3),
                        "in" | "on" | "at" | "from" | "to" | "near" | "and"
                    )));
    let person = alone || (commas || brackets && given_name::is_given(&fold(view.back(i, 3)))) && behind(2);
    (age && (person || verb)).then(|| UnitFound {
        unit: Some(UnitBase::Age(Ucum::YEAR).into()),
        of: None,
        to: a.to,
        kind: UnitKind::Age,
    })
}

/// Common nouns for one person that an age follows between commas.
#[rustfmt::skip]
fn person_noun(word: &str) -> bool {
    PERSON_NOUNS.has(word)
}

/// Whether a number without a unit is a quantity all the same, a level or a total, and no label.
fn stands_alone(view: View<'_>, tags: Tags<'_>, a: Amount, hedged: bool) -> bool {
    let next = view.low(a.to);
    let prev = view.back(a.from, 1);
    let verb_next = matches!(
        tags.upos(view, a.to),
        Some(Upos::Verb | Upos::Aux | Upos::Adv | Upos::Adp | Upos::Pron)
    );
    let open = view.is(a.to, Kind::Word) && !noun::closed(next) && !verb_next || view.is(a.to, Kind::Number);
    let closing = calendar(next) || CLOSING.has(next);
    let strong = view.joins(a.to) && view.low(a.to + 1) == "strong";
    if open && !closing || view.joins(a.to) && !strong {
        return false;
    }
    if a.number.form != Form::Digits {
        // "the two", "all three", "bottom four" point at what was counted elsewhere.
        let pointed = POINTING.has(prev);
        // "a crew of seven".
        let group = prev == "of" && GROUPS.has(view.back(a.from, 2));
        return group || a.number.value.abs() > 20.0 || hedged || (a.number.value > 1.0 && !pointed);
    }
    if is_yearlike(view, a.from) && a.to == a.from + 1 {
        return hedged || LEVEL_VERBS.has(prev);
    }
    let small = a.number.value.fract() == 0.0 && (0.0..=24.0).contains(&a.number.value);
    let only = a.from == 0 || matches!(view.back(a.from, 1), "(" | "[" | "•" | "|" | "–" | "—");
    // "1. Firstly", "(2)", "at 5".
    let item = only && matches!(view.raw(a.to), "." | ")" | "]" | ":") && view.len() > a.to + 1;
    // "at 6.13" is a time of day in British papers, "at 1.25" hardly.
    let minutes = view
        .raw(a.to - 1)
        .split_once('.')
        .is_some_and(|(h, m)| m.len() == 2 && m < "60" && h.len() < 3);
    // "the toll stands at 19".
    let level = matches!(view.back(a.from, 2), "stand" | "stands" | "stood" | "standing");
    let clock = !level && prev == "at" && (5.0..24.0).contains(&a.number.value) && minutes
        || !level && small && prev == "at";
    !((small && item || clock) && !hedged)
}
