//! The words of an event's object, with "this line" put back to the line that was named before.

use dossier_model::{Span, Upos};

use crate::scope::Scope;

/// Tokens before an object in which its full name is looked for.
const REACH: usize = 80;

/// Words with which an object points to somebody who is not named.
const POINTING: &[&str] = &[
    "his", "her", "their", "its", "my", "our", "your", "whose", "who", "whom", "which", "him", "them", "it",
    "he", "she", "they", "us", "me", "you", "others", "someone", "everyone", "anyone", "one",
];

/// The object as an outsider can read it; `None` where it only points to somebody.
#[must_use]
pub fn words(scope: &Scope<'_>, doc: usize, object: Span) -> Option<String> {
    let printed = scope.text(doc, object);
    let first = printed.split_whitespace().next()?.to_lowercase();
    if POINTING.contains(&first.as_str()) {
        return None;
    }
    let full = antecedent(scope, doc, object).map(|span| scope.text(doc, span));
    let words = full
        .unwrap_or(printed)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    Some(words.strip_prefix("the ").map_or(words.clone(), str::to_owned))
}

/// For "this line", the nearest fuller noun phrase before it with the same head ("the Oslo – Bergen line").
fn antecedent(scope: &Scope<'_>, doc: usize, object: Span) -> Option<Span> {
    let tokens = &scope.docs[doc].notes.tokens;
    let inside = tokens.inside(object);
    let first = scope
        .text(doc, tokens.spans().get(inside.start).copied()?)
        .to_lowercase();
    if !matches!(first.as_str(), "this" | "that" | "these" | "those" | "such") || inside.len() != 2 {
        return None;
    }
    let head = tokens.lemma(inside.end - 1);
    let fits = |i: usize| matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let is_dash = |i: usize| matches!(scope.text(doc, tokens.span(i)), "-" | "–" | "—");
    (inside.start.saturating_sub(REACH)..inside.start)
        .rev()
        .find_map(|i| {
            if tokens.lemma(i) != head {
                return None;
            }
            let mut start = i;
            while start > 0 && (fits(start - 1) || is_dash(start - 1)) {
                start -= 1;
            }
            while start < i && !fits(start) {
                start += 1;
            }
            let names = (start..i).any(|k| tokens.upos(k) == Upos::Propn);
            names.then(|| tokens.span(start).cover(tokens.span(i)))
        })
}
