//! Written dates, taken apart into columns of one precision each.

use jiff::civil::{Date, Time};

use super::Value;
use crate::record::v1;

/// A day and what is known beyond it.
#[derive(Debug, Default)]
struct Moment<'a> {
    day: Option<Date>,
    time: Option<Time>,
    offset: Option<&'a str>,
    precision: Option<&'static str>,
}

/// "2031", "2031-05", "2031-05-04" or "2031-05-04T14:30:00+02:00".
fn moment(text: &str) -> Moment<'_> {
    let (date, clock) = text.split_once('T').map_or((text, None), |(d, c)| (d, Some(c)));
    let precision = match date.len() {
        4 => "year",
        7 => "month",
        _ => "day",
    };
    let whole = match precision {
        "year" => format!("{date}-01-01"),
        "month" => format!("{date}-01"),
        _ => date.to_owned(),
    };
    let clock = clock.map(|c| c.split_at(c.find(['Z', '+', '-']).unwrap_or(c.len())));
    let day = whole.parse().ok();
    Moment {
        day,
        time: clock.and_then(|(c, _)| c.parse().ok()),
        offset: clock.map(|(_, offset)| offset).filter(|o| !o.is_empty()),
        precision: day.map(|_| precision),
    }
}

/// Day, time of day, offset, precision and basis.
pub(super) fn published(of: Option<&v1::Published>) -> [Value<'_>; 5] {
    let Some(v1::Published {
        value,
        precision,
        basis,
    }) = of
    else {
        return [const { Value::Null }; 5];
    };
    let told = moment(value);
    [
        day(told.day),
        told.time.map_or(Value::Null, Value::Clock),
        told.offset.into(),
        precision.as_str().into(),
        basis.as_str().into(),
    ]
}

/// First day, last day, time of day, precision and words.
pub(super) fn when<'a>(of: Option<&'a v1::When<'_>>) -> [Value<'a>; 5] {
    let Some(v1::When {
        from,
        to,
        precision,
        text,
    }) = of
    else {
        return [const { Value::Null }; 5];
    };
    let from = from.as_deref().map(moment).unwrap_or_default();
    let to = to.as_deref().map(moment).unwrap_or_default();
    [
        day(from.day),
        day(to.day),
        from.time.map_or(Value::Null, Value::Clock),
        precision.as_str().into(),
        text.into(),
    ]
}

/// Day and precision of "2031", "2031-05" or "2031-05-04".
pub(super) fn partial(of: Option<&str>) -> [Value<'_>; 2] {
    let told = of.map(moment).unwrap_or_default();
    [day(told.day), told.precision.into()]
}

/// A day as it is written.
pub(super) fn written_day(of: Option<&str>) -> Value<'_> {
    day(of.and_then(|d| moment(d).day))
}

fn day<'a>(of: Option<Date>) -> Value<'a> {
    of.map_or(Value::Null, Value::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_precision_a_column() {
        let told = moment("2031-05-04T14:30:00+02:00");
        assert_eq!(told.day, Some(jiff::civil::date(2031, 5, 4)));
        assert_eq!(told.time, Some(jiff::civil::time(14, 30, 0, 0)));
        assert_eq!(told.offset, Some("+02:00"));
        assert_eq!(
            moment("2031-05-04T14:30").time,
            Some(jiff::civil::time(14, 30, 0, 0))
        );
        assert_eq!(moment("2031-05-04T14:30:00Z").offset, Some("Z"));
        assert_eq!(moment("2031-05").day, Some(jiff::civil::date(2031, 5, 1)));
        assert_eq!(moment("2031").precision, Some("year"));
        assert!(moment("soon").precision.is_none());
    }
}
