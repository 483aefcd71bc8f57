//! The story in a few sentences of its articles: nothing made up, the most widely told first.

use dossier_model::{Cite, Cites, Digest, MentionKind, Support};

use crate::scope::Scope;
use crate::statement::{self, Sentence, Statements};

/// Most sentences of a digest.
const MOST: usize = 12;
/// Words that a printable sentence has.
const WORDS: std::ops::RangeInclusive<usize> = 7..=48;
/// Weighted Jaccard from which a sentence tells nothing new.
const KNOWN: f64 = 0.35;

/// Picks the sentences.
#[must_use]
pub fn pick(scope: &Scope<'_>, statements: &Statements) -> Vec<Digest> {
    let total: f64 = statements
        .sentences
        .iter()
        .filter_map(|g| g.first())
        .map(Sentence::weight)
        .sum();
    let mean = total / statements.sentences.len().max(1) as f64;
    let mut rows: Vec<(f64, usize, &Sentence, Support)> = Vec::new();
    for (n, (row, group)) in statements.rows.iter().zip(&statements.sentences).enumerate() {
        let Some(sentence) = group.iter().find(|s| is_printable(scope, s)) else {
            continue;
        };
        let early = group
            .iter()
            .map(|s| 1.0 / (1.0 + place_in_article(scope, s) as f64))
            .fold(0.0, f64::max);
        let central = centrality(statements, n);
        let told =
            row.support.origins as f64 * 3.0 + (row.support.articles as f64 - row.support.origins as f64);
        let says = (sentence.weight() / mean.max(1.0)).min(1.5);
        rows.push((told + early * 2.0 + central + says, n, sentence, row.support));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let most = if scope.docs.len() > 1 { MOST } else { MOST / 2 };
    let mut picked: Vec<(f64, usize, &Sentence, Support)> = Vec::new();
    for row in rows {
        if picked.len() == most {
            break;
        }
        let known = picked
            .iter()
            .any(|p| p.2.likeness(row.2) >= KNOWN || p.2.overlap(row.2) >= 0.65);
        if !known {
            picked.push(row);
        }
    }
    picked.sort_by(|a, b| {
        (b.3.origins, b.3.articles)
            .cmp(&(a.3.origins, a.3.articles))
            .then(b.0.total_cmp(&a.0))
            .then(a.1.cmp(&b.1))
    });
    picked
        .into_iter()
        .filter_map(|(_, n, sentence, support)| {
            let text = scope.text(sentence.doc, sentence.span);
            let mut cites: Vec<Cite> = statements.sentences[n]
                .iter()
                .map(|s| scope.cite(s.doc, s.span))
                .collect();
            cites.push(scope.cite(sentence.doc, sentence.span));
            Some(Digest {
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
                cites: Cites::new(cites)?,
                support,
            })
        })
        .collect()
}

/// Whether a sentence can stand alone in print.
fn is_printable(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let text = scope.text(sentence.doc, sentence.span).trim();
    let words = text.split_whitespace().count();
    let ends = text.ends_with(['.', '!', '?', '”', '"', '’']);
    let marks = |open: char, close: char| text.matches(open).count() == text.matches(close).count();
    WORDS.contains(&words)
        && ends
        && !text.ends_with('?')
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘'))
        && marks('“', '”')
        && marks('(', ')')
        && text.matches('"').count().is_multiple_of(2)
        && !statement::leans_on_context(scope, sentence)
        && !has_dangling_pronoun(scope, sentence)
}

/// Whether a sentence says "he" or "she" and names no person.
fn has_dangling_pronoun(scope: &Scope<'_>, sentence: &Sentence) -> bool {
    let mut mentions = scope.docs[sentence.doc].notes.mentions.inside(sentence.span);
    let text = scope.text(sentence.doc, sentence.span);
    let says = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| matches!(w, "he" | "she" | "him" | "his" | "her" | "hers"));
    says && !mentions.any(|m| m.value.kind == MentionKind::Person && m.value.form.is_name())
}

fn place_in_article(scope: &Scope<'_>, sentence: &Sentence) -> usize {
    scope.docs[sentence.doc]
        .notes
        .sentences
        .partition_point(|s| s.start < sentence.span.start)
}

/// Mean likeness of a statement to a sample of the others: what the coverage turns around.
fn centrality(statements: &Statements, n: usize) -> f64 {
    const SAMPLE: usize = 64;
    let Some(own) = statements.sentences[n].first() else {
        return 0.0;
    };
    let step = statements.sentences.len().div_ceil(SAMPLE).max(1);
    let others = statements
        .sentences
        .iter()
        .enumerate()
        .step_by(step)
        .filter(|(m, _)| *m != n);
    let likeness: Vec<f64> = others
        .filter_map(|(_, g)| Some(g.first()?.likeness(own)))
        .collect();
    likeness.iter().sum::<f64>() / likeness.len().max(1) as f64 * 5.0
}
