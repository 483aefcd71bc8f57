//! Reports without marks: clauses under a reporting verb, comment clauses, "according to", reporting nouns.

use dossier_model::{Quote, QuoteForm, QuoteKind, Span};

use super::edge::before_next;
use super::marks::Marked;
use super::page::Page;
use super::{according, comment, complement, source};

/// A report as places of words.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// What is said.
    pub(super) content: Vec<(usize, usize)>,
    /// The reporting words.
    pub(super) cue: (usize, usize),
    /// The words that name who says it.
    pub(super) source: Option<(usize, usize)>,
    /// Whether it is claimed or only wanted.
    pub(super) kind: QuoteKind,
}

/// Adds the reports of the sentence `sentence` to `out`; words in `taken` belong to direct speech already.
pub(super) fn find(page: &Page, sentence: Span, marked: &[Marked], taken: &[Span], out: &mut Vec<Quote>) {
    let words = page.tokens.inside(sentence);
    let mut found: Vec<Report> = Vec::new();
    let mut inside_until = 0usize;
    let mut t = 0usize;
    let mut m = 0usize;
    for i in words.clone() {
        let at = page.span(i);
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
        let report = if page.is(i, &["according"]) && page.is(i + 1, &["to"]) {
            according::find(
                page,
                &words,
                i,
                found.last().and_then(|r| r.content.last()).map(|c| c.1),
            )
        } else if let Some(verb) = page.verb(i) {
            let g = page.group(i, words.start);
            comment::find(page, &words, g, verb.form, verb.frames).or_else(|| {
                if i < inside_until {
                    return None;
                }
                let before = found.last().and_then(|r| r.source);
                let mut report = complement::find(page, &words, g, (verb.form, verb.frames), before)?;
                // The next report of the sentence is not a part of this one.
                for c in &mut report.content {
                    if c.0 > i {
                        c.1 = before_next(page, c.0, c.1, verb.form);
                    }
                }
                Some(report)
            })
        } else if i >= inside_until {
            complement::under_noun(page, &words, i)
        } else {
            None
        };
        let Some(report) = report.and_then(|r| {
            Some(Report {
                source: Some(source::fit(page, r.source?)?),
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
        if let Some(mut q) = quote(page, &r, marked) {
            // Direct speech in the same sentence ends the report in front of it.
            for c in &mut q.content {
                let k = taken.partition_point(|t| t.end <= c.start);
                if let Some(t) = taken.get(k).filter(|t| t.start > c.start && t.start < c.end) {
                    let front = page.text.get(c.start as usize..t.start as usize).unwrap_or("");
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

fn overlaps_any(sorted: &[Span], s: Span) -> bool {
    let i = sorted.partition_point(|t| t.end <= s.start);
    sorted.get(i).is_some_and(|t| t.overlaps(s))
}

fn quote(page: &Page, r: &Report, marked: &[Marked]) -> Option<Quote> {
    // Words that nobody is named for are no quotation.
    let (from, to) = r.source?;
    let source = vec![page.cover(from, to)?];
    let content: Vec<Span> = r.content.iter().filter_map(|&(a, b)| page.cover(a, b)).collect();
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
    }
    let whole = content.iter().copied().reduce(Span::cover)?;
    let from = marked.partition_point(|m| m.span.end <= whole.start);
    let mixed = marked.get(from).is_some_and(|m| m.span.overlaps(whole));
    Some(Quote {
        content,
        cue: vec![page.cover(r.cue.0, r.cue.1)?],
        source,
        speaker: None,
        form: if mixed {
            QuoteForm::Mixed
        } else {
            QuoteForm::Indirect
        },
        kind: r.kind,
    })
}
