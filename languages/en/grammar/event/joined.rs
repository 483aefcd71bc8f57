//! Whether noun phrases side by side are one enumeration, or one of them is the subject of a verb of its own.

use dossier_annotate::Sentence;
use dossier_model::{Deprel, Upos};

use super::slots::looks_past;
use crate::grammar::clause::preposition_of;

/// Whether the noun phrase of `k` stands between a comma and a verb.
pub(super) fn opens_clause(g: &Sentence, k: usize) -> bool {
    let phrase = g.inside(g.noun_phrase(k));
    let is_behind_comma = phrase.start > g.range.start && g.is(phrase.start - 1, &[","]);
    // "Gov. Ida Krog (R) blamed".
    let mut next = phrase.end;
    if g.range.contains(&next) && g.is(next, &["("]) {
        next = (next..g.range.end)
            .find(|&k| g.is(k, &[")"]))
            .map_or(next, |k| k + 1);
    }
    let is_before_verb = g.range.contains(&next) && matches!(g.upos(next), Upos::Verb | Upos::Aux);
    is_behind_comma && is_before_verb
}

/// Whether the phrase of `c` belongs to the enumeration that `head` opens, whatever the tree says: no quotation mark parts
/// them, and `c` is not the subject of a verb of its own: "backed Ruiz and | Lind withdrew".
pub(super) fn is_joined(g: &Sentence, head: usize, c: usize) -> bool {
    let is_mark = |k: usize| g.is(k, &["\"", "“", "”", "``", "''"]);
    if (head + 1..c).any(is_mark) {
        return false;
    }
    if is_afterthought(g, head, c) {
        return false;
    }
    // "Two days after Peru and Chile signed": the tree may hang the subject on the preposition.
    let is_subject = g.deprel(head) == Deprel::Nsubj
        || matches!(
            preposition_of(g, head),
            Some("after" | "before" | "since" | "until" | "as")
        );
    is_subject || !acts_by_itself(g, g.inside(g.noun_phrase(c)).end)
}

/// Whether the word behind a noun phrase is a finite verb that the tree gives no subject.
pub(super) fn acts_by_itself(g: &Sentence, next: usize) -> bool {
    use Deprel as D;
    g.range.contains(&next)
        && g.is_verb(next)
        && looks_past(g, next)
        && matches!(g.deprel(next), D::Conj | D::Parataxis | D::Ccomp)
        && g.children_by(next, &[D::Nsubj, D::NsubjPass, D::Cc])
            .next()
            .is_none()
}

/// "As the chief, and Ana Ruiz, …": a comma before "and" with two names alone, where no aside ends there.
fn is_afterthought(g: &Sentence, head: usize, c: usize) -> bool {
    use Deprel as D;
    let start = g.inside(g.noun_phrase(c)).start;
    let has_comma = start >= g.range.start + 2 && g.is(start - 1, &["and", "or"]) && g.is(start - 2, &[","]);
    let has_aside = g
        .children_by(head, &[D::Appos, D::AclRelcl, D::Acl])
        .any(|k| k < c);
    has_comma && !has_aside && g.deprel(head) != D::Nsubj && g.conjuncts(head).len() == 2
}
