//! Why tellings are one event, in a sentence.

use std::collections::BTreeSet;

use dossier_model::{EventType, Status, When};

use super::group::Group;
use super::setting::Setting;
use super::telling::Telling;
use crate::interval;

/// Names that a reason gives at most.
const MOST_NAMES: usize = 3;

/// What some of the tellings share.
struct Shared {
    /// How many tell it.
    count: usize,
    what: What,
}

/// What tellings of one event can share.
enum What {
    /// The name of a party.
    Name(String),
    /// The name of a place.
    Place(String),
    /// The time itself.
    Time(String),
    /// A time that fits.
    FittingTime(String),
    /// What it is about.
    Object,
}

/// The tellings of one event.
struct Tellings<'a, 't> {
    setting: &'a Setting<'a>,
    group: &'a Group,
    members: &'a [&'a Telling<'t>],
}

/// The sentence: how many tellings share which evidence.
pub(super) fn explain(
    setting: &Setting<'_>,
    group: &Group,
    members: &[&Telling<'_>],
    status: Status,
) -> String {
    let [first, ..] = members else {
        return String::new();
    };
    let kind = first.mention.kind;
    if members.len() == 1 {
        return format!("Told once: no other telling of {} fits.", article(kind));
    }
    let docs: BTreeSet<usize> = members.iter().map(|t| t.doc).collect();
    let tellings = Tellings {
        setting,
        group,
        members,
    };
    let mut evidence = tellings.names();
    evidence.extend(tellings.places());
    evidence.extend(group.when.as_ref().map(|when| tellings.time(when)));
    evidence.extend(tellings.object());
    let words: Vec<String> = (evidence.iter().filter(|e| e.count > 0))
        .map(|e| render(e, members.len()))
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

impl<'t> Tellings<'_, 't> {
    fn count(&self, holds: impl Fn(&Telling<'t>) -> bool) -> usize {
        self.members.iter().filter(|t| holds(t)).count()
    }

    /// The parties that two and more tell of, the most told first.
    fn names(&self) -> Vec<Shared> {
        let parties = self.group.sources.union(&self.group.targets);
        let mut named: Vec<(usize, usize)> = parties
            .map(|&r| {
                (
                    self.count(|t| t.sources.contains(&r) || t.targets.contains(&r)),
                    r,
                )
            })
            .filter(|(n, _)| *n > 1)
            .collect();
        named.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        (named.into_iter().take(MOST_NAMES))
            .map(|(count, row)| Shared {
                count,
                what: What::Name(self.setting.entities.rows[row].name.clone()),
            })
            .collect()
    }

    fn places(&self) -> Vec<Shared> {
        (self.group.places.keys())
            .map(|&place| Shared {
                count: self.count(|t| t.place == Some(place)),
                what: What::Place(self.setting.entities.rows[place].name.clone()),
            })
            .collect()
    }

    fn time(&self, when: &When) -> Shared {
        let gives = |t: &Telling<'_>| t.mention.when.as_ref().is_some_and(|w| interval::same(w, when));
        let fits = |t: &Telling<'_>| match &t.mention.when {
            Some(w) => interval::overlap(w, when),
            None => t.value.is_some_and(|v| interval::fits_partial(v, when)) || self.names_time(t, when),
        };
        let count = self.count(fits);
        let what = if self.count(gives) == count {
            What::Time(days(when))
        } else {
            What::FittingTime(days(when))
        };
        Shared { count, what }
    }

    /// Whether the clause names a time that fits, be it of no year: "On April 14" in an article without a date was
    /// joined by it all the same; "on Monday (April 14)" may hang on another word of the clause.
    fn names_time(&self, t: &Telling<'_>, when: &When) -> bool {
        let times = &self.setting.scope.docs[t.doc].notes.times;
        (times.inside(t.mention.clause)).any(|time| match &time.value.when {
            Some(w) => interval::same(w, when),
            None => interval::fits_partial(&time.value.value, when),
        })
    }

    fn object(&self) -> Option<Shared> {
        let object = &self.group.object;
        let count = self.count(|t| !t.object.is_empty() && !object.is_disjoint(&t.object));
        (count > 1).then_some(Shared {
            count,
            what: What::Object,
        })
    }
}

/// "2 name Ana Ruiz", "1 gives 2031-05-04", "all are in Velm", where `all` are all that tell.
fn render(shared: &Shared, all: usize) -> String {
    let who = if shared.count == all {
        "all".to_owned()
    } else {
        shared.count.to_string()
    };
    let one = shared.count == 1;
    match &shared.what {
        What::Name(name) => format!("{who} {} {name}", if one { "names" } else { "name" }),
        What::Place(name) => format!("{who} {} in {name}", if one { "is" } else { "are" }),
        What::Time(time) => format!("{who} {} {time}", if one { "gives" } else { "give" }),
        What::FittingTime(time) => {
            let gives = if one { "gives" } else { "give" };
            format!("{who} {gives} a time that fits {time}")
        }
        What::Object => format!("{who} {} about the same thing", if one { "is" } else { "are" }),
    }
}

fn article(kind: EventType) -> String {
    let name = kind.as_str();
    match kind {
        EventType::Other => "this act".to_owned(),
        EventType::Talks | EventType::Aid | EventType::Construction => name.to_owned(),
        _ => {
            let an = name.starts_with(['a', 'e', 'i', 'o', 'u']);
            format!("{} {name}", if an { "an" } else { "a" })
        }
    }
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
