//! Headlines that name their source beside a colon: "Mayor: port is safe", "Port is safe: Norwegian expert".

use dossier_model::{MentionKind, Quote, QuoteEvidence, QuoteForm, QuoteKind, Span, Upos};

use super::speech::SpeechView;
use crate::grammar::mention::Names;

dossier_world::words!(HEADLINE_SPEAKERS = "quote/headline_speakers.txt");

/// Finds the report in the headline `block`.
pub(super) fn find(view: &SpeechView, names: &Names, block: Span) -> Option<Quote> {
    let words = view.inside(block);
    if words.len() > 40 {
        return None;
    }
    let mut colons = words.clone().filter(|&i| view.word(i) == ":");
    let colon = colons.next()?;
    if colons.next().is_some() {
        return None;
    }
    let mut end = words.end;
    while end > colon && matches!(view.word(end - 1), "." | "…") {
        end -= 1;
    }
    let (front, back) = ((words.start, colon), (colon + 1, end));
    let (source, content) = if is_source(view, names, front) && is_claim(view, back) {
        (front, back)
    } else if is_source(view, names, back) && is_claim(view, front) {
        (back, front)
    } else {
        return None;
    };
    let content = view.stretch(content.0, content.1)?;
    let marked = view
        .marked_at(content.start)
        .is_some_and(|m| m.start == content.start && m.end + 1 >= content.end);
    let mixed = content.of(view.text()).contains(['“', '‘', '"']);
    Some(Quote {
        content: vec![content],
        cue: vec![view.span(colon)],
        source: vec![view.stretch(source.0, source.1)?],
        speaker: None,
        form: if marked {
            QuoteForm::Direct
        } else if mixed {
            QuoteForm::Mixed
        } else {
            QuoteForm::Indirect
        },
        kind: QuoteKind::Statement,
        evidence: QuoteEvidence::default(),
    })
}

fn is_claim(view: &SpeechView, (from, to): (usize, usize)) -> bool {
    let question = to > from && view.word(to - 1) == "?";
    let marked = (from..to).any(|i| view.marked_at(view.span(i).start).is_some());
    to >= from + 4
        && !question
        && (!view.is_parsed() || marked || (from..to).any(|i| matches!(view.upos(i), Upos::Verb | Upos::Aux)))
        && !view.is(from, &["what", "how", "why", "who", "when", "where"])
}

/// Whether the words are a person, or somebody who is called by an office or a trade.
fn is_source(view: &SpeechView, names: &Names, (from, to): (usize, usize)) -> bool {
    if to <= from || to - from > 7 || (from..to).any(|i| matches!(view.word(i), "," | "?" | "!" | ";")) {
        return false;
    }
    let Some(span) = view.stretch(from, to) else {
        return false;
    };
    let person = names
        .mentions
        .inside(span)
        .any(|m| m.value.kind == MentionKind::Person && m.value.form.is_name() && m.span.end == span.end);
    let called = view.is_in(to - 1, &HEADLINE_SPEAKERS);
    let verbal = view.is_parsed()
        && (from..to).any(|i| matches!(view.upos(i), Upos::Verb | Upos::Aux) && !view.is_capital(i));
    (person || called) && !verbal
}
