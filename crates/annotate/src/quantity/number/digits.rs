//! Numbers in digits: "23,000", "3.7 million", "3 1/2".

use super::scale::scale_words;
use super::{Form, Number, exact};
use crate::quantity::lex::{Kind, View};

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
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

pub(super) fn digits(view: View<'_>, i: usize, money: bool) -> Option<Number> {
    let raw = view.raw(i);
    let mut whole = String::with_capacity(raw.len());
    let mut decimals = None;
    for c in raw.chars() {
        match c {
            '.' => decimals = Some(0),
            c if c.is_ascii_digit() => {
                whole.push(c);
                decimals = decimals.map(|d: i32| d + 1);
            }
            _ => {}
        }
    }
    if whole.len() > 30 {
        return None;
    }
    let mantissa: i128 = whole.parse().ok()?;
    let places = decimals.unwrap_or(0);
    // "21st", "4th".
    if places == 0 && view.glued(i + 1) && matches!(view.low(i + 1), "st" | "nd" | "rd" | "th") {
        return Some(Number {
            value: exact(mantissa, 0),
            step: 1.0,
            vague_high: None,
            used: 2,
            form: Form::Ordinal,
            scale: 0,
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
                vague_high: None,
                used: 3,
                form: Form::Fraction,
                scale: 0,
            });
        } else if view.low(i + 1) == "and"
            && matches!(view.low(i + 2), "a" | "one")
            && view.low(i + 3) == "half"
        {
            extra = 0.5;
            used = 4;
        }
    }
    let (scale, taken) = scale_words(view, i + used, money);
    used += taken;
    let (value, step) = if extra > 0.0 {
        let base = exact(mantissa, 0) + extra;
        (exact_scaled(base, scale), exact_scaled(extra, scale))
    } else if scale > 0 || places > 0 {
        (exact(mantissa, scale - places), exact(1, scale - places))
    } else {
        (exact(mantissa, 0), step_of(mantissa))
    };
    Some(Number {
        value,
        step,
        vague_high: None,
        used,
        form: Form::Digits,
        scale,
    })
}

/// A half, third or quarter more than a whole, scaled by its decimal writing.
fn exact_scaled(base: f64, scale: i32) -> f64 {
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
    (a < b && a > 0 && matches!(b, 2 | 3 | 4 | 5 | 8 | 10 | 16)).then(|| f64::from(a) / f64::from(b))
}
