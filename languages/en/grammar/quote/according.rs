//! "According to Ana Ruiz, …" / "…, according to Ana Ruiz."

use dossier_model::{Deprel, QuoteKind, Upos};

use super::clause::trim;
use super::edge::{Words, close, has_predicate, open};
use super::report::Report;
use super::speech::SpeechView;
use crate::grammar::clause::is_finite_auxiliary;

dossier_world::words!(APPOSITION_STARTS = "quote/apposition_starts_leading.txt");

/// The report whose source "according to" names, which stands at the word `at`; the sentence's words up to
/// `used` belong to another.
pub(super) fn find(view: &SpeechView, words: &Words, at: usize, used: Option<usize>) -> Option<Report> {
    let end = close(view, words);
    let cue = (at, at + 2);
    let by_tree = view.is_parsed().then(|| {
        // "according" is a case marker of the source in most treebanks, or governs it.
        let head = view.head(at)?;
        let governed = view.child(at, &[Deprel::Obl, Deprel::Nmod, Deprel::Obj]);
        let head = governed.unwrap_or(head);
        let (_, high) = view.extent(head);
        (head > at + 1).then_some((at + 2, trim(view, at + 2, high.min(end))))
    });
    let in_front =
        open(view, words.start, at) >= at || (at - words.start <= 2 && !has_predicate(view, words.start, at));
    if in_front {
        let by_words = view.phrase_after(at + 2, end).map(|s| s.1);
        let comma_from = match (by_tree.flatten(), by_words) {
            (Some(t), _) => t.1,
            (None, Some(w)) => w,
            _ => at + 3,
        };
        let comma = leading_comma(view, at + 2, comma_from, end)?;
        let source = (at + 2, comma);
        let from = comma + 1;
        return (end > from + 1).then_some(Report {
            content: vec![(from, trim(view, from, end))],
            cue,
            source: Some(source),
            kind: QuoteKind::Statement,
        });
    }
    let source = by_tree
        .flatten()
        .filter(|s| s.1 > s.0 && s.1 - s.0 <= 120 && !(s.0..s.1).any(|k| view.is(k, &["according"])))
        .or_else(|| view.phrase_after(at + 2, end))?;
    let source = with_apposition(view, source, trim(view, at + 2, end));
    let source = (source.0, title_end(view, source.1, end));
    let mut stop = at;
    while stop > words.start && matches!(view.word(stop - 1), "," | "—" | "–" | "(") {
        stop -= 1;
    }
    let mut first = open(view, words.start, stop);
    if let Some(u) = used.filter(|u| *u > first && *u < stop) {
        // Two sources in one sentence share it out: the words behind the first one's are the second's.
        let cc = (u..stop)
            .take(200)
            .find(|&k| view.is(k, &["and", "but", "while"]))?;
        first = open(view, cc + 1, stop);
    }
    if stop <= first {
        return None;
    }
    let mut content = vec![(first, stop)];
    // "…, according to Ana Ruiz, …": the words behind the second comma go on, if the first part needs them.
    let behind = source.1 + 1;
    if view.word(at - 1) == ","
        && view.word(source.1) == ","
        && behind + 1 < end
        && (!has_predicate(view, first, stop) || matches!(view.upos(behind), Upos::Aux | Upos::Verb))
        && has_predicate(view, behind, end)
    {
        content.push((behind, trim(view, behind, end)));
    } else if stop < first + 2 {
        return None;
    }
    Some(Report {
        content,
        cue,
        source: Some(source),
        kind: QuoteKind::Statement,
    })
}

/// "Ana Ruiz" | ", an expert on Peru.": the tree may hang the apposition elsewhere, and nothing else closes a sentence
/// like that.
fn with_apposition(view: &SpeechView, source: (usize, usize), close: usize) -> (usize, usize) {
    let (from, to) = source;
    let opens = view.is_capital(to - 1) && view.word(to) == "," && view.is(to + 1, &["a", "an", "the"]);
    match view.phrase_after(from, close) {
        Some(whole) if opens && whole.1 == close => whole,
        _ => source,
    }
}

/// Over the country and the name behind a title: "Ambassador" | "to Peru Kari Lund".
fn title_end(view: &SpeechView, to: usize, end: usize) -> usize {
    let mut at = to;
    if at > 0 && view.is_capital(at - 1) && view.is(at, &["to", "of", "for"]) && view.is_capital(at + 1) {
        at += 1;
    }
    while at < end && view.is_capital(at) && !view.is_punct(at) {
        at += 1;
    }
    at
}

/// The comma that parts a source in front from what it says; an apposition brings a comma of its own.
fn leading_comma(view: &SpeechView, from: usize, known: usize, end: usize) -> Option<usize> {
    let reach = end.min(from + 45);
    let first = (from..reach).find(|&k| view.word(k) == ",")?;
    let describes = view.is_in(first + 1, &APPOSITION_STARTS) || known > first + 1;
    let second = (first + 1..reach).find(|&k| view.word(k) == ",");
    let clause = |to: usize| {
        (first + 1..to)
            .any(|k| matches!(view.upos(k), Upos::Verb | Upos::Aux) || is_whole_auxiliary(view.word(k)))
    };
    match second {
        // "According to the parents, the child, named Zhao, fell": what a participle describes is told of.
        Some(s) if view.upos(s + 1) == Upos::Verb && clause(end) && view.is(first + 1, &["the"]) => {
            Some(first)
        }
        Some(s) if describes && (view.is(first + 1, &["who", "whose", "which"]) || !clause(s)) => Some(s),
        _ => Some(first),
    }
}

/// Whether the word is a finite auxiliary and no clitic, which may be a genitive.
fn is_whole_auxiliary(word: &str) -> bool {
    is_finite_auxiliary(word) && !word.starts_with(['\'', '’'])
}
