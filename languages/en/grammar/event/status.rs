//! How real an event is: tense, modality, negation and what governs it.

use dossier_model::{Deprel, Status};

use super::graph::{CLIMB, Graph};
use super::lexicon::{Word as W, lexicon};
use super::slots::{is_passive, looks_past};

dossier_world::words!(PLAN_NOUNS = "event/plan_nouns.txt");
dossier_world::words!(VERBS_OF_PLANNING = "event/verbs_of_planning.txt");
dossier_world::words!(WISH_NOUNS = "event/wish_nouns.txt");
dossier_world::values!(MODIFIERS: Real = "event/modifiers.tsv", parse_real);
dossier_world::values!(AUXILIARY_SIGNS: Sign = "clause/auxiliary_signs.tsv", Sign::parse);

/// What an auxiliary says of when and whether something happens.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Future,
    Would,
    Possible,
    Infinitive,
    Have,
    PastBe,
    PresentBe,
    Been,
}

impl Sign {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "future" => Sign::Future,
            "would" => Sign::Would,
            "possible" => Sign::Possible,
            "infinitive" => Sign::Infinitive,
            "have" => Sign::Have,
            "past-be" => Sign::PastBe,
            "present-be" => Sign::PresentBe,
            "been" => Sign::Been,
            _ => return None,
        })
    }
}

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
pub(super) fn of_verb(g: &Graph, v: usize) -> Real {
    verb(g, v, 0)
}

fn verb(g: &Graph, v: usize, depth: usize) -> Real {
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
    if g.rel(v) == D::Conj
        && !own.any_aux
        && let Some(h) = head.filter(|&h| g.is_verb(h))
        && (!looks_past(g, v) || g.kids_by(h, &[D::AuxPass]).next().is_some())
        && g.kids_by(v, &[D::Nsubj, D::NsubjPass]).next().is_none()
        && (g.word(v).eq_ignore_ascii_case(g.lemma(v)) || looks_past(g, v))
    {
        return verb(g, h, depth + 1);
    }
    // "will hold talks with A and meet B": a bare verb that the tree hangs on a name goes on with the verb above.
    if g.rel(v) == D::Conj && !own.any_aux && g.word(v) == g.lemma(v) && !looks_past(g, v) {
        let mut above = head;
        for _ in 0..4 {
            match above {
                Some(h) if g.is_verb(h) => return verb(g, h, depth + 1),
                Some(h) => above = g.head(h),
                None => break,
            }
        }
    }
    if is_passive(g, v) && g.rel(v) == D::Acl {
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
    let bare = g.rel(v) == D::Ccomp && !own.any_aux && g.word(v) == g.lemma(v);
    if let Some(h) = head.filter(|_| bare || g.rel(v) == D::Xcomp) {
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

fn own_signs(g: &Graph, v: usize) -> Signs {
    use Deprel as D;
    let mut s = Signs::default();
    for k in g.kids(v) {
        match g.rel(k) {
            D::Aux | D::AuxPass | D::Cop => {
                let w = g.word(k).to_lowercase();
                s.any_aux = true;
                match AUXILIARY_SIGNS.get(w.as_str()) {
                    Some(Sign::Future) => s.future = true,
                    Some(Sign::Would) => s.would = true,
                    Some(Sign::Possible) => s.possible = true,
                    Some(Sign::Infinitive) => s.infinitive = true,
                    Some(Sign::Have) => s.have = true,
                    Some(Sign::PastBe) => s.past_be = true,
                    Some(Sign::PresentBe) => s.present_be = true,
                    Some(Sign::Been) => s.been = true,
                    None => {}
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
                let no = g.is_word(k, &["not", "n't", "n’t", "never", "hardly", "nor", "neither"]);
                s.unreal |= k < v
                    && g.is_word(
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
                s.negated |= no && k < v && !g.tokens_follow(k, "only");
            }
            D::Nsubj | D::NsubjPass => {
                let nobody = g.is_word(k, &["nobody", "none", "nothing"])
                    || g.kids_by(k, &[D::Det]).any(|d| g.is_word(d, &["no", "neither"]));
                s.negated |= nobody;
            }
            _ => {}
        }
    }
    s
}

impl Graph<'_> {
    /// Whether the word behind `i` is this.
    pub fn tokens_follow(&self, i: usize, word: &str) -> bool {
        self.range.contains(&(i + 1)) && self.is_word(i + 1, &[word])
    }
}

/// Whether a past reporting verb stands over the clause of `v`.
fn climb_to_report(g: &Graph, mut v: usize) -> bool {
    use Deprel as D;
    for _ in 0..CLIMB {
        let Some(h) = g.head(v) else { return false };
        match g.rel(v) {
            D::Ccomp | D::Parataxis | D::Dep if g.is_verb(h) => {
                return looks_past(g, h)
                    || g.kids_by(h, &[D::Aux])
                        .any(|k| g.is_word(k, &["has", "have", "had"]));
            }
            D::Acl if g.is_noun(h) => return true,
            D::Conj | D::Xcomp => v = h,
            _ => break,
        }
    }
    // "said X, which would": the tree may put the reporting verb below.
    g.kids_by(v, &[D::Parataxis]).any(|k| looks_past(g, k))
}

fn infinitive(g: &Graph, v: usize, depth: usize) -> Real {
    use Deprel as D;
    let Some(h) = g.head(v) else {
        // A headline: "Minister to visit Peru".
        return Is(Planned);
    };
    match g.rel(v) {
        D::Root => Is(Planned),
        D::Conj => verb(g, h, depth + 1),
        D::Acl | D::AclRelcl if g.is_noun(h) => {
            let lemma = g.lemma(h);
            match lemma {
                _ if PLAN_NOUNS.has(lemma) => noun(g, h).and(Is(Planned)),
                "refusal" | "failure" => Is(Denied),
                "first" | "last" | "only" => Open,
                // "Talks to be held on Friday", "the agreement to be signed".
                _ if g.kids_by(v, &[D::AuxPass]).next().is_some() => Is(Planned),
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
fn governed(g: &Graph, h: usize, depth: usize) -> Real {
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

fn gerund(g: &Graph, v: usize, own: &Signs, depth: usize) -> Real {
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
    let mark = g.case(v);
    match g.rel(v) {
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
                || matches!(lemma, "stop" | "cease") && mark.is_none() && g.rel(v) != D::Advcl
            {
                return Is(Denied);
            }
            if lexicon().is(W::Wishes, lemma) && g.rel(v) != D::Advcl {
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
fn outer(g: &Graph, v: usize, depth: usize, real: Real) -> Real {
    use Deprel as D;
    let mut at = v;
    for _ in 0..4 {
        let Some(h) = g.head(at) else { break };
        match g.rel(at) {
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
                if g.kids_by(at, &[D::Mark])
                    .any(|k| g.is_word(k, &["if", "unless", "whether", "lest"]))
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
fn modifiers(g: &Graph, n: usize) -> Option<Real> {
    use Deprel as D;
    for k in g.kids_by(n, &[D::Amod, D::Det, D::Compound, D::Advmod, D::Acl]) {
        let w = g.word(k).to_lowercase();
        if let Some(real) = MODIFIERS.get(w.as_str()) {
            return Some(real);
        }
    }
    None
}

/// Reality of the event that the noun `n` names.
pub(super) fn noun(g: &Graph, n: usize) -> Real {
    use Deprel as D;
    if let Some(real) = modifiers(g, n) {
        return real;
    }
    let Some(h) = g.head(n) else { return Open };
    let head_lemma = g.lemma(h);
    match g.rel(n) {
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
            let case = g.case(n);
            if lexicon().is(W::Denies, head_lemma) && case.is_none_or(|c| c == "out") {
                return Is(Denied);
            }
            if case == Some("without") || case == Some("despite_no") {
                return Is(Denied);
            }
            if case == Some("ahead")
                || g.is_phrase_before(n, &["ahead", "of"])
                || g.is_phrase_before(n, &["ahead"])
                || case == Some("before")
            {
                return Is(Planned);
            }
            if case == Some("after") || case == Some("following") {
                return Is(Past);
            }
            // "Called it a reply to the strikes": to call something is to name it.
            let naming = head_lemma == "call" && g.kids_by(h, &[D::Obj, D::Xcomp, D::Ccomp]).any(|k| k != n);
            let wishing = !naming
                && lexicon().is(W::Wishes, head_lemma)
                && !matches!(head_lemma, "support" | "oppose" | "discuss")
                || WISH_NOUNS.has(head_lemma);
            if wishing && !g.kids_by(n, &[D::NmodPoss]).any(|_| true) {
                return Is(Hypothetical);
            }
            if matches!(
                head_lemma,
                "plan" | "preparation" | "prepare" | "schedule" | "announce" | "preparations"
            ) && (g.rel(n) != D::Obj || head_lemma != "announce")
            {
                return Is(Planned);
            }
            if g.is_verb(h) && g.rel(n) == D::Obj && lexicon().is(W::Undergone, head_lemma) {
                return verb(g, h, 1);
            }
            Open
        }
        _ => Open,
    }
}

impl Graph<'_> {
    fn is_phrase_before(&self, n: usize, words: &[&str]) -> bool {
        let start = self.tokens.inside(self.phrase(n)).start;
        start >= self.range.start + words.len()
            && words
                .iter()
                .enumerate()
                .all(|(k, w)| self.is_word(start - words.len() + k, &[w]))
    }
}
