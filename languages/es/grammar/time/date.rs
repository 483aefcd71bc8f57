//! Days, months and years of the calendar.

use dossier_annotate::time::{Dir, Shape, Term, Year, figures};

use super::amount::{day, year};
use super::lex::Pieces;

dossier_world::words!(BEFORE_DAY = "time/before_day.txt");
dossier_world::words!(BEFORE_YEAR = "time/before_year.txt");

/// A shape and the place behind its words.
pub(super) type Read = Option<(usize, Shape)>;

/// A day of the week and the place behind it.
pub(super) fn weekday(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    let Term::Weekday(d, full) = p.term(i) else {
        return None;
    };
    let dot = !full && p.low(i + 1) == "." && p.at(i + 1).glued;
    // "mié", "vie" alone are too short to be sure of.
    (full || dot || matches!(p.term(i + 1), Term::Number { .. }))
        .then_some((if dot { i + 2 } else { i + 1 }, d))
}

/// A month; whether it is written in full.
pub(super) fn month(p: &Pieces, i: usize) -> Option<(usize, u8, bool)> {
    let Term::Month(m, full) = p.term(i) else {
        return None;
    };
    let dot = !full && p.low(i + 1) == "." && p.at(i + 1).glued;
    Some((if dot { i + 2 } else { i + 1 }, m, full))
}

/// The year behind a month: "de 2019", "del año 2019", ", 2019", "/2018", "-1994", "del año pasado".
pub(super) fn year_behind(p: &Pieces, i: usize) -> (usize, Year) {
    let k = p.skip(i, &["de", "del", ",", "/", "-", "en"]);
    let k = if k > i && p.low(i) == "," {
        p.skip(k, &["de", "del"])
    } else {
        k
    };
    let the = p.skip(k, &["el"]);
    let named = p.skip(the, &["ano"]);
    if let Some((e, y)) = year(p, named) {
        return (e, Year::Is(y));
    }
    // "4-jul-95"
    if p.any(i, &["-", "/"])
        && p.at(i).glued
        && p.at(k).glued
        && let Some((n, 2)) = p.plain_number(k)
    {
        let century = if n <= 30 { 2000 } else { 1900 };
        return (k + 1, Year::Is(century + n as i16));
    }
    match told_year(p, k) {
        Some((e, n)) => (e, Year::Shift(n)),
        None => (i, Year::Open),
    }
}

/// "este año", "el año pasado", "el próximo año".
pub(super) fn told_year(p: &Pieces, i: usize) -> Option<(usize, i32)> {
    let k = p.skip(i, &["el"]);
    let (e, n) = match () {
        () if p.any(k, &["este", "presente"]) => (k + 1, 0),
        () if p.any(k, &["proximo"]) => (k + 1, 1),
        () if p.any(k, &["pasado"]) => (k + 1, -1),
        () => (k, 9),
    };
    if p.low(e) != "ano" {
        return None;
    }
    match n {
        9 => match () {
            () if p.any(e + 1, &["pasado", "anterior"]) => Some((e + 2, -1)),
            () if p.any(e + 1, &["proximo", "siguiente", "entrante"]) => Some((e + 2, 1)),
            () if p.any(e + 1, &["actual", "corriente"]) => Some((e + 2, 0)),
            () => p.seq(e + 1, "que viene").map(|e| (e, 1)),
        },
        n => Some((e + 1, n)),
    }
}

/// A month behind a day: "de mayo", "mayo", "/mayo", "-dic-", "el noviembre".
pub(super) fn month_behind(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    let k = p
        .one_of(i, &["del mes de", "de", "del", "-", "/", "el"])
        .unwrap_or(i);
    let (e, m, full) = month(p, k)?;
    (full || k > i || p.at(i).glued || !p.at(k).is_capital() || p.low(e.saturating_sub(1)) == "." || e > i)
        .then_some((e, m))
}

/// "[lunes,] [el] [día] 14 de abril [de 2019]", "abril de 2019", "abril"; figures alone.
pub(super) fn dated(p: &Pieces, i: usize) -> Read {
    let (k, weekday) = match weekday(p, i) {
        Some((e, d)) => (p.skip(e, &[","]), Some(d)),
        None => (i, None),
    };
    let k = p.skip(k, &["el"]);
    let named = p.skip(k, &["dia"]);
    if let Some((e, d)) = day(p, named)
        && let Some((e, m)) = month_behind(p, e)
    {
        let (e, year) = year_behind(p, e);
        return Some((e, day_of(year, m, d, weekday)));
    }
    // "mayo 14"
    if let Some((e, m, full)) = month(p, k) {
        if let Some((n, digits)) = p.plain_number(e)
            && digits <= 2
            && let Some((e, d)) = day(p, e).filter(|_| (1..=31).contains(&n))
        {
            let (e, year) = year_behind(p, e);
            return Some((e, day_of(year, m, d, weekday)));
        }
        if weekday.is_some() {
            return None;
        }
        let (e2, year) = year_behind(p, e);
        return month_alone(p, i, k, full, year).then_some((e2, Shape::Month { year, month: m }));
    }
    if let Some((e, shape)) = in_figures(p, named) {
        return Some((e, with_weekday(shape, weekday)));
    }
    // "el día 18", "lunes 21": the day of a month that nothing tells.
    let (e, d) = day(p, named)?;
    let the = named > 0 && p.low(named - 1) == "el";
    let told = named > k || weekday.is_some() && (p.plain_number(named).is_some() || the);
    let counted = p.at(e).glued && p.at(e).is_dash() || matches!(p.term(e), Term::Unit(..));
    (told && !counted).then_some((
        e,
        Shape::Day {
            year: Year::Open,
            month: None,
            day: d,
            weekday,
        },
    ))
}

/// Whether a month may stand alone: a short form needs its year, "Julio" and "Abril" are names too.
fn month_alone(p: &Pieces, i: usize, k: usize, full: bool, year: Year) -> bool {
    let name =
        p.at(k).is_capital() && i > 0 && !p.any(i - 1, &["en", "de", "desde", "hasta", "para", "a", "y"]);
    matches!(year, Year::Is(_)) || full && !name
}

fn day_of(year: Year, month: u8, day: u8, weekday: Option<u8>) -> Shape {
    Shape::Day {
        year,
        month: Some(month),
        day,
        weekday,
    }
}

fn with_weekday(shape: Shape, told: Option<u8>) -> Shape {
    match shape {
        Shape::Day { year, month, day, .. } => Shape::Day {
            year,
            month,
            day,
            weekday: told,
        },
        other => other,
    }
}

/// "27/11", "1/1/2015", "2015-01-01", day first where both figures may be the month.
pub(super) fn in_figures(p: &Pieces, i: usize) -> Read {
    if let Some((e, shape)) = figures(&p.pieces, i) {
        return Some(match shape {
            Shape::Slashed { year, first, second } => (e, day_of(Year::Is(year), second, first, None)),
            shape => (e, shape),
        });
    }
    let ((d, a), (m, b)) = (p.plain_number(i)?, p.plain_number(i + 2)?);
    let slash = p.low(i + 1) == "/" && p.at(i + 1).glued && p.at(i + 2).glued;
    let bound = p.at(i).glued && p.any(i.wrapping_sub(1), &["/", "-", "."])
        || p.at(i + 3).glued && p.any(i + 3, &["/", "%"]);
    let placed =
        p.any(i.wrapping_sub(1), &BEFORE_DAY) || matches!(p.term(i.wrapping_sub(1)), Term::Weekday(..));
    let fits = (1..=31).contains(&d) && (1..=12).contains(&m) && a <= 2 && b <= 2;
    (slash && fits && !bound && placed).then(|| (i + 3, day_of(Year::Open, m as u8, d as u8, None)))
}

/// A weekday alone: "el lunes".
pub(super) fn weekday_alone(p: &Pieces, i: usize) -> Read {
    let (e, day) = weekday(p, i)?;
    Some((e, Shape::Weekday { day, dir: Dir::Bare }))
}

/// A year that stands alone, where nothing shows that it counts something.
pub(super) fn bare_year(p: &Pieces, i: usize) -> Read {
    let named = p.low(i) == "ano";
    let (e, y) = year(p, if named { i + 1 } else { i })?;
    let shape = Shape::Year(Year::Is(y));
    if named {
        return Some((e, shape));
    }
    let words = p.plain_number(i).is_none();
    let placed = p.any(i.wrapping_sub(1), &BEFORE_YEAR);
    let counts = p.at(e).is_small()
        && p.low(e).ends_with('s')
        && !p.any(e, &["es", "mas", "tras", "antes", "despues"]);
    let sign = p.any(i.wrapping_sub(1), &["$", "€", "+", "#", "-", "."])
        || p.at(e).glued && p.any(e, &["%", "-", "/", "€"]);
    let range = p.at(e).glued && p.at(e).is_dash() && year(p, e + 1).is_some();
    let opens_or_ends = p.at(e).text.is_empty() || i == 0;
    let fits = (1800..2100).contains(&y) && (placed || opens_or_ends || y >= 1950 && !words);
    (fits && !counts && (!sign || range) && (!words || placed)).then_some((e, shape))
}
