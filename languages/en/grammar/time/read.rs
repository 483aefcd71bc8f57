//! The grammar: at each piece, the longest expression that starts there.

use super::bare_year;
use super::counted;
use super::date;
use super::date::Read;
use super::decade;
use super::feast::attacks;
use super::feast::day_or_week_in;
use super::feast::feast;
use super::feast::known_day;
use super::feast::nth_weekday;
use super::feast::week_of;
use super::length::uncounted;
use super::lex::Pieces;
use super::lexicon::Term;
use super::list::list;
use super::month_name::Names;
use super::named;
use super::neighbour::neighbour;
use super::part::day_of_this_month;
use super::part::narrowed;
use super::part::short_year;
use super::part::weekend;
use super::part::year_end;
use super::quarter;
use super::relative;
use super::set;
use super::span;
use super::timed::timed;
use super::timed::with_time;
use dossier_annotate::time::{Shape, Year, figures};
use dossier_world::words;

words!(pub(super) STRONG = "time/month_sure_before.txt");
words!(pub(super) FAIR = "time/month_fair_before.txt");

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
pub(super) fn one(p: &Pieces, i: usize, names: Names, out: &mut Vec<Found>) -> Option<usize> {
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
    offer(some(span::range(p, i)));
    offer(some(calendar_at(p, i)));
    offer(some(narrowed(p, i)));
    offer(some(relative::rest(p, i)));
    offer(some(relative::directed(p, i)));
    offer(some(relative::named(p, i)));
    offer(some(day_of_this_month(p, i)));
    offer(some(date::weekday_alone(p, i)));
    offer(some(weekend(p, i)));
    offer(some(neighbour(p, i)));
    offer(some(uncounted(p, i)));
    offer(some(year_end(p, i)));
    offer(counted::counted(p, i));
    offer(some(counted::bare_units(p, i)));
    offer(some(bare_year::bare_year(p, i)));
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
pub(super) fn refused(p: &Pieces, start: usize, end: usize, shape: &Shape, names: Names) -> bool {
    if named::is_part_of_name(p, start, end, shape) {
        return true;
    }
    if let Shape::Month {
        year: Year::Open,
        month,
    } = shape
    {
        let prev = p.before(start);
        let strong = prev.any(&STRONG) || end > start + 1 && p.at(end - 1).text != ".";
        let name_next = p.at(end).is_capital() && !p.at(end).glued;
        if p.at(end).glued && p.at(end).is_dash() && !prev.any(&STRONG) {
            return true;
        }
        return match month {
            _ if names.has(*month) => !strong,
            3 | 5 => !(strong || prev.any(&FAIR) && !name_next),
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
    offer(figures(p, i));
    offer(quarter::fraction_of_year(p, i));
    offer(quarter::fiscal(p, i));
    offer(decade::decade_or_century(p, i));
    offer(quarter::season(p, i));
    offer(week_of(p, i));
    offer(attacks(p, i));
    offer(day_or_week_in(p, i));
    offer(nth_weekday(p, i));
    offer(feast(p, i));
    best.map(|(e, s)| (e, known_day(p, e, s)))
}
