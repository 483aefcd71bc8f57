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
pub(super) fn words(scope: &Scope<'_>, doc: usize, object: Span) -> Option<String> {
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
    let words = words.strip_prefix("the ").map_or(words.clone(), str::to_owned);
    Some(if is_capital_of_sentence(scope, doc, object) {
        let mut chars = words.chars();
        chars
            .next()
            .map(|c| c.to_lowercase().chain(chars).collect())
            .unwrap_or_default()
    } else {
        words
    })
}

/// Whether an object opens its sentence with a word that is no name.
fn is_capital_of_sentence(scope: &Scope<'_>, doc: usize, object: Span) -> bool {
    let notes = &scope.docs[doc].notes;
    let first = notes.tokens.inside(object).start;
    notes
        .sentence_at(object.start)
        .is_some_and(|s| s.start == object.start)
        && notes.tokens.spans().get(first).is_some()
        && !matches!(notes.tokens.upos(first), Upos::Propn | Upos::Num)
        && scope
            .text(doc, notes.tokens.span(first))
            .chars()
            .skip(1)
            .all(char::is_lowercase)
}

/// The object that a row is labelled with: the longest of those that tell it as it stands now (`true`), and
/// without its number where the tellings count differently.
#[must_use]
pub(super) fn of_all(objects: impl Iterator<Item = (bool, String)>) -> Option<String> {
    let all: Vec<(bool, String)> = objects.collect();
    let number = |o: &str| {
        o.split_whitespace()
            .find(|w| w.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
    };
    let mut numbers: Vec<String> = all.iter().filter_map(|(_, o)| number(o)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let (_, best) = all
        .into_iter()
        .max_by(|a, b| (a.0, a.1.len(), &b.1).cmp(&(b.0, b.1.len(), &a.1)))?;
    if numbers.len() < 2 {
        return Some(best);
    }
    let plain: Vec<&str> = best
        .split_whitespace()
        .filter(|w| !w.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    (!plain.is_empty()).then(|| plain.join(" "))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tellings_that_count_differently_lose_the_number() {
        let check = |objects: &[(bool, &str)], expected: Option<&str>| {
            let found = of_all(objects.iter().map(|(now, o)| (*now, (*o).to_owned())));
            assert_eq!(found.as_deref(), expected);
        };
        check(
            &[(false, "20 cooperation agreements"), (true, "22 agreements")],
            Some("agreements"),
        );
        check(
            &[(true, "22 agreements"), (true, "22 treaties on trade")],
            Some("22 treaties on trade"),
        );
        check(&[(true, "the ferry line")], Some("the ferry line"));
        check(&[], None);
    }
}
