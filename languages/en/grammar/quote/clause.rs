//! The clause that a reporting verb governs.

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Deprel, Upos};

use super::cue::{Form, Frames};
use super::speech::SpeechView;
use crate::grammar::clause::is_finite_auxiliary;

dossier_world::words!(pub(super) QUESTION_WORDS = "quote/question_words.txt");
dossier_world::words!(CLAUSE_BREAKS = "quote/clause_breaks.txt");
dossier_world::words!(CLAUSE_SUBJECTS = "quote/clause_subject_starts.txt");

/// The words of the clause under the verb `verb`, which stands in the words before `end`.
pub(super) fn under(view: &SpeechView, verb: usize, end: usize, frames: Frames) -> Option<(usize, usize)> {
    let next = view.cue_end(verb);
    // "claimed 300 lives" says nothing.
    if view
        .word(verb)
        .get(..5)
        .is_some_and(|w| w.eq_ignore_ascii_case("claim"))
        && (next..end.min(next + 8)).any(|k| view.is(k, &["lives"]))
    {
        return None;
    }
    // "the states that have lost most": a noun that its relative clause describes.
    if view.word(verb).ends_with('s')
        && view.is(next, &["that"])
        && view.is(next + 1, &["have", "are", "were", "do", "'ve", "’ve"])
    {
        return None;
    }
    let strong = frames.has(Frames::DIRECT) && frames.has(Frames::CLAUSE);
    if view.is_parsed()
        && let Some(found) = by_tree(view, verb, end, frames)
    {
        return Some(found);
    }
    if let Some(found) = told_listener(view, verb, end, frames) {
        return Some(found);
    }
    // By the words: "that" right behind the verb or behind a listener or a short adjunct.
    let that = (verb + 1..end.min(verb + 12))
        .take_while(|&k| {
            !matches!(view.word(k), ";" | ":" | "(" | "—") && (k == verb + 1 || view.speech_verb(k).is_none())
        })
        .find(|&k| view.is(k, &["that"]));
    if let Some(k) = that {
        let listener = frames.has(Frames::LISTENER) && k <= verb + 8;
        let adjunct = strong && is_adjunct(view, verb + 1, k);
        let parted = (verb + 1..k).any(|x| view.word(x) == ",");
        if (k == next && frames.has(Frames::THAT.or(Frames::CLAUSE))) || ((listener || adjunct) && !parted) {
            let to = trim(view, k, end);
            // Behind a listener "that she was" is what was told, whatever the parser makes of it.
            let told = listener && (view.is_in(k + 1, &CLAUSE_SUBJECTS) || view.is_capital(k + 1));
            return (to > k + 2 && (!view.is_parsed() || told || !is_relative(view, k))).then_some((k, to));
        }
    }
    if !strong || next >= end {
        return None;
    }
    // "wrote its constitution": an object begins right behind the verb.
    let object = view
        .children_by(verb, &[Deprel::Obj])
        .any(|o| view.extent(o).0 == next);
    let plain = ["say", "report", "claim", "argue", "insist", "admit", "state"].contains(&view.lemma(verb))
        || view.is(next, &["he", "she", "they", "we", "it", "there"]);
    let marked = (next..end).any(|k| view.is_quotation_mark(k));
    if view.is_parsed() && object && !plain && !marked {
        return None;
    }
    // "said “we must” go": the marks hold the first words of the clause.
    if view.is_quotation_mark(next) && next + 3 < end {
        return Some((next, trim(view, next, end)));
    }
    let starts = view.is_capital(next)
        || view.is_in(next, &CLAUSE_SUBJECTS)
        || view.word(next).starts_with(|c: char| c.is_ascii_digit());
    // "responded the next day in an interview": when, not what.
    if view.time_from(next).is_some_and(|e| view.upos(e) == Upos::Adp) {
        return None;
    }
    let to = trim(view, next, end);
    let verbal = if view.is_parsed() {
        (next + 1..to)
            .any(|x| matches!(view.upos(x), Upos::Verb | Upos::Aux) && !view.word(x).ends_with("ing"))
    } else {
        to > next + 4 && (next..to).any(|x| is_finite_auxiliary(view.word(x)))
    };
    (starts && verbal && to > next + 2).then_some((next, to))
}

/// "told reporters he would resign": a clause behind its listener that the parser takes for a relative one.
fn told_listener(view: &SpeechView, verb: usize, end: usize, frames: Frames) -> Option<(usize, usize)> {
    if !frames.has(Frames::LISTENER) || !frames.has(Frames::DIRECT.or(Frames::CLAUSE)) || !view.is_parsed() {
        return None;
    }
    let from = (verb + 2..end.min(verb + 5)).find(|&k| view.is(k, &["he", "she", "they", "it"]))?;
    let listener = (verb + 1..from).all(|k| {
        let noun = matches!(
            view.upos(k),
            Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Adj
        );
        noun && !view.is(k, &["that"])
    });
    let finite = matches!(view.upos(from + 1), Upos::Aux)
        || view.upos(from + 1) == Upos::Verb && view.word(from + 1) != view.lemma(from + 1);
    let to = extend(view, verb, trim(view, from, (from + 2).min(end)), end);
    // Where a comma ends it, more of the clause may follow than is seen.
    let relative = (from..to).any(|k| view.is(k, &["that"]));
    (listener && finite && !relative && to > from + 2 && view.word(to) != ",").then_some((from, to))
}

fn by_tree(view: &SpeechView, verb: usize, end: usize, frames: Frames) -> Option<(usize, usize)> {
    let next = view.cue_end(verb);
    if let Some(c) = view.child(verb, &[Deprel::Ccomp]).filter(|&c| c > verb) {
        let (low, high) = view.extent(c);
        let mut from = low.max(next);
        if frames.has(Frames::LISTENER) {
            from = behind_listener(view, verb, c, from);
        }
        // Words between the verb and its clause that depend on neither are lost words of the clause.
        let explained = |k: usize| {
            view.children(verb).any(|d| {
                let (a, b) = view.extent(d);
                d != c && a <= k && k < b
            })
        };
        if from > next && from - next <= 8 && !frames.has(Frames::LISTENER) && !(next..from).any(explained) {
            from = next;
        }
        let to = extend(view, verb, trim(view, from, high.min(end)), end);
        while from < to && matches!(view.word(from), "," | "—" | "–" | "-" | "--" | ";" | ":") {
            from += 1;
        }
        let that = view.is(from, &["that"]);
        // "held what was billed as a conference": a thing, not a question.
        let asks = frames.has(Frames::QUESTION.or(Frames::DIRECT)) || !view.is(from, &["what"]);
        let allowed = frames.has(Frames::CLAUSE.or(Frames::LISTENER)) && asks
            || (frames.has(Frames::THAT) && that)
            || (frames.has(Frames::QUESTION) && view.is_in(from, &QUESTION_WORDS));
        // "what officials said was an accident": the subject is taken out of the clause.
        let gapped = matches!(view.upos(from), Upos::Aux | Upos::Verb)
            && !view.is_capital(from)
            && !view.word(from).ends_with("ing");
        if allowed && !gapped && to > from + 1 {
            return Some((from, to));
        }
    }
    let infinitive = frames.has(Frames::INFINITIVE)
        && view.is(next, &["to"])
        && matches!(view.upos(next + 1), Upos::Verb | Upos::Aux | Upos::Adv);
    if !infinitive {
        return None;
    }
    let high = view
        .child(verb, &[Deprel::Xcomp, Deprel::Advcl])
        .map(|c| view.extent(c))
        .filter(|x| x.0 == next)
        .map_or(next + 2, |x| x.1);
    let to = extend(view, verb, trim(view, next, high.min(end)), end);
    (to > next + 1).then_some((next, to))
}

/// "told the council the port was safe": of two subjects side by side the first is the listener.
/// "Told him their son Jake was ill" has its listener already.
fn behind_listener(view: &SpeechView, verb: usize, clause: usize, from: usize) -> usize {
    let mut told = view.children_by(verb, &[Deprel::Iobj, Deprel::Obj]);
    if told.any(|k| k < from) {
        return from;
    }
    let mut subjects = view.children_by(clause, SUBJECTS).map(|s| view.extent(s));
    match (subjects.next(), subjects.next()) {
        (Some(listener), Some(subject)) if listener.0 == from && subject.0 == listener.1 => listener.1,
        _ => from,
    }
}

/// A clause goes on to the next mark or conjunction: what the parser leaves over in between is its own.
pub(super) fn extend(view: &SpeechView, verb: usize, to: usize, end: usize) -> usize {
    let mut at = to;
    while at < end {
        // Marked words are not torn.
        if let Some(m) = view
            .marked_at(view.span(at).start)
            .filter(|m| m.start < view.span(at).start)
        {
            let behind = view.inside(m).end.max(at + 1);
            at = behind.min(end);
            continue;
        }
        if view.is(at, &["and", "but", "or"]) && goes_on(view, at, end) {
            at += 2;
            continue;
        }
        if let Some(next) = carried_on(view, verb, at, end) {
            at = next;
            continue;
        }
        if view.is_in(at, &CLAUSE_BREAKS)
            || (view.is_punct(at) && !view.is_quotation_mark(at) && view.word(at) != "-")
        {
            break;
        }
        at += 1;
    }
    trim(view, to, at)
}

/// Whether the words behind a conjunction carry on what is said: "and that", "and he would", a marked word.
fn goes_on(view: &SpeechView, at: usize, end: usize) -> bool {
    if view.is(at + 1, &["that"]) {
        return true;
    }
    let subject = view.is_in(at + 1, &CLAUSE_SUBJECTS) || view.is_capital(at + 1);
    subject
        && (at + 2..end.min(at + 9))
            .take_while(|&k| view.word(k) != ",")
            .find(|&k| matches!(view.upos(k), Upos::Verb | Upos::Aux))
            .is_some_and(|k| is_finite_auxiliary(view.word(k)))
}

/// The word behind a conjunction or a comma that a form carries on which the narrative's own verb cannot have: "said the
/// club is no school and supports", "said money is needed to help, teach and learn", "said to ask a chief or a mayor".
fn carried_on(view: &SpeechView, verb: usize, at: usize, end: usize) -> Option<usize> {
    let or = view.is(at, &["or"]);
    if !or && !view.is(at, &["and"]) && view.word(at) != "," {
        return None;
    }
    let next = at + 1 + usize::from(view.word(at) == "," && view.is(at + 1, &["and", "or"]));
    if next >= end {
        return None;
    }
    if or
        && matches!(
            view.upos(next),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Verb
        )
    {
        return Some(next + 1);
    }
    let past = view.speech_verb(verb).is_some_and(|v| v.form == Form::Past);
    let w = view.word(next);
    let verbal =
        past && view.upos(next) == Upos::Verb && !view.is_capital(next) && view.speech_verb(next).is_none();
    let base = w == view.lemma(next) && (verb..at).any(|k| view.is(k, &["to"]));
    let third = view.speech_verb(next).is_none() && w.ends_with('s') && w.len() > view.lemma(next).len();
    (verbal && (base || third)).then_some(next + 1)
}

/// Whether only an adjunct stands in `from..to`: "in a statement", "on Monday", "reporters at the base".
pub(super) fn is_adjunct(view: &SpeechView, from: usize, to: usize) -> bool {
    dossier_world::words!(ADJUNCT_STARTS = "quote/adjunct_starts.txt");
    dossier_world::words!(CLAUSAL = "quote/clausal_words.txt");
    if from >= to {
        return true;
    }
    let verbal = |k: usize| {
        let w = view.word(k);
        (view.upos(k) == Upos::Verb && !w.ends_with("ing") && !w.ends_with("ed"))
            || view.upos(k) == Upos::Aux
            || view.is_in(k, &CLAUSAL)
    };
    to - from <= 18
        && !(from..to).any(verbal)
        && (view.is_in(from, &ADJUNCT_STARTS)
            || view.is_weekday(from)
            || view.is_manner(from)
            || view.is_time(from))
}

fn is_relative(view: &SpeechView, that: usize) -> bool {
    view.head(that)
        .is_some_and(|h| view.deprel(h) == Deprel::AclRelcl)
}

/// Without stops at the end; marks and brackets that close a part stay.
pub(super) fn trim(view: &SpeechView, from: usize, mut to: usize) -> usize {
    while to > from && view.is_punct(to - 1) && !view.is_quotation_mark(to - 1) && view.word(to - 1) != ")" {
        to -= 1;
    }
    to
}
