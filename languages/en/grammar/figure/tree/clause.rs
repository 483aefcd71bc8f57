//! Who does what in the clause of a number.

use dossier_annotate::view::{CLIMB, SUBJECTS};
use dossier_model::{Deprel, Upos};

use super::phrase::{is_whole, with_articles};
use super::referent::referent;
use crate::grammar::clause::{Auxiliary, auxiliary, is_negation};
use crate::grammar::figure::Scene;

dossier_world::words!(ABSTRACT = "figure/no_agents.txt");
dossier_world::words!(POLLING = "figure/polling_nouns.txt");
dossier_world::words!(CONTROL = "figure/object_control_verbs.txt");
dossier_world::words!(DENYING = "figure/denying_verbs.txt");
dossier_world::words!(INTENDING = "figure/intending_verbs.txt");
dossier_world::words!(SPEECH = "mention/speech_verbs.txt");
dossier_world::words!(FACTIVE = "figure/factive_matrix_verbs.txt");

/// What stands in front of a verb.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::grammar::figure) struct Chain {
    /// Its auxiliaries, in order.
    pub auxiliaries: Vec<usize>,
    /// "could", "may", "would".
    pub modal: Option<usize>,
    /// It is ahead: "will", "to".
    pub ahead: bool,
    /// It is denied.
    pub denied: bool,
    /// It is a passive.
    pub passive: bool,
}

/// The auxiliaries and the negation of the verb or predicate `v`.
pub(in crate::grammar::figure) fn chain(scene: Scene<'_>, v: usize) -> Chain {
    let words = scene.words;
    let mut out = Chain::default();
    for c in words.children(v).filter(|&c| c < v) {
        match words.deprel(c) {
            Deprel::Aux | Deprel::AuxPass | Deprel::Cop => {
                out.auxiliaries.push(c);
                out.passive |= words.deprel(c) == Deprel::AuxPass;
                match auxiliary(words.word(c)) {
                    Some(Auxiliary::Will) => out.ahead = true,
                    Some(a) if a.is_modal() => out.modal = Some(c),
                    _ => {}
                }
            }
            Deprel::Mark if words.is(c, &["to"]) => out.ahead = true,
            _ => {}
        }
        let denies =
            is_negation(words.word(c)) || words.is(c, &["no", "hardly", "barely", "longer", "without"]);
        out.denied |= denies
            && matches!(
                words.deprel(c),
                Deprel::Advmod | Deprel::Det | Deprel::Aux | Deprel::Mark
            );
    }
    // "considers issuing": it did not come about.
    let intended = words.head(v).filter(|_| {
        matches!(words.deprel(v), Deprel::Xcomp | Deprel::Ccomp) && words.word(v).ends_with("ing")
    });
    out.ahead |= intended.is_some_and(|m| INTENDING.has(words.lemma(m)));
    // "helped to create": it came about.
    let matrix = words
        .head(v)
        .filter(|_| out.ahead && words.deprel(v) == Deprel::Xcomp);
    if matrix.is_some_and(|m| FACTIVE.has(words.lemma(m))) {
        out.ahead = false;
    }
    // "would cut 300 jobs and close two plants".
    let base = words.word(v) == words.lemma(v);
    if out.auxiliaries.is_empty()
        && !out.ahead
        && base
        && words.deprel(v) == Deprel::Conj
        && let Some(first) = words.head(v).filter(|&h| words.is_verb(h))
    {
        let denied = out.denied;
        out = Chain {
            auxiliaries: Vec::new(),
            ..chain_once(scene, first)
        };
        out.denied |= denied;
        out.passive = false;
    }
    out
}

/// The chain of a first conjunct, which is no conjunct itself.
fn chain_once(scene: Scene<'_>, v: usize) -> Chain {
    if scene.words.deprel(v) == Deprel::Conj {
        return Chain::default();
    }
    chain(scene, v)
}

/// The subject of the verb or predicate `v`: its own, that of the clause it belongs to, or the noun that it stands
/// behind.
pub(in crate::grammar::figure) fn subject(scene: Scene<'_>, v: usize) -> Option<usize> {
    let words = scene.words;
    let mut at = v;
    for _ in 0..CLIMB {
        // "the news that Lind turned down": of two the nearest.
        let near = words.children_by(at, SUBJECTS).rfind(|&s| s < at);
        if let Some(s) = near.or_else(|| words.child(at, SUBJECTS)) {
            let relative =
                words.deprel(at) == Deprel::AclRelcl && words.is(s, &["who", "that", "which", "what"]);
            return if relative {
                antecedent(scene, at, s)
            } else {
                Some(before_preposition(scene, s))
            };
        }
        match words.deprel(at) {
            // "ordered the firm to pay": the firm pays.
            Deprel::Xcomp if let Some(object) = controller(scene, at) => return Some(object),
            Deprel::Conj if is_behind_report(scene, at) => return None,
            Deprel::Conj | Deprel::Xcomp => at = words.head(at)?,
            Deprel::Advcl if at > words.head(at)? && is_free(scene, at) && is_next(scene, at) => {
                at = words.head(at)?;
            }
            // "came third in the vote, earning 14 percent": behind a comma it tells of the clause.
            Deprel::Acl if is_free(scene, at) && is_behind_comma(scene, at) => {
                at = clause_of(scene, words.head(at)?)?;
            }
            Deprel::Acl if is_free(scene, at) => return words.head(at),
            Deprel::Root | Deprel::Ccomp | Deprel::Parataxis => {
                return noun_in_front(scene, at).or_else(|| list_in_front(scene, at));
            }
            _ => return None,
        }
    }
    None
}

/// "The army said the missile rose and flew 2,700 km": behind what somebody said nobody can tell whether the conjunct goes on
/// with it or with the saying.
fn is_behind_report(scene: Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let says = |i: usize| SPEECH.has(words.lemma(i));
    let above = words.head(at).filter(|&h| h < at && says(h) && !says(at));
    above.is_some_and(|h| words.children_by(h, &[Deprel::Ccomp]).any(|c| c > h && c < at))
}

/// The object of the verb above `at`, which is its subject: "ordered the firm to pay", "saw the crew loading shells".
fn controller(scene: Scene<'_>, at: usize) -> Option<usize> {
    let words = scene.words;
    let matrix = words.head(at).filter(|&m| words.is_verb(m) && m < at)?;
    let infinitive = words
        .children_by(at, &[Deprel::Mark])
        .any(|c| c < at && words.is(c, &["to"]));
    // "Spent millions loading" is the spender's.
    let seen =
        words.word(at).ends_with("ing") && !matches!(words.lemma(matrix), "spend" | "waste" | "lose" | "use");
    let object = words.child(matrix, &[Deprel::Obj, Deprel::Iobj])?;
    let controls = infinitive && CONTROL.has(words.lemma(matrix)) || seen && object + 1 == at;
    (controls && matrix < object && object < at).then_some(object)
}

/// Whether no other clause with a subject stands between the participle `at` and the verb that it hangs on.
fn is_next(scene: Scene<'_>, at: usize) -> bool {
    let words = scene.words;
    let head = words.head(at).unwrap_or(at);
    !(head + 1..at).any(|i| words.is_verb(i) && words.child(i, SUBJECTS).is_some())
}

/// Whether a comma stands right in front of the participle `at`.
fn is_behind_comma(scene: Scene<'_>, at: usize) -> bool {
    at > 0 && scene.words.is(at - 1, &[","]) && scene.words.word(at).ends_with("ing")
}

/// The verb or predicate above the noun `i`.
fn clause_of(scene: Scene<'_>, mut i: usize) -> Option<usize> {
    let words = scene.words;
    for _ in 0..CLIMB {
        if words.is_verb(i) || words.child(i, &[Deprel::Cop]).is_some() {
            return Some(i);
        }
        i = words.head(i)?;
    }
    None
}

/// Whether word `i` stands in a condition, or under a verb that denies what is told.
pub(in crate::grammar::figure) fn is_supposed(scene: Scene<'_>, i: usize) -> bool {
    let words = scene.words;
    let mut at = i;
    for _ in 0..CLIMB {
        let mut marks = words.children_by(at, &[Deprel::Mark]);
        if marks.any(|m| m < i && words.is(m, &["if", "unless", "whether", "lest"])) {
            return true;
        }
        let Some(h) = words.head(at) else { break };
        // "shootings are defined as those in which four people die".
        if words.is_verb(h) && words.lemma(h) == "define" {
            return true;
        }
        let clause = matches!(words.deprel(at), Deprel::Ccomp | Deprel::Xcomp | Deprel::Acl);
        if clause && DENYING.has(words.lemma(h)) {
            return true;
        }
        at = h;
    }
    false
}

/// The noun right in front of a finite verb that has no subject in the tree, where no preposition stands before the noun:
/// "in the first quarter of 2031 trade reached".
fn noun_in_front(scene: Scene<'_>, v: usize) -> Option<usize> {
    let words = scene.words;
    let (first, _) = words.sentence_words(v);
    let noun = v
        .checked_sub(1)
        .filter(|&n| n >= first && words.upos(n) == Upos::Noun)?;
    let start = (first..noun)
        .rev()
        .take_while(|&i| words.upos(i) == Upos::Adj || words.upos(i) == Upos::Noun);
    let start = start.last().unwrap_or(noun);
    let behind_preposition =
        start > first && matches!(words.upos(start - 1), Upos::Adp | Upos::Cconj | Upos::Part);
    (!behind_preposition).then_some(noun)
}

/// "During the visit, ministries and towns are to sign": a list behind a comma that the tree hangs on the phrase before it is the
/// subject of the verb, where that has none.
fn list_in_front(scene: Scene<'_>, v: usize) -> Option<usize> {
    let words = scene.words;
    let front = words.children_by(v, &[Deprel::Obl]).find(|&c| c < v)?;
    let noun = words
        .children_by(front, &[Deprel::Conj])
        .find(|&k| k > front && k < v)?;
    let behind_comma = words.is(front + 1, &[","]) && words.extent(noun).0 <= front + 2;
    let plain = !words.children_by(noun, &[Deprel::Cc]).any(|k| k < noun);
    (behind_comma && plain && words.upos(noun) == Upos::Noun).then_some(noun)
}

/// No subject stands behind a preposition: where the tree says so ("Trade with Norway reached"), it is the noun in front.
fn before_preposition(scene: Scene<'_>, s: usize) -> usize {
    let words = scene.words;
    let preposition = words
        .child(s, &[Deprel::Case])
        .filter(|&c| c > 0 && c < s && words.upos(c) == Upos::Adp);
    let noun = preposition
        .map(|c| c - 1)
        .filter(|&n| words.is_noun(n) && words.sentence_index(n) == words.sentence_index(s));
    noun.unwrap_or(s)
}

/// Whether no preposition and no conjunction stands in front of the clause of `v`: "of reaching" belongs elsewhere.
fn is_free(scene: Scene<'_>, v: usize) -> bool {
    scene
        .words
        .children_by(v, &[Deprel::Mark, Deprel::Case])
        .next()
        .is_none()
}

/// The noun that the relative pronoun `pronoun` of the clause of `v` stands for, where no other noun stands nearer.
fn antecedent(scene: Scene<'_>, v: usize, pronoun: usize) -> Option<usize> {
    let words = scene.words;
    let mut noun = words.head(v)?;
    // "the news that Lind turned down": the clause has a subject of its own.
    if let Some(own) = (pronoun + 1..v).find(|&i| words.is_noun(i) && !scene.is_time_word(i)) {
        return Some(scene.top(pronoun + 1..v, own));
    }
    // "a rally in Bergen that drew": no "that" behind a name tells which one is meant.
    while words.is(pronoun, &["that"])
        && words.upos(noun) == Upos::Propn
        && words.deprel(noun) == Deprel::Nmod
        && let Some(above) = words.head(noun).filter(|&h| h < noun && words.is_noun(h))
    {
        noun = above;
    }
    if words.head(v) != Some(noun) {
        return Some(noun);
    }
    if words.is(pronoun, &["that"])
        && words.upos(noun) == Upos::Propn
        && words.deprel(noun) == Deprel::Obl
        && let Some(object) = words.head(noun).and_then(|h| words.child(h, &[Deprel::Obj]))
        && object < noun
    {
        return Some(object);
    }
    let nearest = (noun..pronoun).rev().find(|&i| words.is_noun(i))?;
    let name = |i: usize| {
        matches!(
            words.deprel(i),
            Deprel::Flat | Deprel::FlatName | Deprel::Compound
        )
    };
    (nearest == noun || name(nearest) && words.head(nearest) == Some(noun)).then_some(noun)
}

/// "ministries, agencies, and towns": the nouns of a list of bare nouns from word `s` on, where the tree parts them.
fn list_behind(scene: Scene<'_>, s: usize) -> Option<Vec<usize>> {
    let words = scene.words;
    let bare = |i: usize| words.upos(i) == Upos::Noun && !scene.is_time_word(i);
    let mut at = s;
    let mut closed = false;
    while bare(at) && !closed {
        let comma = usize::from(words.is(at + 1, &[","]));
        let and = usize::from(words.is(at + 1 + comma, &["and", "or"]));
        let next = at + 1 + comma + and;
        if comma + and == 0 || !bare(next) || next > s + 12 {
            return None;
        }
        closed = and == 1;
        at = next;
    }
    let own = words.upos(s.saturating_sub(1));
    let plain = s == 0 || !matches!(own, Upos::Adj | Upos::Det | Upos::Noun | Upos::Propn | Upos::Num);
    let long = at > s + 3 && !words.is(at + 1, &["of"]);
    (closed && plain && long).then(|| (s..=at).collect())
}

/// The one who did it, as words behind "by". `None` for pronouns and long phrases.
pub(in crate::grammar::figure) fn agent(scene: Scene<'_>, s: usize, before: usize) -> Option<Vec<usize>> {
    if s >= before {
        return None;
    }
    if scene.words.upos(s) == Upos::Pron {
        return referent(scene, s);
    }
    if let Some(name) = super::referent::called(scene, s) {
        return Some(name);
    }
    // "A poll showed Lind with a lead, earning 51 percent": no poll earns, and a "thing" is nobody.
    let lemma = scene.words.lemma(s);
    if !scene.words.is_noun(s) || POLLING.has(lemma) || ABSTRACT.has(lemma) {
        return None;
    }
    let opens = |a: &Vec<usize>| {
        a.first()
            .is_some_and(|&i| scene.words.upos(i) != Upos::Cconj && !scene.words.is_punct(i))
    };
    let width = |a: &Vec<usize>| a.iter().filter(|&&i| !scene.words.is_punct(i)).count();
    let fits =
        |a: &Vec<usize>| width(a) <= 8 && opens(a) && a.iter().all(|&i| i < before) && is_whole(scene, a);
    if let Some(list) = list_behind(scene, s).filter(fits) {
        return Some(list);
    }
    with_articles(scene, s, 1)
        .filter(fits)
        .or_else(|| with_articles(scene, s, 0))
        .filter(fits)
        .or_else(|| super::core(scene, s, &(0..0), true))
        .filter(fits)
}
