//! Descriptions ("the ambassador") and pronouns ("he"), resolved where the article leaves no doubt.
//!
//! A description goes to the one person whose office it names; a pronoun to the one person of fitting gender that the
//! sentence before it speaks of, or to the last speaker where it speaks itself. Everything else stays open.

mod resolve;
mod unnamed;

use std::collections::BTreeMap;

use dossier_model::{Gender, LocalId, Mention, MentionForm, MentionKind, Span};

use super::role::{Names, Office, qualifies_next};
use crate::grammar::common;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::office;
use unnamed::Unnamed;

dossier_world::words!(NO_NOUNS = "mention/verbs_no_nouns.txt");
dossier_world::words!(SPEECH_VERBS = "mention/speech_verbs.txt");

/// What is known of the people when nominals are resolved.
pub(crate) struct Known<'a> {
    /// Names and bearers.
    pub names: &'a Names<'a>,
    /// The offices of each person.
    pub held: &'a BTreeMap<LocalId, Vec<&'a Office>>,
    /// Gender by bearer.
    pub genders: &'a BTreeMap<LocalId, Gender>,
    /// The country that each person's offices belong to.
    pub homes: &'a BTreeMap<LocalId, String>,
}

/// A person in the flow of the text.
#[derive(Debug, Clone, Copy)]
struct Seen {
    at: usize,
    sentence: usize,
    local: LocalId,
    /// The first person of the sentence, and no mere possessor.
    topic: bool,
    /// The subject of the sentence's own verb.
    subject: bool,
    /// Followed or preceded by a verb of speech.
    speaks: bool,
    /// Named between quotation marks: whom a speaker speaks of.
    quoted: bool,
}

/// All descriptions and pronouns of people.
pub(crate) fn find(words: &View, known: &Known<'_>) -> Vec<(Span, Mention)> {
    let mut out = Vec::new();
    let mut seen: Vec<Seen> = Vec::new();
    let mut quoted = false;
    let mut unnamed = Unnamed::default();
    for (s, ((start, end), _)) in words.sentence_ranges().enumerate() {
        // A speech may have several sentences, but a paragraph opens its own mark.
        if words.breaks(start) {
            quoted = false;
        }
        // Whether the sentence names somebody whom nothing tells more of: "he" may be that one.
        let mut stranger = false;
        let mut k = start;
        while k < end {
            // A sentence of usual length never grows that long.
            forget(&mut seen, 200);
            match words.word(k) {
                "“" | "``" | "«" => quoted = true,
                "”" | "''" | "»" => quoted = false,
                "\"" => quoted = !quoted,
                _ => {}
            }
            if let Some(i) = known.names.at(k) {
                let Some(n) = known.names.names.get(i) else { break };
                if n.start == k && n.kind == MentionKind::Person {
                    match known.names.locals_of.get(i).copied().flatten() {
                        Some(local) => {
                            let told = note(words, &seen, (n.start, n.end), s, start, local);
                            unnamed.forget(&told, quoted);
                            seen.push(Seen { quoted, ..told });
                        }
                        None => stranger = true,
                    }
                }
                k = n.end.max(k + 1);
                continue;
            }
            if let Some(gender) = pronoun(words, k) {
                let local = if quoted || stranger || unnamed.is_near(s) && words.fold(k) != "his" {
                    None
                } else {
                    resolve::resolve_pronoun(words, known, &seen, k, s, start, gender)
                };
                out.push((words.span(k), mention(MentionForm::Pronoun, local)));
                if let Some(local) = local {
                    seen.push(note(words, &seen, (k, k + 1), s, start, local));
                }
                k += 1;
                continue;
            }
            if !quoted && unnamed::is_subject(words, k, end) {
                unnamed.note(s);
            }
            if let Some((first, last, head)) = nominal(words, known, k, end) {
                let local = if quoted {
                    None
                } else {
                    resolve::resolve_nominal(words, known, &seen, (first, last, head), s)
                };
                out.push((words.cover(first, last), mention(MentionForm::Nominal, local)));
                if let Some(local) = local {
                    seen.push(note(words, &seen, (first, last), s, start, local));
                }
                k = last;
                continue;
            }
            k += 1;
        }
        forget(&mut seen, 64);
    }
    out
}

/// Only what was said lately decides; the list stays short on long texts.
fn forget(seen: &mut Vec<Seen>, limit: usize) {
    if seen.len() > limit {
        seen.drain(..seen.len() - 48);
    }
}

fn mention(form: MentionForm, local: Option<LocalId>) -> Mention {
    Mention {
        kind: MentionKind::Person,
        form,
        local,
    }
}

fn note(
    words: &View,
    seen: &[Seen],
    range: (usize, usize),
    sentence: usize,
    start: usize,
    local: LocalId,
) -> Seen {
    let (from, to) = range;
    let possessor = matches!(words.fold(to), "'s" | "’s" | "'" | "’")
        || matches!(words.fold(from), "his" | "her")
        || from > start && matches!(words.fold(from - 1), "of" | "by" | "with" | "to" | "for");
    let first = !seen.iter().any(|x| x.sentence == sentence && x.topic);
    let subject = (from..to).any(|k| {
        matches!(
            words.deprel(k),
            dossier_model::Deprel::Nsubj | dossier_model::Deprel::NsubjPass
        ) && words.head(k).is_some_and(|h| words.head(h).is_none())
    });
    Seen {
        at: from,
        sentence,
        local,
        topic: subject || first && !possessor,
        subject,
        quoted: false,
        speaks: is_speech(words.fold(to))
            || to + 1 < words.len() && words.fold(to) == "also" && is_speech(words.fold(to + 1))
            || from > start && is_speech(words.fold(from - 1))
            || according(words, from, start),
    }
}

/// "according to Vietnamese Ambassador to China Ana Ruiz".
fn according(words: &View, from: usize, start: usize) -> bool {
    (start.max(from.saturating_sub(10))..from).any(|k| words.fold(k) == "according")
        && !(start.max(from.saturating_sub(10))..from).any(|k| words.word(k) == ",")
}

fn is_speech(folded: &str) -> bool {
    SPEECH_VERBS.has(folded)
}

fn pronoun(words: &View, k: usize) -> Option<Gender> {
    if words.shape(k) == Shape::Upper {
        return None;
    }
    match words.fold(k) {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// "the Vietnamese ambassador", "this expert": a determiner, qualifiers, an office, and no name behind it.
fn nominal(words: &View, known: &Known<'_>, k: usize, end: usize) -> Option<(usize, usize, usize)> {
    if !matches!(words.fold(k), "the" | "this" | "that") {
        return None;
    }
    let mut m = k + 1;
    let mut head = None;
    while m < end && m < k + 8 {
        let w = words.fold(m);
        if office::is_office(w) && known.names.at(m).is_none() && !qualifies_next(words, known.names, m, end)
        {
            head = Some(m);
            m += 1;
            continue;
        }
        if head.is_some() {
            break;
        }
        let people = known
            .names
            .at(m)
            .and_then(|i| known.names.names.get(i))
            .is_some_and(|n| {
                matches!(
                    n.kind,
                    MentionKind::Group | MentionKind::Place | MentionKind::Organization
                )
            });
        let qualifies = office::is_modifier(w)
            || people
            || matches!(words.word(m), "-")
            || words.shape(m) == Shape::Lower
                && !common::is_function(w)
                && words.upos(m) == dossier_model::Upos::Adj;
        if !qualifies && !matches!(w, "year" | "old") && words.shape(m) != Shape::Number {
            break;
        }
        m += 1;
    }
    let head = head?;
    // "the ambassador Ana Ruiz" is a title; "the expert group" is no person.
    let named = known
        .names
        .at(head + 1)
        .and_then(|i| known.names.names.get(i))
        .is_some_and(|n| n.kind == MentionKind::Person);
    let compound = head + 1 < end
        && words.shape(head + 1) != Shape::Mark
        && matches!(
            words.upos(head + 1),
            dossier_model::Upos::Noun | dossier_model::Upos::Propn
        )
        && (words.shape(head + 1) == Shape::Lower || words.is_capital(head + 1))
        && words.upos(head + 1) != dossier_model::Upos::Verb
        && is_noun_like(words, head + 1);
    (!named && !compound).then_some((k, head + 1, head))
}

/// The stand-in tagger calls every word a noun; closed classes and verbs of speech are none.
fn is_noun_like(words: &View, k: usize) -> bool {
    let w = words.fold(k);
    !common::is_function(w) && !is_speech(w) && !w.ends_with("ed") && !w.ends_with("ly") && !NO_NOUNS.has(w)
}
