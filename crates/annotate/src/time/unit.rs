//! Units of time, seasons and parts of the day, with their letters in TIMEX3.

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The one of a name in small letters, as lists of words give it.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// A duration of `n` of it: "P5Y", "PT12H"; `None` for an unknown number.
    ///
    /// Units that ISO 8601 lacks are told in those that it has (a decade is P10Y); an unknown number of them
    /// keeps the letters of TIMEX2 ("PXDE").
    #[must_use]
    pub fn duration(self, n: Option<f64>) -> String {
        let (times, letter, unknown) = match self {
            Self::Second => (1.0, "S", "PTXS"),
            Self::Minute => (1.0, "M", "PTXM"),
            Self::Hour => (1.0, "H", "PTXH"),
            Self::Day => (1.0, "D", "PXD"),
            Self::Weekend => (1.0, "WE", "PXWE"),
            Self::Week => (1.0, "W", "PXW"),
            Self::Fortnight => (2.0, "W", "PXW"),
            Self::Month => (1.0, "M", "PXM"),
            Self::Quarter => (3.0, "M", "PXQ"),
            Self::Year => (1.0, "Y", "PXY"),
            Self::Decade => (10.0, "Y", "PXDE"),
            Self::Century => (100.0, "Y", "PXCE"),
            Self::Millennium => (1000.0, "Y", "PXML"),
        };
        let Some(n) = n else {
            return unknown.to_owned();
        };
        let t = if self.is_clock() { "T" } else { "" };
        let n = (n * times * 1000.0).round() / 1000.0;
        format!("P{t}{n}{letter}")
    }

    /// Whether it is shorter than a day.
    #[must_use]
    pub fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// Months in it, for units that are whole months.
    #[must_use]
    pub fn months(self) -> Option<i32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Decade => Some(120),
            Self::Century => Some(1200),
            Self::Millennium => Some(12_000),
            _ => None,
        }
    }

    /// Days in it, for units that are whole days.
    #[must_use]
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Day => Some(1),
            Self::Week | Self::Weekend => Some(7),
            Self::Fortnight => Some(14),
            _ => None,
        }
    }
}

/// A season of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The one of a name in small letters, as lists of words give it.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "spring" => Self::Spring,
            "summer" => Self::Summer,
            "autumn" => Self::Autumn,
            "winter" => Self::Winter,
            _ => return None,
        })
    }

    /// The letters of TIMEX3.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

impl DayPart {
    /// The one of a name in small letters, as lists of words give it.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "morning" => Self::Morning,
            "midday" => Self::Midday,
            "afternoon" => Self::Afternoon,
            "evening" => Self::Evening,
            "night" => Self::Night,
            "midnight" => Self::Midnight,
            _ => return None,
        })
    }

    /// What stands behind the date in TIMEX3.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Midday => "T12:00",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
            Self::Midnight => "T24:00",
        }
    }
}
