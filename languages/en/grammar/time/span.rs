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
    let joint = |k: usize, words: bool| {
        p.at(k).is_dash()
            || p.at(k).is("/") && p.at(k).glued
            || words && p.any(k, &["to", "until", "till", "through", "thru"])
    };
    if let Some((e, a)) = year(p, i)
        && joint(e, false)
        && p.at(e).glued
        && p.at(e + 1).glued
    {
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
        return (fits && !counted).then(|| {
            (
                e + 2,
                Shape::Range(
                    Box::new(Shape::Year(Year::Is(a))),
                    Box::new(Shape::Year(Year::Is(b))),
                ),
            )
        });
    }
    // 14-15 April
    let s = if p.is(i, "the") { i + 1 } else { i };
    if let Some((e, a)) = day(p, s)
        && joint(e, true)
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
    // April 14-15, April 14 to 15
    if let Some((e, m, _)) = month(p, i, true) {
        let the = if p.is(e, "the") { e + 1 } else { e };
        if let Some((e, a)) = day(p, the)
            && joint(e, true)
        {
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
            return Some((end, Shape::Range(d(a), d(b))));
        }
        // March-May 2025, March to May
        let behind = match () {
            () if p.at(e).is_dash() && p.is(e + 1, "to") && p.at(e + 2).is_dash() => Some(e + 3),
            () if joint(e, true) => Some(e + 1),
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
