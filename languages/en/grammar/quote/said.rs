//! Whether words were said, or only thought, shown or stood for.

use dossier_model::{Quote, QuoteForm, QuoteKind, Upos};

use super::source;
use super::speech::SpeechView;

dossier_world::words!(THOUGHTS = "quote/thought_verbs.txt");
dossier_world::words!(STANCES = "quote/stance_verbs.txt");
dossier_world::words!(pub(super) DENIALS = "quote/denial_verbs.txt");
dossier_world::words!(EVIDENCE = "quote/evidence_verbs.txt");
dossier_world::words!(REFUSED = "quote/refused_nouns.txt");

/// A long object of a denial tells what was denied: "denied that …", "denied any part in the sale".
const LONG: usize = 4;

/// Tells what somebody said from what somebody thinks and from whose side somebody takes: only the first is a quotation.
pub(super) fn settle(view: &SpeechView, quote: &mut Quote) {
    if quote.form != QuoteForm::Indirect || quote.kind == QuoteKind::Attitude {
        return;
    }
    let Some(verb) = (quote.cue.last()).and_then(|c| {
        let mut words = view.inside(*c).rev();
        words.find(|&k| view.speech_verb(k).is_some())
    }) else {
        return;
    };
    let lemma = view.lemma(verb);
    if THOUGHTS.has_any_case(lemma) || EVIDENCE.has_any_case(lemma) && is_thing(view, quote) {
        quote.kind = QuoteKind::Attitude;
    } else if STANCES.has_any_case(lemma) {
        quote.kind = if is_bare(view, quote, DENIALS.has_any_case(lemma)) {
            QuoteKind::Attitude
        } else {
            QuoteKind::Statement
        };
    }
}

/// Whether the content is a noun phrase that tells no words: "praised the mayor".
fn is_bare(view: &SpeechView, quote: &Quote, denial: bool) -> bool {
    let [content] = quote.content[..] else {
        return false;
    };
    let words = view.inside(content);
    let told = words
        .clone()
        .any(|k| view.is_quotation_mark(k) || view.is(k, &["as", "that", "for"]));
    // "denied the ship access": what was asked for, not what was said.
    let refused = words.clone().any(|k| view.is_in(k, &REFUSED));
    let long = denial && words.len() >= LONG && !refused;
    let behind = (quote.cue.last()).is_some_and(|c| c.end <= content.start);
    let clause = view.is(words.start, &["to"]) || view.word(words.start).ends_with("ing");
    behind && !told && !long && !clause
}

/// Whether a thing stands as the source: "the result suggests".
fn is_thing(view: &SpeechView, quote: &Quote) -> bool {
    let Some(source) = quote.source.first() else {
        return false;
    };
    let words = view.inside(*source);
    let head = source::head(view, words.start, words.end);
    view.upos(head) == Upos::Noun && !view.is_capital(head) && !source::is_speaker(view, head)
}
