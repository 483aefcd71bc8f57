//! What the words of an unnamed source are of: a person, or nobody who could speak.

use dossier_model::{Quote, Upos};

use crate::fold;
use crate::scope::Scope;

/// Nouns of acts, events and states: what they "say" or "show" is the outlet's conclusion. Papers that speak for
/// their writers (statement, report, study) are not among them.
const NO_SPEAKERS: &[&str] = &[
    "abduction",
    "accident",
    "act",
    "action",
    "analysis",
    "anger",
    "arrest",
    "arrival",
    "assault",
    "attack",
    "ban",
    "battle",
    "capture",
    "case",
    "change",
    "clash",
    "climate",
    "closure",
    "collapse",
    "concern",
    "conclusion",
    "confusion",
    "crash",
    "crisis",
    "death",
    "decision",
    "decline",
    "defeat",
    "delay",
    "departure",
    "disappearance",
    "discovery",
    "drop",
    "escape",
    "event",
    "experience",
    "explosion",
    "fact",
    "failure",
    "fall",
    "fear",
    "feeling",
    "fight",
    "fighting",
    "fire",
    "freedom",
    "growth",
    "history",
    "hope",
    "incident",
    "increase",
    "killing",
    "kidnapping",
    "launch",
    "loss",
    "move",
    "outcome",
    "performance",
    "pressure",
    "price",
    "problem",
    "progress",
    "protest",
    "raid",
    "reaction",
    "reality",
    "release",
    "removal",
    "rescue",
    "return",
    "rise",
    "shooting",
    "silence",
    "situation",
    "speculation",
    "success",
    "surge",
    "swap",
    "tension",
    "threat",
    "trend",
    "uncertainty",
    "victory",
    "violence",
    "visit",
    "vote",
    "war",
    "withdrawal",
];

/// Nouns of one person who speaks as such, where no article or number tells so.
const PERSONS: &[&str] = &[
    "activist",
    "adviser",
    "advisor",
    "aide",
    "ambassador",
    "analyst",
    "attorney",
    "author",
    "captain",
    "chairman",
    "chief",
    "colleague",
    "columnist",
    "commander",
    "commentator",
    "coroner",
    "detective",
    "diplomat",
    "director",
    "doctor",
    "economist",
    "employee",
    "engineer",
    "envoy",
    "executive",
    "expert",
    "father",
    "fisherman",
    "governor",
    "historian",
    "insider",
    "journalist",
    "judge",
    "lawmaker",
    "lawyer",
    "leader",
    "manager",
    "mayor",
    "minister",
    "mother",
    "negotiator",
    "neighbor",
    "neighbour",
    "observer",
    "officer",
    "official",
    "physician",
    "premier",
    "president",
    "professor",
    "prosecutor",
    "reporter",
    "representative",
    "researcher",
    "resident",
    "scholar",
    "scientist",
    "secretary",
    "senator",
    "soldier",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "student",
    "survivor",
    "teacher",
    "trader",
    "victim",
    "witness",
    "worker",
];

/// The place of the head noun of a quotation's source.
fn find_head(scope: &Scope<'_>, doc: usize, quote: &Quote) -> Option<usize> {
    let span = *quote.source.first()?;
    let tokens = &scope.docs[doc].notes.tokens;
    let inside = tokens.inside(span);
    let is_noun = |i: usize| matches!(tokens.upos(i), Upos::Noun | Upos::Propn);
    let is_head = |i: usize| tokens.head(i).is_none_or(|h| !inside.contains(&h));
    (inside.clone()).find(|&i| is_head(i) && is_noun(i))
}

/// Whether the source is an act, an event or a state, that nobody can have heard.
#[must_use]
pub fn is_no_speaker(scope: &Scope<'_>, doc: usize, quote: &Quote) -> bool {
    find_head(scope, doc, quote).is_some_and(|i| {
        let tokens = &scope.docs[doc].notes.tokens;
        tokens.upos(i) == Upos::Noun && is_among(NO_SPEAKERS, tokens.lemma(i))
    })
}

/// Whether the source's noun is of one person: "Chinese expert", "the diplomat", and not "experts".
#[must_use]
pub fn is_one_person(scope: &Scope<'_>, doc: usize, quote: &Quote) -> bool {
    find_head(scope, doc, quote).is_some_and(|i| {
        let printed = fold::letters(scope.text(doc, scope.docs[doc].notes.tokens.span(i)));
        is_among(PERSONS, &printed)
    })
}

fn is_among(list: &[&str], word: &str) -> bool {
    list.contains(&fold::letters(word).as_str())
}
