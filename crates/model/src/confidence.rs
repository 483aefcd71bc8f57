//! How sure a finding or a row is.

/// How many of a hundred findings or rows of the same evidence are sound, as a share from 0 to 1. Kept in thousandths:
/// nothing is known finer, and so every machine writes the same number. The default is 0, which every row reaches.
///
/// ```
/// use dossier_model::Confidence;
///
/// let share = Confidence::new(0.85).unwrap();
/// assert!(Confidence::FACT.admits(Some(share)));
/// assert!(Confidence::new(1.2).is_none());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

/// What stands for 1.
const WHOLE: f64 = 1000.0;

impl Confidence {
    /// What a row reaches at most, however many tell it: they may be joined wrongly.
    pub const MOST: Self = Self(990);
    /// What a row reaches at least that is shown as a fact, unless the user says otherwise.
    pub const FACT: Self = Self(800);

    /// The share, to the nearest thousandth. `None` where it is not from 0 to 1.
    #[must_use]
    pub fn new(share: f64) -> Option<Self> {
        // In range, so that nothing is cut.
        (0.0..=1.0)
            .contains(&share)
            .then(|| Self((share * WHOLE).round() as u16))
    }

    /// The share.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / WHOLE
    }

    /// Whether a row that is so sure is shown as a fact where that takes as much as this. One that was not weighed is.
    #[must_use]
    pub fn admits(self, row: Option<Self>) -> bool {
        row.is_none_or(|c| c >= self)
    }
}

/// "0.85".
impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.share())
    }
}

impl std::str::FromStr for Confidence {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let share = text.parse().ok().and_then(Self::new);
        share.ok_or_else(|| format!("{text}: no share; hint: a number from 0 to 1, such as 0.8"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(share: f64) -> Confidence {
        Confidence::new(share).expect("a share")
    }

    #[test]
    fn it_is_a_share_in_thousandths() {
        assert_eq!(of(0.8), Confidence::FACT);
        assert_eq!(of(0.12345).to_string(), "0.123");
        assert_eq!(of(1.0).to_string(), "1");
        assert_eq!("0.85".parse(), Ok(of(0.85)));
        for wrong in ["", "80", "-0.1", "NaN", "inf"] {
            assert!(wrong.parse::<Confidence>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_was_not_weighed_is_a_fact() {
        assert!(Confidence::FACT.admits(None));
        assert!(Confidence::FACT.admits(Some(of(0.8))));
        assert!(!Confidence::FACT.admits(Some(of(0.799))));
    }
}
