//! By whose count: "according to Vietnamese statistics", "official data show".

use dossier_model::{Annotation, Quantity, Span};

use super::Scene;
use crate::grammar::quantity::noun;

dossier_world::words!(BASIS_STOPS = "figure/basis_stops.txt");
dossier_world::words!(SHOWS = "figure/showing_verbs.txt");
dossier_world::words!(COUNT_NOUNS = "figure/count_nouns.txt");

/// Nouns that name a count rather than a speaker.
fn is_count(word: &str) -> bool {
    COUNT_NOUNS.has(word)
}

/// A basis with the pieces it takes.
struct Found {
    from: usize,
    to: usize,
}

/// The basis of each quantity of a sentence, in order.
pub(super) fn find(scene: Scene<'_>, here: &[Annotation<Quantity>]) -> Vec<Option<Span>> {
    let view = scene.view;
    let mut found: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < view.len() {
        if let Some(f) = at(scene, i) {
            i = f.to;
            found.push(f);
        } else {
            i += 1;
        }
    }
    let starts: Vec<usize> = here.iter().map(|q| scene.piece_at(q.span.start)).collect();
    let mut out: Vec<Option<Span>> = vec![None; here.len()];
    for f in &found {
        let span = view.span(f.from, f.to);
        // The quantity right in front, with all before it back to the last basis; one in front of every
        // quantity holds for those that have none of their own.
        let last = starts.partition_point(|&s| s < f.from).checked_sub(1);
        match last {
            Some(last) => {
                for slot in out.iter_mut().take(last + 1).rev() {
                    if slot.is_some() {
                        break;
                    }
                    *slot = span;
                }
            }
            None => out.fill(span),
        }
    }
    // A leading basis gives way to each quantity's own.
    let lead = found
        .first()
        .filter(|f| starts.first().is_some_and(|&s| f.from < s));
    if lead.is_some() {
        for f in found.iter().skip(1) {
            if let Some(last) = starts.partition_point(|&s| s < f.from).checked_sub(1)
                && let Some(slot) = out.get_mut(last)
            {
                *slot = view.span(f.from, f.to);
            }
        }
    }
    out
}

fn at(scene: Scene<'_>, i: usize) -> Option<Found> {
    let view = scene.view;
    let start = match view.low(i) {
        "according" | "thanks" if view.low(i + 1) == "to" => i + 2,
        "based" if view.low(i + 1) == "on" => i + 2,
        "as" if view.low(i + 1) == "per" => i + 2,
        "citing" | "by" | "per" | "under" | "from" => i + 1,
        // "Official data showed", "customs figures show".
        w if is_count(w) && shows(view.low(i + 1)) => {
            let mut from = i;
            while from > 0
                && i - from < 6
                && !noun::closed(view.low(from - 1))
                && view.is(from - 1, crate::grammar::quantity::lex::Kind::Word)
            {
                from -= 1;
            }
            return Some(Found { from, to: i + 1 });
        }
        _ => return None,
    };
    // Up to the counting noun, which stands within a few words, past "the" and "of" phrases.
    let reach = if matches!(view.low(i), "by" | "per" | "under" | "from") {
        4
    } else {
        8
    };
    for k in start..(start + reach).min(view.len()) {
        let word = view.low(k);
        if is_count(word) {
            let mut to = k + 1;
            // "data from the customs office", "figures of the ministry".
            if matches!(
                view.low(to),
                "from" | "of" | "by" | "released" | "published" | "compiled" | "issued"
            ) {
                let mut end = to + 1;
                while end < view.len()
                    && end < to + 9
                    && view.is(end, crate::grammar::quantity::lex::Kind::Word)
                    && !stops(view.low(end))
                    && !scene.is_time(end)
                {
                    end += 1;
                }
                to = if end > to + 1 { end } else { to };
            }
            return Some(Found { from: i, to });
        }
        let goes_on = view.is(k, crate::grammar::quantity::lex::Kind::Word)
            && (!noun::closed(word) || matches!(word, "the" | "of" | "its" | "their" | "s"))
            || matches!(view.raw(k), "'" | "’" | "-" | ".");
        if !goes_on {
            return None;
        }
    }
    None
}

fn shows(word: &str) -> bool {
    SHOWS.has(word)
}

fn stops(word: &str) -> bool {
    BASIS_STOPS.has(word)
}
