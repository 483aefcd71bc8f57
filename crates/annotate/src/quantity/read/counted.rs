//! What a number is of: its unit, or the noun it counts.

use super::label::title_case;
use super::money::money_after;
use super::ratio::{ratio, share};
use super::toll::{casualty, killing};
use super::whole::whole;
use super::{Amount, UnitFound, UnitKind};
use crate::quantity::lex::{Kind, View};
use crate::quantity::noun::{self, Tags};
use crate::quantity::number::{self, Form};
use crate::quantity::{AGE, PEOPLE, currency, hedge, unit};

/// What the number is of, from piece `k` on.
pub(super) fn unit_after(view: View<'_>, tags: Tags<'_>, a: Amount, k: usize) -> Option<UnitFound> {
    let n = a.number;
    let many = (n.value - 1.0).abs() > f64::EPSILON;
    let hyphen = usize::from(view.joins(k));
    let h = k + hyphen;
    if let Some(money) = a.money {
        // "$50 million Canadian dollars", "$5 AUD": the words behind know better.
        let named = currency::after(view, k)
            .filter(|f| money == currency::DOLLAR && f.name != currency::DOLLAR && f.name.contains("dollar"));
        let to = named.map_or(k, |f| k + f.used);
        let name = named.map_or(money, |f| f.name);
        let of = whole(view, tags, to);
        return Some(UnitFound {
            name: Some(name.to_owned()),
            of,
            to,
            kind: UnitKind::Money,
        });
    }
    if let Some((name, used)) = share(view, h) {
        let to = h + used;
        return Some(UnitFound {
            name: Some(name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind: UnitKind::Measure,
        });
    }
    // "millions of dollars", "dozens of ships".
    let of_skip = n.form == Form::Vague && view.low(k) == "of"
        || (view.low(k) == "of" && view.low(k.wrapping_sub(1)).ends_with("ions") && n.form != Form::Fraction);
    let k = k + usize::from(of_skip);
    if n.form == Form::Fraction {
        // "1/8" alone numbers a picture in a row.
        let of = whole(view, tags, k).filter(|_| view.raw(a.from + 1) != "/" || view.low(k) == "of");
        // "half a mile", "three quarters of an hour" are left to their own readings.
        return Some(UnitFound {
            name: None,
            of,
            to: k,
            kind: UnitKind::None,
        });
    }
    if let Some(f) = money_after(view, a, k) {
        let to = k + f.used;
        return Some(UnitFound {
            name: Some(f.name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind: UnitKind::Money,
        });
    }
    if let Some(found) = ratio(view, tags, k, h, hyphen) {
        return Some(found);
    }
    let digits = view.is(k.wrapping_sub(1), Kind::Digits) || n.form == Form::Digits;
    if let Some(f) = unit::after(view, k, digits) {
        let to = k + f.used;
        if f.dimension == unit::Dimension::Duration
            && let Some(age) = age_end(view, to)
        {
            let unit = if f.name == "year" {
                AGE.to_owned()
            } else {
                format!("{} old", f.name)
            };
            return Some(UnitFound {
                name: Some(unit),
                of: None,
                to: age,
                kind: UnitKind::Age,
            });
        }
        // "400 metres hurdles", "24-hour news": the unit is enough.
        let kind = if f.dimension == unit::Dimension::Duration {
            UnitKind::Duration
        } else {
            UnitKind::Measure
        };
        return Some(UnitFound {
            name: Some(f.name.to_owned()),
            of: whole(view, tags, to),
            to,
            kind,
        });
    }
    if a.number.form == Form::Digits
        && (matches!(view.back(a.from, 1), "aged" | "age")
            || (view.back(a.from, 1) == "of" && view.back(a.from, 2) == "age"))
        && a.number.value <= 115.0
    {
        return Some(UnitFound {
            name: Some(AGE.to_owned()),
            of: None,
            to: k,
            kind: UnitKind::Age,
        });
    }
    if view.low(k) == "who" && n.form != Form::Vague && !(n.value - 1.0).abs().lt(&f64::EPSILON) {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: None,
            to: k,
            kind: UnitKind::Noun,
        });
    }
    if casualty(view.low(k)) && hyphen == 0 && noun_follows(view, tags, k + 1, many).is_none() {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: view.span(k, k + 1),
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    if hyphen == 1 {
        // "a 19-member panel", "a 20-storey building".
        let word = view.low(h);
        let fits = view.is(h, Kind::Word)
            && word.len() > 2
            && !view.capital(h)
            && !noun::closed(word)
            && !HYPHENED.contains(&word)
            && !word.ends_with("ed")
            && !word.ends_with("ing");
        if fits && !(many && noun::plural(word)) {
            return Some(UnitFound {
                name: Some(noun::singular(word)),
                of: view.span(h, h + 1),
                to: h + 1,
                kind: UnitKind::Noun,
            });
        }
        return Some(UnitFound {
            name: None,
            of: None,
            to: a.to,
            kind: UnitKind::None,
        });
    }
    // "23 of the defendants", "two of the four ships": a part of a counted whole.
    if view.low(k) == "of"
        && matches!(
            view.low(k + 1),
            "the" | "its" | "their" | "his" | "her" | "those" | "these" | "our"
        )
        && n.form != Form::Vague
    {
        let inner = k
            + 2
            + number::at(view, k + 2, false).map_or(0, |n| if n.form == Form::Ordinal { 0 } else { n.used });
        if let Some(p) = noun_follows(view, tags, inner, true).filter(|_| many) {
            return Some(UnitFound {
                name: unit_name(view, p.head),
                of: view.span(p.from, p.to),
                to: p.to,
                kind: UnitKind::Noun,
            });
        }
    }
    if many && view.low(k) == "others" && (1..=4).any(|n| casualty(view.low(k + n))) {
        return Some(UnitFound {
            name: Some(PEOPLE.to_owned()),
            of: view.span(k, k + 1),
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    if let Some(p) = noun_follows(view, tags, k, many).filter(|p| !person_name(view, p.from, p.to)) {
        return Some(UnitFound {
            name: unit_name(view, p.head),
            of: view.span(p.from, p.to),
            to: p.to,
            kind: UnitKind::Noun,
        });
    }
    // "a 12 page document": a hyphen left out.
    let noun_at = |i: usize| {
        tags.upos(view, i) == Some(dossier_model::Upos::Noun) && !view.capital(i) && !view.joins(i + 1)
    };
    if many
        && n.form == Form::Digits
        && n.scale == 0
        && noun_at(k)
        && noun_at(k + 1)
        && !noun::plural(view.low(k + 1))
    {
        let of = view.span(k, k + 1);
        return Some(UnitFound {
            name: unit_name(view, k),
            of,
            to: k + 1,
            kind: UnitKind::Noun,
        });
    }
    // "killing 59 and injuring 515".
    if killing(view.back(a.from, 1))
        || (hedge::before(view, a.from).is_some_and(|(_, n)| killing(view.back(a.from - n, 1))))
    {
        let open = view.is(k, Kind::Word) && !noun::closed(view.low(k));
        if !open {
            return Some(UnitFound {
                name: Some(PEOPLE.to_owned()),
                of: None,
                to: k,
                kind: UnitKind::Noun,
            });
        }
    }
    Some(UnitFound {
        name: None,
        of: None,
        to: k,
        kind: UnitKind::None,
    })
}

/// Second parts of "third-party", "two-state" and the like that count nothing.
const HYPHENED: &[&str] = &[
    "party",
    "way",
    "state",
    "part",
    "fold",
    "plus",
    "odd",
    "something",
    "hand",
    "strong",
    "time",
    "year",
];

/// The noun phrase behind a number, past "of the", "more", "other" and the like.
fn noun_follows(view: View<'_>, tags: Tags<'_>, k: usize, many: bool) -> Option<noun::Phrase> {
    let mut from = k;
    while matches!(
        view.low(from),
        "more" | "other" | "additional" | "further" | "extra" | "new" | "different" | "separate" | "such"
    ) && from < k + 2
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
        && crate::lists::given_name::is_given(&crate::lists::fold::fold(view.raw(from)))
}

/// The unit that a head noun gives.
fn unit_name(view: View<'_>, head: usize) -> Option<String> {
    let raw = view.raw(head);
    let low = view.low(head);
    let word = if view.capital(head) && title_case(view, head) {
        low
    } else {
        raw
    };
    if low == "person" {
        return Some(PEOPLE.to_owned());
    }
    (!matches!(low, "others" | "thousand" | "ones")).then(|| noun::singular(word))
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
