//! Quantities against NewsQuant.
//!
//! Rows of gold are compared as a bag: a found quantity is right in *value* when a gold one of the same
//! sentence, used once, has the same value (a range: both ends; relative difference below one in a million),
//! right in *value and unit* when the unit agrees as well, and in *value, unit and bound* when also the hedge
//! does (about, over, under, none; gold marks rises and falls in the same column, which count as no hedge).
//! Gold counts lengths of time and ages. Places in an order are no quantities in gold and are left out. Units
//! are compared after `normal` on both sides; a counted noun agrees when gold's last word is the found one
//! ("profile slot" and "slot"). The first half of the file is for tuning, the second for reporting.

use std::fmt::Write as _;
use std::path::Path;

use dossier::publish::unit::name;
use dossier_model::{Annotations, Article, Bound, Quantity};
use serde_json::Value;

use super::{Counts, read_lines};

/// A value or the ends of a range, and a unit.
#[derive(Debug, Clone, PartialEq)]
struct Item {
    low: f64,
    high: f64,
    unit: String,
    bound: char,
}

/// Scores one half: `tune` (the first) or `report` (the second). With `show`, lists what differs.
///
/// # Errors
/// Where the data cannot be read.
pub fn run(data: &Path, half: &str, show: bool) -> Result<String, String> {
    let rows = read_lines(&data.join("quantities/newsquant.jsonl.gz"))?;
    let (first, second) = rows.split_at(rows.len() / 2 + 1);
    let rows = if half == "tune" { first } else { second };
    let mut out = String::new();
    let (mut value, mut unit, mut bound) = (Counts::default(), Counts::default(), Counts::default());
    for row in rows {
        let text = row["text"].as_str().unwrap_or("");
        let (gold, found) = (gold(row), found(text));
        let c = compare(&gold, &found);
        add(&mut value, gold.len(), found.len(), c.value);
        add(&mut unit, gold.len(), found.len(), c.unit);
        add(&mut bound, gold.len(), found.len(), c.bound);
        if show && !(c.missed.is_empty() && c.extra.is_empty()) {
            let _ = writeln!(out, "{text}\n  gold  {:?}\n  found {:?}", c.missed, c.extra);
        }
    }
    let _ = writeln!(out, "NewsQuant, {half} half: {} sentences", rows.len());
    let _ = writeln!(out, "value                {value}");
    let _ = writeln!(out, "value and unit       {unit}");
    let _ = write!(out, "value, unit and bound {bound}");
    Ok(out)
}

fn add(c: &mut Counts, gold: usize, found: usize, right: usize) {
    c.gold += gold;
    c.found += found;
    c.right += right;
}

fn same_value(a: &Item, b: &Item) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs()).max(1e-9);
    near(a.low, b.low) && near(a.high, b.high)
}

fn same_unit(gold: &Item, found: &Item) -> bool {
    let (g, f) = (normal(&gold.unit), normal(&found.unit));
    g == f || (!f.is_empty() && g.rsplit(' ').next() == Some(f.as_str()))
}

/// How many agree, and what differs on either side.
#[derive(Default)]
struct Compared {
    value: usize,
    unit: usize,
    bound: usize,
    missed: Vec<Item>,
    extra: Vec<Item>,
}

fn compare(gold: &[Item], found: &[Item]) -> Compared {
    let mut left: Vec<Option<&Item>> = found.iter().map(Some).collect();
    let mut open = Vec::new();
    let mut c = Compared::default();
    for g in gold {
        let agrees = |f: &Option<&Item>| f.is_some_and(|f| same_value(g, f) && same_unit(g, f));
        // Of two that agree, the one with the same bound.
        let hit = left
            .iter()
            .position(|f| agrees(f) && f.is_some_and(|f| f.bound == g.bound))
            .or_else(|| left.iter().position(agrees));
        match hit.and_then(|k| left.get_mut(k)) {
            Some(slot) => {
                c.bound += usize::from(slot.is_some_and(|f| f.bound == g.bound));
                *slot = None;
                c.unit += 1;
                c.value += 1;
            }
            None => open.push(g),
        }
    }
    for g in open {
        let hit = left.iter().position(|f| f.is_some_and(|f| same_value(g, f)));
        if hit.is_some() {
            c.value += 1;
        }
        if let Some(slot) = hit.and_then(|k| left.get_mut(k)) {
            c.missed.push(Item {
                unit: format!("{} (not {})", g.unit, slot.map_or("", |f| &f.unit)),
                ..g.clone()
            });
            *slot = None;
        } else {
            c.missed.push(g.clone());
        }
    }
    c.extra = left.into_iter().flatten().cloned().collect();
    c
}

/// One writing for both vocabularies.
fn normal(unit: &str) -> String {
    let unit = unit.to_lowercase();
    let (head, tail) = unit
        .split_once(" per ")
        .map_or((unit.as_str(), None), |(h, t)| (h, Some(t)));
    let head = match head {
        "us dollar" => "dollar",
        "percent" => "percentage",
        // "A third of those screened", "one of four concepts": a share of a whole, whose value is below one.
        h if h.starts_with("% ") => "",
        "degree celsius" => "celsius",
        "degree fahrenheit" => "fahrenheit",
        "gigatonne" => "gigaton",
        "israeli shekel" => "shekel",
        "year old" | "age" => "year of age",
        "times" | "time" => "count",
        "foot pound" => "foot pound-force",
        "million british thermal units" => "mega british thermal unit",
        "part" if tail == Some("billion") => return "parts-per-billion".to_owned(),
        "-" => "",
        h => h,
    };
    let tail = tail.map(|t| {
        if t == "million british thermal units" {
            "mega british thermal unit"
        } else {
            t
        }
    });
    tail.map_or_else(|| head.to_owned(), |t| format!("{head} per {t}"))
}

fn gold(row: &Value) -> Vec<Item> {
    let rows = row["quantities"].as_array().map_or(&[][..], Vec::as_slice);
    rows.iter()
        .filter_map(|q| {
            let value = q["value"].as_str()?;
            let ends = value.split_once('-').filter(|(a, _)| !a.is_empty());
            let (low, high): (f64, f64) = match ends {
                Some((a, b)) => (a.parse().ok()?, b.parse().ok()?),
                None => (value.parse().ok()?, value.parse().ok()?),
            };
            // "from $5 to $3" is written as 5-3.
            let (low, high) = (low.min(high), low.max(high));
            Some(Item {
                low,
                high,
                unit: q["normalized_unit"].as_str().unwrap_or("").to_owned(),
                bound: match q["change"].as_str() {
                    Some("~") => '~',
                    Some(">") => '>',
                    Some("<") => '<',
                    _ => '=',
                },
            })
        })
        .collect()
}

/// What the reader finds in a text of one paragraph.
pub(super) fn annotate(text: &str) -> Annotations {
    let article = Article::plain(text, None);
    dossier_en::annotate(&article)
}

/// The quantities of a text.
fn found(text: &str) -> Vec<Item> {
    let notes = annotate(text);
    let item = |q: &Quantity| {
        let (low, high) = match q.value {
            Some(v) => (v, v),
            None => (q.low?, q.high?),
        };
        Some(Item {
            low,
            high,
            unit: q.unit.as_ref().map_or(String::new(), name),
            bound: match q.bound {
                Bound::About => '~',
                Bound::Over | Bound::AtLeast => '>',
                Bound::Under | Bound::AtMost => '<',
                Bound::Exact | Bound::Range => '=',
            },
        })
    };
    let counts = dossier_model::counts(&notes.quantities);
    counts.iter().filter_map(|a| item(&a.value)).collect()
}
