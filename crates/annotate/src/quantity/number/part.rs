//! Parts of a whole: "half", "two-thirds", "a quarter of".

use super::scale::scale_of;
use super::words::{ordinal_word, small};
use super::{Form, Number, exact};
use crate::quantity::lex::View;

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
        _ => ordinal_word(stem).filter(|d| (3..=100).contains(d)),
    }
}

/// Parts of a whole: "half a million", "half of", "a third of", "two-thirds", "three quarters"; and the
/// ordinals "third", "21st" where they are not.
pub(super) fn part(view: View<'_>, i: usize) -> Option<Number> {
    let word = view.low(i);
    let fraction = |n: i128, d: i128, used: usize| {
        let value = n as f64 / d as f64;
        Some(Number {
            value,
            step: value,
            vague_high: None,
            used,
            form: Form::Fraction,
            scale: 0,
        })
    };
    let article = usize::from(matches!(word, "a" | "an"));
    if view.low(i + article) == "half" {
        let k = i + article + 1;
        let k = k + usize::from(view.joins(k));
        let one = k + usize::from(matches!(view.low(k), "a" | "an"));
        if view.low(one) == "dozen" {
            return Some(Number {
                value: 6.0,
                step: 1.0,
                vague_high: None,
                used: one + 1 - i,
                form: Form::Words,
                scale: 0,
            });
        }
        if let Some(s) = scale_of(view.low(one)).filter(|_| !view.low(one).ends_with('s')) {
            return Some(Number {
                value: exact(5, s - 1),
                step: exact(5, s - 1),
                vague_high: None,
                used: one + 1 - i,
                form: Form::Words,
                scale: s,
            });
        }
        // "half of", "half the", "half its"; not "the first half", "half-time", "a half hour".
        let before = view.back(i, 1);
        let open = matches!(
            view.low(i + article + 1),
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "that" | "those"
        );
        let halftime = ordinal_word(before).is_some()
            || matches!(before, "last" | "other" | "better" | "final" | "opening");
        return if open && !halftime {
            fraction(1, 2, 1 + article)
        } else {
            None
        };
    }
    if article == 1 || word == "one" {
        let k = i + 1 + usize::from(view.joins(i + 1));
        let d = denominator(view.low(k), false)?;
        // "a third visit" is an ordinal, "a third of visits" a part; "a quarter" of a year is a time.
        let part = view.low(k + 1) == "of" || (word == "one" && view.joins(i + 1));
        return if part && d > 2 {
            fraction(1, d, k + 1 - i)
        } else {
            None
        };
    }
    if let Some(n) = small(word).filter(|&n| (2..20).contains(&n)) {
        let k = i + 1 + usize::from(view.joins(i + 1));
        let d = denominator(view.low(k), true).filter(|&d| n < d && d != 2)?;
        // "two quarters" in a row are of a year.
        let part = view.joins(i + 1) || view.low(k + 1) == "of" || d != 4;
        return if part { fraction(n, d, k + 1 - i) } else { None };
    }
    let value = ordinal_word(word)?;
    Some(Number {
        value: exact(value, 0),
        step: 1.0,
        vague_high: None,
        used: 1,
        form: Form::Ordinal,
        scale: 0,
    })
}
