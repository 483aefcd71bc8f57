//! From what an expression says to the day it names, by the day it was written on.

use super::calendar::Stretch;
use super::calendar::add_days;
use super::calendar::day;
use super::calendar::in_week;
use super::calendar::week_value;
use super::calendar::weekday;
use super::fixed::day_of_month;
use super::fixed::feast;
use super::fixed::month_day;
use super::fixed::months;
use super::fixed::weekend;
use super::fixed::weekend_of;
use super::locale::Order;
use super::offset::at_grain;
use super::offset::away;
use super::offset::later;
use super::offset::nth;
use super::offset::over;
use super::offset::shifted;
use super::shape::Dir;
use super::shape::Shape;
use super::shape::Year;
use super::tense::Tense;
use super::unit::DayPart;
use dossier_model::TimeType;
use dossier_model::WhenPrecision;
use jiff::civil::Date;
use jiff::civil::Time as ClockTime;

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
    /// Whether the expression opens its sentence, and the sentence before told one stretch alone.
    pub leads: bool,
    /// Which of two figures between slashes is the day.
    pub order: Option<Order>,
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

pub(super) fn date(value: String, stretch: Option<Stretch>) -> Resolved {
    Resolved {
        kind: TimeType::Date,
        value,
        stretch,
        time: None,
    }
}

pub(super) fn on(d: Option<Date>, unknown: &str) -> Resolved {
    date(
        d.map_or_else(|| unknown.to_owned(), |d| d.to_string()),
        d.map(Stretch::day),
    )
}

/// The year in figures, or "XXXX".
pub(super) fn figures(year: Option<i16>) -> String {
    year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"))
}

impl Scope {
    /// The year of something that lies at `at(year)` in each year.
    pub(super) fn year(&self, told: Year, at: impl Fn(i16) -> Option<Stretch>) -> Option<i16> {
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
            // A day some months back is told with its year, so that one a few weeks ahead is meant where
            // the other lies nearly a year back ("was put off to Sept. 29").
            _ if self.tense == Tense::Past => {
                let back = around.rev().find(begun)?;
                let soon = ends(&(back + 1)).is_some_and(|(from, to)| from == to && gap(today, from) <= 30);
                Some(if soon { back + 1 } else { back })
            }
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
            Dir::Coming => coming,
            Dir::This => match self.tense {
                Tense::Past => recent,
                Tense::Future => coming,
                _ => in_week(today, 0, wanted),
            },
            Dir::Bare => match self.tense {
                Tense::Future => coming,
                Tense::Present if !self.possessive => coming,
                // The nearer one, where one of them is near.
                Tense::Either if back <= 2 => recent,
                Tense::Either if ahead <= 2 => coming,
                Tense::Either => None,
                // Six days back is the day after publication: nobody writes a bare weekday for a day that far
                // off, and as often the article is dated a day early. Which of both is meant stays open.
                _ => recent.filter(|_| back != 6),
            },
        }
    }
}

pub(super) fn gap(a: Date, b: Date) -> i32 {
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
        Shape::Hundred(first) => date(format!("{:02}", first / 100), Stretch::years(*first, first + 99)),
        Shape::Slashed { year, first, second } => match s.order {
            Some(Order::DayFirst) => on(day(*year, *second, *first), &figures(Some(*year))),
            Some(Order::MonthFirst) => on(day(*year, *first, *second), &figures(Some(*year))),
            None => date(figures(Some(*year)), Stretch::years(*year, *year)),
        },
        Shape::Fiscal { year, part } => {
            // Fiscal years start in different months, so their days are not known.
            let q = part.map_or_else(String::new, |(letter, n)| format!("-{letter}{n}"));
            date(format!("FY{}{q}", figures(*year)), None)
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
        Shape::WeekendOf(base) => weekend_of(resolve(base, s).stretch.and_then(|b| b.from)),
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
        Shape::Overnight => {
            // The night that ends on the day of writing, or ahead of a coming verb the one that begins on it.
            let back = i32::from(s.tense != Tense::Future);
            let night = s.today.and_then(|t| add_days(t, -back));
            let base = night.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string());
            Resolved {
                kind: TimeType::Time,
                value: format!("{base}{}", DayPart::Night.code()),
                stretch: night
                    .zip(night.and_then(|n| add_days(n, 1)))
                    .map(|(a, b)| Stretch::new(a, b, WhenPrecision::Day)),
                time: None,
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

pub(super) fn day_under(s: &Scope, told: Option<&Shape>) -> Option<Date> {
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

pub(super) fn range(s: &Scope, a: &Shape, b: &Shape) -> Resolved {
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
