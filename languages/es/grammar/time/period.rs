//! Parts and multiples of years: quarters, seasons, decades, centuries, weeks of a month.

use dossier_annotate::time::{Shape, Term, Unit, Year};

use super::amount::{cardinal, ordinal, year};
use super::date::{Read, dated, told_year, year_behind};
use super::lex::Pieces;
use super::relative::{directed, feast};

/// "el primer trimestre de 2019", "el segundo semestre del año".
pub(super) fn part_of_year(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el"]);
    let (e, n) = match p.low(k) {
        "ultimo" => (k + 1, 0),
        _ => ordinal(p, k)?,
    };
    let quarter = match p.low(e) {
        "trimestre" => true,
        "semestre" => false,
        _ => return None,
    };
    let (end, year) = match year_behind(p, e + 1) {
        (_, Year::Open) => match p.seq(e + 1, "del ano") {
            Some(end) => (end, Year::Shift(0)),
            None if n == 0 => return None,
            None => (e + 1, Year::Open),
        },
        told => told,
    };
    match (quarter, n) {
        (true, 0) => Some((end, Shape::Quarter { year, n: 4 })),
        (false, 0) => Some((end, Shape::Half { year, n: 2 })),
        (true, 1..=4) => Some((end, Shape::Quarter { year, n })),
        (false, 1..=2) => Some((end, Shape::Half { year, n })),
        _ => None,
    }
}

/// "el verano de 2016", "el verano", behind a preposition.
pub(super) fn season(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el", "la"]);
    let Term::Season(season) = p.term(k) else {
        return None;
    };
    let (end, year) = year_behind(p, k + 1);
    let placed = p.any(
        i.wrapping_sub(1),
        &["en", "durante", "este", "desde", "hasta", "de", "para"],
    );
    (year != Year::Open || placed).then_some((
        end,
        Shape::Season {
            year,
            season,
            long: false,
        },
    ))
}

/// "los años noventa", "los años 90", "la década de 1990", "la década de los 80", "el siglo XX".
pub(super) fn decade_or_century(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el", "la", "los"]);
    if p.low(k) == "siglo" {
        let n = roman(p.at(k + 1).text)?;
        return Some((k + 2, Shape::Century(n)));
    }
    let behind = match p.low(k) {
        "anos" if k > i => k + 1,
        "decada" => p.one_of(k + 1, &["de los anos", "de los", "de", "del"])?,
        _ => return None,
    };
    if let Some((e, y)) = year(p, behind).filter(|(_, y)| y % 10 == 0) {
        return Some((e, Shape::Decade(y)));
    }
    let (e, n) = cardinal(p, behind)?;
    let tens = n % 10.0 == 0.0 && (20.0..100.0).contains(&n);
    let first = if n < 30.0 {
        2000 + n as i16
    } else {
        1900 + n as i16
    };
    (tens && !matches!(p.term(e), Term::Unit(..))).then_some((e, Shape::Decade(first)))
}

/// "el año fiscal 2008".
pub(super) fn fiscal(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el"]);
    let e = p.seq(k, "ano fiscal")?;
    let (end, year) = year(p, e).map_or((e, None), |(e, y)| (e, Some(y)));
    Some((end, Shape::Fiscal { year, part: None }))
}

/// A Roman number up to thirty.
fn roman(text: &str) -> Option<i16> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let figures: Option<Vec<i16>> = text.chars().take(8).map(value).collect();
    let figures = figures.filter(|f| !f.is_empty())?;
    let total = figures.iter().enumerate().fold(0, |sum, (k, v)| {
        if figures.get(k + 1).is_some_and(|next| next > v) {
            sum - v
        } else {
            sum + v
        }
    });
    (1..=30).contains(&total).then_some(total)
}

/// "la primera semana de 2015", "el primer día de enero", "la última semana de julio".
pub(super) fn nth(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el", "la"]);
    let (e, n) = if p.any(k, &["ultimo", "ultima"]) {
        (k + 1, 0)
    } else {
        ordinal(p, k)?
    };
    let unit = match p.term(e) {
        Term::Unit(unit @ (Unit::Day | Unit::Week), false) => unit,
        _ => return None,
    };
    let of = p.one_of(e + 1, &["de", "del"])?;
    let (end, whole) = dated(p, of)
        .filter(|r| matches!(r.1, Shape::Month { .. }))
        .or_else(|| {
            let named = p.skip(of, &["ano"]);
            year(p, named).map(|(e, y)| (e, Shape::Year(Year::Is(y))))
        })
        .or_else(|| told_year(p, of).map(|(e, n)| (e, Shape::Year(Year::Shift(n)))))
        .or_else(|| directed(p, of).filter(|r| matches!(r.1, Shape::Shift { .. } | Shape::Month { .. })))?;
    Some((
        end,
        Shape::Nth {
            n,
            unit,
            whole: Box::new(whole),
        },
    ))
}

/// A feast with what is told of its year.
pub(super) fn holiday(p: &Pieces, i: usize) -> Read {
    let k = p.skip(i, &["el", "la"]);
    let (e, holiday) = feast(p, k)?;
    let capital = (k..e).any(|j| p.at(j).is_capital());
    // "pascua" and "carnaval" in small letters are as often no feast.
    if e == k + 1 && !capital {
        return None;
    }
    let (e, year) = year_behind(p, e);
    Some((e, Shape::Holiday { holiday, year }))
}
