//! Currencies: ISO 4217 codes, marks, and the names that news gives them.

mod table;

use std::sync::LazyLock;

use super::lex::{Kind, View};
use dossier_world::hash::HashMap;
use table::{CURRENCIES, DOUBTFUL, MARKS, SHARED};

/// What a bare "$" and "dollars" mean, before the article is asked whether it marks US dollars ("US$").
pub(crate) const DOLLAR: &str = "dollar";

/// Whether a number of this size and writing may follow a doubtful code.
pub(crate) fn doubtful(code: &str) -> bool {
    DOUBTFUL.contains(&code)
}

/// A currency as found: its plain name and how many pieces it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Plain name: "US dollar".
    pub name: &'static str,
    /// Pieces.
    pub used: usize,
    /// Whether a large number is needed to believe it.
    pub doubtful: bool,
}

fn by_code(raw: &str) -> Option<&'static str> {
    // The best known codes are written small as well.
    const SMALL: &[&str] = &[
        "usd", "eur", "gbp", "jpy", "cny", "vnd", "inr", "sgd", "hkd", "chf", "krw",
    ];
    let code = raw.len() == 3 && (raw.bytes().all(|b| b.is_ascii_uppercase()) || SMALL.contains(&raw));
    let found = code
        .then(|| CURRENCIES.iter().find(|c| c.0.eq_ignore_ascii_case(raw)))
        .flatten()?;
    Some(found.1)
}

/// The mark or code that stands before a number, from piece `i` on.
pub(crate) fn before(view: View<'_>, i: usize) -> Option<Found> {
    let number = |k: usize| view.is(k, Kind::Digits);
    if view.glued(i) && view.is(i, Kind::Word) && !view.is(i.wrapping_sub(1), Kind::Mark) {
        return None;
    }
    let first = view.low(i);
    for (mark, name) in MARKS.iter().filter(|(mark, _)| mark.first() == Some(&first)) {
        let used = mark.len();
        let same = mark
            .iter()
            .enumerate()
            .all(|(k, m)| view.low(i + k) == *m && (k == 0 || view.glued(i + k) || *m == "$"));
        if !same || !number(i + used) {
            continue;
        }
        let letters = mark
            .iter()
            .all(|m| m.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'));
        // Letters alone need a capital and, but for the best known, the digits at once behind them.
        let known = matches!(
            *name,
            "rupee" | "Malaysian ringgit" | "Chinese yuan" | "Indonesian rupiah"
        );
        if letters && (!view.capital(i) || !(known || view.glued(i + used))) {
            continue;
        }
        // "A $5 note" is no Australian dollar, "US $5" is an American one.
        if !letters && mark.len() == 2 && view.is(i, Kind::Word) {
            let upper = view.raw(i).bytes().all(|b| b.is_ascii_uppercase());
            let apart = !view.glued(i + 1);
            if !upper || (apart && view.raw(i).len() < 2) {
                continue;
            }
        }
        // "$C" and "$A" take their letter glued to the digits: "$ A 5" does not occur.
        return Some(Found {
            name,
            used,
            doubtful: false,
        });
    }
    let raw = view.raw(i);
    // "AUD$15", "Mex$15".
    if view.raw(i + 1) == "$" && view.glued(i + 1) && number(i + 2) {
        let code = if raw == "Mex" {
            Some("Mexican peso")
        } else {
            by_code(&raw.to_ascii_uppercase())
        };
        if let Some(name) = code.filter(|c| c.ends_with("dollar") || c.ends_with("peso")) {
            return Some(Found {
                name,
                used: 2,
                doubtful: false,
            });
        }
    }
    let name = by_code(raw)?;
    number(i + 1).then(|| Found {
        name,
        used: 1,
        doubtful: doubtful(raw),
    })
}

/// The code, mark or name that stands behind a number, from piece `i` on.
pub(crate) fn after(view: View<'_>, i: usize) -> Option<Found> {
    let raw = view.raw(i);
    if view.is(i, Kind::Digits) || matches!(raw, "" | "," | "." | ")" | "-") {
        return None;
    }
    if let Some(name) = by_code(raw) {
        return Some(Found {
            name,
            used: 1,
            doubtful: doubtful(raw),
        });
    }
    for (mark, name) in MARKS {
        if matches!(mark, [m] if !m.is_ascii() && *m == raw) {
            return Some(Found {
                name,
                used: 1,
                doubtful: false,
            });
        }
    }
    if view.raw(i) == "$" && !view.is(i + 1, Kind::Digits) {
        return Some(Found {
            name: DOLLAR,
            used: 1,
            doubtful: false,
        });
    }
    let mut best: Option<Found> = None;
    let mut offer = |name: &'static str, used: usize| {
        if used > 0 && best.is_none_or(|b| used > b.used) {
            best = Some(Found {
                name,
                used,
                doubtful: false,
            });
        }
    };
    // "U.S. dollars", "US dollars", "New Zealand dollars".
    if matches!(view.low(i), "u") && view.low(i + 2) == "s" {
        let k = i + 3 + usize::from(view.raw(i + 3) == ".");
        if matches!(view.low(k), "dollar" | "dollars") {
            offer("US dollar", k + 1 - i);
        }
    }
    let first = view.low(i);
    if first.len() >= 2 && view.is(i, Kind::Word) {
        let singular = first.strip_suffix('s');
        for key in [Some(first), singular].into_iter().flatten() {
            for &(name, form) in SPELLED.get(key).map_or(&[][..], Vec::as_slice) {
                offer(name, spelled(view, i, form));
            }
        }
        for (name, words) in SHARED {
            if words.contains(&first) {
                offer(name, 1);
            }
        }
    }
    best
}

/// Plain names and spelled forms by the first word of the form, in lower case.
static SPELLED: LazyLock<HashMap<String, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut map: HashMap<String, Vec<(&str, &str)>> = HashMap::default();
    for (_, name, words) in CURRENCIES {
        for form in std::iter::once(name).chain(*words) {
            let first = form.split([' ', '-']).next().unwrap_or(form);
            map.entry(first.to_ascii_lowercase())
                .or_default()
                .push((name, form));
        }
    }
    map
});

/// How many pieces spell `name`, the last one in singular or plural; 0 where they do not.
fn spelled(view: View<'_>, i: usize, name: &str) -> usize {
    let mut k = i;
    let mut parts = name.split([' ', '-']).peekable();
    while let Some(part) = parts.next() {
        k += usize::from(k > i && view.joins(k));
        let word = view.low(k);
        let plural = parts.peek().is_none() && word.strip_suffix('s').is_some_and(|w| ascii_same(w, part));
        if !(ascii_same(word, part) || plural) {
            return 0;
        }
        k += 1;
    }
    k - i
}

fn ascii_same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}
