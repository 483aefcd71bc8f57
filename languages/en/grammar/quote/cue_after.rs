//! The cue and the source behind a quotation: "…," said Ana Ruiz / Ana Ruiz said / according to Ana Ruiz.

use dossier_model::Upos;

use super::attached::{Attached, REACH, plausible_base};
use super::cue::{self, Form, Frames, Verb};
use super::marks::Marked;
use super::speech::SpeechView;
use crate::grammar::clause::VerbGroup;

dossier_world::words!(TAIL_STARTS = "quote/tail_starts.txt");
dossier_world::words!(SUBJECT_STARTS = "quote/inverted_subject_starts.txt");

/// How the marked words end, which tells whether a cue can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With a comma or a dash, inside or behind the mark: a cue must follow.
    Comma,
    /// With a question or exclamation mark: a cue may follow, or a new sentence.
    Question,
    /// With a full stop.
    Stop,
    /// With an inner mark: as good as anything.
    Nested,
    /// With a word: nothing but a cue right behind is one.
    Bare,
}

/// The cue behind the quotation `q`, looked for in the words `gap`; the source may reach beyond it.
pub(super) fn find(view: &SpeechView, q: Marked, gap: std::ops::Range<usize>) -> Option<Attached> {
    if !q.closed {
        return None;
    }
    let last = q.inner.of(view.text()).trim_end().chars().next_back()?;
    let mut ending = match last {
        ',' | '…' | '—' | '-' | '–' => Ending::Comma,
        '?' | '!' => Ending::Question,
        '.' => Ending::Stop,
        '”' | '’' | '\'' | '"' => Ending::Nested,
        _ => Ending::Bare,
    };
    let mut at = gap.start;
    let limit = gap.end.min(gap.start + REACH);
    while at < limit && matches!(view.word(at), "," | "—" | "–" | "--" | "-") {
        if ending == Ending::Stop && view.word(at) != "," {
            return signed(view, q, at, limit);
        }
        ending = Ending::Comma;
        at += 1;
    }
    if at >= limit {
        return None;
    }
    if view.is(at, &["according"]) && view.is(at + 1, &["to"]) {
        let (from, to) = view.phrase_after(at + 2, reach_over(view, at, limit))?;
        return Some(Attached {
            cue: view.stretch(at, at + 2)?,
            source: view.stretch(from, to)?,
        });
    }
    inverted(view, ending, at, limit).or_else(|| subject_first(view, q, ending, at, limit))
}

/// Words that a source may hold marks in: up to the end of the sentence, not only to the next mark.
fn reach_over(view: &SpeechView, at: usize, limit: usize) -> usize {
    let end = view
        .sentence_at(view.span(at).start)
        .map_or(limit, |s| view.inside(s).end);
    end.min(at + REACH).max(limit)
}

/// "… for us." — Ana Ruiz: a name behind a dash that ends the paragraph.
fn signed(view: &SpeechView, q: Marked, dash: usize, limit: usize) -> Option<Attached> {
    let from = dash + 1;
    let long = q.inner.of(view.text()).split_whitespace().nth(3).is_some();
    let ends = view
        .text()
        .get(view.span(limit - 1).end as usize..)
        .is_some_and(|t| t.is_empty() || t.trim_start_matches([' ', '.', ')']).starts_with('\n'));
    let named = limit > from
        && limit - from <= 10
        && view.is_capital(from)
        && !(from..limit).any(|i| matches!(view.upos(i), Upos::Verb | Upos::Aux) && !view.is_capital(i));
    (long && ends && named).then_some(Attached {
        cue: view.span(dash),
        source: view.stretch(from, limit)?,
    })
}

fn speaks(verb: Verb) -> bool {
    verb.form.is_finite() && verb.frames.has(Frames::DIRECT)
}

/// Said Ana Ruiz.
fn inverted(view: &SpeechView, ending: Ending, at: usize, limit: usize) -> Option<Attached> {
    let mut v = at;
    while v < limit && v < at + 2 && (view.is(v, &["also", "then", "later"]) || view.is_manner(v)) {
        v += 1;
    }
    let named = view.is_capital(v + 1) || view.is_in(v + 1, &SUBJECT_STARTS);
    // Behind a speech that a comma closes any past verb in front of its subject is a verb of speaking.
    let beamed = matches!(ending, Ending::Comma | Ending::Question)
        && view.upos(v) == Upos::Verb
        && view.word(v).ends_with("ed")
        && named;
    let verb = cue::phrasal(view.word(v), view.word(v + 1)).or_else(|| cue::verb(view.word(v)));
    if view.is_capital(v) || !(verb.is_some_and(speaks) || beamed) || view.is(v, &["told"]) {
        return None;
    }
    let mut from = view.cue_end(v);
    if view.is(from, &["to", "in"]) || (!named && matches!(ending, Ending::Bare | Ending::Stop)) {
        return None;
    }
    if view.word(from) == "," {
        from += 1;
    }
    let (from, to) = view.phrase_after(from, reach_over(view, at, limit))?;
    Some(Attached {
        cue: view.stretch(v, view.cue_end(v))?,
        source: view.stretch(from, to)?,
    })
}

/// Ana Ruiz, the minister, said.
fn subject_first(view: &SpeechView, q: Marked, ending: Ending, at: usize, limit: usize) -> Option<Attached> {
    // Where the clause ends.
    let end = (at..limit)
        .find(|&i| (matches!(view.word(i), "." | "?" | "!" | ";" | ":")) && view.ends_sentence(i))
        .unwrap_or(limit);
    let new_sentence =
        ending == Ending::Stop || (ending == Ending::Question && view.is_capital(at) && !view.is_pronoun(at));
    if ending == Ending::Bare && q.inner.of(view.text()).split_whitespace().nth(2).is_none() {
        return None;
    }
    // Without a comma only a short subject right behind the mark can be one.
    let far = match ending {
        Ending::Bare => 6,
        _ => 12,
    };
    let mut opened = 0usize;
    let mut i = at;
    while i < end {
        let w = view.word(i);
        if w == "," {
            opened += 1;
        } else if (view.is(i, &["that", "because", "but"]) && opened == 0) || matches!(w, ";" | ":") {
            return None;
        }
        if let Some(verb) = view.speech_verb_beside(i) {
            dossier_world::words!(NOT_BEFORE_VERB = "quote/not_before_verb.txt");
            let after_noun = i > at && !view.is_in(i - 1, &NOT_BEFORE_VERB);
            if after_noun
                && verb.form.is_finite()
                && (verb.frames.has(Frames::DIRECT) || verb.frames.has(Frames::COMMENT))
                && plausible_base(view, i, verb.form)
            {
                let g = view.verb_group(i, at);
                if g.passive {
                    i += 1;
                    continue;
                }
                return subject_of(view, verb, g, ending, new_sentence, (at, end));
            }
        }
        if i > at + far && opened == 0 {
            return None;
        }
        i += 1;
    }
    // Behind a comma any past verb with a short subject in front tells how the words were said.
    let v = (at + 1..end.min(at + 6)).find(|&k| view.upos(k) == Upos::Verb)?;
    let named = view.is_pronoun(at) || view.is_capital(at) || view.is(at, &["the", "one", "a", "an"]);
    let past = view.word(v).ends_with("ed") && !view.verb_group(v, at).passive;
    let front = (at..v).any(|k| view.is_punct(k) || view.is(k, &["and", "but", "as", "when", "while", "to"]));
    (ending == Ending::Comma && named && past && !front && view.verb_group(v, at).start == v).then_some(
        Attached {
            cue: view.span(v),
            source: view.stretch(at, v)?,
        },
    )
}

fn subject_of(
    view: &SpeechView,
    verb: Verb,
    g: VerbGroup,
    ending: Ending,
    new_sentence: bool,
    (at, end): (usize, usize),
) -> Option<Attached> {
    let i = g.verb;
    let mut to = g.start;
    while to > at && view.is_punct(to - 1) {
        to -= 1;
    }
    let mut from = at;
    while from < to && view.is(from, &["and", "but", "as", "so"]) {
        from += 1;
    }
    if from >= to {
        return None;
    }
    let tail = is_tail(view, i + 1, end);
    // A question is followed by its cue more often than a statement that a stop has closed.
    let plain = view.is(view.cue_end(i), &["that", "whether", "if"])
        || view.word(view.cue_end(i)) == ":"
        || view.speech_verb(i).is_some_and(|v| v.form == Form::Base);
    let listened = ending != Ending::Stop && verb.frames.has(Frames::DIRECT.or(Frames::LISTENER)) && !plain;
    let asked = ending == Ending::Question && view.is_pronoun(from);
    if new_sentence && !(tail || listened || asked) {
        return None;
    }
    // "… “Why?” She answered: “Because.”": a cue that ends in front of other words is theirs.
    let announces = matches!(view.word(end.saturating_sub(1)), "," | ":") && !tail;
    if ending == Ending::Question && announces && end > i + 1 && view.is_quotation_mark(end) {
        return None;
    }
    // A new clause behind the verb is that verb's own report, not ours, unless a comma parts them.
    if view.is(view.cue_end(i), &["that"]) {
        return None;
    }
    let from = trim_front(view, from, to);
    Some(Attached {
        cue: view.stretch(g.start, view.cue_end(i))?,
        source: view.stretch(from, to)?,
    })
}

/// Whether nothing but an adjunct follows a verb up to the end of its clause.
fn is_tail(view: &SpeechView, from: usize, end: usize) -> bool {
    end.saturating_sub(from) <= 12
        && (from >= end
            || view.word(from) == "."
            || view.word(from) == ","
            || view.is_in(from, &TAIL_STARTS)
            || view.is_weekday(from)
            || view.is_manner(from))
}

/// Skips what stands in front of the subject: "Asked about it, she" keeps the pronoun.
fn trim_front(view: &SpeechView, from: usize, to: usize) -> usize {
    dossier_world::words!(FRONT_ADJUNCTS = "quote/front_adjuncts.txt");
    if let Some(comma) = (from..to).rev().find(|&i| view.word(i) == ",")
        && comma + 2 == to
        && view.is_pronoun(comma + 1)
    {
        return comma + 1;
    }
    let ing = view.word(from).len() > 4 && view.word(from).ends_with("ing") && !view.is_capital(from + 1);
    if (view.is_in(from, &FRONT_ADJUNCTS) || ing)
        && let Some(comma) = (from..to).find(|&i| view.word(i) == ",")
        && comma + 1 < to
    {
        return comma + 1;
    }
    from
}
