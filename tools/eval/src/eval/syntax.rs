//! Parts of speech and trees from raw text. The trainer scores them; what it is made of stays out of this crate.

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the trainer's own evaluation and names the columns of its totals: "EWT dev  UPOS 93.1  LAS 80.2".
///
/// # Errors
/// Where the trainer cannot be built or fails.
pub fn run(data: &Path) -> Result<String, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let told = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "dossier-training",
            "--",
            "eval",
            "--data",
        ])
        .arg(data)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| format!("dossier-training: {e}"))?;
    if !told.status.success() {
        return Err("dossier-training eval failed".to_owned());
    }
    Ok(named(&String::from_utf8_lossy(&told.stdout)))
}

/// The table as it is, then its totals with every number behind the name of its column, and their means.
fn named(table: &str) -> String {
    let mut out = table.trim_end().to_owned();
    out.push('\n');
    let header: Vec<&str> = table
        .lines()
        .next()
        .unwrap_or("")
        .split_whitespace()
        .skip(1)
        .collect();
    let mut totals: Vec<Vec<f64>> = Vec::new();
    for line in table.lines().skip(1).filter(|l| !l.starts_with([' ', 'm'])) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbers: Vec<f64> = words.iter().filter_map(|w| w.parse().ok()).collect();
        if numbers.len() != header.len() {
            continue;
        }
        let name = words.get(..words.len() - numbers.len()).unwrap_or(&[]).join(" ");
        out.push_str(&format!("{name} by column: {}\n", columns(&header, &numbers)));
        totals.push(numbers);
    }
    let sums: Vec<f64> = (0..header.len())
        .map(|k| totals.iter().filter_map(|t| t.get(k)).sum::<f64>() / totals.len().max(1) as f64)
        .collect();
    out.push_str(&format!("mean by column: {}\n", columns(&header, &sums)));
    out
}

fn columns(header: &[&str], numbers: &[f64]) -> String {
    let pairs = header.iter().zip(numbers);
    let shown: Vec<String> = pairs.map(|(name, n)| format!("{name} {n:.2}")).collect();
    shown.join("  ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn totals_get_the_names_of_their_columns() {
        let table = "corpus  words  UPOS   LAS\n  web  10  90.00  70.00\nA dev  10  90.00  70.00\nB dev  30  94.00  80.00\nmean LAS 75.00\n";
        let named = super::named(table);
        assert!(
            named.contains("A dev by column: words 10.00  UPOS 90.00  LAS 70.00\n"),
            "{named}"
        );
        assert!(
            named.ends_with("mean by column: words 20.00  UPOS 92.00  LAS 75.00\n"),
            "{named}"
        );
    }
}
