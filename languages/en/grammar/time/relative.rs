//! Expressions that are counted from another day: "last week", "five years ago", "the past two years".

use super::amount::amount;
use super::date;
use super::date::Read;
use super::date::weekday;
use super::holiday;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{DayPart, Dir, Reference, Shape, Unit, Year};
use dossier_annotate::view::pieces::Piece;
use dossier_world::words;

words!(PAST_ENDS = "time/past_after.txt");
words!(WEEK_BEFORE = "time/that_week_before.txt");
words!(SPANNING = "time/spanning.txt");
words!(OVERNIGHT_AFTER = "time/overnight_after.txt");
words!(OVERNIGHT_NOT_BEFORE = "time/overnight_not_before.txt");

/// Words for days, and the ones that have no date at all.
pub(super) fn named(p: &Pieces, i: usize) -> Read {
    let piece = p.at(i);
    let one = |s| Some((i + 1, s));
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
            () if piece.is("overnight") => overnight(p, i),
            () if piece.is("tonight") => one(Shape::In {
                part: DayPart::Night,
                day: Some(Box::new(Shape::Days(0))),
            }),
            () => None,
        };
    }
    if piece.is("the") {
        return with_the(p, i);
    }
    if let Some(e) = p.seq(i, &["that", "day"]).or_else(|| p.seq(i, &["same", "day"])) {
        return (!p.at(e).glued).then_some((e, Shape::Same));
    }
    if piece.is("that") {
        return that_unit(p, i);
    }
    reference(p, i)
}

/// "the day before yesterday", "the near future", "the same day".
fn with_the(p: &Pieces, i: usize) -> Read {
    let refer = |end: usize, r: Reference| Some((end, Shape::Ref(r)));
    if let Some(e) = p.seq(i, &["the", "day", "before", "yesterday"]) {
        return Some((e, Shape::Days(-2)));
    }
    if let Some(e) = p.seq(i, &["the", "day", "after", "tomorrow"]) {
        return Some((e, Shape::Days(2)));
    }
    let adj = p.any(i + 1, &["near", "foreseeable", "distant", "immediate", "not"]);
    let k = if adj { i + 2 } else { i + 1 };
    if p.is(k, "future") && p.before(i).any(&["in", "for", "into", "over"]) && !p.is(k + 1, "of") {
        return refer(k + 1, Reference::Future);
    }
    if (p.is(i + 1, "past") || p.is(i + 1, "recent") && p.is(i + 2, "past"))
        && p.any(i.wrapping_sub(1), &["in", "from"])
    {
        let e = if p.is(i + 1, "past") { i + 2 } else { i + 3 };
        if !p.at(e).is_small() || p.any(e, &PAST_ENDS) {
            return refer(e, Reference::Past);
        }
    }
    if let Some(e) = p.seq(i, &["the", "moment"]).filter(|_| p.before(i).is("at")) {
        return refer(e, Reference::Present);
    }
    if let Some(e) = p.seq(i, &["the", "time", "being"]) {
        return refer(e, Reference::Present);
    }
    if let Some(e) = p.seq(i, &["the", "same", "day"]) {
        return Some((e, Shape::Same));
    }
    None
}

/// "that week", told before.
fn that_unit(p: &Pieces, i: usize) -> Read {
    if let Term::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year), false) = p.term(i + 1) {
        let told = p.before(i).text.is_empty() || p.before(i).any(&WEEK_BEFORE);
        return told.then_some((i + 2, Shape::Later { n: 0.0, unit }));
    }
    None
}

/// "now", "recently", "in the coming weeks": times that have no date.
fn reference(p: &Pieces, i: usize) -> Read {
    let piece = p.at(i);
    let refer = |end: usize, r: Reference| Some((end, Shape::Ref(r)));
    if piece.is("right") && p.is(i + 1, "now") {
        return refer(i + 2, Reference::Present);
    }
    if piece.is("lately") {
        return refer(i + 1, Reference::Past);
    }
    if piece.any(&["now", "currently", "nowadays", "presently"]) {
        // "Apocalypse Now", "now-defunct"
        let name = piece.is_capital()
            && !p.before(i).text.is_empty()
            && !p.before(i).any(&[".", "\"", "“", ":", "—"]);
        let joined = p.at(i + 1).is_dash() && p.at(i + 1).glued;
        let idiom = p.is(i + 1, "and") && p.any(i + 2, &["then", "again"]);
        return (!name && !joined && !idiom).then(|| (i + 1, Shape::Ref(Reference::Present)));
    }
    if piece.is("at") {
        return p
            .seq(i, &["at", "present"])
            .map(|e| (e, Shape::Ref(Reference::Present)));
    }
    if piece.any(&["recently", "soon", "shortly"]) {
        let r = if piece.is("recently") {
            Reference::Past
        } else {
            Reference::Future
        };
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
        return refer(i + 2, Reference::Past);
    }
    if piece.any(&["recent", "coming", "these"]) {
        let k = if piece.is("these") && p.is(i + 1, "days") {
            return refer(i + 2, Reference::Present);
        } else {
            i + 1
        };
        if let Term::Unit(_, true) = p.term(k)
            && !piece.is("these")
        {
            return refer(
                k + 1,
                if piece.is("recent") {
                    Reference::Past
                } else {
                    Reference::Future
                },
            );
        }
    }
    None
}

/// What "last", "this" and "next" tell, and where they stand.
#[derive(Clone, Copy)]
struct Pointer<'a> {
    /// First piece of the expression.
    start: usize,
    /// The piece behind the word.
    next: usize,
    /// The word.
    word: Piece<'a>,
    /// Whether "the" stands before it.
    the: bool,
    /// Whether "this" stands before it.
    this: bool,
    /// -1 past, 0 this, 1 to come.
    side: i32,
    dir: Dir,
}

/// The word that points at `i`.
fn pointer<'a>(p: &Pieces<'a>, i: usize) -> Option<Pointer<'a>> {
    let the = p.is(i, "the");
    // "this past week" is last week, "this coming Monday" the next one.
    let this = p.is(i, "this") && p.any(i + 1, &["past", "coming", "last", "next"]);
    let k = if the || this { i + 1 } else { i };
    let word = p.at(k);
    let (side, dir) = match () {
        () if word.any(&["last", "past", "previous"]) => (-1, Dir::Last),
        () if word.any(&["coming", "upcoming"]) || this && word.is("next") => (1, Dir::Coming),
        () if word.any(&["next", "following"]) => (1, Dir::Next),
        () if word.any(&["this", "current", "same"]) => (0, Dir::This),
        () => return None,
    };
    let name = word.is_capital()
        && p.at(k + 1).is_capital()
        && word.any(&["next", "last", "past"])
        && k > 0
        && !p.before(k).any(&[".", "\"", "“", ":"])
        && p.before(k).is_capital();
    (!name).then_some(Pointer {
        start: i,
        next: k + 1,
        word,
        the,
        this,
        side,
        dir,
    })
}

/// "last week", "this summer", "next Monday", "the past two years", "this morning".
pub(super) fn directed(p: &Pieces, i: usize) -> Read {
    let at = pointer(p, i)?;
    let n = at.next;
    // Fiscal years start in different months, so which one "the last fiscal year" is stays open.
    if p.any(n, &["fiscal", "financial"]) && p.is(n + 1, "year") {
        return Some((n + 2, Shape::Ref(Reference::FiscalYear)));
    }
    // past two years, next few weeks
    if at.side != 0
        && !p.any(n, &["a", "an", "another"])
        && let Some((e, count)) = amount(p, n)
    {
        return several(p, at, e, count);
    }
    if let Term::DayPart(part) = p.term(n) {
        return part_of_day(at, part);
    }
    if at.word.any(&["same", "current"]) && !matches!(p.term(n), Term::Unit(..)) {
        return None;
    }
    if let Some((e, day, true)) = weekday(p, n) {
        // "the last Monday" is told from something else.
        let told = at.the && at.side != 0;
        return (!told).then_some((e, Shape::Weekday { day, dir: at.dir }));
    }
    if let Some((e, m, full)) = date::month(p, n, false) {
        return month_of(p, at, e, m, full);
    }
    let year = Year::Turn(at.side);
    if let Term::Season(season) = p.term(n) {
        let joined = p.at(n + 1).glued && p.at(n + 1).is_dash();
        let shape = Shape::Season {
            year,
            season,
            long: false,
        };
        return (!joined).then_some((n + 1, shape));
    }
    if let Some((e, holiday)) = holiday::find(p, n) {
        return Some((e, Shape::Holiday { holiday, year }));
    }
    match p.term(n) {
        // "the past years", "the next days"
        Term::Unit(_, true) => {
            let vague = at.the && at.side != 0 && !at.word.is("same");
            let r = if at.side < 0 {
                Reference::Past
            } else {
                Reference::Future
            };
            vague.then_some((n + 1, Shape::Ref(r)))
        }
        Term::Unit(unit, false) => one_unit(p, at, unit),
        _ => None,
    }
}

/// "the past two years", behind whose number stands piece `e`.
fn several(p: &Pieces, at: Pointer<'_>, e: usize, count: Option<f64>) -> Read {
    let e = p.skip_hyphen(e);
    match p.term(e) {
        Term::Unit(unit, plural) if (plural || count == Some(1.0)) && !p.is(e + 1, "of") => Some((
            e + 1,
            Shape::Over {
                n: count,
                unit,
                past: at.side < 0,
            },
        )),
        Term::Unit(unit, true) => Some((e + 1, Shape::Length(unit.duration(count)))),
        _ => None,
    }
}

/// "last night", "this morning", "the next morning".
fn part_of_day(at: Pointer<'_>, part: DayPart) -> Read {
    let day = match (at.side, part) {
        (-1, DayPart::Night | DayPart::Evening) if at.word.is("last") => Shape::Days(-1),
        (0, _) if at.word.is("this") => Shape::Days(0),
        (1, _) if at.the => Shape::Later {
            n: 1.0,
            unit: Unit::Day,
        },
        _ => return None,
    };
    Some((
        at.next + 1,
        Shape::In {
            part,
            day: Some(Box::new(day)),
        },
    ))
}

/// "last May"; "last May 14" and "this March 14" tell the day. The month ends before piece `e`.
fn month_of(p: &Pieces, at: Pointer<'_>, e: usize, month: u8, full: bool) -> Read {
    let year = Year::Turn(at.side);
    if let Some((
        e,
        Shape::Day {
            month,
            day,
            year: Year::Open,
            ..
        },
    )) = date::dated(p, at.next)
    {
        return Some((
            e,
            Shape::Day {
                year,
                month,
                day,
                weekday: None,
            },
        ));
    }
    full.then_some((e, Shape::Month { year, month }))
}

/// "last week", "the next day", "the past decade".
fn one_unit(p: &Pieces, at: Pointer<'_>, unit: Unit) -> Read {
    let Pointer {
        next: n,
        word,
        side,
        the,
        ..
    } = at;
    if unit.is_clock() || p.at(n + 1).glued && p.at(n + 1).is_dash() && side == 0 {
        return None;
    }
    // "the last week of the campaign" is told from the campaign.
    if side != 0 && p.is(n + 1, "of") {
        return None;
    }
    if unit == Unit::Weekend {
        return Some((n + 1, Shape::Weekend(at.dir)));
    }
    if unit == Unit::Quarter && word.any(&["last", "past", "next", "coming", "this", "current"]) {
        return Some((n + 1, Shape::Shift { unit, n: side }));
    }
    let spanning = p.before(at.start).any(&SPANNING);
    let shape = match () {
        () if word.is("same") => match unit {
            Unit::Day => Shape::Same,
            Unit::Week | Unit::Month | Unit::Year => Shape::Later { n: 0.0, unit },
            _ => return None,
        },
        () if unit == Unit::Day && !word.any(&["following", "next", "previous"]) => return None,
        () if word.any(&["following", "previous"]) || unit == Unit::Day => Shape::Later {
            n: f64::from(side),
            unit,
        },
        () if at.this => Shape::Shift { unit, n: side },
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
    };
    Some((n + 1, shape))
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

/// "overnight" as an adverb; "an overnight train" has no date.
fn overnight(p: &Pieces, i: usize) -> Read {
    let next = p.at(i + 1);
    let ends = !next.text.starts_with(char::is_alphanumeric) && !next.is_dash() || next.any(&OVERNIGHT_AFTER);
    let adjective = p.before(i).any(&OVERNIGHT_NOT_BEFORE);
    (ends && !adjective).then_some((i + 1, Shape::Overnight))
}
