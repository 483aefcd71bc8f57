//! What can be asked of a noun that may name an event.

use dossier_annotate::Sentence;
use dossier_model::{Deprel, EventType, Upos};

use super::lexicon::{Sense, Word, lexicon};
use crate::grammar::clause::preposition_of;

/// The lemma of `n`, alone and with the words in front that make a compound of it.
pub(super) fn keys(g: &Sentence, n: usize) -> Vec<String> {
    use Deprel as D;
    let lemma = g.lemma(n).to_lowercase();
    let mut out = Vec::new();
    let modifiers: Vec<usize> = g
        .children_by(n, &[D::Compound, D::Amod])
        .filter(|&k| k < n)
        .collect();
    for &k in &modifiers {
        out.push(format!("{}_{lemma}", g.lemma(k).to_lowercase()));
    }
    if let [.., a, b] = modifiers[..] {
        out.push(format!(
            "{}_{}_{lemma}",
            g.lemma(a).to_lowercase(),
            g.lemma(b).to_lowercase()
        ));
    }
    for k in g
        .children_by(n, &[D::Nmod])
        .filter(|&k| preposition_of(g, k) == Some("of"))
    {
        let inner = g.lemma(k).to_lowercase();
        out.push(format!("{lemma}_of_{inner}"));
        // "Tons of medicine", "a series of attacks": what is counted is meant.
        if lexicon().is(Word::Counts, &lemma) {
            out.push(inner);
        }
    }
    out.push(lemma);
    out
}

/// Whether `n` names an event of ours.
pub(super) fn names_event(g: &Sentence, n: usize) -> bool {
    lexicon().noun(g.lemma(n)).is_some() || keys(g, n).iter().any(|k| lexicon().noun(k).is_some())
}

/// Whether its modifiers give an event noun another sense: "heart attack", "market crash".
pub(super) fn is_odd(g: &Sentence, n: usize, sense: &Sense) -> bool {
    let tricky = matches!(
        sense.kind,
        EventType::Attack
            | EventType::Clash
            | EventType::Protest
            | EventType::Strike
            | EventType::Disaster
            | EventType::Accident
            | EventType::Visit
            | EventType::Meeting
            | EventType::Talks
            | EventType::Election
            | EventType::Test
    );
    tricky
        && g.children_by(n, &[Deprel::Compound, Deprel::Amod, Deprel::Det])
            .any(|k| lexicon().is(Word::Odd, &g.word(k).to_lowercase()))
}

/// Whether a noun only names the act that its verb tells: "held talks", "went on strike".
pub(super) fn is_act(g: &Sentence, n: usize) -> bool {
    let sense = keys(g, n).iter().find_map(|k| lexicon().noun(k));
    sense.is_some_and(|s| {
        !matches!(
            s.kind,
            EventType::Signing
                | EventType::Agreement
                | EventType::Sanction
                | EventType::Deal
                | EventType::Test
        )
    })
}

/// The next verb behind `n`, or the end of the sentence: as far as its noun phrase can reach.
pub(super) fn reach(g: &Sentence, n: usize) -> usize {
    (n + 1..g.range.end)
        .take(60)
        .find(|&k| {
            matches!(g.upos(k), Upos::Verb | Upos::Aux) || g.upos(k) != Upos::Propn && names_event(g, k)
        })
        .unwrap_or(g.range.end)
}
