//! Units of measure, by their English names and symbols.

use std::sync::LazyLock;

use dossier_annotate::quantity::Forms;
use dossier_model::{Money, Ucum, Unit, UnitBase};

use super::lex::{Kind, View};

dossier_world::table!(NAMES = "quantity/units.tsv");
dossier_world::words!(SHORT = "quantity/short_symbols.txt");
dossier_world::table!(SYMBOLS = "quantity/unit_symbols.tsv");

static NAMED: LazyLock<Forms<Unit>> = LazyLock::new(|| Forms::of_table(&NAMES, |code| Some(of_code(code))));
static SYMBOLIC: LazyLock<Forms<Unit>> =
    LazyLock::new(|| Forms::of_table(&SYMBOLS, |code| Some(of_code(code))));

/// The unit of a code in our lists: of the table of units, or two of them with a slash between. What stands in
/// braces and in no table is a noun.
fn of_code(code: &'static str) -> Unit {
    let base = |code: &'static str| {
        let noun = code.strip_prefix('{').and_then(|c| c.strip_suffix('}'));
        match noun.filter(|_| dossier_world::unit::find(code).is_none()) {
            Some(noun) => UnitBase::count(noun),
            None => UnitBase::measure(code),
        }
    };
    match code.rsplit_once('/') {
        Some((head, per)) if dossier_world::unit::find(code).is_none() => Unit::per(base(head), base(per)),
        _ => base(code).into(),
    }
}

/// What a noun in the singular names: a unit of measure or money whose name it is, or what is counted.
pub(crate) fn of_noun(noun: &str) -> UnitBase {
    if let Some(unit) = dossier_world::unit::named(noun) {
        return UnitBase::measure(unit.code);
    }
    if let Some(money) = Money::from_id(noun) {
        return UnitBase::Money(money);
    }
    let code = dossier_world::currency::named(noun).and_then(dossier_model::Iso4217::new);
    code.map_or_else(|| UnitBase::count(noun), UnitBase::Currency)
}

/// Whether a base is a length of time: usually a time expression rather than a quantity.
pub(crate) fn is_duration(base: &UnitBase) -> bool {
    has_dimension(base, "duration") && base.ucum() != Some("{season}")
}

/// Whether a base is a unit of measure of this dimension.
pub(crate) fn has_dimension(base: &UnitBase, dimension: &str) -> bool {
    let unit = base.ucum().and_then(dossier_world::unit::find);
    unit.is_some_and(|u| u.dimension == dimension)
}

/// Whether a unit is a rate, by itself or by what it is by: "parts per million".
pub(crate) fn is_rate(unit: &Unit) -> bool {
    unit.per.is_some() || has_dimension(&unit.base, "ratio")
}

/// A unit as found behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The unit.
    pub unit: Unit,
    /// Pieces, a joining hyphen in front included.
    pub used: usize,
}

/// The longest unit from piece `i` on; a hyphen may join it to the number. Symbols are only read behind
/// digits.
pub(crate) fn after(view: View<'_>, i: usize, digits: bool) -> Option<Found> {
    let hyphen = usize::from(view.joins(i));
    let k = i + hyphen;
    if view.is(k, Kind::Number) || matches!(view.raw(k), "" | "," | "." | ")") {
        return None;
    }
    let mut best: Option<(&Unit, usize)> = None;
    let mut offer = |forms: &'static Forms<Unit>, first: &str, symbol: bool| {
        for (form, unit) in forms.starting(first) {
            let used = spelled(view, k, form, symbol);
            if used > 0 && best.is_none_or(|(_, longest)| used > longest) {
                best = Some((unit, used));
            }
        }
    };
    let word = view.low(k);
    offer(&NAMED, word, false);
    if let Some(singular) = word.strip_suffix('s') {
        offer(&NAMED, singular, false);
    }
    if digits {
        offer(&SYMBOLIC, view.raw(k), true);
    }
    let (unit, used) = best?;
    if used == 1 && !believable(view, k, hyphen == 1) {
        return None;
    }
    Some(Found {
        unit: unit.clone(),
        used: used + hyphen,
    })
}

/// Whether a lone short symbol is one here: "5 m" and "20C" are, "5 C" and "20 l" in running text are not.
fn believable(view: View<'_>, k: usize, hyphen: bool) -> bool {
    let raw = view.raw(k);
    match raw {
        "C" | "F" => {
            // "20 F-16s" are no degrees.
            let ends =
                !view.is(k + 1, Kind::Word) && !view.joins(k + 1) || super::noun::closed(view.low(k + 1));
            // "a Long March 4C rocket": a number behind a name is a part of it.
            let named = view.glued(k) && k > 2 && view.capital(k - 2) && view.is(k + 1, Kind::Word);
            !hyphen && !named && (view.glued(k) || ends && !view.is(k + 1, Kind::Number))
        }
        short if SHORT.has(short) => {
            view.glued(k) || matches!(raw, "m" | "ha" | "t" | "L" | "W" | "V" | "PS") && !view.capital(k + 1)
        }
        // "5 stone walls", "the 3 min" and the like are rare enough.
        _ => true,
    }
}

/// How many pieces spell a unit; the last word may be in the plural.
fn spelled(view: View<'_>, i: usize, form: &str, symbol: bool) -> usize {
    let mut k = i;
    let mut parts = form.split(' ').peekable();
    let mut first = true;
    while let Some(part) = parts.next() {
        k += usize::from(!first && part != "-" && view.joins(k));
        let last = parts.peek().is_none();
        let same = if symbol {
            view.raw(k) == part
        } else {
            let w = view.low(k);
            w == part || (last && w.strip_suffix('s') == Some(part))
        };
        if !same || (symbol && !first && !view.glued(k) && part != "m" && part != "C" && part != "F") {
            return 0;
        }
        first = false;
        k += 1;
    }
    k - i
}

/// The unit, period or noun that may follow "per", "a" or "/" and its pieces, from piece `i` on.
pub(crate) fn per(view: View<'_>, i: usize) -> Option<(UnitBase, usize)> {
    // A rate by a rate does not occur.
    if let Some(f) = after(view, i, true).filter(|f| !view.joins(i) && f.unit.per.is_none()) {
        return Some((f.unit.base, f.used));
    }
    let word = view.low(i);
    let name = match word {
        "annum" | "yr" => return Some((UnitBase::Measure(Ucum::YEAR), 1)),
        "h" | "hr" => return Some((UnitBase::Measure(Ucum::HOUR), 1)),
        "s" | "sec" => return Some((UnitBase::Measure(Ucum::SECOND), 1)),
        "capita" | "head" => "capita",
        "pc" => return None,
        _ => word,
    };
    (view.is(i, Kind::Word) && word.len() > 1 || name.len() > 1)
        .then(|| (of_noun(&super::noun::singular(name)), 1))
}
