//! A year with nothing beside it.

use dossier_annotate::time::{Shape, Year};
use dossier_annotate::view::pieces::Piece;

use super::date::Read;
use super::date::year;
use super::lex::Pieces;
use super::lexicon::Term;

/// A year that stands alone, where its surroundings show that it is one.
pub(super) fn bare_year(p: &Pieces, i: usize) -> Read {
    let (e, y) = year(p, i)?;
    let prev = p.before(i);
    let next = p.at(e);
    if p.at(i).glued && prev.text.starts_with(char::is_alphabetic) {
        return None;
    }
    const BEFORE: &[&str] = &[
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "of",
        "during",
        "before",
        "after",
        "through",
        "throughout",
        "late",
        "early",
        "mid",
        "around",
        "circa",
        "between",
        "and",
        "to",
        "for",
        "or",
        "as",
        "than",
        "than",
        "c",
    ];
    const SURE: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "during",
        "late",
        "early",
        "mid",
        "circa",
        "throughout",
    ];
    // What a number before it counts.
    const NOUNS: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "students",
        "workers",
        "jobs",
        "employees",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "feet",
        "ft",
        "tonnes",
        "tons",
        "kg",
        "homes",
        "houses",
        "families",
        "years",
        "days",
        "hours",
        "minutes",
        "police",
        "officers",
        "refugees",
        "migrants",
        "dollars",
        "euros",
        "pounds",
        "yuan",
        "members",
        "seats",
        "votes",
        "villages",
        "schools",
        "cars",
        "vehicles",
        "passengers",
        "pages",
        "words",
        "points",
        "hectares",
        "acres",
        "square",
        "cubic",
        "mph",
        "rpm",
        "mw",
        "calories",
        "fans",
        "spectators",
        "protesters",
        "visitors",
        "tourists",
        "residents",
        "m",
        "cc",
        "hp",
        "percent",
        "per",
        "million",
        "billion",
        "others",
        "more",
        "additional",
        "new",
    ];
    if next.any(NOUNS)
        || next.any(&["%", "°"])
        || (next.glued && next.any(&["/", "."]) && matches!(p.term(e + 1), Term::Number { .. }))
    {
        return None;
    }
    if is_number_sign(prev)
        || prev.any(&[
            "about",
            "over",
            "nearly",
            "some",
            "least",
            "most",
            "almost",
            "approximately",
            "roughly",
            "under",
            "another",
        ])
    {
        return None;
    }
    if prev.is_dash() && prev.glued && p.at(i).glued {
        // "Covid-2019", "A-2000", "+49-1999"; "mid-2011" is read with its part.
        return None;
    }
    let round = y % 100 == 0 || y < 1700;
    if prev.any(SURE) && (1000..2200).contains(&y) {
        return Some((e, Shape::Year(Year::Is(y))));
    }
    if !(1700..2100).contains(&y) {
        return None;
    }
    let plural = next.is_small()
        && next.text.ends_with('s')
        && !next.any(&["was", "is", "has", "as", "its", "his", "this", "s"]);
    let ok = match () {
        () if prev.text.is_empty() => next.is_small() && !round || next.any(&[",", ":"]),
        () if prev.any(BEFORE) => !(plural && round),
        () if prev.any(&[
            "the", "this", "that", "a", "its", "their", "his", "her", "our", "s", "an", "new", "whole",
            "same",
        ]) || prev.is_apostrophe() =>
        {
            (next.text.chars().all(char::is_alphabetic) || next.is_dash())
                && !next.text.is_empty()
                && !(plural && round)
        }
        () if prev.any(&["(", "[", ","]) => {
            !plural
                && !next.is_apostrophe()
                && (next.any(&[")", ",", ".", ";", "]", "-", "–", "—", "and"])
                    || next.text.is_empty()
                    || next.is_small())
                && !(round && next.is_small())
        }
        () if prev.any(&["and", "or", "–", "—", "-", "/", "&"]) => !plural,
        // "crisis 2008", "in Rio 2016": a name's part.
        () if prev.is_capital() => false,
        () if prev.is_small() => {
            !plural
                && !round
                && (next.text.is_empty()
                    || next.any(&[
                        ",",
                        ".",
                        ";",
                        ":",
                        ")",
                        "and",
                        "or",
                        "when",
                        "to",
                        "in",
                        "as",
                        "after",
                        "with",
                        "for",
                        "election",
                        "elections",
                    ]))
        }
        () => false,
    };
    (ok && !next.any(&["Agenda", "Vision", "Strategy"])).then_some((e, Shape::Year(Year::Is(y))))
}

/// A sign that makes the number behind it no year.
pub(super) fn is_number_sign(piece: Piece<'_>) -> bool {
    piece.any(&[
        "$",
        "€",
        "£",
        "¥",
        "#",
        "+",
        "No",
        "no",
        "number",
        "Flight",
        "flight",
        "Route",
        "Highway",
        "Section",
        "Article",
        "Resolution",
        "Room",
        "version",
    ])
}
