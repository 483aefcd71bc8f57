//! Numbers in digits: "1.234,5", "2 mil millones", "3 1/2", "10k".

use dossier_annotate::quantity::digits::{exponent, written_fraction};
use dossier_annotate::quantity::value::{exact, scaled, step_of, vulgar};
use dossier_annotate::quantity::{Form, Number, Style, written};

use super::cardinal::{group, scale};
use super::scene::Scene;
use super::{fraction, ordinal};

/// The number in digits at piece `i`.
pub(super) fn digits(s: Scene<'_>, i: usize) -> Option<Number> {
    let (whole, places) = written::decimal(s.view.raw(i), Style::Comma);
    if whole.len() > 30 {
        return None;
    }
    let mantissa: i128 = whole.parse().ok()?;
    if places == 0 {
        if let Some(used) = ordinal::ending(s, i + 1) {
            return Some(Number::plain(mantissa, 1.0, 1 + used, Form::Ordinal));
        }
        if let Some(part) = written_fraction(s.view, i) {
            return Some(Number {
                value: part,
                step: part,
                ..Number::plain(0, part, 3, Form::Fraction)
            });
        }
        if let Some(part) = fraction::over(s, i, mantissa, i + 1) {
            return Some(part);
        }
    }
    if let Some((exp, used)) = exponent(s.view, i + 1) {
        return Some(Number {
            value: exact(mantissa, exp.checked_sub(places)?),
            step: exact(1, exp - places),
            scale: exp,
            ..Number::plain(0, 1.0, 1 + used, Form::Digits)
        });
    }
    if places == 0
        && let Some(size) = group(s.word(i + 1))
    {
        return Some(Number::plain(
            mantissa.checked_mul(size)?,
            exact(size, 0),
            2,
            Form::Digits,
        ));
    }
    let (part, taken) = own_part(s, i);
    let (power, used) = scales(s, i + 1 + taken);
    let number = if let Some(part) = part {
        Number {
            value: scaled(exact(mantissa, 0) + part, power),
            step: scaled(part, power),
            ..Number::plain(0, 1.0, 1 + taken + used, Form::Digits)
        }
    } else if power > 0 || places > 0 {
        Number {
            value: exact(mantissa, power - places),
            step: exact(1, power - places),
            ..Number::plain(0, 1.0, 1 + used, Form::Digits)
        }
    } else {
        Number::plain(mantissa, step_of(mantissa), 1, Form::Digits)
    };
    let number = Number {
        scale: power,
        ..number
    };
    let half = s.word(i + number.used) == "y" && power >= 6;
    Some(if half {
        fraction::with_decimals(s, i, mantissa, number).unwrap_or(number)
    } else {
        number
    })
}

/// "3 1/2", "3½": the part behind whole digits, and its pieces.
fn own_part(s: Scene<'_>, i: usize) -> (Option<f64>, usize) {
    if let Some(part) = vulgar(s.view.raw(i + 1)) {
        return (Some(part), 1);
    }
    match written_fraction(s.view, i + 1) {
        Some(part) if s.view.spaced(i + 1) => (Some(part), 3),
        _ => (None, 0),
    }
}

/// Scale words from piece `k` on: "mil", "millones", "mil millones", "k". The power of ten and the pieces.
fn scales(s: Scene<'_>, k: usize) -> (i32, usize) {
    let power = |k: usize| match s.word(k) {
        "k" => Some(3),
        "mm" => None,
        "mill" | "mills" | "mdd" => Some(6),
        word => scale(word),
    };
    let Some(first) = power(k) else { return (0, 0) };
    match power(k + 1).filter(|&p| first == 3 && p >= 6) {
        Some(second) => ((first + second) as i32, 2),
        None => (first as i32, 1),
    }
}
