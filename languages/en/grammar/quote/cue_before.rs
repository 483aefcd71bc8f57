//! The cue and the source in front of a quotation: she told reporters on Monday: "…".

use dossier_model::{Deprel, Span, Upos};

use super::attached::{Attached, REACH, plausible_base};
use super::cue::{Form, Frames, Verb};
use super::marks::Marked;
use super::noun;
use super::participle;
use super::speech::SpeechView;

dossier_world::words!(NAME_LINKS = "quote/name_links.txt");

/// She told reporters on Monday: "…" / He said, "…" / According to her, "…".
pub(super) fn find(
    view: &SpeechView,
    q: Marked,
    gap: std::ops::Range<usize>,
    after: std::ops::Range<usize>,
    full: bool,
) -> Option<Attached> {
    if gap.is_empty() {
        return None;
    }
    let end = gap.end;
    let last = view.word(end - 1);
    let sentence = view.sentence_at(view.span(end - 1).start)?;
    let limit = view
        .inside(sentence)
        .start
        .max(gap.start)
        .max(end.saturating_sub(REACH));
    let (parted, colon) = (matches!(last, "," | "—" | "–" | "--"), last == ":");
    if matches!(last, "." | "?" | "!" | ";") {
        return None;
    }
    let close = if parted || colon { end - 1 } else { end };
    // Words that go on behind the mark make the marked ones a part of a clause.
    let ends = view
        .text()
        .get(q.inner.range())
        .is_some_and(|w| w.trim_end().ends_with(['.', '?', '!', '…', ',']))
        || !q.closed
        || after.is_empty()
        || matches!(view.word(after.start), "." | "," | ";" | "?" | "!" | ")");
    if !ends {
        return None;
    }
    let starts = q
        .inner
        .of(view.text())
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    if colon
        && starts
        && let Some(name) = label(view, limit, close)
    {
        return Some(Attached {
            cue: view.stretch(end - 1, end)?,
            source: name,
        });
    }
    let mut i = close;
    while i > limit {
        i -= 1;
        let w = view.word(i);
        if matches!(w, ";" | ":") {
            return None;
        }
        if view.is(i, &["according"]) && view.is(i + 1, &["to"]) && parted {
            let (from, to) = view
                .phrase_after(i + 2, close)
                .or(Some((i + 2, close)).filter(|r| r.0 < r.1))?;
            return Some(Attached {
                cue: view.stretch(i, i + 2)?,
                source: view.stretch(from, to)?,
            });
        }
        let Some(verb) = view
            .speech_verb_beside(i)
            .or_else(|| gloats(view, i, close, colon, full))
        else {
            continue;
        };
        let distance = close.saturating_sub(view.cue_end(i));
        if !verb.frames.has(Frames::DIRECT) {
            if verb.frames.has(Frames::CLAUSE) && verb.form.is_finite() && distance == 0 {
                return None;
            }
            continue;
        }
        if distance > 0 && (i + 1..close).any(|k| view.is(k, &["that", "whether", "how", "why"])) && !colon {
            return None;
        }
        // Right behind the verb, or behind an adjunct that a comma or a colon closes.
        if distance > 0 && !(parted || colon) {
            return None;
        }
        if distance > 18 {
            return None;
        }
        if !(parted || colon || full || starts) {
            return None;
        }
        if parted && !starts && !full && q.inner.of(view.text()).split_whitespace().count() < 3 {
            return None;
        }
        match verb.form {
            // "went so far as to say": whose clause it is.
            Form::Base if i > limit && view.is(i - 1, &["to"]) => {
                let start = view.inside(sentence).start;
                let (from, to) = participle::above(view, i, start)?;
                return Some(Attached {
                    cue: view.span(i),
                    source: view.stretch(from, to)?,
                });
            }
            Form::Past | Form::Third | Form::Base
                if plausible_base(view, i, verb.form) || view.verb_group(i, limit).unreal =>
            {
                let g = view.verb_group(i, limit);
                // Words that stand there were uttered, whatever the mood: "could only say: “…”".
                let denied = (g.start..i).any(|k| view.is(k, &["not", "n't", "n’t", "never"]));
                if g.passive || denied {
                    return None;
                }
                let Some((from, to)) =
                    subject(view, i, g.start, limit).or_else(|| inverted(view, i, limit, close))
                else {
                    continue;
                };
                if view.is(from, &["when", "asked", "as"]) && view.is(to - 1, &["when", "as", "asked", "if"])
                {
                    continue;
                }
                return Some(Attached {
                    cue: view.stretch(g.start, view.cue_end(i))?,
                    source: view.stretch(from, to)?,
                });
            }
            Form::Ing => {
                let source = participle::source(view, i, limit, view.inside(sentence).start)?;
                return Some(Attached {
                    cue: view.stretch(i, view.cue_end(i))?,
                    source,
                });
            }
            _ => {}
        }
    }
    if colon {
        announced(view, limit, close)
    } else {
        None
    }
}

/// "issued the following statement:": a noun of speech and the subject of the verb that governs it.
fn announced(view: &SpeechView, from: usize, to: usize) -> Option<Attached> {
    if !view.is_parsed() {
        return None;
    }
    let noun = (from..to)
        .rev()
        .take(12)
        .find(|&i| view.is_in(i, &noun::REPORTING_NOUNS) || view.is_in(i, &noun::TEXT_NOUNS))?;
    let verb = view
        .head(noun)
        .filter(|&v| v >= from && v < noun && view.upos(v) == Upos::Verb)?;
    if view.deprel(noun) != Deprel::Obj {
        return None;
    }
    let (a, b) = view.subject(verb)?;
    let g = view.verb_group(verb, from);
    (b <= g.start && !g.unreal).then_some(Attached {
        cue: view.stretch(g.start, noun + 1)?,
        source: view.stretch(a, b)?,
    })
}

/// A name in front of a colon that opens the paragraph, as in an interview: "Ana Ruiz: …".
fn label(view: &SpeechView, from: usize, to: usize) -> Option<Span> {
    // "More on this - Ana Ruiz: “…”": a dash parts the name from what stands in front.
    let from = (from..to)
        .rev()
        .find(|&i| {
            matches!(view.word(i), "-" | "–" | "—" | "--") && view.span(i).end < view.span(i + 1).start
        })
        .map_or(from, |dash| dash + 1);
    let first = view.span(from).start as usize;
    let dashed = from > 0 && matches!(view.word(from - 1), "-" | "–" | "—" | "--");
    let at_start = view
        .text()
        .get(..first)
        .is_none_or(|t| t.trim_end_matches(' ').ends_with('\n') || t.trim().is_empty());
    // "Ruiz on the ferry: “…”" of a headline.
    let on = view.person_from(from).filter(|&k| k < to && view.is(k, &["on"]));
    if at_start && let Some(k) = on {
        return view.stretch(from, k);
    }
    let named = to > from
        && to - from <= 8
        && view.is_capital(from)
        && (from..to)
            .all(|i| view.speech_verb(i).is_none() && (view.is_capital(i) || view.is_in(i, &NAME_LINKS)));
    ((at_start || dashed) && named)
        .then(|| view.stretch(from, to))
        .flatten()
}

/// Right in front of a colon and a speech any past verb tells how the words were said.
fn gloats(view: &SpeechView, i: usize, close: usize, colon: bool, full: bool) -> Option<Verb> {
    let past = view.upos(i) == Upos::Verb
        && view.word(i).ends_with("ed")
        && !matches!(view.deprel(i), Deprel::Acl | Deprel::AclRelcl);
    (past && colon && full && i + 1 == close).then_some(Verb {
        frames: Frames::DIRECT,
        form: Form::Past,
    })
}

/// The subject in front of the finite verb `verb`, whose group starts at `start`.
fn subject(view: &SpeechView, verb: usize, start: usize, limit: usize) -> Option<(usize, usize)> {
    let by_words = view.phrase_before(start, limit).map(|w| last_clause(view, w));
    let by_tree = view
        .is_parsed()
        .then(|| view.subject(verb))
        .flatten()
        .filter(|s| s.0 >= limit && s.1 <= start);
    match (by_words, by_tree) {
        // "he laughed and said": the words in front are another clause.
        (Some(w), Some(t)) if t.0 < w.0 && view.is(t.0, &["as", "while", "when", "but", "and"]) => Some(w),
        (Some(w), Some(t)) if w.0 > t.0 || view.is(w.1 - 1, &["and", "or", "but", ","]) => Some(t),
        (Some(w), Some(t)) => {
            let verbal = (w.0..w.1).any(|k| view.upos(k) == Upos::Verb && !view.word(k).ends_with("ing"));
            Some(if verbal && t.1 < w.1 { t } else { w })
        }
        (w, t) => w.or(t),
    }
}

/// "the guard opened the door and Reed": the words behind the conjunction that follows a verb are the clause's own.
fn last_clause(view: &SpeechView, (from, to): (usize, usize)) -> (usize, usize) {
    let and = (from..to).rev().find(|&k| view.is(k, &["and", "but"]));
    let verbal = |k: usize| {
        view.upos(k) == Upos::Verb
            && !view.is_capital(k)
            && !view.word(k).ends_with("ing")
            && !matches!(view.deprel(k), Deprel::Acl | Deprel::AclRelcl | Deprel::Amod)
    };
    match and {
        Some(j) if j + 1 < to && (from..j).any(verbal) && !(j..to).any(verbal) => (j + 1, to),
        _ => (from, to),
    }
}

/// "Said Ana Ruiz, “…”": the verb begins the sentence and its subject follows.
fn inverted(view: &SpeechView, verb: usize, limit: usize, close: usize) -> Option<(usize, usize)> {
    let begins = verb == limit || (verb == limit + 1 && view.is(limit, &["and", "but"]));
    let (from, to) = view.phrase_after(verb + 1, close)?;
    (begins && (view.is_capital(from) || view.is(from, &["the", "a", "an", "one", "his", "her"])))
        .then_some((from, to))
}

/// Reporting words that end a paragraph and announce the next: "The minister added:".
pub(super) fn lead_in(view: &SpeechView, block: Span) -> Option<Attached> {
    let words = view.inside(block);
    let last = words.clone().next_back()?;
    if view.word(last) != ":" {
        return None;
    }
    let fake = Marked {
        span: Span {
            start: block.end,
            end: block.end,
        },
        inner: Span {
            start: block.end,
            end: block.end,
        },
        closed: false,
    };
    find(view, fake, words, 0..0, true)
}
