//! What the words around an expression tell of it: how it is tied to the next one and what a preposition makes of
//! its ends.

use dossier_annotate::time::{Bound, Expression, Link, Shape, Tense};
use dossier_model::Span;

use super::lex::Pieces;
use super::read::Found;
use super::tense;

/// The expressions of a sentence as the algebra takes them; without a day of publication no tense is asked for.
pub(super) fn expressions(p: &Pieces, found: &[Found], dated: bool) -> Vec<Expression> {
    found
        .iter()
        .enumerate()
        .map(|(k, f)| {
            let (bound, from, to) = bound(p, f);
            let open = before(p, f);
            let preposition = usize::from(p.any(open.wrapping_sub(1), &["de", "del", "desde", "entre"]));
            Expression {
                tense: if dated {
                    tense::of(p, f.start, f.end)
                } else {
                    Tense::Unknown
                },
                before: f.start,
                link: found.get(k + 1).map_or(Link::Apart, |next| link(p, f, next)),
                range_start: p.at(open - preposition).span.start,
                bound,
                words: span(p, from, to),
                ..Expression::plain(span(p, f.start, f.end), f.shape.clone())
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

/// The first piece of an expression with its article, where one stands in front.
fn before(p: &Pieces, f: &Found) -> usize {
    if f.start > 0 && p.any(f.start - 1, &["el", "la", "los", "las", "al"]) {
        f.start - 1
    } else {
        f.start
    }
}

/// "de A a B", "entre A y B", "desde A hasta B", "A – B": one stretch; "A y B", "A o B", "A, B": a list.
fn link(p: &Pieces, a: &Found, b: &Found) -> Link {
    let next = before(p, b);
    let (lo, hi) = (a.end, next.max(a.end));
    let opened = p.any(before(p, a).wrapping_sub(1), &["entre"]);
    if hi != lo + 1 && !(hi == lo && next < b.start && p.low(next) == "al") {
        return Link::Apart;
    }
    let calendar = a.shape.is_calendar() && b.shape.is_calendar();
    match p.low(lo) {
        "y" | "e" if opened && calendar => Link::Joined,
        "a" | "al" | "hasta" | "hacia" | "~" if calendar => Link::Joined,
        "y" | "e" | "o" | "u" | "," => Link::Listed,
        _ if p.at(lo).is_dash() && calendar => Link::Joined,
        _ => Link::Apart,
    }
}

/// What a preposition makes of an expression's ends, and the pieces it takes with the preposition.
fn bound(p: &Pieces, f: &Found) -> (Bound, usize, usize) {
    let plain = (Bound::Within, f.start, f.end);
    if !f.shape.is_placed() {
        return plain;
    }
    let of_day = matches!(f.shape, Shape::At { .. } | Shape::In { .. });
    let open = before(p, f);
    let ends = |words: &str| {
        let n = words.split(' ').count();
        open.checked_sub(n).filter(|k| p.seq(*k, words).is_some())
    };
    let on = [
        "en adelante",
        "y mas tarde",
        "y despues",
        "o mas tarde",
        "o despues",
    ];
    if let Some(e) = p.one_of(f.end, &on) {
        return (Bound::Since, f.start, e);
    }
    let first = |list: &[&str]| list.iter().find_map(|w| ends(w));
    match () {
        () if let Some(k) = first(&["a partir de", "a partir del", "desde"]) => (Bound::Since, k, f.end),
        () if let Some(k) = first(&["hasta", "para"]) => (Bound::Until, k, f.end),
        () if of_day => plain,
        () if let Some(k) = first(&["antes de", "antes del"]) => (Bound::Before, k, f.end),
        () if let Some(k) = first(&["despues de", "despues del", "tras"]) => (Bound::After, k, f.end),
        () => plain,
    }
}
