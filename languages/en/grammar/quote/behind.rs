//! The cue and the source behind a quotation: "…," said Ana Ruiz / Ana Ruiz said / according to Ana Ruiz.

use dossier_model::Upos;

use super::beside::{Attached, REACH, plausible_base};
use super::cue::{self, Form, Frames, Verb};
use super::marks::Marked;
use super::page::Page;

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
pub(super) fn cue_behind(page: &Page, q: Marked, gap: std::ops::Range<usize>) -> Option<Attached> {
    if !q.closed {
        return None;
    }
    let last = q.inner.of(page.text).trim_end().chars().next_back()?;
    let mut ending = match last {
        ',' | '…' | '—' | '-' | '–' => Ending::Comma,
        '?' | '!' => Ending::Question,
        '.' => Ending::Stop,
        '”' | '’' | '\'' | '"' => Ending::Nested,
        _ => Ending::Bare,
    };
    let mut at = gap.start;
    let limit = gap.end.min(gap.start + REACH);
    while at < limit && matches!(page.word(at), "," | "—" | "–" | "--" | "-") {
        if ending == Ending::Stop && page.word(at) != "," {
            return signed(page, q, at, limit);
        }
        ending = Ending::Comma;
        at += 1;
    }
    if at >= limit {
        return None;
    }
    if page.is(at, &["according"]) && page.is(at + 1, &["to"]) {
        let (from, to) = page.phrase_after(at + 2, reach_over(page, at, limit))?;
        return Some(Attached {
            cue: page.cover(at, at + 2)?,
            source: page.cover(from, to)?,
        });
    }
    inverted(page, ending, at, limit).or_else(|| subject_first(page, q, ending, at, limit))
}

/// Words that a source may hold marks in: up to the end of the sentence, not only to the next mark.
fn reach_over(page: &Page, at: usize, limit: usize) -> usize {
    let end = page
        .sentence(page.span(at).start)
        .map_or(limit, |s| page.tokens.inside(s).end);
    end.min(at + REACH).max(limit)
}

/// "… for us." — Ana Ruiz: a name behind a dash that ends the paragraph.
fn signed(page: &Page, q: Marked, dash: usize, limit: usize) -> Option<Attached> {
    let from = dash + 1;
    let long = q.inner.of(page.text).split_whitespace().nth(3).is_some();
    let ends = page
        .text
        .get(page.span(limit - 1).end as usize..)
        .is_some_and(|t| t.is_empty() || t.trim_start_matches([' ', '.', ')']).starts_with('\n'));
    let named = limit > from
        && limit - from <= 10
        && page.is_capital(from)
        && !(from..limit).any(|i| matches!(page.upos(i), Upos::Verb | Upos::Aux) && !page.is_capital(i));
    (long && ends && named).then_some(Attached {
        cue: page.span(dash),
        source: page.cover(from, limit)?,
    })
}

fn speaks(verb: Verb) -> bool {
    verb.form.is_finite() && verb.frames.has(Frames::DIRECT)
}

/// Said Ana Ruiz.
fn inverted(page: &Page, ending: Ending, at: usize, limit: usize) -> Option<Attached> {
    let mut v = at;
    while v < limit && v < at + 2 && (page.is(v, &["also", "then", "later"]) || page.is_manner(v)) {
        v += 1;
    }
    let named = page.is_capital(v + 1) || page.is_in(v + 1, &SUBJECT_STARTS);
    // Behind a speech that a comma closes any past verb in front of its subject is a verb of speaking.
    let beamed = matches!(ending, Ending::Comma | Ending::Question)
        && page.upos(v) == Upos::Verb
        && page.word(v).ends_with("ed")
        && named;
    let verb = cue::phrasal(page.word(v), page.word(v + 1)).or_else(|| cue::verb(page.word(v)));
    if page.is_capital(v) || !(verb.is_some_and(speaks) || beamed) || page.is(v, &["told"]) {
        return None;
    }
    let mut from = page.cue_end(v);
    if page.is(from, &["to", "in"]) || (!named && matches!(ending, Ending::Bare | Ending::Stop)) {
        return None;
    }
    if page.word(from) == "," {
        from += 1;
    }
    let (from, to) = page.phrase_after(from, reach_over(page, at, limit))?;
    Some(Attached {
        cue: page.cover(v, page.cue_end(v))?,
        source: page.cover(from, to)?,
    })
}

/// Ana Ruiz, the minister, said.
fn subject_first(page: &Page, q: Marked, ending: Ending, at: usize, limit: usize) -> Option<Attached> {
    // Where the clause ends.
    let end = (at..limit)
        .find(|&i| (matches!(page.word(i), "." | "?" | "!" | ";" | ":")) && page.ends_sentence(i))
        .unwrap_or(limit);
    let new_sentence =
        ending == Ending::Stop || (ending == Ending::Question && page.is_capital(at) && !page.is_pronoun(at));
    if ending == Ending::Bare && q.inner.of(page.text).split_whitespace().nth(2).is_none() {
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
        let w = page.word(i);
        if w == "," {
            opened += 1;
        } else if (page.is(i, &["that", "because", "but"]) && opened == 0) || matches!(w, ";" | ":") {
            return None;
        }
        if let Some(verb) = page.verb_beside(i) {
            dossier_world::words!(NOT_BEFORE_VERB = "quote/not_before_verb.txt");
            let after_noun = i > at && !page.is_in(i - 1, &NOT_BEFORE_VERB);
            if after_noun
                && verb.form.is_finite()
                && (verb.frames.has(Frames::DIRECT) || verb.frames.has(Frames::COMMENT))
                && plausible_base(page, i, verb.form)
            {
                let g = page.group(i, at);
                if g.passive {
                    i += 1;
                    continue;
                }
                return subject_of(page, verb, g, ending, new_sentence, (at, end));
            }
        }
        if i > at + far && opened == 0 {
            return None;
        }
        i += 1;
    }
    // Behind a comma any past verb with a short subject in front tells how the words were said.
    let v = (at + 1..end.min(at + 6)).find(|&k| page.upos(k) == Upos::Verb)?;
    let named = page.is_pronoun(at) || page.is_capital(at) || page.is(at, &["the", "one", "a", "an"]);
    let past = page.word(v).ends_with("ed") && !page.group(v, at).passive;
    let front = (at..v).any(|k| page.is_punct(k) || page.is(k, &["and", "but", "as", "when", "while", "to"]));
    (ending == Ending::Comma && named && past && !front && page.group(v, at).start == v).then_some(Attached {
        cue: page.span(v),
        source: page.cover(at, v)?,
    })
}

fn subject_of(
    page: &Page,
    verb: Verb,
    g: super::page::Group,
    ending: Ending,
    new_sentence: bool,
    (at, end): (usize, usize),
) -> Option<Attached> {
    let i = g.verb;
    let mut to = g.start;
    while to > at && page.is_punct(to - 1) {
        to -= 1;
    }
    let mut from = at;
    while from < to && page.is(from, &["and", "but", "as", "so"]) {
        from += 1;
    }
    if from >= to {
        return None;
    }
    let tail = is_tail(page, i + 1, end);
    // A question is followed by its cue more often than a statement that a stop has closed.
    let plain = page.is(page.cue_end(i), &["that", "whether", "if"])
        || page.word(page.cue_end(i)) == ":"
        || page.verb(i).is_some_and(|v| v.form == Form::Base);
    let listened = ending != Ending::Stop && verb.frames.has(Frames::DIRECT.or(Frames::LISTENER)) && !plain;
    let asked = ending == Ending::Question && page.is_pronoun(from);
    if new_sentence && !(tail || listened || asked) {
        return None;
    }
    // "… “Why?” She answered: “Because.”": a cue that ends in front of other words is theirs.
    let announces = matches!(page.word(end.saturating_sub(1)), "," | ":") && !tail;
    if ending == Ending::Question && announces && end > i + 1 && page.is_mark(end) {
        return None;
    }
    // A new clause behind the verb is that verb's own report, not ours, unless a comma parts them.
    if page.is(page.cue_end(i), &["that"]) {
        return None;
    }
    let from = trim_front(page, from, to);
    Some(Attached {
        cue: page.cover(g.start, page.cue_end(i))?,
        source: page.cover(from, to)?,
    })
}

/// Whether nothing but an adjunct follows a verb up to the end of its clause.
fn is_tail(page: &Page, from: usize, end: usize) -> bool {
    end.saturating_sub(from) <= 12
        && (from >= end
            || page.word(from) == "."
            || page.word(from) == ","
            || page.is_in(from, &TAIL_STARTS)
            || page.is_weekday(from)
            || page.is_manner(from))
}

/// Skips what stands in front of the subject: "Asked about it, she" keeps the pronoun.
fn trim_front(page: &Page, from: usize, to: usize) -> usize {
    dossier_world::words!(FRONT_ADJUNCTS = "quote/front_adjuncts.txt");
    if let Some(comma) = (from..to).rev().find(|&i| page.word(i) == ",")
        && comma + 2 == to
        && page.is_pronoun(comma + 1)
    {
        return comma + 1;
    }
    let ing = page.word(from).len() > 4 && page.word(from).ends_with("ing") && !page.is_capital(from + 1);
    if (page.is_in(from, &FRONT_ADJUNCTS) || ing)
        && let Some(comma) = (from..to).find(|&i| page.word(i) == ",")
        && comma + 1 < to
    {
        return comma + 1;
    }
    from
}
