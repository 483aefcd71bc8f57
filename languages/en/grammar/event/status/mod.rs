//! How real an event is: tense, modality, negation and what governs it.

mod debunk;
mod matrix;
mod noun;
mod signs;

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, Status, Upos};

use super::slots::{is_passive, looks_past};
use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;

use matrix::{Class, Under, above, apply, class};
use signs::{Signs, own_signs};

pub(super) use noun::noun;

/// Predicates above an event that are read.
const DEEPEST: usize = 6;

fn parse_real(name: &str) -> Option<Real> {
    if name == "unreal" {
        return Some(Unreal);
    }
    Status::from_name(name).map(Is)
}

/// What the words say of an event's reality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Real {
    /// They settle it.
    Is(Status),
    /// A present tense or a bare noun: other signs must decide.
    Open,
    /// It is only meant, alleged or a purpose: no event to tell.
    Unreal,
}

use Real::{Is, Open, Unreal};
use Status::{Denied, Hypothetical, Past, Planned, UnderWay};

/// Reality of the verb `v`.
pub(super) fn of_verb(g: &Sentence, v: usize) -> Real {
    debunk::debunked(g, v).unwrap_or_else(|| verb(g, v, 0))
}

/// Whether the predicate `h` keeps what is under it from happening: "foiled".
pub(super) fn denies(g: &Sentence, h: usize) -> bool {
    class(g, h, Under::Noun) == Some(Class::Denies)
}

/// Reality of what a verb, noun or adjective says of itself.
fn real_of(g: &Sentence, h: usize, depth: usize) -> Real {
    if depth > DEEPEST {
        Open
    } else if g.is_verb(h) {
        verb(g, h, depth)
    } else if g.is_noun(h) && g.children_by(h, &[Deprel::Cop]).next().is_none() {
        noun(g, h)
    } else {
        match matrix::by_signs(&own_signs(g, h)) {
            Unreal => Unreal,
            real => above(g, h, depth, real),
        }
    }
}

fn verb(g: &Sentence, v: usize, depth: usize) -> Real {
    if depth > DEEPEST {
        return Open;
    }
    let own = own_signs(g, v);
    if let Some(real) = by_own_signs(g, v, &own, depth) {
        return real;
    }
    if own.infinitive {
        return infinitive(g, v, depth);
    }
    let word = g.word(v);
    if word.len() > 4 && word.to_ascii_lowercase().ends_with("ing") {
        return gerund(g, v, &own, depth);
    }
    if let Some(real) = joined(g, v, &own, depth) {
        return real;
    }
    finite(g, v, &own, depth)
}

/// What auxiliaries, negation and marks settle.
fn by_own_signs(g: &Sentence, v: usize, own: &Signs, depth: usize) -> Option<Real> {
    let is_gerund = !own.any_aux && g.word(v).ends_with("ing");
    if own.unreal {
        return Some(Unreal);
    }
    if own.negated && (own.conditional || own.infinitive || is_gerund || own.modal) {
        // "If they do not agree", "not by visiting", "must not attack".
        return Some(Unreal);
    }
    if own.negated && own.plain_do && !own.subject && g.deprel(v) != Deprel::Conj {
        // "Please don't protest."
        return Some(Unreal);
    }
    // "Had best not make threats".
    let is_bare = !own.any_aux && g.word(v) == g.lemma(v) && !looks_past(g, v);
    if own.negated && is_bare && g.is_verb(v) && g.deprel(v) != Deprel::Conj {
        return Some(Unreal);
    }
    if own.negated {
        return Some(above(g, v, depth, Is(Denied)));
    }
    if own.instead {
        return Some(Is(Denied));
    }
    if own.conditional || own.possible {
        return Some(Is(Hypothetical));
    }
    if own.future {
        return Some(above(g, v, depth, Is(Planned)));
    }
    if own.would {
        // "said it would": a plan told in the past; else only thought of.
        let told = !own.have && climb_to_report(g, v);
        return Some(above(g, v, depth, Is(if told { Planned } else { Hypothetical })));
    }
    None
}

/// A verb without its own auxiliary goes on with the verb that it is joined to.
fn joined(g: &Sentence, v: usize, own: &Signs, depth: usize) -> Option<Real> {
    use Deprel as D;
    if g.deprel(v) != D::Conj || own.any_aux {
        return None;
    }
    let head = g.head(v);
    if let Some(h) = head.filter(|&h| g.is_verb(h))
        && (!looks_past(g, v) || g.children_by(h, &[D::AuxPass]).next().is_some())
        && !own.subject
        && (g.word(v).eq_ignore_ascii_case(g.lemma(v)) || looks_past(g, v))
    {
        return Some(verb(g, h, depth + 1));
    }
    // "will hold talks with A and meet B": a bare verb that the tree hangs on a name goes on with the verb above.
    if g.word(v) != g.lemma(v) || looks_past(g, v) {
        return None;
    }
    let mut above = head;
    for _ in 0..4 {
        match above {
            Some(h) if g.is_verb(h) => return Some(verb(g, h, depth + 1)),
            Some(h) => above = g.head(h),
            None => break,
        }
    }
    None
}

fn finite(g: &Sentence, v: usize, own: &Signs, depth: usize) -> Real {
    use Deprel as D;
    if is_passive(g, v) && g.deprel(v) == D::Acl {
        return above(g, v, depth, Is(Past));
    }
    if own.have || own.past_be {
        return above(g, v, depth, Is(Past));
    }
    if own.present_be {
        // "is made", "are expected": the present of a passive tells no time.
        return above(g, v, depth, Open);
    }
    if looks_past(g, v) {
        return above(g, v, depth, Is(Past));
    }
    // "Demanded that Peru pay": a bare form is asked for where somebody asks.
    let bare = g.deprel(v) == D::Ccomp && !own.any_aux && g.word(v) == g.lemma(v);
    let is_asked = |h: usize| !own.subject || class(g, h, Under::Infinitive) == Some(Class::Wishes);
    if let Some(h) = g
        .head(v)
        .filter(|&h| bare && is_asked(h) || g.deprel(v) == D::Xcomp)
    {
        return governed(g, h, depth);
    }
    above(g, v, depth, Open)
}

/// Whether a past reporting verb stands over the clause of `v`.
fn climb_to_report(g: &Sentence, mut v: usize) -> bool {
    use Deprel as D;
    for _ in 0..CLIMB {
        let Some(h) = g.head(v) else { return false };
        match g.deprel(v) {
            // What somebody believes would come is nobody's plan.
            D::Ccomp
                if matches!(
                    g.lemma(h),
                    "believe" | "think" | "feel" | "suspect" | "imagine" | "guess"
                ) =>
            {
                return false;
            }
            D::Ccomp | D::Parataxis | D::Dep if g.is_verb(h) => {
                return looks_past(g, h)
                    || g.children_by(h, &[D::Aux])
                        .any(|k| g.is(k, &["has", "have", "had"]));
            }
            D::Acl if g.is_noun(h) => return true,
            D::Conj | D::Xcomp => v = h,
            _ => break,
        }
    }
    // "said X, which would": the tree may put the reporting verb below.
    g.children_by(v, &[D::Parataxis]).any(|k| looks_past(g, k))
}

fn infinitive(g: &Sentence, v: usize, depth: usize) -> Real {
    use Deprel as D;
    let Some(h) = g.head(v) else {
        // A headline: "Minister to visit Peru".
        return Is(Planned);
    };
    match g.deprel(v) {
        D::Root => Is(Planned),
        D::Conj => verb(g, h, depth + 1),
        D::Acl | D::AclRelcl if g.is_noun(h) => {
            let ordinal = matches!(g.lemma(h), "first" | "last" | "only");
            match class(g, h, Under::Infinitive) {
                _ if ordinal => Open,
                Some(class) => apply(g, h, class, Open, depth + 1),
                // "Talks to be held on Friday", "the agreement to be signed".
                None if g.children_by(v, &[D::AuxPass]).next().is_some() => Is(Planned),
                None => Unreal,
            }
        }
        D::Advcl => {
            // Adjectives and nouns as predicates: "is ready to", "is due to".
            if g.is_verb(h) && class(g, h, Under::Infinitive) != Some(Class::Plans) {
                Unreal
            } else {
                governed(g, h, depth)
            }
        }
        _ => governed(g, h, depth),
    }
}

/// Reality of what an infinitive or bare verb tells under `h`.
fn governed(g: &Sentence, h: usize, depth: usize) -> Real {
    match class(g, h, Under::Infinitive) {
        Some(class) => apply(g, h, class, Open, depth + 1),
        None if g.is_verb(h) && g.lemma(h) != "be" => Unreal,
        None => Is(Hypothetical),
    }
}

fn gerund(g: &Sentence, v: usize, own: &Signs, depth: usize) -> Real {
    use Deprel as D;
    if own.have && own.been {
        return above(g, v, depth, Is(UnderWay));
    }
    if own.present_be {
        return above(g, v, depth, Is(UnderWay));
    }
    if own.past_be || own.have {
        return above(g, v, depth, Is(Past));
    }
    let Some(h) = g.head(v) else {
        return Open;
    };
    let mark = preposition_of(g, v);
    match g.deprel(v) {
        D::Acl | D::AclRelcl if !g.is_verb(h) => match mark {
            // "A film showed a guard shooting a man": as far back as the verb that tells it.
            None => match g.head(h).filter(|&k| g.is_verb(k)).map(|k| verb(g, k, depth + 1)) {
                Some(Is(Past)) => Is(Past),
                _ => Is(UnderWay),
            },
            // "The risk of losing", "plans for building".
            Some(_) => match class(g, h, Under::Infinitive) {
                Some(class) => apply(g, h, class, Unreal, depth + 1),
                None => Unreal,
            },
        },
        D::Advcl | D::Xcomp | D::Ccomp | D::Conj | D::Obl | D::Obj | D::Dep | D::Acl | D::AclRelcl => {
            governed_gerund(g, v, h, mark, depth)
        }
        D::Root => Open,
        _ => Unreal,
    }
}

fn governed_gerund(g: &Sentence, v: usize, h: usize, mark: Option<&str>, depth: usize) -> Real {
    use Deprel as D;
    // "Delayed signing the treaty": what follows at once is what is delayed, whatever the tree says.
    let is_next = h < v && (h + 1..v).all(|k| g.upos(k) == Upos::Adv);
    let is_adverbial = g.deprel(v) == D::Advcl && !is_next;
    let class = class(g, h, Under::Infinitive);
    match class {
        Some(Class::Doubts) => return Unreal,
        Some(Class::Denies) if !is_adverbial || matches!(mark, Some("from" | "of")) => {
            return apply(g, h, Class::Denies, Unreal, depth + 1);
        }
        Some(Class::Wishes) if !is_adverbial => return Is(Hypothetical),
        _ => {}
    }
    if matches!(g.lemma(h), "stop" | "cease") && mark.is_none() && !is_adverbial {
        return Is(Denied);
    }
    match mark {
        Some("after" | "since" | "for" | "following") => Is(Past),
        Some("without" | "instead" | "against" | "from" | "than") => Is(Denied),
        Some("before" | "by" | "while" | "when" | "in") | None if g.is_verb(h) => match class {
            Some(class) if !is_adverbial && mark.is_none() => apply(g, h, class, Unreal, depth + 1),
            _ => verb(g, h, depth + 1),
        },
        _ => Unreal,
    }
}
