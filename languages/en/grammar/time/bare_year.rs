//! A year with nothing beside it.

use dossier_annotate::time::{Shape, Year};
use dossier_annotate::view::pieces::Piece;
use dossier_world::words;

use super::date::Read;
use super::date::year;
use super::lex::Pieces;
use super::lexicon::Term;

words!(BEFORE = "time/year_before.txt");
words!(SURE = "time/year_sure_before.txt");
words!(NOUNS = "time/counted_nouns.txt");
words!(HEDGES = "time/year_not_before.txt");
words!(SINGULARS = "time/year_singular_after.txt");
words!(OWNERS = "time/year_owners.txt");
words!(ASIDE_AFTER = "time/year_aside_after.txt");
words!(AFTER = "time/year_after.txt");
words!(SIGNS = "time/number_signs.txt");

/// A year that stands alone, where its surroundings show that it is one.
pub(super) fn bare_year(p: &Pieces, i: usize) -> Read {
    let (e, y) = year(p, i)?;
    let prev = p.before(i);
    let next = p.at(e);
    if p.at(i).glued && prev.text.starts_with(char::is_alphabetic) {
        return None;
    }
    if next.any(&NOUNS)
        || next.any(&["%", "°"])
        || (next.glued && next.any(&["/", "."]) && matches!(p.term(e + 1), Term::Number { .. }))
    {
        return None;
    }
    if is_number_sign(prev) || prev.any(&HEDGES) {
        return None;
    }
    if prev.is_dash() && prev.glued && p.at(i).glued {
        // "Covid-2019", "A-2000", "+49-1999"; "mid-2011" is read with its part.
        return None;
    }
    let round = y % 100 == 0 || y < 1700;
    if prev.any(&SURE) && (1000..2200).contains(&y) {
        return Some((e, Shape::Year(Year::Is(y))));
    }
    if !(1700..2100).contains(&y) {
        return None;
    }
    let plural = next.is_small() && next.text.ends_with('s') && !next.any(&SINGULARS);
    let ok = match () {
        () if prev.text.is_empty() => next.is_small() && !round || next.any(&[",", ":"]),
        () if prev.any(&BEFORE) => !(plural && round),
        () if prev.any(&OWNERS) || prev.is_apostrophe() => {
            (next.text.chars().all(char::is_alphabetic) || next.is_dash())
                && !next.text.is_empty()
                && !(plural && round)
        }
        () if prev.any(&["(", "[", ","]) => {
            !plural
                && !next.is_apostrophe()
                && (next.any(&ASIDE_AFTER) || next.text.is_empty() || next.is_small())
                && !(round && next.is_small())
        }
        () if prev.any(&["and", "or", "–", "—", "-", "/", "&"]) => !plural,
        // "crisis 2008", "in Rio 2016": a name's part.
        () if prev.is_capital() => false,
        () if prev.is_small() => !plural && !round && (next.text.is_empty() || next.any(&AFTER)),
        () => false,
    };
    (ok && !next.any(&["Agenda", "Vision", "Strategy"])).then_some((e, Shape::Year(Year::Is(y))))
}

/// A sign that makes the number behind it no year.
pub(super) fn is_number_sign(piece: Piece<'_>) -> bool {
    piece.any(&SIGNS) || piece.text == "#"
}
