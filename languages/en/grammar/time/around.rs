//! What the words around an expression tell of it: how it is tied to the next one, what a preposition makes of its
//! ends, whose noun it belongs to, and the date that stands beside a weekday.

use dossier_annotate::time::{Bound, Expression, Link, Shape, Tense};
use dossier_model::Span;

use super::lex::Pieces;
use super::read::Found;
use super::tense;

/// The expressions of a sentence as the algebra takes them; without a day of publication no tense is asked for.
pub(super) fn expressions(p: &Pieces, found: &[Found], dated: bool) -> Vec<Expression> {
    let links: Vec<Link> = (0..found.len())
        .map(|k| link(p, found.get(k), found.get(k + 1)))
        .collect();
    found
        .iter()
        .enumerate()
        .map(|(k, f)| {
            let (bound, from, to) = bound(p, f);
            let preposition = usize::from(p.before(f.start).any(&["from", "between"]));
            Expression {
                span: span(p, f.start, f.end),
                shape: f.shape.clone(),
                tense: if dated {
                    tense_of(p, found, &links, k)
                } else {
                    Tense::Unknown
                },
                possessive: p.at(f.end).is_apostrophe()
                    || p.before(f.start).any(&["a", "the", "its", "his", "their", "s"]),
                before: f.start,
                link: links.get(k).copied().unwrap_or(Link::Apart),
                range_start: p.at(f.start - preposition).span.start,
                bound,
                words: span(p, from, to),
                dated_beside: match f.shape {
                    Shape::Weekday { .. } => dated_beside(p, found, k),
                    _ => Vec::new(),
                },
            }
        })
        .collect()
}

/// The words from piece `from` up to piece `to`.
fn span(p: &Pieces, from: usize, to: usize) -> Span {
    Span {
        start: p.at(from).span.start,
        end: p.at(to - 1).span.end,
    }
}

/// How an expression is tied to the next one.
fn link(p: &Pieces, a: Option<&Found>, b: Option<&Found>) -> Link {
    match a.zip(b) {
        Some((a, b)) if joined(p, a, b) => Link::Joined,
        Some((a, b)) if listed(p, a, b) => Link::Listed,
        _ => Link::Apart,
    }
}

/// "A and B", "A, B", "A & B", "A to B".
fn listed(p: &Pieces, a: &Found, b: &Found) -> bool {
    match b.start.saturating_sub(a.end) {
        1 => {
            p.any(a.end, &["and", "or", "&", ","])
                || p.any(a.end, &["to", "until", "till", "through", "-", "–", "—"])
        }
        2 => {
            p.is(a.end, ",") && p.any(a.end + 1, &["and", "or"])
                || p.is(a.end, "and") && p.any(a.end + 1, &["on", "in", "to", "from"])
        }
        _ => false,
    }
}

/// "from A to B", "between A and B", "A to B", "A – B": one stretch told by two expressions.
fn joined(p: &Pieces, a: &Found, b: &Found) -> bool {
    if b.start != a.end + 1 || !a.shape.is_calendar() || !b.shape.is_calendar() {
        return false;
    }
    let before = p.before(a.start);
    match () {
        () if p.is(a.end, "and") => before.is("between"),
        () if p.any(a.end, &["to", "until", "till", "through"]) => true,
        () => p.at(a.end).is_dash() && !before.is(","),
    }
}

/// The tense at an expression; expressions listed with one before share its tense.
fn tense_of(p: &Pieces, found: &[Found], links: &[Link], k: usize) -> Tense {
    let Some(f) = found.get(k) else {
        return Tense::Unknown;
    };
    let mut start = f.start;
    let mut j = k;
    while let Some(i) = j.checked_sub(1)
        && let Some(a) = found.get(i)
        && k - j <= 4
        && links.get(i).is_some_and(|l| *l != Link::Apart)
    {
        j = i;
        start = a.start;
    }
    match tense::of(p, start, f.end) {
        // "is closed until May", "must leave by Friday"
        Tense::Present if p.before(start).any(&["until", "till", "by"]) => Tense::Future,
        tense => tense,
    }
}

/// The dates in brackets or between commas beside a weekday: "next Monday and Tuesday (April 14-15)".
fn dated_beside(p: &Pieces, found: &[Found], k: usize) -> Vec<usize> {
    let Some(f) = found.get(k) else {
        return Vec::new();
    };
    let near = |i: &usize| {
        found
            .get(*i)
            .is_some_and(|n| is_dated(&n.shape) && explains(p, f, n))
    };
    let ahead = (k + 1..k + 3).filter(near);
    let back = (k.saturating_sub(2)..k).rev().filter(near);
    ahead.chain(back).collect()
}

/// Whether a shape tells day and month.
fn is_dated(shape: &Shape) -> bool {
    match shape {
        Shape::Day { month: Some(_), .. } => true,
        Shape::Range(a, _) => matches!(**a, Shape::Day { month: Some(_), .. }),
        _ => false,
    }
}

/// Whether few words, and a bracket or comma among them, stand between a weekday and a date.
fn explains(p: &Pieces, f: &Found, n: &Found) -> bool {
    let (lo, hi) = if n.start > f.start {
        (f.end, n.start)
    } else {
        (n.end, f.start)
    };
    hi.saturating_sub(lo) <= 5
        && (lo..hi).any(|i| p.any(i, &["(", ",", "[", "–", "—"]))
        && !(lo..hi).any(|i| p.any(i, &[";", "."]))
}

/// What a preposition makes of an expression's ends, and the pieces it takes with the preposition.
fn bound(p: &Pieces, f: &Found) -> (Bound, usize, usize) {
    let plain = (Bound::Within, f.start, f.end);
    // "after Monday's talks" and "since 2016 elections" are not counted from the day itself.
    if !f.shape.is_placed() || p.at(f.end).is_apostrophe() {
        return plain;
    }
    let prev = p.before(f.start);
    let at = f.start.saturating_sub(1);
    let two = f.start.saturating_sub(2);
    let second = |words: &[&str]| f.start >= 2 && p.any(two, words);
    let of_day = matches!(f.shape, Shape::At { .. } | Shape::In { .. });
    let on = p.any(f.end, &["on", "onward", "onwards"])
        && (p.is(f.end, "on") && prev.is("from") && !p.at(f.end + 1).is_small() || !p.is(f.end, "on"));
    const STARTING: &[&str] = &["starting", "beginning", "effective"];
    match () {
        () if prev.is("since") => (Bound::Since, at, f.end),
        () if on => (
            Bound::Since,
            if prev.is("from") { at } else { f.start },
            f.end + 1,
        ),
        () if prev.any(STARTING) => (Bound::Since, at, f.end),
        () if prev.any(&["on", "in", "from"]) && second(STARTING) => (Bound::Since, two, f.end),
        () if prev.any(&["by", "until", "till"]) => (Bound::Until, at, f.end),
        () if prev.is("to") && second(&["up"]) => (Bound::Until, two, f.end),
        () if prev.is("through") => (Bound::Until, at, f.end),
        // "after 10 p.m. Sunday", "before dawn on Monday": a part of that day, not the day beside it.
        () if of_day && prev.any(&["before", "after"]) => (Bound::Within, at, f.end),
        () if of_day => plain,
        () if prev.is("before") => (Bound::Before, at, f.end),
        () if prev.is("to") && second(&["prior"]) => (Bound::Before, two, f.end),
        () if prev.is("after") => (Bound::After, at, f.end),
        () => plain,
    }
}
