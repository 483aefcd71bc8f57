//! Direct speech: words between marks, joined to the cue that stands before, between or behind them.

use dossier_model::{Quote, QuoteForm, Span};

use super::cue::{Form, Frames};
use super::marks::{Marked, starts_open};
use super::page::Page;

/// The reporting words beside a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    pub(super) cue: Span,
    pub(super) source: Span,
}

/// What the paragraphs before have left open.
#[derive(Debug, Default)]
pub(super) struct Carry {
    /// A quotation whose last mark is still to come, by its place among the findings.
    open: Option<usize>,
    /// The quotation that ended the paragraph before.
    last: Option<usize>,
    /// Reporting words at the end of the paragraph before: "She said:".
    lead_in: Option<Attached>,
}

/// Longest way between a quotation and its cue, in words.
const REACH: usize = 45;

/// Adds the direct quotations of the paragraph `block` to `out`.
pub(super) fn find(page: &Page, block: Span, marked: &[Marked], carry: &mut Carry, out: &mut Vec<Quote>) {
    let mut last: Option<usize> = None;
    let mut ended_open = None;
    for (k, &q) in marked.iter().enumerate() {
        let before_from = k
            .checked_sub(1)
            .and_then(|p| marked.get(p))
            .map_or(block.start, |p| p.span.end);
        let after_to = marked.get(k + 1).map_or(block.end, |n| n.span.start);
        let before = page.tokens.inside(Span {
            start: before_from,
            end: q.span.start.max(before_from),
        });
        let after = page.tokens.inside(Span {
            start: q.span.end,
            end: after_to.max(q.span.end),
        });
        let full = is_speech(page, q, block, &marked[..k]);

        // A paragraph that opens a mark goes on with the paragraph before that did not close its own.
        if k == 0 && starts_open(page.text, block) && q.span.start <= block.start + 2 {
            if let Some(i) = carry.open {
                if !cue_behind(page, q, after.clone()).is_some_and(|a| differs(page, out, i, a.source)) {
                    if let Some(quote) = out.get_mut(i) {
                        quote.content.push(q.span);
                        if let Some(a) = cue_behind(page, q, after.clone()).filter(|_| quote.cue.is_empty()) {
                            quote.cue.push(a.cue);
                            quote.source.push(a.source);
                        }
                        last = Some(i);
                        ended_open = (!q.closed).then_some(i);
                        continue;
                    }
                }
            }
        }

        let behind = cue_behind(page, q, after.clone());
        let ahead = cue_ahead(page, q, before.clone(), after.clone(), full);
        // Between two parts of one quotation: "…," she said, "…".
        if let (Some(i), true) = (last, k > 0) {
            let resumes = out.get(i).is_some_and(|quote| {
                let from_cue = quote
                    .cue
                    .iter()
                    .chain(&quote.source)
                    .map(|s| s.end)
                    .max()
                    .unwrap_or(0);
                from_cue > before_from && from_cue <= q.span.start && {
                    let rest = page
                        .text
                        .get(from_cue as usize..q.span.start as usize)
                        .unwrap_or("");
                    is_resumption(
                        page,
                        rest,
                        Span {
                            start: from_cue,
                            end: q.span.start,
                        },
                    )
                }
            });
            let follows = page
                .text
                .get(before_from as usize..q.span.start as usize)
                .is_some_and(|g| g.trim().is_empty());
            let starts = full && before.clone().next_back().is_none_or(|t| page.ends_sentence(t));
            let joins = (resumes && !is_new_sentence(page, &before))
                || (behind.is_none() && ahead.is_none() && starts)
                || (follows && behind.is_none());
            if joins {
                if let Some(quote) = out.get_mut(i) {
                    quote.content.push(q.span);
                    ended_open = (!q.closed).then_some(i);
                    continue;
                }
            }
        }
        let lead_in = if k == 0 && before.is_empty() {
            carry.lead_in.take()
        } else {
            None
        };
        if let Some(a) = ahead.or(behind).or(lead_in) {
            out.push(Quote {
                content: vec![q.span],
                cue: vec![a.cue],
                source: vec![a.source],
                speaker: None,
                form: QuoteForm::Direct,
            });
            last = Some(out.len() - 1);
            ended_open = (!q.closed).then_some(out.len() - 1);
            continue;
        }
        // A paragraph that is nothing but a quotation goes on with the speaker who ended the one before.
        let alone = k == 0 && full && before.is_empty() && (after.is_empty() || marked.len() > 1);
        if alone
            && marked.len() == 1
            && page
                .text
                .get(q.span.end as usize..block.end as usize)
                .is_some_and(|r| r.trim().is_empty())
        {
            if let Some(i) = carry.last {
                if let Some(quote) = out.get_mut(i) {
                    quote.content.push(q.span);
                    last = Some(i);
                    ended_open = (!q.closed).then_some(i);
                }
            }
        }
    }
    carry.open = ended_open;
    carry.lead_in = if marked.is_empty() {
        lead_in(page, block)
    } else {
        None
    };
    // Only a quotation that reaches into the last sentence ends its paragraph.
    let end_sentence = page
        .sentence(block.end.saturating_sub(1))
        .map_or(block.start, |s| s.start);
    carry.last = last.filter(|&i| {
        out.get(i).is_some_and(|q| {
            q.content
                .iter()
                .chain(&q.cue)
                .chain(&q.source)
                .map(|s| s.end)
                .max()
                .is_some_and(|e| e > end_sentence)
        })
    });
}

/// Whether the words between a cue and the next mark only carry the sentence on.
fn is_resumption(page: &Page, rest: &str, span: Span) -> bool {
    let trimmed = rest.trim();
    if !(trimmed.ends_with(',')
        || trimmed.ends_with('—')
        || trimmed.ends_with(':')
        || trimmed.ends_with("--")
        || trimmed.is_empty())
    {
        return false;
    }
    let words = page.tokens.inside(span);
    words.len() <= 20
        && !words.clone().any(|i| {
            page.verb(i)
                .is_some_and(|v| v.form.is_finite() && v.frames.has(Frames::DIRECT))
        })
}

fn is_new_sentence(page: &Page, gap: &std::ops::Range<usize>) -> bool {
    gap.clone().any(|i| page.word(i) == "." && page.ends_sentence(i))
}

fn differs(page: &Page, out: &[Quote], i: usize, source: Span) -> bool {
    let words = source.of(page.text);
    let pronoun = ["he", "she", "they"]
        .iter()
        .any(|p| p.eq_ignore_ascii_case(words));
    let Some(before) = out.get(i).and_then(|q| q.source.first()) else {
        return false;
    };
    let before = before.of(page.text);
    let shares = words
        .split_whitespace()
        .any(|w| w.len() > 2 && before.contains(w));
    !pronoun && !shares
}

/// Whether the marked words look like speech of their own rather than a term, a title or a slogan.
fn is_speech(page: &Page, q: Marked, block: Span, earlier: &[Marked]) -> bool {
    let words = q.inner.of(page.text).trim();
    let first = words
        .chars()
        .find(|c| !matches!(c, '“' | '‘' | '\'' | '"' | '[' | '(' | '…' | '.' | ' '));
    let starts = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        || words.starts_with('…')
        || words.starts_with("...")
        || words.starts_with('[');
    let ends = !q.closed || words.ends_with(['.', '?', '!', '…', ',', '—', '”', '’', '\'', '"']);
    let at_start = page
        .text
        .get(block.start as usize..q.span.start as usize)
        .is_some_and(|b| b.trim().is_empty());
    let counted = words.split_whitespace().nth(2).is_some();
    starts && ends && (counted || at_start || !earlier.is_empty())
}

/// "…," said Ana Ruiz / Ana Ruiz said / according to Ana Ruiz.
fn cue_behind(page: &Page, q: Marked, gap: std::ops::Range<usize>) -> Option<Attached> {
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
    while v < end && v < at + 2 && (page.is(v, &["also", "then", "later"]) || page.word(v).ends_with("ly")) {
        v += 1;
    }
    if let Some(verb) = page.verb(v) {
        if verb.form.is_finite() && verb.frames.has(Frames::DIRECT) && !page.is_capital(v) {
            let mut from = v + 1;
            if page.is(from, &["to", "in"]) {
                return None;
            }
            if verb.frames.has(Frames::LISTENER) && page.word(v).eq_ignore_ascii_case("told") {
                return None;
            }
            if page.word(from) == "," {
                from += 1;
            }
            let (from, to) = page.phrase_after(from, end)?;
            return Some(Attached {
                cue: page.cover(v, v + 1)?,
                source: page.cover(from, to)?,
            });
        }
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
                if closed_sentence && !page.is_pronoun(from) && !is_tail(page, i + 1, end) {
                    return None;
                }
                if closed_sentence && last == '.' && !is_tail(page, i + 1, end) {
                    return None;
                }
                // A new clause behind the verb is that verb's own report, not ours, unless a comma parts them.
                let next = i + 1;
                if next < end && page.is(next, &["that"]) {
                    return None;
                }
                let from = trim_front(page, from, to);
                return Some(Attached {
                    cue: page.cover(g.start, i + 1)?,
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
            || page.word(from).ends_with("ly"))
}

/// Skips a leading adjunct: "In a later interview, Ana Ruiz" keeps the name.
fn trim_front(page: &Page, from: usize, to: usize) -> usize {
    if page.is(
        from,
        &[
            "in", "on", "at", "during", "when", "asked", "after", "before", "while",
        ],
    ) {
        if let Some(comma) = (from..to).find(|&i| page.word(i) == ",") {
            if comma + 1 < to {
                return comma + 1;
            }
        }
    }
    from
}

/// She told reporters on Monday: "…" / He said, "…" / According to her, "…".
fn cue_ahead(
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
        let distance = close - i - 1;
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
                    cue: page.cover(g.start, i + 1)?,
                    source: page.cover(from, to)?,
                });
            }
            Form::Ing => {
                let source = subject_of_participle(page, i, limit)?;
                return Some(Attached {
                    cue: page.cover(i, i + 1)?,
                    source,
                });
            }
            _ => {}
        }
    }
    None
}

/// The subject of the clause that a participle hangs on: "Ana Ruiz criticised the plan, saying: …".
pub(super) fn subject_of_participle(page: &Page, participle: usize, limit: usize) -> Option<Span> {
    if page.parsed {
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
    while to < participle && (page.is_capital(to) || page.is_pronoun(to)) && !page.is_punct(to) {
        to += 1;
    }
    (to > limit && to < participle && !page.is_punct(to))
        .then(|| page.cover(limit, to))
        .flatten()
}

/// Reporting words that end a paragraph and announce the next: "The minister added:".
fn lead_in(page: &Page, block: Span) -> Option<Attached> {
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
