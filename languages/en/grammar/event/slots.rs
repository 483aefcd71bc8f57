//! What stands around a predicate: subject, object, prepositions, as the sentence means them.

use crate::grammar::clause::preposition_of;
use dossier_model::{Deprel, Upos};

use super::lexicon::{Slot, Word, lexicon};
use super::status;
use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;

/// The heads of the noun phrases around one predicate.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    pub subjects: Vec<usize>,
    pub objects: Vec<usize>,
    pub indirects: Vec<usize>,
    /// Preposition and head.
    pub preps: Vec<(&'static str, usize)>,
    /// Whether it is a passive.
    pub passive: bool,
    /// The verb, where it is one.
    pub verb: Option<usize>,
}

dossier_world::table!(PREPOSITIONS = "event/prepositions.tsv");

/// The preposition as the tables write it.
pub(super) fn preposition(word: &str) -> Option<&'static str> {
    PREPOSITIONS.value(word)
}

impl Slots {
    /// The heads in one slot.
    pub fn heads(&self, slot: Slot) -> Vec<usize> {
        match slot {
            Slot::Subject => self.subjects.clone(),
            Slot::Object => self.objects.clone(),
            Slot::Indirect => self.indirects.clone(),
            Slot::Prep(p) => self
                .preps
                .iter()
                .filter(|(q, _)| *q == p)
                .map(|&(_, h)| h)
                .collect(),
        }
    }

    /// Reads an active as the passive that it is short for.
    pub fn turn_passive(&mut self) {
        self.passive = true;
        self.objects.append(&mut self.subjects);
        self.subjects = self.heads(Slot::Prep("by"));
    }

    /// Adds what hangs on a noun by a preposition.
    pub fn add_preps(&mut self, g: &Sentence, at: usize) {
        use Deprel as D;
        for k in g.children_by(at, &[D::Obl, D::Nmod, D::OblAgent, D::Iobj]) {
            // "A meeting ahead of the summit" is no meeting of the summit.
            let is_compound = g.children_by(k, &[D::Case]).any(|c| {
                c < k && c > g.range.start && g.is(c - 1, &["ahead", "because", "instead", "front"])
            });
            if let Some(p) = preposition_of(g, k)
                .and_then(preposition)
                .filter(|_| !is_compound)
            {
                self.preps.push((p, k));
            }
        }
    }

    /// What stands around the verb `v`.
    pub fn of_verb(g: &Sentence, v: usize) -> Self {
        use Deprel as D;
        let mut s = Self {
            passive: is_passive(g, v),
            verb: Some(v),
            ..Self::default()
        };
        let mut subjects = Vec::new();
        let mut is_open = false;
        for k in g.children(v) {
            match g.deprel(k) {
                D::Nsubj | D::NsubjPass | D::NsubjOuter | D::Csubj => subjects.push(k),
                // "The treaty that Peru signed": what the pronoun stands for.
                D::Obj if is_relative(g, k) && g.deprel(v) == D::AclRelcl && g.head(v).is_some() => {
                    // "The plan that they tried to sell": it is sold, not tried.
                    let goes_on = g
                        .children_by(v, &[D::Xcomp])
                        .any(|x| g.children_by(x, &[D::Mark]).any(|m| g.is(m, &["to"])));
                    let noun = g.head(v).filter(|&n| !goes_on && !is_of_either(g, k, n));
                    is_open |= noun.is_none();
                    s.objects.extend(noun);
                }
                D::Obj if g.upos(k) != Upos::Verb || g.children_by(k, &[D::Det]).next().is_some() => {
                    s.objects.push(k);
                }
                // "Won the Missouri primary": an adjective behind an article is a noun.
                D::Xcomp if g.upos(k) == Upos::Adj && g.children_by(k, &[D::Det]).next().is_some() => {
                    s.objects.push(k);
                }
                D::Iobj => match preposition_of(g, k).and_then(preposition) {
                    Some(p) => s.preps.push((p, k)),
                    None => s.indirects.push(k),
                },
                D::OblAgent => s.preps.push(("by", k)),
                D::Obl | D::Nmod | D::OblUnmarked => {
                    if let Some(p) = preposition_of(g, k).and_then(preposition) {
                        s.preps.push((p, k));
                    }
                }
                _ => {}
            }
        }
        if subjects.is_empty() && !s.passive {
            subjects.extend(lost_subject(g, v));
        }
        if subjects.is_empty() {
            subjects = implied_subject(g, v, &mut s);
        }
        s.subjects = subjects;
        if s.passive {
            // "Was shot by a guard, Dan Pohl": an apposition that the tree took for an object.
            s.objects.retain(|&o| {
                let start = g.inside(g.noun_phrase(o)).start;
                start <= g.range.start || !g.is(start - 1, &[","])
            });
            // The same where it took it for one more subject.
            let agent = s.preps.iter().rev().find(|(p, k)| *p == "by" && *k > v);
            if let Some(&(_, agent)) = agent {
                let (behind, in_front): (Vec<usize>, Vec<usize>) =
                    s.subjects.iter().partition(|&&k| k > agent);
                s.preps.extend(behind.into_iter().map(|k| ("by", k)));
                s.subjects = in_front;
            }
            s.turn_passive();
        } else {
            // "the camp that rebels attacked": the noun is the object of its relative clause.
            if s.objects.is_empty()
                && !is_open
                && g.deprel(v) == D::AclRelcl
                && let Some(noun) = g.head(v)
                && !s.subjects.iter().any(|&k| is_relative(g, k))
                && !g.children(v).any(|k| g.is(k, &["where", "when", "why"]))
                && !s.subjects.is_empty()
                && !s.subjects.contains(&noun)
            {
                s.objects.push(noun);
            }
        }
        s
    }
}

fn is_relative(g: &Sentence, k: usize) -> bool {
    g.is(k, &["who", "which", "that", "whom"])
}

/// "The deal with Peru, which he opposed": whether the clause of the relative pronoun `k` may tell of the deal as well as of
/// Peru, the noun that the tree hangs it on.
pub(super) fn is_of_either(g: &Sentence, k: usize, noun: usize) -> bool {
    let is_inner = g.deprel(noun) == Deprel::Nmod && !matches!(preposition_of(g, noun), None | Some("of"));
    is_inner && g.is(k, &["which"]) && k > g.range.start && g.is(k - 1, &[","])
}

/// Whether the verb is in the passive, or a past participle behind its noun.
pub(super) fn is_passive(g: &Sentence, v: usize) -> bool {
    use Deprel as D;
    if g.children_by(v, &[D::AuxPass, D::NsubjPass]).next().is_some() {
        return true;
    }
    let gerund = g.word(v).ends_with("ing");
    if gerund {
        return false;
    }
    let own_aux = g
        .children_by(v, &[D::Aux])
        .any(|k| g.upos(k) == Upos::Aux || g.is(k, &["to"]));
    match g.deprel(v) {
        D::Acl => {
            !own_aux
                && g.children_by(v, &[D::Mark]).next().is_none()
                && g.children_by(v, &[D::Nsubj]).next().is_none()
                && looks_past(g, v)
        }
        D::Conj if !own_aux && looks_past(g, v) && g.children_by(v, &[D::Nsubj]).next().is_none() => {
            // "was arrested and charged" stays passive; "was arrested and said" has its own object or clause.
            g.head(v).is_some_and(|h| {
                g.is_verb(h)
                    && g.deprel(h) != D::Conj
                    && g.children_by(h, &[D::AuxPass]).next().is_some()
                    && g.children_by(v, &[D::Obj, D::Ccomp]).next().is_none()
            })
        }
        _ => false,
    }
}

/// Whether the printed form is a past tense or past participle.
pub(super) fn looks_past(g: &Sentence, v: usize) -> bool {
    let word = g.word(v);
    let lower = word.to_lowercase();
    if lower.ends_with("ing") {
        return false;
    }
    if lower.ends_with("ed") || lexicon().is(Word::Unchanged, &lower) {
        return true;
    }
    lower != g.lemma(v) && !lower.ends_with('s')
}

/// "…, two days after Peru and Chile signed it": the noun phrase between "after" and a finite verb without a subject is
/// its subject, where the tree takes "after" for a preposition; who says the sentence is not.
fn lost_subject(g: &Sentence, v: usize) -> Option<usize> {
    use Deprel as D;
    let last = v.checked_sub(1).filter(|k| g.range.contains(k))?;
    let is_clause = matches!(g.deprel(v), D::Conj | D::Ccomp | D::Parataxis | D::Advcl | D::Dep);
    let is_finite = looks_past(g, v) && g.children_by(v, &[D::Aux, D::AuxPass, D::Cc]).next().is_none();
    if !is_clause || !is_finite || !(g.is_noun(last) || g.upos(last) == Upos::Pron) {
        return None;
    }
    let mut head = last;
    while matches!(g.deprel(head), D::Flat | D::FlatName | D::Compound)
        && g.head(head).is_some_and(|h| h < head)
    {
        head = g.head(head)?;
    }
    let first = g.first_conjunct(head);
    matches!(
        preposition_of(g, first),
        Some("after" | "before" | "since" | "until" | "as")
    )
    .then_some(first)
}

/// The subject of a verb that names none: that of the clause it hangs on.
fn implied_subject(g: &Sentence, v: usize, slots: &mut Slots) -> Vec<usize> {
    use Deprel as D;
    // "…, after the country tested it": a noun right in front of a coordinated verb is a subject that the tree lost.
    let behind_noun = v > g.range.start
        && g.head(v - 1) != Some(v)
        && (g.upos(v - 1) == Upos::Pron
            || g.is_noun(v - 1) && g.children_by(v - 1, &[D::Det]).next().is_some());
    if g.deprel(v) == D::Conj && behind_noun {
        return Vec::new();
    }
    let mut at = v;
    for _ in 0..CLIMB {
        let Some(h) = g.head(at) else { break };
        match g.deprel(at) {
            D::Acl | D::AclRelcl => {
                if g.is_verb(h) {
                    at = h;
                    continue;
                }
                if slots.passive {
                    return vec![h];
                }
                // "His plan for banning": whose it is does it; what the plan says, the plan does not do.
                let is_under_preposition = g.deprel(at) == D::Acl && preposition_of(g, at).is_some();
                // "…'s vote as “fantastic”, telling": a participle behind the comma of another phrase.
                let is_apart = g.deprel(at) == D::Acl
                    && at > g.range.start
                    && g.is(at - 1, &[","])
                    && g.inside(g.noun_phrase(h)).end < at - 1;
                if is_apart {
                    at = h;
                    continue;
                }
                let tells_of_noun =
                    g.word(at).to_ascii_lowercase().ends_with("ing") || g.deprel(at) == D::AclRelcl;
                if tells_of_noun && !is_under_preposition {
                    return vec![h];
                }
                // "a plan to visit": the planner is the plan's possessor or the subject that has it.
                if let Some(k) = g.children_by(h, &[D::NmodPoss]).next() {
                    return vec![k];
                }
                // "Foiled a plot to kill": who foils it is not who plots.
                if g.head(h).is_some_and(|k| status::denies(g, k)) {
                    return Vec::new();
                }
                at = h;
            }
            D::Conj
            | D::Advcl
            | D::AdvclRelcl
            | D::Xcomp
            | D::Parataxis
            | D::Ccomp
            | D::Obl
            | D::Nmod
            | D::Obj
            | D::Dep => {
                if g.deprel(at) == D::Ccomp && g.children_by(at, &[D::Mark]).any(|k| g.is(k, &["that"])) {
                    return Vec::new();
                }
                // "The professor said firing it showed": whoever reports an act does not do it.
                // "The minister says 21 of the girls have been freed": he was not, whatever subject the tree lost.
                let is_finite = g.children_by(v, &[D::Aux, D::AuxPass]).any(|k| k < v);
                let is_reported =
                    at == v && g.deprel(at) == D::Ccomp && (g.word(v).ends_with("ing") || is_finite);
                if is_reported && matches!(g.lemma(h), "say" | "tell" | "state" | "report" | "add" | "note") {
                    return Vec::new();
                }
                // "forced them to leave", "urged the army to withdraw": the object goes on to act.
                let controls_object = matches!(g.deprel(at), D::Xcomp | D::Ccomp | D::Advcl)
                    && lexicon().is(Word::ObjectControl, g.lemma(h))
                    && g.is_verb(h);
                if controls_object {
                    if let Some(k) = g.children_by(h, &[D::Obj]).next() {
                        return vec![k];
                    }
                    if is_passive(g, h)
                        && let Some(k) = g.children_by(h, &[D::NsubjPass, D::Nsubj]).next()
                    {
                        return vec![k];
                    }
                }
                if g.is_verb(h) || g.upos(h) == Upos::Adj || g.upos(h) == Upos::Aux {
                    if is_passive(g, h) && !matches!(g.deprel(at), D::Xcomp | D::Conj) {
                        let agent: Vec<usize> = g.children_by(h, &[D::OblAgent]).collect();
                        if !agent.is_empty() {
                            return agent;
                        }
                    }
                    if let Some(k) = g.children_by(h, &[D::Nsubj, D::NsubjPass]).next() {
                        return vec![k];
                    }
                }
                at = h;
            }
            _ => break,
        }
    }
    Vec::new()
}
