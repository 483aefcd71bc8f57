//! Quantities against the specifications of Microsoft's Recognizers: input, and the numbers, ranges, ordinals,
//! percentages, ages, amounts of money, dimensions and temperatures expected in it.
//!
//! An expected result is right where a found quantity, used once, overlaps it, has its value (a range: the ends
//! that are stated) and, where it has a unit, its unit after `plain` on both sides. Relative ordinals ("last",
//! "next") are no numbers and are left out. An input is clean where every result is right and, in inputs that
//! expect nothing, nothing of that kind was found. The specifications test a chat assistant ("one over
//! twenty"), and were studied: this measures the coverage of the grammar, not how well it reads unseen news.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use dossier::publish::unit::name;
use dossier_model::{Bound, Quantity, Span, UnitBase};
use serde_json::Value;

use super::quantities::annotate;

/// File, and the name it is reported by.
const SPECS: &[(&str, &str)] = &[
    ("Number-NumberModel", "numbers"),
    ("Number-NumberRangeModel", "ranges"),
    ("Number-OrdinalModel", "ordinals"),
    ("Number-PercentModel", "percentages"),
    ("NumberWithUnit-AgeModel", "ages"),
    ("NumberWithUnit-CurrencyModel", "currencies"),
    ("NumberWithUnit-DimensionModel", "dimensions"),
    ("NumberWithUnit-TemperatureModel", "temperatures"),
];

/// What a specification wants at one place.
struct Expected {
    span: Span,
    low: Option<f64>,
    high: Option<f64>,
    ordinal: bool,
    unit: Option<String>,
}

/// Scores all specifications. With `show`, lists what was missed.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let (mut all, mut right) = (0, 0);
    for (file, name) in SPECS {
        let path = data.join(format!("quantities/recognizers/{file}.json.gz"));
        let inputs = read(&path)?;
        let (mut gold, mut hit, mut values, mut silent, mut nothing) = (0, 0, 0, 0, 0);
        for input in inputs.as_array().map_or(&[][..], Vec::as_slice) {
            let text = input["Input"].as_str().unwrap_or("");
            let results = input["Results"].as_array().map_or(&[][..], Vec::as_slice);
            let notes = annotate(text);
            let mut left: Vec<Option<(Span, &Quantity)>> = notes
                .quantities
                .iter()
                .map(|a| Some((a.span, &a.value)))
                .collect();
            let mut missed = Vec::new();
            for want in results.iter().filter_map(|r| expected(text, r)) {
                gold += 1;
                let fits = |units: bool| {
                    left.iter().position(|f| {
                        f.is_some_and(|(s, q)| same(&want, s, q) && (!units || same_unit(&want, q)))
                    })
                };
                values += usize::from(fits(false).is_some());
                match fits(true).and_then(|k| left.get_mut(k)) {
                    Some(slot) => {
                        *slot = None;
                        hit += 1;
                    }
                    None => missed.push(format!("{:?}..{:?} {:?}", want.low, want.high, want.unit)),
                }
            }
            if results.is_empty() {
                nothing += 1;
                silent += usize::from(!notes.quantities.iter().any(|a| of_kind(name, &a.value)));
            }
            if show && !missed.is_empty() {
                let found: Vec<String> = notes
                    .quantities
                    .iter()
                    .map(|a| print(text, a.span, &a.value))
                    .collect();
                let _ = writeln!(out, "[{name}] {text}\n  missed {missed:?}\n  found  {found:?}");
            }
        }
        all += gold;
        right += hit;
        let share = f64::from(hit) / f64::from(gold).max(1.0);
        let _ = writeln!(
            out,
            "{name:<12} right {share:.3} ({hit} of {gold}, {values} in value); silent on {silent} of {nothing} inputs that expect nothing"
        );
    }
    let share = f64::from(right) / f64::from(all).max(1.0);
    let _ = write!(out, "all          right {share:.3} ({right} of {all})");
    Ok(out)
}

/// Reads one packed specification.
pub(super) fn read(path: &Path) -> Result<Value, String> {
    let fail = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let file = std::fs::File::open(path).map_err(|e| fail(&e))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| fail(&e))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| fail(&e))
}

/// The wanted value with its place in bytes; `None` for what is no number.
fn expected(text: &str, result: &Value) -> Option<Expected> {
    let kind = result["TypeName"].as_str()?;
    let resolution = &result["Resolution"];
    let value = resolution["value"].as_str()?;
    let (low, high) = if kind == "numberrange" {
        let (low, high) = value.trim_matches(['(', '[', ')', ']']).split_once(',')?;
        (low.parse().ok(), high.parse().ok())
    } else {
        let v = value.trim_end_matches('%').parse().ok()?;
        (Some(v), Some(v))
    };
    let byte = |n: u64| {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        text.char_indices().nth(n).map_or(text.len(), |(i, _)| i)
    };
    Some(Expected {
        span: Span::new(byte(result["Start"].as_u64()?), byte(result["End"].as_u64()? + 1)),
        low,
        high,
        ordinal: kind == "ordinal",
        unit: if kind == "percentage" {
            Some("percent".to_owned())
        } else {
            resolution["unit"].as_str().map(|u| match (kind, u) {
                ("age", u) => format!("{} old", u.to_lowercase()),
                _ => plain(u),
            })
        },
    })
}

fn same(want: &Expected, span: Span, q: &Quantity) -> bool {
    let near = |x: Option<f64>, y: Option<f64>| match (x, y) {
        (Some(x), Some(y)) => (x - y).abs() <= 1e-4 * x.abs().max(y.abs()).max(1e-9),
        (None, None) => true,
        _ => false,
    };
    let (low, high) = match q.bound {
        _ if want.low.is_some() && want.high == want.low && q.value.is_some() => (q.value, q.value),
        Bound::Exact | Bound::About => (q.value, q.value),
        _ => (q.low, q.high),
    };
    span.overlaps(want.span) && near(want.low, low) && near(want.high, high) && (!want.ordinal || q.ordinal)
}

fn same_unit(want: &Expected, q: &Quantity) -> bool {
    let found = q.unit.as_ref().map_or(String::new(), |u| plain(&name(u)));
    match &want.unit {
        None => true,
        Some(u) if u == "age old" => found == "year old",
        // "$2 per share": the specification leaves the rate away.
        Some(u) => {
            let base = q.unit.as_ref().map(|u| plain(&name(&u.base.clone().into())));
            base.as_ref() == Some(u) || *u == found
        }
    }
}

/// Whether a quantity is of the kind that a specification looks for.
fn of_kind(kind: &str, q: &Quantity) -> bool {
    let base = q.unit.as_ref().map(|u| &u.base);
    match kind {
        "percentages" => q.unit.as_ref().is_some_and(|u| u.is(&UnitBase::Percent)),
        "ages" => matches!(base, Some(UnitBase::Age(_))),
        "ordinals" => q.ordinal,
        "ranges" => q.value.is_none() || q.low.is_some() || q.high.is_some(),
        _ => true,
    }
}

/// One writing for both vocabularies.
fn plain(unit: &str) -> String {
    let unit = unit
        .to_lowercase()
        .replace("meter", "metre")
        .replace("liter", "litre");
    match unit.as_str() {
        "dollar" | "united states dollar" => "us dollar",
        "pound sterling" | "british pound" => "pound",
        "c" => "degree celsius",
        "f" => "degree fahrenheit",
        "metric ton" => "tonne",
        "pence" => "penny",
        "costa rican colón" => "costa rican colon",
        u => u,
    }
    .to_owned()
}

fn print(text: &str, span: Span, q: &Quantity) -> String {
    let unit = q.unit.as_ref().map_or(String::new(), name);
    let ends = (q.value, q.low, q.high);
    format!(
        "{} = {ends:?} {unit}{}",
        span.of(text),
        if q.ordinal { " #" } else { "" }
    )
}
