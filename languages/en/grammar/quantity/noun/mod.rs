//! The noun that a number counts: a shallow noun-phrase chunker over closed-class words, which leans on
//! parts of speech where they are known.

mod plural;
mod tags;
mod words;

use dossier_model::Upos;

use super::lex::{Kind, View};
pub(crate) use plural::{plural, singular};
pub(crate) use tags::Tags;
pub(crate) use words::closed;
use words::{adverb, plural_verb, verb};

/// A noun phrase behind a number: pieces `from..to`, its head at `head`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First piece.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// The head noun.
    pub head: usize,
}

/// How many pieces a phrase may have.
const REACH: usize = 9;

/// The noun phrase from piece `from` on that a number above one (`many`) or one counts.
pub(crate) fn phrase(view: View<'_>, tags: Tags<'_>, from: usize, many: bool) -> Option<Phrase> {
    let mut head = None;
    let mut k = from;
    while k < view.len() && k < from + REACH {
        if view.is(k, Kind::Mark) {
            if view.joins(k) && k > from {
                k += 1;
                continue;
            }
            // "50 large, modern ships"; "of" phrases and clauses end it.
            let open = head.is_none()
                && view.raw(k) == ","
                && k > from
                && matches!(tags.upos(view, k - 1), Some(Upos::Adj))
                && matches!(tags.upos(view, k + 1), Some(Upos::Adj));
            if open {
                k += 1;
                continue;
            }
            break;
        }
        let word = view.low(k);
        let inside = k > from && (view.joins(k - 1) || view.joins(k + 1));
        if view.is(k, Kind::Number) {
            // "27 787 jets", "63,000 Model 3 cars".
            if k == from || !view.capital(k - 1) || head.is_some() {
                break;
            }
            k += 1;
            continue;
        }
        if (closed(word) || matches!(view.raw(k), "s" | "t")) && !inside {
            // "Vietnamese and Chinese students": goes on while no plural has come.
            let pair = many
                && head.is_none()
                && k > from
                && matches!(word, "and" | "or")
                && view.is(k + 1, Kind::Word)
                && !closed(view.low(k + 1))
                && (view.capital(k - 1) || matches!(tags.upos(view, k - 1), Some(Upos::Adj)));
            if pair {
                k += 1;
                continue;
            }
            break;
        }
        if let Some(h) = head {
            // Behind a plural only a compound goes on: "sports fans", not "people Monday".
            let more = match tags.upos(view, k) {
                Some(Upos::Noun) => !view.capital(k) || view.capital(h),
                Some(Upos::Propn) => view.capital(h),
                Some(_) => inside,
                None => !many || (is_plural(view, k) && !plural_verb(word) && k == h + 1),
            };
            if !more || (many && !is_plural(view, k) && !followed_by_plural(view, tags, k)) {
                break;
            }
        }
        match step(view, tags, from, k, many, head.is_some()) {
            Step::Head => head = Some(k),
            Step::Go => {}
            Step::Stop => break,
        }
        k += 1;
    }
    let head = head?;
    Some(Phrase {
        from,
        to: head + 1,
        head,
    })
}

/// What a word does to the phrase that it may belong to.
enum Step {
    /// It is the head, so far.
    Head,
    /// It belongs to the phrase.
    Go,
    /// The phrase ends before it.
    Stop,
}

/// What piece `k` does to the phrase from piece `from` on, by its tag.
fn step(view: View<'_>, tags: Tags<'_>, from: usize, k: usize, many: bool, has_head: bool) -> Step {
    let word = view.low(k);
    let inside = k > from && (view.joins(k - 1) || view.joins(k + 1));
    let head_if = |is_head: bool| if is_head { Step::Head } else { Step::Go };
    let stop_if = |ends: bool| if ends { Step::Stop } else { Step::Go };
    match tags.upos(view, k) {
        Some(Upos::Noun | Upos::Propn) => head_if(!many || is_plural(view, k)),
        // A tagger takes a rare plural for an adjective now and then.
        Some(Upos::Adj | Upos::Num | Upos::X) => {
            head_if(many && is_plural(view, k) && word.ends_with('s') && !view.joins(k + 1))
        }
        Some(Upos::Adv) => {
            stop_if(!matches!(tags.upos(view, k + 1), Some(Upos::Adj | Upos::Verb)) && !inside)
        }
        // "26 saves", "eight more picks": right behind a number a plural is a noun, whatever its tag.
        Some(Upos::Verb)
            if many && k == from && is_plural(view, k) && word.ends_with('s') && !view.capital(k) =>
        {
            Step::Head
        }
        Some(Upos::Verb) => {
            let modifier = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en") || inside;
            stop_if(!modifier || has_head)
        }
        Some(_) => stop_if(!inside),
        None if verb(word) || adverb(word) && !inside => Step::Stop,
        None => head_if(!many || is_plural(view, k) && !view.joins(k + 1)),
    }
}

/// The plural noun behind `from` that the tree says the number at piece `number` counts, where the words between
/// are one phrase: for phrases that the tags alone lose ("six shipping and trading companies").
pub(crate) fn phrase_of_tree(view: View<'_>, tags: Tags<'_>, number: usize, from: usize) -> Option<Phrase> {
    let head = tags
        .counted(view, number)
        .filter(|&h| h >= from && h < from + REACH)?;
    let joined = |k: usize| matches!(view.low(k), "and" | "or" | "'s" | "’s") && k > from;
    let one = (from..head).all(|k| {
        view.joins(k)
            || view.is(k, Kind::Word)
                && (!closed(view.low(k)) || joined(k))
                && !matches!(
                    tags.upos(view, k),
                    Some(Upos::Aux | Upos::Num | Upos::Pron | Upos::Sconj)
                )
    });
    (one && is_plural(view, head)).then_some(Phrase {
        from,
        to: head + 1,
        head,
    })
}

/// Whether piece `k` is a plural: a common one, or letters with an "s" ("MPs", "RBIs").
fn is_plural(view: View<'_>, k: usize) -> bool {
    let letters = || {
        let stem = view.raw(k).strip_suffix('s')?;
        Some(stem.len() > 1 && stem.chars().all(char::is_uppercase))
    };
    plural(view.low(k)) || letters().unwrap_or(false)
}

/// Whether a plural noun follows piece `k` directly.
fn followed_by_plural(view: View<'_>, tags: Tags<'_>, k: usize) -> bool {
    matches!(tags.upos(view, k + 1), Some(Upos::Noun | Upos::Propn)) && is_plural(view, k + 1)
}

#[cfg(test)]
mod tests;
