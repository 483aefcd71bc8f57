//! Shares with the interval of Wilson (1927), which holds for small samples and shares near 1 as well.

use std::fmt;

use super::verdict::Verdict;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Those that have it.
    pub of: usize,
    /// All.
    pub all: usize,
}

/// Two-sided 95 % of the normal distribution.
const Z: f64 = 1.96;

impl Share {
    /// Least and greatest share that 95 % allow; all where nothing was counted.
    #[must_use]
    pub fn interval(self) -> (f64, f64) {
        if self.all == 0 {
            return (0.0, 1.0);
        }
        let (n, p) = (self.all as f64, self.value());
        let scale = 1.0 + Z * Z / n;
        let middle = (p + Z * Z / (2.0 * n)) / scale;
        let half = Z / scale * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        ((middle - half).max(0.0), (middle + half).min(1.0))
    }

    fn value(self) -> f64 {
        self.of as f64 / (self.all as f64).max(1.0)
    }
}

/// ".62 (.47–.75)"; a bar where nothing was counted.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.all == 0 {
            return f.pad("–");
        }
        let (low, high) = self.interval();
        f.pad(&format!(
            "{} ({}–{})",
            short(self.value()),
            short(low),
            short(high)
        ))
    }
}

/// ".62", "1.00".
fn short(share: f64) -> String {
    let text = format!("{share:.2}");
    match text.strip_prefix('0') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// What was said of some rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rows with a verdict.
    pub judged: usize,
    /// Good or poor.
    pub sound: usize,
    /// Good.
    pub good: usize,
}

impl Tally {
    /// Counts verdicts.
    #[must_use]
    pub fn of<'a>(verdicts: impl IntoIterator<Item = &'a Verdict>) -> Self {
        let mut out = Self::default();
        for verdict in verdicts {
            out.judged += 1;
            out.sound += usize::from(verdict.is_sound());
            out.good += usize::from(*verdict == Verdict::Good);
        }
        out
    }

    /// Both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            judged: self.judged + other.judged,
            sound: self.sound + other.sound,
            good: self.good + other.good,
        }
    }

    /// Share of the sound.
    #[must_use]
    pub fn sound(self) -> Share {
        Share {
            of: self.sound,
            all: self.judged,
        }
    }

    /// Share of the good.
    #[must_use]
    pub fn good(self) -> Share {
        Share {
            of: self.good,
            all: self.judged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // Worked examples of the textbook formula.
        for (of, all, low, high) in [(8, 10, 0.490, 0.943), (20, 20, 0.839, 1.0), (0, 10, 0.0, 0.278)] {
            let (l, h) = Share { of, all }.interval();
            assert!(
                (l - low).abs() < 0.001 && (h - high).abs() < 0.001,
                "{of} of {all}: {l} {h}"
            );
        }
        assert_eq!(Share { of: 8, all: 10 }.to_string(), ".80 (.49–.94)");
        assert_eq!(Share { of: 0, all: 0 }.to_string(), "–");
    }

    #[test]
    fn a_poor_row_is_sound_and_not_good() {
        let verdicts = [
            Verdict::Good,
            Verdict::Poor(None),
            Verdict::Wrong("type".to_owned()),
        ];
        let tally = Tally::of(&verdicts);
        assert_eq!((tally.judged, tally.sound, tally.good), (3, 2, 1));
    }
}
