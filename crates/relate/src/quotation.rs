//! Attributed words as rows.

use dossier_model::{AnnotatedArticle, Polarity, Quotation, Quote, QuoteForm, QuoteId, QuoteKind, WordMark};

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
            // A wish, a plan, or an act without its words is nobody's words.
            if quote.value.content.is_empty() || quote.value.kind != QuoteKind::Statement {
                continue;
            }
            let some = |text: String| (!text.is_empty()).then_some(text);
            out.push(Quotation {
                id: QuoteId::new(format!("q{}", out.len() + 1)),
                words: words(&quote.value.content, " … "),
                form: quote.value.form,
                denies: denies(read, &quote.value),
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

/// Whether the reporting words deny what is reported: its first predicate is told as not so, and no word of it says
/// "not" itself.
fn denies(read: &AnnotatedArticle, quote: &Quote) -> bool {
    let (notes, Some(&content)) = (&read.notes, quote.content.first()) else {
        return false;
    };
    if quote.form == QuoteForm::Direct || quote.cue.is_empty() {
        return false;
    }
    let inside = notes.tokens.inside(content);
    let frames = &notes.wording.frames;
    let from = frames.partition_point(|f| (f.predicate as usize) < inside.start);
    let first = frames.get(from).filter(|f| (f.predicate as usize) < inside.end);
    let negates = |i: usize| {
        let sense = notes.wording.senses.of(i);
        sense.is_some_and(|s| s.marks.contains(&WordMark::Negation))
    };
    first.is_some_and(|f| f.polarity == Polarity::Denied) && !inside.into_iter().any(negates)
}
