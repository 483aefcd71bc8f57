//! Direct speech: words between marks, joined to the cue that stands before, between or behind them.

use dossier_model::{Quote, QuoteEvidence, QuoteForm, QuoteKind, Span};

use super::attached::Attached;
use super::cue::Frames;
use super::cue_after;
use super::cue_before::{self, lead_in};
use super::marks::{Marked, starts_open};
use super::source;
use super::speech::SpeechView;
use crate::grammar::common;

dossier_world::words!(LINKING_OPENINGS = "quote/linking_openings.txt");

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

/// Whether nothing but a conjunction or an introduction closed by a comma or colon precedes in the sentence.
fn stands_apart(view: &SpeechView, q: Marked, before: &std::ops::Range<usize>) -> bool {
    let Some(last) = before.clone().next_back() else {
        return true;
    };
    let word = view.word(last);
    let starts = q
        .inner
        .of(view.text())
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    if matches!(word, "." | "?" | "!") || view.ends_sentence(last) {
        return true;
    }
    if matches!(word, ":" | "—" | "–" | "--" | "…")
        || (word == "," && (starts || q.inner.of(view.text()).split_whitespace().count() > 4))
    {
        return true;
    }
    let from = view
        .sentence_at(view.span(last).start)
        .map_or(before.start, |s| view.inside(s).start)
        .max(before.start);
    last + 1 - from <= 2 && view.is_in(from, &LINKING_OPENINGS)
}

/// Adds the direct quotations of the paragraph `block` to `out`.
pub(super) fn find(
    view: &SpeechView,
    block: Span,
    marked: &[Marked],
    carry: &mut Carry,
    out: &mut Vec<Quote>,
) {
    let mut last: Option<usize> = None;
    // The last stretch between marks that belongs to a quotation.
    let mut joined: Option<usize> = None;
    let mut ended_open = None;
    for (k, &q) in marked.iter().enumerate() {
        let before_from = k
            .checked_sub(1)
            .and_then(|p| marked.get(p))
            .map_or(block.start, |p| p.span.end);
        let after_to = marked.get(k + 1).map_or(block.end, |n| n.span.start);
        let before = view.inside(Span {
            start: before_from,
            end: q.span.start.max(before_from),
        });
        let after = view.inside(Span {
            start: q.span.end,
            end: after_to.max(q.span.end),
        });
        // "told “Harbour Tonight.”", "Trailer: ‘Iron Bridge: The Return’": a name, no words of anybody's.
        if is_name(view, q, &before) {
            joined = joined.map(|j| if j + 1 == k { k } else { j });
            continue;
        }
        let full = is_speech(view, q, block, &marked[..k]);

        // A paragraph that opens a mark goes on with the paragraph before that did not close its own.
        if k == 0
            && starts_open(view.text(), block)
            && q.span.start <= block.start + 2
            && let Some(i) = carry.open
            && cue_after::find(view, q, after.clone()).is_none()
            && let Some(quote) = out.get_mut(i)
        {
            quote.content.push(q.span);
            last = Some(i);
            joined = Some(k);
            ended_open = (!q.closed).then_some(i);
            continue;
        }

        // Words of the same sentence in front make the marked ones a part of a clause, which is no direct speech.
        let apart = stands_apart(view, q, &before);
        let behind = if apart {
            cue_after::find(view, q, after.clone())
        } else {
            None
        };
        let ahead = cue_before::find(view, q, before.clone(), after.clone(), full).map(|a| {
            // "…," she said, adding, "…": one sentence, one speaker.
            let same = last
                .filter(|_| joined == k.checked_sub(1) && sentence_ends(view, &before) == 0)
                .and_then(|i| out.get(i)?.source.first().copied())
                .filter(|_| a.cue.of(view.text()).ends_with("ing"));
            Attached {
                source: same.unwrap_or(a.source),
                ..a
            }
        });
        // Words that only announce and words that say who spoke: "… the plan: “…,” she said".
        let (ahead, behind) = match (ahead, behind) {
            (Some(_), Some(b)) if follows_comma(view, q, &after) => (None, Some(b)),
            both => both,
        };
        // Between two parts of one quotation: "…," she said, "…".
        if let Some(i) = last.filter(|_| k > 0 && joined == Some(k - 1) && sentence_ends(view, &before) <= 1)
        {
            let resumes = out.get(i).is_some_and(|quote| {
                let from_cue = quote
                    .cue
                    .iter()
                    .chain(&quote.source)
                    .map(|s| s.end)
                    .max()
                    .unwrap_or(0);
                from_cue > before_from && from_cue <= q.span.start && {
                    let rest = view
                        .text()
                        .get(from_cue as usize..q.span.start as usize)
                        .unwrap_or("");
                    is_resumption(
                        view,
                        rest,
                        Span {
                            start: from_cue,
                            end: q.span.start,
                        },
                    )
                }
            });
            let follows = view
                .text()
                .get(before_from as usize..q.span.start as usize)
                .is_some_and(|g| g.trim().is_empty());
            let starts = full && before.clone().next_back().is_none_or(|t| view.ends_sentence(t));
            // "…," she said, adding, "…" has a cue of its own.
            let own = ahead.as_ref().is_some_and(|a| {
                out.get(i)
                    .is_some_and(|quote| !quote.cue.iter().any(|c| c.overlaps(a.cue)))
            });
            let joins = (resumes && !own && !is_new_sentence(view, &before))
                || (behind.is_none() && ahead.is_none() && starts && ends_itself(view, q, block))
                || (follows && behind.is_none());
            if joins && let Some(quote) = out.get_mut(i) {
                quote.content.push(q.span);
                joined = Some(k);
                ended_open = (!q.closed).then_some(i);
                continue;
            }
        }
        let lead_in = if k == 0 && before.is_empty() {
            carry.lead_in.take()
        } else {
            None
        };
        if let Some(a) = ahead.or(behind).or(lead_in).and_then(|a| {
            Some(Attached {
                source: source::fit_span(view, a.source)?,
                ..a
            })
        }) {
            out.push(Quote {
                content: vec![q.span],
                cue: vec![a.cue],
                source: vec![a.source],
                speaker: None,
                form: QuoteForm::Direct,
                kind: QuoteKind::Statement,
                evidence: QuoteEvidence::default(),
            });
            last = Some(out.len() - 1);
            joined = Some(k);
            ended_open = (!q.closed).then_some(out.len() - 1);
            continue;
        }
        // A paragraph that is nothing but a quotation goes on with the speaker who ended the one before.
        let alone = k == 0 && full && before.is_empty() && (after.is_empty() || marked.len() > 1);
        if alone
            && marked.len() == 1
            && view
                .text()
                .get(q.span.end as usize..block.end as usize)
                .is_some_and(|r| r.trim().is_empty())
            && let Some(i) = carry.last
            && let Some(quote) = out.get_mut(i)
        {
            quote.content.push(q.span);
            last = Some(i);
            joined = Some(k);
            ended_open = (!q.closed).then_some(i);
        }
    }
    carry.open = ended_open;
    carry.lead_in = if marked.is_empty() {
        lead_in(view, block)
    } else {
        None
    };
    // Only a quotation that reaches into the last sentence ends its paragraph.
    let end_sentence = view
        .sentence_at(block.end.saturating_sub(1))
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

/// Whether the marked words are the name of a programme, a film or a book: capitals alone, no stop of their own, and a
/// word in front that leads a name in.
fn is_name(view: &SpeechView, q: Marked, before: &std::ops::Range<usize>) -> bool {
    dossier_world::words!(LEADS = "quote/name_leads.txt");
    let words = q.inner.of(view.text());
    let parts = words.trim_end_matches(['.', ',']).split_whitespace();
    let small = |w: &str| common::is_function(w);
    let capital = |w: &str| {
        w.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let named = q.closed
        && parts.clone().count() <= 6
        && parts.clone().filter(|w| capital(w)).count() >= 2
        && parts.clone().all(|w| capital(w) || small(w))
        && !words.contains(['!', '?']);
    let last = before.clone().next_back();
    named && last.is_some_and(|k| LEADS.has(view.fold(k)) || view.is(k, &["'s", "’s"]))
}

/// Whether a comma closes the marked words and no conjunction begins the words behind.
fn follows_comma(view: &SpeechView, q: Marked, after: &std::ops::Range<usize>) -> bool {
    q.inner.of(view.text()).trim_end().ends_with(',')
        && !view.is(after.start, &["and", "but", "while", "as", "then"])
}

/// Whether the words between a cue and the next mark only carry the sentence on.
fn is_resumption(view: &SpeechView, rest: &str, span: Span) -> bool {
    let trimmed = rest.trim();
    if !(trimmed.ends_with(',')
        || trimmed.ends_with('—')
        || trimmed.ends_with(':')
        || trimmed.ends_with("--")
        || trimmed.is_empty())
    {
        return false;
    }
    let words = view.inside(span);
    words.len() <= 20
        && !words.clone().any(|i| {
            view.speech_verb(i)
                .is_some_and(|v| v.form.is_finite() && v.frames.has(Frames::DIRECT))
        })
}

/// Whether the marked words end a sentence of their own, so that no cue need follow.
fn ends_itself(view: &SpeechView, q: Marked, block: Span) -> bool {
    let words = q
        .inner
        .of(view.text())
        .trim_end()
        .trim_end_matches(['"', '”', '’', '\'']);
    !q.closed
        || words.ends_with(['.', '?', '!', '…', '—'])
        || view
            .text()
            .get(q.span.end as usize..block.end as usize)
            .is_some_and(|r| r.trim_matches(['.', ' ', '\n']).is_empty())
}

fn sentence_ends(view: &SpeechView, gap: &std::ops::Range<usize>) -> usize {
    gap.clone().filter(|&i| view.ends_sentence(i)).count()
}

fn is_new_sentence(view: &SpeechView, gap: &std::ops::Range<usize>) -> bool {
    gap.clone().any(|i| view.word(i) == "." && view.ends_sentence(i))
}

/// Whether the marked words are sentences of their own in the paragraph `block`: nothing of the sentence stands
/// in front, and they end with its stop.
pub(super) fn is_whole(view: &SpeechView, q: Marked, block: Span) -> bool {
    let before = view.inside(Span {
        start: block.start,
        end: q.span.start,
    });
    let starts = before
        .clone()
        .next_back()
        .is_none_or(|last| view.ends_sentence(last) || matches!(view.word(last), "." | "?" | "!"));
    starts && is_speech(view, q, block, &[q]) && ends_itself(view, q, block)
}

/// Whether the marked words look like speech of their own rather than a term, a title or a slogan.
fn is_speech(view: &SpeechView, q: Marked, block: Span, earlier: &[Marked]) -> bool {
    let words = q.inner.of(view.text()).trim();
    let first = words
        .chars()
        .find(|c| !matches!(c, '“' | '‘' | '\'' | '"' | '[' | '(' | '…' | '.' | ' '));
    let starts = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        || words.starts_with('…')
        || words.starts_with("...")
        || words.starts_with('[');
    let ends = !q.closed || words.ends_with(['.', '?', '!', '…', ',', '—', '”', '’', '\'', '"']);
    let at_start = view
        .text()
        .get(block.start as usize..q.span.start as usize)
        .is_some_and(|b| b.trim().is_empty());
    let counted = words.split_whitespace().nth(2).is_some();
    starts && ends && (counted || at_start || !earlier.is_empty())
}
