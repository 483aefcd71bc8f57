//! What an event is called ("tram crash"), and the forms of the words that tell it.

use dossier_model::{Annotation, Deprel, EventMention, EventName, EventType, EventWording, Upos, VerbForm};
use dossier_world::{table, words};

use super::{Reading, phrase, told};

table!(
    /// Verbs, with their particle, and the noun for what they tell.
    NOUNS = "wording/event_nouns.tsv"
);

words!(
    /// Verbs that only carry a noun: "launched an operation".
    SUPPORTS = "event/supports.txt"
);

/// Nouns that hide what happened, beside those that tell it.
const GENERAL: [&str; 5] = ["accident", "incident", "disaster", "attack", "event"];

/// The wording of all events.
pub(super) fn find(reading: &Reading<'_>) -> Vec<EventWording> {
    reading.notes.events.iter().map(|e| wording(reading, e)).collect()
}

fn wording(reading: &Reading<'_>, event: &Annotation<EventMention>) -> EventWording {
    let mut predicate = reading.of(event.span).split_whitespace();
    let opens = predicate.next().map_or(VerbForm::Other, form);
    let object = event.value.object.map(|s| phrase::of_object(reading, s));
    let targets = match object {
        Some(_) => Vec::new(),
        None => (event.value.targets.iter())
            .map(|t| phrase::of_target(reading, t.span))
            .collect(),
    };
    EventWording {
        name: name(reading, event).map(|noun| EventName {
            is_general: GENERAL.contains(&noun.as_str()),
            noun,
        }),
        opens,
        closes: predicate.next_back().map_or(opens, form),
        object,
        targets,
        told: told::find(reading, event),
        link: link(reading, event),
    }
}

/// The preposition behind the event's noun that leads to what it is done to: "shooting at a concert".
fn link(reading: &Reading<'_>, event: &Annotation<EventMention>) -> Option<String> {
    let tokens = &reading.notes.tokens;
    let words = tokens.inside(event.span);
    let sentence = reading.notes.sentence_at(event.span.start)?;
    if words.clone().any(|i| tokens.upos(i) == Upos::Verb) {
        return None;
    }
    let about = (event.value.object.into_iter()).chain(event.value.targets.iter().map(|t| t.span));
    let mut heads = about.flat_map(|span| {
        tokens
            .inside(span)
            .filter(|&i| tokens.head(i).is_some_and(|h| words.contains(&h)))
    });
    let head = heads.find(|i| !words.contains(i))?;
    let mut cases = tokens
        .children(head, sentence)
        .filter(|&k| k < head && tokens.deprel(k) == Deprel::Case && tokens.upos(k) == Upos::Adp);
    let first = cases.next()?;
    let word = reading.low(first);
    let is_place = matches!(&*word, "at" | "in" | "near" | "outside" | "inside" | "aboard");
    (is_place && cases.next().is_none()).then(|| word.into_owned())
}

fn form(word: &str) -> VerbForm {
    if word.ends_with("ing") {
        VerbForm::Ing
    } else if word.to_lowercase().ends_with("ed") && word != "called" {
        VerbForm::Past
    } else {
        VerbForm::Other
    }
}

/// What the predicate at `span` calls the event.
fn name(reading: &Reading<'_>, event: &Annotation<EventMention>) -> Option<String> {
    let tokens = &reading.notes.tokens;
    let words = tokens.inside(event.span);
    if let Some(verb) = words.clone().find(|&i| tokens.upos(i) == Upos::Verb) {
        let lemma = tokens.lemma(verb);
        // "Launched an operation against the rebels": no launch of the rebels.
        if event.value.kind == EventType::Attack && SUPPORTS.has_any_case(lemma) {
            return None;
        }
        let particle = words.clone().nth(1).map(|i| reading.of(tokens.span(i)));
        let with_particle = particle.and_then(|p| NOUNS.value(&format!("{lemma}_{p}")));
        // A tram overturns, a court overturns a sentence.
        let of_kind = NOUNS.value(&format!("{lemma}:{}", event.value.kind.as_str()));
        let noun = of_kind.or(with_particle).or_else(|| NOUNS.value(lemma));
        return noun.map(str::to_owned);
    }
    let nouns: Vec<String> = words
        .clone()
        .filter(|&i| matches!(tokens.upos(i), Upos::Noun | Upos::Adj | Upos::Propn))
        .map(|i| tokens.lemma(i).to_lowercase())
        .collect();
    (!nouns.is_empty() && nouns.len() == words.len()).then(|| nouns.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_form_of_a_verb() {
        assert_eq!(form("condemned"), VerbForm::Past);
        assert_eq!(form("condemning"), VerbForm::Ing);
        assert_eq!(form("called"), VerbForm::Other);
        assert_eq!(form("won"), VerbForm::Other);
    }
}
