//! Attributed words as rows.

use dossier_model::{Quotation, QuoteId, QuoteKind};

use crate::entity::Entities;
use crate::scope::Scope;

/// The quotations of all articles, in order of article and place.
#[must_use]
pub fn list(scope: &Scope<'_>, entities: &Entities) -> Vec<Quotation> {
    let mut out = Vec::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        for quote in &read.notes.quotes {
            let words = |spans: &[dossier_model::Span], between: &str| {
                spans
                    .iter()
                    .map(|s| scope.line(doc, *s))
                    .collect::<Vec<_>>()
                    .join(between)
            };
            // A wish or a plan is nobody's words.
            if quote.value.content.is_empty() || quote.value.kind == QuoteKind::Attitude {
                continue;
            }
            let some = |text: String| (!text.is_empty()).then_some(text);
            out.push(Quotation {
                id: QuoteId::new(format!("q{}", out.len() + 1)),
                words: words(&quote.value.content, " … "),
                form: quote.value.form,
                cue: some(words(&quote.value.cue, " … ")),
                speaker: quote
                    .value
                    .speaker
                    .and_then(|l| entities.of(doc, l))
                    .map(|row| entities.rows[row].id.clone()),
                speaker_text: some(words(&quote.value.source, " … ")),
                cite: scope.cite(doc, quote.span),
                confidence: quote.confidence,
            });
        }
    }
    out
}
