//! How sure a row is, from the findings behind it and from what it claims.
//!
//! The shares of the findings are not simply put together: that many tell an event makes it likely that there is one, and
//! each telling that is joined to others may be of another one. A logistic regression over the row ([`Traits`]), trained on
//! verdicts of readers, weighs the one against the other.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use dossier_model::{
    Agreement, Cite, Confidence, Entity, Event, EventId, Figure, Gates, Role, Support, Traits,
};

use crate::entity::Entities;
use crate::scope::Scope;

/// The findings behind a row: how sure the surest and all of them are, as logits. The default is that of a row without
/// findings of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Findings {
    best: f64,
    mean: f64,
    count: usize,
}

impl Findings {
    /// `None` where none of them was weighed.
    #[must_use]
    pub fn of(each: impl IntoIterator<Item = Option<Confidence>>) -> Option<Self> {
        let logits: Vec<f64> = each.into_iter().flatten().map(logit).collect();
        let best = logits.iter().copied().reduce(f64::max)?;
        Some(Self {
            best,
            mean: logits.iter().sum::<f64>() / logits.len() as f64,
            count: logits.len(),
        })
    }

    fn describe(self, traits: &mut Traits) {
        traits.measure("best", self.best);
        traits.measure("mean", self.mean);
        traits.count("findings", self.count, ONE_OR_MORE);
    }
}

/// Whether there are several.
const ONE_OR_MORE: &[(usize, &str)] = &[(1, "one"), (usize::MAX, "several")];

/// Each further one may be wrong.
const PARTIES: &[(usize, &str)] = &[(0, "none"), (1, "one"), (2, "two"), (usize::MAX, "more")];

/// Steps of counts.
const COUNT: &[(usize, &str)] = &[(1, "one"), (2, "two"), (5, "few"), (usize::MAX, "many")];

/// The logarithm of the odds.
fn logit(c: Confidence) -> f64 {
    let share = c.share().clamp(0.005, 0.995);
    (share / (1.0 - share)).ln()
}

/// Few steps: a step that few verdicts fall into is learned from chance.
fn support(of: Support, traits: &mut Traits) {
    traits.count("origins", of.origins, ONE_OR_MORE);
}

/// What is seen of an event's row. That articles open with it says more than how many tell it somewhere.
#[must_use]
pub fn of_event(row: &Event, findings: Findings, is_main: bool) -> Traits {
    let mut traits = Traits::default();
    findings.describe(&mut traits);
    traits.ask("main", is_main);
    support(row.support, &mut traits);
    traits.say("type", row.kind.as_str());
    traits.say("status", row.status.as_str());
    traits.say("time", row.when.as_ref().map_or("none", |w| w.precision.as_str()));
    traits.ask("place", row.place.is_some());
    traits.count("parties", row.participants.len(), PARTIES);
    traits.count(
        "label",
        row.label.split_whitespace().count(),
        &[(3, "short"), (8, "usual"), (usize::MAX, "long")],
    );
    traits
}

/// What is seen of a figure's row.
#[must_use]
pub fn of_figure(row: &Figure, findings: Findings) -> Traits {
    let mut traits = Traits::default();
    findings.describe(&mut traits);
    support(row.support, &mut traits);
    let joined = row.reports.len() > 1;
    traits.ask("joined", joined);
    traits.say(
        if joined {
            "agreement of joined"
        } else {
            "agreement"
        },
        match row.agreement {
            Agreement::Same => "same",
            Agreement::Compatible => "compatible",
            Agreement::Different => "different",
            Agreement::ByBasis => "by basis",
            Agreement::Single => "single",
        },
    );
    // A sentence with a gap for the number stands where nobody read a measure.
    traits.ask("gap", row.measure.contains('…'));
    // A range or an order of magnitude has no value of its own.
    let has_values = row.reports.iter().all(|r| r.value.is_some());
    traits.ask("short with values", row.measure.len() < 80 && has_values);
    traits.count(
        "label",
        row.measure.split_whitespace().count(),
        &[(1, "one"), (3, "short"), (8, "usual"), (usize::MAX, "long")],
    );
    traits.ask("period", row.period.is_some());
    traits.ask("series", row.series.is_some());
    traits
}

/// What is seen of an office.
#[must_use]
pub fn of_role(row: &Role, holder: &Entity, findings: Findings) -> Traits {
    let mut traits = Traits::default();
    findings.describe(&mut traits);
    traits.say("state", row.state.as_str());
    traits.ask("organization", row.organization.is_some());
    traits.count("offices", holder.roles.len(), COUNT);
    traits.count("names", holder.names.len(), COUNT);
    traits.count("name", holder.name.split_whitespace().count(), COUNT);
    traits.say("holder", holder.kind.as_str());
    traits
}

/// What is seen of an entity.
#[must_use]
pub fn of_entity(row: &Entity) -> Traits {
    let mut traits = Traits::default();
    traits.say("kind", row.kind.as_str());
    traits.count("names", row.names.len(), COUNT);
    traits.count("named", row.cites.len(), COUNT);
    traits.count("name", row.name.split_whitespace().count(), COUNT);
    traits.count(
        "roles",
        row.roles.len(),
        &[(0, "none"), (1, "one"), (2, "two"), (usize::MAX, "more")],
    );
    traits.ask("country", row.country.is_some());
    traits.ask("figures", row.name.contains(|c: char| c.is_ascii_digit()));
    traits.ask(
        "capitals",
        row.name.len() > 4 && !row.name.contains(char::is_lowercase),
    );
    traits
}

/// The trained weights.
fn gates() -> &'static Gates {
    static GATES: OnceLock<Gates> = OnceLock::new();
    GATES.get_or_init(|| Gates::read(include_str!("../models/confidence.tsv")))
}

/// How sure a row of this kind with these traits is; without weights, `None`.
#[must_use]
pub fn weigh(kind: &str, traits: &Traits) -> Option<Confidence> {
    gates().of(kind).map(|gate| gate.confidence(traits))
}

/// The same as a plain number; without weights, one half.
#[must_use]
pub fn share(kind: &str, traits: &Traits) -> f64 {
    gates().of(kind).map_or(0.5, |gate| gate.share(traits))
}

/// Says of each event how sure it is. With each stands what is known of its tellings.
pub fn weigh_events(events: &mut [Event], findings: &[Option<Findings>], main: Option<&EventId>) {
    for (row, findings) in events.iter_mut().zip(findings) {
        let is_main = main == Some(&row.id);
        row.confidence = findings.and_then(|f| weigh("event", &of_event(row, f, is_main)));
    }
}

/// How sure a figure's row is. Numbers of which no measure was read have no finding of their own.
#[must_use]
pub fn weigh_figure(row: Figure, told: impl IntoIterator<Item = Option<Confidence>>) -> Figure {
    let findings = Findings::of(told).unwrap_or_default();
    let confidence = weigh("figure", &of_figure(&row, findings));
    Figure { confidence, ..row }
}

/// Says of each entity and office how sure it is.
pub fn weigh_entities(scope: &Scope<'_>, entities: &mut Entities) {
    let mut offices: BTreeMap<Cite, Confidence> = BTreeMap::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        let weighed = read
            .notes
            .roles
            .iter()
            .filter_map(|r| Some((r.span, r.confidence?)));
        offices.extend(weighed.map(|(span, c)| (scope.cite(doc, span), c)));
    }
    for row in &mut entities.rows {
        row.confidence = weigh("entity", &of_entity(row));
        let each: Vec<Option<Confidence>> = (row.roles.iter())
            .map(|role| {
                let findings = Findings::of(role.cites.iter().map(|c| offices.get(c).copied()))?;
                weigh("role", &of_role(role, row, findings))
            })
            .collect();
        for (role, confidence) in row.roles.iter_mut().zip(each) {
            role.confidence = confidence;
        }
    }
}
