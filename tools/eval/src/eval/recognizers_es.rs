//! Spanish quantities against the specifications of Microsoft's Recognizers: numbers, ordinals, percentages, money and
//! dimensions.
//!
//! As in the English evaluation, an expected result is right where a found quantity, used once, overlaps it, has its
//! value and, where it has a unit, its unit by code. Relative ordinals ("último") are left out.

use std::fmt::Write as _;
use std::path::Path;

use dossier_model::{Article, Layer, Quantity, Span, UnitBase};
use serde_json::Value;

use super::recognizers::read;

/// File, and the name it is reported by.
const SPECS: &[(&str, &str)] = &[
    ("Number-NumberModel", "numbers"),
    ("Number-OrdinalModel", "ordinals"),
    ("Number-PercentModel", "percentages"),
    ("NumberWithUnit-CurrencyModel", "currencies"),
    ("NumberWithUnit-DimensionModel", "dimensions"),
];

/// The specifications' names of units, with the keys of ours that mean them.
const UNITS: &[(&str, &[&str])] = &[
    ("Barril", &["[bbl_us]"]),
    ("Centavo", &["cent"]),
    ("Degree", &["deg"]),
    ("Dólar", &["USD", "dollar", "dollar-or-peso"]),
    ("Dólar australiano", &["AUD"]),
    ("Dólar canadiense", &["CAD"]),
    ("Dólar estadounidense", &["USD"]),
    ("Dólar neozelandés", &["NZD"]),
    ("Euro", &["EUR"]),
    ("Franco", &["franc"]),
    ("Galón", &["{gallon}"]),
    ("Kilómetro", &["km"]),
    ("Libra", &["GBP", "[lb_av]"]),
    ("Metro", &["m"]),
    ("Metro cuadrado", &["m2"]),
    ("Mililitro", &["mL"]),
    ("Milla", &["[mi_i]"]),
    ("Onza", &["{ounce}"]),
    ("Penique", &["penny"]),
    ("Peso mexicano", &["MXN"]),
    ("Pie", &["[ft_i]"]),
    ("Pie cúbico", &["[cft_i]"]),
    ("Tonelada", &["t", "{ton}"]),
    ("Tonelada métrica", &["t"]),
    ("Yen", &["JPY"]),
    ("Yuan chino", &["CNY"]),
    ("bit", &["bit"]),
];

/// What a specification wants at one place.
struct Expected {
    span: Span,
    value: f64,
    unit: Option<String>,
}

/// Scores the Spanish specifications. With `show`, lists what was missed.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let mut out = String::new();
    let (mut all, mut right) = (0, 0);
    for (file, name) in SPECS {
        let inputs = read(&data.join(format!("quantities/recognizers-es/{file}.json.gz")))?;
        let (mut gold, mut hit) = (0, 0);
        for input in inputs.as_array().map_or(&[][..], Vec::as_slice) {
            let article = Article::plain(input["Input"].as_str().unwrap_or(""), None);
            let text = article.text();
            let found = quantities(&article);
            let mut left: Vec<&(Span, Quantity)> = found.iter().collect();
            let results = input["Results"].as_array().map_or(&[][..], Vec::as_slice);
            for want in results.iter().filter_map(|r| expected(text, name, r)) {
                gold += 1;
                match left.iter().position(|f| fits(&want, f)) {
                    Some(k) => {
                        left.remove(k);
                        hit += 1;
                    }
                    None if show => {
                        let _ = writeln!(out, "[{name}] {text}\n  missed {} {:?}", want.value, want.unit);
                    }
                    None => {}
                }
            }
        }
        all += gold;
        right += hit;
        let share = f64::from(hit) / f64::from(gold).max(1.0);
        let _ = writeln!(out, "{name:<12} right {share:.3} ({hit} of {gold})");
    }
    let share = f64::from(right) / f64::from(all).max(1.0);
    let _ = write!(out, "all          right {share:.3} ({right} of {all})");
    Ok(out)
}

/// The quantities of a text that is one sentence.
fn quantities(article: &Article) -> Vec<(Span, Quantity)> {
    let sentence = Span::new(0, article.text().len());
    let found = dossier_es::grammar::quantity::find(article, &[sentence], &Layer::default());
    found.iter().map(|a| (a.span, a.value.clone())).collect()
}

/// The wanted value by the words where it stands; `None` for what is no number.
fn expected(text: &str, kind: &str, result: &Value) -> Option<Expected> {
    let resolution = &result["Resolution"];
    let value = resolution["value"].as_str()?;
    let value = value.trim_end_matches('%').replace(',', ".").parse().ok()?;
    let words = result["Text"].as_str()?.trim().to_lowercase();
    let start = text.to_lowercase().find(&words)?;
    let unit = match kind {
        "percentages" => Some("%".to_owned()),
        _ => resolution["unit"].as_str().map(str::to_owned),
    };
    Some(Expected {
        span: Span::new(start, start + words.len()),
        value,
        unit,
    })
}

fn fits(want: &Expected, found: &(Span, Quantity)) -> bool {
    let (span, q) = found;
    let near = |v: f64| (v - want.value).abs() <= 1e-4 * want.value.abs().max(1e-9);
    let value = [q.value, q.low, q.high].into_iter().flatten().any(near);
    let base = q.unit.as_ref().map(|u| &u.base);
    let unit = match want.unit.as_deref() {
        None => true,
        Some("%") => base == Some(&UnitBase::Percent),
        Some(name) => {
            let keys = UNITS.iter().find(|(n, _)| *n == name).map(|(_, keys)| *keys);
            base.zip(keys)
                .is_some_and(|(b, keys)| keys.contains(&b.to_string().as_str()))
        }
    };
    span.overlaps(want.span) && value && unit
}
