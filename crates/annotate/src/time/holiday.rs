//! Feasts: the rules by which their days are found.

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, day, easter, nth_weekday, orthodox_easter};

/// When a feast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// Days after western Easter.
    Easter(i32),
    /// Days after Orthodox Easter.
    OrthodoxEaster(i32),
    /// Month, which one, Monday = 1, days later.
    Nth(u8, i8, u8, i32),
    /// The first day of the Chinese year.
    LunarNewYear,
    /// The first day of the Vietnamese year, which begins a day earlier where the new moon falls between both
    /// countries' midnights.
    Tet,
    /// Several days, from month and day to month and day or a day that differs by country.
    Unknown,
}

impl Holiday {
    /// The feast of a rule's name and numbers, as lists of feasts give them: "fixed" with month and day, "easter"
    /// and "orthodox-easter" with days after the Sunday, "nth" with month, which one, weekday and days later,
    /// "lunar-new-year", "tet" and "unknown".
    #[must_use]
    pub fn of_rule(kind: &str, numbers: &[i32]) -> Option<Self> {
        let month_or_day = |n: i32| u8::try_from(n).ok();
        Some(match (kind, numbers) {
            ("fixed", &[m, d]) => Self::Fixed(month_or_day(m)?, month_or_day(d)?),
            ("easter", &[n]) => Self::Easter(n),
            ("orthodox-easter", &[n]) => Self::OrthodoxEaster(n),
            ("nth", &[m, n, wd, plus]) => {
                Self::Nth(month_or_day(m)?, i8::try_from(n).ok()?, month_or_day(wd)?, plus)
            }
            ("lunar-new-year", []) => Self::LunarNewYear,
            ("tet", []) => Self::Tet,
            ("unknown", []) => Self::Unknown,
            _ => return None,
        })
    }

    /// Its day in a year.
    #[must_use]
    pub fn date(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(m, d) => day(year, m, d),
            Self::Easter(n) => add_days(easter(year)?, n),
            Self::OrthodoxEaster(n) => add_days(orthodox_easter(year)?, n),
            Self::Nth(m, n, wd, plus) => {
                let wd = Weekday::from_monday_one_offset(i8::try_from(wd).ok()?).ok()?;
                add_days(nth_weekday(year, m, n, wd)?, plus)
            }
            Self::LunarNewYear => {
                let k = usize::try_from(year - LUNAR_FROM).ok()?;
                LUNAR.get(k).and_then(|&(m, d)| day(year, m, d))
            }
            Self::Tet => {
                let new_year = Self::LunarNewYear.date(year)?;
                add_days(new_year, -i32::from(matches!(year, 2007 | 2030)))
            }
            Self::Unknown => None,
        }
    }
}

/// First year of [`LUNAR`].
const LUNAR_FROM: i16 = 2000;

/// Month and day of the lunar new year (Hong Kong Observatory's calendar), 2000 to 2035.
const LUNAR: [(u8, u8); 36] = [
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
];
