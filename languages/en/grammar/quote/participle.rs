//! Whose words a participle brings in: "Ana Ruiz criticised the plan, saying …".

use dossier_annotate::view::SUBJECTS;
use dossier_model::{Deprel, Span, Upos};

use super::speech::SpeechView;

dossier_world::words!(APART = "quote/apart_conjunctions.txt");
dossier_world::words!(FRONT_STARTS = "quote/participle_front_starts.txt");

/// The subject of the clause that a participle hangs on: "Ana Ruiz criticised the plan, saying: …".
pub(super) fn source(view: &SpeechView, participle: usize, limit: usize, start: usize) -> Option<Span> {
    let parted =
        participle > start && view.word(participle - 1) == "," || view.is_manner(participle.wrapping_sub(1));
    if !parted
        && participle > limit
        && let Some(s) = beside_noun(view, participle, limit)
    {
        return view.stretch(s.0, s.1);
    }
    if let Some(s) = beside_while(view, participle, start) {
        return view.stretch(s.0, s.1);
    }
    if let Some(s) = view.is_parsed().then(|| above(view, participle, start)).flatten() {
        return view.stretch(s.0, s.1);
    }
    // Without a tree only a pronoun or a name right in front of the sentence's first verb is safe.
    let mut to = limit;
    if view.is_in(to, &FRONT_STARTS) {
        return None;
    }
    while to < participle && (view.is_capital(to) || view.is_pronoun(to)) && !view.is_punct(to) {
        to += 1;
    }
    (to > limit && to < participle && !view.is_punct(to))
        .then(|| view.stretch(limit, to))
        .flatten()
}

/// "with a woman shouting “…”": the noun right in front of the participle is its subject.
fn beside_noun(view: &SpeechView, participle: usize, limit: usize) -> Option<(usize, usize)> {
    let noun = participle - 1;
    if !matches!(view.upos(noun), Upos::Noun | Upos::Propn) || view.deprel(noun) == Deprel::Obj {
        return None;
    }
    let mut from = noun;
    while from > limit
        && matches!(
            view.upos(from - 1),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num
        )
        && !view.is_punct(from - 1)
    {
        from -= 1;
    }
    Some((from, participle))
}

/// "while Ruiz agreed, saying": the subject right behind the conjunction that opened the clause.
fn beside_while(view: &SpeechView, participle: usize, start: usize) -> Option<(usize, usize)> {
    let opens = (start..participle)
        .rev()
        .take(12)
        .take_while(|&k| view.word(k) != "," || k + 1 == participle)
        .find(|&k| view.is_in(k, &APART))?;
    let from = opens + 1;
    if view.is_pronoun(from) {
        return Some((from, from + 1));
    }
    let to = view.person_from(from)?;
    (to < participle).then_some((from, to))
}

/// The highest clause above the participle that has a subject of its own in front: "Ruiz said that the plan
/// had failed, adding" is about what Ruiz added. A clause that is merely joined on ends the way up.
pub(super) fn above(view: &SpeechView, participle: usize, start: usize) -> Option<(usize, usize)> {
    let spoken = |s: (usize, usize)| view.marked_at(view.span(s.0).start).is_some();
    let mut at = participle;
    let mut best = None;
    for _ in 0..10 {
        let own = view.child(at, SUBJECTS).and_then(|_| view.subject(at));
        if let Some(s) = own.filter(|s| s.0 >= start && s.1 <= participle && !spoken(*s)) {
            best = Some(s);
            // "while Ruiz agreed, saying": the clause behind the conjunction has its own speaker.
            let apart = view.deprel(at) == Deprel::Advcl
                && view
                    .child(at, &[Deprel::Mark])
                    .is_some_and(|m| m < at && view.is_in(m, &APART));
            if view.deprel(at) == Deprel::Conj || apart {
                break;
            }
        }
        match view.head(at) {
            Some(h) if h != at => at = h,
            _ => break,
        }
    }
    best
}
