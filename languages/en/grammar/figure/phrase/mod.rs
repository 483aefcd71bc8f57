//! Noun phrases left and right of a place, from closed-class words, with tags where they are known.

mod left;
mod verb;

use super::Scene;
use crate::grammar::quantity::lex::Kind;
use crate::grammar::quantity::noun;
pub(in crate::grammar::figure) use left::left;
use verb::group_word;
use verb::is_verb;

dossier_world::words!(PREPOSITIONS = "figure/phrase_prepositions.txt");
dossier_world::words!(DETERMINERS = "figure/determiners.txt");

/// Pieces `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub from: usize,
    pub to: usize,
}

/// Walks left from `i` (not included) over a verb group; gives the piece behind the last word before it.
pub(super) fn past_group(scene: Scene<'_>, mut i: usize) -> usize {
    // "yo-yoed": the first half of a verb written with a hyphen.
    while i > 1 && scene.view.joins(i - 1) {
        i -= 2;
    }
    while i > 0 && group_word(scene.view.low(i - 1)) && !scene.is_time(i - 1) {
        i -= 1;
    }
    i
}

/// How far a phrase may reach.
pub(super) const REACH: usize = 24;

/// The noun phrase that begins with piece `k`, past its determiner; the range leaves the determiner out.
pub(super) fn right(scene: Scene<'_>, k: usize) -> Option<Range> {
    let view = scene.view;
    let mut at = k;
    while at < k + 3 && DETERMINERS.has(view.low(at)) {
        at += 1;
    }
    if scene.is_time(at)
        || (is_verb(scene, at)
            && !view.capital(at)
            && !view.low(at).ends_with("ed")
            && !view.low(at).ends_with("ing"))
    {
        return None;
    }
    let mut r = noun::phrase(view, scene.tags, at, false).map(|p| Range {
        from: p.from,
        to: p.to,
    })?;
    // Names with a numeral or a possessor: "China's market".
    if matches!(view.raw(r.to), "'" | "’")
        && view.low(r.to + 1) == "s"
        && !view.spaced(r.to)
        && let Some(next) = noun::phrase(view, scene.tags, r.to + 2, false)
    {
        r.to = next.to;
    }
    let times = (r.from..r.to).find(|&i| scene.is_time(i));
    if let Some(t) = times {
        r.to = t;
    }
    // "of a rain-delayed game", "of a Game 7 thriller": half a name names nothing.
    if view.joins(r.to) || view.is(r.to, Kind::Number) && view.capital(r.to - 1) && !scene.is_time(r.to) {
        return None;
    }
    (r.from < r.to).then_some(r)
}

/// A prepositional phrase: its range, preposition included.
pub(super) fn prepositional(scene: Scene<'_>, k: usize) -> Option<Range> {
    let view = scene.view;
    let word = view.low(k);
    if !PREPOSITIONS.has(word) {
        return None;
    }
    let place = matches!(
        view.low(k + 1),
        "the" | "hospital" | "hospitals" | "safety" | "court" | "jail" | "prison"
    );
    if word == "to" && !(view.capital(k + 1) || place) {
        return None;
    }
    let first = right(scene, k + 1)?;
    let mut to = first.to;
    if matches!(word, "between" | "among" | "from" | "in" | "of") {
        // "between A, B and C": a list may follow.
        for _ in 0..6 {
            let link = if view.raw(to) == "," && matches!(view.low(to + 1), "and" | "or") {
                2
            } else if matches!(view.low(to), "and" | "or") || (view.raw(to) == "," && word == "between") {
                1
            } else {
                break;
            };
            let Some(next) = right(scene, to + link) else {
                break;
            };
            // "in China and exports rose": a verb behind the next phrase makes it a clause of its own.
            let apart = view.capital(first.from) != view.capital(next.from);
            if word != "between" && (is_verb(scene, next.to) || apart) {
                break;
            }
            to = next.to;
        }
    }
    Some(Range { from: k, to })
}
