//! Currencies: codes, marks, and the names that English gives them.

use std::sync::LazyLock;

use dossier_annotate::quantity::Forms;
use dossier_model::{Iso4217, Money};

use super::lex::{Kind, View};

pub(crate) use dossier_annotate::quantity::Cash;

dossier_world::table!(FORMS = "quantity/currencies.tsv");
dossier_world::table!(SHARED = "quantity/currency_names.tsv");
dossier_world::table!(MARK_ROWS = "quantity/currency_marks.tsv");
dossier_world::words!(SMALL = "quantity/small_codes.txt");
dossier_world::words!(DOUBTFUL = "quantity/doubtful_codes.txt");

/// Whether money goes by this word, as the forms of the list tell: "US dollar" by "dollar".
pub(crate) fn goes_by(cash: Cash, word: &str) -> bool {
    match cash {
        Cash::Of(code) => FORMS.rows().any(|mut row| {
            let form = row.next().unwrap_or("");
            form.rsplit(' ').next() == Some(word) && row.next() == Some(code.as_str())
        }),
        Cash::Shared(money) => money.as_str() == word,
    }
}

/// Whether a number of this size and writing may follow a doubtful code.
pub(crate) fn doubtful(code: &str) -> bool {
    DOUBTFUL.has(code)
}

/// A currency as found, and how many pieces it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The money.
    pub cash: Cash,
    /// Pieces.
    pub used: usize,
    /// Whether a large number is needed to believe it.
    pub doubtful: bool,
}

impl Found {
    /// Money that any number may have.
    fn plain(cash: Cash, used: usize) -> Self {
        Self {
            cash,
            used,
            doubtful: false,
        }
    }
}

/// Marks with their pieces, the longest first.
static MARKS: LazyLock<Vec<(Vec<&str>, Cash)>> = LazyLock::new(|| {
    let read = |mut row: std::str::Split<'static, char>| {
        let mark = row.next()?.split(' ').collect();
        Some((mark, Cash::of_list(row.next()?)?))
    };
    let mut marks: Vec<(Vec<&str>, Cash)> = MARK_ROWS.rows().filter_map(read).collect();
    marks.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.len()));
    marks
});

fn by_code(raw: &str) -> Option<Cash> {
    if raw.len() != 3 || !(raw.bytes().all(|b| b.is_ascii_uppercase()) || SMALL.has(raw)) {
        return None;
    }
    Cash::of_code(&raw.to_ascii_uppercase())
}

/// The mark or code that stands before a number, from piece `i` on.
pub(crate) fn before(view: View<'_>, i: usize) -> Option<Found> {
    let number = |k: usize| view.is(k, Kind::Number);
    if view.glued(i) && view.is(i, Kind::Word) && !view.is(i.wrapping_sub(1), Kind::Mark) {
        return None;
    }
    let first = view.low(i);
    let marks = MARKS.iter().filter(|(mark, _)| mark.first() == Some(&first));
    if let Some(found) = marks
        .into_iter()
        .find_map(|(mark, cash)| marked(view, i, mark, *cash))
    {
        return Some(found);
    }
    let raw = view.raw(i);
    // "AUD$15", "Mex$15".
    if view.raw(i + 1) == "$" && view.glued(i + 1) && number(i + 2) {
        let code = if raw == "Mex" {
            Iso4217::new("MXN").map(Cash::Of)
        } else {
            by_code(&raw.to_ascii_uppercase())
        };
        if let Some(cash) = code.filter(|c| goes_by(*c, "dollar") || goes_by(*c, "peso")) {
            return Some(Found::plain(cash, 2));
        }
    }
    let cash = by_code(raw)?;
    number(i + 1).then(|| Found {
        cash,
        used: 1,
        doubtful: doubtful(raw),
    })
}

/// The mark from piece `i` on, where it stands before digits as it should.
fn marked(view: View<'_>, i: usize, mark: &[&str], cash: Cash) -> Option<Found> {
    let used = mark.len();
    let same = mark
        .iter()
        .enumerate()
        .all(|(k, m)| view.low(i + k) == *m && (k == 0 || view.glued(i + k) || *m == "$"));
    if !same || !view.is(i + used, Kind::Number) {
        return None;
    }
    let letters = mark
        .iter()
        .all(|m| m.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'));
    // Letters alone need a capital and, but for the best known, the digits at once behind them.
    let known = match cash {
        Cash::Of(code) => matches!(code.as_str(), "MYR" | "CNY" | "IDR"),
        Cash::Shared(money) => money == Money::Rupee,
    };
    if letters && (!view.capital(i) || !(known || view.glued(i + used))) {
        return None;
    }
    // "A $5 note" is no Australian dollar, "US $5" is an American one.
    if !letters && mark.len() == 2 && view.is(i, Kind::Word) {
        let upper = view.raw(i).bytes().all(|b| b.is_ascii_uppercase());
        let apart = !view.glued(i + 1);
        if !upper || (apart && view.raw(i).len() < 2) {
            return None;
        }
    }
    // "$C" and "$A" take their letter glued to the digits: "$ A 5" does not occur.
    Some(Found::plain(cash, used))
}

/// The code, mark or name that stands behind a number, from piece `i` on.
pub(crate) fn after(view: View<'_>, i: usize) -> Option<Found> {
    let raw = view.raw(i);
    if view.is(i, Kind::Number) || matches!(raw, "" | "," | "." | ")" | "-") {
        return None;
    }
    if let Some(cash) = by_code(raw) {
        return Some(Found {
            cash,
            used: 1,
            doubtful: doubtful(raw),
        });
    }
    for (mark, cash) in MARKS.iter() {
        if matches!(mark.as_slice(), [m] if !m.is_ascii() && *m == raw) {
            return Some(Found::plain(*cash, 1));
        }
    }
    if view.raw(i) == "$" && !view.is(i + 1, Kind::Number) {
        return Some(Found::plain(Cash::DOLLAR, 1));
    }
    let mut best: Option<Found> = None;
    let mut offer = |cash: Cash, used: usize| {
        if used > 0 && best.is_none_or(|b| used > b.used) {
            best = Some(Found::plain(cash, used));
        }
    };
    // "U.S. dollars", "US dollars", "New Zealand dollars".
    if matches!(view.low(i), "u") && view.low(i + 2) == "s" {
        let k = i + 3 + usize::from(view.raw(i + 3) == ".");
        if matches!(view.low(k), "dollar" | "dollars") {
            offer(Cash::Of(Iso4217::USD), k + 1 - i);
        }
    }
    let first = view.low(i);
    if first.len() >= 2 && view.is(i, Kind::Word) {
        let singular = first.strip_suffix('s');
        for key in [Some(first), singular].into_iter().flatten() {
            for (form, cash) in SPELLED.starting(key) {
                offer(*cash, spelled(view, i, form));
            }
        }
        if let Some(money) = SHARED.value(first).and_then(Money::from_id) {
            offer(Cash::Shared(money), 1);
        }
    }
    best
}

/// The spelled forms of currencies.
static SPELLED: LazyLock<Forms<Cash>> = LazyLock::new(|| Forms::of_table(&FORMS, Cash::of_list));

/// How many pieces spell `name`, the last one in singular or plural; 0 where they do not.
fn spelled(view: View<'_>, i: usize, name: &str) -> usize {
    let mut k = i;
    let mut parts = name.split(' ').peekable();
    while let Some(part) = parts.next() {
        k += usize::from(k > i && view.joins(k));
        let word = view.low(k);
        let plural = parts.peek().is_none() && word.strip_suffix('s') == Some(part);
        if word != part && !plural {
            return 0;
        }
        k += 1;
    }
    k - i
}
