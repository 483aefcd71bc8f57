//! Surnames that are words or months: "May told reporters", where the article names a Clara May.

use std::collections::HashSet;

use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_model::{Layer, MentionForm, MentionKind, Time, Upos};
use dossier_world::office;

use crate::grammar::common;
use crate::grammar::mention::scan::Name;

dossier_world::words!(PERSON_VERBS = "mention/person_verbs.txt");

/// Adds the surnames of the article's people where they stand alone and a verb or a title tells that they are names.
pub(super) fn add(words: &View, times: &Layer<Time>, names: &mut Vec<Name>) {
    let mut surnames: HashSet<&str> = HashSet::new();
    for n in names
        .iter()
        .filter(|n| n.kind == MentionKind::Person && n.end > n.start + 1)
    {
        surnames.insert(words.fold(n.end - 1));
    }
    if surnames.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let mut next = names.iter().peekable();
    for k in 0..words.len() {
        while next.next_if(|n| n.end <= k).is_some() {}
        let taken = next.peek().is_some_and(|n| n.start <= k);
        if taken || words.shape(k) != Shape::Capital || !surnames.contains(words.fold(k)) {
            continue;
        }
        if is_told(words, k) && !is_dated(words, times, k) {
            found.push(Name {
                start: k,
                end: k + 1,
                kind: MentionKind::Person,
                form: MentionForm::Name,
                sure: 2,
            });
        }
    }
    if !found.is_empty() {
        names.extend(found);
        names.sort_by_key(|n| n.start);
    }
}

/// Whether a verb in the past or of speech behind it, a title in front or a genitive tells that the word is a name.
fn is_told(words: &View, k: usize) -> bool {
    let (start, end) = words.sentence_words(k);
    let before = if k > start { words.fold(k - 1) } else { "" };
    if office::is_courtesy(before.trim_end_matches('.'))
        || office::is_rank(before)
        || office::is_office(before)
    {
        return true;
    }
    if words.is_capital(k + 1) || k > start && words.is_capital(k - 1) && !common::is_function(before) {
        return false;
    }
    let after = if k + 1 < end { words.fold(k + 1) } else { "" };
    let verb = words.upos(k + 1) == Upos::Verb && (after.ends_with("ed") || PERSON_VERBS.has(after));
    let aux = matches!(after, "was" | "is" | "has" | "had" | "did") && k + 1 < end;
    verb || PERSON_VERBS.has(after) || aux && !common::is_common(words.fold(k))
}

fn is_dated(words: &View, times: &Layer<Time>, k: usize) -> bool {
    let span = words.span(k);
    let until = times.partition_point(|t| t.span.start <= span.start);
    let near = times.get(until.saturating_sub(4)..until).unwrap_or(&[]);
    // "May told" is no month even where a finder of times thought so; a longer time is one.
    near.iter().any(|t| t.span.contains(span) && t.span != span)
}
