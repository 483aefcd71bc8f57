//! Why tellings are one event, in a sentence.

use std::collections::BTreeSet;

use dossier_model::{EventType, Status, When};

use super::group::Group;
use super::row::Around;
use super::telling::Telling;
use crate::interval;

/// Names that a reason gives at most.
const MOST_NAMES: usize = 3;

/// The sentence: how many tellings share which evidence.
pub(super) fn explain(
    around: &Around<'_>,
    group: &Group,
    members: &[&Telling<'_>],
    status: Status,
) -> String {
    let entities = around.entities;
    let [first, ..] = members else {
        return String::new();
    };
    let kind = first.mention.kind.as_str();
    if members.len() == 1 {
        return format!("Told once: no other telling of {} fits.", article(kind));
    }
    let docs: BTreeSet<usize> = members.iter().map(|t| t.doc).collect();
    let count = |holds: &dyn Fn(&Telling<'_>) -> bool| members.iter().filter(|t| holds(t)).count();
    let mut evidence: Vec<(usize, String)> = Vec::new();
    let parties = group.sources.union(&group.targets);
    let mut named: Vec<(usize, usize)> = parties
        .map(|&r| (count(&|t| t.sources.contains(&r) || t.targets.contains(&r)), r))
        .filter(|(n, _)| *n > 1)
        .collect();
    named.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (n, row) in named.into_iter().take(MOST_NAMES) {
        evidence.push((n, format!("name {}", entities.rows[row].name)));
    }
    for &place in group.places.keys() {
        let n = count(&|t| t.place == Some(place));
        evidence.push((n, format!("are in {}", entities.rows[place].name)));
    }
    if let Some(when) = &group.when {
        let gives = |t: &Telling<'_>| t.mention.when.as_ref().is_some_and(|w| interval::same(w, when));
        // "On April 14" in an article without a date names no year, and was joined by it all the same; "on Monday (April
        // 14)" may hang on another word of the clause.
        let names = |t: &Telling<'_>| {
            let times = &around.scope.docs[t.doc].notes.times;
            times
                .indices_inside(t.mention.clause)
                .filter_map(|i| times.get(i))
                .any(|time| match &time.value.when {
                    Some(w) => interval::same(w, when),
                    None => interval::fits_partial(&time.value.value, when),
                })
        };
        let fits = |t: &Telling<'_>| match &t.mention.when {
            Some(w) => interval::overlap(w, when),
            None => t.value.is_some_and(|v| interval::fits_partial(v, when)) || names(t),
        };
        let n = count(&fits);
        let what = if count(&gives) == n {
            "give"
        } else {
            "give a time that fits"
        };
        evidence.push((n, format!("{what} {}", days(when))));
    }
    let about = count(&|t| !t.object.is_empty() && !group.object.is_disjoint(&t.object));
    if about > 1 {
        evidence.push((about, "are about the same thing".to_owned()));
    }
    let words: Vec<String> = evidence
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| {
            let all = if *n == members.len() {
                "all".to_owned()
            } else {
                n.to_string()
            };
            match what.split_once(' ') {
                Some((verb, rest)) if *n == 1 => format!("{all} {} {rest}", singular(verb)),
                _ => format!("{all} {what}"),
            }
        })
        .collect();
    let places = if docs.len() == 1 {
        "one article".to_owned()
    } else {
        format!("{} articles", docs.len())
    };
    let has_come = matches!(status, Status::Past | Status::UnderWay);
    let course = course(members)
        .filter(|_| has_come)
        .map(|c| format!("; {c}"))
        .unwrap_or_default();
    format!(
        "{} tellings of {} in {places}: {}{course}.",
        members.len(),
        article(kind),
        words.join(", ")
    )
}

fn singular(verb: &str) -> &str {
    match verb {
        "name" => "names",
        "are" => "is",
        "give" => "gives",
        other => other,
    }
}

fn article(kind: &str) -> String {
    if kind == EventType::Other.as_str() {
        return "this act".to_owned();
    }
    if matches!(kind, "talks" | "aid" | "construction") {
        return kind.to_owned();
    }
    let an = kind.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {kind}", if an { "an" } else { "a" })
}

fn days(when: &When) -> String {
    match (when.from, when.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("{from} or later"),
        (None, Some(to)) => format!("{to} or earlier"),
        (None, None) => when.text.clone(),
    }
}

/// How its status moved on from article to article.
fn course(members: &[&Telling<'_>]) -> Option<String> {
    let is_ahead = |t: &&&Telling<'_>| t.mention.status == Status::Planned;
    let planned = members.iter().filter(is_ahead).count();
    let told = members.len() - planned;
    (planned > 0 && told > 0).then(|| format!("{planned} told it as planned, {told} as it came"))
}
