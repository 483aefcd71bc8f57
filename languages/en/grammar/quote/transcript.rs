//! Transcripts: paragraphs that begin with the speaker's name and a colon, "LIND: We will not sell."

use dossier_annotate::view::Shape;
use dossier_model::{Article, BlockKind, Quote, QuoteEvidence, QuoteForm, QuoteKind, Span};

use super::speech::SpeechView;

/// So many paragraphs with a label make a transcript; a single one may be a heading.
const LEAST: usize = 3;

/// No label is longer.
const LONGEST: usize = 6;

/// A paragraph of a transcript.
struct Turn {
    name: Span,
    colon: Span,
    words: Span,
}

/// Adds the turns of a transcript, where the article is one or holds one.
pub(super) fn find(article: &Article, view: &SpeechView, out: &mut Vec<Quote>) {
    let turns: Vec<Turn> = article
        .evidence()
        .filter(|b| b.kind != BlockKind::Headline)
        .filter_map(|b| turn(view, b.span))
        .collect();
    if turns.len() < LEAST {
        return;
    }
    for t in turns {
        if out.iter().any(|q| q.content.iter().any(|c| c.overlaps(t.words))) {
            continue;
        }
        out.push(Quote {
            content: vec![t.words],
            cue: vec![t.colon],
            source: vec![t.name],
            speaker: None,
            form: QuoteForm::Direct,
            kind: QuoteKind::Statement,
            evidence: QuoteEvidence::default(),
        });
    }
}

/// The label and the words of a paragraph.
fn turn(view: &SpeechView, block: Span) -> Option<Turn> {
    let words = view.inside(block);
    let colon = words.clone().take(LONGEST + 1).find(|&i| view.word(i) == ":")?;
    let named = colon > words.start
        && (words.start..colon).all(|i| match view.shape(i) {
            Shape::Upper => true,
            Shape::Capital => {
                view.is_in_person(i) || view.word(i).chars().count() == 1 || view.word(i).ends_with('.')
            }
            Shape::Mark => matches!(view.word(i), "." | "-" | "'" | "’"),
            _ => false,
        })
        && (words.start..colon)
            .any(|i| view.is_in_person(i) || view.shape(i) == Shape::Upper && view.word(i).len() > 2);
    let spoken = view.stretch(colon + 1, words.end)?;
    let sentence = words.end > colon + 3 && view.is_capital(colon + 1);
    (named && sentence).then_some(Turn {
        name: view.stretch(words.start, colon)?,
        colon: view.span(colon),
        words: spoken,
    })
}
