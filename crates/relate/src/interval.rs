//! Times compared: resolved intervals, and partial ones ("August" without a year) by their TIMEX3 value.

use dossier_model::{When, WhenPrecision};
use jiff::civil::Date;

/// Days after which what is told is of another time.
pub const MONTH: i32 = 31;

/// Whether two resolved intervals can mean one time: they share a day.
#[must_use]
pub fn overlap(a: &When, b: &When) -> bool {
    let starts = |w: &When| w.from.unwrap_or(Date::MIN);
    let ends = |w: &When| w.to.unwrap_or(Date::MAX);
    starts(a) <= ends(b) && starts(b) <= ends(a)
}

/// Whether both name the same days.
#[must_use]
pub fn same(a: &When, b: &When) -> bool {
    a.from == b.from && a.to == b.to
}

/// Whether the interval is closed and no longer than `days`.
#[must_use]
pub fn within(when: &When, days: i32) -> bool {
    matches!((when.from, when.to), (Some(f), Some(t)) if (t - f).get_days() < days)
}

/// Whether a resolved interval can be what a TIMEX3 value with an unknown year names ("XXXX-08",
/// "XXXX-04-14", "XXXX-04-14/XXXX-04-15"); `false` where the value tells nothing of month or day.
#[must_use]
pub fn fits_partial(value: &str, when: &When) -> bool {
    let (Some(from), Some(to)) = (when.from, when.to) else {
        return false;
    };
    let Some(rest) = value.strip_prefix("XXXX-") else {
        return false;
    };
    let mut numbers = rest.split(['-', '/']);
    let Some(month) = numbers.next().and_then(|m| m.parse::<i8>().ok()) else {
        return false;
    };
    if !(from.month()..=to.month()).contains(&month) || from.year() != to.year() {
        return false;
    }
    match numbers.next().map(str::parse::<i8>) {
        Some(Ok(day)) => Date::new(from.year(), month, day).is_ok_and(|d| from <= d && d <= to),
        Some(Err(_)) => false,
        None => true,
    }
}

/// How exact an interval is: finer units and closed ends first.
#[must_use]
pub fn exactness(when: &When) -> (usize, WhenPrecision) {
    (
        usize::from(when.from.is_some()) + usize::from(when.to.is_some()),
        when.precision,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: Date, to: Date) -> When {
        When {
            from: Some(from),
            to: Some(to),
            time: None,
            precision: WhenPrecision::Day,
            text: String::new(),
        }
    }

    #[test]
    fn a_month_without_a_year_fits_days_in_it() {
        let w = days(date(2024, 8, 18), date(2024, 8, 20));
        assert!(fits_partial("XXXX-08", &w));
        assert!(fits_partial("XXXX-08-19", &w));
        assert!(!fits_partial("XXXX-08-21", &w));
        assert!(!fits_partial("XXXX-09", &w));
        assert!(!fits_partial("XXXX-WXX-1", &w));
        assert!(!fits_partial("PRESENT_REF", &w));
    }

    #[test]
    fn open_ends_overlap_what_they_reach() {
        let since = When {
            to: None,
            ..days(date(2008, 1, 1), date(2008, 1, 1))
        };
        assert!(overlap(&since, &days(date(2020, 1, 1), date(2020, 1, 2))));
        assert!(!overlap(&since, &days(date(2007, 1, 1), date(2007, 12, 31))));
    }
}
