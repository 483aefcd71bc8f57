//! Ranges of years and of days.

use super::bare_year::is_number_sign;
use super::date::Read;
use super::date::closes;
use super::date::dated;
use super::date::day;
use super::date::month;
use super::date::weekday;
use super::date::year;
use super::date::year_behind;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{Dir, Shape, Year};

/// A range of years or of days told with one month: "2016-2021", "2016–21", "April 14-15", "14–15 April 2025".
pub(super) fn range(p: &Pieces, i: usize) -> Read {
    if let Some((e, a)) = year(p, i)
        && joint(p, e, false)
        && p.at(e).glued
        && p.at(e + 1).glued
    {
        return years(p, i, e, a);
    }
    if let Some(r) = days_of_month(p, i) {
        return Some(r);
    }
    if let Some((e, m, _)) = month(p, i, true) {
        let the = if p.is(e, "the") { e + 1 } else { e };
        if let Some((e, a)) = day(p, the)
            && joint(p, e, true)
        {
            return month_and_days(p, e, m, a);
        }
        if let Some(r) = months(p, e, m) {
            return Some(r);
        }
    }
    // Monday-Friday
    if let Some((e, a, true)) = weekday(p, i)
        && p.at(e).is_dash()
        && let Some((e, b, true)) = weekday(p, e + 1)
    {
        let w = |day| Box::new(Shape::Weekday { day, dir: Dir::Bare });
        return Some((e, Shape::Range(w(a), w(b))));
    }
    None
}

/// Whether piece `k` joins two ends; `words` lets words do so.
fn joint(p: &Pieces, k: usize, words: bool) -> bool {
    p.at(k).is_dash()
        || p.at(k).is("/") && p.at(k).glued
        || words && p.any(k, &["to", "until", "till", "through", "thru"])
}

/// "2016-2021": the year `a` and a sign at piece `e`.
fn years(p: &Pieces, i: usize, e: usize, a: i16) -> Read {
    let b = match p.term(e + 1) {
        Term::Number {
            value,
            digits: 4,
            plain: true,
        } => value as i16,
        Term::Number {
            value,
            digits: 2,
            plain: true,
        } => a - a % 100 + value as i16,
        _ => return None,
    };
    let next = p.at(e + 2);
    let chained =
        next.glued && (next.is_dash() || next.is("/")) && matches!(p.term(e + 3), Term::Number { .. });
    let fits = (1000..2200).contains(&a)
        && b > a
        && b - a <= 120
        && !chained
        && !is_number_sign(p.before(i))
        && !(p.before(i).is_dash() && p.at(i).glued);
    // "1500-2000 people", "1914-18"
    let counted = p.at(e + 2).is_small() && a % 50 == 0 && b % 50 == 0;
    (fits && !counted).then(|| {
        (
            e + 2,
            Shape::Range(
                Box::new(Shape::Year(Year::Is(a))),
                Box::new(Shape::Year(Year::Is(b))),
            ),
        )
    })
}

/// "14-15 April".
fn days_of_month(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    if let Some((e, a)) = day(p, s)
        && joint(p, e, true)
    {
        let k = if p.is(e + 1, "the") { e + 2 } else { e + 1 };
        if let Some((_, b)) = day(p, k)
            && let Some((
                end,
                Shape::Day {
                    year,
                    month,
                    weekday: None,
                    ..
                },
            )) = dated(p, k)
            && a < b
        {
            let d = |day| {
                Box::new(Shape::Day {
                    year,
                    month,
                    day,
                    weekday: None,
                })
            };
            return Some((end, Shape::Range(d(a), d(b))));
        }
    }
    None
}

/// "April 14-15", "April 14 to 15": the month `m`, its day `a` and a sign at piece `e`.
fn month_and_days(p: &Pieces, e: usize, m: u8, a: u8) -> Read {
    let k = if p.is(e + 1, "the") { e + 2 } else { e + 1 };
    let (end, b) = day(p, k)?;
    if b <= a
        || (!p.at(e).is_dash() && !closes(p, end))
        || month(p, end, true).is_some_and(|m| m.2 && !p.at(e).is_dash())
    {
        return None;
    }
    let (end, year) = year_behind(p, end);
    let d = |day| {
        Box::new(Shape::Day {
            year,
            month: Some(m),
            day,
            weekday: None,
        })
    };
    Some((end, Shape::Range(d(a), d(b))))
}

/// "March-May 2025", "March to May": the month `m` and a sign at piece `e`.
fn months(p: &Pieces, e: usize, m: u8) -> Read {
    let behind = match () {
        () if p.at(e).is_dash() && p.is(e + 1, "to") && p.at(e + 2).is_dash() => Some(e + 3),
        () if joint(p, e, true) => Some(e + 1),
        () => None,
    };
    if let Some(k) = behind
        && let Some((e, n, full)) = month(p, k, false)
        && day(p, e).is_none()
    {
        let (end, year) = year_behind(p, e);
        let known = matches!(year, Year::Is(_));
        let f = |year, month| Box::new(Shape::Month { year, month });
        return match year {
            _ if !full && !known || m == n => None,
            _ if m < n => Some((end, Shape::Range(f(year, m), f(year, n)))),
            // "November-February 2024" begins in the year before.
            Year::Is(y) => Some((end, Shape::Range(f(Year::Is(y - 1), m), f(year, n)))),
            Year::Open => Some((end, Shape::Range(f(year, m), f(year, n)))),
            _ => None,
        };
    }
    None
}
