//! Resolves what is counted from a day: shifts, distances and lengths.

use dossier_model::{TimeType, WhenPrecision};
use jiff::civil::Date;

use super::calendar::{Stretch, add_days, in_week, shift, week_value, weekday};
use super::scope::{Resolved, Scope, date, on, reference};
use super::shape::Reference;
use super::tense::Tense;
use super::unit::Unit;

/// The unit `n` on from the one that holds `today`.
pub(super) fn shifted(today: Option<Date>, unit: Unit, n: i32) -> Resolved {
    let Some(d) = today.and_then(|t| {
        shift(
            if unit.months().is_some() {
                t.first_of_month()
            } else {
                t
            },
            unit,
            f64::from(n),
        )
    }) else {
        return reference(Reference::of_sign(n));
    };
    grain(d, unit)
}

/// The unit that holds a day.
pub(super) fn grain(d: Date, unit: Unit) -> Resolved {
    let y = d.year();
    match unit {
        Unit::Week | Unit::Fortnight => date(week_value(d), Stretch::week_of(d)),
        Unit::Weekend => date(
            format!("{}-WE", week_value(d)),
            in_week(d, 0, 6)
                .zip(in_week(d, 0, 7))
                .map(|(a, b)| Stretch::new(a, b, WhenPrecision::Day)),
        ),
        Unit::Month => date(
            format!("{y:04}-{:02}", d.month()),
            Stretch::month(y, d.month().unsigned_abs()),
        ),
        Unit::Quarter => {
            let q = (d.month().unsigned_abs() - 1) / 3 + 1;
            let days = Stretch::months(y, q * 3 - 2, q * 3).map(|s| Stretch {
                precision: WhenPrecision::Quarter,
                ..s
            });
            date(format!("{y:04}-Q{q}"), days)
        }
        Unit::Year => date(format!("{y:04}"), Stretch::years(y, y)),
        Unit::Decade => date(
            format!("{:03}", y / 10),
            Stretch::years(y - y % 10, y - y % 10 + 9),
        ),
        Unit::Century => date(
            format!("{:02}", y / 100),
            Stretch::years(y - y % 100, y - y % 100 + 99),
        ),
        _ => on(Some(d), ""),
    }
}

/// "three weeks ago": as exact as its unit.
pub(super) fn away(today: Option<Date>, n: Option<f64>, unit: Unit, past: bool) -> Resolved {
    let side = if past { Reference::Past } else { Reference::Future };
    let Some(n) = n.filter(|_| !unit.is_clock()) else {
        return reference(side);
    };
    let r = at_grain(today, if past { -n } else { n }, unit);
    if r.stretch.is_some() { r } else { reference(side) }
}

/// `n` units from a day, told as exactly as the unit allows.
pub(super) fn at_grain(from: Option<Date>, n: f64, unit: Unit) -> Resolved {
    let unknown = || {
        date(
            match unit {
                Unit::Week | Unit::Fortnight => "XXXX-WXX",
                Unit::Month | Unit::Quarter => "XXXX-XX",
                Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => "XXXX",
                _ => "XXXX-XX-XX",
            }
            .to_owned(),
            None,
        )
    };
    let Some(d) = from.and_then(|f| shift(f, unit, n)) else {
        return unknown();
    };
    match unit {
        Unit::Decade | Unit::Century | Unit::Millennium => grain(d, Unit::Year),
        Unit::Year if n.fract() != 0.0 => grain(d, Unit::Month),
        Unit::Quarter => grain(d, Unit::Month),
        u if u.is_clock() => unknown(),
        u => grain(d, u),
    }
}

/// A day or week of a stretch: weeks are counted from its first day, the last one from its last.
pub(super) fn nth(whole: Resolved, n: u8, unit: Unit) -> Resolved {
    let Some((from, to)) = whole.stretch.and_then(|w| Some((w.from?, w.to?))) else {
        return date(format!("{}-XX", whole.value), None);
    };
    let days = if unit == Unit::Week { 7 } else { 1 };
    let first = match n {
        0 => add_days(to, 1 - days),
        n => add_days(from, days * (i32::from(n) - 1)),
    };
    let last = first.and_then(|f| add_days(f, days - 1)).map(|l| l.min(to));
    match (first, last) {
        (Some(f), Some(l)) if f <= l && days == 1 => on(Some(f), ""),
        (Some(f), Some(l)) if f <= l => {
            // The value names the week of the calendar that most of its days are in.
            let middle = add_days(f, 3).unwrap_or(f).min(l);
            date(week_value(middle), Some(Stretch::new(f, l, WhenPrecision::Week)))
        }
        _ => date(whole.value, whole.stretch),
    }
}

/// A weekday of a stretch: the first, second … or last (0) one.
pub(super) fn nth_weekday(whole: Resolved, n: u8, day: u8) -> Resolved {
    let found = whole.stretch.and_then(|w| {
        let (from, to) = (w.from?, w.to?);
        let found = match n {
            0 => add_days(to, -i32::from((7 + weekday(to) - day) % 7)),
            n => {
                let ahead = i32::from((7 + day - weekday(from)) % 7);
                add_days(from, ahead + 7 * (i32::from(n) - 1))
            }
        };
        found.filter(|d| (from..=to).contains(d))
    });
    on(found, &format!("{}-XX", whole.value))
}

/// "two days later": from the stretch told last, where it is one day or the unit is no shorter than it.
pub(super) fn later(s: &Scope, n: f64, unit: Unit) -> Resolved {
    let Some(last) = s.last else {
        return at_grain(None, n, unit);
    };
    let day = matches!(last.precision, WhenPrecision::Day | WhenPrecision::Minute) && last.from == last.to;
    // From the sentence before a day carries over ("The next day"), what "that year" points to, and to an
    // expression that opens its sentence the only stretch that was told ("Two years later, ...").
    let carried = s.last_here || n == 0.0 || s.leads || day && unit.days().is_some();
    if !carried {
        return at_grain(None, n, unit);
    }
    let r = counted_on(last, day, n, unit);
    // What has happened cannot lie ahead of the day of writing: then it was counted from something else.
    let ahead = r
        .stretch
        .and_then(|x| x.from)
        .zip(s.today)
        .is_some_and(|(f, t)| f > t);
    if ahead && n > 0.0 && s.tense == Tense::Past {
        return at_grain(None, n, unit);
    }
    r
}

/// `n` units from a stretch, which is one day where `day` says so.
fn counted_on(last: Stretch, day: bool, n: f64, unit: Unit) -> Resolved {
    let fits = day
        || match unit {
            Unit::Month => last.precision == WhenPrecision::Month,
            Unit::Year | Unit::Decade | Unit::Century => !matches!(last.precision, WhenPrecision::Week),
            Unit::Week => last.precision == WhenPrecision::Week,
            _ => false,
        };
    // "a year earlier" after a quarter or a month is that quarter or month.
    if unit == Unit::Year && matches!(last.precision, WhenPrecision::Month | WhenPrecision::Quarter) {
        let u = if last.precision == WhenPrecision::Month {
            Unit::Month
        } else {
            Unit::Quarter
        };
        if let Some(d) = last.from.and_then(|f| shift(f, Unit::Year, n)) {
            return grain(d, u);
        }
    }
    // Weeks and months from a day are told by the day's week and month.
    at_grain(last.from.filter(|_| fits), n, unit)
}

/// "the past two years": a duration that ends or begins today.
pub(super) fn over(today: Option<Date>, n: Option<f64>, unit: Unit, past: bool) -> Resolved {
    let other = today
        .zip(n)
        .and_then(|(t, n)| shift(t, unit, if past { -n } else { n }));
    let precision = match unit {
        Unit::Week | Unit::Fortnight => WhenPrecision::Week,
        Unit::Month => WhenPrecision::Month,
        Unit::Quarter => WhenPrecision::Quarter,
        Unit::Day | Unit::Weekend => WhenPrecision::Day,
        _ => WhenPrecision::Year,
    };
    let stretch = today.zip(other).map(|(t, o)| {
        let (from, to) = if past { (o, t) } else { (t, o) };
        Stretch::new(from, to, precision)
    });
    Resolved {
        kind: TimeType::Duration,
        value: unit.duration(n),
        stretch,
        time: None,
    }
}

/// What is left of a unit that today is in, or what has passed of it.
pub(super) fn rest(today: Option<Date>, unit: Unit, side: i8) -> Resolved {
    let whole = shifted(today, unit, 0);
    let days = whole.stretch.zip(today).map(|(w, t)| match side {
        -1 => Stretch { to: Some(t), ..w },
        _ => Stretch { from: Some(t), ..w },
    });
    Resolved {
        stretch: days,
        ..whole
    }
}

/// Days from today.
pub(super) fn days(today: Option<Date>, n: i32) -> Resolved {
    on(today.and_then(|t| add_days(t, n)), Reference::of_sign(n).value())
}

/// The week that holds a day.
pub(super) fn week_of(d: Option<Date>) -> Resolved {
    date(
        d.map_or_else(|| "XXXX-WXX".to_owned(), week_value),
        d.and_then(Stretch::week_of),
    )
}

/// The day told last.
pub(super) fn same_day(s: &Scope) -> Resolved {
    on(
        s.last
            .filter(|l| l.precision == WhenPrecision::Day && l.from == l.to)
            .and_then(|l| l.from),
        "XXXX-XX-XX",
    )
}
