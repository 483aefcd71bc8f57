//! Numbers in words: "three hundred and five", "two and a half million".

use dossier_annotate::quantity::cardinal::{Cardinal, Naming};
use dossier_annotate::quantity::value::{exact, scaled, step_of};

use super::digits::fraction_more;
use super::part::{denominator, part};
use super::scale::{scale_of, scale_words};
use super::vague::vague;
use super::{Form, Number};
use crate::grammar::number;
use crate::grammar::quantity::lex::{Kind, View};

/// The value of a number word below one hundred.
pub(super) fn small(word: &str) -> Option<i128> {
    number::cardinal(word).map(i128::from)
}

/// The value of an ordinal word.
pub(super) fn ordinal_word(word: &str) -> Option<i128> {
    number::ordinal(word).map(i128::from)
}

/// Number words from piece `i` on.
pub(super) fn words(view: View<'_>, i: usize) -> Option<Number> {
    let first = view.low(i);
    if !view.is(i, Kind::Word) {
        return None;
    }
    if let Some(n) = vague(view, i) {
        return Some(n);
    }
    if let Some(n) = part(view, i) {
        return Some(n);
    }
    let article = matches!(first, "a" | "an");
    let start = i + usize::from(article);
    if article {
        // "a hundred", "a couple of dozen" and the like: an article alone is no number.
        let next = view.low(start);
        if !matches!(next, "dozen" | "score" | "gross") && (scale_of(next).is_none() || next.ends_with('s')) {
            return None;
        }
    }
    let (total, end) = composed(view, start, article)?;
    ordinal_or_cardinal(view, i, total, end)
}

/// A cardinal built of words: the value and the piece behind it.
fn composed(view: View<'_>, start: usize, article: bool) -> Option<(i128, usize)> {
    let mut number = if article {
        Cardinal::one(Naming::Short)
    } else {
        Cardinal::new(Naming::Short)
    };
    let mut k = start;
    loop {
        let seen = k > start;
        let hyphen = usize::from(seen && view.joins(k));
        let and = usize::from(seen && hyphen == 0 && is_and(view, k, &number));
        let at = k + hyphen + and;
        let word = view.low(at);
        if let Some(v) = small(word) {
            if hyphen == 1 && number.room() != 10 || !number.add(v) {
                break;
            }
        } else if word == "hundred" {
            if and == 1 || !number.hundred() {
                break;
            }
        } else if matches!(word, "dozen" | "dozens" | "score") {
            let fits = number.group() < 100 && !number.is_scaled() && and == 0;
            let alone = number.group() == 0 && !matches!(view.back(at, 1), "a" | "several" | "half");
            if !fits || alone {
                break;
            }
            let one = if word == "score" { 20 } else { 12 };
            return Some((number.group().max(1) * one, at + 1));
        } else {
            let power = scale_of(word).filter(|&s| s > 2 && !matches!(word, "mil" | "mn" | "bn" | "tn"));
            let power = power.and_then(|p| u32::try_from(p).ok());
            if and == 1 || !power.is_some_and(|p| number.scale(p)) {
                break;
            }
        }
        k = at + 1;
    }
    (k > start).then_some((number.value(), k))
}

/// Whether piece `k` is an "and" inside a number: "three hundred and five", not "two and three quarters".
fn is_and(view: View<'_>, k: usize, number: &Cardinal) -> bool {
    view.low(k) == "and"
        && (number.room() == 100 || number.group() == 0 && number.is_scaled())
        && small(view.low(k + 1)).is_some_and(|v| v > 0)
        && denominator(view.low(k + 2), true).is_none()
}

/// Finishes a word number: "twenty-first", "two and a half million", or the plain cardinal.
fn ordinal_or_cardinal(view: View<'_>, i: usize, total: i128, end: usize) -> Option<Number> {
    if let Some((o, used)) = ordinal_end(view, total, end) {
        return Some(Number::plain(o, 1.0, end + used - i, Form::Ordinal));
    }
    let (mut value, mut step, mut k, mut scale) = (exact(total, 0), step_of(total), end, 0);
    let last = scale_of(view.back(k, 1)).filter(|&s| s >= 3);
    if let Some((f, n)) = fraction_more(view, k) {
        // "two and a half million" and "one million and a half" take their half of the million.
        let (s, used) = scale_words(view, k + n, false);
        scale = last.unwrap_or(s);
        let base = if last.is_some() {
            exact(total, 0)
        } else {
            exact(total, s)
        };
        value = base + scaled(f, scale);
        step = scaled(f, scale);
        k += n + if last.is_some() { 0 } else { used };
    } else if view.low(k) == "point" && small(view.low(k + 1)).is_some_and(|v| v < 10) {
        // "three point five million".
        let (mut mantissa, mut places) = (total, 0);
        k += 1;
        while let Some(v) = small(view.low(k)).filter(|&v| v < 10 && places < 12) {
            mantissa = mantissa.checked_mul(10)?.checked_add(v)?;
            places += 1;
            k += 1;
        }
        let (s, used) = scale_words(view, k, false);
        value = exact(mantissa, s - places);
        step = exact(1, s - places);
        scale = s;
        k += used;
    } else if let Some(last) = last {
        // "three million" is written to the million.
        step = exact(1, last);
        scale = last;
    }
    Some(Number {
        value,
        step,
        scale,
        ..Number::plain(0, step, k - i, Form::Words)
    })
}

/// The ordinal that ends a word number: "twenty-first", "one hundred and third", "two hundredth".
fn ordinal_end(view: View<'_>, total: i128, end: usize) -> Option<(i128, usize)> {
    let join = usize::from(view.joins(end) || (total >= 100 && view.low(end) == "and"));
    let o = ordinal_word(view.low(end + join))?;
    if total >= 20 && o < 100 && (total % 100 == 0 || (total % 10 == 0 && o < 10)) {
        return Some((total + o, join + 1));
    }
    ((1..1000).contains(&total) && o >= 100 && view.low(end) != "and").then_some((total * o, join + 1))
}
