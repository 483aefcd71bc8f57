//! A short line in plain words for an event.

use dossier_model::{EventType, Plover, PloverMode};

use super::naming;

/// What a label is made of.
#[derive(Debug, Clone)]
pub(super) struct Parts<'a> {
    /// What kind of event.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<PloverMode>,
    /// What the articles call it: "tram crash".
    pub noun: Option<&'a str>,
    /// Those who act.
    pub sources: &'a [&'a str],
    /// Those acted upon.
    pub targets: &'a [&'a str],
    /// Where.
    pub place: Option<&'a str>,
    /// What it is about.
    pub object: Option<&'a str>,
    /// The words that tell it: "condemned".
    pub predicate: &'a str,
    /// The act by its PLOVER root.
    pub plover: Option<Plover>,
}

/// Names after which a list is cut.
const MOST_NAMES: usize = 4;

/// The label; `None` where nothing is known but the kind.
#[must_use]
pub(super) fn write(p: &Parts<'_>) -> Option<String> {
    let sources = list(p.sources);
    let targets = list(p.targets);
    let place = p.place;
    let object = p
        .object
        .map(|o| o.split_whitespace().collect::<Vec<_>>().join(" "));
    let object = object.as_deref();
    if sources.is_none() && targets.is_none() && place.is_none() && object.is_none() {
        return None;
    }
    let noun = match p.mode {
        Some(PloverMode::ThirdParty) => "Mediation".to_owned(),
        _ => capitalized(p.noun.unwrap_or(noun(p.kind))),
    };
    let noun = noun.as_str();
    // "The 75th anniversary of …" needs no "Anniversary of" in front.
    let says_it = |o: &&str| o.contains(' ') && o.to_lowercase().contains(&noun.to_lowercase());
    if let Some(o) = object.filter(says_it) {
        let by = sources.filter(|s| !o.contains(s.as_str()));
        let by = by.map(|s| format!(" by {s}")).unwrap_or_default();
        return Some(capitalized(o.strip_prefix("the ").unwrap_or(o)) + &by);
    }
    Some(match p.kind {
        EventType::Visit => {
            let to = place
                .map(str::to_owned)
                .or(targets)
                .map(|t| format!(" to {t}"))
                .unwrap_or_default();
            match sources {
                Some(s) if p.sources.len() == 1 => format!("{s}’s visit{to}"),
                Some(s) => format!("Visit{to} by {s}"),
                None => format!("Visit{to}"),
            }
        }
        EventType::Appointment if matches!(object, Some("office" | "power")) => {
            let who = sources.or(targets)?;
            format!("{who} takes {}", object.unwrap_or_default())
        }
        EventType::Other
            if p.noun.is_some() && (p.plover == Some(Plover::Yield) || p.predicate.ends_with("ing")) =>
        {
            let whom = targets.or(object.map(str::to_owned));
            let of = whom.map(|w| format!(" of {w}")).unwrap_or_default();
            let by = sources.map(|s| format!(" by {s}")).unwrap_or_default();
            format!("{noun}{of}{by}{}", at(place))
        }
        // What is criticised or rejected says more than whose it is.
        EventType::Statement | EventType::Other => act(
            p,
            sources,
            object.map(str::to_owned).or(targets).unwrap_or_default(),
        )?,
        EventType::Agreement if object.is_some_and(is_clause) => {
            act(p, sources, object.map(str::to_owned).unwrap_or_default())?
        }
        EventType::Talks if p.mode == Some(PloverMode::ThirdParty) => {
            let by = sources.map(|s| format!(" by {s}")).unwrap_or_default();
            let between = targets.map(|t| format!(" between {t}")).unwrap_or_default();
            format!("{noun}{by}{between}{}", at(place))
        }
        EventType::Meeting | EventType::Talks | EventType::Call => {
            let everybody: Vec<&str> = p.sources.iter().chain(p.targets).copied().collect();
            let parties = match everybody.len() {
                0 => String::new(),
                1 => format!(" with {}", everybody[0]),
                _ => format!(" between {}", list(&everybody).unwrap_or_default()),
            };
            format!("{noun}{parties}{}", at(place))
        }
        EventType::Attack
        | EventType::Clash
        | EventType::Sanction
        | EventType::Protest
        | EventType::Strike => {
            let preposition = naming::preposition(noun, p.kind);
            let on = match (targets, object) {
                // What is banned or imposed, and what is attacked.
                (None, Some(o)) if p.kind == EventType::Sanction && preposition != "on" => {
                    if repeats(o, noun) {
                        String::new()
                    } else {
                        format!(": {o}")
                    }
                }
                (_, Some(o)) if p.kind == EventType::Sanction && preposition == "on" => format!(" on {o}"),
                (Some(t), _) => format!(" {preposition} {t}"),
                (None, Some(o)) => format!(" {preposition} {o}"),
                (None, None) => String::new(),
            };
            let by = sources.map(|s| format!(" by {s}")).unwrap_or_default();
            let text = format!("{noun}{on}{by}");
            let at = at(place.filter(|p| !text.contains(p)));
            text + &at
        }
        _ => {
            let befalls = matches!(
                p.kind,
                EventType::Resignation
                    | EventType::Death
                    | EventType::Election
                    | EventType::Anniversary
                    | EventType::Accident
                    | EventType::Disaster
            );
            let preposition = naming::preposition(noun, p.kind);
            let mut of = match (object.filter(|o| !repeats(o, noun)), &targets, &sources) {
                (Some(o), _, _) if p.kind != EventType::Resignation || sources.is_none() => {
                    format!(" of {o}")
                }
                (_, _, Some(s)) if p.kind == EventType::Resignation => format!(" of {s}"),
                (None, Some(t), _) => format!(" {preposition} {t}"),
                (None, None, Some(s)) if befalls => format!(" of {s}"),
                _ => String::new(),
            };
            if let (EventType::Signing, Some(t)) = (p.kind, &targets)
                && !of.contains(t.as_str())
            {
                of = format!("{of} with {t}");
            }
            let by = sources.filter(|s| !of.ends_with(s.as_str()));
            let by = by.map(|s| format!(" by {s}")).unwrap_or_default();
            let text = format!("{noun}{of}{by}");
            let at = at(place.filter(|p| !text.contains(p)));
            text + &at
        }
    })
}

/// Whether an object is no more than the kind of event.
fn repeats(object: &str, noun: &str) -> bool {
    let one = |w: &str| w.to_lowercase().trim_end_matches('s').to_owned();
    one(object) == one(noun)
}

/// Whether an object is what somebody agrees to do: "to build a port".
fn is_clause(object: &str) -> bool {
    object.starts_with("to ") || object.starts_with("not to ")
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Who did what to whom: in the words of a report where they are a plain past tense, else by the kind of act.
fn act(p: &Parts<'_>, sources: Option<String>, whom: String) -> Option<String> {
    let is_past = |w: &str| w.to_lowercase().ends_with("ed") && w != "called";
    let is_finite = |w: &str| !w.ends_with("ing");
    let is_clause = is_clause(&whom);
    let first = p.predicate.split_whitespace().next()?;
    if sources.is_some() && (is_past(first) || is_finite(first) && p.kind == EventType::Other) {
        // "carried out another round" and "another round of exercises" share words.
        let said: Vec<&str> = p.predicate.split_whitespace().collect();
        let more: Vec<&str> = whom.split_whitespace().collect();
        // A verb with its object says all: "won the cup".
        let is_whole = said.len() > 1 && p.kind == EventType::Other;
        let shared = (0..=said.len().min(more.len()))
            .rev()
            .find(|&n| said[said.len() - n..] == more[..n])
            .unwrap_or(0);
        let words = sources.iter().map(String::as_str).chain(said);
        return Some(
            words
                .chain(more.into_iter().skip(shared).filter(|_| shared > 0 || !is_whole))
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    if let (true, Some(s)) = (is_clause, sources.as_deref()) {
        let noun = match p.plover? {
            Plover::Threaten => "threat",
            Plover::Reject => "refusal",
            Plover::Request => "request",
            Plover::Agree | Plover::Support => "promise",
            _ => return None,
        };
        return Some(format!("{s}’s {noun} {whom}"));
    }
    if is_clause || p.kind == EventType::Other {
        return None;
    }
    let (noun, to) = match p.plover? {
        Plover::Accuse => ("criticism", "of"),
        Plover::Reject => ("objection", "to"),
        Plover::Request => ("call", "on"),
        Plover::Threaten => ("warning", "to"),
        Plover::Support => ("support", "for"),
        Plover::Agree => ("promise", "to"),
        _ => return None,
    };
    let whom = if whom.is_empty() {
        whom
    } else {
        format!(" {to} {whom}")
    };
    Some(match sources {
        Some(s) => format!("{s}’s {noun}{whom}"),
        None => format!("{}{whom}", capitalized(noun)),
    })
}

fn at(place: Option<&str>) -> String {
    place.map(|p| format!(", {p}")).unwrap_or_default()
}

fn list(names: &[&str]) -> Option<String> {
    let shown = &names[..names.len().min(MOST_NAMES)];
    let more = names.len() - shown.len();
    match shown {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] if more == 0 => Some(format!("{} and {last}", first.join(", "))),
        _ => Some(format!("{} and {more} more", shown.join(", "))),
    }
}

fn noun(kind: EventType) -> &'static str {
    match kind {
        EventType::Visit => "Visit",
        EventType::Meeting => "Meeting",
        EventType::Talks => "Talks",
        EventType::Call => "Call",
        EventType::Signing => "Signing",
        EventType::Agreement => "Agreement",
        EventType::Statement => "Statement",
        EventType::Conference => "Conference",
        EventType::Election => "Election",
        EventType::Appointment => "Appointment",
        EventType::Resignation => "Resignation",
        EventType::Protest => "Protest",
        EventType::Strike => "Strike",
        EventType::Attack => "Attack",
        EventType::Clash => "Clash",
        EventType::Arrest => "Arrest",
        EventType::Trial => "Trial",
        EventType::Sentence => "Sentence",
        EventType::Sanction => "Sanctions",
        EventType::Aid => "Aid",
        EventType::Deployment => "Deployment",
        EventType::Test => "Test",
        EventType::Construction => "Construction",
        EventType::Opening => "Opening",
        EventType::Deal => "Deal",
        EventType::Disaster => "Disaster",
        EventType::Accident => "Accident",
        EventType::Death => "Death",
        EventType::Anniversary => "Anniversary",
        EventType::Other => "Event",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_plain_words() {
        let check = |kind, sources: &[&str], targets: &[&str], place, object, expected: Option<&str>| {
            let label = write(&Parts {
                kind,
                mode: None,
                noun: None,
                sources,
                targets,
                place,
                object,
                predicate: "condemned",
                plover: Some(Plover::Accuse),
            });
            assert_eq!(label.as_deref(), expected);
        };
        check(
            EventType::Visit,
            &["Ana Ruiz"],
            &[],
            Some("Peru"),
            None,
            Some("Ana Ruiz’s visit to Peru"),
        );
        check(
            EventType::Talks,
            &["A"],
            &["B", "C"],
            Some("Lima"),
            None,
            Some("Talks between A, B and C, Lima"),
        );
        check(
            EventType::Signing,
            &[],
            &[],
            None,
            Some("three  treaties"),
            Some("Signing of three treaties"),
        );
        check(
            EventType::Arrest,
            &["police"],
            &["Bo"],
            None,
            None,
            Some("Arrest of Bo by police"),
        );
        check(EventType::Attack, &[], &[], None, None, None);
        check(
            EventType::Statement,
            &["A"],
            &["B"],
            None,
            None,
            Some("A condemned B"),
        );
    }
}
