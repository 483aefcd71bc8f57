//! Numbers in digits: "23,000", "3.7 million", "3 1/2".

use super::part::denominator;
use super::scale::scale_words;
use super::words::small;
use super::{Form, Number, exact};
use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::written;

/// The value of a fraction written as one character.
pub(super) fn vulgar(raw: &str) -> Option<f64> {
    Some(match raw {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

/// The number written in digits at piece `i`, with its scale words.
pub(super) fn digits(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    let (whole, places) = written::decimal(view.raw(i));
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
            if !view.is(i + 1 + gap, Kind::Digits)
                || view.lexes.get(i + 1 + gap).is_some_and(|l| l.spaced || gap == 1)
            {
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

/// A power of ten behind a number: "1.3e6", "1.3x10^6", "10^300", "6×10⁴".
fn exponent(view: View<'_>, k: usize) -> Option<(i32, usize)> {
    let signed = |at: usize| {
        let minus = usize::from(matches!(view.raw(at), "-" | "−") && view.glued(at));
        let n: i32 = view
            .raw(at + minus)
            .parse()
            .ok()
            .filter(|n| (0..=300).contains(n))?;
        view.glued(at + minus)
            .then_some((if minus == 1 { -n } else { n }, minus + 1))
    };
    if !view.glued(k) {
        return None;
    }
    if view.raw(k) == "e" {
        return signed(k + 1).map(|(n, used)| (n, used + 1));
    }
    let times = matches!(view.raw(k), "x" | "×" | "·") && view.raw(k + 1) == "10" && view.glued(k + 1);
    let power = view.raw(k) == "^" && view.raw(k.wrapping_sub(1)) == "10";
    if !(times || power) {
        return None;
    }
    let at = if times { k + 2 } else { k };
    if view.raw(at) == "^" && view.glued(at) {
        let (n, used) = signed(at + 1)?;
        return Some((if times { n } else { n - 1 }, at + 1 + used - k));
    }
    let small = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let n = small.chars().position(|c| view.raw(at).chars().eq([c]))?;
    Some((i32::try_from(n).ok()?, at + 1 - k))
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

/// A value that is no whole number, scaled by its decimal writing.
pub(super) fn scaled(base: f64, scale: i32) -> f64 {
    format!("{base}e{scale}").parse().unwrap_or(f64::NAN)
}

/// The step of a whole number without a scale word: its trailing zeros, but two figures at least are taken as
/// written, so that "10 people" is not "10, give or take five".
pub(super) fn step_of(mantissa: i128) -> f64 {
    let (mut m, mut exp) = (mantissa, 0);
    while m >= 100 && m % 10 == 0 {
        m /= 10;
        exp += 1;
    }
    exact(1, exp)
}

/// "1/2", "3/4": a proper fraction with a usual denominator.
fn written_fraction(view: View<'_>, i: usize) -> Option<f64> {
    if !(view.is(i, Kind::Digits) && view.raw(i + 1) == "/" && view.glued(i + 1) && view.glued(i + 2)) {
        return None;
    }
    if view.raw(i + 3) == "/" && view.glued(i + 3) {
        return None;
    }
    let a: u32 = view.raw(i).parse().ok()?;
    let b: u32 = view.raw(i + 2).parse().ok()?;
    (a < b && a > 0 && matches!(b, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16)).then(|| f64::from(a) / f64::from(b))
}
