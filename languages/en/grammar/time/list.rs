//! Several days of one month.

use super::amount::ordinal;
use super::date;
use super::lex::Pieces;
use super::lexicon::Term;
use super::read::Found;
use dossier_annotate::time::{Shape, Year};

/// More days of a month than so many are not read as one list.
const MOST: usize = 8;

/// The place behind "and", "or" or a comma at `k`.
fn and(p: &Pieces, k: usize) -> Option<usize> {
    match () {
        () if p.is(k, ",") && p.any(k + 1, &["and", "or"]) => Some(k + 2),
        () if p.any(k, &["and", "or", "&", ","]) => Some(k + 1),
        () => None,
    }
}

/// Several days of one month: "14 and 15 April", "April 14, 15 and 16", "the 14th and 15th of April".
pub(super) fn list(p: &Pieces, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if let Some(e) = centuries(p, i, out) {
        return Some(e);
    }
    // April 14, 15 and 16
    if let Some((e, m, _)) = date::month(p, i, true)
        && let Some((mut e, d)) = date::day(p, e)
    {
        let mut days = vec![(i, e, d)];
        while days.len() < MOST
            && let Some(k) = and(p, e)
            && let Some((e2, d2)) = date::day(p, k)
            && date::month(p, e2, true).is_none()
            && d2 > days.last().map_or(0, |x| x.2)
            && (date::closes(p, e2) || and(p, e2).is_some())
        {
            days.push((k, e2, d2));
            e = e2;
        }
        if days.len() < 2 {
            return None;
        }
        let year_at = if p.is(e, ",") { e + 1 } else { e };
        let (end, year) = date::year(p, year_at).map_or((e, Year::Open), |(e, y)| (e, Year::Is(y)));
        push_days(out, &days, m, year, end);
        return Some(end);
    }
    days_first(p, i, out)
}

/// "14 and 15 April", "the 14th and 15th".
fn days_first(p: &Pieces, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let s = if p.is(i, "the") { i + 1 } else { i };
    let (mut e, d) = date::day(p, s)?;
    let mut days = vec![(i, e, d)];
    while days.len() < MOST
        && let Some(k) = and(p, e)
        && let Some((e2, d2)) = date::day(p, if p.is(k, "the") { k + 1 } else { k })
    {
        days.push((k, e2, d2));
        e = e2;
    }
    if days.len() < 2 {
        return None;
    }
    let &(last, ..) = days.last()?;
    if let Some((
        end,
        Shape::Day {
            year,
            month: Some(m),
            weekday: None,
            ..
        },
    )) = date::dated(p, last)
    {
        push_days(out, &days, m, year, end);
        return Some(end);
    }
    // the 14th and 15th
    let behind_on = p.is(i, "the")
        && p.before(i).is("on")
        && ordinal(p, s).is_some()
        && matches!(p.term(s), Term::Number { .. });
    if behind_on && date::closes(p, e) && !p.at(e).is_capital() {
        for &(start, end, day) in &days {
            out.push(Found {
                start,
                end,
                shape: Shape::Day {
                    year: Year::Open,
                    month: None,
                    day,
                    weekday: None,
                },
            });
        }
        return Some(e);
    }
    None
}

/// "the 18th and 19th centuries".
fn centuries(p: &Pieces, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let s = if p.is(i, "the") { i + 1 } else { i };
    let (e, first) = ordinal(p, s)?;
    if !p.any(e, &["and", "or", "to", "–", "-"]) {
        return None;
    }
    let (e2, second) = ordinal(p, if p.is(e + 1, "the") { e + 2 } else { e + 1 })?;
    let century = |n: u32| (1..=30).contains(&n).then_some(Shape::Century(n as i16));
    if !p.any(p.skip_hyphen(e2), &["centuries", "century"]) {
        return None;
    }
    let (a, b) = (century(first)?, century(second)?);
    let end = p.skip_hyphen(e2) + 1;
    out.push(Found {
        start: i,
        end: e,
        shape: a,
    });
    out.push(Found {
        start: e + 1,
        end,
        shape: b,
    });
    Some(end)
}

pub(super) fn push_days(
    out: &mut Vec<Found>,
    days: &[(usize, usize, u8)],
    month: u8,
    year: Year,
    end: usize,
) {
    for (n, &(start, e, day)) in days.iter().enumerate() {
        let end = if n + 1 == days.len() { end } else { e };
        out.push(Found {
            start,
            end,
            shape: Shape::Day {
                year,
                month: Some(month),
                day,
                weekday: None,
            },
        });
    }
}
