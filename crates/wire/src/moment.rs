//! Dates and times of day as texts.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::error::{Error, Result};

/// A calendar day: "2024-05-02".
pub(crate) fn date(text: &str) -> Result<Date> {
    text.parse()
        .map_err(|_| Error::new(format!("{text:?} is no date"), "write it as 2024-05-02"))
}

/// A time of day: "17:30:00".
pub(crate) fn time(text: &str) -> Result<Time> {
    text.parse()
        .map_err(|_| Error::new(format!("{text:?} is no time of day"), "write it as 17:30:00"))
}

/// A distance from UTC: "+02:00", "-03:30", "+00:09:21".
pub(crate) fn offset(text: &str) -> Result<Offset> {
    let seconds = || -> Option<i32> {
        if text == "Z" {
            return Some(0);
        }
        let (sign, digits) = match text.split_at_checked(1)? {
            ("+", digits) => (1, digits),
            ("-", digits) => (-1, digits),
            _ => return None,
        };
        let mut seconds = 0;
        for (part, unit) in digits.split(':').zip([3600, 60, 1]) {
            if part.len() != 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            seconds += part.parse::<i32>().ok()? * unit;
        }
        matches!(digits.len(), 5 | 8).then_some(sign * seconds)
    };
    seconds()
        .and_then(|s| Offset::from_seconds(s).ok())
        .ok_or_else(|| Error::new(format!("{text:?} is no distance from UTC"), "write it as +02:00"))
}

/// The text that [`offset`] reads.
pub(crate) fn offset_text(offset: Offset) -> String {
    let s = offset.seconds();
    let sign = if s < 0 { '-' } else { '+' };
    let s = s.abs();
    let mut text = format!("{sign}{:02}:{:02}", s / 3600, s / 60 % 60);
    if s % 60 != 0 {
        text.push_str(&format!(":{:02}", s % 60));
    }
    text
}

/// The first day of a year or month: "2024", "2024-05".
#[cfg(feature = "read-record")]
pub(crate) fn first_day(text: &str) -> Result<Date> {
    let (year, month) = text.split_once('-').unwrap_or((text, "1"));
    let day = || Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok();
    day().ok_or_else(|| {
        Error::new(
            format!("{text:?} is no year or month"),
            "write it as 2024 or 2024-05",
        )
    })
}
