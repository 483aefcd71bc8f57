//! TIMEX3 times, resolved against the publication date.
//!
//! A sentence is cut into pieces (`lex`), a grammar reads each expression into a shape that is free of
//! the day it was written on (`shape`), and the shape is resolved by the publication date, the tense around it
//! and what the sentence told before (`resolve`). What is not known stays X in the value and `None` in `when`.

#![expect(clippy::too_many_lines, reason = "some are still to be taken apart")]

mod amount;
mod bare_year;
mod calendar;
mod clock;
mod counted;
mod date;
mod decade;
mod feast;
mod fixed;
mod holiday;
mod length;
mod lex;
mod lexicon;
mod list;
mod locale;
mod neighbour;
mod numeric;
mod offset;
mod part;
mod quarter;
mod read;
mod relative;
mod resolve;
mod set;
mod shape;
mod span;
mod tense;
mod timed;
mod unit;
mod verb;

use dossier_model::{Annotation, Article, Layer, Span, Time, Tokens, When};
use jiff::civil::Date;

use calendar::{Stretch, add_days};
use lex::Pieces;
use locale::Order;
use read::{Found, Names};
use resolve::{Resolved, Scope};
use shape::{Dir, Shape, Year};
use tense::Tense;

/// All time expressions, relative ones counted from [`Article::reference_day`].
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens) -> Layer<Time> {
    let text = article.text();
    let names = Names::of(text);
    let order = Order::of(article);
    let mut out = Vec::new();
    let mut pieces = Pieces::of(tokens);
    let mut found = Vec::new();
    let mut last = None;
    for &sentence in sentences {
        let mut rest = sentence;
        while !rest.is_empty() {
            let (window, behind) = split_window(text, rest);
            rest = behind;
            pieces.cut(text, window);
            read::sentence(&pieces, names, &mut found);
            share(&pieces, &mut found);
            let page = Page {
                text,
                today: article.reference_day(),
                order,
            };
            last = place(page, &pieces, &found, last, &mut out);
        }
    }
    Layer::new(out)
}

/// Bytes of a sentence that are read at once. Real sentences are far shorter; one of fifty million characters is
/// cut, so that its pieces never fill the memory.
const WINDOW: usize = 1 << 14;

/// The next window of a sentence and what is left of it; cuts at white space where there is any.
fn split_window(text: &str, sentence: Span) -> (Span, Span) {
    let words = sentence.of(text);
    let end = sentence.end as usize;
    let start = sentence.start as usize;
    if words.len() <= WINDOW {
        return (sentence, Span::new(end, end));
    }
    let mut cut = WINDOW;
    while !words.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = words.get(..cut).unwrap_or("");
    let cut = head
        .rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .unwrap_or(cut);
    (Span::new(start, start + cut), Span::new(start + cut, end))
}

/// Gives coordinated expressions what only one of them tells: the year, "next".
fn share(p: &Pieces, found: &mut [Found]) {
    for k in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(k);
        if let (Some(a), Some(b)) = (left.last_mut(), right.first_mut())
            && coordinated(p, a, b)
            && let Some(y @ (Year::Is(_) | Year::Shift(_))) = b.shape.year()
        {
            a.shape.lend_year(y);
        }
    }
    for k in 1..found.len() {
        let (left, right) = found.split_at_mut(k);
        let (Some(a), Some(b)) = (left.last(), right.first_mut()) else {
            continue;
        };
        let together = coordinated(p, a, b);
        if let (
            Shape::Weekday { dir, .. },
            Shape::Weekday {
                dir: open @ Dir::Bare,
                ..
            },
        ) = (&a.shape, &mut b.shape)
            && together
        {
            *open = *dir;
        }
        if joined(p, a, b)
            && let Some(y @ (Year::Is(_) | Year::Shift(_))) = a.shape.year()
        {
            b.shape.lend_year(y);
        }
    }
}

/// "A and B", "A, B", "A & B", "A to B".
fn coordinated(p: &Pieces, a: &Found, b: &Found) -> bool {
    match b.start.saturating_sub(a.end) {
        1 => p.any(
            a.end,
            &[
                "and", "or", "&", ",", "to", "until", "till", "through", "-", "–", "—",
            ],
        ),
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

/// What every sentence of an article shares.
#[derive(Debug, Clone, Copy)]
struct Page<'a> {
    text: &'a str,
    today: Option<Date>,
    order: Option<Order>,
}

/// The stretch that a sentence told last.
#[derive(Debug, Clone, Copy)]
struct Told {
    stretch: Stretch,
    /// Whether the sentence told no other.
    alone: bool,
}

/// Resolves the expressions of one sentence; gives the stretch told last.
fn place(
    page: Page<'_>,
    p: &Pieces,
    found: &[Found],
    before: Option<Told>,
    out: &mut Vec<Annotation<Time>>,
) -> Option<Told> {
    let Page { text, today, order } = page;
    let year_hint = found
        .first()
        .filter(|f| f.start <= 1)
        .and_then(|f| match f.shape {
            Shape::Year(Year::Is(y)) => Some(y),
            _ => None,
        });
    let mut last = before.map(|t| t.stretch);
    let mut told_here: Option<Told> = None;
    let mut day_here = None;
    let mut done: Vec<Resolved> = Vec::with_capacity(found.len());
    for (k, f) in found.iter().enumerate() {
        let scope = Scope {
            today,
            tense: if today.is_some() {
                tense_of(p, found, k)
            } else {
                Tense::Unknown
            },
            possessive: p.at(f.end).is_apostrophe()
                || p.before(f.start).any(&["a", "the", "its", "his", "their", "s"]),
            last,
            last_here: told_here.is_some(),
            leads: f.start <= 2 && before.is_some_and(|t| t.alone),
            order,
            day_here,
            year_hint: year_hint.filter(|_| k > 0),
        };
        let mut r = resolve::resolve(&f.shape, &scope);
        if let Some((a, ra)) = k.checked_sub(1).and_then(|j| found.get(j).zip(done.get_mut(j)))
            && joined(p, a, f)
            && let Some(earlier) = resolve::year_before(&a.shape, ra, &r)
        {
            *ra = resolve::resolve(&earlier, &scope);
        }
        if let Shape::Weekday { day, .. } = f.shape
            && let Some(d) = beside(p, found, k, day, &scope)
        {
            r.value = d.to_string();
            r.stretch = Some(Stretch::day(d));
        }
        if let Some(s) = r
            .stretch
            .filter(|_| f.shape.is_calendar() || matches!(f.shape, Shape::At { .. } | Shape::In { .. }))
        {
            last = Some(s);
            told_here = Some(Told {
                stretch: s,
                alone: told_here.is_none_or(|t| t.alone && t.stretch == s),
            });
            if s.from == s.to {
                day_here = s.from;
            }
        }
        done.push(r);
    }
    for (k, (f, r)) in found.iter().zip(&done).enumerate() {
        let next = found
            .get(k + 1)
            .zip(done.get(k + 1))
            .filter(|(b, _)| joined(p, f, b));
        let prev = k
            .checked_sub(1)
            .and_then(|j| found.get(j).zip(done.get(j)))
            .filter(|(a, _)| joined(p, a, f));
        let (stretch, from, to) = match (prev, next) {
            (_, Some((b, rb))) => (resolve::join(r.stretch, rb.stretch), f.start, b.end),
            (Some((a, ra)), _) => (resolve::join(ra.stretch, r.stretch), a.start, f.end),
            _ => (None, f.start, f.end),
        };
        let (stretch, from, to) = match stretch {
            Some(s) => (
                Some(s),
                if p.before(from).any(&["from", "between"]) {
                    from - 1
                } else {
                    from
                },
                to,
            ),
            None => open_end(p, f, r.stretch),
        };
        let when = stretch.and_then(|s| {
            let words = Span {
                start: p.at(from).span.start,
                end: p.at(to - 1).span.end,
            };
            let whole = s.from.is_some() || s.to.is_some();
            whole.then(|| When {
                from: s.from,
                to: s.to,
                time: r.time,
                precision: s.precision,
                text: words.of(text).to_owned(),
            })
        });
        out.push(Annotation {
            span: Span {
                start: p.at(f.start).span.start,
                end: p.at(f.end - 1).span.end,
            },
            value: Time {
                kind: r.kind,
                value: r.value.clone(),
                when,
            },
        });
    }
    // What the sentence before told is forgotten after one more sentence.
    told_here
}

/// The tense at an expression; expressions coordinated with one before share its tense.
fn tense_of(p: &Pieces, found: &[Found], k: usize) -> Tense {
    let Some(f) = found.get(k) else {
        return Tense::Unknown;
    };
    let mut start = f.start;
    let mut j = k;
    while let Some((a, b)) = j.checked_sub(1).and_then(|i| found.get(i)).zip(found.get(j)) {
        if k - j > 4 || !coordinated(p, a, b) {
            break;
        }
        j -= 1;
        start = a.start;
    }
    match tense::of(p, start, f.end) {
        // "is closed until May", "must leave by Friday"
        Tense::Present if p.before(start).any(&["until", "till", "by"]) => Tense::Future,
        tense => tense,
    }
}

/// The date of a weekday that stands beside its own date: "next Monday and Tuesday (April 14-15)".
fn beside(p: &Pieces, found: &[Found], k: usize, day: u8, scope: &Scope) -> Option<Date> {
    let f = found.get(k)?;
    let ahead = found
        .iter()
        .skip(k + 1)
        .take(2)
        .filter(|n| n.start.saturating_sub(f.end) <= 5);
    let back = found
        .iter()
        .take(k)
        .rev()
        .take(2)
        .filter(|n| f.start.saturating_sub(n.end) <= 5);
    for n in ahead.chain(back) {
        let dated = match &n.shape {
            Shape::Day { month: Some(_), .. } => true,
            Shape::Range(a, _) => matches!(**a, Shape::Day { month: Some(_), .. }),
            _ => false,
        };
        let (lo, hi) = if n.start > f.start {
            (f.end, n.start)
        } else {
            (n.end, f.start)
        };
        let bracket = (lo..hi).any(|i| p.any(i, &["(", ",", "[", "–", "—"]))
            && !(lo..hi).any(|i| p.any(i, &[";", "."]));
        if !dated || !bracket {
            continue;
        }
        let Some(s) = resolve::resolve(&n.shape, scope).stretch else {
            continue;
        };
        let hit = (0..14)
            .filter_map(|d| add_days(s.from?, d))
            .take_while(|d| Some(*d) <= s.to)
            .find(|d| calendar::weekday(*d) == day);
        if hit.is_some() {
            return hit;
        }
    }
    None
}

/// What the preposition makes of a stretch, and the words with it.
fn open_end(p: &Pieces, f: &Found, stretch: Option<Stretch>) -> (Option<Stretch>, usize, usize) {
    let Some(s) =
        stretch.filter(|_| f.shape.is_calendar() || matches!(f.shape, Shape::At { .. } | Shape::In { .. }))
    else {
        return (stretch, f.start, f.end);
    };
    let plain = (Some(s), f.start, f.end);
    // "after Monday's talks" and "since 2016 elections" are not counted from the day itself.
    if p.at(f.end).is_apostrophe() {
        return plain;
    }
    let prev = p.before(f.start);
    let at = f.start.saturating_sub(1);
    let two = |w: &str| (f.start >= 2 && p.is(f.start - 2, w)).then_some(f.start.saturating_sub(2));
    let on = p.any(f.end, &["on", "onward", "onwards"])
        && (p.is(f.end, "on") && prev.is("from") && !p.at(f.end + 1).is_small() || !p.is(f.end, "on"));
    let from_on = |start: usize, end: usize| (Some(Stretch { to: None, ..s }), start, end);
    match () {
        () if prev.is("since") => from_on(at, f.end),
        () if on => from_on(if prev.is("from") { at } else { f.start }, f.end + 1),
        () if prev.any(&["starting", "beginning", "effective"]) => from_on(at, f.end),
        () if prev.any(&["on", "in", "from"])
            && f.start >= 2
            && p.any(f.start - 2, &["starting", "beginning", "effective"]) =>
        {
            from_on(f.start - 2, f.end)
        }
        () if prev.any(&["by", "until", "till"]) => (Some(Stretch { from: None, ..s }), at, f.end),
        () if prev.is("to") && two("up").is_some() => (Some(Stretch { from: None, ..s }), f.start - 2, f.end),
        () if prev.is("through") => (Some(Stretch { from: None, ..s }), at, f.end),
        // "after 10 p.m. Sunday", "before dawn on Monday": a part of that day, not the day beside it.
        () if prev.any(&["before", "after"]) && matches!(f.shape, Shape::At { .. } | Shape::In { .. }) => {
            (Some(s), at, f.end)
        }
        () if matches!(f.shape, Shape::At { .. } | Shape::In { .. }) && prev.is("to") => plain,
        () if prev.is("before") || prev.is("to") && two("prior").is_some() => {
            let end = s.from.and_then(|d| add_days(d, -1));
            (
                Some(Stretch {
                    from: None,
                    to: end,
                    ..s
                }),
                if prev.is("before") { at } else { f.start - 2 },
                f.end,
            )
        }
        () if prev.is("after") => {
            let start = s.to.and_then(|d| add_days(d, 1));
            (
                Some(Stretch {
                    from: start,
                    to: None,
                    ..s
                }),
                at,
                f.end,
            )
        }
        () => plain,
    }
}

#[cfg(test)]
mod tests;
