//! Whom a description or a pronoun means.

use dossier_model::{Gender, LocalId};

use super::{Known, Seen, is_speech};
use crate::grammar::common;
use crate::grammar::mention::role::Office;
use dossier_annotate::View;
use dossier_annotate::view::Shape;
use dossier_world::country;

dossier_world::table!(STANDS_FOR = "mention/stands_for.tsv");
/// So many sentences back a topic is still at hand: what is quoted in between names nobody else.
const LATELY: usize = 3;

dossier_world::words!(PLAIN_ATTRIBUTES = "mention/plain_attributes.txt");

/// Whether one that is described as `nominal` may hold the office `held`.
fn stands_for(nominal: &str, held: &str) -> bool {
    nominal == held
        || STANDS_FOR
            .value(nominal)
            .is_some_and(|offices| offices.split(' ').any(|o| o == held))
}

pub(super) fn resolve_nominal(
    words: &View,
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
                .map(|n| words.cover(n.start, n.end).of(words.text()))
                .unwrap_or("");
            nation = country::by_demonym(text)
                .or_else(|| country::by_name(text))
                .or(nation);
        } else if !PLAIN_ATTRIBUTES.has(words.fold(k)) && words.shape(k) != Shape::Number {
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
            .map(|n| words.cover(n.start, n.end).of(words.text()))
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
fn leads(words: &View, o: &Office) -> bool {
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

pub(super) fn resolve_pronoun(
    words: &View,
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
        // Whom a speaker names is not the one who speaks.
        .filter(|x| x.at < k && !x.quoted)
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
            return last_speaker(seen, sentence, &fits).or_else(|| last_topic(seen, sentence, &fits));
        }
        let previous = sentence.checked_sub(1)?;
        let a = seen.partition_point(|x| x.sentence < previous);
        let b = seen.partition_point(|x| x.sentence <= previous);
        let told: Vec<Seen> = seen
            .get(a..b)
            .unwrap_or(&[])
            .iter()
            .copied()
            .filter(|x| !x.quoted)
            .collect();
        let before = &told[..];
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

/// The one subject or topic of the last sentence that names anybody outside marks: a mere possessor is none.
fn last_topic(seen: &[Seen], sentence: usize, fits: &dyn Fn(LocalId) -> bool) -> Option<LocalId> {
    let plain = |x: &&Seen| !x.quoted && x.sentence < sentence;
    let last = seen.iter().rev().find(plain)?.sentence;
    if last + LATELY < sentence {
        return None;
    }
    let one = |counts: &dyn Fn(&Seen) -> bool| {
        let mut own = (seen.iter())
            .filter(|x| x.sentence == last && !x.quoted && fits(x.local))
            .filter(|x| counts(x));
        let first = own.next()?.local;
        own.all(|x| x.local == first).then_some(first)
    };
    one(&|x| x.subject).or_else(|| one(&|x| x.topic))
}

/// The last person who spoke, where nobody else was the topic of a sentence since.
fn last_speaker(seen: &[Seen], sentence: usize, fits: &dyn Fn(LocalId) -> bool) -> Option<LocalId> {
    let recent: Vec<&Seen> = seen
        .iter()
        .rev()
        .take_while(|x| x.sentence + 5 >= sentence)
        .filter(|x| x.sentence < sentence)
        .collect();
    let at = recent
        .iter()
        .position(|x| x.speaks && !x.quoted && fits(x.local))?;
    let speaker = recent.get(at)?.local;
    let others = recent.iter().take(at).any(|x| {
        x.topic && !x.quoted && x.local != speaker && fits(x.local) && x.sentence != recent[at].sentence
    });
    (!others).then_some(speaker)
}
