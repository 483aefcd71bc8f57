//! From what an expression says to the day it names, by the day it was written on.

use dossier_model::{TimeType, WhenPrecision};
use jiff::civil::{Date, Time as ClockTime};

use super::calendar::{Stretch, add_days, day, in_week, shift, week_value, weekday};
use super::holiday::Holiday;
use super::shape::{Dir, Shape, Year};
use super::tense::Tense;
use super::unit::{DayPart, Unit};

/// What an expression is read against.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// The day of publication.
    pub today: Option<Date>,
    /// Where the nearest verb looks.
    pub tense: Tense,
    /// "Monday's".
    pub possessive: bool,
    /// The stretch told last, in this sentence or the one before.
    pub last: Option<Stretch>,
    /// Whether that was in this sentence.
    pub last_here: bool,
    /// The day told last in this sentence.
    pub day_here: Option<Date>,
    /// The year that the sentence opens with.
    pub year_hint: Option<i16>,
}

/// The value, and the stretch of days where it is known.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// The days.
    pub stretch: Option<Stretch>,
    /// The time of day.
    pub time: Option<ClockTime>,
}

fn date(value: String, stretch: Option<Stretch>) -> Resolved {
    Resolved {
        kind: TimeType::Date,
        value,
        stretch,
        time: None,
    }
}

fn on(d: Option<Date>, unknown: &str) -> Resolved {
    date(
        d.map_or_else(|| unknown.to_owned(), |d| d.to_string()),
        d.map(Stretch::day),
    )
}

/// The year in figures, or "XXXX".
fn figures(year: Option<i16>) -> String {
    year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"))
}

impl Scope {
    /// The year of something that lies at `at(year)` in each year.
    fn year(&self, told: Year, at: impl Fn(i16) -> Option<Stretch>) -> Option<i16> {
        match told {
            Year::Is(y) => return Some(y),
            Year::Shift(n) => return i16::try_from(i32::from(self.today?.year()) + n).ok(),
            Year::Open if self.tense != Tense::Future && self.year_hint.is_some() => return self.year_hint,
            _ => {}
        }
        let today = self.today?;
        let around = (-1..=1).map(|n| today.year() + n);
        let ends = |y: &i16| at(*y).and_then(|s| Some((s.from?, s.to?)));
        let before = |y: &i16| ends(y).is_some_and(|(_, to)| to < today);
        let begun = |y: &i16| ends(y).is_some_and(|(from, _)| from <= today);
        let ahead = |y: &i16| ends(y).is_some_and(|(_, to)| to >= today);
        let after = |y: &i16| ends(y).is_some_and(|(from, _)| from > today);
        match told {
            Year::Turn(-1) => around.rev().find(before),
            Year::Turn(1) => around.into_iter().find(after),
            Year::Turn(_) => Some(today.year()),
            _ if self.tense == Tense::Past => around.rev().find(begun),
            _ if self.tense == Tense::Future => around.into_iter().find(ahead),
            // Without a verb the nearest one is meant; news looks back rather than ahead.
            _ => around
                .into_iter()
                .filter_map(|y| ends(&y).map(|e| (y, e)))
                .min_by_key(|(_, (from, to))| {
                    if *from > today {
                        10 * gap(today, *from)
                    } else {
                        7 * gap(*to, today).max(0)
                    }
                })
                .map(|(y, _)| y),
        }
    }

    /// The weekday's date.
    fn weekday(&self, wanted: u8, dir: Dir) -> Option<Date> {
        let today = self.today?;
        let now = weekday(today);
        let back = i32::from((7 + now - wanted) % 7);
        let ahead = i32::from((7 + wanted - now) % 7);
        let recent = add_days(today, -back);
        let coming = add_days(today, ahead);
        match dir {
            Dir::Week(n) => in_week(today, n, wanted),
            Dir::Last => add_days(today, if back == 0 { -7 } else { -back }),
            Dir::Next => in_week(today, 1, wanted),
            Dir::This => match self.tense {
                Tense::Past => recent,
                Tense::Future => coming,
                _ => in_week(today, 0, wanted),
            },
            Dir::Bare => match self.tense {
                Tense::Future => coming,
                Tense::Present if !self.possessive => coming,
                // Six days back is the day after publication: nobody writes a bare weekday for a day that far
                // off, and as often the article is dated a day early. Which of both is meant stays open.
                _ => recent.filter(|_| back != 6),
            },
        }
    }
}

fn gap(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX / 16, |s| s.get_days())
}

/// Value and days of a shape.
pub(super) fn resolve(shape: &Shape, s: &Scope) -> Resolved {
    match shape {
        Shape::Day {
            year,
            month: Some(m),
            day: d,
            weekday: wd,
        } => month_day(s, *year, *m, *d, *wd),
        Shape::Day {
            month: None, day: d, ..
        } => {
            let found = s.today.and_then(|t| day_of_month(s, t, *d));
            on(found, &format!("XXXX-XX-{d:02}"))
        }
        Shape::Month { year, month } => {
            let y = s.year(*year, |y| Stretch::month(y, *month));
            date(
                format!("{}-{month:02}", figures(y)),
                y.and_then(|y| Stretch::month(y, *month)),
            )
        }
        Shape::Year(year) => {
            let y = s.year(*year, |y| Stretch::years(y, y));
            date(figures(y), y.and_then(|y| Stretch::years(y, y)))
        }
        Shape::Quarter { year, n } => {
            let at = |y| {
                Stretch::months(y, n * 3 - 2, n * 3).map(|q| Stretch {
                    precision: WhenPrecision::Quarter,
                    ..q
                })
            };
            let y = s.year(*year, at);
            date(format!("{}-Q{n}", figures(y)), y.and_then(at))
        }
        Shape::Half { year, n } => {
            let at = |y| {
                Stretch::months(y, n * 6 - 5, n * 6).map(|q| Stretch {
                    precision: WhenPrecision::Year,
                    ..q
                })
            };
            let y = s.year(*year, at);
            date(format!("{}-H{n}", figures(y)), y.and_then(at))
        }
        Shape::Months { year, from, to } => months(s, *year, *from, *to),
        Shape::Season { year, season, long } => {
            // The year is known and the hemisphere is not, so the days stay those of the year.
            let told = match year {
                Year::Turn(n) => Year::Shift(*n),
                y => *y,
            };
            let y = s.year(told, |y| Stretch::years(y, y));
            let days = y.and_then(|y| Stretch::years(y, if *long { y + 1 } else { y }));
            date(format!("{}-{}", figures(y), season.code()), days)
        }
        Shape::Decade(first) => date(format!("{:03}", first / 10), Stretch::years(*first, first + 9)),
        Shape::Century(n) => date(format!("{:02}", n - 1), Stretch::years(n * 100 - 99, n * 100)),
        Shape::Fiscal { year, quarter } => {
            // Fiscal years start in different months, so their days are not known.
            let q = quarter.map_or_else(String::new, |q| format!("-Q{q}"));
            date(format!("FY{year:04}{q}"), None)
        }
        Shape::Holiday { holiday, year } => feast(s, *holiday, *year),
        Shape::Weekday { day, dir } => on(s.weekday(*day, *dir), &format!("XXXX-WXX-{day}")),
        Shape::Weekend(dir) => weekend(s, *dir),
        Shape::Days(n) => on(
            s.today.and_then(|t| add_days(t, *n)),
            match n {
                0 => "PRESENT_REF",
                n if *n < 0 => "PAST_REF",
                _ => "FUTURE_REF",
            },
        ),
        Shape::Shift { unit, n } => shifted(s.today, *unit, *n),
        Shape::Rest { unit, side } => {
            let whole = shifted(s.today, *unit, 0);
            let days = whole.stretch.zip(s.today).map(|(w, t)| match side {
                -1 => Stretch { to: Some(t), ..w },
                _ => Stretch { from: Some(t), ..w },
            });
            Resolved {
                stretch: days,
                ..whole
            }
        }
        Shape::Away { n, unit, past } => away(s.today, *n, *unit, *past),
        Shape::From { n, unit, base } => {
            let from = resolve(base, s)
                .stretch
                .and_then(|b| if *n > 0.0 { b.to } else { b.from });
            at_grain(from, *n, *unit)
        }
        Shape::Later { n, unit } => later(s, *n, *unit),
        Shape::Same => on(
            s.last
                .filter(|l| l.precision == WhenPrecision::Day && l.from == l.to)
                .and_then(|l| l.from),
            "XXXX-XX-XX",
        ),
        Shape::Over { n, unit, past } => over(s.today, *n, *unit, *past),
        Shape::WeekOf(base) => {
            let d = resolve(base, s).stretch.and_then(|b| b.from);
            date(
                d.map_or_else(|| "XXXX-WXX".to_owned(), week_value),
                d.and_then(Stretch::week_of),
            )
        }
        Shape::Length(v) => Resolved {
            kind: TimeType::Duration,
            value: v.clone(),
            stretch: None,
            time: None,
        },
        Shape::Every(v) => Resolved {
            kind: TimeType::Set,
            value: v.clone(),
            stretch: None,
            time: None,
        },
        Shape::Ref(v) => date((*v).to_owned(), None),
        Shape::At { clock, day } => {
            let d = day_under(s, day.as_deref());
            let base = d.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string());
            let z = if clock.utc { "Z" } else { "" };
            let t = clock.time;
            let sec = if t.second() > 0 {
                format!(":{:02}", t.second())
            } else {
                String::new()
            };
            Resolved {
                kind: TimeType::Time,
                value: format!("{base}T{:02}:{:02}{sec}{z}", t.hour(), t.minute()),
                stretch: d.map(|d| Stretch {
                    precision: WhenPrecision::Minute,
                    ..Stretch::day(d)
                }),
                time: d.map(|_| t),
            }
        }
        Shape::In { part, day } => {
            let d = day_under(s, day.as_deref());
            let base = d.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string());
            let noon = (*part == DayPart::Midday && d.is_some()).then(|| ClockTime::constant(12, 0, 0, 0));
            let precision = if noon.is_some() {
                WhenPrecision::Minute
            } else {
                WhenPrecision::Day
            };
            Resolved {
                kind: TimeType::Time,
                value: format!("{base}{}", part.code()),
                stretch: d.map(|d| Stretch {
                    precision,
                    ..Stretch::day(d)
                }),
                time: noon,
            }
        }
        Shape::Nth { n, unit, whole } => nth(resolve(whole, s), *n, *unit),
        Shape::Of { part, whole } => {
            let r = resolve(whole, s);
            Resolved {
                stretch: r.stretch.map(|x| x.narrow(*part)),
                ..r
            }
        }
        Shape::Range(a, b) => range(s, a, b),
    }
}

fn month_day(s: &Scope, year: Year, m: u8, d: u8, wd: Option<u8>) -> Resolved {
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

fn months(s: &Scope, year: Year, from: u8, to: u8) -> Resolved {
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

fn day_of_month(s: &Scope, today: Date, d: u8) -> Option<Date> {
    let here = day(today.year(), today.month().unsigned_abs(), d);
    let near = |n: i32| {
        let other = super::calendar::add_months(today.first_of_month(), n)?;
        day(other.year(), other.month().unsigned_abs(), d)
    };
    match s.tense {
        Tense::Past => here.filter(|h| *h <= today).or_else(|| near(-1)),
        Tense::Future => here.filter(|h| *h >= today).or_else(|| near(1)),
        _ => here,
    }
}

fn feast(s: &Scope, holiday: Holiday, year: Year) -> Resolved {
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

fn weekend(s: &Scope, dir: Dir) -> Resolved {
    let Some(today) = s.today else {
        return date("XXXX-WXX-WE".to_owned(), None);
    };
    let inside = weekday(today) >= 6;
    let back = if inside { 0 } else { -1 };
    let weeks = match dir {
        Dir::Last => -1,
        Dir::Next => 1,
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

/// The unit `n` on from the one that holds `today`.
fn shifted(today: Option<Date>, unit: Unit, n: i32) -> Resolved {
    let reference = match n {
        0 => "PRESENT_REF",
        n if n < 0 => "PAST_REF",
        _ => "FUTURE_REF",
    };
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
        return date(reference.to_owned(), None);
    };
    grain(d, unit)
}

/// The unit that holds a day.
fn grain(d: Date, unit: Unit) -> Resolved {
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
fn away(today: Option<Date>, n: Option<f64>, unit: Unit, past: bool) -> Resolved {
    let reference = if past { "PAST_REF" } else { "FUTURE_REF" };
    let Some(n) = n.filter(|_| !unit.is_clock()) else {
        return date(reference.to_owned(), None);
    };
    let r = at_grain(today, if past { -n } else { n }, unit);
    if r.stretch.is_some() {
        r
    } else {
        date(reference.to_owned(), None)
    }
}

/// `n` units from a day, told as exactly as the unit allows.
fn at_grain(from: Option<Date>, n: f64, unit: Unit) -> Resolved {
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
fn nth(whole: Resolved, n: u8, unit: Unit) -> Resolved {
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
            date(format!("{f}/{l}"), Some(Stretch::new(f, l, WhenPrecision::Week)))
        }
        _ => date(whole.value, whole.stretch),
    }
}

/// "two days later": from the stretch told last, where it is one day or the unit is no shorter than it.
fn later(s: &Scope, n: f64, unit: Unit) -> Resolved {
    let Some(last) = s.last else {
        return at_grain(None, n, unit);
    };
    let day = matches!(last.precision, WhenPrecision::Day | WhenPrecision::Minute) && last.from == last.to;
    // From the sentence before only a day carries over ("The next day"), or what "that year" points to.
    if !s.last_here && n != 0.0 && !(day && unit.days().is_some()) {
        return at_grain(None, n, unit);
    }
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
fn over(today: Option<Date>, n: Option<f64>, unit: Unit, past: bool) -> Resolved {
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

fn day_under(s: &Scope, told: Option<&Shape>) -> Option<Date> {
    match told {
        Some(d) => resolve(d, s)
            .stretch
            .filter(|x| x.from == x.to)
            .and_then(|x| x.from),
        None => s.day_here.or(s.today),
    }
}

fn range(s: &Scope, a: &Shape, b: &Shape) -> Resolved {
    let (ra, mut rb) = (resolve(a, s), resolve(b, s));
    if let (Shape::Weekday { .. }, Shape::Weekday { day, .. }, Some(from)) =
        (a, b, ra.stretch.and_then(|x| x.from))
    {
        let ahead = i32::from((7 + day - weekday(from)) % 7);
        rb = on(add_days(from, ahead), "");
    }
    let days = match (ra.stretch, rb.stretch) {
        (Some(x), Some(y)) if x.from <= y.to => Some(Stretch { to: y.to, ..x }),
        _ => None,
    };
    date(format!("{}/{}", ra.value, rb.value), days)
}

/// The stretch from the start of one to the end of the other.
pub(super) fn join(a: Option<Stretch>, b: Option<Stretch>) -> Option<Stretch> {
    let (a, b) = (a?, b?);
    (a.from? <= b.to?).then_some(Stretch {
        from: a.from,
        to: b.to,
        precision: a.precision.max(b.precision),
    })
}
