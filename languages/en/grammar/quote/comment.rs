//! Comment clauses: "…, Ana Ruiz said." / "…, said Ana Ruiz, …" / "…, Ana Ruiz said, …".

use dossier_model::{Deprel, QuoteKind, Upos};

use super::act;
use super::clause::is_adjunct;
use super::cue::{Form, Frames};
use super::edge::{Words, close, has_predicate, open};
use super::indirect::Report;
use super::page::{Group, Page};
use super::subject;

dossier_world::words!(TRAILING_STARTS = "quote/trailing_starts.txt");
dossier_world::words!(DATED_OPENINGS = "quote/dated_openings.txt");
dossier_world::words!(COMMENT_SUBJECTS = "quote/comment_subject_starts.txt");

/// The report that the comment clause of the verb group `g` belongs to.
pub(super) fn find(page: &Page, words: &Words, g: Group, form: Form, frames: Frames) -> Option<Report> {
    if !frames.has(Frames::COMMENT) || !form.is_finite() || g.passive || g.unreal {
        return None;
    }
    let end = close(page, words);
    let i = g.verb;
    let before = g.start.checked_sub(1).filter(|b| *b >= words.start)?;
    // Inverted: a comma, the verb, its subject.
    let inverted = parts(page, before) && matches!(form, Form::Past | Form::Third) && i == g.start && {
        let next = i + 1;
        next < end
            && (page.is_capital(next) || page.is_in(next, &COMMENT_SUBJECTS))
            && frames.has(Frames::DIRECT)
            && !frames.has(Frames::LISTENER)
    };
    let (source, comma, rest) = if inverted {
        let s = page.phrase_after(i + 1, end)?;
        // "Ana Ruiz, head of the office, said the talks failed": a clause, not a subject, follows.
        let verbal = (s.0..end.min(s.1 + 1))
            .take_while(|&k| page.word(k) != "," && !page.is(k, &["who", "whose", "which", "that"]))
            .any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux) && !page.word(k).ends_with("ing"));
        // "…, said the ambassador." ends the sentence: no parser is needed to see whose words they are.
        let ends = s.1 >= end
            && matches!(page.upos(s.1 - 1), Upos::Noun | Upos::Propn)
            && !page.is(s.1 - 1, &["same", "truth", "thing", "word", "opposite"])
            && has_predicate(page, words.start, before)
            && !(words.start..before).any(|k| page.is(k, &["who", "which", "whose"]));
        if verbal || (!ends && has_subject_in_front(page, words, before, i)) {
            return None;
        }
        (s, before, s.1)
    } else {
        let s = subject::find(page, words, g)
            .filter(|s| s.1 <= g.start && (s.1..g.start).all(|k| page.is_punct(k)))
            .or_else(|| {
                page.phrase_before(g.start, words.start)
                    .filter(|s| s.1 - s.0 <= 12 && s.1 == g.start)
            })?;
        let comma = s.0.checked_sub(1).filter(|c| *c >= words.start)?;
        if !parts(page, comma) {
            return None;
        }
        (s, comma, page.cue_end(i))
    };
    if page.is(source.0, &["who", "which", "that"]) {
        return None;
    }
    // Behind the verb: the end, an adjunct up to the end, or a comma and the rest of the report.
    let mut content = Vec::new();
    let first = open(page, words.start, comma);
    let resumed = (rest..end.min(rest + 20)).find(|&k| page.word(k) == ",");
    let adjunct_end = resumed.unwrap_or(end);
    // "told reporters in Oslo": a listener is no matter of its own.
    let told = frames.has(Frames::LISTENER)
        && adjunct_end <= rest + 18
        && !(rest..adjunct_end)
            .any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux) || page.is(k, &["that"]));
    let stopped = page.word(rest) == ".";
    if !is_adjunct(page, rest, adjunct_end) && !told && !stopped {
        return None;
    }
    let whole = comma >= first + 2 && has_predicate(page, first, comma);
    // "In 2008, Ruiz said, the plan failed": the report is what follows, with the words that belong to it.
    let split = resumed.filter(|c| comma > first && has_predicate(page, c + 1, end));
    if !whole && split.is_none() {
        return None;
    }
    let dated = !whole
        && comma - first <= 4
        && page.is_in(first, &DATED_OPENINGS)
        && (comma - first == 1 || (first..comma).any(|k| act::is_time(page, k)));
    if !dated {
        content.push((first, if page.is_mark(comma) { comma + 1 } else { comma }));
    }
    if let Some(c) = resumed {
        let tail = c + 1;
        let own = page.is_in(tail, &TRAILING_STARTS) || page.verb(tail).is_some_and(|v| v.form == Form::Ing);
        // "said Ana Ruiz, the head of the office": an apposition is no report.
        let apposed = inverted && whole && !has_predicate(page, tail, end);
        if tail < end && !own && !apposed {
            content.push((tail, end));
        }
    }
    Some(Report {
        content,
        cue: (g.start, page.cue_end(i)),
        source: Some(source),
        kind: QuoteKind::Statement,
    })
}

/// Whether the word closes what stands before it: a comma, a dash, or a mark with a comma inside.
fn parts(page: &Page, i: usize) -> bool {
    matches!(page.word(i), "," | "—" | "–" | "--")
        || (i > 0
            && page.is_mark(i)
            && matches!(page.word(i - 1), "," | "?" | "!")
            && page.span(i - 1).end == page.span(i).start)
}

/// "Ana Ruiz, head of the office, said …": whether the comma closes an apposition of the verb's subject.
fn has_subject_in_front(page: &Page, words: &Words, comma: usize, verb: usize) -> bool {
    if page.parsed {
        return page
            .child(verb, &[Deprel::Nsubj, Deprel::NsubjPass])
            .is_some_and(|s| s < verb);
    }
    (words.start..comma).rev().take(20).any(|k| page.word(k) == ",")
        && !has_predicate(page, words.start, comma)
}
