//! A short line in plain words for an event.

use dossier_model::{EventType, PhraseKind, Plover, PloverMode, VerbForm};

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
    /// What the object is of.
    pub object_kind: Option<PhraseKind>,
    /// The words that tell it.
    pub predicate: Predicate<'a>,
    /// The preposition that the articles have behind the noun: "at" in "shooting at a concert".
    pub link: Option<&'a str>,
    /// The act by its PLOVER root.
    pub plover: Option<Plover>,
}

/// The words that tell an event, and the forms of the first and the last: "condemned".
#[derive(Debug, Clone, Copy)]
pub(super) struct Predicate<'a> {
    pub words: &'a str,
    /// Whether a verb opens them.
    pub is_verb: bool,
    /// Whether what the label says it is done to hangs on that verb.
    pub is_direct: bool,
    pub opens: VerbForm,
    pub closes: VerbForm,
}

/// Whom or what an act is done to, behind it in a label.
struct Whom {
    words: String,
    kind: PhraseKind,
}

/// Names after which a list is cut.
const MOST_NAMES: usize = 4;

/// The parties, the place and the object of an event, each in words.
struct Said<'a> {
    parts: &'a Parts<'a>,
    /// What it is called, with a capital.
    noun: String,
    sources: Option<String>,
    targets: Option<String>,
    place: Option<&'a str>,
    object: Option<&'a str>,
}

/// The label; `None` where nothing is known but the kind.
#[must_use]
pub(super) fn write(p: &Parts<'_>) -> Option<String> {
    let object = p
        .object
        .map(|o| o.split_whitespace().collect::<Vec<_>>().join(" "));
    let said = Said {
        parts: p,
        noun: match p.mode {
            Some(PloverMode::ThirdParty) => "Mediation".to_owned(),
            _ => capitalized(p.noun.unwrap_or(naming::of_kind(p.kind))),
        },
        sources: list(p.sources),
        targets: list(p.targets),
        place: p.place,
        object: object.as_deref(),
    };
    if said.sources.is_none() && said.targets.is_none() && said.place.is_none() && said.object.is_none() {
        return None;
    }
    // "The 75th anniversary of …" needs no "Anniversary of" in front.
    let is_said = |o: &str| {
        let low = o.to_lowercase();
        let noun = said.noun.to_lowercase();
        // "Voter" says nothing of a vote.
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        low.match_indices(&noun).any(|(at, _)| {
            let behind = low[at + noun.len()..].trim_start_matches('s');
            is_edge(low[..at].chars().next_back()) && is_edge(behind.chars().next())
        })
    };
    let says_it = |o: &&str| o.contains(' ') && is_said(o);
    if let Some(o) = said.object.filter(says_it) {
        let by = said.sources.as_ref().filter(|s| !o.contains(s.as_str()));
        let by = by.map(|s| format!(" by {s}")).unwrap_or_default();
        return Some(capitalized(o.strip_prefix("the ").unwrap_or(o)) + &by);
    }
    said.by_kind()
}

impl Said<'_> {
    fn by_kind(&self) -> Option<String> {
        let p = self.parts;
        Some(match p.kind {
            EventType::Visit => self.visit()?,
            // "Takes office": which, it does not say.
            EventType::Appointment if p.object_kind == Some(PhraseKind::Power) => return None,
            EventType::Other
                if p.noun.is_some()
                    && (p.plover == Some(Plover::Yield) || p.predicate.closes == VerbForm::Ing) =>
            {
                let whom = self.targets.as_deref().or(self.object);
                let of = whom.map(|w| format!(" of {w}")).unwrap_or_default();
                format!("{}{of}{}{}", self.noun, self.by(), at(self.place))
            }
            // What is criticised or rejected says more than whose it is.
            EventType::Statement | EventType::Other => self.deed(self.whom(self.targets.as_deref()))?,
            // What a body did, in the words of a report: "Karsholm's council approved the budget".
            EventType::Vote | EventType::Ruling | EventType::Order => self.act()?,
            EventType::Agreement if p.object_kind == Some(PhraseKind::Deed) => self.deed(self.whom(None))?,
            EventType::Talks if p.mode == Some(PloverMode::ThirdParty) => {
                self.sources.as_ref()?;
                let between = self.targets.as_ref().map(|t| format!(" between {t}"));
                let between = between.unwrap_or_default();
                format!("{}{}{between}{}", self.noun, self.by(), at(self.place))
            }
            EventType::Meeting | EventType::Talks | EventType::Call => self.meeting()?,
            EventType::Attack | EventType::Clash | EventType::Protest | EventType::Strike => self.against(),
            EventType::Sanction => {
                let is_told = self.targets.is_some() || self.object.is_some_and(|o| !is_bare(o));
                return is_told.then(|| self.against());
            }
            EventType::Conference if self.object.is_some_and(is_bare) => return None,
            kind if is_deed(kind) => self.whole_deed()?,
            _ => self.done(),
        })
    }

    /// What somebody does to something: told by a noun, both must be there, and what it is done to in more than a word.
    /// "Release by Ana Ruiz", "Test of a missile", "Agreement with Velm" leave the reader asking.
    fn whole_deed(&self) -> Option<String> {
        let p = self.parts;
        let is_told = self.object.is_some_and(|o| !repeats(o, &self.noun)) || self.targets.is_some();
        let wants_object = matches!(
            p.kind,
            EventType::Agreement | EventType::Deal | EventType::Release
        );
        let is_whole = match self.object {
            Some(o) if wants_object => !is_bare(o),
            Some(_) => true,
            None => !wants_object,
        };
        (is_told && is_whole && self.sources.is_some()).then(|| self.done())
    }

    fn by(&self) -> String {
        let by = self.sources.as_ref().map(|s| format!(" by {s}"));
        by.unwrap_or_default()
    }

    /// A label with the place behind it, unless it has it already.
    fn placed(&self, text: String) -> String {
        let at = at(self.place.filter(|p| !text.contains(p)));
        text + &at
    }

    fn visit(&self) -> Option<String> {
        let to = format!(" to {}", self.place.or(self.targets.as_deref())?);
        Some(match &self.sources {
            Some(s) if self.parts.sources.len() == 1 => format!("{} visit{to}", possessive(s)),
            Some(s) => format!("Visit{to} by {s}"),
            None => format!("Visit{to}"),
        })
    }

    /// Who met whom; with one side alone it is no label.
    fn meeting(&self) -> Option<String> {
        let everybody: Vec<&str> = (self.parts.sources.iter())
            .chain(self.parts.targets)
            .copied()
            .collect();
        if self.sources.is_none() || everybody.len() < 2 {
            return None;
        }
        let parties = list(&everybody)?;
        Some(format!("{} between {parties}{}", self.noun, at(self.place)))
    }

    /// What is done to somebody: attacks, sanctions, protests.
    fn against(&self) -> String {
        let (kind, noun) = (self.parts.kind, self.noun.as_str());
        // "Execution in Minsk", says a headline: a link to a place is none to a victim with a name.
        let link = (self.parts.link).filter(|_| kind == EventType::Attack && self.targets.is_none());
        let preposition = link.unwrap_or_else(|| naming::preposition(noun, kind));
        let is_sanction = kind == EventType::Sanction;
        let on = match (&self.targets, self.object) {
            // What is banned or imposed, and what is attacked.
            (None, Some(o)) if is_sanction && preposition != "on" => {
                if repeats(o, noun) {
                    String::new()
                } else {
                    format!(": {o}")
                }
            }
            (_, Some(o)) if is_sanction && preposition == "on" => format!(" on {o}"),
            (Some(t), _) => format!(" {preposition} {t}"),
            (None, Some(o)) => format!(" {preposition} {o}"),
            (None, None) => String::new(),
        };
        self.placed(format!("{noun}{on}{}", self.by()))
    }

    /// Everything else: "Signing of three treaties", "Arrest of Bo by police".
    fn done(&self) -> String {
        let (kind, noun) = (self.parts.kind, self.noun.as_str());
        let befalls = matches!(
            kind,
            EventType::Resignation
                | EventType::Death
                | EventType::Election
                | EventType::Conference
                | EventType::Anniversary
                | EventType::Accident
                | EventType::Disaster
        );
        let preposition = naming::preposition(noun, kind);
        let object = self.object.filter(|o| !repeats(o, noun));
        let mut of = match (object, &self.targets, &self.sources) {
            (Some(o), _, _) if kind != EventType::Resignation || self.sources.is_none() => {
                format!(" of {o}")
            }
            (_, _, Some(s)) if kind == EventType::Resignation => format!(" of {s}"),
            (None, Some(t), _) => format!(" {preposition} {t}"),
            (None, None, Some(s)) if befalls => format!(" of {s}"),
            _ => String::new(),
        };
        if let (EventType::Signing, Some(t)) = (kind, &self.targets)
            && !of.contains(t.as_str())
        {
            of = format!("{of} with {t}");
        }
        let by = self.sources.as_ref().filter(|s| !of.ends_with(s.as_str()));
        let by = by.map(|s| format!(" by {s}")).unwrap_or_default();
        self.placed(format!("{noun}{of}{by}"))
    }

    /// The object, or else the targets.
    fn whom(&self, targets: Option<&str>) -> Whom {
        let kind = self.object.and(self.parts.object_kind);
        Whom {
            kind: kind.unwrap_or(PhraseKind::Thing),
            words: self.object.or(targets).unwrap_or_default().to_owned(),
        }
    }

    /// Who did what to whom: in the words of a report where they are a plain past tense, else by the kind of act.
    fn deed(&self, whom: Whom) -> Option<String> {
        let p = self.parts;
        p.predicate.words.split_whitespace().next()?;
        let is_told = match p.predicate.opens {
            VerbForm::Past => true,
            VerbForm::Ing => false,
            VerbForm::Other => false,
        };
        // "The pact with Velm, which she opposed" opposes no Velm: what the verb itself is done to tells.
        if is_told && (p.kind == EventType::Other || !p.predicate.is_direct) {
            return None;
        }
        match &self.sources {
            Some(s) if is_told => Some(self.in_words(s, &whom.words)),
            Some(s) if whom.kind == PhraseKind::Deed => {
                let noun = match p.plover? {
                    Plover::Threaten => "threat",
                    Plover::Reject => "refusal",
                    Plover::Request => "request",
                    Plover::Agree | Plover::Support => "promise",
                    _ => return None,
                };
                Some(format!("{} {noun} {}", possessive(s), whom.words))
            }
            _ if whom.kind == PhraseKind::Deed || p.kind == EventType::Other => None,
            // "Expressing dismay at Ruiz" criticises her and not the dismay.
            sources => by_code(
                p.plover?,
                sources.as_deref(),
                self.targets.as_deref().unwrap_or(&whom.words),
            ),
        }
    }

    /// What a parliament, a court or a government did.
    fn act(&self) -> Option<String> {
        let is_told = self.parts.predicate.is_verb && !matches!(self.parts.predicate.opens, VerbForm::Ing);
        let is_noun = self
            .parts
            .noun
            .is_some_and(|n| n.eq_ignore_ascii_case(self.parts.predicate.words));
        // "Passed a resolution": on what, it does not say.
        match (&self.sources, self.object.filter(|o| !is_bare(o))) {
            (Some(_), None) if is_told && !is_noun && !self.parts.predicate.words.contains(' ') => None,
            (Some(s), object) if is_told && !is_noun => Some(self.in_words(s, object.unwrap_or_default())),
            // Nobody did it, or it is not what "of" can lead to: "vote of to pay".
            (None, _) if self.targets.is_none() => None,
            (_, Some(_)) if self.parts.object_kind == Some(PhraseKind::Deed) => None,
            // "Ruling by the court", "Vote by the council": on what, it does not say.
            (_, None) if self.targets.is_none() || self.parts.kind == EventType::Vote => None,
            _ => Some(self.done()),
        }
    }

    /// The words of a report: "carried out another round" and "another round of exercises" share words.
    fn in_words(&self, sources: &str, whom: &str) -> String {
        let said: Vec<&str> = self.parts.predicate.words.split_whitespace().collect();
        let more: Vec<&str> = whom.split_whitespace().collect();
        // A verb with its object says all: "won the cup".
        let is_whole = said.len() > 1 && self.parts.kind == EventType::Other;
        let shared = (0..=said.len().min(more.len()))
            .rev()
            .find(|&n| said[said.len() - n..] == more[..n])
            .unwrap_or(0);
        // "Attacked" in a headline that gives every word a capital.
        let first = said.first().map(|w| {
            let mut chars = w.chars();
            let small = chars.next().map(char::to_lowercase);
            small.into_iter().flatten().chain(chars).collect::<String>()
        });
        let said = first.as_deref().into_iter().chain(said.iter().skip(1).copied());
        let words = std::iter::once(sources).chain(said);
        let rest = more.into_iter().skip(shared).filter(|_| shared > 0 || !is_whole);
        words.chain(rest).collect::<Vec<_>>().join(" ")
    }
}

/// Whether an object says no more than its kind: "a report", "sanctions".
fn is_bare(object: &str) -> bool {
    let words: Vec<&str> = object.split(' ').collect();
    words.len() == 1 || words.len() == 2 && words[0].len() < 3
}

/// Kinds that somebody does to something.
fn is_deed(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Agreement
            | EventType::Deal
            | EventType::Signing
            | EventType::Test
            | EventType::Launch
            | EventType::Release
            | EventType::Aid
            | EventType::Bid
    )
}

/// An act by its PLOVER root: "Velm’s criticism of Oster".
fn by_code(plover: Plover, sources: Option<&str>, whom: &str) -> Option<String> {
    let (noun, to) = match plover {
        Plover::Accuse => ("criticism", "of"),
        Plover::Reject => ("objection", "to"),
        Plover::Request => ("call", "on"),
        Plover::Threaten => ("warning", "to"),
        _ => return None,
    };
    let whom = if whom.is_empty() {
        String::new()
    } else {
        format!(" {to} {whom}")
    };
    Some(match sources {
        Some(s) => format!("{} {noun}{whom}", possessive(s)),
        None => format!("{}{whom}", capitalized(noun)),
    })
}

/// "Ana Ruiz’s", "Republicans’".
fn possessive(name: &str) -> String {
    let is_one_word = !name.contains(' ');
    if is_one_word && name.ends_with('s') && name.len() > 4 {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
}

/// Whether an object is no more than the kind of event.
fn repeats(object: &str, noun: &str) -> bool {
    let one = |w: &str| w.to_lowercase().trim_end_matches('s').to_owned();
    one(object) == one(noun)
}

/// With a capital in front.
pub(super) fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// A place behind a label.
pub(super) fn at(place: Option<&str>) -> String {
    place.map(|p| format!(", {p}")).unwrap_or_default()
}

/// Names as an enumeration.
pub(super) fn list(names: &[&str]) -> Option<String> {
    let shown = &names[..names.len().min(MOST_NAMES)];
    let more = names.len() - shown.len();
    match shown {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] if more == 0 => Some(format!("{} and {last}", first.join(", "))),
        _ => Some(format!("{} and {more} more", shown.join(", "))),
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
                object_kind: object.map(|_| PhraseKind::Thing),
                predicate: Predicate {
                    words: "condemned",
                    is_verb: true,
                    is_direct: true,
                    opens: VerbForm::Past,
                    closes: VerbForm::Past,
                },
                link: None,
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
            &["A"],
            &[],
            None,
            Some("three  treaties"),
            Some("Signing of three treaties by A"),
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
