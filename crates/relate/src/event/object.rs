//! The words of an event's object, with "this line" put back to the line that was named before.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{Span, Upos};

use crate::fold;
use crate::scope::Scope;

/// Tokens before an object in which its full name is looked for.
const REACH: usize = 80;

/// Words of an object above which a shorter one is taken for a label.
const MOST_WORDS: usize = 9;

/// Words with which an object points to somebody who is not named.
const POINTING: &[&str] = &[
    "his", "her", "their", "its", "my", "our", "your", "whose", "who", "whom", "which", "him", "them", "it",
    "he", "she", "they", "us", "me", "you", "others", "someone", "everyone", "anyone", "one",
];

/// The object as an outsider can read it; `None` where it only points to somebody.
#[must_use]
pub(super) fn words(scope: &Scope<'_>, doc: usize, object: Span) -> Option<String> {
    let span = antecedent(scope, doc, object).unwrap_or(object);
    let printed = scope.text(doc, whole_words(scope, doc, without_time(scope, doc, span)));
    // "20 agreements, among them one", "the line (see below)": what follows is another thought.
    let cut = printed.find([';', '(', '\n']).unwrap_or(printed.len());
    let cut = printed[..cut].find(", ").unwrap_or(cut);
    let words: Vec<&str> = printed[..cut].split_whitespace().collect();
    let is_initials = |w: &str| w.chars().all(char::is_uppercase);
    let points = |w: &&str| !is_initials(w) && POINTING.contains(&w.to_lowercase().as_str());
    // "The anniversary of their ties": whose, nobody outside can tell.
    if words.is_empty() || words.iter().any(points) {
        return None;
    }
    let is_open = printed[..cut].matches('"').count() % 2 == 1
        || printed[..cut].contains('“') != printed[..cut].contains('”');
    let words = if is_open {
        words.join(" ").replace(['"', '“', '”'], "")
    } else {
        words.join(" ")
    };
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

/// The span from the beginning of its first word as printed: "ship-to-ship transfers", where the words are told apart.
fn whole_words(scope: &Scope<'_>, doc: usize, span: Span) -> Span {
    let before = scope.docs[doc]
        .article
        .text()
        .get(..span.start as usize)
        .unwrap_or("");
    let glued = before.len()
        - before
            .trim_end_matches(|c: char| c.is_alphanumeric() || c == '-')
            .len();
    let is_glued = before.ends_with('-');
    Span {
        start: span.start - if is_glued { glued as u32 } else { 0 },
        end: past_dashes(scope, doc, span),
    }
}

/// Where an object ends whose last name goes on behind a dash: "the line Karsholm - Velm - Oster".
fn past_dashes(scope: &Scope<'_>, doc: usize, span: Span) -> u32 {
    let tokens = &scope.docs[doc].notes.tokens;
    let word = |i: usize| tokens.spans().get(i).map(|s| scope.text(doc, *s));
    let is_dash = |i: usize| word(i).is_some_and(|w| matches!(w, "-" | "–" | "—"));
    let names = |i: usize| i < tokens.len() && matches!(tokens.upos(i), Upos::Propn | Upos::Noun | Upos::Adj);
    let mut at = tokens.inside(span).end;
    let begun = tokens.inside(span).any(is_dash);
    let touches = |i: usize| {
        tokens
            .spans()
            .get(i)
            .is_some_and(|s| s.start == tokens.span(i - 1).end)
    };
    while at > 0 && is_dash(at) && names(at + 1) && (begun || touches(at)) {
        at += 1;
        let from = at;
        while names(at) && at < from + MOST_WORDS / 2 {
            at += 1;
        }
    }
    if at > 0 && at > tokens.inside(span).end {
        tokens.span(at - 1).end
    } else {
        span.end
    }
}

/// The span without a time at its end: "sanctions Monday".
fn without_time(scope: &Scope<'_>, doc: usize, span: Span) -> Span {
    let times = &scope.docs[doc].notes.times;
    let last = times
        .indices_inside(span)
        .filter_map(|i| times.get(i))
        .find(|t| t.span.end == span.end && t.span.start > span.start);
    let Some(time) = last else { return span };
    let text = scope.text(
        doc,
        Span {
            start: span.start,
            end: time.span.start,
        },
    );
    let kept = text.trim_end();
    let kept = ["on", "in", "of", "for", "last", "this"]
        .iter()
        .find_map(|w| kept.strip_suffix(w).filter(|k| k.ends_with(' ')))
        .map_or(kept, str::trim_end);
    Span {
        start: span.start,
        end: span.start + kept.len() as u32,
    }
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

/// The object that a row is labelled with: the most told of those that tell it as it stands now (`true`), of
/// equals the longest, and without its number where the tellings count differently.
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
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for (_, o) in &all {
        *told.entry(o.to_lowercase()).or_default() += 1;
    }
    let count = |o: &str| told.get(&o.to_lowercase()).copied().unwrap_or(0);
    let is_short = |o: &str| o.split_whitespace().count() <= MOST_WORDS;
    let (_, best) = all.iter().max_by(|a, b| {
        let is_owned = |o: &str| o.contains("'s ") || o.contains("’s ");
        let rank = |x: &(bool, String)| (x.0, !is_owned(&x.1), is_short(&x.1), count(&x.1), x.1.len());
        rank(a).cmp(&rank(b)).then_with(|| b.1.cmp(&a.1))
    })?;
    let best = best.clone();
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

/// What tells an object from another of its kind, folded: its content words, and of people the names and the number
/// in the phrase ("21 Orla pupils").
pub(super) fn key(scope: &Scope<'_>, doc: usize, span: Span, is_object: bool) -> BTreeSet<String> {
    if is_object || is_thing(scope, doc, span) {
        return content_words(scope, doc, span);
    }
    let tokens = &scope.docs[doc].notes.tokens;
    tokens
        .inside(span)
        .filter(|&i| matches!(tokens.upos(i), Upos::Num | Upos::Propn))
        .flat_map(|i| fold::parts(scope.text(doc, tokens.span(i))))
        .collect()
}

/// Whether a phrase names something that stays what it is from report to report ("the old embassy"), and not
/// people, whom each report counts anew.
fn is_thing(scope: &Scope<'_>, doc: usize, span: Span) -> bool {
    const PEOPLE: &[&str] = &[
        "people",
        "person",
        "civilian",
        "man",
        "woman",
        "child",
        "soldier",
        "police",
        "policeman",
        "officer",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "resident",
        "victim",
        "student",
        "girl",
        "boy",
        "member",
        "force",
        "troop",
        "worker",
        "villager",
        "other",
        "crowd",
        "passenger",
        "fighter",
        "militant",
        "one",
        "target",
        "area",
        "place",
        "town",
        "city",
        "village",
        "country",
        "building",
        "home",
        "house",
        "vehicle",
        "scene",
        "wave",
        "series",
    ];
    let tokens = &scope.docs[doc].notes.tokens;
    let inside = tokens.inside(span);
    let names_it = inside
        .clone()
        .filter(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Adj))
        .count()
        >= 2;
    names_it
        && !inside
            .clone()
            .any(|i| tokens.upos(i) == Upos::Num || PEOPLE.contains(&tokens.lemma(i).to_lowercase().as_str()))
}

/// The content words of an object, folded.
fn content_words(scope: &Scope<'_>, doc: usize, span: Span) -> BTreeSet<String> {
    const EMPTY: &[&str] = &[
        "the", "a", "an", "of", "and", "on", "for", "to", "in", "this", "that", "its", "their", "new",
    ];
    fold::parts(scope.text(doc, span))
        .into_iter()
        .map(|p| {
            p.strip_suffix('s')
                .filter(|s| s.len() > 3)
                .map_or(p.clone(), str::to_owned)
        })
        .filter(|p| !EMPTY.contains(&p.as_str()))
        .collect()
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
