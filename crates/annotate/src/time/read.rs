//! The grammar: at each piece, the longest expression that starts there.

use super::amount::ordinal;
use super::date::{self, Read};
use super::lex::Pieces;
use super::lexicon::Term;
use super::shape::{Dir, Part, Shape, Year};
use super::unit::{DayPart, Unit};
use super::{clock, holiday, relative, set};

/// An expression and the pieces it stands on.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// What it says.
    pub shape: Shape,
}

/// The months whose names are also a person's in this article ("Theresa May"), as bits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names(u16);

impl Names {
    /// Looks for months behind a capitalised word or a form of address.
    pub fn of(text: &str) -> Self {
        const NOT_NAMES: &[&str] = &[
            "In",
            "On",
            "By",
            "Since",
            "Last",
            "Next",
            "This",
            "Early",
            "Late",
            "Mid",
            "From",
            "Until",
            "Till",
            "And",
            "The",
            "Between",
            "During",
            "Before",
            "After",
            "To",
            "Of",
            "Through",
            "For",
            "Or",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "As",
            "About",
            "Around",
            "Every",
            "End",
            "With",
            "At",
            "When",
            "While",
            "If",
            "But",
            "Q",
            "Each",
            "That",
            "Its",
            "Is",
        ];
        let mut bits = 0;
        for (m, name) in [(3, "March"), (4, "April"), (5, "May"), (6, "June"), (8, "August")] {
            for (at, _) in text.match_indices(name).take(200) {
                let before = text.get(..at).unwrap_or("");
                let behind = text.get(at + name.len()..).unwrap_or("");
                let Some(before) = before.strip_suffix(' ') else {
                    continue;
                };
                let tail = before
                    .char_indices()
                    .rev()
                    .take(24)
                    .find(|(_, c)| c.is_whitespace())
                    .map_or(before, |(i, c)| before.get(i + c.len_utf8()..).unwrap_or(""));
                let word = tail
                    .trim_end_matches('.')
                    .trim_start_matches(|c: char| !c.is_alphanumeric());
                let dot_ends = tail.ends_with('.') && !matches!(word, "Mr" | "Mrs" | "Ms" | "Dr");
                let number = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
                let letters = behind.starts_with(char::is_alphanumeric);
                if word.chars().next().is_some_and(char::is_uppercase)
                    && word.chars().all(char::is_alphabetic)
                    && !dot_ends
                    && !number
                    && !letters
                    && !NOT_NAMES.contains(&word)
                {
                    bits |= 1 << m;
                    break;
                }
            }
        }
        Self(bits)
    }

    fn has(self, month: u8) -> bool {
        self.0 & (1 << month) != 0
    }
}

/// Fills `out` with the expressions of a sentence.
pub(super) fn sentence(p: &Pieces, names: Names, out: &mut Vec<Found>) {
    out.clear();
    let mut i = 0;
    while i < p.len() {
        if p.term(i) == Term::Other && p.at(i).text != "'" && p.at(i).text != "’" {
            i += 1;
            continue;
        }
        i = list(p, i, out)
            .or_else(|| one(p, i, names, out))
            .unwrap_or(i + 1)
            .max(i + 1);
    }
}

/// The longest expression at `i`; gives the place behind it.
fn one(p: &Pieces, i: usize, names: Names, out: &mut Vec<Found>) -> Option<usize> {
    let start = i;
    let mut best: Option<(usize, Option<Shape>)> = None;
    let mut offer = |r: Option<(usize, Option<Shape>)>| {
        if let Some((e, s)) = r
            && best.as_ref().is_none_or(|b| e > b.0)
        {
            best = Some((e, s));
        }
    };
    let some = |r: Read| r.map(|(e, s)| (e, Some(s)));
    offer(some(set::set(p, i)));
    offer(some(timed(p, i)));
    offer(some(date::range(p, i)));
    offer(some(calendar_at(p, i)));
    offer(some(narrowed(p, i)));
    offer(some(relative::rest(p, i)));
    offer(some(relative::directed(p, i)));
    offer(some(relative::named(p, i)));
    offer(some(day_of_this_month(p, i)));
    offer(some(date::weekday_alone(p, i)));
    offer(some(weekend(p, i)));
    offer(relative::counted(p, i));
    offer(some(relative::bare_units(p, i)));
    offer(some(date::bare_year(p, i)));
    offer(some(short_year(p, i)));
    let (end, shape) = best?;
    let Some(shape) = shape else {
        return Some(end);
    };
    if refused(p, start, end, &shape, names) {
        return None;
    }
    let (end, shape) = with_time(p, end, shape);
    out.push(Found { start, end, shape });
    Some(end)
}

/// Whether words that read as a time are a name or a count after all.
fn refused(p: &Pieces, start: usize, end: usize, shape: &Shape, names: Names) -> bool {
    const STRONG: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "throughout",
        "between",
    ];
    const FAIR: &[&str] = &[
        "by", "from", "of", "to", "through", "before", "after", "for", "and", "or", "-", "–",
    ];
    if let Shape::Month {
        year: Year::Open,
        month,
    } = shape
    {
        let prev = p.before(start);
        let strong = prev.any(STRONG) || end > start + 1 && p.at(end - 1).text != ".";
        let name_next = p.at(end).is_capital() && !p.at(end).glued;
        if p.at(end).glued && p.at(end).is_dash() && !prev.any(STRONG) {
            return true;
        }
        return match month {
            _ if names.has(*month) => !strong,
            3 | 5 => !(strong || prev.any(FAIR) && !name_next),
            4 | 6 | 8 => !strong && (name_next || prev.is_capital() || prev.is_dash() && prev.glued),
            _ => false,
        };
    }
    false
}

/// A calendar expression at `i`, the longest.
pub(super) fn calendar_at(p: &Pieces, i: usize) -> Read {
    let mut best: Read = None;
    let mut offer = |r: Read| {
        if let Some((e, s)) = r
            && best.as_ref().is_none_or(|b| e > b.0)
        {
            best = Some((e, s));
        }
    };
    offer(date::dated(p, i));
    offer(date::figures(p, i));
    offer(date::fraction_of_year(p, i));
    offer(date::fiscal(p, i));
    offer(date::decade_or_century(p, i));
    offer(date::season(p, i));
    offer(week_of(p, i));
    offer(attacks(p, i));
    offer(day_or_week_in(p, i));
    offer(feast(p, i));
    best.map(|(e, s)| (e, known_day(p, e, s)))
}

/// A feast with what is told of its year.
fn feast(p: &Pieces, i: usize) -> Read {
    let (e, holiday) = holiday::find(p, i)?;
    let k = if p.is(e, ",") { e + 1 } else { e };
    if let Some((e, y)) = date::year(p, k) {
        return Some((
            e,
            Shape::Holiday {
                holiday,
                year: Year::Is(y),
            },
        ));
    }
    if p.any(e, &["last", "this", "next"]) && p.is(e + 1, "year") {
        let n = if p.is(e, "last") {
            -1
        } else {
            i32::from(p.is(e, "next"))
        };
        return Some((
            e + 2,
            Shape::Holiday {
                holiday,
                year: Year::Shift(n),
            },
        ));
    }
    Some((
        e,
        Shape::Holiday {
            holiday,
            year: Year::Open,
        },
    ))
}

/// "the week of April 14".
fn week_of(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let of = p
        .seq(k, &["week", "of"])
        .or_else(|| p.seq(k, &["week", "beginning"]))
        .or_else(|| p.seq(k, &["week", "starting"]))
        .or_else(|| p.seq(k, &["week", "commencing"]))?;
    let (e, base) = date::dated(p, of)?;
    base.is_day().then(|| (e, Shape::WeekOf(Box::new(base))))
}

/// "the last week of July", "the first day of 2025".
fn day_or_week_in(p: &Pieces, i: usize) -> Read {
    let k = if p.is(i, "the") { i + 1 } else { i };
    let (e, n) = if p.any(k, &["last", "final"]) {
        (k + 1, 0)
    } else {
        ordinal(p, k)?
    };
    let (unit, most) = match p.term(e) {
        Term::Unit(Unit::Day, false) => (Unit::Day, 31),
        Term::Unit(Unit::Week, false) => (Unit::Week, 5),
        _ => return None,
    };
    if n > most || !p.is(e + 1, "of") {
        return None;
    }
    let named = date::dated(p, e + 2).filter(|r| matches!(r.1, Shape::Month { .. }));
    let (end, whole) = named
        .or_else(|| date::year(p, e + 2).map(|(e, y)| (e, Shape::Year(Year::Is(y)))))
        .or_else(|| {
            relative::directed(p, e + 2).filter(|r| matches!(r.1, Shape::Shift { .. } | Shape::Month { .. }))
        })?;
    Some((
        end,
        Shape::Nth {
            n: n as u8,
            unit,
            whole: Box::new(whole),
        },
    ))
}

/// "9/11" is the name of one day wherever it stands.
fn attacks(p: &Pieces, i: usize) -> Read {
    let fits = p.at(i).text == "9"
        && p.at(i + 1).text == "/"
        && p.at(i + 1).glued
        && p.at(i + 2).text == "11"
        && p.at(i + 2).glued;
    let bound = p.at(i).glued && p.before(i).any(&["/", "-"])
        || p.at(i + 3).glued && p.at(i + 3).any(&["/", "-", "%"]);
    (fits && !bound).then(|| {
        (
            i + 3,
            Shape::Day {
                year: Year::Is(2001),
                month: Some(9),
                day: 11,
                weekday: None,
            },
        )
    })
}

/// Days that go by their date alone: the attacks of September 11 (2001) and January 6 (2021).
fn known_day(p: &Pieces, end: usize, shape: Shape) -> Shape {
    let Shape::Day {
        year: Year::Open,
        month: Some(m),
        day,
        weekday,
    } = shape
    else {
        return shape;
    };
    let k = if p.at(end).is(",") { end + 1 } else { end };
    let year = match (m, day) {
        (9, 11) if p.any(k, &["attacks", "terrorist", "terror", "hijackers", "hijackings"]) => Year::Is(2001),
        (1, 6) if p.any(k, &["insurrection", "riot", "rioters", "capitol", "committee"]) => Year::Is(2021),
        _ => Year::Open,
    };
    Shape::Day {
        year,
        month: Some(m),
        day,
        weekday,
    }
}

/// "early 2024", "the end of last year", "mid-June", "late Monday", "the beginning of the 1990s".
fn narrowed(p: &Pieces, i: usize) -> Read {
    let (k, part) = date::part(p, i)?;
    let mut whole: Read = None;
    let mut offer = |r: Read| {
        if let Some((e, s)) = r
            && whole.as_ref().is_none_or(|b| e > b.0)
            && s.is_calendar()
        {
            whole = Some((e, s));
        }
    };
    offer(calendar_at(p, k));
    offer(relative::directed(p, k));
    offer(date::the_unit(p, k));
    offer(date::year(p, k).map(|(e, y)| (e, Shape::Year(Year::Is(y)))));
    offer(date::weekday_alone(p, k));
    offer(relative::named(p, k));
    let (e, whole) = whole?;
    if p.is(i, "earlier") {
        return None;
    }
    if matches!(whole, Shape::Later { .. } | Shape::Same | Shape::Away { .. }) {
        return None;
    }
    // "late Monday night": the part of the day tells more than the half of it.
    if whole.is_day()
        && matches!(part, Part::Early | Part::Late)
        && let Some((e, night)) = clock::day_part(p, e)
    {
        return Some((
            e,
            Shape::In {
                part: night,
                day: Some(Box::new(whole)),
            },
        ));
    }
    Some((
        e,
        Shape::Of {
            part,
            whole: Box::new(whole),
        },
    ))
}

/// "the 14th" behind "on", where no noun follows it.
fn day_of_this_month(p: &Pieces, i: usize) -> Read {
    if !p.is(i, "the") || !p.before(i).any(&["on", "until", "by", "since"]) {
        return None;
    }
    let (e, d) = ordinal(p, i + 1)?;
    let figures = matches!(p.term(i + 1), Term::Number { .. });
    ((1..=31).contains(&d)
        && figures
        && date::closes(p, e)
        && !p.at(e).is_capital()
        && !p.is(e, "of")
        && !p.at(e).is_dash())
    .then_some({
        (
            e,
            Shape::Day {
                year: Year::Open,
                month: None,
                day: d as u8,
                weekday: None,
            },
        )
    })
}

/// "the weekend", told by the tense.
fn weekend(p: &Pieces, i: usize) -> Read {
    (p.is(i, "the")
        && p.is(i + 1, "weekend")
        && p.before(i).any(&["over", "at", "during", "on", "for", "by"]))
    .then_some((i + 2, Shape::Weekend(Dir::Bare)))
}

/// "'98" behind a preposition.
fn short_year(p: &Pieces, i: usize) -> Read {
    if !p.at(i).is_apostrophe()
        || !p.before(i).any(&["in", "since", "of", "from", "by", "until"])
        || p.at(i).glued
    {
        return None;
    }
    match p.term(i + 1) {
        Term::Number {
            value,
            digits: 2,
            plain: true,
        } if p.at(i + 1).glued && !p.at(i + 2).glued || p.any(i + 2, &[",", "."]) => {
            let y = value as i16;
            Some((
                i + 2,
                Shape::Year(Year::Is(if y <= 30 { 2000 + y } else { 1900 + y })),
            ))
        }
        _ => None,
    }
}

/// A clock time or part of a day, with the day told behind it.
fn timed(p: &Pieces, i: usize) -> Read {
    if let Some((e, clock)) = clock::clock(p, i) {
        let k = if p.any(e, &["on", ","]) { e + 1 } else { e };
        if let Some((e2, day)) = a_day(p, k).filter(|_| !p.is(e, ",") || !p.at(e + 1).is_small()) {
            return Some((
                e2,
                Shape::At {
                    clock,
                    day: Some(Box::new(day)),
                },
            ));
        }
        return Some((e, Shape::At { clock, day: None }));
    }
    let k = if p.is(i, "the") { i + 1 } else { i };
    let (e, part) = clock::day_part(p, k)?;
    if p.is(e, "of")
        && let Some((e, day)) = a_day(p, e + 1)
    {
        return Some((
            e,
            Shape::In {
                part,
                day: Some(Box::new(day)),
            },
        ));
    }
    let prev = p.before(i);
    let clock_word = matches!(part, DayPart::Midday | DayPart::Midnight) && k == i;
    let fits = clock_word
        && prev.any(&["at", "by", "until", "before", "after", "around", "till", "from"])
        && (!p.at(e).is_capital() || matches!(p.term(e), Term::Weekday(..) | Term::Month(..)));
    if fits {
        let on = if p.is(e, "on") { e + 1 } else { e };
        return Some(match a_day(p, on) {
            Some((e, day)) => (
                e,
                Shape::In {
                    part,
                    day: Some(Box::new(day)),
                },
            ),
            None => (e, Shape::In { part, day: None }),
        });
    }
    None
}

/// An expression that names one day.
fn a_day(p: &Pieces, i: usize) -> Read {
    let mut best: Read = None;
    for r in [
        calendar_at(p, i),
        relative::directed(p, i),
        relative::named(p, i),
        date::weekday_alone(p, i),
    ]
    .into_iter()
    .flatten()
    {
        let day = match &r.1 {
            Shape::In { day: Some(d), .. } => Some((r.0, (**d).clone())),
            s if s.is_day() => Some(r),
            _ => None,
        };
        if let Some(d) = day
            && best.as_ref().is_none_or(|b| d.0 > b.0)
        {
            best = Some(d);
        }
    }
    best
}

/// A part of the day or clock time behind a day: "Monday morning", "tomorrow at 9 a.m.".
fn with_time(p: &Pieces, end: usize, shape: Shape) -> (usize, Shape) {
    if !shape.is_day() || matches!(shape, Shape::Same) {
        return (end, shape);
    }
    if let Some((e, part)) = clock::day_part(p, end)
        && !matches!(part, DayPart::Midnight)
    {
        return (
            e,
            Shape::In {
                part,
                day: Some(Box::new(shape)),
            },
        );
    }
    let k = if p.is(end, ",") { end + 1 } else { end };
    let k = if p.is(k, "at") { k + 1 } else { k };
    if let Some((e, clock)) = clock::clock(p, k) {
        return (
            e,
            Shape::At {
                clock,
                day: Some(Box::new(shape)),
            },
        );
    }
    (end, shape)
}

/// Several days of one month: "14 and 15 April", "April 14, 15 and 16", "the 14th and 15th of April".
fn list(p: &Pieces, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    const MOST: usize = 8;
    let and = |k: usize| match () {
        () if p.is(k, ",") && p.any(k + 1, &["and", "or"]) => Some(k + 2),
        () if p.any(k, &["and", "or", "&", ","]) => Some(k + 1),
        () => None,
    };
    // April 14, 15 and 16
    if let Some((e, m, _)) = date::month(p, i, true)
        && let Some((mut e, d)) = date::day(p, e)
    {
        let mut days = vec![(i, e, d)];
        while days.len() < MOST
            && let Some(k) = and(e)
            && let Some((e2, d2)) = date::day(p, k)
            && date::month(p, e2, true).is_none()
            && d2 > days.last().map_or(0, |x| x.2)
            && (date::closes(p, e2) || and(e2).is_some())
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
    // 14 and 15 April
    let s = if p.is(i, "the") { i + 1 } else { i };
    let (mut e, d) = date::day(p, s)?;
    let mut days = vec![(i, e, d)];
    while days.len() < MOST
        && let Some(k) = and(e)
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

fn push_days(out: &mut Vec<Found>, days: &[(usize, usize, u8)], month: u8, year: Year, end: usize) {
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
