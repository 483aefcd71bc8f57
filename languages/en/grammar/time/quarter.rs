//! Parts of a year: quarters, halves, fiscal years and seasons.

use super::amount::cardinal;
use super::amount::ordinal;
use super::date::Read;
use super::date::figures_of_year;
use super::date::told_year;
use super::date::year;
use super::date::year_of;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{Shape, Year};
use dossier_world::words;

words!(MONEY = "time/money_talk.txt");
words!(SEASON_BEFORE = "time/season_before.txt");
words!(SEASON_NOT_AFTER = "time/season_not_after.txt");

/// "first quarter", "Q3", "second half": the letter and number of TIMEX3.
fn part_of_year(p: &Pieces, i: usize) -> Option<(usize, (char, u8))> {
    if p.any(i, &["Q", "H"])
        && p.at(i + 1).glued
        && let Term::Number {
            value,
            digits: 1,
            plain: true,
        } = p.term(i + 1)
    {
        let letter = if p.is(i, "Q") { 'Q' } else { 'H' };
        return Some((i + 2, (letter, value as u8)));
    }
    let (e, n) = ordinal(p, i)?;
    let k = p.skip_hyphen(e);
    match n {
        1..=4 if p.is(k, "quarter") => Some((k + 1, ('Q', n as u8))),
        1..=2 if p.is(k, "half") => Some((k + 1, ('H', n as u8))),
        _ => None,
    }
}

fn as_told(year: Year) -> Option<i16> {
    match year {
        Year::Is(y) => Some(y),
        _ => None,
    }
}

/// A quarter or half of a fiscal year: "the first quarter of fiscal 2026", "the first fiscal quarter", "Q1 FY25".
fn part_of_fiscal(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    if let Some((e, n)) = ordinal(p, s)
        && (1..=4).contains(&n)
        && p.any(e, &["fiscal", "financial"])
        && p.is(e + 1, "quarter")
    {
        return Some((
            e + 2,
            Shape::Fiscal {
                year: None,
                part: Some(('Q', n as u8)),
            },
        ));
    }
    let (e, part) = part_of_year(p, s)?;
    let k = if p.any(e, &["of", "in", ","]) { e + 1 } else { e };
    let k = if p.any(k, &["its", "our", "their"]) {
        k + 1
    } else {
        k
    };
    match fiscal(p, k) {
        Some((e, Shape::Fiscal { year, part: None })) => Some((
            e,
            Shape::Fiscal {
                year,
                part: Some(part),
            },
        )),
        // "the first quarter of the fiscal year", "… of this fiscal year"
        _ => {
            let m = if p.any(k, &["the", "this", "current", "last", "next"]) {
                k + 1
            } else {
                k
            };
            let m = if p.is(m, "current") { m + 1 } else { m };
            (p.any(m, &["fiscal", "financial"]) && p.is(m + 1, "year")).then_some((
                m + 2,
                Shape::Fiscal {
                    year: None,
                    part: Some(part),
                },
            ))
        }
    }
}

/// "Q1 2025", "the first quarter of 2025", "first half of last year", "the first eight months of 2025".
pub(super) fn fraction_of_year(p: &Pieces, i: usize) -> Read {
    if let Some(r) = part_of_fiscal(p, i) {
        return Some(r);
    }
    let s = if p.is(i, "the") { i + 1 } else { i };
    // "its fiscal first quarter" is none of the calendar's.
    if p.before(s).any(&["fiscal", "financial"]) {
        return None;
    }
    // 2Q25, 1Q 2025
    if let Some(r) = quarter_first(p, s) {
        return Some(r);
    }
    // Q1, H1
    if p.any(s, &["Q", "H"]) && p.at(s + 1).glued && p.at(s).is_capital() {
        return by_letter(p, s);
    }
    // 2025 Q1, 2025-Q1
    if let Some((e, y)) = figures_of_year(p, s) {
        return behind_year(p, e, y);
    }
    let (e, n) = match p.term(s) {
        Term::Starter if p.any(s, &["last", "final"]) => (s + 1, 0),
        Term::Starter if p.is(s, "latter") => (s + 1, 2),
        Term::Starter if p.is(s, "opening") => (s + 1, 1),
        _ => ordinal(p, s)?,
    };
    let k = p.skip_hyphen(e);
    if p.is(k, "quarter") || p.is(k, "half") {
        let quarter = p.is(k, "quarter");
        let n = match (n, quarter) {
            (0, true) => 4,
            (0, false) => 2,
            _ => n,
        };
        let told = year_of(p, k + 1);
        // "the last quarter" is told from today, not from a year.
        if told.is_none() && p.any(s, &["last", "final", "opening"]) {
            return None;
        }
        let (e, year) = match told {
            Some(r) => r,
            None if money_talk(p, i) => (k + 1, Year::Open),
            None => return None,
        };
        return match (quarter, n) {
            (true, 1..=4) => Some((e, Shape::Quarter { year, n: n as u8 })),
            (false, 1..=2) => Some((e, Shape::Half { year, n: n as u8 })),
            _ => None,
        };
    }
    // the first three months of 2025
    let (k, count) = cardinal(p, e)?;
    let k = p.skip_hyphen(k);
    if !p.any(k, &["months", "month", "quarters"]) || count.fract() != 0.0 {
        return None;
    }
    let count = if p.is(k, "quarters") { count * 3.0 } else { count };
    let (e, year) = year_of(p, k + 1)?;
    let c = (1.0..=11.0).contains(&count).then_some(count as u8)?;
    match n {
        1 => Some((e, Shape::Months { year, from: 1, to: c })),
        0 => Some((
            e,
            Shape::Months {
                year,
                from: 13 - c,
                to: 12,
            },
        )),
        _ => None,
    }
}

/// "Q1 2025", "H1 of 2025", the letter at piece `s`.
fn by_letter(p: &Pieces, s: usize) -> Read {
    let Term::Number {
        value,
        digits: 1,
        plain: true,
    } = p.term(s + 1)
    else {
        return None;
    };
    let n = value as u8;
    let quarter = p.is(s, "Q");
    let (e, year) = match year_of(p, s + 2) {
        Some(r) => r,
        None if quarter => (s + 2, Year::Open),
        None => return None,
    };
    match (quarter, n) {
        (true, 1..=4) => Some((e, Shape::Quarter { year, n })),
        (false, 1..=2) => Some((e, Shape::Half { year, n })),
        _ => None,
    }
}

/// "2025 Q1", "2025-Q1": a quarter behind the year `y`, which ends before piece `e`.
fn behind_year(p: &Pieces, e: usize, y: i16) -> Read {
    let q = p.skip_hyphen(e);
    if p.at(q).text == "Q"
        && p.at(q + 1).glued
        && let Term::Number {
            value,
            digits: 1,
            plain: true,
        } = p.term(q + 1)
        && (1.0..=4.0).contains(&value)
    {
        return Some((
            q + 2,
            Shape::Quarter {
                year: Year::Is(y),
                n: value as u8,
            },
        ));
    }
    None
}

/// "2Q25", "1Q 2025", "3Q".
fn quarter_first(p: &Pieces, i: usize) -> Read {
    let Term::Number {
        value,
        digits: 1,
        plain: true,
    } = p.term(i)
    else {
        return None;
    };
    if p.at(i + 1).text != "Q" || !p.at(i + 1).glued || !(1.0..=4.0).contains(&value) || p.at(i).glued {
        return None;
    }
    let n = value as u8;
    if let Term::Number {
        value: y,
        digits: 2,
        plain: true,
    } = p.term(i + 2)
        && p.at(i + 2).glued
    {
        let year = Year::Is(2000 + y as i16);
        return Some((i + 3, Shape::Quarter { year, n }));
    }
    let (e, year) = match year_of(p, i + 2) {
        Some(r) => r,
        None if money_talk(p, i) => (i + 2, Year::Open),
        None => return None,
    };
    Some((e, Shape::Quarter { year, n }))
}

/// Whether the sentence speaks of money or growth, so that "the second half" is none of a match.
pub(super) fn money_talk(p: &Pieces, i: usize) -> bool {
    (i.saturating_sub(30)..(i + 30).min(p.len())).any(|k| p.any(k, &MONEY))
}

/// "FY2024", "fiscal 2024", "the 2023-24 financial year", "fiscal year 2024".
pub(super) fn fiscal(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    if p.is(s, "fy") && p.at(s).is_capital() {
        let k = p.skip_hyphen(s + 1);
        if let Some((e, y)) = year(p, k) {
            return Some((
                span_of_years(p, e).unwrap_or(e),
                Shape::Fiscal {
                    year: Some(y),
                    part: None,
                },
            ));
        }
        if let Term::Number {
            value,
            digits: 2,
            plain: true,
        } = p.term(k)
        {
            return Some((
                k + 1,
                Shape::Fiscal {
                    year: Some(2000 + value as i16),
                    part: None,
                },
            ));
        }
        return None;
    }
    if p.any(s, &["fiscal", "financial"]) {
        // "fiscal first quarter", "fiscal Q3 2025"
        if let Some((e, part)) = part_of_year(p, s + 1) {
            let told = year_of(p, e).and_then(|(e, y)| Some((e, as_told(y)?)));
            let (e, year) = told.map_or((e, None), |(e, y)| (e, Some(y)));
            return Some((
                e,
                Shape::Fiscal {
                    year,
                    part: Some(part),
                },
            ));
        }
        let k = if p.is(s + 1, "year") { s + 2 } else { s + 1 };
        if k == s + 1 && p.is(s, "financial") {
            return None;
        }
        let (e, y) = year(p, k)?;
        return Some((
            span_of_years(p, e).unwrap_or(e),
            Shape::Fiscal {
                year: Some(y),
                part: None,
            },
        ));
    }
    let (e, y) = year(p, s)?;
    let e = span_of_years(p, e).unwrap_or(e);
    (p.any(e, &["fiscal", "financial"]) && p.is(e + 1, "year")).then_some((
        e + 2,
        Shape::Fiscal {
            year: Some(y),
            part: None,
        },
    ))
}

/// The place behind "-25" or "/25" that follows a year.
pub(super) fn span_of_years(p: &Pieces, e: usize) -> Option<usize> {
    let sign = p.at(e);
    if !sign.glued || !(sign.is_dash() || sign.is("/")) {
        return None;
    }
    matches!(
        p.term(e + 1),
        Term::Number {
            digits: 2 | 4,
            plain: true,
            ..
        }
    )
    .then_some(e + 2)
}

/// "summer 2016", "the winter of 2016-17", "this summer", "spring" behind a preposition.
pub(super) fn season(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    let Term::Season(season) = p.term(s) else {
        return None;
    };
    let k = if p.is(s + 1, "of") { s + 2 } else { s + 1 };
    if let Some((e, y)) = year(p, k) {
        let long = span_of_years(p, e);
        return Some((
            long.unwrap_or(e),
            Shape::Season {
                year: Year::Is(y),
                season,
                long: long.is_some(),
            },
        ));
    }
    if let Some((e, n)) = told_year(p, k) {
        return Some((
            e,
            Shape::Season {
                year: Year::Shift(n),
                season,
                long: false,
            },
        ));
    }
    // "over the summer", "the end of the summer"
    let with_the = s > i
        && p.before(i).any(&["over", "of", "for", "before", "after", "last"])
        && (!p.at(s + 1).text.starts_with(char::is_alphabetic)
            || p.any(s + 1, &["and", "but", "as", "when", "after", "with"]))
        && !p.at(s + 1).is_dash();
    // Alone it is a season only behind "in" or "since" with small letter, and never where it may be a verb or a noun.
    let alone = p.at(s).is_small()
        && p.before(i).any(&SEASON_BEFORE)
        && !(p.at(s + 1).glued && (p.at(s + 1).is_dash() || p.at(s + 1).is_apostrophe()))
        && (s > i
            || !p.any(s, &["fall", "spring"])
            || p.before(i).any(&["this", "during", "since", "in", "until"]))
        && !p.any(s + 1, &SEASON_NOT_AFTER);
    (alone || with_the && !p.is(s, "spring")).then_some((
        s + 1,
        Shape::Season {
            year: Year::Open,
            season,
            long: false,
        },
    ))
}
