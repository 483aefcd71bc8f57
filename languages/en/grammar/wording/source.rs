//! What the words of an unnamed source are of: a person, a body, or nobody who could speak.

use dossier_model::{Quote, SourceKind, SourceWording, Span, Upos};
use dossier_world::{latin, words};

use super::{Reading, small};

words!(
    /// Nouns of acts, events and states: what they "say" or "show" is the outlet's conclusion.
    NO_SPEAKERS = "wording/no_speakers.txt"
);
words!(
    /// Nouns of one person who speaks as such, where no article or number tells so.
    PERSONS = "wording/persons.txt"
);
words!(
    /// Pronouns that stand for a source alone.
    PRONOUNS = "wording/source_pronouns.txt"
);

/// The wording of all sources.
pub(super) fn find(reading: &Reading<'_>) -> Vec<SourceWording> {
    (reading.notes.quotes.iter())
        .map(|q| SourceWording {
            kind: kind(reading, &q.value),
            office: q.value.source.first().and_then(|s| office(reading, *s)),
        })
        .collect()
}

fn kind(reading: &Reading<'_>, quote: &Quote) -> SourceKind {
    let head = find_head(reading, quote);
    if head.is_some_and(|i| is_no_speaker(reading, i)) {
        return SourceKind::Nobody;
    }
    let words = quote.source.first().map_or("", |s| reading.of(*s)).trim();
    if words.is_empty() || PRONOUNS.has(&small(words)) {
        return SourceKind::Pronoun;
    }
    // Bodies and crowds speak as organisations do; a single described person ("a diplomat") as a person.
    let first = small(words.split_whitespace().next().unwrap_or(""));
    let one_person = matches!(first.as_ref(), "a" | "an" | "one" | "another");
    if one_person || head.is_some_and(|i| is_one_person(reading, i)) {
        SourceKind::Person
    } else {
        SourceKind::Body
    }
}

/// The place of the head noun of a quotation's source.
fn find_head(reading: &Reading<'_>, quote: &Quote) -> Option<usize> {
    let span = *quote.source.first()?;
    let tokens = &reading.notes.tokens;
    let inside = tokens.inside(span);
    let is_noun = |i: usize| matches!(tokens.upos(i), Upos::Noun | Upos::Propn);
    let is_head = |i: usize| tokens.head(i).is_none_or(|h| !inside.contains(&h));
    (inside.clone()).find(|&i| is_head(i) && is_noun(i))
}

/// Whether a noun is of an act, an event or a state, that nobody can have heard.
fn is_no_speaker(reading: &Reading<'_>, i: usize) -> bool {
    let tokens = &reading.notes.tokens;
    tokens.upos(i) == Upos::Noun && NO_SPEAKERS.has(&latin::letters(tokens.lemma(i)))
}

/// Whether a noun is of one person: "Chinese expert", "the diplomat", and not "experts".
fn is_one_person(reading: &Reading<'_>, i: usize) -> bool {
    PERSONS.has(&latin::letters(reading.of(reading.notes.tokens.span(i))))
}

/// The office that the words describe: what follows "the".
fn office(reading: &Reading<'_>, source: Span) -> Option<Span> {
    let printed = reading.of(source);
    let words = printed.trim();
    let rest = words
        .strip_prefix("the ")
        .or_else(|| words.strip_prefix("The "))?;
    let end = source.start as usize + printed.trim_end().len();
    Some(Span::new(end - rest.len(), end))
}
