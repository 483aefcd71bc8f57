//! Distances and lengths that are counted: "three days ago", "for two weeks".

use super::amount::amount;
use super::date::Read;
use super::lex::Pieces;
use super::lexicon::Term;
use super::read::calendar_at;
use super::relative::named;
use super::tense;
use dossier_annotate::time::{DayPart, Reference, Shape, Tense, Unit};
use dossier_world::words;

words!(BETWEEN = "time/counted_between.txt");
words!(LENGTH_BEFORE = "time/length_before.txt");
words!(UNITS_NOT_BEFORE = "time/units_not_before.txt");

/// An amount of time: a duration, or what it is counted from. The flag tells that it is an age, which is none.
pub(super) fn counted(p: &Pieces, i: usize) -> Option<(usize, Option<Shape>)> {
    let hedge = hedge(p, i);
    let (mut e, mut n) = amount(p, hedge)?;
    let mut article = p.any(hedge, &["a", "an"]) && n == Some(1.0);
    // two to three years, 5-10 days
    let joint = p.any(e, &["to", "or"]) || p.at(e).is_dash();
    if joint
        && n.is_some()
        && let Some((e2, Some(_))) = amount(p, e + 1).filter(|_| !p.any(e + 1, &["a", "an", "half"]))
    {
        let k = p.skip_hyphen(e2);
        if matches!(p.term(k), Term::Unit(..)) {
            e = e2;
            n = None;
        }
    }
    for _ in 0..2 {
        if p.any(e, &BETWEEN) && !p.any(e, &["and"]) {
            e += 1;
        }
    }
    let hyphen = p.at(e).is_dash() && p.at(e).glued;
    let u = p.skip_hyphen(e);
    let (unit, plural) = match p.term(u) {
        Term::Unit(unit, plural) => (unit, plural),
        Term::Ordinal(2) if hyphen => (Unit::Second, false),
        // "three nights" are three days in TIMEX3.
        Term::DayParts(DayPart::Night) if !hyphen && n.is_none_or(|n| n > 1.0) => (Unit::Day, true),
        _ => return None,
    };
    let mut end = u + 1;
    // A singular unit needs "one" or a hyphen ("three-day"); "day three" and "3 Day" are names.
    if !plural && !hyphen && n.is_none_or(|n| n > 1.0) && !p.at(e).is_dash() {
        return None;
    }
    if unit == Unit::Quarter && (n.is_none_or(|n| n < 2.0) || hyphen || p.is(end, "of")) {
        return None;
    }
    if unit == Unit::Weekend && n.is_none() || unit == Unit::Minute && p.at(u).is("min") {
        return None;
    }
    // Ages are measures of people, not times: "33-year-old", "two years old", "aged 5 years".
    let old = p.skip_hyphen(end);
    if p.any(old, &["old", "olds"])
        || p.seq(end, &["of", "age"]).is_some()
        || p.before(i).any(&["aged", "age", "ages"])
    {
        return Some((old + 1, None));
    }
    // a year and a half
    if p.is(end, "and") && p.any(end + 1, &["a", "one"]) && p.any(end + 2, &["half", "quarter"]) {
        n = n.map(|n| n + if p.is(end + 2, "half") { 0.5 } else { 0.25 });
        end += 3;
    }
    let (value, n, e2) = compound(p, unit, n, end);
    if e2 > end && !unit.is_clock() {
        article = false;
    }
    end = e2;
    let length = Length {
        start: i,
        hedge,
        end,
        unit,
        n,
        article,
        hyphen,
    };
    placed(p, length, value)
}

/// A length of time as counted, and where it stands.
#[derive(Clone, Copy)]
struct Length {
    /// First piece.
    start: usize,
    /// First piece behind "about" and the like.
    hedge: usize,
    /// One past the last piece.
    end: usize,
    unit: Unit,
    n: Option<f64>,
    /// Whether "a" tells its number.
    article: bool,
    /// Whether a hyphen joins number and unit.
    hyphen: bool,
}

/// What the words behind a length and before it make of it: "ago", "later", "after Christmas".
fn placed(p: &Pieces, length: Length, value: String) -> Option<(usize, Option<Shape>)> {
    let Length {
        start: i,
        hedge,
        end,
        unit,
        n,
        article,
        hyphen,
    } = length;
    if p.is(end, "’") || p.is(end, "'") {
        // "two years' time", "three weeks' notice"
        if p.is(end + 1, "time") && p.before(i).is("in") {
            return Some((end + 2, Some(Shape::Away { n, unit, past: false })));
        }
    }
    if hyphen {
        // "three-day": never "a three-day ago"; "-long" belongs to it.
        let k = p.skip_hyphen(end);
        return Some((
            if p.is(k, "long") { k + 1 } else { end },
            Some(Shape::Length(value)),
        ));
    }
    if p.is(end, "ago") || p.is(end, "back") && !p.any(end + 1, &["to", "in", "from", "on"]) {
        // "three years ago this Friday": the day of the year is no day of this week.
        let long = matches!(unit, Unit::Month | Unit::Year | Unit::Decade);
        let day = long && p.any(end + 1, &["this", "next"]) && matches!(p.term(end + 2), Term::Weekday(..));
        let stop = if day { end + 3 } else { end + 1 };
        return Some((stop, Some(Shape::Away { n, unit, past: true })));
    }
    if p.seq(end, &["from", "now"]).is_some() {
        return Some((end + 2, Some(Shape::Away { n, unit, past: false })));
    }
    if p.any(end, &["later", "earlier", "previously"]) && !p.is(end + 1, "than") {
        let side = if p.is(end, "later") { 1.0 } else { -1.0 };
        return Some((
            end + 1,
            // "several years later" is a length of time, not the future.
            Some(match n {
                Some(n) => Shape::Later { n: n * side, unit },
                None => Shape::Length(value),
            }),
        ));
    }
    if let Some(r) = from_day(p, end, unit, n) {
        return Some(r);
    }
    if article {
        return a_unit(p, i, hedge, end).then_some((end, Some(Shape::Length(value))));
    }
    if p.is(hedge, "one") && p.before(i).text.is_empty() && unit == Unit::Day {
        return None;
    }
    if p.before(i).is("in")
        && !p.any(end, &["of", "for"])
        && tense::of(p, i - 1, end) == Tense::Future
        && n.is_some()
    {
        return Some((end, Some(Shape::Away { n, unit, past: false })));
    }
    Some((end, Some(Shape::Length(value))))
}

/// A length with the smaller one behind it ("two hours and 30 minutes", "a year and a day"): its value, the number
/// of larger units where one tells it, and the place behind.
fn compound(p: &Pieces, unit: Unit, mut n: Option<f64>, mut end: usize) -> (String, Option<f64>, usize) {
    let mut value = unit.duration(n);
    // two hours and 30 minutes
    let and = if p.any(end, &["and", ","]) { end + 1 } else { end };
    if unit.is_clock()
        && let Some((e2, Some(m))) = amount(p, and).filter(|_| !p.any(and, &["a", "an"]))
        && let Term::Unit(small @ (Unit::Minute | Unit::Second), _) = p.term(p.skip_hyphen(e2))
        && small != unit
    {
        value.push_str(small.duration(Some(m)).trim_start_matches("PT"));
        end = p.skip_hyphen(e2) + 1;
    }
    // two years and three months, a year and a day
    if !unit.is_clock()
        && n.is_some()
        && let Some((e2, Some(m))) = amount(p, and)
        && let Term::Unit(small, _) = p.term(p.skip_hyphen(e2))
        && (p.is(end, "and") || !p.any(end, &[","]) || p.any(e2 + 1, &["and", "ago", ".", ""]))
        && below(unit, small)
    {
        let more = small.duration(Some(m));
        value.push_str(more.strip_prefix('P').unwrap_or(&more));
        n = n
            .filter(|_| unit == Unit::Year && small == Unit::Month)
            .map(|n| n + m / 12.0);
        end = p.skip_hyphen(e2) + 1;
    }
    (value, n, end)
}

/// "two days after Christmas", the length ending before piece `end`.
fn from_day(p: &Pieces, end: usize, unit: Unit, n: Option<f64>) -> Option<(usize, Option<Shape>)> {
    if p.any(end, &["after", "before", "following"]) || p.seq(end, &["prior", "to"]).is_some() {
        let base_at = if p.is(end, "prior") { end + 2 } else { end + 1 };
        let base = calendar_at(p, base_at).or_else(|| named(p, base_at));
        if let (Some(n), Some((e, base))) = (n, base)
            && base.is_day()
        {
            let side = if p.any(end, &["after", "following"]) {
                1.0
            } else {
                -1.0
            };
            return Some((
                e,
                Some(Shape::From {
                    n: n * side,
                    unit,
                    base: Box::new(base),
                }),
            ));
        }
    }
    None
}

/// The place behind "about", "more than", "at least" and the like, else `i`.
pub(super) fn hedge(p: &Pieces, i: usize) -> usize {
    if p.any(
        i,
        &["about", "around", "nearly", "almost", "roughly", "approximately"],
    ) {
        return i + 1;
    }
    if p.any(i, &["more", "less"]) && p.is(i + 1, "than") || p.is(i, "at") && p.any(i + 1, &["least", "most"])
    {
        return i + 2;
    }
    i
}

/// Whether "a year" is a length of time rather than a rate ("40 aircraft a year") or a plain noun ("a day to remember").
pub(super) fn a_unit(p: &Pieces, i: usize, hedge: usize, end: usize) -> bool {
    hedge > i
        || p.before(i).any(&LENGTH_BEFORE)
        || p.any(end, &["after", "before", "since", "into", "on"])
        || p.at(end - 1).any(&["half", "quarter"])
}

/// Plural units without a number: "for years", "decades of war", "years ago", "decades-long".
pub(super) fn bare_units(p: &Pieces, i: usize) -> Read {
    let the = p.is(i, "the") && p.before(i).is("over");
    let k = if the { i + 1 } else { i };
    let Term::Unit(unit, true) = p.term(k) else {
        return None;
    };
    if unit == Unit::Quarter || p.at(k).is_capital() && k > 0 {
        return None;
    }
    let e = k + 1;
    if p.is(e, "ago") {
        return Some((e + 1, Shape::Ref(Reference::Past)));
    }
    if p.at(e).is_dash() && p.at(e).glued && p.any(e + 1, &["long", "old"]) {
        return Some((e + 2, Shape::Length(unit.duration(None))));
    }
    let fits = the
        || p.before(i).any(&["for", "in", "after", "within"]) && !p.is(e, "to")
        || p.any(e, &["of", "later", "after", "before"]) && !p.before(i).any(&UNITS_NOT_BEFORE);
    (fits && !p.before(i).is_dash()).then(|| (e, Shape::Length(unit.duration(None))))
}

/// Whether a smaller unit may follow a larger one in one length of time: "a year and two months".
fn below(unit: Unit, small: Unit) -> bool {
    match unit {
        Unit::Year => matches!(small, Unit::Month | Unit::Week | Unit::Day),
        Unit::Month => matches!(small, Unit::Week | Unit::Day),
        Unit::Week => small == Unit::Day,
        Unit::Day => matches!(small, Unit::Hour | Unit::Minute),
        _ => false,
    }
}
