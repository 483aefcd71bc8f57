//! What an expression is read against, and what it is found to be.

use dossier_model::TimeType;
use jiff::civil::{Date, Time as ClockTime};

use super::calendar::{Stretch, add_days, in_week, weekday};
use super::order::Order;
use super::shape::{Dir, Reference, Year};
use super::tense::Tense;

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
    pub(super) fn weekday(&self, wanted: u8, dir: Dir) -> Option<Date> {
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

/// A time without a date.
pub(super) fn reference(r: Reference) -> Resolved {
    date(r.value().to_owned(), None)
}
