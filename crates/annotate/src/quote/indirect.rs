//! Reports without marks: clauses under a reporting verb, comment clauses, "according to", reporting nouns.

use dossier_model::{Deprel, Quote, QuoteForm, Span, Upos};

use super::act;
use super::beside::plausible_base;
use super::clause::{self, is_adjunct, trim};
use super::cue::{self, Form, Frames};
use super::marks::Marked;
use super::page::{Group, Page};
use super::source;

/// A report as places of words.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// What is said.
    pub(super) content: Vec<(usize, usize)>,
    /// The reporting words.
    pub(super) cue: (usize, usize),
    /// The words that name who says it.
    pub(super) source: Option<(usize, usize)>,
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
            according(
                page,
                &words,
                i,
                found.last().and_then(|r| r.content.last()).map(|c| c.1),
            )
        } else if let Some(verb) = page.verb(i) {
            let g = page.group(i, words.start);
            comment(page, &words, g, verb.form, verb.frames).or_else(|| {
                if i < inside_until {
                    None
                } else {
                    complement(page, &words, g, verb.form, verb.frames)
                }
            })
        } else if i >= inside_until {
            noun_clause(page, &words, i)
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
        if let Some(q) = quote(page, &r, marked) {
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
    })
}

type Words = std::ops::Range<usize>;

/// So many marks in a row are passed over at a sentence's edge.
const MARKS: usize = 32;

/// The end of the sentence's words without its last stop.
fn close(page: &Page, words: &Words) -> usize {
    let mut end = words.end;
    while end > words.start
        && words.end - end < MARKS
        && matches!(
            page.word(end - 1),
            "." | "?" | "!" | "…" | ";" | "—" | ")" | "\"" | "”" | "./." | "/" | "/."
        )
    {
        // Marks that close a part of the content stay in it.
        if matches!(page.word(end - 1), ")" | "\"" | "”") {
            break;
        }
        end -= 1;
    }
    end
}

/// Without the conjunction or the mark that leads a clause in.
fn open(page: &Page, from: usize, to: usize) -> usize {
    let mut i = from;
    while i < to.min(from + MARKS)
        && (matches!(page.word(i), "," | "—" | "–" | "-" | "--" | ";" | ":")
            || (i == from && page.is(i, &["but", "and", "yet", "so"])))
    {
        i += 1;
    }
    i
}

fn is_subject_of(page: &Page, source: (usize, usize), words: &Words) -> bool {
    source.0 >= words.start && source.1 <= words.end && !page.is(source.0, &["you", "there", "what"])
}

/// The subject of a finite reporting verb, by the tree or by the words in front.
fn subject(page: &Page, words: &Words, g: Group) -> Option<(usize, usize)> {
    let by_tree = page
        .parsed
        .then(|| page.subject(g.verb))
        .flatten()
        .filter(|s| is_subject_of(page, *s, words) && !(s.1 == s.0 + 1 && act::is_time(page, s.0)));
    if by_tree.is_some() {
        return by_tree;
    }
    let by_words = page.phrase_before(g.start, words.start)?;
    (by_words.1 - by_words.0 <= 25 && is_subject_of(page, by_words, words)).then_some(by_words)
}

/// "…, Ana Ruiz said." / "…, said Ana Ruiz, …" / "…, Ana Ruiz said, …".
fn comment(page: &Page, words: &Words, g: Group, form: Form, frames: Frames) -> Option<Report> {
    if !frames.has(Frames::COMMENT) || !form.is_finite() || g.passive || g.unreal {
        return None;
    }
    let end = close(page, words);
    let i = g.verb;
    let before = g.start.checked_sub(1).filter(|b| *b >= words.start)?;
    // Inverted: a comma, the verb, its subject.
    let inverted = parts(page, before) && matches!(form, Form::Past | Form::Third) && i == g.start && {
        let next = i + 1;
        next < end
            && (page.is_capital(next)
                || page.is(
                    next,
                    &[
                        "the", "a", "an", "his", "her", "their", "one", "another", "some", "many",
                    ],
                ))
            && frames.has(Frames::DIRECT)
            && !frames.has(Frames::LISTENER)
    };
    let (source, comma, rest) = if inverted {
        let s = page.phrase_after(i + 1, end)?;
        // "Ana Ruiz, head of the office, said the talks failed": a clause, not a subject, follows.
        let verbal = (s.0..end)
            .any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux) && k <= s.1 && !page.is(s.0, &["who"]));
        if verbal || has_subject_in_front(page, words, before, i) {
            return None;
        }
        (s, before, s.1)
    } else {
        let s = subject(page, words, g)
            .filter(|s| s.1 <= g.start && (s.1..g.start).all(|k| page.is_punct(k)))
            .or_else(|| {
                page.phrase_before(g.start, words.start)
                    .filter(|s| s.1 - s.0 <= 12 && s.1 == g.start)
            })?;
        let comma = s.0.checked_sub(1).filter(|c| *c >= words.start)?;
        if !parts(page, comma) {
            return None;
        }
        (s, comma, page.cue_end(i))
    };
    if page.is(source.0, &["who", "which", "that"]) {
        return None;
    }
    // Behind the verb: the end, an adjunct up to the end, or a comma and the rest of the report.
    let mut content = Vec::new();
    let first = open(page, words.start, comma);
    if comma < first + 2 {
        return None;
    }
    let resumed = (rest..end.min(rest + 20)).find(|&k| page.word(k) == ",");
    let adjunct_end = resumed.unwrap_or(end);
    // "told reporters in Oslo": a listener is no matter of its own.
    let told = frames.has(Frames::LISTENER)
        && adjunct_end <= rest + 18
        && !(rest..adjunct_end)
            .any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux) || page.is(k, &["that"]));
    let stopped = page.word(rest) == ".";
    if !is_adjunct(page, rest, adjunct_end) && !told && !stopped {
        return None;
    }
    if !has_predicate(page, first, comma) {
        return None;
    }
    content.push((first, if page.is_mark(comma) { comma + 1 } else { comma }));
    if let Some(c) = resumed {
        let tail = c + 1;
        let own = page.is(
            tail,
            &[
                "adding",
                "saying",
                "noting",
                "citing",
                "who",
                "when",
                "as",
                "after",
                "referring",
                "according",
                "speaking",
                "while",
                "but",
                "and",
            ],
        ) || page.verb(tail).is_some_and(|v| v.form == Form::Ing);
        if tail < end && !own {
            content.push((tail, end));
        }
    }
    Some(Report {
        content,
        cue: (g.start, page.cue_end(i)),
        source: Some(source),
    })
}

/// Whether the word closes what stands before it: a comma, a dash, or a mark with a comma inside.
fn parts(page: &Page, i: usize) -> bool {
    matches!(page.word(i), "," | "—" | "–" | "--")
        || (i > 0
            && page.is_mark(i)
            && matches!(page.word(i - 1), "," | "?" | "!")
            && page.span(i - 1).end == page.span(i).start)
}

/// "Ana Ruiz, head of the office, said …": whether the comma closes an apposition of the verb's subject.
fn has_subject_in_front(page: &Page, words: &Words, comma: usize, verb: usize) -> bool {
    if page.parsed {
        return page
            .child(verb, &[Deprel::Nsubj, Deprel::NsubjPass])
            .is_some_and(|s| s < verb);
    }
    (words.start..comma).rev().take(20).any(|k| page.word(k) == ",")
        && !has_predicate(page, words.start, comma)
}

/// Whether the words hold a verb, so that they can be a report.
fn has_predicate(page: &Page, from: usize, to: usize) -> bool {
    if page.parsed {
        return (from..to).any(|k| matches!(page.upos(k), Upos::Verb | Upos::Aux));
    }
    to.saturating_sub(from) >= 4
}

/// "Ana Ruiz said (that) …", "told him that …", "vowed to …", "saying that …".
fn complement(page: &Page, words: &Words, g: Group, form: Form, frames: Frames) -> Option<Report> {
    if g.unreal {
        return None;
    }
    if g.passive || form == Form::Participle {
        return passive(page, words, g, frames);
    }
    if form == Form::Base
        && g.start == g.verb
        && !plausible_base(page, g.verb, form)
        && !by_tree_finite(page, g.verb)
    {
        return None;
    }
    let end = close(page, words);
    let content =
        clause::under(page, g.verb, end, frames).or_else(|| act::matter(page, g, form, frames, end))?;
    // A participle takes a bare clause only where it cannot take an object: "saying", not "highlighting".
    const BARE: &[&str] = &[
        "saying",
        "adding",
        "claiming",
        "arguing",
        "insisting",
        "suggesting",
        "believing",
        "thinking",
        "hoping",
        "warning",
        "telling",
        "assuring",
        "alleging",
        "predicting",
    ];
    let leads = g.start == words.start;
    if form == Form::Ing
        && g.start == g.verb
        && !page.is(content.0, &["that", "whether"])
        && (leads || !page.is(g.verb, BARE))
    {
        return None;
    }
    let source = if form == Form::Ing && g.start == g.verb {
        if page.parsed {
            page.subject(g.verb).filter(|s| is_subject_of(page, *s, words))?
        } else {
            return None;
        }
    } else {
        let s = subject(page, words, g)?;
        if s.0 > g.verb {
            return None;
        }
        s
    };
    if page.is(source.0, &["i", "we", "you", "what"]) && source.1 - source.0 == 1 {
        return None;
    }
    Some(Report {
        content: vec![content],
        cue: (g.start, page.cue_end(g.verb)),
        source: Some(source),
    })
}

fn by_tree_finite(page: &Page, verb: usize) -> bool {
    page.parsed
        && page.child(verb, &[Deprel::Nsubj]).is_some_and(|s| s < verb)
        && page
            .child(verb, &[Deprel::Mark])
            .is_none_or(|m| !page.is(m, &["to"]))
}

/// "It was reported that …": a report whose source nobody names, or that "by" names.
fn passive(page: &Page, words: &Words, g: Group, frames: Frames) -> Option<Report> {
    if !page.parsed || !g.passive {
        return None;
    }
    let end = close(page, words);
    if let Some(report) = act::held(page, words, g, end) {
        return Some(report);
    }
    let it = page
        .child(g.verb, &[Deprel::Expl, Deprel::Nsubj, Deprel::NsubjPass])
        .is_some_and(|s| page.is(s, &["it"]));
    if it && frames.has(Frames::CLAUSE.or(Frames::THAT)) {
        let content = clause::under(page, g.verb, end, frames)?;
        return Some(Report {
            content: vec![content],
            cue: (g.start, page.cue_end(g.verb)),
            source: None,
        });
    }
    None
}

/// "According to Ana Ruiz, …" / "…, according to Ana Ruiz."
fn according(page: &Page, words: &Words, at: usize, used: Option<usize>) -> Option<Report> {
    let end = close(page, words);
    let cue = (at, at + 2);
    let by_tree = page.parsed.then(|| {
        // "according" is a case marker of the source in most treebanks, or governs it.
        let head = page.tokens.head(at)?;
        let governed = page.child(at, &[Deprel::Obl, Deprel::Nmod, Deprel::Obj]);
        let head = governed.unwrap_or(head);
        let (_, high) = page.tree.extent(head);
        (head > at + 1).then_some((at + 2, trim(page, at + 2, high.min(end))))
    });
    let in_front =
        open(page, words.start, at) >= at || (at - words.start <= 2 && !has_predicate(page, words.start, at));
    if in_front {
        let by_words = page.phrase_after(at + 2, end).map(|s| s.1);
        let comma_from = match (by_tree.flatten(), by_words) {
            (Some(t), _) => t.1,
            (None, Some(w)) => w,
            _ => at + 3,
        };
        let comma = leading_comma(page, at + 2, comma_from, end)?;
        let source = (at + 2, comma);
        let from = comma + 1;
        return (end > from + 1).then_some(Report {
            content: vec![(from, trim(page, from, end))],
            cue,
            source: Some(source),
        });
    }
    let source = by_tree
        .flatten()
        .filter(|s| s.1 > s.0 && s.1 - s.0 <= 120 && !(s.0..s.1).any(|k| page.is(k, &["according"])))
        .or_else(|| page.phrase_after(at + 2, end))?;
    let source = (source.0, title_end(page, source.1, end));
    let mut stop = at;
    while stop > words.start && matches!(page.word(stop - 1), "," | "—" | "–" | "(") {
        stop -= 1;
    }
    let mut first = open(page, words.start, stop);
    if let Some(u) = used.filter(|u| *u > first && *u < stop) {
        // Two sources in one sentence share it out: the words behind the first one's are the second's.
        let cc = (u..stop)
            .take(200)
            .find(|&k| page.is(k, &["and", "but", "while"]))?;
        first = open(page, cc + 1, stop);
    }
    if stop < first + 2 {
        return None;
    }
    Some(Report {
        content: vec![(first, stop)],
        cue,
        source: Some(source),
    })
}

/// Over the country and the name behind a title: "Ambassador" | "to Peru Kari Lund".
fn title_end(page: &Page, to: usize, end: usize) -> usize {
    let mut at = to;
    if at > 0 && page.is_capital(at - 1) && page.is(at, &["to", "of", "for"]) && page.is_capital(at + 1) {
        at += 1;
    }
    while at < end && page.is_capital(at) && !page.is_punct(at) {
        at += 1;
    }
    at
}

/// The comma that parts a source in front from what it says; an apposition brings a comma of its own.
fn leading_comma(page: &Page, from: usize, known: usize, end: usize) -> Option<usize> {
    let reach = end.min(from + 45);
    let first = (from..reach).find(|&k| page.word(k) == ",")?;
    let describes = page.is(
        first + 1,
        &["a", "an", "the", "who", "whose", "one", "former", "which"],
    ) || known > first + 1;
    let second = (first + 1..reach).find(|&k| page.word(k) == ",");
    let clause = |to: usize| {
        (first + 1..to).any(|k| {
            matches!(page.upos(k), Upos::Verb | Upos::Aux)
                || page.is(
                    k,
                    &[
                        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
                        "may", "might", "should", "must",
                    ],
                )
        })
    };
    match second {
        Some(s) if describes && (page.is(first + 1, &["who", "whose", "which"]) || !clause(s)) => Some(s),
        _ => Some(first),
    }
}

/// "expressed confidence that …", "in the belief that …".
fn noun_clause(page: &Page, words: &Words, i: usize) -> Option<Report> {
    if !cue::NOUNS.iter().any(|n| {
        let w = page.word(i);
        n.eq_ignore_ascii_case(w)
            || (w.len() == n.len() + 1
                && w.ends_with('s')
                && w.get(..n.len()).is_some_and(|s| s.eq_ignore_ascii_case(n)))
    }) {
        return None;
    }
    if !page.is(i + 1, &["that"]) {
        return None;
    }
    let carrier = (words.start..i)
        .rev()
        .take(5)
        .find(|&k| page.is(k, cue::CARRIERS) && (!page.parsed || page.upos(k) == Upos::Verb))?;
    let g = page.group(carrier, words.start);
    if g.unreal || g.passive {
        return None;
    }
    let source = subject(page, words, g).filter(|s| s.1 <= g.start)?;
    let end = close(page, words);
    let to = trim(page, i + 1, end);
    (to > i + 3).then_some(Report {
        content: vec![(i + 1, to)],
        cue: (g.start, page.cue_end(i)),
        source: Some(source),
    })
}
