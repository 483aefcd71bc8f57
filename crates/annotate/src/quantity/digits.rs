//! What may stand beside digits in any language: powers of ten and written fractions.

use super::view::{Kind, View};

/// A power of ten behind a number, from piece `k` on: "1.3e6", "1.3x10^6", "10^300", "6×10⁴". Gives the power and the
/// pieces it takes.
#[must_use]
pub fn exponent(view: View<'_>, k: usize) -> Option<(i32, usize)> {
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

/// "1/2", "3/4" from piece `i` on: a proper fraction with a usual denominator. It takes three pieces.
#[must_use]
pub fn written_fraction(view: View<'_>, i: usize) -> Option<f64> {
    if !(view.is(i, Kind::Number) && view.raw(i + 1) == "/" && view.glued(i + 1) && view.glued(i + 2)) {
        return None;
    }
    if view.raw(i + 3) == "/" && view.glued(i + 3) {
        return None;
    }
    let a: u32 = view.raw(i).parse().ok()?;
    let b: u32 = view.raw(i + 2).parse().ok()?;
    (a < b && a > 0 && matches!(b, 2 | 3 | 4 | 5 | 6 | 8 | 10 | 16)).then(|| f64::from(a) / f64::from(b))
}
