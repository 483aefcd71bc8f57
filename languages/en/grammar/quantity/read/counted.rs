//! What a number is of: its unit, or the noun it counts.

use dossier_model::{Ucum, Unit, UnitBase};

use super::label::title_case;
use super::money::money_after;
use super::ratio::{ratio, share};
use super::toll::{casualty, killing};
use super::whole::whole;
use super::{Amount, UnitFound, UnitKind};
use crate::grammar::quantity::currency::Cash;
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun::{self, Tags};
use crate::grammar::quantity::number::{self, Form};
use crate::grammar::quantity::{currency, hedge, unit};

dossier_world::words!(GROUP_DETERMINERS = "quantity/group_determiners.txt");
dossier_world::words!(HYPHENED = "quantity/hyphened.txt");
dossier_world::words!(FURTHER = "quantity/further.txt");

/// What the number is of, from piece `k` on.
pub(super) fn unit_after(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    if a.money.is_some() {
        return Some(marked_money(view, tags, a, k));
    }
    let h = k + usize::from(view.joins(k));
    if let Some((base, used)) = share(view, h) {
        return Some(measured(view, tags, base.into(), h + used));
    }
    if a.number.form == Form::Fraction {
        return Some(part_of(view, tags, a, k));
    }
    // "millions of dollars", "dozens of ships".
    let of_skip = view.low(k) == "of"
        && (a.number.form == Form::Vague || view.low(k.wrapping_sub(1)).ends_with("ions"));
    let k = k + usize::from(of_skip);
    if let Some(f) = money_after(view, a, k) {
        let to = k + f.used;
        return Some(UnitFound {
            kind: UnitKind::Money,
            ..measured(view, tags, Unit::from(UnitBase::from(f.cash)), to)
        });
    }
    let hyphen = usize::from(view.joins(k));
    if let Some(found) = ratio(view, tags, k, k + hyphen, hyphen) {
        return Some(found);
    }
    let digits = view.is(k.wrapping_sub(1), Kind::Number) || a.number.form == Form::Digits;
    if let Some(f) = unit::after(view, k, digits) {
        return Some(unit_found(view, tags, f, k));
    }
    let found = aged(view, a, k)
        .or_else(|| persons(view, tags, a, k))
        .or_else(|| view.joins(k).then(|| hyphened(view, a, k)))
        .or_else(|| part_of_group(view, tags, a, k))
        .or_else(|| noun_counted(view, tags, a, k))
        .or_else(|| model(view, a, k))
        .or_else(|| unit_of_next(view, tags, a, k))
        .or_else(|| toll(view, a, k));
    Some(found.unwrap_or(UnitFound {
        unit: None,
        of: None,
        to: k,
        kind: UnitKind::None,
    }))
}

/// Whether the number is another than one.
fn many(a: Amount) -> bool {
    (a.number.value - 1.0).abs() > f64::EPSILON
}

/// "$50 million": the mark in front, unless the words behind know better ("$50 million Canadian dollars").
fn marked_money(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> UnitFound {
    let money = a.money.unwrap_or(Cash::DOLLAR);
    let named = currency::after(view, k)
        .filter(|f| money == Cash::DOLLAR && f.cash != Cash::DOLLAR && currency::goes_by(f.cash, "dollar"));
    let to = named.map_or(k, |f| k + f.used);
    UnitFound {
        kind: UnitKind::Money,
        ..measured(
            view,
            tags,
            UnitBase::from(named.map_or(money, |f| f.cash)).into(),
            to,
        )
    }
}

/// A unit that ends at piece `to`, with what it is of.
fn measured(view: View<'_>, tags: Tags<'_>, unit: Unit, to: usize) -> UnitFound {
    UnitFound {
        unit: Some(unit),
        of: whole(view, tags, to),
        to,
        kind: UnitKind::Measure,
    }
}

/// A unit of measure at piece `k`: a length of time before "old" is an age.
fn unit_found(view: View<'_>, tags: Tags<'_>, f: unit::Found, k: usize) -> UnitFound {
    let to = k + f.used;
    let Some(time) = duration(&f.unit) else {
        return measured(view, tags, f.unit, to);
    };
    if let Some(age) = age_end(view, to) {
        return UnitFound {
            unit: Some(UnitBase::Age(time.clone()).into()),
            of: None,
            to: age,
            kind: UnitKind::Age,
        };
    }
    UnitFound {
        kind: UnitKind::Duration,
        ..measured(view, tags, f.unit, to)
    }
}

/// A fraction of a unit ("half a mile", "a tenth of a second", "1/4 mile") or of a whole ("half of voters").
fn part_of(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> UnitFound {
    let of = usize::from(view.low(k) == "of");
    let one = k + of + usize::from(matches!(view.low(k + of), "a" | "an" | "one"));
    if of == 0 || one > k + of {
        if let Some((base, used)) = share(view, one) {
            return measured(view, tags, base.into(), one + used);
        }
        if let Some(f) = unit::after(view, one, true) {
            return unit_found(view, tags, f, one);
        }
    }
    // "1/8" alone numbers a picture in a row.
    let of = whole(view, tags, k).filter(|_| view.raw(a.from + 1) != "/" || view.low(k) == "of");
    UnitFound {
        unit: None,
        of,
        to: k,
        kind: UnitKind::None,
    }
}

/// "aged 44", "at the age of 44", "87 yo".
fn aged(view: View<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let plain = a.number.form == Form::Digits && a.number.value <= 115.0;
    let before = matches!(view.back(a.from, 1), "aged" | "age" | "ages")
        || turned(view, a, k)
        || (view.back(a.from, 1) == "of" && view.back(a.from, 2) == "age");
    let behind = matches!(view.low(k), "yo" | "yrs" | "y") && matches!(view.low(k + 1), "old" | "o")
        || view.low(k) == "yo";
    (plain && (before || behind)).then(|| UnitFound {
        unit: Some(UnitBase::Age(Ucum::YEAR).into()),
        of: None,
        to: k + usize::from(behind),
        kind: UnitKind::Age,
    })
}

/// "turned 38", "died at 77": an age where nothing is counted.
fn turned(view: View<'_>, a: Amount, k: usize) -> bool {
    let prev = view.back(a.from, 1);
    let verb = matches!(prev, "turned" | "turns" | "turning")
        || prev == "at" && matches!(view.back(a.from, 2), "died" | "dies" | "dead" | "retired");
    verb && a.number.value >= 3.0
        && !(view.is(k, Kind::Word) && !noun::closed(view.low(k)) && view.low(k) != "last")
}

/// "300 who came", "12 dead", "20 others were hurt": people without their noun.
fn persons(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let persons = |of| {
        Some(UnitFound {
            unit: Some(people().into()),
            of,
            to: k + usize::from(of.is_some()),
            kind: UnitKind::Noun,
        })
    };
    if view.low(k) == "who" && a.number.form != Form::Vague && many(a) {
        return persons(None);
    }
    if casualty(view.low(k)) && !view.joins(k) && noun_follows(view, tags, k + 1, many(a)).is_none() {
        return persons(view.span(k, k + 1));
    }
    let others = view.low(k) == "others"
        && ((1..=4).any(|n| casualty(view.low(k + n))) || killing(view.back(a.from, 1)));
    if many(a) && others {
        return persons(view.span(k, k + 1));
    }
    None
}

/// "a 19-member panel", "a 20-storey building".
fn hyphened(view: View<'_>, a: Amount, k: usize) -> UnitFound {
    let word = view.low(k + 1);
    let fits = view.is(k + 1, Kind::Word)
        && word.len() > 2
        && !view.capital(k + 1)
        && !noun::closed(word)
        && !HYPHENED.has(word)
        && (many(a) || !matches!(word, "time" | "party" | "state" | "part" | "man" | "off"))
        && !word.ends_with("ed")
        && !word.ends_with("ing")
        && !(many(a) && noun::plural(word));
    if !fits {
        return UnitFound {
            unit: None,
            of: None,
            to: a.to,
            kind: UnitKind::None,
        };
    }
    UnitFound {
        unit: Some(unit::of_noun(&noun::singular(word)).into()),
        of: view.span(k + 1, k + 2),
        to: k + 2,
        kind: UnitKind::Noun,
    }
}

/// "23 of the defendants", "two of the four ships", "one of its largest plants": a part of a counted whole.
fn part_of_group(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let group = view.low(k) == "of" && GROUP_DETERMINERS.has(view.low(k + 1));
    if !group || a.number.form == Form::Vague {
        return None;
    }
    let counted = number::at(view, k + 2, false).filter(|n| n.form != Form::Ordinal);
    let inner = k + 2 + counted.map_or(0, |n| n.used);
    let p = noun_follows(view, tags, inner, true)?;
    Some(UnitFound {
        unit: counted_noun(view, p.head),
        of: view.span(p.from, p.to),
        to: p.to,
        kind: UnitKind::Noun,
    })
}

/// The noun phrase that is counted.
fn noun_counted(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let tree = || {
        many(a)
            .then(|| noun::phrase_of_tree(view, tags, a.to.saturating_sub(1), k))
            .flatten()
    };
    let phrase = noun_follows(view, tags, k, many(a))
        .or_else(tree)
        .filter(|p| !person_name(view, p.from, p.to));
    let (head, from, to) = match phrase {
        Some(p) => (p.head, p.from, p.to),
        None => {
            // "a 12 page document": a hyphen left out.
            let noun_at = |i: usize| {
                tags.upos(view, i) == Some(dossier_model::Upos::Noun)
                    && !view.capital(i)
                    && !view.joins(i + 1)
            };
            let left_out = many(a)
                && a.number.form == Form::Digits
                && a.number.scale == 0
                && noun_at(k)
                && noun_at(k + 1)
                && !noun::plural(view.low(k + 1));
            if !left_out {
                return None;
            }
            (k, k, k + 1)
        }
    };
    Some(UnitFound {
        unit: counted_noun(view, head),
        of: view.span(from, to),
        to,
        kind: UnitKind::Noun,
    })
}

/// "12 F-16s", "200 AK47s": a make in the plural.
fn model(view: View<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let digits = k + 1 + usize::from(view.joins(k + 1));
    let plural = view.low(digits + 1) == "s" && view.glued(digits + 1) && view.glued(digits);
    let make = view.is(k, Kind::Word) && view.capital(k) && view.is(digits, Kind::Number) && plural;
    (make && many(a)).then(|| UnitFound {
        unit: view
            .span(k, digits + 1)
            .map(|s| UnitBase::count(s.of(view.text)).into()),
        of: view.span(k, digits + 2),
        to: digits + 2,
        kind: UnitKind::Noun,
    })
}

/// "4 and 7 percent", "15 or 20 ideas", "3, 5 and 8 km": the unit stands behind the last number.
fn unit_of_next(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    if a.number.form == Form::Vague {
        return None;
    }
    let mut at = k;
    for _ in 0..6 {
        let comma = usize::from(view.raw(at) == ",");
        let and = usize::from(matches!(view.low(at + comma), "and" | "or"));
        if comma + and == 0 {
            return None;
        }
        let next = number::at(view, at + comma + and, false).filter(|n| {
            let plain = matches!(n.form, Form::Digits | Form::Words);
            plain && n.form == a.number.form && n.scale == a.number.scale
        })?;
        at += comma + and + next.used;
        let measured = share(view, at)
            .map(|s| s.0.into())
            .or_else(|| unit::after(view, at, true).map(|f| f.unit));
        // Of nouns only the pair: a list of numbers may count several things.
        let counted = || {
            let noun = noun_follows(view, tags, at, true).filter(|_| and == 1 && comma == 0)?;
            counted_noun(view, noun.head)
        };
        if let Some(unit) = measured.filter(|_| and == 1).or_else(counted) {
            return Some(UnitFound {
                unit: Some(unit),
                of: None,
                to: k,
                kind: UnitKind::Measure,
            });
        }
        if and == 1 {
            return None;
        }
    }
    None
}

/// "killing 59 and injuring 515".
fn toll(view: View<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let behind_verb = killing(view.back(a.from, 1))
        || hedge::before(view, a.from).is_some_and(|(_, n)| killing(view.back(a.from - n, 1)));
    let open = view.is(k, Kind::Word) && !noun::closed(view.low(k));
    (behind_verb && !open).then(|| UnitFound {
        unit: Some(people().into()),
        of: None,
        to: k,
        kind: UnitKind::Noun,
    })
}

/// The noun phrase behind a number, past "of the", "more", "other" and the like.
fn noun_follows(view: View<'_>, tags: Tags<'_>, k: usize, many: bool) -> Option<noun::Phrase> {
    // "dozens of the girls".
    let k = k + usize::from(
        view.back(k, 1) == "of" && matches!(view.low(k), "the" | "its" | "their" | "his" | "her"),
    );
    // 50,000 "foreigners".
    let quoted = matches!(view.raw(k), "“" | "\"" | "‘" | "'") && !view.glued(k) && view.glued(k + 1);
    let mut from = k + usize::from(quoted);
    while FURTHER.has(view.low(from))
        && from < k + 2
        && view.is(from + 1, Kind::Word)
        && !noun::closed(view.low(from + 1))
    {
        from += 1;
    }
    noun::phrase(view, tags, from, many)
}

/// Whether a phrase is a person's name: "another 40 Steve Parsons" is a credit behind a number.
fn person_name(view: View<'_>, from: usize, to: usize) -> bool {
    to - from >= 2
        && (from..to).all(|i| view.capital(i))
        && dossier_world::given_name::is_given(&dossier_world::fold::fold(view.raw(from)))
}

/// The unit that a head noun gives.
fn counted_noun(view: View<'_>, head: usize) -> Option<Unit> {
    let raw = view.raw(head);
    let low = view.low(head);
    let word = if view.capital(head) && title_case(view, head) {
        low
    } else {
        raw
    };
    if low == "person" {
        return Some(people().into());
    }
    (!matches!(low, "others" | "thousand" | "ones")).then(|| unit::of_noun(&noun::singular(word)).into())
}

/// Persons, however they are named.
fn people() -> UnitBase {
    UnitBase::count(UnitBase::PEOPLE)
}

/// The unit of time, where it is one.
fn duration(unit: &Unit) -> Option<&Ucum> {
    match &unit.base {
        UnitBase::Measure(code) if unit.per.is_none() && unit::is_duration(&unit.base) => Some(code),
        _ => None,
    }
}

/// The end of "-old", "old", "of age" behind a length of time.
fn age_end(view: View<'_>, k: usize) -> Option<usize> {
    if view.joins(k) && matches!(view.low(k + 1), "old" | "olds") {
        return Some(k + 2);
    }
    if matches!(view.low(k), "old" | "olds") {
        return Some(k + 1);
    }
    (view.low(k) == "of" && view.low(k + 1) == "age").then_some(k + 2)
}
