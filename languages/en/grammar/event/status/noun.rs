//! The reality of an event that a noun names.

use dossier_annotate::Sentence;
use dossier_model::{Deprel, Status};

use super::debunk::debunked;
use super::matrix::{Class, Under, above_noun, apply, class};
use super::signs::{Signs, own_signs};
use super::{Real, parse_real, verb};
use crate::grammar::clause::preposition_of;
use crate::grammar::event::lexicon::{Word as W, lexicon};

use Real::{Is, Open};
use Status::{Denied, Past, Planned};

dossier_world::words!(VERBS_OF_PLANNING = "event/verbs_of_planning.txt");
dossier_world::values!(MODIFIERS: Real = "event/modifiers.tsv", parse_real);

/// Modifiers that settle when a named event is.
fn modifiers(g: &Sentence, n: usize) -> Option<Real> {
    use Deprel as D;
    for k in g.children_by(n, &[D::Amod, D::Det, D::Compound, D::Advmod, D::Acl]) {
        let w = g.word(k).to_lowercase();
        if let Some(real) = MODIFIERS.get(w.as_str()) {
            return Some(real);
        }
    }
    None
}

/// Reality of the event that the noun `n` names.
pub(in crate::grammar::event) fn noun(g: &Sentence, n: usize) -> Real {
    use Deprel as D;
    if let Some(real) = debunked(g, n) {
        return real;
    }
    let above = above_noun(g, n, 0);
    if let Some(real) = modifiers(g, n) {
        // "Cancelled the planned visit".
        return match above {
            Some(Is(Denied)) => Is(Denied),
            Some(Real::Unreal) => Real::Unreal,
            _ => real,
        };
    }
    if let Some(real) = above.filter(|r| *r != Open) {
        return real;
    }
    let Some(h) = g.head(n) else { return Open };
    match g.deprel(n) {
        // "The visit will be a success": the predicate is no verb, its auxiliaries tell all the same.
        D::Nsubj | D::NsubjOuter if !g.is_verb(h) => match own_signs(g, h) {
            Signs { future: true, .. } => Is(Planned),
            Signs { past_be: true, .. } => Is(Past),
            _ => Open,
        },
        D::Nsubj | D::NsubjPass | D::NsubjOuter => of_subject(g, n, h),
        D::Obj | D::Obl | D::Nmod | D::Ccomp => of_complement(g, n, h),
        _ => Open,
    }
}

fn of_subject(g: &Sentence, n: usize, h: usize) -> Real {
    let lemma = g.lemma(h);
    let passive = g.deprel(n) == Deprel::NsubjPass;
    if let Some(class) = class(g, h, Under::Noun).filter(|c| passive && *c == Class::Denies) {
        return apply(g, h, class, Open, 1);
    }
    match verb(g, h, 1) {
        // "the visit will open a chapter": the visit is as far off as what it will do.
        Is(Past) if !matches!(lemma, "plan" | "schedule" | "set" | "expect" | "slate") => Is(Past),
        Is(Planned) => Is(Planned),
        Is(Denied) if lexicon().is(W::Happens, lemma) => Is(Denied),
        _ if VERBS_OF_PLANNING.has(lemma) => Is(Planned),
        _ => Open,
    }
}

fn of_complement(g: &Sentence, n: usize, h: usize) -> Real {
    match preposition_of(g, n) {
        Some("without" | "despite_no") => return Is(Denied),
        Some("ahead" | "before") => return Is(Planned),
        Some("after" | "following") => return Is(Past),
        _ if stand_before(g, n, &["ahead", "of"]) || stand_before(g, n, &["ahead"]) => return Is(Planned),
        _ => {}
    }
    if g.is_verb(h) && g.deprel(n) == Deprel::Obj && lexicon().is(W::Undergone, g.lemma(h)) {
        return verb(g, h, 1);
    }
    Open
}

/// Whether `words` stand right in front of the noun phrase of `n`.
fn stand_before(g: &Sentence, n: usize, words: &[&str]) -> bool {
    let start = g.inside(g.noun_phrase(n)).start;
    start >= g.range.start + words.len()
        && words
            .iter()
            .enumerate()
            .all(|(k, w)| g.is(start - words.len() + k, &[w]))
}
