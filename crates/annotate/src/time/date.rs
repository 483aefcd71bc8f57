//! Calendar expressions that name a day, month, quarter, year or longer in figures or by name.

use super::amount::{cardinal, ordinal};
use super::lex::Pieces;
use super::lexicon::Term;
use super::shape::{Dir, Part, Shape, Year};
use super::unit::Unit;

/// A shape and the place behind its words.
pub(super) type Read = Option<(usize, Shape)>;

/// A day of the week; whether it is written in full.
pub(super) fn weekday(p: &Pieces, i: usize) -> Option<(usize, u8, bool)> {
    let Term::Weekday(d, full) = p.term(i) else {
        return None;
    };
    let end = if !full && p.is(i + 1, ".") { i + 2 } else { i + 1 };
    Some((end, d, full))
}

/// A month; whether it is written in full. `beside_number` lets small letters pass where they mean nothing else.
pub(super) fn month(p: &Pieces, i: usize, beside_number: bool) -> Option<(usize, u8, bool)> {
    let Term::Month(m, full) = p.term(i) else {
        return None;
    };
    let piece = p.at(i);
    let verb = matches!(m, 3 | 5) || (!full && matches!(m, 1 | 12));
    if !piece.is_capital() && (verb || !(beside_number || matches!(m, 1 | 2 | 9..=12) && full)) {
        return None;
    }
    let dot = !full && p.is(i + 1, ".") && p.at(i + 1).glued;
    Some((if dot { i + 2 } else { i + 1 }, m, full))
}

/// A year in four figures.
pub(super) fn year(p: &Pieces, i: usize) -> Option<(usize, i16)> {
    match p.term(i) {
        Term::Number {
            value,
            digits: 4,
            plain: true,
        } if (1000.0..2200.0).contains(&value) => {
            let next = p.at(i + 1);
            // "1990s", "2019th", "2000km", "2024%" are something else.
            let other =
                next.glued && (next.text.chars().all(char::is_alphanumeric) || next.any(&["%", ":", "°"]));
            (!other).then_some((i + 1, value as i16))
        }
        _ => None,
    }
}

/// Four figures that are a year if a quarter stands behind them.
fn figures_of_year(p: &Pieces, i: usize) -> Option<(usize, i16)> {
    match p.term(i) {
        Term::Number {
            value,
            digits: 4,
            plain: true,
        } if (1900.0..2100.0).contains(&value) => Some((i + 1, value as i16)),
        _ => None,
    }
}

/// What tells that a number behind a month counts something.
const COUNTED: &[&str] = &[
    "%",
    "percent",
    "per",
    "pct",
    "million",
    "billion",
    "trillion",
    "thousand",
    "people",
    "persons",
    "years",
    "days",
    "months",
    "weeks",
    "hours",
    "minutes",
    "pm",
    "am",
    "km",
    "kilometres",
    "kilometers",
    "miles",
];

/// A day of a month, in figures or as an ordinal.
pub(super) fn day(p: &Pieces, i: usize) -> Option<(usize, u8)> {
    // "$12 December 27", "12:30 December"
    if p.before(i).any(&["$", "€", "£", "¥", "#"]) || p.at(i).glued && p.before(i).any(&[":", "."]) {
        return None;
    }
    if let Some((e, n)) = ordinal(p, i) {
        return (1..=31).contains(&n).then_some((e, n as u8));
    }
    match p.term(i) {
        Term::Number {
            value,
            digits,
            plain: true,
        } if digits <= 2 && (1.0..=31.0).contains(&value) => {
            let next = p.at(i + 1);
            let clock = next.any(&[":"]) && matches!(p.term(i + 2), Term::Number { .. }) && p.at(i + 2).glued;
            let letters = next.glued && next.text.chars().all(char::is_alphabetic);
            (!clock && !letters && !next.any(COUNTED)).then_some((i + 1, value as u8))
        }
        _ => None,
    }
}

/// Year behind a month or day: ", 2025", "2025", "of 2025", "last year", "of this year".
fn year_behind(p: &Pieces, i: usize) -> (usize, Year) {
    let k = if p.any(i, &[",", "of", "in"]) { i + 1 } else { i };
    if let Some((e, y)) = year(p, k) {
        return (e, Year::Is(y));
    }
    if let Some((e, n)) = told_year(p, k) {
        // "August, last year" and "August of the year" are as good as "August last year".
        return (e, Year::Shift(n));
    }
    (i, Year::Open)
}

/// "this year", "last year", "next year", "the previous year" is none of them.
fn told_year(p: &Pieces, i: usize) -> Option<(usize, i32)> {
    let k = if p.is(i, "the") && p.is(i + 1, "current") {
        i + 1
    } else {
        i
    };
    let n = match () {
        () if p.any(k, &["this", "current"]) => 0,
        () if p.is(k, "last") => -1,
        () if p.is(k, "next") => 1,
        () => return None,
    };
    p.is(k + 1, "year").then_some((k + 2, n))
}

/// Year of a quarter or half: also "of the year".
pub(super) fn year_of(p: &Pieces, i: usize) -> Option<(usize, Year)> {
    let k = if p.any(i, &["of", "in", ","]) { i + 1 } else { i };
    if let Some((e, y)) = year(p, k) {
        return Some((e, Year::Is(y)));
    }
    if let Some((e, n)) = told_year(p, k) {
        return Some((e, Year::Shift(n)));
    }
    (p.is(i, "of") && p.is(k, "the") && p.is(k + 1, "year")).then_some((k + 2, Year::Shift(0)))
}

/// A day with its month, or a month, with what is told of the year.
pub(super) fn dated(p: &Pieces, i: usize) -> Read {
    let (mut k, wd) = match weekday(p, i) {
        Some((e, d, _)) => (if p.is(e, ",") { e + 1 } else { e }, Some(d)),
        None => (i, None),
    };
    if wd.is_some() && p.is(k, "the") {
        k += 1;
    }
    // 14 April 2025, the 14th of April
    let d0 = if p.is(k, "the") && ordinal(p, k + 1).is_some() {
        k + 1
    } else {
        k
    };
    if let Some((e, d)) = day(p, d0) {
        let of = if p.is(e, "of") { e + 1 } else { p.skip_hyphen(e) };
        if let Some((e, m, _)) = month(p, of, true) {
            let e = if p.at(e).is_dash() && year(p, e + 1).is_some() {
                e + 1
            } else {
                e
            };
            let (e, year) = year_behind(p, e);
            return Some((
                e,
                Shape::Day {
                    year,
                    month: Some(m),
                    day: d,
                    weekday: wd,
                },
            ));
        }
    }
    // April 14, 2025; April the 14th
    let (e, m, full) = month(p, k, true)?;
    let the = if p.is(e, "the") { e + 1 } else { e };
    if let Some((e, d)) = day(p, the) {
        let (e, year) = year_behind(p, e);
        return Some((
            e,
            Shape::Day {
                year,
                month: Some(m),
                day: d,
                weekday: wd,
            },
        ));
    }
    let (e2, y) = year_behind(p, e);
    if wd.is_some() || month(p, k, false).is_none() && !matches!(y, Year::Is(_)) {
        return None;
    }
    if y == Year::Open && !full {
        // "Jun" and "Mar" are names; an abbreviation needs its dot and a preposition to stand alone.
        let dot = p.is(e.wrapping_sub(1), ".");
        if !(dot
            && p.before(i).any(&[
                "in", "since", "last", "until", "by", "next", "this", "early", "late", "mid",
            ]))
        {
            return None;
        }
    }
    Some((e2, Shape::Month { year: y, month: m }))
}

/// "2025-04-14", "2025/04/14", "14.04.2025", "04/25/2025", "2025-04".
///
/// Figures between slashes are read where one of them is over twelve or both are equal; else day and month are
/// not told apart and only the year is known.
pub(super) fn figures(p: &Pieces, i: usize) -> Read {
    let num = |k: usize| match p.term(k) {
        Term::Number {
            value,
            digits,
            plain: true,
        } => Some((value, digits)),
        _ => None,
    };
    let sign = p.at(i + 1);
    if !sign.glued || !p.at(i + 2).glued {
        return None;
    }
    let (a, da) = num(i)?;
    let (b, db) = num(i + 2)?;
    let before = p.before(i);
    if p.at(i).glued && (before.is_dash() || before.any(&["/", "."])) && i >= 2 && num(i - 2).is_some() {
        return None;
    }
    let same = p.at(i + 3).text == sign.text && p.at(i + 3).glued && p.at(i + 4).glued;
    let ok = |m: f64, d: f64| (1.0..=12.0).contains(&m) && (1.0..=31.0).contains(&d);
    let shape = |y: f64, m: f64, d: f64| Shape::Day {
        year: Year::Is(y as i16),
        month: Some(m as u8),
        day: d as u8,
        weekday: None,
    };
    let free = |k: usize| {
        let n = p.at(k);
        !(n.glued && (n.any(&["/", "%"]) || matches!(n.term, Term::Number { .. })))
            && !(n.glued && n.is_dash() && p.at(k + 1).glued && num(k + 1).is_some())
    };
    if da == 4 && (1000.0..2200.0).contains(&a) && matches!(sign.text, "-" | "/" | ".") {
        if same {
            let (c, dc) = num(i + 4)?;
            if db <= 2 && dc <= 2 && ok(b, c) && free(i + 5) {
                return Some((i + 5, shape(a, b, c)));
            }
            return None;
        }
        let plain_month = db == 2 && sign.text == "-" && (1.0..=12.0).contains(&b) && free(i + 3);
        return plain_month.then_some((
            i + 3,
            Shape::Month {
                year: Year::Is(a as i16),
                month: b as u8,
            },
        ));
    }
    if !same || da > 2 || db > 2 || !matches!(sign.text, "-" | "/" | ".") {
        return None;
    }
    let (c, dc) = num(i + 4)?;
    if dc != 4 || !(1900.0..2200.0).contains(&c) || !free(i + 5) {
        return None;
    }
    let out = match (ok(b, a), ok(a, b)) {
        (true, _) if sign.text == "." => shape(c, b, a),
        (true, true) if a == b => shape(c, b, a),
        (true, false) => shape(c, b, a),
        (false, true) => shape(c, a, b),
        (true, true) => Shape::Year(Year::Is(c as i16)),
        _ => return None,
    };
    Some((i + 5, out))
}

/// "1990s", "the '90s", "the nineties", "the 20th century".
pub(super) fn decade_or_century(p: &Pieces, i: usize) -> Read {
    if p.is(i, "the") {
        let k = if p.at(i + 1).is_apostrophe() { i + 2 } else { i + 1 };
        // A second article opens no other expression, and a row of them must not nest.
        if !p.is(k, "the")
            && let Some(r) = decade_or_century(p, k)
        {
            return Some(r);
        }
        let s = p.at(k + 1);
        if let Term::Number {
            value,
            digits: 2,
            plain: true,
        } = p.term(k)
            && value % 10.0 == 0.0
            && s.glued
            && s.is("s")
            && value >= 30.0
        {
            return Some((k + 2, Shape::Decade(1900 + value as i16)));
        }
        let d = decade_word(p, i + 1)?;
        // "temperatures in the nineties", "a man in the fifties bracket": only behind the usual prepositions.
        let fits = p.before(i).any(&[
            "in",
            "of",
            "during",
            "since",
            "from",
            "until",
            "throughout",
            "early",
            "late",
            "mid",
        ]);
        return fits.then_some((i + 2, Shape::Decade(d)));
    }
    if let Some(d) = decade_word(p, i) {
        let early = p.before(i).any(&["early", "late", "mid"])
            || p.before(i).is_dash() && p.any(i.saturating_sub(2), &["mid"]);
        let whose = i >= 2 && p.any(i - 2, &["his", "her", "their", "my", "your", "our"]);
        return (early && !whose).then_some((i + 1, Shape::Decade(d)));
    }
    if let Term::Number {
        value,
        digits: 4,
        plain: true,
    } = p.term(i)
        && value % 10.0 == 0.0
        && (1000.0..2100.0).contains(&value)
    {
        let s = p.at(i + 1);
        if s.glued && s.is("s") {
            return Some((i + 2, Shape::Decade(value as i16)));
        }
        if s.glued && s.is_apostrophe() && p.is(i + 2, "s") && p.at(i + 2).glued {
            // "2020's" is a decade only where "the" stands before it; else it is a possessive.
            return p
                .before(i)
                .is("the")
                .then_some((i + 3, Shape::Decade(value as i16)));
        }
    }
    let (e, n) = ordinal(p, i)?;
    let k = p.skip_hyphen(e);
    (p.any(k, &["century", "centuries"]) && (1..=30).contains(&n))
        .then_some((k + 1, Shape::Century(n as i16)))
}

/// The first year of "the nineties"; the twenties and thirties are as often ages and degrees.
fn decade_word(p: &Pieces, i: usize) -> Option<i16> {
    const WORDS: &[(&str, i16)] = &[
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ];
    WORDS.iter().find(|(w, _)| p.is(i, w)).map(|w| w.1)
}

/// "Q1 2025", "the first quarter of 2025", "first half of last year", "the first eight months of 2025".
pub(super) fn fraction_of_year(p: &Pieces, i: usize) -> Read {
    let s = if p.is(i, "the") { i + 1 } else { i };
    // Q1, H1, 1Q
    if p.any(s, &["Q", "H"]) && p.at(s + 1).glued && p.at(s).is_capital() {
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
        return match (quarter, n) {
            (true, 1..=4) => Some((e, Shape::Quarter { year, n })),
            (false, 1..=2) => Some((e, Shape::Half { year, n })),
            _ => None,
        };
    }
    // 2025 Q1, 2025-Q1
    if let Some((e, y)) = figures_of_year(p, s) {
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
        return None;
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

/// Whether the sentence speaks of money or growth, so that "the second half" is none of a match.
fn money_talk(p: &Pieces, i: usize) -> bool {
    const WORDS: &[&str] = &[
        "revenue",
        "revenues",
        "profit",
        "profits",
        "sales",
        "earnings",
        "gdp",
        "growth",
        "exports",
        "imports",
        "trade",
        "percent",
        "billion",
        "million",
        "economy",
        "economic",
        "inflation",
        "income",
        "loss",
        "losses",
        "fiscal",
        "investment",
        "shipments",
        "deliveries",
        "turnover",
        "dividend",
        "shares",
        "output",
        "production",
        "%",
        "$",
        "€",
    ];
    (i.saturating_sub(30)..(i + 30).min(p.len())).any(|k| p.any(k, WORDS))
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
                    year: y,
                    quarter: None,
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
                    year: 2000 + value as i16,
                    quarter: None,
                },
            ));
        }
        return None;
    }
    if p.any(s, &["fiscal", "financial"]) {
        let k = if p.is(s + 1, "year") { s + 2 } else { s + 1 };
        if k == s + 1 && p.is(s, "financial") {
            return None;
        }
        let (e, y) = year(p, k)?;
        return Some((
            span_of_years(p, e).unwrap_or(e),
            Shape::Fiscal {
                year: y,
                quarter: None,
            },
        ));
    }
    let (e, y) = year(p, s)?;
    let e = span_of_years(p, e).unwrap_or(e);
    (p.any(e, &["fiscal", "financial"]) && p.is(e + 1, "year")).then_some((
        e + 2,
        Shape::Fiscal {
            year: y,
            quarter: None,
        },
    ))
}

/// The place behind "-25" or "/25" that follows a year.
fn span_of_years(p: &Pieces, e: usize) -> Option<usize> {
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
    // Alone it is a season only behind "in" or "since" with small letter, and never where it may be a verb or a noun.
    let alone = p.at(s).is_small()
        && p.before(i).any(&[
            "in",
            "since",
            "during",
            "until",
            "by",
            "this",
            "through",
            "throughout",
        ])
        && !p.at(s + 1).glued
        && (s > i
            || !p.any(s, &["fall", "spring"])
            || p.before(i).any(&["this", "during", "since", "in", "until"]))
        && !p.any(
            s + 1,
            &["of", "from", "to", "in", "into", "water", "break", "olympics"],
        );
    alone.then_some((
        s + 1,
        Shape::Season {
            year: Year::Open,
            season,
            long: false,
        },
    ))
}

/// How "early", "the end of" and the like narrow what follows.
pub(super) fn part(p: &Pieces, i: usize) -> Option<(usize, Part)> {
    let s = if p.any(i, &["the", "very"]) { i + 1 } else { i };
    let s = if p.is(s, "very") { s + 1 } else { s };
    let of = |k: usize| p.is(k, "of").then_some(k + 1);
    match () {
        () if p.any(s, &["early", "earlier"]) => {
            Some((of(s + 1).unwrap_or(p.skip_hyphen(s + 1)), Part::Early))
        }
        () if p.is(s, "mid") => Some((p.skip_hyphen(s + 1), Part::Mid)),
        () if p.is(s, "middle") => of(s + 1).map(|k| (k, Part::Mid)),
        () if p.any(s, &["late", "latter"]) => Some((p.skip_hyphen(s + 1), Part::Late)),
        () if p.is(s, "end") && p.at(s + 1).is_dash() => Some((s + 2, Part::End)),
        () if p.is(s, "end") => of(s + 1).map(|k| (k, Part::End)),
        () if p.any(s, &["beginning", "start", "turn"]) => of(s + 1).map(|k| (k, Part::Start)),
        () => None,
    }
}

/// "Monday", with "last week" behind it or "next week" before it.
pub(super) fn weekday_alone(p: &Pieces, i: usize) -> Read {
    let (e, day, full) = weekday(p, i)?;
    if !full {
        return None;
    }
    let k = if p.is(e, "of") { e + 1 } else { e };
    let shift = match () {
        () if p.is(k, "last") => Some(-1),
        () if p.is(k, "this") => Some(0),
        () if p.is(k, "next") => Some(1),
        () => None,
    };
    if let Some(n) = shift
        && p.is(k + 1, "week")
    {
        return Some((
            k + 2,
            Shape::Weekday {
                day,
                dir: Dir::Week(n),
            },
        ));
    }
    const PAPERS: &[&str] = &[
        "Times",
        "Telegraph",
        "Mirror",
        "Mail",
        "Express",
        "Herald",
        "Tribune",
        "Post",
        "Independent",
        "Island",
    ];
    if PAPERS.contains(&p.at(e).text)
        || (p.any(e, &["night"]) && p.any(e + 1, &["football", "live"]))
        || p.before(i)
            .any(&["bloody", "super", "sheffield", "black", "holy", "girl"])
            && p.before(i).is_capital()
    {
        return None;
    }
    Some((e, Shape::Weekday { day, dir: Dir::Bare }))
}

/// A year that stands alone, where its surroundings show that it is one.
pub(super) fn bare_year(p: &Pieces, i: usize) -> Read {
    let (e, y) = year(p, i)?;
    let prev = p.before(i);
    let next = p.at(e);
    if p.at(i).glued && prev.text.starts_with(char::is_alphabetic) {
        return None;
    }
    const BEFORE: &[&str] = &[
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "of",
        "during",
        "before",
        "after",
        "through",
        "throughout",
        "late",
        "early",
        "mid",
        "around",
        "circa",
        "between",
        "and",
        "to",
        "for",
        "or",
        "as",
        "than",
        "than",
        "c",
    ];
    const SURE: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "during",
        "late",
        "early",
        "mid",
        "circa",
        "throughout",
    ];
    // What a number before it counts.
    const NOUNS: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "students",
        "workers",
        "jobs",
        "employees",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "feet",
        "ft",
        "tonnes",
        "tons",
        "kg",
        "homes",
        "houses",
        "families",
        "years",
        "days",
        "hours",
        "minutes",
        "police",
        "officers",
        "refugees",
        "migrants",
        "dollars",
        "euros",
        "pounds",
        "yuan",
        "members",
        "seats",
        "votes",
        "villages",
        "schools",
        "cars",
        "vehicles",
        "passengers",
        "pages",
        "words",
        "points",
        "hectares",
        "acres",
        "square",
        "cubic",
        "mph",
        "rpm",
        "mw",
        "calories",
        "fans",
        "spectators",
        "protesters",
        "visitors",
        "tourists",
        "residents",
        "m",
        "cc",
        "hp",
        "percent",
        "per",
        "million",
        "billion",
        "others",
        "more",
        "additional",
        "new",
    ];
    if next.any(NOUNS)
        || next.any(&["%", "°"])
        || (next.glued && next.any(&["/", "."]) && matches!(p.term(e + 1), Term::Number { .. }))
    {
        return None;
    }
    if prev.glued_sign()
        || prev.any(&[
            "about",
            "over",
            "nearly",
            "some",
            "least",
            "most",
            "almost",
            "approximately",
            "roughly",
            "under",
            "another",
        ])
    {
        return None;
    }
    if prev.is_dash() && prev.glued && p.at(i).glued {
        // "Covid-2019", "A-2000", "+49-1999"; "mid-2011" is read with its part.
        return None;
    }
    let round = y % 100 == 0 || y < 1700;
    if prev.any(SURE) && (1000..2200).contains(&y) {
        return Some((e, Shape::Year(Year::Is(y))));
    }
    if !(1700..2100).contains(&y) {
        return None;
    }
    let plural = next.is_small()
        && next.text.ends_with('s')
        && !next.any(&["was", "is", "has", "as", "its", "his", "this", "s"]);
    let ok = match () {
        () if prev.text.is_empty() => next.is_small() && !round || next.any(&[",", ":"]),
        () if prev.any(BEFORE) => !(plural && round),
        () if prev.any(&[
            "the", "this", "that", "a", "its", "their", "his", "her", "our", "s", "an", "new", "whole",
            "same",
        ]) || prev.is_apostrophe() =>
        {
            (next.text.chars().all(char::is_alphabetic) || next.is_dash())
                && !next.text.is_empty()
                && !(plural && round)
        }
        () if prev.any(&["(", "[", ","]) => {
            !plural
                && !next.is_apostrophe()
                && (next.any(&[")", ",", ".", ";", "]", "-", "–", "—", "and"])
                    || next.text.is_empty()
                    || next.is_small())
                && !(round && next.is_small())
        }
        () if prev.any(&["and", "or", "–", "—", "-", "/", "&"]) => !plural,
        // "crisis 2008", "in Rio 2016": a name's part.
        () if prev.is_capital() => false,
        () if prev.is_small() => {
            !plural
                && !round
                && (next.text.is_empty()
                    || next.any(&[
                        ",",
                        ".",
                        ";",
                        ":",
                        ")",
                        "and",
                        "or",
                        "when",
                        "to",
                        "in",
                        "as",
                        "after",
                        "with",
                        "for",
                        "election",
                        "elections",
                    ]))
        }
        () => false,
    };
    (ok && !next.any(&["Agenda", "Vision", "Strategy"])).then_some((e, Shape::Year(Year::Is(y))))
}

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
            && !p.before(i).glued_sign()
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
        if joint(e, true)
            && let Some((e, n, true)) = month(p, e + 1, false)
            && day(p, e).is_none()
        {
            let (end, year) = year_behind(p, e);
            let f = |month| Box::new(Shape::Month { year, month });
            return (m < n).then(|| (end, Shape::Range(f(m), f(n))));
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

/// Whether a bare number that ends at `i` is no count of what follows ("April 14 and 15 were").
pub(super) fn closes(p: &Pieces, i: usize) -> bool {
    const FUNCTION: &[&str] = &[
        "in",
        "at",
        "for",
        "on",
        "with",
        "to",
        "when",
        "as",
        "of",
        "and",
        "or",
        "by",
        "from",
        "during",
        "before",
        "after",
        "while",
        "where",
        "were",
        "was",
        "will",
        "is",
        "are",
        "has",
        "have",
        "had",
        "would",
        "this",
        "last",
        "next",
        "inclusive",
        "respectively",
    ];
    let n = p.at(i);
    !n.text
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '%' || c == '$')
        || n.any(FUNCTION)
        || n.is_capital() && !n.glued
}

/// Units that "the end of" may narrow when told with "the".
pub(super) fn the_unit(p: &Pieces, i: usize) -> Read {
    let k = if p.any(i, &["the", "this"]) {
        i + 1
    } else {
        return None;
    };
    match p.term(k) {
        Term::Unit(
            unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Decade | Unit::Century | Unit::Quarter),
            false,
        ) => (!p.is(k + 1, "of")).then_some((k + 1, Shape::Shift { unit, n: 0 })),
        _ => None,
    }
}

impl super::lex::Piece<'_> {
    /// A sign that makes the number behind it no year.
    fn glued_sign(&self) -> bool {
        self.any(&[
            "$",
            "€",
            "£",
            "¥",
            "#",
            "+",
            "No",
            "no",
            "number",
            "Flight",
            "flight",
            "Route",
            "Highway",
            "Section",
            "Article",
            "Resolution",
            "Room",
            "version",
        ])
    }
}
