//! What the predicates above an event make of it: one table of verbs, nouns and adjectives, read upwards through the
//! tree.

use dossier_annotate::Sentence;
use dossier_annotate::view::CLIMB;
use dossier_model::{Deprel, Status};

use super::super::slots::looks_past;
use super::signs::{Signs, own_signs};
use super::{DEEPEST, Real, real_of};
use crate::grammar::clause::preposition_of;

use Real::{Is, Open, Unreal};
use Status::{Denied, Hypothetical, Past, Planned, UnderWay};

dossier_world::values!(MATRIX: Row = "event/matrix.tsv", parse_row);
dossier_world::words!(DOUBTING_ADVERBS = "event/doubting_adverbs.txt");

/// What a predicate says of the event under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It is as real as the predicate itself: "managed to".
    Keeps,
    /// It does not happen: "failed to".
    Denies,
    /// It is to come: "plans to".
    Plans,
    /// It is wished, feared, asked for or possible: "hopes to".
    Wishes,
    /// It is no event to tell: "the rumour that".
    Doubts,
    /// What is said is denied: "it is untrue that".
    False,
    /// What is said is affirmed: "it is true that".
    True,
    /// It is said: "told reporters that".
    Says,
}

/// How an event stands under a predicate: the columns of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    /// As an infinitive, a gerund or a bare verb.
    Infinitive,
    /// As a clause.
    Clause,
    /// As a noun.
    Noun,
}

/// The classes of one predicate, in the order of [`Under`].
type Row = [Option<Class>; 3];

fn parse_row(columns: &str) -> Option<Row> {
    let mut row = [None; 3];
    let mut columns = columns.split('\t');
    for cell in &mut row {
        *cell = parse_class(columns.next()?)?;
    }
    Some(row)
}

/// `None` for a word that is no class, `Some(None)` for "-".
fn parse_class(name: &str) -> Option<Option<Class>> {
    Some(Some(match name {
        "-" => return Some(None),
        "keeps" => Class::Keeps,
        "denies" => Class::Denies,
        "plans" => Class::Plans,
        "wishes" => Class::Wishes,
        "doubts" => Class::Doubts,
        "false" => Class::False,
        "true" => Class::True,
        "says" => Class::Says,
        _ => return None,
    }))
}

/// The class of the predicate `h`, with its particle where it has one ("call off").
pub(super) fn class(g: &Sentence, h: usize, under: Under) -> Option<Class> {
    let lemma = g.lemma(h).to_lowercase();
    let with_particle = g
        .children_by(h, &[Deprel::CompoundPrt, Deprel::Advmod, Deprel::Xcomp])
        .filter(|&k| k > h && k <= h + 3)
        .find_map(|k| MATRIX.get(&format!("{lemma}_{}", g.word(k).to_lowercase())));
    let row = with_particle.or_else(|| MATRIX.get(&lemma))?;
    row.get(under as usize).copied().flatten()
}

/// What the predicate `h` of the class `class` makes of an event that is `real` by itself.
pub(super) fn apply(g: &Sentence, h: usize, class: Class, real: Real, depth: usize) -> Real {
    let negated = own_signs(g, h).negated;
    let own = || real_of(g, h, depth + 1);
    match class {
        // "Did not fail to".
        Class::Denies | Class::False if negated => real,
        Class::Denies => match own() {
            Is(Planned | Hypothetical) => Is(Hypothetical),
            Unreal => Unreal,
            _ => Is(Denied),
        },
        Class::Keeps => own(),
        Class::Plans if negated => Is(Denied),
        Class::Plans => match own() {
            _ if was_planned(g, h) => Is(Denied),
            // "Wanted to plan a visit".
            Is(Denied) => Is(Denied),
            Is(Hypothetical) => Is(Hypothetical),
            Unreal => Unreal,
            _ => Is(Planned),
        },
        Class::Wishes => Is(Hypothetical),
        Class::Doubts => Unreal,
        Class::False => Is(Denied),
        Class::True if negated => Is(Denied),
        Class::True => real,
        Class::Says if negated => Unreal,
        Class::Says => real,
    }
}

/// "Had been due to": what was planned before something else came.
fn was_planned(g: &Sentence, h: usize) -> bool {
    let has = |words: &[&str]| {
        g.children_by(h, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .any(|k| g.is(k, words))
    };
    has(&["had"]) && has(&["been"])
}

/// Whether an adverb beside the predicate says that it is wrong: "falsely claimed".
fn is_doubted(g: &Sentence, h: usize) -> bool {
    g.children_by(h, &[Deprel::Advmod, Deprel::Amod])
        .any(|k| g.is_in(k, &DOUBTING_ADVERBS))
}

/// What the clauses above make of a finite verb that is `real` by its own signs.
pub(super) fn above(g: &Sentence, v: usize, depth: usize, mut real: Real) -> Real {
    use Deprel as D;
    if depth > DEEPEST {
        return Open;
    }
    let mut at = v;
    for _ in 0..CLIMB {
        let Some(h) = g.head(at) else { break };
        let is_clause = match g.deprel(at) {
            D::Ccomp | D::Csubj | D::CsubjPass | D::Xcomp => true,
            // "The claim that they met": the tree may take the clause for a relative one.
            D::AclRelcl => g.children(at).any(|k| g.is(k, &["that"])) && class(g, h, Under::Clause).is_some(),
            D::Acl => g.is_noun(at) || g.children_by(at, &[D::Mark]).next().is_some(),
            D::Nsubj | D::NsubjPass | D::Obj | D::Obl | D::Nmod | D::Dep => at != v,
            D::Advcl => {
                match clause_mark(g, at) {
                    Mark::Condition => return real.thought(),
                    Mark::Instead => return Is(Denied),
                    Mark::Other => {}
                }
                // "It is not true that they met": the tree may hang the clause on an adjective.
                class(g, h, Under::Clause).is_some_and(|c| matches!(c, Class::True | Class::False))
            }
            D::Conj => {
                at = h;
                continue;
            }
            _ => return real,
        };
        if !is_clause {
            return real;
        }
        if is_doubted(g, h) {
            return Unreal;
        }
        if let Some(class) = class(g, h, Under::Clause) {
            let is_settled = matches!(real, Is(Past | UnderWay));
            // "Announced that they had met": what is told as done is not to come.
            if class != Class::Plans || !is_settled {
                real = apply(g, h, class, real, depth + 1);
            }
        }
        at = h;
    }
    real
}

/// What stands in front of an adverbial clause.
enum Mark {
    /// "if", "unless".
    Condition,
    /// "rather than", "instead of".
    Instead,
    /// Anything else.
    Other,
}

fn clause_mark(g: &Sentence, at: usize) -> Mark {
    use Deprel as D;
    let mut marks = g
        .children_by(at, &[D::Mark, D::Case, D::Cc, D::Advmod])
        .filter(|&k| k < at);
    let conditions = ["if", "unless", "whether", "lest", "until"];
    let found = marks.find(|&k| g.is(k, &conditions) || is_instead(g, k));
    match found {
        Some(k) if is_instead(g, k) => Mark::Instead,
        Some(k) if g.is(k, &["until"]) && looks_past(g, at) => Mark::Other,
        Some(_) => Mark::Condition,
        None => Mark::Other,
    }
}

/// Whether `k` begins "rather than" or "instead of".
pub(super) fn is_instead(g: &Sentence, k: usize) -> bool {
    let next = |words: &[&str]| g.range.contains(&(k + 1)) && g.is(k + 1, words);
    g.is(k, &["rather"]) && next(&["than"]) || g.is(k, &["instead"]) && next(&["of"])
}

/// What the predicate above makes of the event noun `n`; `None` where it says nothing.
pub(super) fn above_noun(g: &Sentence, n: usize, depth: usize) -> Option<Real> {
    use Deprel as D;
    let h = g.head(n)?;
    // "Ruled out an attack": the tree may hang the particle on the noun.
    let with_preposition = || {
        let preposition = preposition_of(g, n)?;
        let key = [g.lemma(h), "_", preposition].concat().to_lowercase();
        MATRIX.get(&key)?.get(Under::Noun as usize).copied().flatten()
    };
    let particle = with_preposition();
    let class = particle.or_else(|| class(g, h, Under::Noun))?;
    let fits = match g.deprel(n) {
        D::NsubjPass | D::Obj => true,
        // "The talks failed" tells of talks; "the attack is unlikely" of none.
        D::Nsubj => matches!(class, Class::False | Class::Doubts),
        D::Obl | D::Nmod => {
            particle.is_some()
                || match preposition_of(g, n) {
                    Some("of" | "about") => true,
                    Some("from" | "out") => class == Class::Denies,
                    Some("for" | "against") => class != Class::Denies,
                    _ => false,
                }
        }
        _ => false,
    };
    // "Their fear of the attack" tells of an attack that has an owner.
    let is_owned = class == Class::Wishes && g.children_by(n, &[D::NmodPoss]).next().is_some();
    if !fits || is_owned || is_naming(g, h, n) {
        return None;
    }
    Some(apply(g, h, class, Open, depth + 1))
}

/// "Called it a reply to the strikes": to call something is to name it.
fn is_naming(g: &Sentence, h: usize, n: usize) -> bool {
    use Deprel as D;
    g.lemma(h) == "call" && g.children_by(h, &[D::Obj, D::Xcomp, D::Ccomp]).any(|k| k != n)
}

impl Real {
    /// Under a condition.
    pub(super) fn thought(self) -> Self {
        match self {
            Is(Denied) | Unreal => Unreal,
            _ => Is(Hypothetical),
        }
    }
}

/// The signs of a governor that is no verb, for [`real_of`].
pub(super) fn by_signs(signs: &Signs) -> Real {
    match signs {
        Signs { negated: true, .. } => Is(Denied),
        Signs { unreal: true, .. } => Unreal,
        Signs {
            conditional: true, ..
        }
        | Signs { possible: true, .. }
        | Signs { would: true, .. } => Is(Hypothetical),
        Signs { future: true, .. } => Is(Planned),
        Signs { past_be: true, .. } => Is(Past),
        _ => Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        assert!(MATRIX.unread().is_empty(), "{:?}", MATRIX.unread());
    }
}
