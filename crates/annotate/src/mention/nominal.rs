//! Descriptions ("the ambassador") and pronouns ("he"), resolved where the article leaves no doubt.
//!
//! A description goes to the one person whose office it names; a pronoun to the one person of fitting gender that the
//! sentence before it speaks of, or to the last speaker where it speaks itself. Everything else stays open.

use std::collections::BTreeMap;

use dossier_model::{LocalId, Mention, MentionForm, MentionKind, Span, Tokens};

use super::role::{Names, Office, qualifies_next};
use super::words::{Shape, Words};
use crate::lists::office::{self, Gender};
use crate::lists::{common, country};

/// What is known of the people when nominals are resolved.
pub(crate) struct Known<'a> {
    /// Names and bearers.
    pub names: &'a Names<'a>,
    /// The offices of each person.
    pub held: &'a BTreeMap<LocalId, Vec<&'a Office>>,
    /// Gender by bearer.
    pub genders: &'a BTreeMap<LocalId, Gender>,
    /// The country that each person's offices belong to.
    pub homes: &'a BTreeMap<LocalId, String>,
    /// The tokens, for the grammatical subject.
    pub tokens: &'a Tokens,
}

/// A person in the flow of the text.
#[derive(Debug, Clone, Copy)]
struct Seen {
    at: usize,
    sentence: usize,
    local: LocalId,
    /// The first person of the sentence, and no mere possessor.
    topic: bool,
    /// Followed or preceded by a verb of speech.
    speaks: bool,
}

/// All descriptions and pronouns of people.
pub(crate) fn find(words: &Words<'_>, known: &Known<'_>) -> Vec<(Span, Mention)> {
    let mut out = Vec::new();
    let mut seen: Vec<Seen> = Vec::new();
    for (s, ((start, end), _)) in words.sentences().enumerate() {
        let mut quoted = false;
        let mut k = start;
        while k < end {
            // A sentence of usual length never grows that long.
            forget(&mut seen, 200);
            match words.raw(k) {
                "“" | "``" | "«" => quoted = true,
                "”" | "''" | "»" => quoted = false,
                "\"" => quoted = !quoted,
                _ => {}
            }
            if let Some(i) = known.names.at(k) {
                let Some(n) = known.names.names.get(i) else { break };
                if n.start == k
                    && n.kind == MentionKind::Person
                    && (n.sure >= 2 || n.form == MentionForm::Short)
                    && let Some(local) = known.names.locals_of.get(i).copied().flatten()
                {
                    seen.push(note(words, known, &seen, (n.start, n.end), s, start, local));
                }
                k = n.end.max(k + 1);
                continue;
            }
            if let Some(gender) = pronoun(words, k) {
                let local = if quoted {
                    None
                } else {
                    resolve_pronoun(words, known, &seen, k, s, start, gender)
                };
                out.push((words.span(k), mention(MentionForm::Pronoun, local)));
                if let Some(local) = local {
                    seen.push(note(words, known, &seen, (k, k + 1), s, start, local));
                }
                k += 1;
                continue;
            }
            if let Some((first, last, head)) = nominal(words, known, k, end) {
                let local = if quoted {
                    None
                } else {
                    resolve_nominal(words, known, &seen, (first, last, head), s)
                };
                out.push((words.cover(first, last), mention(MentionForm::Nominal, local)));
                if let Some(local) = local {
                    seen.push(note(words, known, &seen, (first, last), s, start, local));
                }
                k = last;
                continue;
            }
            k += 1;
        }
        forget(&mut seen, 64);
    }
    out
}

/// Only what was said lately decides; the list stays short on long texts.
fn forget(seen: &mut Vec<Seen>, limit: usize) {
    if seen.len() > limit {
        seen.drain(..seen.len() - 48);
    }
}

fn mention(form: MentionForm, local: Option<LocalId>) -> Mention {
    Mention {
        kind: MentionKind::Person,
        form,
        local,
    }
}

fn note(
    words: &Words<'_>,
    known: &Known<'_>,
    seen: &[Seen],
    range: (usize, usize),
    sentence: usize,
    start: usize,
    local: LocalId,
) -> Seen {
    let (from, to) = range;
    let possessor = matches!(words.fold(to), "'s" | "’s" | "'" | "’")
        || matches!(words.fold(from), "his" | "her")
        || from > start && matches!(words.fold(from - 1), "of" | "by" | "with" | "to" | "for");
    let first = !seen.iter().any(|x| x.sentence == sentence && x.topic);
    let subject = (from..to).any(|k| {
        matches!(
            known.tokens.deprel(k),
            dossier_model::Deprel::Nsubj | dossier_model::Deprel::NsubjPass
        ) && known
            .tokens
            .head(k)
            .is_some_and(|h| known.tokens.head(h).is_none())
    });
    Seen {
        at: from,
        sentence,
        local,
        topic: subject || first && !possessor,
        speaks: is_speech(words.fold(to))
            || to + 1 < words.len() && words.fold(to) == "also" && is_speech(words.fold(to + 1))
            || from > start && is_speech(words.fold(from - 1))
            || according(words, from, start),
    }
}

/// "according to Vietnamese Ambassador to China Ana Ruiz".
fn according(words: &Words<'_>, from: usize, start: usize) -> bool {
    (start.max(from.saturating_sub(10))..from).any(|k| words.fold(k) == "according")
        && !(start.max(from.saturating_sub(10))..from).any(|k| words.raw(k) == ",")
}

fn is_speech(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "say"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "noted"
            | "notes"
            | "stressed"
            | "stresses"
            | "underscored"
            | "underlined"
            | "highlighted"
            | "emphasised"
            | "emphasized"
            | "reiterated"
            | "affirmed"
            | "confirmed"
            | "explained"
            | "argued"
            | "insisted"
            | "expressed"
            | "warned"
            | "announced"
            | "declared"
            | "stated"
            | "pointed"
            | "called"
            | "urged"
            | "revealed"
            | "recalled"
            | "believes"
            | "believed"
            | "wrote"
            | "tweeted"
            | "replied"
            | "acknowledged"
            | "admitted"
            | "claimed"
            | "suggested"
            | "predicted"
            | "concluded"
            | "observed"
            | "commented"
            | "continued"
            | "hoped"
            | "thanked"
            | "praised"
            | "criticised"
            | "criticized"
            | "accused"
            | "denied"
            | "assessed"
            | "held"
    )
}

fn pronoun(words: &Words<'_>, k: usize) -> Option<Gender> {
    if words.shape(k) == Shape::Upper {
        return None;
    }
    match words.fold(k) {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// "the Vietnamese ambassador", "this expert": a determiner, qualifiers, an office, and no name behind it.
fn nominal(words: &Words<'_>, known: &Known<'_>, k: usize, end: usize) -> Option<(usize, usize, usize)> {
    if !matches!(words.fold(k), "the" | "this" | "that") {
        return None;
    }
    let mut m = k + 1;
    let mut head = None;
    while m < end && m < k + 8 {
        let w = words.fold(m);
        if office::is_office(w) && known.names.at(m).is_none() && !qualifies_next(words, known.names, m, end)
        {
            head = Some(m);
            m += 1;
            continue;
        }
        if head.is_some() {
            break;
        }
        let people = known
            .names
            .at(m)
            .and_then(|i| known.names.names.get(i))
            .is_some_and(|n| {
                matches!(
                    n.kind,
                    MentionKind::Group | MentionKind::Place | MentionKind::Organization
                )
            });
        let qualifies = office::is_modifier(w)
            || people
            || matches!(words.raw(m), "-")
            || words.shape(m) == Shape::Lower
                && !common::is_function(w)
                && words.upos(m) == dossier_model::Upos::Adj;
        if !qualifies && !matches!(w, "year" | "old") && words.shape(m) != Shape::Number {
            break;
        }
        m += 1;
    }
    let head = head?;
    // "the ambassador Ana Ruiz" is a title; "the expert group" is no person.
    let named = known
        .names
        .at(head + 1)
        .and_then(|i| known.names.names.get(i))
        .is_some_and(|n| n.kind == MentionKind::Person);
    let compound = head + 1 < end
        && words.shape(head + 1) != Shape::Mark
        && matches!(
            words.upos(head + 1),
            dossier_model::Upos::Noun | dossier_model::Upos::Propn
        )
        && (words.shape(head + 1) == Shape::Lower || words.is_capital(head + 1))
        && words.upos(head + 1) != dossier_model::Upos::Verb
        && is_noun_like(words, head + 1);
    (!named && !compound).then_some((k, head + 1, head))
}

/// The stand-in tagger calls every word a noun; closed classes and verbs of speech are none.
fn is_noun_like(words: &Words<'_>, k: usize) -> bool {
    let w = words.fold(k);
    !common::is_function(w)
        && !is_speech(w)
        && !w.ends_with("ed")
        && !w.ends_with("ly")
        && !matches!(
            w,
            "said" | "held" | "met" | "left" | "took" | "made" | "went" | "came" | "gave" | "'s" | "'"
        )
}

/// Offices that may stand for one another in a description.
fn stands_for(nominal: &str, held: &str) -> bool {
    nominal == held
        || match nominal {
            "diplomat" => matches!(
                held,
                "ambassador" | "envoy" | "consul" | "attache" | "counsellor" | "diplomat"
            ),
            "expert" | "analyst" | "scholar" | "academic" | "researcher" => matches!(
                held,
                "researcher"
                    | "professor"
                    | "analyst"
                    | "scholar"
                    | "academic"
                    | "expert"
                    | "economist"
                    | "lecturer"
                    | "fellow"
                    | "historian"
            ),
            "spokesperson" | "spokesman" | "spokeswoman" => {
                matches!(held, "spokesperson" | "spokesman" | "spokeswoman")
            }
            "professor" => held == "lecturer",
            "envoy" => held == "ambassador",
            "premier" => held == "minister" || held == "premier",
            "leader" => matches!(
                held,
                "president"
                    | "secretary"
                    | "premier"
                    | "minister"
                    | "chancellor"
                    | "king"
                    | "leader"
                    | "chief"
                    | "emperor"
                    | "sultan"
            ),
            "lawmaker" | "legislator" => matches!(
                held,
                "senator" | "congressman" | "congresswoman" | "mp" | "representative" | "deputy"
            ),
            "politician" => matches!(
                held,
                "senator" | "congressman" | "congresswoman" | "mp" | "minister" | "governor" | "mayor"
            ),
            "billionaire" | "businessman" | "tycoon" => {
                matches!(held, "businessman" | "tycoon" | "billionaire" | "entrepreneur")
            }
            "monarch" => matches!(held, "king" | "queen" | "emperor" | "sultan"),
            _ => false,
        }
}

fn resolve_nominal(
    words: &Words<'_>,
    known: &Known<'_>,
    seen: &[Seen],
    nominal: (usize, usize, usize),
    sentence: usize,
) -> Option<LocalId> {
    let (first, last, head) = nominal;
    let noun = words.fold(head);
    // Words of the description that the title must have: "deputy", "foreign".
    let mut demanded: Vec<&str> = Vec::new();
    let mut nation = None;
    for k in first + 1..head {
        if let Some(i) = known.names.at(k) {
            let text = known
                .names
                .names
                .get(i)
                .map(|n| words.cover(n.start, n.end).of(words.text))
                .unwrap_or("");
            nation = country::by_demonym(text)
                .or_else(|| country::by_name(text))
                .or(nation);
        } else if !matches!(
            words.fold(k),
            "top"
                | "senior"
                | "visiting"
                | "-"
                | "veteran"
                | "new"
                | "current"
                | "leading"
                | "young"
                | "old"
                | "outspoken"
                | "year"
        ) && words.shape(k) != Shape::Number
        {
            demanded.push(words.fold(k));
        }
    }
    // "the president of France"
    if words.fold(last) == "of"
        && let Some(i) = known.names.at(last + 1).or_else(|| known.names.at(last + 2))
    {
        let text = known
            .names
            .names
            .get(i)
            .map(|n| words.cover(n.start, n.end).of(words.text))
            .unwrap_or("");
        match country::by_name(text) {
            Some(code) => nation = Some(code),
            None => return None,
        }
    }
    let mut candidates: Vec<LocalId> = Vec::new();
    // Somebody not yet named is not meant.
    let mut people: Vec<LocalId> = seen.iter().map(|x| x.local).collect();
    people.sort_unstable();
    people.dedup();
    let held = people.iter().flat_map(|id| {
        let offices = known.held.get(id).map_or(&[][..], Vec::as_slice);
        offices.iter().map(|&o| (*id, o))
    });
    for (holder, o) in held {
        if candidates.contains(&holder) || !stands_for(noun, words.fold(o.head)) {
            continue;
        }
        let title_has = |w: &str| (o.start..o.end).any(|k| words.fold(k) == w);
        if !demanded.iter().all(|w| title_has(w)) {
            continue;
        }
        // A leader leads a state or a party: "secretary" of a state department is none.
        if noun == "leader" && !leads(words, o) {
            continue;
        }
        let home = known.homes.get(&holder).map(String::as_str);
        let agrees = match (nation, o.country().or(home)) {
            (Some(n), Some(h)) => n == h,
            (Some(_), None) => false,
            _ => true,
        };
        // An office without its deputy: "the minister" is not the deputy minister.
        let lesser = (o.start..o.head).any(|k| matches!(words.fold(k), "deputy" | "vice" | "assistant"))
            && !demanded
                .iter()
                .any(|w| matches!(*w, "deputy" | "vice" | "assistant"));
        if agrees
            && !(lesser
                && demanded.is_empty()
                && matches!(noun, "minister" | "president" | "secretary" | "chairman"))
        {
            candidates.push(holder);
        }
    }
    let recency = |id: LocalId| {
        seen.iter()
            .rev()
            .find(|x| x.local == id)
            .map(|x| sentence.saturating_sub(x.sentence))
    };
    let mut near: Vec<(usize, LocalId)> = candidates
        .iter()
        .filter_map(|&id| recency(id).map(|d| (d, id)))
        .collect();
    near.sort_unstable();
    match near[..] {
        [(d, id)] if d <= 30 => Some(id),
        [(d, id), (other, _), ..] if d <= 2 && other >= d + 4 => Some(id),
        _ => None,
    }
}

/// Whether an office leads a country or its ruling party.
fn leads(words: &Words<'_>, o: &Office) -> bool {
    let noun = words.fold(o.head);
    let before = o.head.checked_sub(1).map(|k| words.fold(k)).unwrap_or("");
    match noun {
        "president" | "premier" | "chancellor" | "king" | "emperor" | "sultan" | "leader" => {
            !matches!(before, "vice" | "deputy")
        }
        "minister" => before == "prime",
        "secretary" => before == "general",
        _ => false,
    }
}

fn resolve_pronoun(
    words: &Words<'_>,
    known: &Known<'_>,
    seen: &[Seen],
    k: usize,
    sentence: usize,
    start: usize,
    gender: Gender,
) -> Option<LocalId> {
    let fits = |id: LocalId| known.genders.get(&id).is_none_or(|g| *g == gender);
    let distinct = |range: &[Seen]| -> Vec<LocalId> {
        let mut ids: Vec<LocalId> = range.iter().map(|x| x.local).filter(|&id| fits(id)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let from = seen.partition_point(|x| x.sentence < sentence);
    let own: Vec<Seen> = seen
        .get(from..)
        .unwrap_or(&[])
        .iter()
        .copied()
        .filter(|x| x.at < k)
        .collect();
    let opens = k < start + 40
        && (start..k).all(|m| {
            words.shape(m) == Shape::Mark
                || common::is_function(words.fold(m))
                || matches!(words.fold(m), "however" | "meanwhile" | "earlier" | "later")
        });
    let speaks = matches!(words.fold(k), "he" | "she")
        && (is_speech(words.fold(k + 1))
            || matches!(words.fold(k + 1), "also" | "further" | "then") && is_speech(words.fold(k + 2)));
    if own.is_empty() || opens {
        if speaks {
            return last_speaker(seen, sentence, &fits);
        }
        let previous = sentence.checked_sub(1)?;
        let a = seen.partition_point(|x| x.sentence < previous);
        let b = seen.partition_point(|x| x.sentence <= previous);
        let before = seen.get(a..b).unwrap_or(&[]);
        return match distinct(before)[..] {
            [one] => Some(one),
            [] => {
                let a = seen.partition_point(|x| x.sentence + 2 < sentence);
                match distinct(seen.get(a..b).unwrap_or(&[]))[..] {
                    [one] => Some(one),
                    _ => None,
                }
            }
            _ if words.fold(k) != "his" && words.fold(k) != "her" => {
                let mut topics = before.iter().filter(|x| x.topic && fits(x.local));
                match (topics.next(), topics.next()) {
                    (Some(one), None) => Some(one.local),
                    _ => None,
                }
            }
            _ => None,
        };
    }
    match distinct(&own)[..] {
        [one] => Some(one),
        _ => {
            // The speaker of the sentence speaks of himself: "Ruiz told Sato she …" stays open.
            let mut topics = own.iter().filter(|x| x.topic && x.speaks && fits(x.local));
            match (topics.next(), topics.next()) {
                (Some(one), None) if speaks => Some(one.local),
                _ => None,
            }
        }
    }
}

/// The last person who spoke, where nobody else was the topic of a sentence since.
fn last_speaker(seen: &[Seen], sentence: usize, fits: &dyn Fn(LocalId) -> bool) -> Option<LocalId> {
    let recent: Vec<&Seen> = seen
        .iter()
        .rev()
        .take_while(|x| x.sentence + 5 >= sentence)
        .filter(|x| x.sentence < sentence)
        .collect();
    let at = recent.iter().position(|x| x.speaks && fits(x.local))?;
    let speaker = recent.get(at)?.local;
    let others = recent
        .iter()
        .take(at)
        .any(|x| x.topic && x.local != speaker && fits(x.local) && x.sentence != recent[at].sentence);
    (!others).then_some(speaker)
}
