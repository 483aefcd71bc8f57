//! The cue and the source in front of a quotation: she told reporters on Monday: "…".

use dossier_model::{Deprel, Span, Upos};

use super::beside::{Attached, REACH, plausible_base};
use super::cue::{Form, Frames, Verb};
use super::marks::Marked;
use super::noun;
use super::page::Page;
use super::participle;

dossier_world::words!(NAME_LINKS = "quote/name_links.txt");

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
        let Some(verb) = page
            .verb_beside(i)
            .or_else(|| gloats(page, i, close, colon, full))
        else {
            continue;
        };
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
            // "went so far as to say": whose clause it is.
            Form::Base if i > limit && page.is(i - 1, &["to"]) => {
                let start = page.tokens.inside(sentence).start;
                let (from, to) = participle::above(page, i, start)?;
                return Some(Attached {
                    cue: page.span(i),
                    source: page.cover(from, to)?,
                });
            }
            Form::Past | Form::Third | Form::Base
                if plausible_base(page, i, verb.form) || page.group(i, limit).unreal =>
            {
                let g = page.group(i, limit);
                // Words that stand there were uttered, whatever the mood: "could only say: “…”".
                let denied = (g.start..i).any(|k| page.is(k, &["not", "n't", "n’t", "never"]));
                if g.passive || denied {
                    return None;
                }
                let Some((from, to)) =
                    subject(page, i, g.start, limit).or_else(|| inverted(page, i, limit, close))
                else {
                    continue;
                };
                if page.is(from, &["when", "asked", "as"]) && page.is(to - 1, &["when", "as", "asked", "if"])
                {
                    continue;
                }
                return Some(Attached {
                    cue: page.cover(g.start, page.cue_end(i))?,
                    source: page.cover(from, to)?,
                });
            }
            Form::Ing => {
                let source = participle::source(page, i, limit, page.tokens.inside(sentence).start)?;
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
        .find(|&i| page.is_in(i, &noun::REPORTING_NOUNS) || page.is_in(i, &noun::TEXT_NOUNS))?;
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
    // "More on this - Ana Ruiz: “…”": a dash parts the name from what stands in front.
    let from = (from..to)
        .rev()
        .find(|&i| {
            matches!(page.word(i), "-" | "–" | "—" | "--") && page.span(i).end < page.span(i + 1).start
        })
        .map_or(from, |dash| dash + 1);
    let first = page.span(from).start as usize;
    let dashed = from > 0 && matches!(page.word(from - 1), "-" | "–" | "—" | "--");
    let at_start = page
        .text
        .get(..first)
        .is_none_or(|t| t.trim_end_matches(' ').ends_with('\n') || t.trim().is_empty());
    let named = to > from
        && to - from <= 8
        && page.is_capital(from)
        && (from..to).all(|i| page.verb(i).is_none() && (page.is_capital(i) || page.is_in(i, &NAME_LINKS)));
    ((at_start || dashed) && named)
        .then(|| page.cover(from, to))
        .flatten()
}

/// Right in front of a colon and a speech any past verb tells how the words were said.
fn gloats(page: &Page, i: usize, close: usize, colon: bool, full: bool) -> Option<Verb> {
    let past = page.upos(i) == Upos::Verb && page.word(i).ends_with("ed");
    (past && colon && full && i + 1 == close).then_some(Verb {
        frames: Frames::DIRECT,
        form: Form::Past,
    })
}

/// The subject in front of the finite verb `verb`, whose group starts at `start`.
fn subject(page: &Page, verb: usize, start: usize, limit: usize) -> Option<(usize, usize)> {
    let by_words = page.phrase_before(start, limit);
    let by_tree = page
        .parsed
        .then(|| page.subject(verb))
        .flatten()
        .filter(|s| s.0 >= limit && s.1 <= start);
    match (by_words, by_tree) {
        // "he laughed and said": the words in front are another clause.
        (Some(w), Some(t)) if t.0 < w.0 && page.is(t.0, &["as", "while", "when", "but", "and"]) => Some(w),
        (Some(w), Some(t)) if w.0 > t.0 || page.is(w.1 - 1, &["and", "or", "but", ","]) => Some(t),
        (Some(w), Some(t)) => {
            let verbal = (w.0..w.1).any(|k| page.upos(k) == Upos::Verb && !page.word(k).ends_with("ing"));
            Some(if verbal && t.1 < w.1 { t } else { w })
        }
        (w, t) => w.or(t),
    }
}

/// "Said Ana Ruiz, “…”": the verb begins the sentence and its subject follows.
fn inverted(page: &Page, verb: usize, limit: usize, close: usize) -> Option<(usize, usize)> {
    let begins = verb == limit || (verb == limit + 1 && page.is(limit, &["and", "but"]));
    let (from, to) = page.phrase_after(verb + 1, close)?;
    (begins && (page.is_capital(from) || page.is(from, &["the", "a", "an", "one", "his", "her"])))
        .then_some((from, to))
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
