//! Embedded posts: "We will not sell. — Ana Ruiz (@anaruiz) 3 May 2024": the words in front are their author's.

use dossier_model::{Article, BlockKind, Quote, QuoteEvidence, QuoteForm, QuoteKind, Span};

use super::speech::SpeechView;

/// Adds the posts of the article, each with its author.
pub(super) fn find(article: &Article, view: &SpeechView, out: &mut Vec<Quote>) {
    let mut before: Option<Span> = None;
    for block in article.evidence() {
        let previous = before.replace(block.span);
        if block.kind == BlockKind::Headline {
            continue;
        }
        let Some((dash, name)) = signature(view, block.span) else {
            continue;
        };
        let first = view.inside(block.span).start;
        // The signature ends its own paragraph or stands alone under the post.
        let words = if dash > first {
            view.stretch(first, dash)
        } else {
            previous
        };
        let Some(words) = words.filter(|w| view.inside(*w).len() > 2) else {
            continue;
        };
        let taken = |q: &Quote| {
            q.content
                .iter()
                .chain(&q.source)
                .any(|s| s.overlaps(words) || s.overlaps(name))
        };
        out.retain(|q| !taken(q) || q.form == QuoteForm::Direct);
        if out.iter().any(taken) {
            continue;
        }
        out.push(Quote {
            content: vec![words],
            cue: vec![view.span(dash)],
            source: vec![name],
            speaker: None,
            form: QuoteForm::Direct,
            kind: QuoteKind::Statement,
            evidence: QuoteEvidence::default(),
        });
    }
}

/// The dash and the name of a paragraph that ends "— Ana Ruiz (@anaruiz) 3 May 2024".
fn signature(view: &SpeechView, block: Span) -> Option<(usize, Span)> {
    if !block.of(view.text()).contains("(@") {
        return None;
    }
    let words = view.inside(block);
    let dash = words
        .clone()
        .rev()
        .take(24)
        .find(|&i| matches!(view.word(i), "—" | "–" | "--"))?;
    let open = (dash + 1..words.end).take(8).find(|&i| view.word(i) == "(")?;
    let handle = view.word(open + 1).starts_with('@');
    let named = open > dash + 1 && view.is_capital(dash + 1);
    (handle && named)
        .then(|| Some((dash, view.stretch(dash + 1, open)?)))
        .flatten()
}
