//! Lengths of time that no number tells: "all day", "a quarter of a century", "weekslong".

use super::date::Read;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::{Shape, Unit};
use dossier_world::table;

table!(LONG = "time/long.tsv");

/// Any of them at `i`.
pub(super) fn uncounted(p: &Pieces, i: usize) -> Read {
    whole(p, i)
        .or_else(|| part_of_century(p, i))
        .or_else(|| long(p, i))
}

fn length(end: usize, unit: Unit, n: Option<f64>) -> Read {
    Some((end, Shape::Length(unit.duration(n))))
}

/// "all day", "all year round", "the whole week", "an entire decade".
fn whole(p: &Pieces, i: usize) -> Read {
    let k = match () {
        () if p.is(i, "all") => p.skip_hyphen(i + 1),
        () if p.any(i, &["the", "a", "an", "this"]) && p.any(i + 1, &["whole", "entire", "full"]) => i + 2,
        () => return None,
    };
    let Term::Unit(
        unit @ (Unit::Day
        | Unit::Week
        | Unit::Weekend
        | Unit::Month
        | Unit::Year
        | Unit::Decade
        | Unit::Century
        | Unit::Hour),
        false,
    ) = p.term(k)
    else {
        return None;
    };
    if p.at(k + 1).glued && (p.at(k + 1).is_dash() || p.at(k + 1).is_apostrophe()) {
        return None;
    }
    // "all month names", "the full year results": only where the noun ends there.
    let next = p.at(k + 1);
    let noun = p.any(i + 1, &["full"]) && next.is_small();
    let end = if p.is(k + 1, "long") || p.is(i, "all") && p.is(k + 1, "round") {
        k + 2
    } else {
        k + 1
    };
    (!noun).then(|| length(end, unit, Some(1.0)))?
}

/// "a quarter of a century", "quarter-century", "a half-century ago".
fn part_of_century(p: &Pieces, i: usize) -> Read {
    let s = if p.any(i, &["a", "the", "last", "past"]) && !p.is(i, "the") {
        i + 1
    } else {
        i
    };
    let years = match () {
        () if p.is(s, "quarter") => 25.0,
        () if p.is(s, "half") && p.at(s + 1).is_dash() => 50.0,
        () => return None,
    };
    let k = p
        .seq(s + 1, &["of", "a"])
        .or_else(|| p.seq(s + 1, &["of", "the"]))
        .unwrap_or(p.skip_hyphen(s + 1));
    if !p.is(k, "century") {
        return None;
    }
    let end = k + 1;
    if p.is(end, "ago") {
        return Some((
            end + 1,
            Shape::Away {
                n: Some(years),
                unit: Unit::Year,
                past: true,
            },
        ));
    }
    // A half-century is a score in cricket.
    let score = years > 25.0 && !p.any(end, &["of", "later", "earlier", "after", "before", "-"]);
    let old = p.any(p.skip_hyphen(end), &["old"]);
    (!score && !old).then(|| length(end, Unit::Year, Some(years)))?
}

/// "decade-long", "weekslong", "yearlong".
fn long(p: &Pieces, i: usize) -> Read {
    let word = p.at(i).text;
    if word.ends_with("long")
        && let Some(mut row) = LONG.find(word)
        && let Some(unit) = row.next().and_then(Unit::of_name)
    {
        let n = (row.next() == Some("one")).then_some(1.0);
        return length(i + 1, unit, n);
    }
    let Term::Unit(unit, false) = p.term(i) else {
        return None;
    };
    let fits = p.at(i + 1).is_dash() && p.at(i + 1).glued && p.is(i + 2, "long") && !p.before(i).is_dash();
    (fits && unit != Unit::Quarter).then(|| length(i + 3, unit, Some(1.0)))?
}
