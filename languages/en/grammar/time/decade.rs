//! Decades and centuries.

use super::amount::ordinal;
use super::date::Read;
use super::lex::Pieces;
use super::lexicon::Term;
use dossier_annotate::time::Shape;
use dossier_world::words;

words!(BEFORE = "time/decade_before.txt");
words!(DEGREES = "time/degree_words.txt");

/// "1990s", "the '90s", "the nineties", "the 20th century".
pub(super) fn decade_or_century(p: &Pieces, i: usize) -> Read {
    if p.is(i, "the") {
        let k = if p.at(i + 1).is_apostrophe() { i + 2 } else { i + 1 };
        // A second article opens no other expression, and a row of them must not nest.
        if !p.is(k, "the")
            && let Some(r) = decade_or_century(p, k)
        {
            return Some(r);
        }
        let s = p.at(k + 1);
        if let Term::Number {
            value,
            digits: 2,
            plain: true,
        } = p.term(k)
            && value % 10.0 == 0.0
            && s.glued
            && s.is("s")
            && value >= 30.0
            && !(k == i + 1 && is_degrees(p, i))
        {
            return Some((k + 2, Shape::Decade(1900 + value as i16)));
        }
        let d = decade_word(p, i + 1)?;
        // "temperatures in the nineties", "a man in the fifties bracket": only behind the usual prepositions.
        let fits = p.before(i).any(&BEFORE);
        return fits.then_some((i + 2, Shape::Decade(d)));
    }
    // "the mid-90s", "the late 80s"
    if let Term::Number {
        value,
        digits: 2,
        plain: true,
    } = p.term(i)
        && value % 10.0 == 0.0
        && value >= 30.0
        && p.at(i + 1).glued
        && p.is(i + 1, "s")
    {
        return short_decade(p, i, value);
    }
    if let Some(d) = decade_word(p, i) {
        let early = p.before(i).any(&["early", "late", "mid"])
            || p.before(i).is_dash() && p.any(i.saturating_sub(2), &["mid"]);
        let whose = i >= 2 && p.any(i - 2, &["his", "her", "their", "my", "your", "our"]);
        return (early && !whose).then_some((i + 1, Shape::Decade(d)));
    }
    if let Term::Number {
        value,
        digits: 4,
        plain: true,
    } = p.term(i)
        && value % 10.0 == 0.0
        && (1000.0..2100.0).contains(&value)
    {
        let s = p.at(i + 1);
        if s.glued && s.is("s") {
            let shape = if value % 100.0 == 0.0 && value < 2000.0 {
                Shape::Hundred(value as i16)
            } else {
                Shape::Decade(value as i16)
            };
            return Some((i + 2, shape));
        }
        if s.glued && s.is_apostrophe() && p.is(i + 2, "s") && p.at(i + 2).glued {
            // "2020's" is a decade only where "the" stands before it; else it is a possessive.
            return p
                .before(i)
                .is("the")
                .then_some((i + 3, Shape::Decade(value as i16)));
        }
    }
    let (e, n) = ordinal(p, i)?;
    let k = p.skip_hyphen(e);
    (p.any(k, &["century", "centuries"]) && (1..=30).contains(&n))
        .then_some((k + 1, Shape::Century(n as i16)))
}

/// "temperatures in the 30s", "aged in the 40s": degrees or years of life.
fn is_degrees(p: &Pieces, i: usize) -> bool {
    (i.saturating_sub(9)..(i + 9).min(p.len())).any(|k| p.any(k, &DEGREES))
}

/// "90s" behind "the" and a part.
fn short_decade(p: &Pieces, i: usize, value: f64) -> Read {
    let k = if p.before(i).is_dash() {
        i.saturating_sub(1)
    } else {
        i
    };
    let part = p.before(k).any(&["early", "late", "mid"]);
    let the = k >= 2 && p.is(k - 2, "the");
    (part && the).then_some((i + 2, Shape::Decade(1900 + value as i16)))
}

/// The first year of "the nineties"; the twenties and thirties are as often ages and degrees.
pub(super) fn decade_word(p: &Pieces, i: usize) -> Option<i16> {
    const WORDS: &[(&str, i16)] = &[
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ];
    WORDS.iter().find(|(w, _)| p.is(i, w)).map(|w| w.1)
}
