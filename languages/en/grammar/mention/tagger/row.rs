//! Which words may be parts of names: those in capitals, and what may stand between two of them.

use std::ops::Range;

use dossier_model::Upos;

use crate::grammar::lists::common;
use crate::grammar::mention::pattern;
use crate::grammar::mention::scan::Name;
use dossier_annotate::View;
use dossier_annotate::view::Shape;

/// No more words than this stand in small letters inside a name.
const GAP: usize = 3;

/// Rows of words that may hold names, each inside one sentence.
pub(super) fn rows<'a>(words: &'a View<'_>, rules: &'a [Name]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut next = 0;
    words.sentence_ranges().flat_map(move |((start, end), _)| {
        let mut out: Vec<Range<usize>> = Vec::new();
        for i in start..end {
            while rules.get(next).is_some_and(|n| n.end <= i) {
                next += 1;
            }
            let ruled = rules.get(next).is_some_and(|n| n.start <= i);
            if !ruled && !is_core(words, i) {
                continue;
            }
            let before = out.last().map(|r| r.end);
            match out.last_mut() {
                Some(row)
                    if before.is_some_and(|b| i - b <= GAP && (b..i).all(|k| is_link(words, k)))
                        && !pattern::is_outcry(words, row.start, i) =>
                {
                    row.end = i + 1;
                }
                _ => {
                    // "20th Century", "2018 World Cup".
                    let numbered = i > start && words.shape(i - 1) == Shape::Number && before != Some(i - 1);
                    out.push(i - usize::from(numbered)..i + 1);
                }
            }
        }
        for row in &mut out {
            // "Apollo 11".
            if row.end < end && words.shape(row.end) == Shape::Number {
                row.end += 1;
            }
        }
        for k in 1..out.len() {
            out[k].start = out[k].start.max(out[k - 1].end);
        }
        out.retain(|r| !r.is_empty());
        out
    })
}

fn is_core(words: &View, i: usize) -> bool {
    let proper = words.upos(i) == Upos::Propn;
    match words.shape(i) {
        Shape::Capital | Shape::Upper => {
            proper || !words.opens_sentence(i) || !common::is_function(words.fold(i))
        }
        Shape::Lower | Shape::Number => proper,
        Shape::Mark => false,
    }
}

fn is_link(words: &View, i: usize) -> bool {
    match words.shape(i) {
        Shape::Mark => matches!(
            words.word(i),
            "-" | "‑" | "–" | "&" | "'" | "’" | "," | "." | "/" | "!" | "(" | ")" | ":"
        ),
        Shape::Number => true,
        _ => {
            let w = words.fold(i);
            pattern::is_particle(w)
                || matches!(
                    w,
                    "of" | "for"
                        | "and"
                        | "the"
                        | "on"
                        | "in"
                        | "to"
                        | "at"
                        | "'s"
                        | "with"
                        | "from"
                        | "against"
                        | "a"
                        | "is"
                        | "or"
                        | "by"
                )
                || words.is_glued(i) && matches!(words.word(i - 1), "-" | "‑")
        }
    }
}
