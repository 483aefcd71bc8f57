//! Numbers in digits: "23,000", "3.7 million", "3 1/2".

use dossier_annotate::quantity::digits::{exponent, written_fraction};
use dossier_annotate::quantity::value::{exact, scaled, step_of, vulgar};
use dossier_annotate::quantity::{Style, written};

use super::part::denominator;
use super::scale::scale_words;
use super::words::small;
use super::{Form, Number};
use crate::grammar::quantity::lex::{Kind, View};

/// The number written in digits at piece `i`, with its scale words.
pub(super) fn digits(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    let (whole, places) = written::decimal(view.raw(i), Style::Point);
    if whole.len() > 30 {
        return None;
    }
    let mantissa: i128 = whole.parse().ok()?;
    // "21st", "4th".
    if places == 0 && view.glued(i + 1) && matches!(view.low(i + 1), "st" | "nd" | "rd" | "th") {
        return Some(Number::plain(mantissa, 1.0, 2, Form::Ordinal));
    }
    if let Some((exp, used)) = exponent(view, i + 1) {
        let value = exact(mantissa, exp.checked_sub(places)?);
        return value.is_finite().then(|| Number {
            value,
            step: exact(1, exp - places),
            used: 1 + used,
            scale: exp,
            ..Number::plain(0, 1.0, 1, Form::Digits)
        });
    }
    let mut used = 1;
    let mut extra = 0.0;
    // "3 1/2", "3-1/2", "3½", "3 ½", and "1/2" alone.
    let gap = usize::from(view.joins(i + 1));
    if places == 0 {
        if let Some(f) = vulgar(view.raw(i + 1)) {
            extra = f;
            used = 2;
        } else if let Some(f) = written_fraction(view, i + 1 + gap) {
            if !view.is(i + 1 + gap, Kind::Number) || view.spaced(i + 1 + gap) || gap == 1 {
                extra = f;
                used = 4 + gap;
            }
        } else if let Some(f) = written_fraction(view, i) {
            return Some(Number {
                value: f,
                step: f,
                ..Number::plain(0, f, 3, Form::Fraction)
            });
        } else if let Some((f, n)) = fraction_more(view, i + 1) {
            extra = f;
            used = 1 + n;
        }
    }
    let (scale, taken) = scale_words(view, i + used, money);
    used += taken;
    let (mut value, mut step) = if extra > 0.0 {
        let base = exact(mantissa, 0) + extra;
        (scaled(base, scale), scaled(extra, scale))
    } else if scale > 0 || places > 0 {
        (exact(mantissa, scale - places), exact(1, scale - places))
    } else {
        (exact(mantissa, 0), step_of(mantissa))
    };
    // "3 dozen eggs".
    if scale == 0 && places == 0 && extra == 0.0 && matches!(view.low(i + used), "dozen" | "dozens") {
        let total = mantissa.checked_mul(12)?;
        return Some(Number::plain(total, 12.0, used + 1, Form::Digits));
    }
    // "3 million and a half".
    if scale >= 5
        && extra == 0.0
        && let Some((f, n)) = fraction_more(view, i + used)
    {
        value += scaled(f, scale);
        step = scaled(f, scale);
        used += n;
    }
    Some(Number {
        value,
        step,
        scale,
        ..Number::plain(0, step, used, Form::Digits)
    })
}

/// "and a half", "and three quarters", "-and-a-half" behind a number: how much more, and the pieces.
pub(super) fn fraction_more(view: View<'_>, k: usize) -> Option<(f64, usize)> {
    let mut at = k;
    let mut next = || {
        at += usize::from(view.joins(at));
        at += 1;
        view.low(at - 1)
    };
    if next() != "and" {
        return None;
    }
    let (n, part) = (next(), next());
    match (n, part) {
        ("a" | "one", "half") => Some((0.5, at - k)),
        ("a" | "one", "quarter") => Some((0.25, at - k)),
        ("a" | "one", _) => None,
        _ => {
            let d = denominator(part, true)?;
            let n = small(n).filter(|&n| (2..20).contains(&n) && n < d)?;
            Some((n as f64 / d as f64, at - k))
        }
    }
}
