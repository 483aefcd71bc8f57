//! Expressions that are counted from another day: "last week", "five years ago", "the past two years".

use super::amount::amount;
use super::date;
use super::date::Read;
use super::date::weekday;
use super::holiday;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{DayPart, Dir, Reference, Shape, Unit, Year};

/// Words for days, and the ones that have no date at all.
pub(super) fn named(p: &Pieces, i: usize) -> Read {
    let piece = p.at(i);
    let one = |s| Some((i + 1, s));
    let refer = |end: usize, r: Reference| Some((end, Shape::Ref(r)));
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
            if !p.at(e).is_small() || p.any(e, &["and", "but", "or", "as", "to", "when", "with", "for"]) {
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
        return None;
    }
    if let Some(e) = p.seq(i, &["that", "day"]).or_else(|| p.seq(i, &["same", "day"])) {
        return (!p.at(e).glued).then_some((e, Shape::Same));
    }
    if piece.is("that")
        && let Term::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year), false) =
            p.term(i + 1)
    {
        let told = p.before(i).text.is_empty()
            || p.before(i).any(&[
                "in", "of", "during", "later", "earlier", "since", "until", "by", "for", "after", "before",
                "end", ";",
            ]);
        return told.then_some((i + 2, Shape::Later { n: 0.0, unit }));
    }
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

/// "last week", "this summer", "next Monday", "the past two years", "this morning".
pub(super) fn directed(p: &Pieces, i: usize) -> Read {
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
        return Some((n + 2, Shape::Ref(Reference::FiscalYear)));
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
        return vague.then_some((
            n + 1,
            Shape::Ref(if side < 0 {
                Reference::Past
            } else {
                Reference::Future
            }),
        ));
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
            () if this => Shape::Shift { unit, n: side },
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

/// "overnight" as an adverb; "an overnight train" has no date.
fn overnight(p: &Pieces, i: usize) -> Read {
    let next = p.at(i + 1);
    let ends = !next.text.starts_with(char::is_alphanumeric) && !next.is_dash()
        || next.any(&[
            "in", "on", "at", "from", "by", "when", "as", "after", "and", "that", "to", "into", "with",
            "near", "for", "but", "while", "amid",
        ]);
    let adjective = p
        .before(i)
        .any(&["the", "an", "a", "its", "their", "his", "her", "this"]);
    (ends && !adjective).then_some((i + 1, Shape::Overnight))
}
