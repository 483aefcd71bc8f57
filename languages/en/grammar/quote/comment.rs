//! Comment clauses: "…, Ana Ruiz said." / "…, said Ana Ruiz, …" / "…, Ana Ruiz said, …".

use dossier_model::{Deprel, QuoteKind, Upos};

use super::clause::is_adjunct;
use super::cue::{Form, Frames};
use super::edge::{Words, close, has_predicate, open};
use super::report::Report;
use super::speech::SpeechView;
use super::subject;
use crate::grammar::clause::VerbGroup;

dossier_world::words!(TRAILING_STARTS = "quote/trailing_starts.txt");
dossier_world::words!(SUBORDINATORS = "quote/open_subordinators.txt");
dossier_world::words!(DATED_OPENINGS = "quote/dated_openings.txt");
dossier_world::words!(COMMENT_SUBJECTS = "quote/comment_subject_starts.txt");

/// The report that the comment clause of the verb group `g` belongs to.
pub(super) fn find(
    view: &SpeechView,
    words: &Words,
    g: VerbGroup,
    form: Form,
    frames: Frames,
) -> Option<Report> {
    if !frames.has(Frames::COMMENT) || !form.is_finite() || g.passive || g.unreal {
        return None;
    }
    let end = close(view, words);
    let i = g.verb;
    let before = g.start.checked_sub(1).filter(|b| *b >= words.start)?;
    // Inverted: a comma, the verb, its subject.
    let inverted = parts(view, before) && matches!(form, Form::Past | Form::Third) && i == g.start && {
        let next = i + 1;
        next < end
            && (view.is_capital(next) || view.is_in(next, &COMMENT_SUBJECTS) || is_aged(view, next))
            && frames.has(Frames::DIRECT)
            && !frames.has(Frames::LISTENER)
    };
    let (source, comma, rest) = if inverted {
        let s = view.phrase_after(i + 1, end)?;
        // "Ana Ruiz, head of the office, said the talks failed": a clause, not a subject, follows.
        let verbal = (s.0..end.min(s.1 + 1))
            .take_while(|&k| view.word(k) != "," && !view.is(k, &["who", "whose", "which", "that"]))
            .any(|k| matches!(view.upos(k), Upos::Verb | Upos::Aux) && !view.word(k).ends_with("ing"));
        // "…, said the ambassador." ends the sentence: no parser is needed to see whose words they are.
        let ends = s.1 >= end
            && matches!(view.upos(s.1 - 1), Upos::Noun | Upos::Propn)
            && !view.is(s.1 - 1, &["same", "truth", "thing", "word", "opposite"])
            && has_predicate(view, words.start, before)
            && !(words.start..before).any(|k| view.is(k, &["who", "which", "whose"]));
        if verbal || (!ends && has_subject_in_front(view, words, before, i)) {
            return None;
        }
        (s, before, s.1)
    } else {
        let s = subject::find(view, words, g)
            .filter(|s| s.1 <= g.start && (s.1..g.start).all(|k| view.is_punct(k)))
            .or_else(|| {
                view.phrase_before(g.start, words.start)
                    .filter(|s| s.1 - s.0 <= 12 && s.1 == g.start)
            })?;
        let comma = s.0.checked_sub(1).filter(|c| *c >= words.start)?;
        if !parts(view, comma) {
            return None;
        }
        (s, comma, view.cue_end(i))
    };
    if view.is(source.0, &["who", "which", "that"]) {
        return None;
    }
    // Behind the verb: the end, an adjunct up to the end, or a comma and the rest of the report.
    let mut content = Vec::new();
    let first = open(view, words.start, comma);
    let resumed = (rest..end.min(rest + 20)).find(|&k| view.word(k) == ",");
    let adjunct_end = resumed.unwrap_or(end);
    // "told reporters in Oslo": a listener is no matter of its own.
    let told = frames.has(Frames::LISTENER)
        && adjunct_end <= rest + 18
        && !(rest..adjunct_end)
            .any(|k| matches!(view.upos(k), Upos::Verb | Upos::Aux) || view.is(k, &["that"]));
    let stopped = view.word(rest) == ".";
    if !is_adjunct(view, rest, adjunct_end) && !told && !stopped {
        return None;
    }
    let whole = comma >= first + 2 && has_predicate(view, first, comma);
    // "In 2008, Ruiz said, the plan failed": the report is what follows, with the words that belong to it.
    let split = resumed.filter(|c| comma > first && has_predicate(view, c + 1, end));
    if !whole && split.is_none() {
        return None;
    }
    let dated = !whole
        && comma - first <= 4
        && view.is_in(first, &DATED_OPENINGS)
        && (comma - first == 1 || (first..comma).any(|k| view.is_time(k)));
    // "she was pleased because, she said, it rained": the report is what the conjunction leads in.
    let led = view.is_in(comma.saturating_sub(1), &SUBORDINATORS) && comma > first;
    if led && resumed.is_none() {
        return None;
    }
    // "While some welcomed the vote, others warned of it": what opens the sentence is a clause beside the report, not it.
    if whole && resumed.is_none() && is_beside(view, first, comma) {
        return None;
    }
    if !dated && !led {
        content.push((
            first,
            if view.is_quotation_mark(comma) {
                comma + 1
            } else {
                comma
            },
        ));
    }
    if let Some(c) = resumed {
        let tail = c + 1;
        let own =
            view.is_in(tail, &TRAILING_STARTS) || view.speech_verb(tail).is_some_and(|v| v.form == Form::Ing);
        // "said Ana Ruiz, the head of the office": an apposition is no report.
        let apposed = inverted && whole && !has_predicate(view, tail, end);
        if tail < end && !own && !apposed {
            content.push((tail, end));
        }
    }
    Some(Report {
        content,
        cue: (g.start, view.cue_end(i)),
        source: Some(source),
        kind: QuoteKind::Statement,
    })
}

/// Whether a subordinate clause is all that stands in the words `from..to`.
fn is_beside(view: &SpeechView, from: usize, to: usize) -> bool {
    let outside = |k: &usize| view.head(*k).is_none_or(|h| h < from || h >= to);
    let mut tops = (from..to).filter(|k| !view.is_punct(*k)).filter(outside);
    let (top, other) = (tops.next(), tops.next());
    let leads = |t: usize| {
        view.child(t, &[Deprel::Mark]) == Some(from) && matches!(view.deprel(t), Deprel::Advcl | Deprel::Acl)
    };
    view.upos(from) == Upos::Sconj && other.is_none() && top.is_some_and(leads)
}

/// "23-year-old Karl Stone".
fn is_aged(view: &SpeechView, i: usize) -> bool {
    view.word(i).starts_with(|c: char| c.is_ascii_digit())
        && (view.word(i).contains("-year-old") || view.word(i + 1) == "-" && view.is(i + 2, &["year"]))
}

/// Whether the word closes what stands before it: a comma, a dash, or a mark with a comma inside.
fn parts(view: &SpeechView, i: usize) -> bool {
    matches!(view.word(i), "," | "—" | "–" | "--")
        || (i > 0
            && view.is_quotation_mark(i)
            && matches!(view.word(i - 1), "," | "?" | "!")
            && view.span(i - 1).end == view.span(i).start)
}

/// "Ana Ruiz, head of the office, said …": whether the comma closes an apposition of the verb's subject.
fn has_subject_in_front(view: &SpeechView, words: &Words, comma: usize, verb: usize) -> bool {
    if view.is_parsed() {
        return view
            .child(verb, &[Deprel::Nsubj, Deprel::NsubjPass])
            .is_some_and(|s| s < verb);
    }
    (words.start..comma).rev().take(20).any(|k| view.word(k) == ",")
        && !has_predicate(view, words.start, comma)
}
