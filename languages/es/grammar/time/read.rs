//! The grammar: at each piece, the longest expression that starts there.

use dossier_annotate::time::{Shape, Term};

use super::date::{Read, bare_year, dated, weekday_alone};
use super::lex::Pieces;
use super::timed::{timed, with_time};
use super::{counted, part, period, relative, set, span};

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

/// The expressions of a sentence.
pub(super) fn sentence(p: &Pieces) -> Vec<Found> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < p.len() {
        let found = (p.term(i) != Term::Other).then(|| one(p, i)).flatten();
        match found {
            Some((end, shape)) if end > i => {
                out.push(Found { start: i, end, shape });
                i = end;
            }
            _ => i += 1,
        }
    }
    out
}

/// The longest expression at `i`.
fn one(p: &Pieces, i: usize) -> Read {
    let all = [
        set::set(p, i),
        timed(p, i),
        span::range(p, i),
        calendar_at(p, i),
        part::narrowed(p, i),
        relative::rest(p, i),
        relative::directed(p, i),
        relative::named(p, i),
        relative::same(p, i),
        weekday_alone(p, i),
        counted::ago(p, i),
        counted::ahead(p, i),
        counted::counted(p, i),
        part::the_unit(p, i),
        bare_year(p, i),
    ];
    let (end, shape) = longest(all)?;
    Some(with_time(p, end, shape))
}

/// A calendar expression at `i`, the longest.
pub(super) fn calendar_at(p: &Pieces, i: usize) -> Read {
    longest([
        dated(p, i),
        period::part_of_year(p, i),
        period::decade_or_century(p, i),
        period::season(p, i),
        period::nth(p, i),
        period::fiscal(p, i),
        period::holiday(p, i),
        bare_year(p, i),
    ])
}

/// The longest of several readings, the first among equals.
fn longest<const N: usize>(all: [Read; N]) -> Read {
    let mut best: Read = None;
    for r in all.into_iter().flatten() {
        if best.as_ref().is_none_or(|b| r.0 > b.0) {
            best = Some(r);
        }
    }
    best
}
