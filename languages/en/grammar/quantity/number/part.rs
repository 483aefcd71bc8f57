//! Parts of a whole: "half", "two-thirds", "a quarter of".

use dossier_annotate::quantity::value::scaled;

use super::scale::scale_of;
use super::words::{ordinal_word, small};
use super::{Form, Number};
use crate::grammar::quantity::lex::View;
use crate::grammar::quantity::{hedge, unit};

dossier_world::words!(BEFORE_HALF_TIME = "quantity/before_half_time.txt");
dossier_world::words!(BEHIND_HALF = "quantity/behind_half.txt");

/// The denominator of a fraction word; `plural` for "thirds".
pub(super) fn denominator(word: &str, plural: bool) -> Option<i128> {
    let stem = if plural {
        word.strip_suffix('s').unwrap_or("")
    } else {
        word
    };
    match (stem, word) {
        (_, "half") if !plural => Some(2),
        (_, "halves") if plural => Some(2),
        ("quarter", _) => Some(4),
        ("first" | "second", _) => None,
        _ => ordinal_word(stem).filter(|&d| d >= 3),
    }
}

/// Parts of a whole: "half a million", "half of", "a third of", "two-thirds", "three quarters"; and the
/// ordinals "third", "21st" where they are not.
pub(super) fn part(view: View<'_>, i: usize) -> Option<Number> {
    let word = view.low(i);
    let article = usize::from(matches!(word, "a" | "an" | "one"));
    if view.low(i + article) == "half" {
        return half(view, i, article);
    }
    if article == 1 || word == "quarter" {
        return one_of(view, i, article);
    }
    if let Some(n) = small(word).filter(|&n| (2..20).contains(&n)) {
        let k = i + 1 + usize::from(view.joins(i + 1));
        let d = denominator(view.low(k), true).filter(|&d| n < d && d != 2)?;
        // "two quarters" in a row are of a year.
        let hedged = hedge::before(view, i).is_some() || matches!(view.back(i, 1), "by" | "than");
        let part = view.joins(i + 1) || view.low(k + 1) == "of" || d != 4 || hedged;
        return part.then(|| fraction(view, n, d, i, k + 1));
    }
    let value = ordinal_word(word)?;
    Some(Number::plain(value, 1.0, 1, Form::Ordinal))
}

/// The part `n` of `d` from piece `i` up to piece `k`, times the scale word that may follow: "two thirds of a
/// million".
fn fraction(view: View<'_>, n: i128, d: i128, i: usize, k: usize) -> Number {
    let value = n as f64 / d as f64;
    let mut at = k + usize::from(view.joins(k));
    if view.low(at) == "of" && matches!(view.low(at + 1), "a" | "one") {
        at += 2;
    } else if matches!(view.low(at), "a" | "an") {
        at += 1;
    }
    match scale_of(view.low(at)).filter(|&s| s >= 3 && !view.low(at).ends_with('s')) {
        Some(s) => Number {
            value: scaled(value, s),
            scale: s,
            ..Number::plain(0, scaled(value, s), at + 1 - i, Form::Words)
        },
        None => Number {
            value,
            ..Number::plain(0, value, k - i, Form::Fraction)
        },
    }
}

/// "half a dozen", "half a million", "half of", "half a mile", "more than half".
fn half(view: View<'_>, i: usize, article: usize) -> Option<Number> {
    let end = i + article + 1;
    let k = end + usize::from(view.joins(end));
    let one = k + usize::from(matches!(view.low(k), "a" | "an"));
    if view.low(one) == "dozen" {
        return Some(Number::plain(6, 1.0, one + 1 - i, Form::Words));
    }
    let found = fraction(view, 1, 2, i, end);
    if found.form != Form::Fraction {
        return Some(found);
    }
    // "half of", "half the", "half its"; not "the first half", "half-time", "half past".
    let before = view.back(i, 1);
    let halftime = ordinal_word(before).is_some() || BEFORE_HALF_TIME.has(before);
    let open = BEHIND_HALF.has(view.low(end));
    let measured = unit::after(view, one, true).is_some()
        || matches!(view.low(one), "percent" | "percentage" | "per" | "point");
    let hedged = hedge::before(view, i).is_some() || matches!(before, "by" | "than" | "to" | "in");
    (!halftime && !view.joins(end) && (open || hedged && article == 0) || !halftime && measured)
        .then_some(found)
}

/// "a third of visits", "one-fifth", "nearly a quarter", "a quarter of a million"; "a third visit" is an ordinal.
fn one_of(view: View<'_>, i: usize, article: usize) -> Option<Number> {
    let k = i + article + usize::from(article == 1 && view.joins(i + article));
    let word = view.low(k);
    let d = denominator(word, false).filter(|&d| d > 2)?;
    let found = fraction(view, 1, d, i, k + 1);
    if found.form != Form::Fraction {
        return Some(found);
    }
    if article == 0 {
        return None;
    }
    let one = view.low(i) == "one";
    let ends = k + 1 >= view.len()
        || crate::grammar::quantity::noun::closed(view.low(k + 1))
        || !view.is(k + 1, crate::grammar::quantity::lex::Kind::Word);
    let hedged = hedge::before(view, i).is_some_and(|h| h.0 != dossier_model::Bound::Exact)
        || matches!(view.back(i, 1), "by" | "than");
    let part =
        view.low(k + 1) == "of" || one && (view.joins(i + 1) || ends) || hedged && ends && !view.joins(k + 1);
    part.then_some(found)
}
