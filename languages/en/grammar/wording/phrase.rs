//! The words of what an event is about, with "this line" put back to the line that was named before.

use dossier_model::{Phrase, PhraseKind, Span, Upos};
use dossier_world::{latin, words};

use super::{Reading, small};

words!(
    /// Words with which an object points to somebody who is not named.
    POINTING_PRONOUNS = "wording/pointing_pronouns.txt"
);
words!(
    /// People and places that each report counts or names anew.
    UNCOUNTED = "wording/uncounted.txt"
);
words!(
    /// Words that tell no object from another.
    pub(super) EMPTY = "wording/empty.txt"
);

/// Tokens before an object in which its full name is looked for.
const REACH: usize = 80;

/// Tokens of a name behind a dash.
const MOST_BEHIND_DASH: usize = 4;

/// What an event's object is.
pub(super) fn of_object(reading: &Reading<'_>, span: Span) -> Phrase {
    phrase(reading, span, content_words(reading, span))
}

/// What an event is about where one of its targets has no name: of people the names and the number in the phrase ("21
/// Orla pupils") tell it from another, of things the content words.
pub(super) fn of_target(reading: &Reading<'_>, span: Span) -> Phrase {
    let key = if is_thing(reading, span) {
        content_words(reading, span)
    } else {
        let tokens = &reading.notes.tokens;
        (tokens.inside(span))
            .filter(|&i| matches!(tokens.upos(i), Upos::Num | Upos::Propn))
            .flat_map(|i| latin::parts(reading.of(tokens.span(i))))
            .collect()
    };
    phrase(reading, span, key)
}

fn phrase(reading: &Reading<'_>, span: Span, mut key: Vec<String>) -> Phrase {
    key.sort_unstable();
    key.dedup();
    let words = words(reading, span);
    let text = words.as_deref().unwrap_or("");
    Phrase {
        kind: match text {
            "office" | "power" => PhraseKind::Power,
            _ if text.starts_with("to ") || text.starts_with("not to ") => PhraseKind::Deed,
            _ => PhraseKind::Thing,
        },
        is_owned: text.contains("'s ") || text.contains("’s "),
        words,
        key,
    }
}

/// The phrase as an outsider can read it; `None` where it only points to somebody.
fn words(reading: &Reading<'_>, object: Span) -> Option<String> {
    let span = antecedent(reading, object).unwrap_or(object);
    let printed = reading.of(whole_words(reading, without_time(reading, span)));
    // "20 agreements, among them one", "the line (see below)": what follows is another thought.
    let cut = printed.find([';', '(', '\n']).unwrap_or(printed.len());
    let cut = printed[..cut].find(", ").unwrap_or(cut);
    let words: Vec<&str> = printed[..cut].split_whitespace().collect();
    let is_initials = |w: &str| w.chars().all(char::is_uppercase);
    let points = |w: &&str| !is_initials(w) && POINTING_PRONOUNS.has(&small(w));
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
    Some(if is_capital_of_sentence(reading, object) {
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
fn whole_words(reading: &Reading<'_>, span: Span) -> Span {
    let before = reading.text.get(..span.start as usize).unwrap_or("");
    let glued = before.len()
        - before
            .trim_end_matches(|c: char| c.is_alphanumeric() || c == '-')
            .len();
    let is_glued = before.ends_with('-');
    Span {
        start: span.start - if is_glued { glued as u32 } else { 0 },
        end: past_dashes(reading, span),
    }
}

/// Where an object ends whose last name goes on behind a dash: "the line Karsholm - Velm - Oster".
fn past_dashes(reading: &Reading<'_>, span: Span) -> u32 {
    let tokens = &reading.notes.tokens;
    let is_dash = |i: usize| i < tokens.len() && is_dash(reading.of(tokens.span(i)));
    let names = |i: usize| i < tokens.len() && matches!(tokens.upos(i), Upos::Propn | Upos::Noun | Upos::Adj);
    let mut at = tokens.inside(span).end;
    let begun = tokens.inside(span).any(is_dash);
    let touches = |i: usize| i < tokens.len() && tokens.span(i).start == tokens.span(i - 1).end;
    while at > 0 && is_dash(at) && names(at + 1) && (begun || touches(at)) {
        at += 1;
        let from = at;
        while names(at) && at < from + MOST_BEHIND_DASH {
            at += 1;
        }
    }
    if at > 0 && at > tokens.inside(span).end {
        tokens.span(at - 1).end
    } else {
        span.end
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// The span without a time at its end: "sanctions Monday".
fn without_time(reading: &Reading<'_>, span: Span) -> Span {
    let times = &reading.notes.times;
    let last = times
        .inside(span)
        .find(|t| t.span.end == span.end && t.span.start > span.start);
    let Some(time) = last else { return span };
    let text = reading.of(Span {
        start: span.start,
        end: time.span.start,
    });
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
fn is_capital_of_sentence(reading: &Reading<'_>, object: Span) -> bool {
    let notes = reading.notes;
    let first = notes.tokens.inside(object).start;
    notes
        .sentence_at(object.start)
        .is_some_and(|s| s.start == object.start)
        && first < notes.tokens.len()
        && !matches!(notes.tokens.upos(first), Upos::Propn | Upos::Num)
        && reading
            .of(notes.tokens.span(first))
            .chars()
            .skip(1)
            .all(char::is_lowercase)
}

/// For "this line", the nearest fuller noun phrase before it with the same head ("the Oslo – Bergen line").
fn antecedent(reading: &Reading<'_>, object: Span) -> Option<Span> {
    let tokens = &reading.notes.tokens;
    let inside = tokens.inside(object);
    let first = reading.low(inside.start);
    if !matches!(first.as_ref(), "this" | "that" | "these" | "those" | "such") || inside.len() != 2 {
        return None;
    }
    let head = tokens.lemma(inside.end - 1);
    let fits = |i: usize| matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let is_dash = |i: usize| is_dash(reading.of(tokens.span(i)));
    (inside.start.saturating_sub(REACH)..inside.start)
        .rev()
        .filter(|&i| tokens.lemma(i) == head)
        .find_map(|i| {
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

/// Whether a phrase names something that stays what it is from report to report ("the old embassy"), and not
/// people, whom each report counts anew.
fn is_thing(reading: &Reading<'_>, span: Span) -> bool {
    let tokens = &reading.notes.tokens;
    let mut inside = tokens.inside(span);
    let names = (inside.clone())
        .filter(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Propn | Upos::Adj))
        .count();
    names >= 2 && !inside.any(|i| tokens.upos(i) == Upos::Num || UNCOUNTED.has(&small(tokens.lemma(i))))
}

/// The content words of an object, folded.
fn content_words(reading: &Reading<'_>, span: Span) -> Vec<String> {
    latin::parts(reading.of(span))
        .into_iter()
        .map(|p| {
            p.strip_suffix('s')
                .filter(|s| s.len() > 3)
                .map_or(p.clone(), str::to_owned)
        })
        .filter(|p| !EMPTY.has(p))
        .collect()
}
