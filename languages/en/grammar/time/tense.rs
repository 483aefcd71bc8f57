//! Whether the words around an expression look back or ahead.

use dossier_annotate::time::Tense;
use dossier_model::Upos;
use dossier_world::words;

use super::lex::Pieces;
use super::verb::{AHEAD_OF_TO, NOT_PAST, PAST, PRESENT, SAYING};

words!(MODALS = "time/modals.txt");
words!(PLANNED = "time/planned.txt");
words!(MOVED = "time/moved.txt");
words!(NO_VERB = "time/no_verb_after_to.txt");
words!(ONE_FORM = "time/one_form_verbs.txt");
words!(HABITS = "time/habits.txt");
words!(GOING = "time/going.txt");
words!(REMARK = "time/remarks.txt");
words!(LEADS = "time/leads.txt");
words!(NO_BASE = "time/no_base_before.txt");

/// How far a verb is looked for.
const BACK: usize = 28;
const AHEAD: usize = 16;

/// The tense at the expression from piece `start` to `end`.
///
/// The nearest verb before it decides; a verb of saying decides only from close by ("said on Monday"), else the
/// verb behind it is asked first ("said the talks on Monday will").
pub(super) fn of(p: &Pieces, start: usize, end: usize) -> Tense {
    let mut infinitive = false;
    let mut weak = None;
    for k in (start.saturating_sub(BACK)..start).rev() {
        if p.at(k).text == ";" {
            break;
        }
        match cue(p, k) {
            Some(Cue::Tense(t)) => return t,
            Some(Cue::Saying(t)) => {
                if start - k <= 6 {
                    return t;
                }
                weak = Some(t);
                break;
            }
            Some(Cue::Infinitive) => infinitive = true,
            None => {}
        }
    }
    let stop = weak.is_some();
    for k in end..(end + AHEAD).min(p.len()) {
        let piece = p.at(k);
        if piece.text == ";"
            || stop && piece.any(&["that", "which", "who", "and", "but"])
            || stop && piece.any(&[",", "\"", "”", "“", "("])
        {
            break;
        }
        match cue(p, k) {
            Some(Cue::Tense(Tense::Present))
                if start > 2 && p.before(start).any(&["on", "of", "from", "in"]) =>
            {
                return Tense::Either;
            }
            Some(Cue::Tense(t) | Cue::Saying(t)) => return t,
            Some(Cue::Infinitive) => infinitive = true,
            None => {}
        }
    }
    match weak {
        Some(t) => t,
        None if infinitive => Tense::Future,
        None => Tense::Unknown,
    }
}

enum Cue {
    Tense(Tense),
    Saying(Tense),
    Infinitive,
}

/// The tense of a plan whose word stands at `k`: "is due to" is ahead; what "had been due to" happen came to nothing, before the
/// article or after it.
fn planned(p: &Pieces, k: usize) -> Tense {
    let had = (k.saturating_sub(3)..k).any(|j| p.is(j, "had"));
    if had && p.before(k).is("been") {
        Tense::Either
    } else {
        Tense::Future
    }
}

fn cue(p: &Pieces, k: usize) -> Option<Cue> {
    let piece = p.at(k);
    let word = piece.text;
    if !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let behind = p.at(k + 1);
    if piece.any(&MODALS) {
        if piece.is_capital() && k > 0 {
            // "Will Smith", "May"
            return None;
        }
        let done = (k + 1..k + 4).any(|j| p.is(j, "have")) && !piece.any(&["will", "shall", "ll"]);
        return Some(Cue::Tense(if done { Tense::Past } else { Tense::Future }));
    }
    if piece.is("won") && behind.is_apostrophe() && p.is(k + 2, "t") {
        return Some(Cue::Tense(Tense::Future));
    }
    if piece.any(&PLANNED) {
        let ahead = piece.any(&["upcoming", "forthcoming"])
            || behind.any(&["for", "to", "on", "in", "by", "at"])
            || piece.any(&["scheduled", "slated", "due", "expected", "planned"]);
        if ahead {
            return Some(Cue::Tense(planned(p, k)));
        }
    }
    if piece.any(&MOVED) && (behind.any(&["until", "till", "to"]) || behind.is("back") && p.is(k + 2, "to")) {
        return Some(Cue::Tense(Tense::Future));
    }
    if piece.is("to") {
        let verb = behind.is_small() && !behind.any(&NO_VERB) || behind.is("be");
        if !verb || behind.text.ends_with("ing") {
            return None;
        }
        if AHEAD_OF_TO.has_any_case(p.before(k).text) {
            return Some(Cue::Tense(planned(p, k.saturating_sub(1))));
        }
        return Some(Cue::Infinitive);
    }
    if !piece.is_small() {
        return None;
    }
    if piece.any(&["has", "have"]) {
        if behind.is("to") {
            return Some(Cue::Tense(Tense::Future));
        }
        let done = (k + 1..k + 4).any(|j| is_past(p, j));
        return Some(Cue::Tense(if done { Tense::Past } else { Tense::Present }));
    }
    if piece.any(&["is", "are"]) {
        let ahead = behind.is("to") || (k + 1..k + 3).any(|j| p.any(j, &GOING));
        return Some(Cue::Tense(if ahead { Tense::Future } else { Tense::Present }));
    }
    if SAYING.has_any_case(piece.text) {
        return Some(Cue::Saying(Tense::Past));
    }
    // "to hit", "will hit", "did not quit": the word in front tells.
    if led(p, k) {
        return None;
    }
    if is_past(p, k) {
        // "will be held", "to be held": the verb before "be" tells.
        if p.before(k).any(&["be", "being"]) {
            return None;
        }
        return Some(Cue::Tense(Tense::Past));
    }
    if piece.any(&["says", "say"]) {
        return Some(Cue::Saying(Tense::Past));
    }
    if piece.any(&REMARK) {
        return None;
    }
    // "The army shut the border": the form is that of both times, and what is told of a day is past, but for habits.
    if ONE_FORM.has_any_case(piece.text) && is_verb(p, k) {
        let habit = (k.saturating_sub(4)..k + 9).any(|j| p.any(j, &HABITS));
        let tense = if habit { Tense::Present } else { Tense::Past };
        return Some(Cue::Tense(tense));
    }
    if PRESENT.has_any_case(piece.text) || is_present(p, k) {
        return Some(Cue::Tense(Tense::Present));
    }
    None
}

/// Whether "to", a modal or "do" stands in front, perhaps across an adverb or "not".
fn led(p: &Pieces, k: usize) -> bool {
    // "Theo May resigned": a surname leads no verb.
    let name = p.before(k).is_capital() && (k > 1 || p.at(k).text.ends_with("ed"));
    p.before(k).any(&LEADS) && !name
        || k >= 2
            && p.any(k - 2, &LEADS)
            && (p.before(k).text.ends_with("ly") || p.before(k).any(&["not", "also", "then", "again", "now"]))
}

/// Whether the tagger sees a verb in the present tense.
fn is_present(p: &Pieces, k: usize) -> bool {
    let (piece, tags) = (p.at(k), p.tags());
    let at = tags.spans().partition_point(|s| s.start < piece.span.start);
    let same = tags.spans().get(at).is_some_and(|s| *s == piece.span);
    if !same || tags.upos(at) != Upos::Verb {
        return false;
    }
    let (form, lemma) = (piece.text, tags.lemma(at));
    let third = form.len() > lemma.len() && form.ends_with('s');
    // A base form behind "be" or a preposition is none, and neither is one that opens the sentence.
    let base = form == lemma && k > 0 && !p.before(k).any(&NO_BASE);
    third || base
}

/// Whether the tagger sees a verb.
fn is_verb(p: &Pieces, k: usize) -> bool {
    let (piece, tags) = (p.at(k), p.tags());
    let at = tags.spans().partition_point(|s| s.start < piece.span.start);
    tags.spans().get(at).is_some_and(|s| *s == piece.span) && tags.upos(at) == Upos::Verb
}

fn is_past(p: &Pieces, k: usize) -> bool {
    let piece = p.at(k);
    let word = piece.text;
    piece.is_small()
        && (PAST.has_any_case(piece.text)
            || word.len() > 3
                && word.ends_with("ed")
                && !NOT_PAST.has_any_case(piece.text)
                && !p.at(k + 1).is_dash())
}
