//! Who holds an office by what the sentence says of them: "Ana Ruiz, daughter of a farmer, was elected mayor".

use dossier_model::{Deprel, LocalId, MentionKind};

use super::{Names, Office};
use crate::grammar::clause::{auxiliary, is_negation};
use dossier_annotate::View;

/// How far the words that the tree joins may stand apart; keeps odd sentences linear.
const REACH: usize = 60;

/// Verbs that put somebody into an office.
const ELECTS: &[&str] = &[
    "elected",
    "re-elected",
    "reelected",
    "appointed",
    "named",
    "chosen",
    "crowned",
    "installed",
    "made",
    "confirmed",
    "reappointed",
    "promoted",
];

/// The same as finite verbs with the person as their object.
const PUTS: &[&str] = &[
    "elected",
    "re-elected",
    "reelected",
    "appointed",
    "named",
    "chose",
    "picked",
    "made",
    "installed",
    "reappointed",
    "appoints",
    "names",
    "elects",
    "picks",
];

/// The person that the tree makes the subject of the office, or of the verb that gives it.
pub(super) fn of(words: &View, names: &Names<'_>, office: &Office) -> Option<LocalId> {
    object(words, names, office).or_else(|| subject(words, names, office))
}

fn holder(names: &Names<'_>, i: usize) -> Option<LocalId> {
    let person = names.names.get(i)?.kind == MentionKind::Person;
    names.locals_of.get(i).copied().flatten().filter(|_| person)
}

/// "The board named Ana Ruiz (as) its chief executive": the words alone tell.
fn object(words: &View, names: &Names<'_>, office: &Office) -> Option<LocalId> {
    let mut k = office.start;
    for skip in [
        &["the", "a", "an", "its", "their", "his", "her"][..],
        &["as"],
        &["new", "next"],
    ] {
        if k > 0 && skip.contains(&words.fold(k - 1)) {
            k -= 1;
        }
    }
    let (i, n) = names.ending(k)?;
    let verb = n.start.checked_sub(1).map(|v| words.fold(v))?;
    PUTS.contains(&verb).then(|| holder(names, i))?
}

fn subject(words: &View, names: &Names<'_>, office: &Office) -> Option<LocalId> {
    let (start, end) = words.sentence_words(office.head);
    let around = |v: usize| start.max(v.saturating_sub(REACH))..end.min(v + REACH);
    let kid = |v: usize, rels: &[Deprel]| words.children_by(v, rels).find(|k| around(v).contains(k));
    let head = office.head;
    let (verb, rels): (usize, &[Deprel]) = if kid(head, &[Deprel::Cop]).is_some() {
        (head, &[Deprel::Nsubj])
    } else {
        let v = words.head(head)?;
        let gives = matches!(
            words.deprel(head),
            Deprel::Xcomp | Deprel::Obj | Deprel::Obl | Deprel::OblUnmarked
        );
        match () {
            () if gives && ELECTS.contains(&words.fold(v)) => (v, &[Deprel::NsubjPass]),
            () if gives && matches!(words.fold(v), "became" | "becomes" | "remained" | "remains") => {
                (v, &[Deprel::Nsubj])
            }
            () => return None,
        }
    };
    // What may be, is not or is asked is no office.
    let open = words
        .children(verb)
        .filter(|k| around(verb).contains(k))
        .any(|k| {
            let word = words.word(k);
            auxiliary(word).is_some_and(|a| a.is_modal())
                || is_negation(word)
                || words.is(k, &["to", "if", "whether", "be"])
        });
    let s = kid(verb, rels).filter(|_| !open)?;
    // A subject behind the office ("The president is Ana Ruiz") is read by the same tree, too.
    let i = names.at(s)?;
    holder(names, i)
}
