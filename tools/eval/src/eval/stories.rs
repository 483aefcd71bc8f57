//! Stories against gold: B³ (Bagga and Baldwin 1998) on news events and on ECB+.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dossier::relate;
use dossier::relate::cluster::{Bag, Known, Printed, Reasons};

use super::read_lines;

/// Precision, recall and F1 of groups, by item.
pub(crate) fn b_cubed(gold: &[String], found: &[String]) -> (f64, f64, f64) {
    let count = |labels: &[String]| -> BTreeMap<String, usize> {
        let mut out: BTreeMap<String, usize> = BTreeMap::new();
        for l in labels {
            *out.entry(l.clone()).or_default() += 1;
        }
        out
    };
    let (by_gold, by_found) = (count(gold), count(found));
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (g, f) in gold.iter().zip(found) {
        *both.entry((g, f)).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((g, f), n) in both {
        let shared = (n * n) as f64;
        precision += shared / by_found[f] as f64;
        recall += shared / by_gold[g] as f64;
    }
    let n = gold.len().max(1) as f64;
    let (p, r) = (precision / n, recall / n);
    (p, r, 2.0 * p * r / (p + r).max(f64::MIN_POSITIVE))
}

/// Groups each corpus as one stream and compares with its gold stories.
///
/// # Errors
/// Where a corpus cannot be read.
pub fn run(data: &Path, show: bool) -> Result<String, String> {
    let mut out = String::new();
    for name in ["news-events", "ecbplus"] {
        let path = data.join(format!("stories/{name}.jsonl.gz"));
        let gold: BTreeMap<String, String> = read_lines(&path)?
            .iter()
            .map(|row| {
                let field = |f: &str| row[f].as_str().unwrap_or("").to_owned();
                (field("id"), field("story"))
            })
            .collect();
        let (articles, _) = crate::chain::articles(&path)?;
        let bags: Vec<Bag> = articles
            .iter()
            .map(|a| Bag::of(a, Printed::Forgotten, dossier::VOCABULARY))
            .collect();
        let mut stories = vec![String::new(); articles.len()];
        for row in relate::cluster(&bags, &Known::default(), Reasons::Untold).rows {
            row.members.iter().for_each(|&i| stories[i] = row.id.to_string());
        }
        let labels: Vec<String> = articles
            .iter()
            .map(|a| gold.get(a.id.as_str()).cloned().unwrap_or_default())
            .collect();
        let (p, r, f1) = b_cubed(&labels, &stories);
        let _ = writeln!(
            out,
            "{name}: {} articles, B³ P {p:.3}  R {r:.3}  F1 {f1:.3}",
            labels.len()
        );
        if show {
            let mut rows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for (s, l) in stories.iter().zip(&labels) {
                rows.entry(s).or_default().push(l);
            }
            for (story, labels) in rows {
                let _ = writeln!(out, "  {story}: {}", labels.join(" "));
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b_cubed_of_a_known_grouping() {
        let labels = |t: &str| -> Vec<String> { t.chars().map(String::from).collect() };
        let (p, r, _) = b_cubed(&labels("aabb"), &labels("xxxx"));
        assert!((p - 0.5).abs() < 1e-9 && (r - 1.0).abs() < 1e-9);
        let (p, r, f1) = b_cubed(&labels("aab"), &labels("yyz"));
        assert!((p - 1.0).abs() < 1e-9 && (r - 1.0).abs() < 1e-9 && (f1 - 1.0).abs() < 1e-9);
    }
}
