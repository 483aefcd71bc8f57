use jiff::civil::{Date, Time as ClockTime};

/// The four types of TIMEX3 (ISO 24617-1, TimeML).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeType {
    /// A calendar expression of a day or longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimeType {
    /// The name in TIMEX3.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The unit that an interval is known to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhenPrecision {
    /// Years, or parts and multiples of a year that are no quarter or month.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// A time of day.
    Minute,
}

impl WhenPrecision {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Minute => "minute",
        }
    }
}

/// A resolved interval of days, both ends included; an open end is `None` ("since 2008", "by 2026").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Time of day on `from`, for precision [`WhenPrecision::Minute`].
    pub time: Option<ClockTime>,
    /// The unit it is known to.
    pub precision: WhenPrecision,
    /// The words it was read from.
    pub text: String,
}

/// A time expression in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value: "2024-08", "XXXX-04-14" where the year is not known, "P5Y", "PRESENT_REF".
    pub value: String,
    /// The resolved interval; `None` where a year or the publication date that it needs is unknown.
    pub when: Option<When>,
}
