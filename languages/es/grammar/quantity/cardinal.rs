//! Numbers in words: "trescientos cuarenta y siete mil", "medio millón", "dos docenas".

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier_annotate::quantity::cardinal::{Cardinal, Naming};
use dossier_annotate::quantity::value::{exact, step_of};
use dossier_annotate::quantity::{Form, Number};

use super::fraction;
use super::scene::{Scene, fold};
use crate::grammar::number;

static CARDINALS: LazyLock<HashMap<String, i128>> = LazyLock::new(|| {
    let words = number::cardinals().map(|(word, value)| (fold(word), i128::from(value)));
    words.collect()
});

/// The value of a number word below one thousand.
pub(super) fn small(word: &str) -> Option<i128> {
    CARDINALS.get(word).copied()
}

/// The power of ten of a scale word.
pub(super) fn scale(word: &str) -> Option<u32> {
    Some(match word {
        "mil" => 3,
        "millon" | "millones" => 6,
        "millardo" | "millardos" => 9,
        "billon" | "billones" => 12,
        "trillon" | "trillones" => 18,
        _ => return None,
    })
}

/// The number in words from piece `i` on. An article alone ("un", "una") is none.
pub(super) fn words(s: Scene<'_>, i: usize) -> Option<Number> {
    vague(s, i)
        .or_else(|| half(s, i))
        .or_else(|| dozens(s, i))
        .or_else(|| fraction::words(s, i))
        .or_else(|| spelled(s, i))
}

/// The whole number that words add up to: its value, and the piece behind it.
pub(super) fn composed(s: Scene<'_>, start: usize) -> Option<(i128, usize)> {
    let mut number = Cardinal::new(Naming::Long);
    let mut k = start;
    loop {
        let and = usize::from(k > start && is_and(s, k, number));
        let word = s.word(k + and);
        let fits = match (small(word), scale(word)) {
            (Some(v), _) => number.add(v),
            // "Millones" alone says no number, "mil" is a thousand.
            (_, Some(power)) => and == 0 && number.scale(power),
            _ => false,
        };
        if !fits {
            break;
        }
        k += and + 1;
    }
    (k > start).then(|| (number.value(), k))
}

/// Whether piece `k` is the "y" of "cuarenta y siete".
fn is_and(s: Scene<'_>, k: usize, number: Cardinal) -> bool {
    s.word(k) == "y" && number.room() == 10 && small(s.word(k + 1)).is_some_and(|v| (1..10).contains(&v))
}

/// A cardinal with what may follow it: decimals, a half.
fn spelled(s: Scene<'_>, i: usize) -> Option<Number> {
    let (total, end) = composed(s, i)?;
    let last = scale(s.back(end, 1));
    let step = last.map_or_else(|| step_of(total), |p| exact(1, p as i32));
    let number = Number {
        scale: last.map_or(0, |p| p as i32),
        ..Number::plain(total, step, end - i, Form::Words)
    };
    let number = fraction::with_decimals(s, i, total, number).unwrap_or(number);
    let article = number.used == 1 && matches!(s.word(i), "un" | "una" | "uno");
    (!article || stands_for_one(s, i)).then_some(number)
}

/// Whether "un" and "una" count: before a unit, or as the whole of the text.
fn stands_for_one(s: Scene<'_>, i: usize) -> bool {
    let alone = i == 0 && s.view.len() <= 2 && !s.is_word(i + 1);
    let part = s.word(i) != "un" && s.word(i + 1) == "de" && matches!(s.word(i + 2), "los" | "las" | "cada");
    alone || part || super::unit::is_counted_by_one(s, i + 1)
}

/// "Medio millón", "media docena", "un cuarto de millón", "la mitad".
fn half(s: Scene<'_>, i: usize) -> Option<Number> {
    if s.word(i) == "mitad" {
        let open = matches!(s.word(i + 1), "de" | "del");
        return open.then(|| fraction::of(1, 2, 1));
    }
    let (value, k) = match s.word(i) {
        "medio" | "media" => (0.5, i + 1),
        "un" if s.seq(i + 1, &["cuarto", "de"]) => (0.25, i + 3),
        _ => return None,
    };
    let factor = match (s.word(k), scale(s.word(k))) {
        ("docena", _) => 12.0,
        ("centenar", _) => 100.0,
        ("millar", _) => 1000.0,
        (_, Some(power)) if power >= 6 => exact(1, power as i32),
        _ => return None,
    };
    Some(Number {
        value: value * factor,
        step: value * factor,
        ..Number::plain(0, 1.0, k + 1 - i, Form::Words)
    })
}

/// "Una docena", "tres docenas", "dos centenares", "3 dz".
fn dozens(s: Scene<'_>, i: usize) -> Option<Number> {
    let (count, k) = composed(s, i)?;
    let size = group(s.word(k))?;
    Some(Number::plain(
        count.checked_mul(size)?,
        exact(size, 0),
        k + 1 - i,
        Form::Words,
    ))
}

/// How many a word for a group holds.
pub(super) fn group(word: &str) -> Option<i128> {
    Some(match word {
        "docena" | "docenas" | "dz" => 12,
        "centenar" | "centenares" => 100,
        "millar" | "millares" => 1000,
        _ => return None,
    })
}

/// Orders of magnitude: "decenas", "cientos de miles", "miles de millones", "varios millones".
fn vague(s: Scene<'_>, i: usize) -> Option<Number> {
    let size = |word: &str| -> Option<i128> {
        Some(match word {
            "decenas" => 10,
            "docenas" => 24,
            "cientos" | "centenares" => 100,
            "miles" | "millares" => 1000,
            "millones" => 1_000_000,
            "billones" => 1_000_000_000_000,
            _ => return None,
        })
    };
    let several = matches!(s.word(i), "varios" | "varias" | "unos" | "unas" | "algunos");
    if several
        && matches!(
            s.word(i + 1),
            "miles" | "millones" | "cientos" | "docenas" | "decenas"
        )
    {
        return vague(s, i + 1).map(|n| Number {
            used: n.used + 1,
            ..n
        });
    }
    let mut low = size(s.word(i))?;
    let mut used = 1;
    while s.word(i + used) == "de" {
        let Some(more) = size(s.word(i + used + 1)).filter(|m| *m >= 1000) else {
            break;
        };
        low = low.checked_mul(more)?;
        used += 2;
    }
    Some(Number {
        vague_high: Some(exact(low, 1)),
        ..Number::plain(low, exact(low, 0), used, Form::Vague)
    })
}
