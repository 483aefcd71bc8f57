//! Reports without marks: clauses under a reporting verb, comment clauses, "according to", reporting nouns.

use dossier_model::{Quote, QuoteEvidence, QuoteForm, Span};

use super::edge::before_next;
use super::marks::Marked;
use super::report::Report;
use super::speech::SpeechView;
use super::{according, comment, complement, source};

/// Adds the reports of the sentence `sentence` to `out`; words in `taken` belong to direct speech already.
pub(super) fn find(
    view: &SpeechView,
    sentence: Span,
    marked: &[Marked],
    taken: &[Span],
    out: &mut Vec<Quote>,
) {
    let words = view.inside(sentence);
    let mut found: Vec<Report> = Vec::new();
    let mut inside_until = 0usize;
    let mut t = 0usize;
    let mut m = 0usize;
    for i in words.clone() {
        let at = view.span(i);
        while t < taken.len() && taken[t].end <= at.start {
            t += 1;
        }
        // Words inside a speech or its cue are not looked into.
        if taken.get(t).is_some_and(|s| s.overlaps(at)) {
            continue;
        }
        while m < marked.len() && marked[m].span.end <= at.start {
            m += 1;
        }
        if marked.get(m).is_some_and(|s| s.span.overlaps(at)) {
            continue;
        }
        let report = if view.is(i, &["according"]) && view.is(i + 1, &["to"]) {
            according::find(
                view,
                &words,
                i,
                found.last().and_then(|r| r.content.last()).map(|c| c.1),
            )
        } else if let Some(verb) = view.speech_verb(i) {
            let g = view.verb_group(i, words.start);
            comment::find(view, &words, g, verb.form, verb.frames).or_else(|| {
                if i < inside_until {
                    return None;
                }
                let before = found.last().and_then(|r| r.source);
                let mut report = complement::find(view, &words, g, (verb.form, verb.frames), before)?;
                // The next report of the sentence is not a part of this one.
                for c in &mut report.content {
                    if c.0 > i {
                        c.1 = before_next(view, c.0, c.1, verb.form);
                    }
                }
                Some(report)
            })
        } else if i >= inside_until {
            complement::under_noun(view, &words, i)
        } else {
            None
        };
        let Some(report) = report.and_then(|r| {
            Some(Report {
                source: Some(source::fit(view, r.source?)?),
                ..r
            })
        }) else {
            continue;
        };
        let from = report.content.iter().map(|c| c.0).min().unwrap_or(i);
        let to = report.content.iter().map(|c| c.1).max().unwrap_or(i);
        // The outermost attribution holds the inner ones.
        while found
            .last()
            .is_some_and(|r| r.content.iter().all(|c| c.0 >= from && c.0 < to))
        {
            found.pop();
        }
        inside_until = inside_until.max(to);
        found.push(report);
    }
    for r in found {
        if let Some(mut q) = quote(view, &r, marked) {
            // Direct speech in the same sentence ends the report in front of it.
            for c in &mut q.content {
                let k = taken.partition_point(|t| t.end <= c.start);
                if let Some(t) = taken.get(k).filter(|t| t.start > c.start && t.start < c.end) {
                    let front = view.text().get(c.start as usize..t.start as usize).unwrap_or("");
                    let kept = front.trim_end_matches([' ', ',', '—', '–', '-', ':']).len();
                    c.end = c.start + kept as u32;
                }
            }
            let crosses = q.content.iter().any(|c| overlaps_any(taken, *c));
            if !crosses {
                out.push(q);
            }
        }
    }
}

/// The end of the marked words in `content` behind which a new sentence begins that no stop parts from them:
/// "said it was “a slip” She added".
fn fresh_sentence(view: &SpeechView, marked: &[Marked], content: Span) -> Option<u32> {
    dossier_world::words!(FRESH = "quote/fresh_openers.txt");
    let from = marked.partition_point(|m| m.span.end <= content.start);
    let inside = marked.iter().skip(from).take_while(|m| m.span.end < content.end);
    let mut ends = inside.filter(|m| m.closed && m.span.start >= content.start);
    ends.find_map(|m| {
        let next = view.inside(m.span).end;
        let fresh = view.is_capital(next) && FRESH.has(view.fold(next)) && !view.is_in_person(next);
        fresh.then_some(m.span.end)
    })
}

fn overlaps_any(sorted: &[Span], s: Span) -> bool {
    let i = sorted.partition_point(|t| t.end <= s.start);
    sorted.get(i).is_some_and(|t| t.overlaps(s))
}

fn quote(view: &SpeechView, r: &Report, marked: &[Marked]) -> Option<Quote> {
    // Words that nobody is named for are no quotation.
    let (from, to) = r.source?;
    let source = vec![view.stretch(from, to)?];
    let content: Vec<Span> = r
        .content
        .iter()
        .filter_map(|&(a, b)| view.stretch(a, b))
        .collect();
    if content.is_empty() {
        return None;
    }
    let mut content = content;
    for c in &mut content {
        // Marked words are not torn, not even by a full stop inside: "called it “a slip. It will pass.”".
        let last = c.end.saturating_sub(1);
        let held = marked.partition_point(|m| m.span.end <= last);
        if let Some(m) = marked.get(held).filter(|m| m.closed && m.span.start <= last) {
            c.end = c.end.max(m.span.end);
        }
        c.end = fresh_sentence(view, marked, *c).unwrap_or(c.end);
    }
    let whole = content.iter().copied().reduce(Span::cover)?;
    let from = marked.partition_point(|m| m.span.end <= whole.start);
    let mixed = marked.get(from).is_some_and(|m| m.span.overlaps(whole));
    Some(Quote {
        content,
        cue: vec![view.stretch(r.cue.0, r.cue.1)?],
        source,
        speaker: None,
        form: if mixed {
            QuoteForm::Mixed
        } else {
            QuoteForm::Indirect
        },
        kind: r.kind,
        evidence: QuoteEvidence::default(),
    })
}
