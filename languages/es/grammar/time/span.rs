//! Ranges told with one month or one sign: "del 4 al 7 de mayo", "2014-2018", "lunes a viernes".

use dossier_annotate::time::{Dir, Shape, Year};

use super::amount::{day, year};
use super::date::{Read, month, month_behind, weekday, year_behind};
use super::lex::Pieces;

/// Any of them at `i`.
pub(super) fn range(p: &Pieces, i: usize) -> Read {
    years(p, i)
        .or_else(|| days(p, i))
        .or_else(|| months(p, i))
        .or_else(|| weekdays(p, i))
}

/// "2014-2018", "2016-21".
fn years(p: &Pieces, i: usize) -> Read {
    let (e, a) = year(p, i)?;
    p.plain_number(i)?;
    if !(p.at(e).is_dash() && p.at(e).glued && p.at(e + 1).glued) {
        return None;
    }
    let (n, digits) = p.plain_number(e + 1)?;
    let b = match digits {
        4 => n as i16,
        2 => a - a % 100 + n as i16,
        _ => return None,
    };
    let chained = p.at(e + 2).glued && p.at(e + 2).is_dash() || p.at(i).glued;
    let y = |y| Box::new(Shape::Year(Year::Is(y)));
    ((1800..2150).contains(&a) && b > a && b - a <= 120 && !chained)
        .then(|| (e + 2, Shape::Range(y(a), y(b))))
}

/// "4 al 7 de mayo", "18 a 19 de noviembre", "14-15 de abril", "1 hasta 7 de mayo de 2020".
fn days(p: &Pieces, i: usize) -> Read {
    let (e, a) = day(p, p.skip(i, &["el"]))?;
    let between = p.any(i.wrapping_sub(1), &["entre"]);
    let dash = p.at(e).is_dash();
    if !(dash || p.any(e, &["a", "al", "hasta"]) || between && p.low(e) == "y") {
        return None;
    }
    let (e, b) = day(p, p.skip(e + 1, &["el"]))?;
    let (e, month) = month_behind(p, e)?;
    let (end, year) = year_behind(p, e);
    let d = |day| {
        Box::new(Shape::Day {
            year,
            month: Some(month),
            day,
            weekday: None,
        })
    };
    (a < b).then(|| (end, Shape::Range(d(a), d(b))))
}

/// "mayo a julio", "noviembre a febrero de 2017", which begins in the year before.
fn months(p: &Pieces, i: usize) -> Read {
    let (e, a, _) = month(p, i)?;
    if !(p.any(e, &["a", "hasta"]) || p.at(e).is_dash()) {
        return None;
    }
    let (e, b, _) = month(p, e + 1)?;
    let (end, year) = year_behind(p, e);
    let first = match year {
        Year::Is(y) if a > b => Year::Is(y - 1),
        year => year,
    };
    let m = |year, month| Box::new(Shape::Month { year, month });
    (a != b).then(|| (end, Shape::Range(m(first, a), m(year, b))))
}

/// "lunes a viernes".
fn weekdays(p: &Pieces, i: usize) -> Read {
    let (e, a) = weekday(p, i)?;
    if !(p.low(e) == "a" || p.at(e).is_dash()) {
        return None;
    }
    let (e, b) = weekday(p, e + 1)?;
    let w = |day| Box::new(Shape::Weekday { day, dir: Dir::Bare });
    Some((e, Shape::Range(w(a), w(b))))
}
