//! Units of measure by their Spanish names and symbols, and rates.

use std::sync::LazyLock;

use dossier_annotate::quantity::Forms;
use dossier_annotate::quantity::forms::Ending;
use dossier_model::{Per, Unit, UnitBase};

use super::scene::Scene;
use super::{cardinal, money};

dossier_world::table!(NAMES = "quantity/units.tsv");
dossier_world::table!(SYMBOLS = "quantity/unit_symbols.tsv");
dossier_world::words!(SHORT = "quantity/short_symbols.txt");

static NAMED: LazyLock<Forms<&'static str>> = LazyLock::new(|| Forms::of_table(&NAMES, Some));
static SYMBOLIC: LazyLock<Forms<&'static str>> = LazyLock::new(|| Forms::of_table(&SYMBOLS, Some));

/// The longest unit from piece `k` on, and its pieces. Symbols are read behind digits alone.
pub(super) fn at(s: Scene<'_>, k: usize, digits: bool) -> Option<(UnitBase, usize)> {
    let named = NAMED.longest(Ending::Plural, |n| s.word(k + n));
    let symbol = SYMBOLIC
        .longest(Ending::Listed, |n| s.view.raw(k + n))
        .filter(|_| digits && (!SHORT.has(s.view.raw(k)) || s.view.glued(k)));
    let (code, used) = match (named, symbol) {
        (Some(n), Some(m)) if m.1 > n.1 => m,
        (Some(n), _) => n,
        (None, m) => m?,
    };
    Some((UnitBase::measure(code), used))
}

/// Whether "un" before piece `k` counts one: a unit, money, a group or a scale follows.
pub(super) fn is_counted_by_one(s: Scene<'_>, k: usize) -> bool {
    at(s, k, false).is_some()
        || money::named(s, k).is_some()
        || cardinal::group(s.word(k)).is_some()
        || super::share::at(s, k).is_some()
}

/// "Por hora", "al día", "por barril", "/h" behind a unit, and the pieces.
pub(super) fn rate(s: Scene<'_>, k: usize) -> Option<(Per, usize)> {
    let by = matches!(s.word(k), "por" | "al") || s.word(k) == "a" && s.word(k + 1) == "la";
    let slash = s.word(k) == "/" && s.view.glued(k) && s.view.glued(k + 1);
    let at_k = k + 1 + usize::from(s.word(k) == "a");
    let (of, used) = if by || slash {
        let symbol = |code: &'static str| Some((UnitBase::measure(code), 1));
        match s.word(at_k) {
            "h" if slash => symbol("h"),
            "s" if slash => symbol("s"),
            "accion" | "persona" | "habitante" | "unidad" if by => {
                Some((UnitBase::count(s.view.raw(at_k)), 1))
            }
            _ => at(s, at_k, slash).or_else(|| period(s, at_k)),
        }?
    } else {
        let code = match s.word(k) {
            "diario" | "diarios" | "diarias" => "d",
            "mensual" | "mensuales" => "mo",
            "anual" | "anuales" => "a",
            _ => return None,
        };
        return Some((one(UnitBase::measure(code)), 1));
    };
    Some((one(of), at_k - k + used))
}

fn one(of: UnitBase) -> Per {
    Per {
        many: None,
        of: Some(of),
    }
}

/// Lengths of time that a rate is by.
fn period(s: Scene<'_>, k: usize) -> Option<(UnitBase, usize)> {
    let code = match s.word(k) {
        "segundo" => "s",
        "minuto" => "min",
        "hora" => "h",
        "dia" => "d",
        "semana" => "wk",
        "mes" => "mo",
        "año" => "a",
        _ => return None,
    };
    Some((UnitBase::measure(code), 1))
}

/// A unit with the rate that follows it at piece `k`, and the piece behind.
pub(super) fn with_rate(s: Scene<'_>, base: UnitBase, k: usize) -> (Unit, usize) {
    match rate(s, k) {
        Some((per, used)) => {
            let per = Some(Box::new(per));
            (Unit { base, per }, k + used)
        }
        None => (base.into(), k),
    }
}
