//! Resolves times of day.

use dossier_model::{TimeType, WhenPrecision};
use jiff::civil::{Date, Time as ClockTime};

use super::calendar::{Stretch, add_days};
use super::scope::{Resolved, Scope};
use super::shape::Clock;
use super::tense::Tense;
use super::unit::DayPart;

/// The day in a value, unknown figures as X.
fn base(day: Option<Date>) -> String {
    day.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string())
}

/// A clock time of a day.
pub(super) fn at(clock: &Clock, day: Option<Date>) -> Resolved {
    let z = if clock.utc { "Z" } else { "" };
    let t = clock.time;
    let second = if t.second() > 0 {
        format!(":{:02}", t.second())
    } else {
        String::new()
    };
    Resolved {
        kind: TimeType::Time,
        value: format!("{}T{:02}:{:02}{second}{z}", base(day), t.hour(), t.minute()),
        stretch: day.map(|d| Stretch {
            precision: WhenPrecision::Minute,
            ..Stretch::day(d)
        }),
        time: day.map(|_| t),
    }
}

/// A part of a day.
pub(super) fn within(part: DayPart, day: Option<Date>) -> Resolved {
    let noon = (part == DayPart::Midday && day.is_some()).then(|| ClockTime::constant(12, 0, 0, 0));
    let precision = if noon.is_some() {
        WhenPrecision::Minute
    } else {
        WhenPrecision::Day
    };
    Resolved {
        kind: TimeType::Time,
        value: format!("{}{}", base(day), part.code()),
        stretch: day.map(|d| Stretch {
            precision,
            ..Stretch::day(d)
        }),
        time: noon,
    }
}

/// The night that ends on the day of writing, or ahead of a coming verb the one that begins on it.
pub(super) fn overnight(s: &Scope) -> Resolved {
    let back = i32::from(s.tense != Tense::Future);
    let night = s.today.and_then(|t| add_days(t, -back));
    Resolved {
        kind: TimeType::Time,
        value: format!("{}{}", base(night), DayPart::Night.code()),
        stretch: night
            .zip(night.and_then(|n| add_days(n, 1)))
            .map(|(a, b)| Stretch::new(a, b, WhenPrecision::Day)),
        time: None,
    }
}
