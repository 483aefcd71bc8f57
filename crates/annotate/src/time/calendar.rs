//! Days, weeks, months and longer stretches of the calendar, without ever failing.

use dossier_model::WhenPrecision;
use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::shape::Part;
use super::unit::Unit;

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// First day; `None` where it is open.
    pub from: Option<Date>,
    /// Last day; `None` where it is open.
    pub to: Option<Date>,
    /// The unit it is told in.
    pub precision: WhenPrecision,
}

impl Stretch {
    /// From day to day.
    pub fn new(from: Date, to: Date, precision: WhenPrecision) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            precision,
        }
    }

    /// One day.
    pub fn day(d: Date) -> Self {
        Self::new(d, d, WhenPrecision::Day)
    }

    /// A month.
    pub fn month(year: i16, month: u8) -> Option<Self> {
        let first = day(year, month, 1)?;
        Some(Self::new(first, first.last_of_month(), WhenPrecision::Month))
    }

    /// Months `from` to `to` of a year.
    pub fn months(year: i16, from: u8, to: u8) -> Option<Self> {
        let last = day(year, to, 1)?.last_of_month();
        Some(Self::new(day(year, from, 1)?, last, WhenPrecision::Month))
    }

    /// Years `from` to `to`.
    pub fn years(from: i16, to: i16) -> Option<Self> {
        Some(Self::new(day(from, 1, 1)?, day(to, 12, 31)?, WhenPrecision::Year))
    }

    /// The week, Monday to Sunday, that holds `d`.
    pub fn week_of(d: Date) -> Option<Self> {
        let monday = add_days(d, 1 - i32::from(weekday(d)))?;
        Some(Self::new(monday, add_days(monday, 6)?, WhenPrecision::Week))
    }

    /// The part of it that "early", "mid", "late", "the start of" and "the end of" tell: thirds, and for start
    /// and end of a year its first and last quarter.
    pub fn narrow(self, part: Part) -> Self {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return self;
        };
        let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month())
            - i32::from(from.month())
            + 1;
        let (a, b) = match part {
            Part::Early => (0, 4),
            Part::Mid => (4, 8),
            Part::Late => (8, 12),
            Part::Start => (0, 3),
            Part::End => (9, 12),
        };
        if months >= 12 {
            let first = add_months(from, months * a / 12);
            let last = add_months(from, months * b / 12).and_then(|d| add_days(d, -1));
            return Self {
                from: first,
                to: last,
                ..self
            };
        }
        let days = from.until(to).map_or(0, |s| s.get_days()) + 1;
        let (a, b) = match part {
            Part::Early | Part::Start => (0, days / 3),
            Part::Mid => (days / 3, days * 2 / 3),
            _ => (days * 2 / 3, days),
        };
        Self {
            from: add_days(from, a),
            to: add_days(from, (b - 1).max(a)),
            ..self
        }
    }
}

/// A day, where there is one.
pub(super) fn day(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `n` days on.
pub(super) fn add_days(d: Date, n: i32) -> Option<Date> {
    d.checked_add(Span::new().try_days(n).ok()?).ok()
}

/// `n` months on; the last of the month where the day does not exist.
pub(super) fn add_months(d: Date, n: i32) -> Option<Date> {
    d.checked_add(Span::new().try_months(n).ok()?).ok()
}

/// Monday = 1.
pub(super) fn weekday(d: Date) -> u8 {
    d.weekday().to_monday_one_offset().unsigned_abs()
}

/// The day of the ISO week `weeks` on that is `day` (Monday = 1).
pub(super) fn in_week(d: Date, weeks: i32, day: u8) -> Option<Date> {
    add_days(d, 7 * weeks + i32::from(day) - i32::from(weekday(d)))
}

/// "2025-W16".
pub(super) fn week_value(d: Date) -> String {
    let w = d.iso_week_date();
    format!("{:04}-W{:02}", w.year(), w.week())
}

/// The `n`-th given weekday of a month; from the end for negative `n`.
pub(super) fn nth_weekday(year: i16, month: u8, n: i8, weekday: Weekday) -> Option<Date> {
    day(year, month, 1)?.nth_weekday_of_month(n, weekday).ok()
}

/// `n` units on from `d`; whole units, or halves where they are whole smaller ones.
pub(super) fn shift(d: Date, unit: Unit, n: f64) -> Option<Date> {
    if n.abs() > 100_000.0 {
        return None;
    }
    if let Some(m) = unit.months() {
        let months = n * f64::from(m);
        return (months.fract() == 0.0 && months.abs() < 100_000.0).then(|| add_months(d, months as i32))?;
    }
    let days = n * f64::from(unit.days()?);
    add_days(d, days.round() as i32)
}

/// Easter Sunday of the western churches (Meeus, Jones and Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

/// Easter Sunday of the eastern churches, in the Gregorian calendar (Meeus), for 1900 to 2099.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if !(1900..2100).contains(&y) {
        return None;
    }
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = day(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)?;
    add_days(julian, 13)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easters() {
        for (y, west, east) in [
            (2016, date(2016, 3, 27), date(2016, 5, 1)),
            (2024, date(2024, 3, 31), date(2024, 5, 5)),
            (2025, date(2025, 4, 20), date(2025, 4, 20)),
        ] {
            assert_eq!(easter(y), Some(west));
            assert_eq!(orthodox_easter(y), Some(east));
        }
    }

    #[test]
    fn parts() {
        let year = Stretch::years(2023, 2023).unwrap();
        assert_eq!(year.narrow(Part::Late).from, Some(date(2023, 9, 1)));
        assert_eq!(year.narrow(Part::End).from, Some(date(2023, 10, 1)));
        assert_eq!(year.narrow(Part::Mid).to, Some(date(2023, 8, 31)));
        let month = Stretch::month(2023, 6).unwrap();
        assert_eq!(month.narrow(Part::Early).to, Some(date(2023, 6, 10)));
        assert_eq!(month.narrow(Part::Late).from, Some(date(2023, 6, 21)));
    }
}
