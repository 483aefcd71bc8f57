//! From what an expression says to the day it names, by the day it was written on.

use dossier_model::{TimeType, WhenPrecision};
use jiff::civil::Date;

use super::calendar::{Stretch, add_days, weekday};
use super::scope::{Resolved, Scope, date, gap, on, reference};
use super::shape::{Shape, Year};
use super::tense::Tense;
use super::{clock, fixed, offset};

/// Value and days of a shape.
pub(super) fn resolve(shape: &Shape, s: &Scope) -> Resolved {
    match shape {
        Shape::Day {
            year,
            month: Some(m),
            day: d,
            weekday: wd,
        } => fixed::month_day(s, *year, *m, *d, *wd),
        Shape::Day {
            month: None, day: d, ..
        } => {
            let found = s.today.and_then(|t| fixed::day_of_month(s, t, *d));
            on(found, &format!("XXXX-XX-{d:02}"))
        }
        Shape::Month { year, month } => fixed::month(s, *year, *month),
        Shape::Year(year) => fixed::year(s, *year),
        Shape::Quarter { year, n } => fixed::part_of_year(s, *year, *n, (3, 'Q', WhenPrecision::Quarter)),
        Shape::Half { year, n } => fixed::part_of_year(s, *year, *n, (6, 'H', WhenPrecision::Year)),
        Shape::Months { year, from, to } => fixed::months(s, *year, *from, *to),
        Shape::Season { year, season, long } => fixed::season(s, *year, *season, *long),
        Shape::Decade(first) => date(format!("{:03}", first / 10), Stretch::years(*first, first + 9)),
        Shape::Century(n) => date(format!("{:02}", n - 1), Stretch::years(n * 100 - 99, n * 100)),
        Shape::Hundred(first) => date(format!("{:02}", first / 100), Stretch::years(*first, first + 99)),
        Shape::Slashed { year, first, second } => fixed::slashed(s, *year, *first, *second),
        Shape::Fiscal { year, part } => fixed::fiscal(*year, *part),
        Shape::Holiday { holiday, year } => fixed::feast(s, *holiday, *year),
        Shape::Weekday { day, dir } => on(s.weekday(*day, *dir), &format!("XXXX-WXX-{day}")),
        Shape::Weekend(dir) => fixed::weekend(s, *dir),
        Shape::Days(n) => offset::days(s.today, *n),
        Shape::Shift { unit, n } => offset::shifted(s.today, *unit, *n),
        Shape::Rest { unit, side } => offset::rest(s.today, *unit, *side),
        Shape::Away { n, unit, past } => offset::away(s.today, *n, *unit, *past),
        Shape::From { n, unit, base } => {
            let base = resolve(base, s).stretch;
            let from = base.and_then(|b| if *n > 0.0 { b.to } else { b.from });
            offset::at_grain(from, *n, *unit)
        }
        Shape::Later { n, unit } => offset::later(s, *n, *unit),
        Shape::Same => offset::same_day(s),
        Shape::Over { n, unit, past } => offset::over(s.today, *n, *unit, *past),
        Shape::WeekendOf(base) => fixed::weekend_of(resolve(base, s).stretch.and_then(|b| b.from)),
        Shape::WeekOf(base) => offset::week_of(resolve(base, s).stretch.and_then(|b| b.from)),
        Shape::Length(v) => undated(TimeType::Duration, v),
        Shape::Every(v) => undated(TimeType::Set, v),
        Shape::Ref(r) => reference(*r),
        Shape::At { clock, day } => clock::at(clock, day_under(s, day.as_deref())),
        Shape::In { part, day } => clock::within(*part, day_under(s, day.as_deref())),
        Shape::Overnight => clock::overnight(s),
        Shape::Nth { n, unit, whole } => offset::nth(resolve(whole, s), *n, *unit),
        Shape::NthWeekday { n, day, whole } => offset::nth_weekday(resolve(whole, s), *n, *day),
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

/// A length or a recurring time.
fn undated(kind: TimeType, value: &str) -> Resolved {
    Resolved {
        kind,
        value: value.to_owned(),
        stretch: None,
        time: None,
    }
}

/// The day that a time of day belongs to.
fn day_under(s: &Scope, told: Option<&Shape>) -> Option<Date> {
    match told {
        Some(d) => resolve(d, s)
            .stretch
            .filter(|x| x.from == x.to)
            .and_then(|x| x.from),
        // A story goes on at the day that it told last; one long past is none that a clock time belongs to.
        None => {
            let told = s
                .last
                .filter(|l| l.from == l.to)
                .and_then(|l| l.from)
                .filter(|d| s.tense == Tense::Past && s.today.is_none_or(|t| (0..=14).contains(&gap(*d, t))));
            s.day_here.or(told).or(s.today)
        }
    }
}

/// From one to another.
fn range(s: &Scope, a: &Shape, b: &Shape) -> Resolved {
    let (mut ra, mut rb) = (resolve(a, s), resolve(b, s));
    if let Some(earlier) = year_before(a, &ra, &rb) {
        ra = resolve(&earlier, s);
    }
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

/// The start of a range with the year before it was read in, where it has no year of its own and would lie behind
/// the end: "from October to March".
pub(super) fn year_before(a: &Shape, ra: &Resolved, rb: &Resolved) -> Option<Shape> {
    let (from, to) = (ra.stretch?.from?, rb.stretch?.to?);
    if from <= to || a.year() != Some(Year::Open) {
        return None;
    }
    let mut earlier = a.clone();
    earlier.lend_year(Year::Is(from.year() - 1));
    Some(earlier)
}
