//! Money: marks and codes before or behind a number, names behind it.

use std::sync::LazyLock;

use dossier_annotate::quantity::forms::Ending;
use dossier_annotate::quantity::{Cash, Forms};

use super::scene::Scene;

dossier_world::table!(NAMES = "quantity/currencies.tsv");
dossier_world::table!(MARKS = "quantity/currency_marks.tsv");
dossier_world::words!(DOUBTFUL = "quantity/doubtful_codes.txt");

static NAMED: LazyLock<Forms<Cash>> = LazyLock::new(|| Forms::of_table(&NAMES, Cash::of_list));
static MARKED: LazyLock<Forms<Cash>> = LazyLock::new(|| Forms::of_table(&MARKS, Cash::of_list));

/// The longest name of money from piece `k` on, and its pieces.
pub(super) fn named(s: Scene<'_>, k: usize) -> Option<(Cash, usize)> {
    let (cash, used) = NAMED.longest(Ending::Listed, |n| s.word(k + n))?;
    Some((*cash, used))
}

/// A code of three letters at piece `k`.
fn code(s: Scene<'_>, k: usize) -> Option<Cash> {
    let raw = s.view.raw(k);
    let known = raw.len() == 3 && raw.bytes().all(|b| b.is_ascii_uppercase()) && !DOUBTFUL.has(raw);
    known.then(|| Cash::of_code(raw)).flatten()
}

/// The mark, code or name before a number, from piece `k` on, and its pieces.
pub(super) fn before(s: Scene<'_>, k: usize) -> Option<(Cash, usize)> {
    let number = |used: usize| s.is_digits(k + used) || super::cardinal::words(s, k + used).is_some();
    let marked = MARKED
        .longest(Ending::Listed, |n| s.word(k + n))
        .map(|(cash, used)| (*cash, used))
        .filter(|&(_, used)| (1..used).all(|n| s.view.glued(k + n)));
    // "usd$ 15", "nzd$15".
    let dollar = || {
        let code = Cash::of_code(&s.view.raw(k).to_ascii_uppercase())?;
        (s.word(k + 1) == "$" && s.view.glued(k + 1)).then_some((code, 2))
    };
    let coded = || code(s, k).map(|cash| (cash, 1));
    let letters = |k: usize| s.is_word(k) && s.view.glued(k);
    let found = dollar().or(marked).or_else(coded)?;
    // Letters alone are a mark right before digits only.
    let word = s.is_word(k) && found.1 == 1 && code(s, k).is_none();
    (number(found.1) && !letters(k) && (!word || s.is_digits(k + 1))).then_some(found)
}

/// The mark, code or name behind a number at piece `k`, past "de": its pieces.
pub(super) fn after(s: Scene<'_>, k: usize) -> Option<(Cash, usize)> {
    let of = usize::from(s.word(k) == "de");
    if let Some((cash, used)) = named(s, k + of) {
        return Some((cash, used + of));
    }
    if let Some(cash) = code(s, k + of) {
        return Some((cash, 1 + of));
    }
    let sign = MARKED.longest(Ending::Listed, |n| s.word(k + n));
    let (cash, used) = sign.filter(|_| !s.is_word(k) && !s.is_digits(k + 1))?;
    Some((*cash, used))
}
