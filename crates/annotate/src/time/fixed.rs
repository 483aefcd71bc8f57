//! Resolves what the calendar fixes: days, months, parts of a year, feasts and weekends.

use dossier_model::WhenPrecision;
use jiff::civil::Date;

use super::calendar::{Stretch, add_months, day, in_week, week_value, weekday};
use super::holiday::Holiday;
use super::order::Order;
use super::scope::{Resolved, Scope, date, figures, gap, on};
use super::shape::{Dir, Year};
use super::tense::Tense;
use super::unit::Season;

pub(super) fn month_day(s: &Scope, year: Year, m: u8, d: u8, wd: Option<u8>) -> Resolved {
    let at = |y| day(y, m, d).map(Stretch::day);
    // A weekday beside the date tells the year.
    let by_weekday = match (year, wd, s.today) {
        (Year::Open, Some(wd), Some(t)) => [0, -1, 1, -2, 2]
            .iter()
            .map(|n| t.year() + n)
            .filter(|y| day(*y, m, d).is_some_and(|x| weekday(x) == wd))
            .min_by_key(|y| day(*y, m, d).map_or(i32::MAX, |x| gap(t, x).abs())),
        _ => None,
    };
    let y = by_weekday.or_else(|| s.year(year, at));
    match y.and_then(|y| day(y, m, d)) {
        Some(x) => on(Some(x), ""),
        None => date(format!("{}-{m:02}-{d:02}", figures(y)), None),
    }
}

pub(super) fn months(s: &Scope, year: Year, from: u8, to: u8) -> Resolved {
    let precision = match (from, to) {
        (a, b) if b - a == 2 && a % 3 == 1 => WhenPrecision::Quarter,
        (a, b) if b - a == 5 && a % 6 == 1 => WhenPrecision::Year,
        _ => WhenPrecision::Month,
    };
    let at = |y| Stretch::months(y, from, to).map(|q| Stretch { precision, ..q });
    let y = s.year(year, at);
    let f = figures(y);
    let value = match precision {
        WhenPrecision::Quarter => format!("{f}-Q{}", to / 3),
        WhenPrecision::Year => format!("{f}-H{}", to / 6),
        _ if from == to => format!("{f}-{from:02}"),
        _ => format!("{f}-{from:02}/{f}-{to:02}"),
    };
    date(value, y.and_then(at))
}

pub(super) fn day_of_month(s: &Scope, today: Date, d: u8) -> Option<Date> {
    let here = day(today.year(), today.month().unsigned_abs(), d);
    let near = |n: i32| {
        let other = add_months(today.first_of_month(), n)?;
        day(other.year(), other.month().unsigned_abs(), d)
    };
    match s.tense {
        Tense::Past => here.filter(|h| *h <= today).or_else(|| near(-1)),
        Tense::Future => here.filter(|h| *h >= today).or_else(|| near(1)),
        _ => here,
    }
}

pub(super) fn feast(s: &Scope, holiday: Holiday, year: Year) -> Resolved {
    let at = |y| holiday.date(y).map(Stretch::day);
    if holiday == Holiday::Unknown {
        let y = match year {
            Year::Is(y) => Some(y),
            Year::Shift(_) => s.year(year, |_| None),
            _ => None,
        };
        return date(format!("{}-XX-XX", figures(y)), None);
    }
    let y = s.year(year, at);
    let fixed = || match holiday {
        Holiday::Fixed(m, d) => format!("{}-{m:02}-{d:02}", figures(y)),
        _ => format!("{}-XX-XX", figures(y)),
    };
    y.and_then(|y| holiday.date(y))
        .map_or_else(|| date(fixed(), None), |d| on(Some(d), ""))
}

pub(super) fn weekend(s: &Scope, dir: Dir) -> Resolved {
    let Some(today) = s.today else {
        return date("XXXX-WXX-WE".to_owned(), None);
    };
    let inside = weekday(today) >= 6;
    let back = if inside { 0 } else { -1 };
    let weeks = match dir {
        Dir::Last => -1,
        Dir::Next => 1,
        Dir::Coming => 0,
        Dir::Week(n) => n,
        Dir::This if s.tense == Tense::Past => back,
        Dir::This => 0,
        Dir::Bare if matches!(s.tense, Tense::Future | Tense::Present) => 0,
        Dir::Bare => back,
    };
    let sat = in_week(today, weeks, 6);
    let value = sat.map_or_else(|| "XXXX-WXX-WE".to_owned(), |d| format!("{}-WE", week_value(d)));
    date(
        value,
        sat.zip(in_week(today, weeks, 7))
            .map(|(a, b)| Stretch::new(a, b, WhenPrecision::Day)),
    )
}

/// The weekend before a Monday or Tuesday, behind a later weekday, or around a day of its own, with that day.
pub(super) fn weekend_of(d: Option<Date>) -> Resolved {
    let unknown = || date("XXXX-WXX-WE".to_owned(), None);
    let Some(d) = d else { return unknown() };
    let weeks = -i32::from(weekday(d) <= 2);
    match in_week(d, weeks, 6).zip(in_week(d, weeks, 7)) {
        Some((sat, sun)) => date(
            format!("{}-WE", week_value(sat)),
            Some(Stretch::new(sat.min(d), sun.max(d), WhenPrecision::Day)),
        ),
        None => unknown(),
    }
}

/// A month.
pub(super) fn month(s: &Scope, year: Year, m: u8) -> Resolved {
    let y = s.year(year, |y| Stretch::month(y, m));
    date(
        format!("{}-{m:02}", figures(y)),
        y.and_then(|y| Stretch::month(y, m)),
    )
}

/// A year.
pub(super) fn year(s: &Scope, year: Year) -> Resolved {
    let y = s.year(year, |y| Stretch::years(y, y));
    date(figures(y), y.and_then(|y| Stretch::years(y, y)))
}

/// The `n`-th quarter or half of a year: the months that it has, its letter, and the unit that it is told in.
pub(super) fn part_of_year(s: &Scope, told: Year, n: u8, part: (u8, char, WhenPrecision)) -> Resolved {
    let (months, letter, precision) = part;
    let at = |y| Stretch::months(y, n * months + 1 - months, n * months).map(|q| Stretch { precision, ..q });
    let y = s.year(told, at);
    date(format!("{}-{letter}{n}", figures(y)), y.and_then(at))
}

/// A season. The year is known and the hemisphere is not, so the days stay those of the year.
pub(super) fn season(s: &Scope, year: Year, season: Season, long: bool) -> Resolved {
    let told = match year {
        Year::Turn(n) => Year::Shift(n),
        y => y,
    };
    let y = s.year(told, |y| Stretch::years(y, y));
    let days = y.and_then(|y| Stretch::years(y, if long { y + 1 } else { y }));
    date(format!("{}-{}", figures(y), season.code()), days)
}

/// Two figures between slashes, by the article's order.
pub(super) fn slashed(s: &Scope, year: i16, first: u8, second: u8) -> Resolved {
    match s.order {
        Some(Order::DayFirst) => on(day(year, second, first), &figures(Some(year))),
        Some(Order::MonthFirst) => on(day(year, first, second), &figures(Some(year))),
        None => date(figures(Some(year)), Stretch::years(year, year)),
    }
}

/// A fiscal year or a part of it. Fiscal years start in different months, so their days are not known.
pub(super) fn fiscal(year: Option<i16>, part: Option<(char, u8)>) -> Resolved {
    let q = part.map_or_else(String::new, |(letter, n)| format!("-{letter}{n}"));
    date(format!("FY{}{q}", figures(year)), None)
}
