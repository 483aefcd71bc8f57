//! The place of a toll.

use crate::grammar::figure::phrase::{self, Range};
use crate::grammar::figure::wording::{Measure, one_line};
use crate::grammar::figure::{Scene, key};
use crate::grammar::quantity::lex::Kind;

dossier_world::words!(SPEAKERS = "figure/speakers.txt");

/// Whether a name stands in the words of a measure.
pub(super) fn names_something(scene: Scene<'_>, m: &Measure) -> bool {
    let first = scene.sentence.start;
    m.spans.iter().any(|s| {
        let mut at = s.start;
        s.of(scene.view.text).split(' ').any(|w| {
            let here = at;
            at += w.len() as u32 + 1;
            here > first && w.starts_with(char::is_uppercase)
        })
    })
}

/// Where the clause tells a toll's place: the first "in", "at" or "near" with a name behind the number, or a
/// label in front of a colon ("Northern line: 5 dead").
pub(super) fn toll_place(scene: Scene<'_>, measure: Measure, from: usize, at: usize) -> Measure {
    let view = scene.view;
    for k in at..view.len().min(at + 25) {
        if matches!(view.raw(k), ";" | ":" | "." | "“" | "\"")
            || matches!(
                view.low(k),
                "while" | "but" | "since" | "than" | "before" | "after" | "and"
            )
            || view.is(k, Kind::Number)
        {
            break;
        }
        if matches!(view.low(k), "in" | "at" | "near")
            && (view.capital(k + 1) || view.low(k + 1) == "the" && view.capital(k + 2))
            && !scene.is_time(k + 1)
            && !scene.is_time(k + 2)
            && let Some(r) = phrase::right(scene, k + 1)
        {
            return measure.and(scene, Range { from: k, to: r.to }, true);
        }
    }
    let colon = from
        .checked_sub(1)
        .filter(|&c| view.raw(c) == ":" && c > 0 && c <= 8);
    if let Some(c) = colon
        && c > 1
        && (0..c).all(|i| (view.is(i, Kind::Word) || view.joins(i)) && !phrase::is_verb(scene, i))
        && !(0..c).any(|i| speaks(view.low(i)))
        && let Some(span) = view.span(0, c)
    {
        let mut m = measure;
        m.text = format!("{} ({})", m.text, one_line(span.of(view.text)));
        key::add(view, span, false, &mut m.key);
        m.key.sort();
        m.spans.push(span);
        return m;
    }
    measure
}

/// Words of a label that names who says it, not where it was.
fn speaks(word: &str) -> bool {
    SPEAKERS.has(word)
}

pub(super) fn key_is_outcome(part: &str) -> bool {
    key::outcome(part) == Some(part)
}
