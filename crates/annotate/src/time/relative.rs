//! Expressions that are counted from another day: "last week", "five years ago", "the past two years".

use super::amount::amount;
use super::date::{Read, weekday};
use super::lex::Pieces;
use super::lexicon::Term;
use super::shape::{Dir, Shape, Year};
use super::tense::{self, Tense};
use super::unit::{DayPart, Unit};
use super::{calendar_at, date, holiday};

const PAST: &str = "PAST_REF";
const FUTURE: &str = "FUTURE_REF";
const PRESENT: &str = "PRESENT_REF";

/// Words for days, and the ones that have no date at all.
pub(super) fn named(p: &Pieces, i: usize) -> Read {
    let piece = p.at(i);
    let one = |s| Some((i + 1, s));
    let refer = |end: usize, r: &'static str| Some((end, Shape::Ref(r)));
    if piece.any(&["today", "tonight", "tomorrow", "yesterday", "overnight"]) {
        // "Russia Today", "USA Today"
        if piece.is_capital() && p.before(i).is_capital() && !p.before(i).text.is_empty() && piece.is("today")
        {
            return None;
        }
        return match () {
            () if piece.is("today") => one(Shape::Days(0)),
            () if piece.is("tomorrow") => one(Shape::Days(1)),
            () if piece.is("yesterday") => one(Shape::Days(-1)),
            () if piece.is("tonight") => one(Shape::In {
                part: DayPart::Night,
                day: Some(Box::new(Shape::Days(0))),
            }),
            () => None,
        };
    }
    if piece.is("the") {
        if let Some(e) = p.seq(i, &["the", "day", "before", "yesterday"]) {
            return Some((e, Shape::Days(-2)));
        }
        if let Some(e) = p.seq(i, &["the", "day", "after", "tomorrow"]) {
            return Some((e, Shape::Days(2)));
        }
        let adj = p.any(i + 1, &["near", "foreseeable", "distant", "immediate", "not"]);
        let k = if adj { i + 2 } else { i + 1 };
        if p.is(k, "future") && p.before(i).any(&["in", "for", "into", "over"]) && !p.is(k + 1, "of") {
            return refer(k + 1, FUTURE);
        }
        if (p.is(i + 1, "past") || p.is(i + 1, "recent") && p.is(i + 2, "past"))
            && p.any(i.wrapping_sub(1), &["in", "from"])
        {
            let e = if p.is(i + 1, "past") { i + 2 } else { i + 3 };
            if !p.at(e).is_small() || p.any(e, &["and", "but", "or", "as", "to", "when", "with", "for"]) {
                return refer(e, PAST);
            }
        }
        if let Some(e) = p.seq(i, &["the", "moment"]).filter(|_| p.before(i).is("at")) {
            return refer(e, PRESENT);
        }
        if let Some(e) = p.seq(i, &["the", "time", "being"]) {
            return refer(e, PRESENT);
        }
        if let Some(e) = p.seq(i, &["the", "same", "day"]) {
            return Some((e, Shape::Same));
        }
        return None;
    }
    if let Some(e) = p.seq(i, &["that", "day"]).or_else(|| p.seq(i, &["same", "day"])) {
        return (!p.at(e).glued).then_some((e, Shape::Same));
    }
    if piece.is("that")
        && let Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year), false) = p.term(i + 1)
    {
        let told = p.before(i).text.is_empty()
            || p.before(i).any(&[
                "in", "of", "during", "later", "earlier", "since", "until", "by", "for", "after", "before",
                "end",
            ]);
        return told.then_some((i + 2, Shape::Later { n: 0.0, unit }));
    }
    if piece.any(&["now", "currently", "nowadays", "presently"]) {
        // "Apocalypse Now", "now-defunct"
        let name = piece.is_capital()
            && !p.before(i).text.is_empty()
            && !p.before(i).any(&[".", "\"", "“", ":", "—"]);
        let joined = p.at(i + 1).is_dash() && p.at(i + 1).glued;
        return (!name && !joined).then(|| (i + 1, Shape::Ref(PRESENT)));
    }
    if piece.is("at") {
        return p.seq(i, &["at", "present"]).map(|e| (e, Shape::Ref(PRESENT)));
    }
    if piece.any(&["recently", "soon", "shortly"]) {
        let r = if piece.is("recently") { PAST } else { FUTURE };
        if p.is(i, "shortly")
            || p.is(i + 1, "after")
            || p.before(i).any(&["as", "too", "how"]) && p.is(i, "soon")
            || p.at(i + 1).is_dash()
        {
            return None;
        }
        return refer(i + 1, r);
    }
    if piece.is("more") && p.is(i + 1, "recently") {
        return refer(i + 2, PAST);
    }
    if piece.any(&["recent", "coming", "these"]) {
        let k = if piece.is("these") && p.is(i + 1, "days") {
            return refer(i + 2, PRESENT);
        } else {
            i + 1
        };
        if let Term::Unit(_, true) = p.term(k)
            && !piece.is("these")
        {
            return refer(k + 1, if piece.is("recent") { PAST } else { FUTURE });
        }
    }
    None
}

/// "last week", "this summer", "next Monday", "the past two years", "this morning".
pub(super) fn directed(p: &Pieces, i: usize) -> Read {
    let the = p.is(i, "the");
    let k = if the { i + 1 } else { i };
    let word = p.at(k);
    let (side, dir) = match () {
        () if word.any(&["last", "past", "previous"]) => (-1, Dir::Last),
        () if word.any(&["next", "coming", "following", "upcoming"]) => (1, Dir::Next),
        () if word.any(&["this", "current", "same"]) => (0, Dir::This),
        () => return None,
    };
    if word.is_capital()
        && p.at(k + 1).is_capital()
        && word.any(&["next", "last", "past"])
        && k > 0
        && !p.before(k).any(&[".", "\"", "“", ":"])
        && p.before(k).is_capital()
    {
        return None;
    }
    let n = k + 1;
    // Fiscal years start in different months, so which one "the last fiscal year" is stays open.
    if p.any(n, &["fiscal", "financial"]) && p.is(n + 1, "year") {
        return Some((n + 2, Shape::Ref("FYXXXX")));
    }
    // past two years, next few weeks
    if side != 0
        && !p.any(n, &["a", "an", "another"])
        && let Some((e, count)) = amount(p, n)
    {
        let e = p.skip_hyphen(e);
        if let Term::Unit(unit, plural) = p.term(e)
            && (plural || count == Some(1.0))
            && !p.is(e + 1, "of")
        {
            return Some((
                e + 1,
                Shape::Over {
                    n: count,
                    unit,
                    past: side < 0,
                },
            ));
        }
        if let Term::Unit(unit, true) = p.term(e) {
            return Some((e + 1, Shape::Length(unit.duration(count))));
        }
        return None;
    }
    if let Term::DayPart(part) = p.term(n) {
        let day = match (side, part) {
            (-1, DayPart::Night | DayPart::Evening) if word.is("last") => Shape::Days(-1),
            (0, _) if word.is("this") => Shape::Days(0),
            (1, _) if the => Shape::Later {
                n: 1.0,
                unit: Unit::Day,
            },
            _ => return None,
        };
        return Some((
            n + 1,
            Shape::In {
                part,
                day: Some(Box::new(day)),
            },
        ));
    }
    if word.any(&["same", "current"]) && !matches!(p.term(n), Term::Unit(..)) {
        return None;
    }
    if let Some((e, day, true)) = weekday(p, n) {
        if the && side != 0 {
            return Some((
                e,
                Shape::Later {
                    n: 0.0,
                    unit: Unit::Day,
                },
            ))
            .filter(|_| false);
        }
        return Some((e, Shape::Weekday { day, dir }));
    }
    if let Some((e, m, full)) = date::month(p, n, false) {
        // "last May 14" tells the day; "this March 14" too.
        if let Some((
            e,
            Shape::Day {
                month,
                day,
                year: Year::Open,
                ..
            },
        )) = date::dated(p, n)
        {
            return Some((
                e,
                Shape::Day {
                    year: Year::Turn(side),
                    month,
                    day,
                    weekday: None,
                },
            ));
        }
        return full.then_some((
            e,
            Shape::Month {
                year: Year::Turn(side),
                month: m,
            },
        ));
    }
    if let Term::Season(season) = p.term(n) {
        if p.at(n + 1).glued && p.at(n + 1).is_dash() {
            return None;
        }
        return Some((
            n + 1,
            Shape::Season {
                year: Year::Turn(side),
                season,
                long: false,
            },
        ));
    }
    if let Some((e, holiday)) = holiday::find(p, n) {
        return Some((
            e,
            Shape::Holiday {
                holiday,
                year: Year::Turn(side),
            },
        ));
    }
    let Term::Unit(unit, plural) = p.term(n) else {
        return None;
    };
    if plural {
        // "the past years", "the next days"
        let vague = the && side != 0 && !word.is("same");
        return vague.then_some((n + 1, Shape::Ref(if side < 0 { PAST } else { FUTURE })));
    }
    if unit.is_clock() || p.at(n + 1).glued && p.at(n + 1).is_dash() && side == 0 {
        return None;
    }
    // "the last week of the campaign" is told from the campaign.
    if side != 0 && p.is(n + 1, "of") {
        return None;
    }
    if unit == Unit::Weekend {
        return Some((n + 1, Shape::Weekend(dir)));
    }
    if unit == Unit::Quarter && word.any(&["last", "past", "next", "coming", "this", "current"]) {
        return Some((n + 1, Shape::Shift { unit, n: side }));
    }
    let spanning = p.before(i).any(&[
        "over",
        "in",
        "within",
        "during",
        "for",
        "through",
        "throughout",
        "of",
    ]);
    Some((
        n + 1,
        match () {
            () if word.is("same") => {
                return match unit {
                    Unit::Day => Some((n + 1, Shape::Same)),
                    Unit::Week | Unit::Month | Unit::Year => Some((n + 1, Shape::Later { n: 0.0, unit })),
                    _ => None,
                };
            }
            () if unit == Unit::Day && !word.any(&["following", "next", "previous"]) => return None,
            () if word.any(&["following", "previous"]) || unit == Unit::Day => Shape::Later {
                n: f64::from(side),
                unit,
            },
            () if word.is("past")
                || the
                    && word.any(&["last", "next", "coming"])
                    && (spanning || matches!(unit, Unit::Decade | Unit::Century)) =>
            {
                Shape::Over {
                    n: Some(1.0),
                    unit,
                    past: side < 0,
                }
            }
            () if the && word.is("next") => Shape::Later { n: 1.0, unit },
            () => Shape::Shift { unit, n: side },
        },
    ))
}

/// "earlier this year", "later this week", "late last year" is no such thing.
pub(super) fn rest(p: &Pieces, i: usize) -> Read {
    let side = match () {
        () if p.is(i, "earlier") => -1,
        () if p.is(i, "later") => 1,
        () => return None,
    };
    let k = if p.is(i + 1, "in") && p.is(i + 2, "the") {
        i + 3
    } else if p.is(i + 1, "this") {
        i + 2
    } else {
        return None;
    };
    if let Term::DayPart(part) = p.term(k) {
        return Some((
            k + 1,
            Shape::In {
                part,
                day: Some(Box::new(Shape::Days(0))),
            },
        ));
    }
    let Term::Unit(
        unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century),
        false,
    ) = p.term(k)
    else {
        return None;
    };
    Some((k + 1, Shape::Rest { unit, side }))
}

/// An amount of time: a duration, or what it is counted from. The flag tells that it is an age, which is none.
pub(super) fn counted(p: &Pieces, i: usize) -> Option<(usize, Option<Shape>)> {
    let hedge = hedge(p, i);
    let (mut e, mut n) = amount(p, hedge)?;
    let article = p.any(hedge, &["a", "an"]) && n == Some(1.0);
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
        if p.any(
            e,
            &[
                "more",
                "additional",
                "consecutive",
                "straight",
                "full",
                "whole",
                "further",
                "successive",
                "extra",
                "long",
                "calendar",
                "working",
                "business",
                "short",
                "other",
                "solid",
                "and",
            ],
        ) && !p.any(e, &["and"])
        {
            e += 1;
        }
    }
    let hyphen = p.at(e).is_dash() && p.at(e).glued;
    let u = p.skip_hyphen(e);
    let (unit, plural) = match p.term(u) {
        Term::Unit(unit, plural) => (unit, plural),
        Term::Ordinal(2) if hyphen => (Unit::Second, false),
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
    if p.any(old, &["old", "olds"]) || p.seq(end, &["of", "age"]).is_some() {
        return Some((old + 1, None));
    }
    // a year and a half
    if p.is(end, "and") && p.any(end + 1, &["a", "one"]) && p.any(end + 2, &["half", "quarter"]) {
        n = n.map(|n| n + if p.is(end + 2, "half") { 0.5 } else { 0.25 });
        end += 3;
    }
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
        return Some((end + 1, Some(Shape::Away { n, unit, past: true })));
    }
    if p.seq(end, &["from", "now"]).is_some() {
        return Some((end + 2, Some(Shape::Away { n, unit, past: false })));
    }
    if p.any(end, &["later", "earlier", "previously"]) && !p.is(end + 1, "than") {
        let side = if p.is(end, "later") { 1.0 } else { -1.0 };
        return Some((
            end + 1,
            Some(
                match n {
                    Some(n) => Shape::Later { n: n * side, unit },
                    None => Shape::Ref(if side > 0.0 { FUTURE } else { PAST }).clone(),
                }
                .vague_is_length(&value),
            ),
        ));
    }
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

impl Shape {
    /// "several years later" is a length of time, not the future.
    fn vague_is_length(self, value: &str) -> Self {
        match self {
            Self::Ref(_) => Self::Length(value.to_owned()),
            other => other,
        }
    }
}

/// The place behind "about", "more than", "at least" and the like, else `i`.
fn hedge(p: &Pieces, i: usize) -> usize {
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
fn a_unit(p: &Pieces, i: usize, hedge: usize, end: usize) -> bool {
    hedge > i
        || p.before(i).any(&[
            "for", "in", "within", "over", "than", "half", "lasted", "lasts", "took", "takes", "take",
            "spent", "least", "under", "after", "nearly", "almost", "about", "every",
        ])
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
        return Some((e + 1, Shape::Ref(PAST)));
    }
    if p.at(e).is_dash() && p.at(e).glued && p.any(e + 1, &["long", "old"]) {
        return Some((e + 2, Shape::Length(unit.duration(None))));
    }
    let fits = the
        || p.before(i).any(&["for", "in", "after", "within"]) && !p.is(e, "to")
        || p.any(e, &["of", "later", "after", "before"])
            && !p.before(i).any(&[
                "the", "these", "those", "of", "his", "her", "their", "its", "s", "early", "first", "last",
                "final",
            ]);
    (fits && !p.before(i).is_dash()).then(|| (e, Shape::Length(unit.duration(None))))
}
