//! Words of languages that are asked of every article, read or not: handed in by who knows languages.

use crate::words::CountryOf;

/// What is asked of words. Functions of a folded word or of a headline in small letters.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary {
    /// The country that a name stands for.
    pub country_of: CountryOf,
    /// Whether a folded word is of the calendar.
    pub calendar: fn(&str) -> Option<CalendarWord>,
    /// What the words in front of a headline's colon are.
    pub headline_opening: fn(&str) -> Option<HeadlineOpening>,
    /// What the words behind a headline's last dash are.
    pub headline_ending: fn(&str) -> Option<HeadlineEnding>,
    /// Whether a headline says at its end that it stands over a film.
    pub announces_film: fn(&str) -> bool,
}

impl Vocabulary {
    /// Knows no word.
    pub const EMPTY: Self = Self {
        country_of: |_| None,
        calendar: |_| None,
        headline_opening: |_| None,
        headline_ending: |_| None,
        announces_film: |_| false,
    };
}

/// A word of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarWord {
    /// A month, in full or short.
    Month,
    /// A weekday in full.
    Weekday,
}

/// A label in front of a headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadlineOpening {
    /// It announces a form and no news: "Video".
    Form,
    /// It may simply come off: "Breaking".
    Notice,
}

/// What stands behind a headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadlineEnding {
    /// It announces a form and no news: "video", "as it happened".
    Form,
    /// The name of a site, by its last word: "Harbour News".
    Site,
}
