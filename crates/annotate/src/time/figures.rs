//! Days and months told in figures alone.

use super::lexicon::Term;
use super::shape::{Shape, Year};
use crate::view::pieces::Pieces;

/// "2025-04-14", "2025/04/14", "14.04.2025", "04/25/2025", "2025-04".
///
/// Figures between slashes are read where one of them is over twelve or both are equal; else the article's own
/// order tells, where it is known.
#[must_use]
pub fn figures(p: &Pieces<'_, Term>, i: usize) -> Option<(usize, Shape)> {
    let num = |k: usize| match p.term(k) {
        Term::Number {
            value,
            digits,
            plain: true,
        } => Some((value, digits)),
        _ => None,
    };
    let sign = p.at(i + 1);
    if !sign.glued || !p.at(i + 2).glued {
        return None;
    }
    let (a, da) = num(i)?;
    let (b, db) = num(i + 2)?;
    let before = p.before(i);
    if p.at(i).glued && (before.is_dash() || before.any(&["/", "."])) && i >= 2 && num(i - 2).is_some() {
        return None;
    }
    let same = p.at(i + 3).text == sign.text && p.at(i + 3).glued && p.at(i + 4).glued;
    let ok = |m: f64, d: f64| (1.0..=12.0).contains(&m) && (1.0..=31.0).contains(&d);
    let shape = |y: f64, m: f64, d: f64| Shape::Day {
        year: Year::Is(y as i16),
        month: Some(m as u8),
        day: d as u8,
        weekday: None,
    };
    let free = |k: usize| {
        let n = p.at(k);
        !(n.glued && (n.any(&["/", "%"]) || matches!(p.term(k), Term::Number { .. })))
            && !(n.glued && n.is_dash() && p.at(k + 1).glued && num(k + 1).is_some())
    };
    if da == 4 && (1000.0..2200.0).contains(&a) && matches!(sign.text, "-" | "/" | ".") {
        if same {
            let (c, dc) = num(i + 4)?;
            if db <= 2 && dc <= 2 && ok(b, c) && free(i + 5) {
                return Some((i + 5, shape(a, b, c)));
            }
            return None;
        }
        let plain_month = db == 2 && sign.text == "-" && (1.0..=12.0).contains(&b) && free(i + 3);
        return plain_month.then_some((
            i + 3,
            Shape::Month {
                year: Year::Is(a as i16),
                month: b as u8,
            },
        ));
    }
    if !same || da > 2 || db > 2 || !matches!(sign.text, "-" | "/" | ".") {
        return None;
    }
    let (c, dc) = num(i + 4)?;
    if dc != 4 || !(1900.0..2200.0).contains(&c) || !free(i + 5) {
        return None;
    }
    let out = match (ok(b, a), ok(a, b)) {
        (true, _) if sign.text == "." => shape(c, b, a),
        (true, true) if a == b => shape(c, b, a),
        (true, false) => shape(c, b, a),
        (false, true) => shape(c, a, b),
        (true, true) => Shape::Slashed {
            year: c as i16,
            first: a as u8,
            second: b as u8,
        },
        _ => return None,
    };
    Some((i + 5, out))
}
