//! The words that figures are joined by.

use dossier_model::Span;

use crate::grammar::quantity::lex::{Kind, View};
use crate::grammar::quantity::noun;
use dossier_world::country;

dossier_world::words!(STOP_WORDS = "figure/stop_words.txt");
dossier_world::table!(OUTCOMES = "figure/outcomes.tsv");

/// Words that do not tell one measure from another.
fn is_stop(word: &str) -> bool {
    noun::closed(word)
        || word.len() < 2
        || STOP_WORDS.has(word)
        || matches!(word, "one" | "two" | "three" | "four" | "five")
}

/// One word for all that say that somebody lost his life, was hurt, and so on.
pub(super) fn outcome(word: &str) -> Option<&'static str> {
    OUTCOMES.value(word)
}

/// Adds the words of `span`; with `names_only`, those of names and countries alone.
pub(super) fn add(view: View<'_>, span: Span, names_only: bool, out: &mut Vec<String>) {
    let from = view.piece_from(span.start);
    let to = view.piece_behind(span.end);
    let mut k = from;
    while k < to {
        if !view.is(k, Kind::Word) {
            k += 1;
            continue;
        }
        if view.capital(k)
            && let Some((code, used)) = country_at(view, k, to)
        {
            push(out, code.to_owned());
            k += used;
            continue;
        }
        let word = view.low(k);
        if view.capital(k) && !is_stop(word) {
            // A name of several words is one part of the key, however many words it has.
            let mut end = k + 1;
            while end < to
                && view.is(end, Kind::Word)
                && view.capital(end)
                && country_at(view, end, to).is_none()
            {
                end += 1;
            }
            let name: Vec<String> = (k..end).map(|i| view.raw(i).to_lowercase()).collect();
            push(
                out,
                if end == k + 1 {
                    noun::singular(&name.concat())
                } else {
                    name.join(" ")
                },
            );
            k = end;
            continue;
        }
        if !names_only && !is_stop(word) {
            push(
                out,
                outcome(word).map_or_else(|| noun::singular(word), str::to_owned),
            );
        }
        k += 1;
    }
}

/// A country, its adjective or its capital at piece `k`, and the pieces it takes.
pub(super) fn country_at(view: View<'_>, k: usize, to: usize) -> Option<(&'static str, usize)> {
    for used in (1..=4).rev() {
        if k + used > to || view.span(k, k + used).is_none() {
            continue;
        }
        let words = view.span(k, k + used)?.of(view.text);
        let found = country::by_name(words)
            .or_else(|| country::by_demonym(words))
            .or_else(|| country::by_capital(words));
        if let Some(code) = found {
            return Some((code, used));
        }
    }
    None
}

/// Adds a part once.
pub(super) fn push(out: &mut Vec<String>, part: String) {
    if !part.is_empty() && !out.contains(&part) {
        out.push(part);
    }
}
