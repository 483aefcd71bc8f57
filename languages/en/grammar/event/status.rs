//! How real an event is: tense, modality, negation and what governs it.

use crate::grammar::clause::{Auxiliary as A, auxiliary, is_negation, preposition_of};
use dossier_model::{Deprel, Status};

use super::lexicon::{Word as W, lexicon};
use super::slots::{is_passive, looks_past};
use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;

dossier_world::words!(PLAN_NOUNS = "event/plan_nouns.txt");
dossier_world::words!(VERBS_OF_PLANNING = "event/verbs_of_planning.txt");
dossier_world::words!(WISH_NOUNS = "event/wish_nouns.txt");
dossier_world::values!(MODIFIERS: Real = "event/modifiers.tsv", parse_real);

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
    verb(g, v, 0)
}

fn verb(g: &Sentence, v: usize, depth: usize) -> Real {
    use Deprel as D;
    if depth > 6 {
        return Open;
    }
    let own = own_signs(g, v);
    if own.negated {
        return Is(Denied);
    }
    if own.unreal {
        return Unreal;
    }
    if own.conditional || own.possible {
        return Is(Hypothetical);
    }
    if own.future {
        return outer(g, v, depth, Is(Planned));
    }
    let head = g.head(v);
    if own.would {
        // "said it would": a plan told in the past; else only thought of.
        let told = climb_to_report(g, v);
        return Is(if told { Planned } else { Hypothetical });
    }
    if own.infinitive {
        return infinitive(g, v, depth);
    }
    let word = g.word(v);
    if word.len() > 4 && word.to_ascii_lowercase().ends_with("ing") {
        return gerund(g, v, &own, depth);
    }
    if g.deprel(v) == D::Conj
        && !own.any_aux
        && let Some(h) = head.filter(|&h| g.is_verb(h))
        && (!looks_past(g, v) || g.children_by(h, &[D::AuxPass]).next().is_some())
        && g.children_by(v, &[D::Nsubj, D::NsubjPass]).next().is_none()
        && (g.word(v).eq_ignore_ascii_case(g.lemma(v)) || looks_past(g, v))
    {
        return verb(g, h, depth + 1);
    }
    // "will hold talks with A and meet B": a bare verb that the tree hangs on a name goes on with the verb above.
    if g.deprel(v) == D::Conj && !own.any_aux && g.word(v) == g.lemma(v) && !looks_past(g, v) {
        let mut above = head;
        for _ in 0..4 {
            match above {
                Some(h) if g.is_verb(h) => return verb(g, h, depth + 1),
                Some(h) => above = g.head(h),
                None => break,
            }
        }
    }
    if is_passive(g, v) && g.deprel(v) == D::Acl {
        return outer(g, v, depth, Is(Past));
    }
    if own.have || own.past_be {
        return outer(g, v, depth, Is(Past));
    }
    if own.present_be {
        // "is made", "are expected": the present of a passive tells no time.
        return outer(g, v, depth, Open);
    }
    if looks_past(g, v) {
        return outer(g, v, depth, Is(Past));
    }
    let bare = g.deprel(v) == D::Ccomp && !own.any_aux && g.word(v) == g.lemma(v);
    if let Some(h) = head.filter(|_| bare || g.deprel(v) == D::Xcomp) {
        return governed(g, h, depth);
    }
    outer(g, v, depth, Open)
}

#[derive(Default)]
struct Signs {
    negated: bool,
    /// "nearly killed", "allegedly attacked".
    unreal: bool,
    conditional: bool,
    possible: bool,
    future: bool,
    would: bool,
    infinitive: bool,
    have: bool,
    past_be: bool,
    present_be: bool,
    any_aux: bool,
    been: bool,
}

fn own_signs(g: &Sentence, v: usize) -> Signs {
    use Deprel as D;
    let mut s = Signs::default();
    for k in g.children(v) {
        match g.deprel(k) {
            D::Aux | D::AuxPass | D::Cop => {
                s.any_aux = true;
                match auxiliary(g.word(k)) {
                    Some(A::Will) => s.future = true,
                    Some(A::Would | A::HadOrWould) => s.would = true,
                    Some(A::Can | A::Modal) => s.possible = true,
                    Some(A::Have) => s.have = true,
                    Some(A::PastBe | A::Got | A::Did) => s.past_be = true,
                    Some(A::Be | A::Get) => s.present_be = true,
                    Some(A::Been) => s.been = true,
                    Some(A::Do) => {}
                    None => s.infinitive |= g.is(k, &["to"]),
                }
            }
            D::Mark => {
                let w = g.word(k).to_lowercase();
                match w.as_str() {
                    "to" => s.infinitive = true,
                    "if" | "unless" | "whether" | "lest" | "should" => s.conditional = true,
                    "until" | "once" | "before" if !looks_past(g, v) => s.conditional = true,
                    _ => {}
                }
            }
            D::Advmod | D::Det | D::Discourse | D::Dep | D::Cc => {
                let no = is_negation(g.word(k)) || g.is(k, &["hardly", "nor"]);
                s.unreal |= k < v
                    && g.is(
                        k,
                        &[
                            "nearly",
                            "almost",
                            "allegedly",
                            "supposedly",
                            "purportedly",
                            "narrowly",
                        ],
                    );
                // "not only" denies nothing.
                s.negated |= no && k < v && !is_followed_by(g, k, "only");
            }
            D::Nsubj | D::NsubjPass => {
                let nobody = g.is(k, &["nobody", "none", "nothing"])
                    || g.children_by(k, &[D::Det]).any(|d| g.is(d, &["no", "neither"]));
                s.negated |= nobody;
            }
            _ => {}
        }
    }
    s
}

/// Whether the word behind `i` is `word`.
fn is_followed_by(g: &Sentence, i: usize, word: &str) -> bool {
    g.range.contains(&(i + 1)) && g.is(i + 1, &[word])
}

/// Whether a past reporting verb stands over the clause of `v`.
fn climb_to_report(g: &Sentence, mut v: usize) -> bool {
    use Deprel as D;
    for _ in 0..CLIMB {
        let Some(h) = g.head(v) else { return false };
        match g.deprel(v) {
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
            let lemma = g.lemma(h);
            match lemma {
                _ if PLAN_NOUNS.has(lemma) => noun(g, h).and(Is(Planned)),
                "refusal" | "failure" => Is(Denied),
                "first" | "last" | "only" => Open,
                // "Talks to be held on Friday", "the agreement to be signed".
                _ if g.children_by(v, &[D::AuxPass]).next().is_some() => Is(Planned),
                _ => Unreal,
            }
        }
        D::Advcl => {
            // Adjectives and nouns as predicates: "is ready to", "is due to".
            if g.is_verb(h) && !lexicon().is(W::Plans, g.lemma(h)) {
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
    let lemma = g.lemma(h);
    let own = own_signs(g, h);
    if lexicon().is(W::Denies, lemma) {
        return if own.negated { Open } else { Is(Denied) };
    }
    if lexicon().is(W::Carries, lemma) && !matches!(lemma, "be") {
        return verb(g, h, depth + 1);
    }
    if lexicon().is(W::Plans, lemma) {
        if own.negated {
            return Is(Denied);
        }
        return match verb(g, h, depth + 1) {
            Is(Hypothetical) => Is(Hypothetical),
            Unreal => Unreal,
            _ => Is(Planned),
        };
    }
    if lexicon().is(W::Wishes, lemma) {
        return Is(Hypothetical);
    }
    Is(Hypothetical)
}

fn gerund(g: &Sentence, v: usize, own: &Signs, depth: usize) -> Real {
    use Deprel as D;
    if own.have && own.been {
        return Is(UnderWay);
    }
    if own.present_be {
        return outer(g, v, depth, Is(UnderWay));
    }
    if own.past_be {
        return outer(g, v, depth, Is(Past));
    }
    if own.have {
        return Is(Past);
    }
    let Some(h) = g.head(v) else {
        return Open;
    };
    let mark = preposition_of(g, v);
    match g.deprel(v) {
        D::Acl | D::AclRelcl if !g.is_verb(h) => match mark {
            None => Is(UnderWay),
            Some(_) => Unreal,
        },
        D::Advcl | D::Xcomp | D::Ccomp | D::Conj | D::Obl | D::Obj | D::Dep | D::Acl | D::AclRelcl => {
            let lemma = g.lemma(h);
            if lexicon().is(W::Alleges, lemma) {
                return Unreal;
            }
            if lexicon().is(W::Denies, lemma)
                || matches!(lemma, "stop" | "cease") && mark.is_none() && g.deprel(v) != D::Advcl
            {
                return Is(Denied);
            }
            if lexicon().is(W::Wishes, lemma) && g.deprel(v) != D::Advcl {
                return Is(Hypothetical);
            }
            match mark {
                Some("after" | "since" | "for" | "following") => Is(Past),
                Some("without" | "instead" | "against" | "from") => Is(Denied),
                Some("before" | "by" | "while" | "when" | "in") | None if g.is_verb(h) => {
                    verb(g, h, depth + 1)
                }
                Some(_) => Unreal,
                None => Unreal,
            }
        }
        D::Root => Open,
        _ => Unreal,
    }
}

/// What the clauses above make of a verb that is `real` by its own signs.
fn outer(g: &Sentence, v: usize, depth: usize, real: Real) -> Real {
    use Deprel as D;
    let mut at = v;
    for _ in 0..4 {
        let Some(h) = g.head(at) else { break };
        match g.deprel(at) {
            D::Ccomp => {
                let lemma = g.lemma(h);
                if matches!(lemma, "deny" | "refute") {
                    return Is(Denied);
                }
                if lexicon().is(W::Wishes, lemma)
                    && !matches!(lemma, "warn" | "insist" | "predict" | "suggest")
                {
                    return Is(Hypothetical);
                }
                if matches!(lemma, "pretend" | "imagine" | "suppose") {
                    return Unreal;
                }
            }
            D::Advcl => {
                if g.children_by(at, &[D::Mark])
                    .any(|k| g.is(k, &["if", "unless", "whether", "lest"]))
                {
                    return Is(Hypothetical);
                }
            }
            D::Conj
            | D::Xcomp
            | D::Parataxis
            | D::Acl
            | D::AclRelcl
            | D::Obj
            | D::Nmod
            | D::Obl
            | D::Nsubj => {}
            _ => break,
        }
        at = h;
    }
    if depth > 6 { Open } else { real }
}

impl Real {
    /// `other`, unless this already denies or doubts.
    fn and(self, other: Real) -> Real {
        match self {
            Is(Denied | Hypothetical) | Unreal => self,
            _ => other,
        }
    }
}

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
pub(super) fn noun(g: &Sentence, n: usize) -> Real {
    use Deprel as D;
    if let Some(real) = modifiers(g, n) {
        return real;
    }
    let Some(h) = g.head(n) else { return Open };
    let head_lemma = g.lemma(h);
    match g.deprel(n) {
        // "The visit will be a success": the predicate is no verb, its auxiliaries tell all the same.
        D::Nsubj | D::NsubjOuter if !g.is_verb(h) => match own_signs(g, h) {
            Signs { future: true, .. } => Is(Planned),
            Signs { past_be: true, .. } => Is(Past),
            _ => Open,
        },
        D::Nsubj | D::NsubjPass | D::NsubjOuter => {
            if lexicon().is(W::Denies, head_lemma) && is_passive(g, h) {
                return Is(Denied);
            }
            match verb(g, h, 1) {
                // "the visit will open a chapter": the visit is as far off as what it will do.
                Is(Past) if !matches!(head_lemma, "plan" | "schedule" | "set" | "expect" | "slate") => {
                    Is(Past)
                }
                Is(Planned) => Is(Planned),
                Is(Denied) if lexicon().is(W::Happens, head_lemma) => Is(Denied),
                _ if VERBS_OF_PLANNING.has(head_lemma) => Is(Planned),
                _ => Open,
            }
        }
        D::Obj | D::Obl | D::Nmod | D::Ccomp => {
            let case = preposition_of(g, n);
            if lexicon().is(W::Denies, head_lemma) && case.is_none_or(|c| c == "out") {
                return Is(Denied);
            }
            if case == Some("without") || case == Some("despite_no") {
                return Is(Denied);
            }
            if case == Some("ahead")
                || stand_before(g, n, &["ahead", "of"])
                || stand_before(g, n, &["ahead"])
                || case == Some("before")
            {
                return Is(Planned);
            }
            if case == Some("after") || case == Some("following") {
                return Is(Past);
            }
            // "Called it a reply to the strikes": to call something is to name it.
            let naming =
                head_lemma == "call" && g.children_by(h, &[D::Obj, D::Xcomp, D::Ccomp]).any(|k| k != n);
            let wishing = !naming
                && lexicon().is(W::Wishes, head_lemma)
                && !matches!(head_lemma, "support" | "oppose" | "discuss")
                || WISH_NOUNS.has(head_lemma);
            if wishing && !g.children_by(n, &[D::NmodPoss]).any(|_| true) {
                return Is(Hypothetical);
            }
            if matches!(
                head_lemma,
                "plan" | "preparation" | "prepare" | "schedule" | "announce" | "preparations"
            ) && (g.deprel(n) != D::Obj || head_lemma != "announce")
            {
                return Is(Planned);
            }
            if g.is_verb(h) && g.deprel(n) == D::Obj && lexicon().is(W::Undergone, head_lemma) {
                return verb(g, h, 1);
            }
            Open
        }
        _ => Open,
    }
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
