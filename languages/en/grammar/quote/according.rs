//! "According to Ana Ruiz, …" / "…, according to Ana Ruiz."

use dossier_model::{Deprel, QuoteKind, Upos};

use super::clause::trim;
use super::edge::{Words, close, has_predicate, open};
use super::indirect::Report;
use super::page::Page;

dossier_world::words!(AUXILIARIES = "common/finite_auxiliaries.txt");
dossier_world::words!(APPOSITION_STARTS = "quote/apposition_starts_leading.txt");

/// The report whose source "according to" names, which stands at the word `at`; the sentence's words up to
/// `used` belong to another.
pub(super) fn find(page: &Page, words: &Words, at: usize, used: Option<usize>) -> Option<Report> {
    let end = close(page, words);
    let cue = (at, at + 2);
    let by_tree = page.parsed.then(|| {
        // "according" is a case marker of the source in most treebanks, or governs it.
        let head = page.tokens.head(at)?;
        let governed = page.child(at, &[Deprel::Obl, Deprel::Nmod, Deprel::Obj]);
        let head = governed.unwrap_or(head);
        let (_, high) = page.tree.extent(head);
        (head > at + 1).then_some((at + 2, trim(page, at + 2, high.min(end))))
    });
    let in_front =
        open(page, words.start, at) >= at || (at - words.start <= 2 && !has_predicate(page, words.start, at));
    if in_front {
        let by_words = page.phrase_after(at + 2, end).map(|s| s.1);
        let comma_from = match (by_tree.flatten(), by_words) {
            (Some(t), _) => t.1,
            (None, Some(w)) => w,
            _ => at + 3,
        };
        let comma = leading_comma(page, at + 2, comma_from, end)?;
        let source = (at + 2, comma);
        let from = comma + 1;
        return (end > from + 1).then_some(Report {
            content: vec![(from, trim(page, from, end))],
            cue,
            source: Some(source),
            kind: QuoteKind::Statement,
        });
    }
    let source = by_tree
        .flatten()
        .filter(|s| s.1 > s.0 && s.1 - s.0 <= 120 && !(s.0..s.1).any(|k| page.is(k, &["according"])))
        .or_else(|| page.phrase_after(at + 2, end))?;
    let source = with_apposition(page, source, trim(page, at + 2, end));
    let source = (source.0, title_end(page, source.1, end));
    let mut stop = at;
    while stop > words.start && matches!(page.word(stop - 1), "," | "—" | "–" | "(") {
        stop -= 1;
    }
    let mut first = open(page, words.start, stop);
    if let Some(u) = used.filter(|u| *u > first && *u < stop) {
        // Two sources in one sentence share it out: the words behind the first one's are the second's.
        let cc = (u..stop)
            .take(200)
            .find(|&k| page.is(k, &["and", "but", "while"]))?;
        first = open(page, cc + 1, stop);
    }
    if stop <= first {
        return None;
    }
    let mut content = vec![(first, stop)];
    // "…, according to Ana Ruiz, …": the words behind the second comma go on, if the first part needs them.
    let behind = source.1 + 1;
    if page.word(at - 1) == ","
        && page.word(source.1) == ","
        && behind + 1 < end
        && (!has_predicate(page, first, stop) || matches!(page.upos(behind), Upos::Aux | Upos::Verb))
        && has_predicate(page, behind, end)
    {
        content.push((behind, trim(page, behind, end)));
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
fn with_apposition(page: &Page, source: (usize, usize), close: usize) -> (usize, usize) {
    let (from, to) = source;
    let opens = page.is_capital(to - 1) && page.word(to) == "," && page.is(to + 1, &["a", "an", "the"]);
    match page.phrase_after(from, close) {
        Some(whole) if opens && whole.1 == close => whole,
        _ => source,
    }
}

/// Over the country and the name behind a title: "Ambassador" | "to Peru Kari Lund".
fn title_end(page: &Page, to: usize, end: usize) -> usize {
    let mut at = to;
    if at > 0 && page.is_capital(at - 1) && page.is(at, &["to", "of", "for"]) && page.is_capital(at + 1) {
        at += 1;
    }
    while at < end && page.is_capital(at) && !page.is_punct(at) {
        at += 1;
    }
    at
}

/// The comma that parts a source in front from what it says; an apposition brings a comma of its own.
fn leading_comma(page: &Page, from: usize, known: usize, end: usize) -> Option<usize> {
    let reach = end.min(from + 45);
    let first = (from..reach).find(|&k| page.word(k) == ",")?;
    let describes = page.is_in(first + 1, &APPOSITION_STARTS) || known > first + 1;
    let second = (first + 1..reach).find(|&k| page.word(k) == ",");
    let clause = |to: usize| {
        (first + 1..to).any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux) || page.is_in(k, &AUXILIARIES))
    };
    match second {
        Some(s) if describes && (page.is(first + 1, &["who", "whose", "which"]) || !clause(s)) => Some(s),
        _ => Some(first),
    }
}
