//! The cue and the source beside a quotation.

use dossier_model::{Deprel, Span, Upos};

use super::cue::{self, Form, Frames, Verb};
use super::marks::Marked;
use super::page::Page;

/// The reporting words beside a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    pub(super) cue: Span,
    pub(super) source: Span,
}

/// Longest way between a quotation and its cue, in words.
const REACH: usize = 45;

/// "…," said Ana Ruiz / Ana Ruiz said / according to Ana Ruiz.
pub(super) fn cue_behind(page: &Page, q: Marked, gap: std::ops::Range<usize>) -> Option<Attached> {
    if !q.closed {
        return None;
    }
    let last = q.inner.of(page.text).trim_end().chars().next_back()?;
    let mut at = gap.start;
    let limit = gap.end.min(gap.start + REACH);
    let mut joined = matches!(last, ',' | '?' | '!' | '…' | '—' | '-' | '–');
    while at < limit && matches!(page.word(at), "," | "—" | "–" | "--" | "-") {
        joined = true;
        at += 1;
    }
    let nested = matches!(last, '”' | '’' | '\'' | '"');
    let closed_sentence = last == '.' || ((last == '?' || last == '!') && page.is_capital(at));
    if at >= limit || !(joined || closed_sentence || nested) {
        return None;
    }
    if page.is(at, &["according"]) && page.is(at + 1, &["to"]) {
        let (from, to) = page.phrase_after(at + 2, limit)?;
        return Some(Attached {
            cue: page.cover(at, at + 2)?,
            source: page.cover(from, to)?,
        });
    }
    // Where the clause ends.
    let end = (at..limit)
        .find(|&i| (matches!(page.word(i), "." | "?" | "!" | ";" | ":")) && page.ends_sentence(i))
        .unwrap_or(limit);
    // Inverted: said Ana Ruiz.
    let mut v = at;
    while v < end && v < at + 2 && (page.is(v, &["also", "then", "later"]) || page.is_manner(v)) {
        v += 1;
    }
    // Behind a speech that a comma closes any past verb in front of its subject is a verb of speaking.
    let beamed = last == ','
        && page.upos(v) == Upos::Verb
        && page.word(v).ends_with("ed")
        && (page.is_capital(v + 1) || page.is(v + 1, &["the", "a", "an", "his", "her"]));
    let speaks = |verb: Verb| verb.form.is_finite() && verb.frames.has(Frames::DIRECT);
    if (page.verb(v).is_some_and(speaks) || beamed) && !page.is_capital(v) {
        let mut from = page.cue_end(v);
        if page.is(from, &["to", "in"]) {
            return None;
        }
        if page.is(v, &["told"]) {
            return None;
        }
        if page.word(from) == "," {
            from += 1;
        }
        let (from, to) = page.phrase_after(from, end)?;
        return Some(Attached {
            cue: page.cover(v, page.cue_end(v))?,
            source: page.cover(from, to)?,
        });
    }
    // Ana Ruiz, the minister, said.
    let mut i = at;
    let mut opened = 0usize;
    while i < end {
        let w = page.word(i);
        if w == "," {
            opened += 1;
        } else if page.is(i, &["that", "because", "but"]) && opened == 0 || matches!(w, ";" | ":") {
            return None;
        }
        if let Some(verb) = page.verb(i) {
            let after_noun = i > at
                && !page.is(
                    i - 1,
                    &[
                        "to", "the", "a", "an", "of", "who", "which", "his", "her", "its", "their",
                    ],
                );
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
                let listened = last != '.' && verb.frames.has(Frames::LISTENER);
                if closed_sentence && !listened && !page.is_pronoun(from) && !is_tail(page, i + 1, end) {
                    return None;
                }
                if closed_sentence && last == '.' && !is_tail(page, i + 1, end) {
                    return None;
                }
                // A new clause behind the verb is that verb's own report, not ours, unless a comma parts them.
                let next = page.cue_end(i);
                if next < end && page.is(next, &["that"]) {
                    return None;
                }
                let from = trim_front(page, from, to);
                return Some(Attached {
                    cue: page.cover(g.start, page.cue_end(i))?,
                    source: page.cover(from, to)?,
                });
            }
        }
        if i > at + 12 && opened == 0 {
            return None;
        }
        i += 1;
    }
    None
}

/// Whether a bare verb form can stand for the present: "they say", not "the ministers plan".
pub(super) fn plausible_base(page: &Page, i: usize, form: Form) -> bool {
    form != Form::Base
        || (i > 0
            && (page.is(i - 1, &["they", "we", "i", "you", "who"])
                || page.word(i - 1).ends_with('s')
                || page.is(i - 1, &["police", "people", "also"])
                || page.word(i - 1) == ","))
            && page.is(
                i,
                &[
                    "say",
                    "write",
                    "add",
                    "note",
                    "argue",
                    "claim",
                    "warn",
                    "explain",
                    "insist",
                    "believe",
                    "think",
                    "acknowledge",
                    "contend",
                    "suggest",
                    "tell",
                    "hope",
                    "fear",
                    "suspect",
                    "concede",
                    "admit",
                ],
            )
}

/// Whether nothing but an adjunct follows a verb up to the end of its clause.
fn is_tail(page: &Page, from: usize, end: usize) -> bool {
    end.saturating_sub(from) <= 12
        && (from >= end
            || page.word(from) == "."
            || page.word(from) == ","
            || page.is(
                from,
                &[
                    "in",
                    "on",
                    "at",
                    "during",
                    "of",
                    "to",
                    "about",
                    "after",
                    "when",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "last",
                    "reporters",
                    "yesterday",
                    "today",
                    "later",
                    "earlier",
                    "afterward",
                    "afterwards",
                ],
            )
            || page.is_manner(from))
}

/// Skips what stands in front of the subject: "Asked about it, she" keeps the pronoun.
fn trim_front(page: &Page, from: usize, to: usize) -> usize {
    const ADJUNCTS: &[&str] = &[
        "in", "on", "at", "during", "when", "asked", "after", "before", "while", "by", "with", "from",
        "though", "although",
    ];
    if let Some(comma) = (from..to).rev().find(|&i| page.word(i) == ",")
        && comma + 2 == to
        && page.is_pronoun(comma + 1)
    {
        return comma + 1;
    }
    let ing = page.word(from).len() > 4 && page.word(from).ends_with("ing") && !page.is_capital(from + 1);
    if (page.is(from, ADJUNCTS) || ing)
        && let Some(comma) = (from..to).find(|&i| page.word(i) == ",")
        && comma + 1 < to
    {
        return comma + 1;
    }
    from
}

/// She told reporters on Monday: "…" / He said, "…" / According to her, "…".
pub(super) fn cue_ahead(
    page: &Page,
    q: Marked,
    gap: std::ops::Range<usize>,
    after: std::ops::Range<usize>,
    full: bool,
) -> Option<Attached> {
    if gap.is_empty() {
        return None;
    }
    let end = gap.end;
    let last = page.word(end - 1);
    let sentence = page.sentence(page.span(end - 1).start)?;
    let limit = page
        .tokens
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
    let ends = page
        .text
        .get(q.inner.range())
        .is_some_and(|w| w.trim_end().ends_with(['.', '?', '!', '…', ',']))
        || !q.closed
        || after.is_empty()
        || matches!(page.word(after.start), "." | "," | ";" | "?" | "!" | ")");
    if !ends {
        return None;
    }
    let starts = q
        .inner
        .of(page.text)
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    if colon
        && starts
        && let Some(name) = label(page, limit, close)
    {
        return Some(Attached {
            cue: page.cover(end - 1, end)?,
            source: name,
        });
    }
    let mut i = close;
    while i > limit {
        i -= 1;
        let w = page.word(i);
        if matches!(w, ";" | ":") {
            return None;
        }
        if page.is(i, &["according"]) && page.is(i + 1, &["to"]) && parted {
            let (from, to) = page
                .phrase_after(i + 2, close)
                .or(Some((i + 2, close)).filter(|r| r.0 < r.1))?;
            return Some(Attached {
                cue: page.cover(i, i + 2)?,
                source: page.cover(from, to)?,
            });
        }
        let Some(verb) = page.verb(i) else { continue };
        let distance = close.saturating_sub(page.cue_end(i));
        if !verb.frames.has(Frames::DIRECT) {
            if verb.frames.has(Frames::CLAUSE) && verb.form.is_finite() && distance == 0 {
                return None;
            }
            continue;
        }
        if distance > 0 && (i + 1..close).any(|k| page.is(k, &["that", "whether", "how", "why"])) && !colon {
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
        if parted && !starts && !full && q.inner.of(page.text).split_whitespace().count() < 3 {
            return None;
        }
        match verb.form {
            Form::Past | Form::Third | Form::Base if plausible_base(page, i, verb.form) => {
                let g = page.group(i, limit);
                if g.passive || g.unreal {
                    return None;
                }
                let (from, to) = page.phrase_before(g.start, limit)?;
                return Some(Attached {
                    cue: page.cover(g.start, page.cue_end(i))?,
                    source: page.cover(from, to)?,
                });
            }
            Form::Ing => {
                let source = subject_of_participle(page, i, limit)?;
                return Some(Attached {
                    cue: page.cover(i, page.cue_end(i))?,
                    source,
                });
            }
            _ => {}
        }
    }
    if colon {
        announced(page, limit, close)
    } else {
        None
    }
}

/// "issued the following statement:": a noun of speech and the subject of the verb that governs it.
fn announced(page: &Page, from: usize, to: usize) -> Option<Attached> {
    if !page.parsed {
        return None;
    }
    let noun = (from..to)
        .rev()
        .take(12)
        .find(|&i| page.is(i, cue::NOUNS) || page.is(i, cue::TEXTS))?;
    let verb = page
        .tokens
        .head(noun)
        .filter(|&v| v >= from && v < noun && page.upos(v) == Upos::Verb)?;
    if page.tokens.deprel(noun) != Deprel::Obj {
        return None;
    }
    let (a, b) = page.subject(verb)?;
    let g = page.group(verb, from);
    (b <= g.start && !g.unreal).then_some(Attached {
        cue: page.cover(g.start, noun + 1)?,
        source: page.cover(a, b)?,
    })
}

/// A name in front of a colon that opens the paragraph, as in an interview: "Ana Ruiz: …".
fn label(page: &Page, from: usize, to: usize) -> Option<Span> {
    let first = page.span(from).start as usize;
    let at_start = page
        .text
        .get(..first)
        .is_none_or(|t| t.trim_end_matches(' ').ends_with('\n') || t.trim().is_empty());
    let named = to > from
        && to - from <= 8
        && page.is_capital(from)
        && (from..to).all(|i| {
            page.verb(i).is_none()
                && (page.is_capital(i)
                    || page.is(
                        i,
                        &[
                            "of", "the", "and", "de", "van", "von", "al", "bin", ",", ".", "-", "(", ")",
                        ],
                    ))
        });
    (at_start && named).then(|| page.cover(from, to)).flatten()
}

/// The subject of the clause that a participle hangs on: "Ana Ruiz criticised the plan, saying: …".
pub(super) fn subject_of_participle(page: &Page, participle: usize, limit: usize) -> Option<Span> {
    if page.parsed {
        if let Some(s) = page.subject(participle) {
            return page.cover(s.0, s.1);
        }
        let mut head = page.tokens.head(participle)?;
        for _ in 0..8 {
            if let Some(s) = page.subject(head) {
                return page.cover(s.0, s.1);
            }
            head = page.tokens.head(head).filter(|&h| h != head)?;
        }
        return None;
    }
    // Without a tree only a pronoun or a name right in front of the sentence's first verb is safe.
    let mut to = limit;
    if page.is(
        to,
        &[
            "in", "at", "on", "by", "with", "when", "before", "after", "while", "an", "a", "hours", "back",
            "speaking",
        ],
    ) {
        return None;
    }
    while to < participle && (page.is_capital(to) || page.is_pronoun(to)) && !page.is_punct(to) {
        to += 1;
    }
    (to > limit && to < participle && !page.is_punct(to))
        .then(|| page.cover(limit, to))
        .flatten()
}

/// Reporting words that end a paragraph and announce the next: "The minister added:".
pub(super) fn lead_in(page: &Page, block: Span) -> Option<Attached> {
    let words = page.tokens.inside(block);
    let last = words.clone().next_back()?;
    if page.word(last) != ":" {
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
    cue_ahead(page, fake, words, 0..0, true)
}
