//! What a name names by what is told that it does: bodies own and act as "it", states condemn and recall.

use dossier_annotate::View;
use dossier_model::{MentionKind, Upos};
use dossier_world::{country, place};

use crate::grammar::clause::auxiliary;
use crate::grammar::mention::scan::Name;

dossier_world::words!(BODY_ACTS = "mention/body_acts.txt");
dossier_world::words!(STATE_ACTS = "mention/state_acts.txt");
dossier_world::words!(SEATS = "quote/seats_of_power.txt");
dossier_world::words!(PERSON_VERBS = "mention/person_verbs.txt");

/// How many auxiliaries and adverbs may stand in front of the verb.
const LOOSE: usize = 3;

/// The verb that follows a name right behind it.
fn verb(words: &View, n: &Name) -> Option<usize> {
    let end = words.sentence_words(n.start).1;
    let loose = |k: usize| {
        matches!(words.upos(k), Upos::Aux | Upos::Adv | Upos::Part) || auxiliary(words.fold(k)).is_some()
    };
    let k = (n.end..end.min(n.end + LOOSE)).find(|&k| !loose(k))?;
    (words.upos(k) == Upos::Verb && !words.is_capital(k)).then_some(k)
}

/// "Norvik cut its forecast", "Norvik said one of its ships": the possessive right behind its verb.
pub(super) fn owns(words: &View, n: &Name) -> bool {
    let Some(v) = verb(words, n) else { return false };
    let mut k = v + 1;
    while k < v + 4
        && matches!(
            words.fold(k),
            "that" | "in" | "on" | "one" | "all" | "some" | "of"
        )
    {
        k += 1;
    }
    words.fold(k) == "its"
}

/// "Norvik said it would appeal": a verb of speech, "it", and what bodies do.
pub(super) fn acts(words: &View, n: &Name) -> bool {
    let Some(v) = verb(words, n).filter(|&v| PERSON_VERBS.has(words.fold(v))) else {
        return false;
    };
    let it = v + 1 + usize::from(words.fold(v + 1) == "that");
    if words.fold(it) != "it" {
        return false;
    }
    let end = words.sentence_words(n.start).1;
    (it + 1..end.min(it + 2 + LOOSE))
        .find(|&k| words.upos(k) == Upos::Verb)
        .is_some_and(|k| BODY_ACTS.has(words.lemma(k)))
}

/// "Norvik downgraded France", "Norvik filed for bankruptcy": what bodies alone do.
pub(super) fn rates(words: &View, n: &Name) -> bool {
    verb(words, n).is_some_and(|v| {
        matches!(
            words.fold(v),
            "downgraded" | "upgraded" | "downgrades" | "upgrades"
        ) || words.lemma(v) == "file" && words.fold(v + 1) == "for" && words.fold(v + 2) == "bankruptcy"
    })
}

/// The kind of a thing that owns or acts: the place that the words are, else a body.
pub(super) fn kind(words: &View, n: &Name) -> MentionKind {
    let known = n.end == n.start + 1
        && (place::is_known(words.fold(n.start)) || country::by_capital(words.word(n.start)).is_some());
    if known {
        MentionKind::Place
    } else {
        MentionKind::Organization
    }
}

/// Whether the capital of a state acts as its government does. `surname` tells whether a person of the article has the
/// word as the last part of the name.
pub(super) fn is_state(words: &View, n: &Name, surname: bool) -> bool {
    let seat = country::by_capital(words.word(n.start)).is_some() || SEATS.has(words.fold(n.start));
    if n.end != n.start + 1 || !seat {
        return false;
    }
    if words.fold(n.end) == "has" && words.fold(n.end + 1) == "not" && words.fold(n.end + 2) == "commented" {
        return true;
    }
    let Some(v) = verb(words, n) else { return false };
    let lemma = words.lemma(v);
    let silent =
        matches!(lemma, "decline" | "refuse") && words.fold(v + 1) == "to" && words.fold(v + 2) == "comment";
    // Who bears the word as a surname may condemn and warn as well.
    let strict = matches!(
        lemma,
        "annex" | "expel" | "impose" | "ratify" | "recall" | "sanction" | "summon"
    );
    silent || strict || !surname && STATE_ACTS.has(lemma)
}
