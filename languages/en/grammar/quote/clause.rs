//! The clause that a reporting verb governs.

use dossier_model::{Deprel, Upos};

use super::act;
use super::cue::Frames;
use super::page::Page;

dossier_world::words!(QUESTION_WORDS = "quote/question_words.txt");
dossier_world::words!(CLAUSE_BREAKS = "quote/clause_breaks.txt");
dossier_world::words!(CLAUSE_SUBJECTS = "quote/clause_subject_starts.txt");
dossier_world::words!(CLAUSE_AUXILIARIES = "quote/clause_auxiliaries.txt");

/// The words of the clause under the verb `verb`, which stands in the words before `end`.
pub(super) fn under(page: &Page, verb: usize, end: usize, frames: Frames) -> Option<(usize, usize)> {
    let next = page.cue_end(verb);
    // "claimed 300 lives" says nothing.
    if page
        .word(verb)
        .get(..5)
        .is_some_and(|w| w.eq_ignore_ascii_case("claim"))
        && (next..end.min(next + 8)).any(|k| page.is(k, &["lives"]))
    {
        return None;
    }
    let strong = frames.has(Frames::DIRECT) && frames.has(Frames::CLAUSE);
    if page.parsed
        && let Some(found) = by_tree(page, verb, end, frames)
    {
        return Some(found);
    }
    // By the words: "that" right behind the verb or behind a listener or a short adjunct.
    let that = (verb + 1..end.min(verb + 12))
        .take_while(|&k| {
            !matches!(page.word(k), ";" | ":" | "(" | "—") && (k == verb + 1 || page.verb(k).is_none())
        })
        .find(|&k| page.is(k, &["that"]));
    if let Some(k) = that {
        let listener = frames.has(Frames::LISTENER) && k <= verb + 8;
        let adjunct = strong && is_adjunct(page, verb + 1, k);
        let parted = (verb + 1..k).any(|x| page.word(x) == ",");
        if (k == next && frames.has(Frames::THAT.or(Frames::CLAUSE))) || ((listener || adjunct) && !parted) {
            let to = trim(page, k, end);
            // Behind a listener "that she was" is what was told, whatever the parser makes of it.
            let told = listener && (page.is_in(k + 1, &CLAUSE_SUBJECTS) || page.is_capital(k + 1));
            return (to > k + 2 && (!page.parsed || told || !is_relative(page, k))).then_some((k, to));
        }
    }
    if !strong || next >= end {
        return None;
    }
    // "said “we must” go": the marks hold the first words of the clause.
    if page.is_mark(next) && next + 3 < end {
        return Some((next, trim(page, next, end)));
    }
    let starts = page.is_capital(next)
        || page.is_in(next, &CLAUSE_SUBJECTS)
        || page.word(next).starts_with(|c: char| c.is_ascii_digit());
    let to = trim(page, next, end);
    let verbal = if page.parsed {
        (next + 1..to)
            .any(|x| matches!(page.upos(x), Upos::Verb | Upos::Aux) && !page.word(x).ends_with("ing"))
    } else {
        to > next + 4 && (next..to).any(|x| page.is_in(x, &CLAUSE_AUXILIARIES))
    };
    (starts && verbal && to > next + 2).then_some((next, to))
}

fn by_tree(page: &Page, verb: usize, end: usize, frames: Frames) -> Option<(usize, usize)> {
    let next = page.cue_end(verb);
    if let Some(c) = page.child(verb, &[Deprel::Ccomp]).filter(|&c| c > verb) {
        let (low, high) = page.tree.extent(c);
        let mut from = low.max(next);
        // Words between the verb and its clause that depend on neither are lost words of the clause.
        let explained = |k: usize| {
            page.tree.children(verb).any(|d| {
                let (a, b) = page.tree.extent(d);
                d != c && a <= k && k < b
            })
        };
        if from > next && from - next <= 8 && !frames.has(Frames::LISTENER) && !(next..from).any(explained) {
            from = next;
        }
        let to = extend(page, trim(page, from, high.min(end)), end);
        while from < to && matches!(page.word(from), "," | "—" | "–" | "-" | "--" | ";" | ":") {
            from += 1;
        }
        let that = page.is(from, &["that"]);
        let allowed = frames.has(Frames::CLAUSE.or(Frames::LISTENER))
            || (frames.has(Frames::THAT) && that)
            || (frames.has(Frames::QUESTION) && page.is_in(from, &QUESTION_WORDS));
        // "what officials said was an accident": the subject is taken out of the clause.
        let gapped = matches!(page.upos(from), Upos::Aux | Upos::Verb)
            && !page.is_capital(from)
            && !page.word(from).ends_with("ing");
        if allowed && !gapped && to > from + 1 {
            return Some((from, to));
        }
    }
    let infinitive = frames.has(Frames::INFINITIVE)
        && page.is(next, &["to"])
        && matches!(page.upos(next + 1), Upos::Verb | Upos::Aux | Upos::Adv);
    if !infinitive {
        return None;
    }
    let high = page
        .child(verb, &[Deprel::Xcomp, Deprel::Advcl])
        .map(|c| page.tree.extent(c))
        .filter(|x| x.0 == next)
        .map_or(next + 2, |x| x.1);
    let to = extend(page, trim(page, next, high.min(end)), end);
    (to > next + 1).then_some((next, to))
}

/// A clause goes on to the next mark or conjunction: what the parser leaves over in between is its own.
pub(super) fn extend(page: &Page, to: usize, end: usize) -> usize {
    let mut at = to;
    while at < end {
        // Marked words are not torn.
        if let Some(m) = page
            .marked_at(page.span(at).start)
            .filter(|m| m.start < page.span(at).start)
        {
            let behind = page.tokens.inside(m).end.max(at + 1);
            at = behind.min(end);
            continue;
        }
        if page.is(at, &["and", "but", "or"]) && goes_on(page, at, end) {
            at += 2;
            continue;
        }
        if page.is_in(at, &CLAUSE_BREAKS) || (page.is_punct(at) && !page.is_mark(at) && page.word(at) != "-")
        {
            break;
        }
        at += 1;
    }
    trim(page, to, at)
}

/// Whether the words behind a conjunction carry on what is said: "and that", "and he would", a marked word.
fn goes_on(page: &Page, at: usize, end: usize) -> bool {
    if page.is(at + 1, &["that"]) {
        return true;
    }
    let subject = page.is_in(at + 1, &CLAUSE_SUBJECTS) || page.is_capital(at + 1);
    subject
        && (at + 2..end.min(at + 9))
            .take_while(|&k| page.word(k) != ",")
            .find(|&k| matches!(page.upos(k), Upos::Verb | Upos::Aux))
            .is_some_and(|k| page.is_in(k, &CLAUSE_AUXILIARIES))
}

/// Whether only an adjunct stands in `from..to`: "in a statement", "on Monday", "reporters at the base".
pub(super) fn is_adjunct(page: &Page, from: usize, to: usize) -> bool {
    dossier_world::words!(ADJUNCT_STARTS = "quote/adjunct_starts.txt");
    dossier_world::words!(CLAUSAL = "quote/clausal_words.txt");
    if from >= to {
        return true;
    }
    let verbal = |k: usize| {
        let w = page.word(k);
        (page.upos(k) == Upos::Verb && !w.ends_with("ing") && !w.ends_with("ed"))
            || page.upos(k) == Upos::Aux
            || page.is_in(k, &CLAUSAL)
    };
    to - from <= 18
        && !(from..to).any(verbal)
        && (page.is_in(from, &ADJUNCT_STARTS)
            || page.is_weekday(from)
            || page.is_manner(from)
            || act::is_time(page, from))
}

fn is_relative(page: &Page, that: usize) -> bool {
    page.tokens
        .head(that)
        .is_some_and(|h| page.tokens.deprel(h) == Deprel::AclRelcl)
}

/// Without stops at the end; marks and brackets that close a part stay.
pub(super) fn trim(page: &Page, from: usize, mut to: usize) -> usize {
    while to > from && page.is_punct(to - 1) && !page.is_mark(to - 1) && page.word(to - 1) != ")" {
        to -= 1;
    }
    to
}
