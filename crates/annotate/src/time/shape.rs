//! What an expression says before it is known when it was said.

use jiff::civil::Time as ClockTime;

use super::holiday::Holiday;
use super::unit::{DayPart, Season, Unit};

/// How an expression tells its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// Not at all.
    Open,
    /// In figures.
    Is(i16),
    /// "last year" is -1.
    Shift(i32),
    /// "last August" is -1, "this August" 0.
    Turn(i32),
}

/// "early", "the end of".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Early,
    Mid,
    Late,
    Start,
    End,
}

/// How a weekday or weekend is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dir {
    /// "on Monday".
    Bare,
    /// "last Monday".
    Last,
    /// "this Monday".
    This,
    /// "next Monday".
    Next,
    /// "this coming Monday".
    Coming,
    /// "Monday last week" is -1.
    Week(i32),
}

/// A clock time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    /// Hour and minute as written.
    pub time: ClockTime,
    /// Told in Coordinated Universal Time.
    pub utc: bool,
    /// "midnight", the end of a day.
    pub end_of_day: bool,
}

/// A time without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "soon".
    Future,
    /// "the last fiscal year": which one is open, since fiscal years start in different months.
    FiscalYear,
}

impl Reference {
    /// The value in TIMEX3.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
            Self::FiscalYear => "FYXXXX",
        }
    }

    /// Where `n` units from today lie.
    #[must_use]
    pub(super) fn of_sign(n: i32) -> Self {
        match n {
            0 => Self::Present,
            n if n < 0 => Self::Past,
            _ => Self::Future,
        }
    }
}

/// The meaning of an expression, free of the day it was written on.
// The sentence of each variant tells what its fields are.
#[allow(missing_docs)]
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A day; without month for "the 14th".
    Day {
        year: Year,
        month: Option<u8>,
        day: u8,
        weekday: Option<u8>,
    },
    /// A month.
    Month { year: Year, month: u8 },
    /// A year.
    Year(Year),
    /// A quarter of a year.
    Quarter { year: Year, n: u8 },
    /// A half of a year.
    Half { year: Year, n: u8 },
    /// Months of a year: "the first eight months of 2025".
    Months { year: Year, from: u8, to: u8 },
    /// A season.
    Season { year: Year, season: Season, long: bool },
    /// Ten years; the first of them.
    Decade(i16),
    /// A hundred years: 20 for "the 20th century".
    Century(i16),
    /// A fiscal year, and a quarter ('Q') or half ('H') of it.
    Fiscal {
        year: Option<i16>,
        part: Option<(char, u8)>,
    },
    /// A hundred years by their figures: "the 1800s"; the first of them.
    Hundred(i16),
    /// Two figures between slashes that may each be the day or the month.
    Slashed { year: i16, first: u8, second: u8 },
    /// "overnight".
    Overnight,
    /// A feast.
    Holiday { holiday: Holiday, year: Year },
    /// A day of the week.
    Weekday { day: u8, dir: Dir },
    /// A weekend.
    Weekend(Dir),
    /// "tomorrow" is 1.
    Days(i32),
    /// "last week", "this month", "next year".
    Shift { unit: Unit, n: i32 },
    /// "earlier this year" (-1), "later this year" (1).
    Rest { unit: Unit, side: i8 },
    /// "three weeks ago", "in three weeks": negative is past; `None` is an unknown number.
    Away { n: Option<f64>, unit: Unit, past: bool },
    /// "two days after Christmas".
    From { n: f64, unit: Unit, base: Box<Shape> },
    /// "two days later", "the next day": counted from the day last told.
    Later { n: f64, unit: Unit },
    /// "the same day".
    Same,
    /// "the past two years", "the next six months".
    Over { n: Option<f64>, unit: Unit, past: bool },
    /// The weekend beside a feast: "the Labor Day weekend".
    WeekendOf(Box<Shape>),
    /// The week that holds a day.
    WeekOf(Box<Shape>),
    /// A length of time, by its value.
    Length(String),
    /// A recurring time, by its value.
    Every(String),
    /// A time that has no date.
    Ref(Reference),
    /// A clock time, perhaps of a told day.
    At { clock: Clock, day: Option<Box<Shape>> },
    /// A part of a day.
    In { part: DayPart, day: Option<Box<Shape>> },
    /// The first, second … or last (0) day or week of a longer stretch.
    Nth { n: u8, unit: Unit, whole: Box<Shape> },
    /// The first, second … or last (0) Monday of a longer stretch.
    NthWeekday { n: u8, day: u8, whole: Box<Shape> },
    /// A part of a calendar expression.
    Of { part: Part, whole: Box<Shape> },
    /// From one to another.
    Range(Box<Shape>, Box<Shape>),
}

impl Shape {
    /// Whether it names a day, week, month or longer, so that a clock time or a range can lean on it.
    #[must_use]
    pub fn is_calendar(&self) -> bool {
        !matches!(
            self,
            Self::Length(_)
                | Self::Every(_)
                | Self::Ref(_)
                | Self::Over { .. }
                | Self::At { .. }
                | Self::In { .. }
                | Self::Overnight
        )
    }

    /// Whether it names days, or a time of one: what a preposition bounds and a story goes on from.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.is_calendar() || matches!(self, Self::At { .. } | Self::In { .. })
    }

    /// Whether it names one day.
    #[must_use]
    pub fn is_day(&self) -> bool {
        matches!(
            self,
            Self::Day { .. }
                | Self::Weekday { .. }
                | Self::Days(_)
                | Self::Holiday { .. }
                | Self::Slashed { .. }
                | Self::Same
                | Self::NthWeekday { .. }
        ) || matches!(
            self,
            Self::Later { unit: Unit::Day, .. } | Self::Away { unit: Unit::Day, .. }
        )
    }

    /// Its year, where it has one.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Months { year, .. }
            | Self::Season { year, .. }
            | Self::Holiday { year, .. } => Some(*year),
            Self::Of { whole, .. } | Self::Nth { whole, .. } | Self::NthWeekday { whole, .. } => whole.year(),
            Self::At { day, .. } | Self::In { day, .. } => day.as_ref().and_then(|d| d.year()),
            _ => None,
        }
    }

    /// Gives it a year where it has an open one.
    pub fn lend_year(&mut self, lent: Year) {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Months { year, .. }
            | Self::Season { year, .. }
            | Self::Holiday { year, .. }
                if *year == Year::Open =>
            {
                *year = lent;
            }
            Self::Of { whole, .. } | Self::Nth { whole, .. } | Self::NthWeekday { whole, .. } => {
                whole.lend_year(lent);
            }
            Self::At { day: Some(d), .. } | Self::In { day: Some(d), .. } => d.lend_year(lent),
            Self::Range(a, b) => {
                a.lend_year(lent);
                b.lend_year(lent);
            }
            _ => {}
        }
    }
}
