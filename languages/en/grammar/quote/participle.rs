//! Whose words a participle brings in: "Ana Ruiz criticised the plan, saying …".

use dossier_model::{Deprel, Span, Upos};

use super::page::Page;

dossier_world::words!(FRONT_STARTS = "quote/participle_front_starts.txt");

/// The subject of the clause that a participle hangs on: "Ana Ruiz criticised the plan, saying: …".
pub(super) fn source(page: &Page, participle: usize, limit: usize, start: usize) -> Option<Span> {
    let parted =
        participle > start && page.word(participle - 1) == "," || page.is_manner(participle.wrapping_sub(1));
    if !parted
        && participle > limit
        && let Some(s) = beside_noun(page, participle, limit)
    {
        return page.cover(s.0, s.1);
    }
    if let Some(s) = page.parsed.then(|| above(page, participle, start)).flatten() {
        return page.cover(s.0, s.1);
    }
    // Without a tree only a pronoun or a name right in front of the sentence's first verb is safe.
    let mut to = limit;
    if page.is_in(to, &FRONT_STARTS) {
        return None;
    }
    while to < participle && (page.is_capital(to) || page.is_pronoun(to)) && !page.is_punct(to) {
        to += 1;
    }
    (to > limit && to < participle && !page.is_punct(to))
        .then(|| page.cover(limit, to))
        .flatten()
}

/// "with a woman shouting “…”": the noun right in front of the participle is its subject.
fn beside_noun(page: &Page, participle: usize, limit: usize) -> Option<(usize, usize)> {
    let noun = participle - 1;
    if !matches!(page.upos(noun), Upos::Noun | Upos::Propn) || page.tokens.deprel(noun) == Deprel::Obj {
        return None;
    }
    let mut from = noun;
    while from > limit
        && matches!(
            page.upos(from - 1),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num
        )
        && !page.is_punct(from - 1)
    {
        from -= 1;
    }
    Some((from, participle))
}

/// The highest clause above the participle that has a subject of its own in front: "Ruiz said that the plan
/// had failed, adding" is about what Ruiz added. A clause that is merely joined on ends the way up.
pub(super) fn above(page: &Page, participle: usize, start: usize) -> Option<(usize, usize)> {
    let spoken = |s: (usize, usize)| page.marked_at(page.span(s.0).start).is_some();
    let mut at = participle;
    let mut best = None;
    for _ in 0..10 {
        let own = page
            .child(at, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter])
            .and_then(|_| page.subject(at));
        if let Some(s) = own.filter(|s| s.0 >= start && s.1 <= participle && !spoken(*s)) {
            best = Some(s);
            if page.tokens.deprel(at) == Deprel::Conj {
                break;
            }
        }
        match page.tokens.head(at) {
            Some(h) if h != at => at = h,
            _ => break,
        }
    }
    best
}
