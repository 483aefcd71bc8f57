//! Rows that cannot both hold: a sentence of one excludes a sentence of the other.

use std::collections::BTreeMap;

use dossier_model::{Cites, Conflict, ConflictId, ConflictKind, Span, StatementId};

use super::contrast::{self, Contrast};
use super::group::Index;
use super::sentence::{Part, Sentence};
use crate::scope::Scope;

/// Days between two articles whose sentences tell no common time, up to which they are of one time.
const NEAR: i32 = 2;
/// Things in common that a reason names.
const MOST_NAMED: usize = 3;

/// The conflicts between the rows; `row` tells at which row a sentence is at home.
#[must_use]
pub fn find(
    scope: &Scope<'_>,
    sentences: &[Sentence],
    row: &dyn Fn(usize) -> Option<usize>,
) -> Vec<Conflict> {
    let asserted: Vec<(usize, &Sentence)> = (sentences.iter().enumerate())
        .filter(|(_, s)| is_asserted(scope, s))
        .collect();
    let mut index = Index::default();
    for &(i, s) in &asserted {
        index.add(s, i);
    }
    let mut found: BTreeMap<(usize, usize, ConflictKind), Found> = BTreeMap::new();
    for &(i, s) in &asserted {
        for k in index.candidates(s).into_iter().filter(|&k| k < i) {
            let other = &sentences[k];
            if other.doc == s.doc || !is_near(scope, other, s) {
                continue;
            }
            let (Some(x), Some(y)) = (row(k), row(i)) else {
                continue;
            };
            if x == y {
                continue;
            }
            let Some(contrast) = contrast::find(other, s).filter(|c| c.is_proven) else {
                continue;
            };
            let of_pair = found
                .entry((x.min(y), x.max(y), contrast.kind))
                .or_insert_with(|| Found {
                    sentences: Vec::new(),
                    why: why(scope, &contrast, other, s),
                });
            of_pair.sentences.extend([k, i]);
        }
    }
    let id = |row: usize| StatementId::new(format!("s{}", row + 1));
    (found.into_iter())
        .filter_map(|((x, y, kind), found)| {
            let cites = found
                .sentences
                .iter()
                .map(|&i| scope.cite(sentences[i].doc, sentences[i].span));
            Some((kind, vec![id(x), id(y)], Cites::new(cites.collect())?, found.why))
        })
        .enumerate()
        .map(|(n, (kind, of, cites, why))| Conflict {
            id: ConflictId::new(format!("c{}", n + 1)),
            kind,
            of,
            cites,
            why,
            confidence: None,
        })
        .collect()
}

/// What speaks for one conflict.
struct Found {
    sentences: Vec<usize>,
    why: String,
}

/// Whether a sentence of the text asserts something, and does not ask.
fn is_asserted(scope: &Scope<'_>, s: &Sentence) -> bool {
    let text = scope.text(s.doc, s.span);
    s.part == Part::Body && !s.claims.is_empty() && !text.contains('?')
}

/// Whether two sentences can be of one time by the days of their articles.
fn is_near(scope: &Scope<'_>, a: &Sentence, b: &Sentence) -> bool {
    let day = |s: &Sentence| scope.docs[s.doc].article.reference_day();
    let (Some(x), Some(y)) = (day(a), day(b)) else {
        return true;
    };
    let apart = (y - x).get_days().abs();
    let told = |s: &Sentence| s.claims.iter().any(|c| !c.times.is_empty());
    apart <= NEAR || told(a) && told(b)
}

/// What excludes what, of the same.
fn why(scope: &Scope<'_>, contrast: &Contrast, first: &Sentence, second: &Sentence) -> String {
    let a = scope.line(first.doc, contrast.first);
    let b = scope.line(second.doc, contrast.second);
    let mut shared: Vec<String> = Vec::new();
    for &span in &contrast.shared {
        let words = format!("“{}”", scope.line(first.doc, shorten(scope, first.doc, span)));
        if !shared.contains(&words) && shared.len() < MOST_NAMED {
            shared.push(words);
        }
    }
    let of = if shared.is_empty() {
        String::new()
    } else {
        format!(", of the same {}", super::why::enumerate(&shared))
    };
    match contrast.kind {
        ConflictKind::Swap => format!("Who does it and to whom is swapped in “{a}”{of}."),
        ConflictKind::Polarity if a == b => format!("One tells “{a}”, the other denies it{of}."),
        ConflictKind::Polarity | ConflictKind::Filler => {
            format!("One tells “{a}”, the other “{b}”{of}.")
        }
    }
}

/// The first words of a long span.
fn shorten(scope: &Scope<'_>, doc: usize, span: Span) -> Span {
    const LONGEST: usize = 60;
    let text = scope.text(doc, span);
    if text.len() <= LONGEST {
        return span;
    }
    let end = (text.char_indices().take_while(|(at, _)| *at <= LONGEST))
        .filter(|(_, c)| c.is_whitespace())
        .last()
        .map_or(text.len(), |(at, _)| at);
    Span::new(span.start as usize, span.start as usize + end)
}
