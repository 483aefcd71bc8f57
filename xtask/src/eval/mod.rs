//! Scores against public corpora that stay outside the repository.

use std::io::Read;
use std::path::Path;

pub mod attribution;
pub mod quantities;

/// The lines of a gzipped JSON Lines file.
///
/// # Errors
/// Where the file cannot be read or a line is no JSON.
pub fn read_lines(path: &Path) -> Result<Vec<serde_json::Value>, String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines()
        .enumerate()
        .map(|(i, l)| serde_json::from_str(l).map_err(|e| format!("{}:{}: {e}", path.display(), i + 1)))
        .collect()
}

/// Counts that give precision, recall and F1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// What the annotators marked.
    pub gold: usize,
    /// What the reader found.
    pub found: usize,
    /// What both have.
    pub right: usize,
}

impl Counts {
    /// Share of the found that is right.
    #[must_use]
    pub fn precision(self) -> f64 {
        self.right as f64 / (self.found as f64).max(1.0)
    }

    /// Share of the gold that was found.
    #[must_use]
    pub fn recall(self) -> f64 {
        self.right as f64 / (self.gold as f64).max(1.0)
    }

    /// Harmonic mean of both.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "P {:.3}  R {:.3}  F1 {:.3}  ({} right of {} found, {} gold)",
            self.precision(),
            self.recall(),
            self.f1(),
            self.right,
            self.found,
            self.gold
        )
    }
}
