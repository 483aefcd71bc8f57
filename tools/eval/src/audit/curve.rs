//! How well confidence is calibrated: of rows given .9, nine of ten are to be sound.

use std::fmt::Write as _;

use dossier::model::Confidence;

use super::shares::Share;

/// Verdicts in a tenth from which its share says something.
const ENOUGH: usize = 50;

/// Judged rows of one tenth of confidence.
#[derive(Debug, Clone, Copy, Default)]
struct Tenth {
    rows: usize,
    sound: usize,
    confidence: f64,
}

/// For each tenth that holds judged rows: how sure they are said to be on the mean, and how many of them are sound; then the
/// mean distance of both over all rows (expected calibration error). Empty where no judged row was weighed.
#[must_use]
pub fn curve(rows: impl IntoIterator<Item = (Confidence, bool)>) -> String {
    let mut tenths = [Tenth::default(); 10];
    for (confidence, is_sound) in rows {
        // The last tenth holds what is wholly sure, too.
        let place = (confidence.share() * 10.0) as usize;
        if let Some(tenth) = tenths.get_mut(place.min(9)) {
            tenth.rows += 1;
            tenth.sound += usize::from(is_sound);
            tenth.confidence += confidence.share();
        }
    }
    let all: usize = tenths.iter().map(|t| t.rows).sum();
    if all == 0 {
        return String::new();
    }
    let mut out = String::from("confidence    rows  mean  sound\n");
    let mut apart = 0.0;
    for (i, tenth) in tenths.iter().enumerate().filter(|(_, t)| t.rows > 0) {
        let mean = tenth.confidence / tenth.rows as f64;
        let share = Share {
            of: tenth.sound,
            all: tenth.rows,
        };
        let few = if tenth.rows < ENOUGH { "  (few)" } else { "" };
        let _ = writeln!(
            out,
            "{:.1} to {:.1}  {:>6}  {mean:.2}  {share}{few}",
            i as f64 / 10.0,
            (i + 1) as f64 / 10.0,
            tenth.rows
        );
        apart += (tenth.confidence - tenth.sound as f64).abs();
    }
    let _ = writeln!(
        out,
        "expected calibration error {:.3} over {all} rows",
        apart / all as f64
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tenth_has_its_share() {
        let sure = |share| Confidence::new(share).expect("a share");
        let rows = [(0.9, true), (1.0, true), (0.95, false), (0.32, false)];
        let text = curve(rows.map(|(share, is_sound)| (sure(share), is_sound)));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        assert!(lines[1].starts_with("0.3 to 0.4       1  0.32  .00 ("), "{text}");
        assert!(lines[2].starts_with("0.9 to 1.0       3  0.95  .67 ("), "{text}");
        assert!(lines[3].starts_with("expected calibration error 0.29"), "{text}");
    }

    #[test]
    fn what_was_not_weighed_has_no_curve() {
        assert_eq!(curve([]), "");
    }
}
