//! Places in an order: "tercero", "vigésimo quinto", "dos milésimo", "11mo", "30º".

use std::collections::HashMap;
use std::sync::LazyLock;

use dossier_annotate::quantity::{Form, Number};

use super::cardinal::composed;
use super::fraction::glued;
use super::scene::{Scene, fold};
use crate::grammar::number;

dossier_world::table!(HIGHER = "quantity/higher_ordinals.tsv");

dossier_world::words!(ORDINAL_ENDINGS = "quantity/ordinal_endings.txt");

static ORDINALS: LazyLock<HashMap<String, i128>> = LazyLock::new(|| {
    let words = number::ordinals().map(|(word, value)| (fold(word), i128::from(value)));
    let higher = HIGHER
        .rows()
        .filter_map(|mut row| Some((row.next()?.to_owned(), row.next()?.parse().ok()?)));
    words.chain(higher).collect()
});

/// The value of an ordinal word of one root, in either gender.
pub(super) fn of_word(word: &str) -> Option<i128> {
    let male = || word.strip_suffix('a').map(|stem| format!("{stem}o"));
    ORDINALS.get(word).or_else(|| ORDINALS.get(&male()?)).copied()
}

/// The scale that ends an ordinal word, and what stands before it: "dosmilesimo" is "dos" and a thousand.
pub(super) fn scale_end(word: &str) -> Option<(&str, i128)> {
    [
        ("billonesim", 1_000_000_000_000),
        ("millonesim", 1_000_000),
        ("milesim", 1000),
    ]
    .into_iter()
    .find_map(|(end, value)| {
        let stem = word.strip_suffix(['o', 'a'])?;
        Some((stem.strip_suffix(end)?, value))
    })
}

/// An ordinal in words from piece `i` on, with the cardinal that its scale multiplies.
pub(super) fn words(s: Scene<'_>, i: usize) -> Option<Number> {
    let (mut total, mut k) = composed(s, i).unwrap_or((0, i));
    let cardinal = k > i;
    let mut seen = false;
    loop {
        let word = s.word(k);
        if let Some((stem, scale)) = scale_end(word) {
            let own = if stem.is_empty() { 0 } else { glued(stem)? };
            if own > 0 && total > 0 || seen {
                break;
            }
            total = scaled(total.max(own).max(1), scale)?;
        } else if let Some(v) = of_word(word).filter(|v| seen || !cardinal || *v == 0) {
            if seen && total % magnitude(v) != 0 {
                break;
            }
            total += v;
        } else {
            break;
        }
        seen = true;
        k += 1;
    }
    // "Primer" and "segundo" name more things than places.
    let plain = k > i + 1 || total > 2 || s.view.len() <= 2;
    (seen && plain).then(|| Number::plain(total, 1.0, k - i, Form::Ordinal))
}

/// A cardinal before a scale: "tres millones cuatro milésimo" multiplies its last group alone.
fn scaled(total: i128, scale: i128) -> Option<i128> {
    let done = total - total % (scale * 1000);
    let group = total - done;
    done.checked_add(group.checked_mul(scale)?)
}

/// What must be free for a word to be added: tens behind hundreds, units behind tens.
fn magnitude(v: i128) -> i128 {
    match v {
        0..10 => 10,
        10..100 => 100,
        _ => 1000,
    }
}

/// The letters or sign that make digits an ordinal: "11mo", "2da", "30º", "1.er". Gives their pieces.
pub(super) fn ending(s: Scene<'_>, k: usize) -> Option<usize> {
    let point = usize::from(s.word(k) == "." && s.view.glued(k) && s.view.glued(k + 1));
    let at = k + point;
    let sign = matches!(s.view.raw(at), "º" | "ª");
    let letters = ORDINAL_ENDINGS.has(s.word(at));
    (s.view.glued(at) && (sign || letters && point == 0 || s.word(at) == "er")).then_some(point + 1)
}
