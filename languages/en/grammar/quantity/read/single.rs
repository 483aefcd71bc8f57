//! One number with its unit and hedges.

use dossier_model::{Bound, Layer, Quantity, Time, Ucum, UnitBase, Upos};

use super::compound;
use super::counted::unit_after;
use super::label::{calendar, month, name_or_idiom, yearlike};
use super::whole::with_rate;
use super::{Amount, Found, UnitFound, UnitKind, in_time};
use crate::grammar::quantity::hedge;
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::{self, Tags};
use crate::grammar::quantity::number::Form;
use dossier_world::fold::fold;
use dossier_world::given_name;

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
    let bounds = [plus.map(|b| b.0), behind.map(|b| b.0), before.map(|b| b.0)];
    let stated = |wanted: fn(Bound) -> bool| bounds.into_iter().flatten().find(|b| wanted(*b));
    let bound = stated(|b| !matches!(b, Bound::Exact | Bound::About))
        .or_else(|| stated(|b| b == Bound::About))
        .unwrap_or(Bound::Exact);
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
    let age = view.is(i, Kind::Digits)
        && a.to == i + 1
        && view.raw(i).len() <= 3
        && (1.0..=115.0).contains(&a.number.value);
    let commas =
        view.back(i, 1) == "," && matches!(view.low(i + 1), "," | ".") && !view.is(i + 2, Kind::Digits);
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
        && matches!(
            view.low(i + 1),
            "has" | "had" | "is" | "was" | "who" | "of" | "from" | "said" | "told" | "died"
        )
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
    matches!(
        word,
        "man" | "woman" | "boy" | "girl" | "son" | "daughter" | "wife" | "husband" | "brother" | "sister" | "mother"
            | "father" | "mum" | "mom" | "dad" | "driver" | "actor" | "actress" | "singer" | "comedian" | "star"
            | "player" | "teacher" | "suspect" | "victim" | "gunman" | "student" | "farmer" | "widow" | "teenager"
            | "pensioner" | "resident" | "officer" | "soldier" | "nurse" | "doctor" | "lawyer" | "grandmother"
            | "grandfather" | "athlete" | "striker" | "midfielder" | "defender" | "goalkeeper" | "coach" | "politician"
    )
}

/// Whether a number without a unit is a quantity all the same, a level or a total, and no label.
fn stands_alone(view: View<'_>, tags: Tags<'_>, a: Amount, hedged: bool) -> bool {
    let next = view.low(a.to);
    let prev = view.back(a.from, 1);
    let verb_next = matches!(
        tags.upos(view, a.to),
        Some(Upos::Verb | Upos::Aux | Upos::Adv | Upos::Adp | Upos::Pron)
    );
    let open = view.is(a.to, Kind::Word) && !noun::closed(next) && !verb_next || view.is(a.to, Kind::Digits);
    let closing = calendar(next)
        || matches!(
            next,
            "last" | "this" | "next" | "more" | "others" | "else" | "extra" | "apiece" | "respectively"
        );
    let strong = view.joins(a.to) && view.low(a.to + 1) == "strong";
    if open && !closing || view.joins(a.to) && !strong {
        return false;
    }
    if a.number.form != Form::Digits {
        // "the two", "all three", "bottom four" point at what was counted elsewhere.
        let pointed = matches!(
            prev,
            "the"
                | "these"
                | "those"
                | "all"
                | "both"
                | "us"
                | "them"
                | "you"
                | "bottom"
                | "top"
                | "last"
                | "first"
                | "final"
                | "next"
                | "other"
                | "any"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "my"
                | "no"
                | "big"
                | "in"
                | "into"
                | "of"
                | "at"
        );
        // "a crew of seven".
        let group = prev == "of"
            && matches!(
                view.back(a.from, 2),
                "crew"
                    | "family"
                    | "group"
                    | "team"
                    | "party"
                    | "staff"
                    | "panel"
                    | "gang"
                    | "squad"
                    | "cast"
                    | "army"
            );
        return group || a.number.value.abs() > 20.0 || hedged || (a.number.value > 1.0 && !pointed);
    }
    if yearlike(view, a.from) && a.to == a.from + 1 {
        return hedged
            || matches!(
                prev,
                "cost"
                    | "costs"
                    | "costing"
                    | "paid"
                    | "pay"
                    | "worth"
                    | "totalled"
                    | "totaled"
                    | "reached"
                    | "averaged"
                    | "numbered"
            );
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
    let clock = prev == "at" && (5.0..24.0).contains(&a.number.value) && minutes || small && prev == "at";
    !((small && item || clock) && !hedged)
}
