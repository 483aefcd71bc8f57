//! Quantities against NewsQuant.
//!
//! Rows of gold are compared as a bag: a found quantity is right in *value* when a gold one of the same
//! sentence, used once, has the same value (a range: both ends; relative difference below one in a million),
//! and right in *value and unit* when the unit agrees as well. NewsQuant counts lengths of time and ages,
//! which the reader keeps as TIMEX3 durations: durations with a plain number are added to the found side,
//! and the score without them is reported beside. Places in an order are no quantities in gold and are left
//! out. Units are compared after `normal` on both sides; a counted noun agrees when gold's last word is
//! the found one ("profile slot" and "slot"). The first half of the file is for tuning, the second for
//! reporting.

use std::fmt::Write as _;
use std::path::Path;

use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Quantity, Span, TimeType};
use serde_json::Value;

use super::{Counts, read_lines};

/// A value or the ends of a range, and a unit.
#[derive(Debug, Clone, PartialEq)]
struct Item {
    low: f64,
    high: f64,
    unit: String,
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
    let (mut value, mut both) = (Counts::default(), Counts::default());
    let (mut plain_value, mut plain_both) = (Counts::default(), Counts::default());
    for row in rows {
        let text = row["text"].as_str().unwrap_or("");
        let gold = gold(row);
        let (quantities, durations) = found(text);
        let (v, b, missed, extra) = compare(&gold, &quantities);
        add(&mut plain_value, gold.len(), quantities.len(), v);
        add(&mut plain_both, gold.len(), quantities.len(), b);
        let (mut v, mut b, mut missed, mut extra, mut n) = (v, b, missed, extra, quantities.len());
        if !durations.is_empty() {
            let mut all = quantities;
            // A duration that gold does not have is no error of the quantities.
            all.extend(
                durations
                    .into_iter()
                    .filter(|d| gold.iter().any(|g| same_value(g, d))),
            );
            (v, b, missed, extra) = compare(&gold, &all);
            n = all.len();
        }
        add(&mut value, gold.len(), n, v);
        add(&mut both, gold.len(), n, b);
        if show && !(missed.is_empty() && extra.is_empty()) {
            let _ = writeln!(out, "{text}\n  gold  {missed:?}\n  found {extra:?}");
        }
    }
    let _ = writeln!(out, "NewsQuant, {half} half: {} sentences", rows.len());
    let _ = writeln!(out, "value                       {value}");
    let _ = writeln!(out, "value and unit              {both}");
    let _ = writeln!(out, "value, no durations         {plain_value}");
    let _ = write!(out, "value and unit, no durations {plain_both}");
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

/// Right values, right values with units, and what differs on either side.
fn compare(gold: &[Item], found: &[Item]) -> (usize, usize, Vec<Item>, Vec<Item>) {
    let mut left: Vec<Option<&Item>> = found.iter().map(Some).collect();
    let mut open = Vec::new();
    let (mut both, mut value) = (0, 0);
    for g in gold {
        let hit = left
            .iter()
            .position(|f| f.is_some_and(|f| same_value(g, f) && same_unit(g, f)));
        match hit.and_then(|k| left.get_mut(k)) {
            Some(slot) => {
                *slot = None;
                both += 1;
                value += 1;
            }
            None => open.push(g),
        }
    }
    let mut missed = Vec::new();
    for g in open {
        let hit = left.iter().position(|f| f.is_some_and(|f| same_value(g, f)));
        if hit.is_some() {
            value += 1;
        }
        if let Some(slot) = hit.and_then(|k| left.get_mut(k)) {
            missed.push(Item {
                unit: format!("{} (not {})", g.unit, slot.map_or("", |f| &f.unit)),
                ..g.clone()
            });
            *slot = None;
        } else {
            missed.push(g.clone());
        }
    }
    (value, both, missed, left.into_iter().flatten().cloned().collect())
}

/// One writing for both vocabularies.
fn normal(unit: &str) -> String {
    let unit = unit.to_lowercase();
    let (head, tail) = unit
        .split_once(" per ")
        .map_or((unit.as_str(), None), |(h, t)| (h, Some(t)));
    let head = match head {
        "us dollar" => "dollar",
        "percent" | "% -" => "percentage",
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
            let (low, high) = match ends {
                Some((a, b)) => (a.parse().ok()?, b.parse().ok()?),
                None => (value.parse().ok()?, value.parse().ok()?),
            };
            Some(Item {
                low,
                high,
                unit: q["normalized_unit"].as_str().unwrap_or("").to_owned(),
            })
        })
        .collect()
}

/// Quantities, and durations with a plain number.
fn found(text: &str) -> (Vec<Item>, Vec<Item>) {
    let span = Span::new(0, text.len());
    let block = Block {
        kind: BlockKind::Body,
        span,
    };
    let article = Article::new(
        ArticleId::new("newsquant"),
        ArticleDraft::default(),
        text,
        vec![block],
    );
    let notes = dossier_annotate::annotate(&article);
    let item = |q: &Quantity| {
        let (low, high) = match q.value {
            Some(v) => (v, v),
            None => (q.low?, q.high?),
        };
        Some(Item {
            low,
            high,
            unit: q.unit.as_ref().map_or(String::new(), |u| u.0.clone()),
        })
    };
    let quantities = notes
        .quantities
        .iter()
        .filter(|a| !a.value.ordinal)
        .filter_map(|a| item(&a.value))
        .collect();
    let durations = notes
        .times
        .iter()
        .filter(|t| t.value.kind == TimeType::Duration)
        .filter_map(|t| duration(&t.value.value))
        .collect();
    (quantities, durations)
}

/// "P3Y" as three years.
fn duration(value: &str) -> Option<Item> {
    let (time, rest) = match value.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('P')?),
    };
    let number: f64 = rest
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .ok()?;
    let unit = match (
        time,
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'),
    ) {
        (false, "Y") => "year",
        (false, "M") => "month",
        (false, "W") => "week",
        (false, "D") => "day",
        (false, "DE") => "decade",
        (true, "H") => "hour",
        (true, "M") => "minute",
        (true, "S") => "second",
        _ => return None,
    };
    Some(Item {
        low: number,
        high: number,
        unit: unit.to_owned(),
    })
}
