//! The rows of the record from what is joined.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{Cites, Entity, EntityId, MentionForm, MentionKind, NameCount};
use dossier_world::country;

use super::Entities;
use super::choice::Choices;
use super::evidence::Evidence;
use super::link::Group;
use super::referent::Referent;
use super::role::{self, most_common};
use super::why;
use crate::scope::Scope;

/// A row with what orders it.
struct Draft {
    docs: usize,
    group: Group,
    entity: Entity,
}

/// The rows in the record's order: by articles, mentions, kind and name.
pub(super) fn build(
    scope: &Scope<'_>,
    referents: &[Referent<'_>],
    groups: Vec<Group>,
    choices: &Choices,
) -> Entities {
    let mut rows: Vec<Draft> = groups
        .into_iter()
        .filter_map(|group| draft(scope, referents, group, choices))
        .collect();
    rows.sort_by(|a, b| {
        let (x, y) = (&a.entity, &b.entity);
        b.docs
            .cmp(&a.docs)
            .then(y.cites.len().cmp(&x.cites.len()))
            .then(x.kind.cmp(&y.kind))
            .then(x.name.cmp(&y.name))
            .then_with(|| x.cites.first().cmp(y.cites.first()))
    });
    let mut out = Entities::default();
    for (place, mut row) in rows.into_iter().enumerate() {
        row.entity.id = EntityId::new(format!("e{}", place + 1));
        for i in row.group.members {
            let b = &referents[i];
            // Where the user splits a referent, its descriptions and pronouns go with its fullest name.
            if b.name == b.local.name {
                out.places.insert((b.doc, b.id), place);
            } else {
                out.places.entry((b.doc, b.id)).or_insert(place);
            }
            if b.local.is_country
                && let Some(code) = &b.local.country
            {
                out.countries.insert(code.clone(), place);
            }
        }
        out.rows.push(row.entity);
    }
    out
}

fn draft(scope: &Scope<'_>, referents: &[Referent<'_>], group: Group, choices: &Choices) -> Option<Draft> {
    let members: Vec<&Referent<'_>> = group.members.iter().map(|&i| &referents[i]).collect();
    let cites = Cites::new(members.iter().flat_map(|b| b.cites.iter().cloned()).collect())?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut full: BTreeMap<&str, usize> = BTreeMap::new();
    for b in &members {
        for ((form, text), n) in &b.names {
            *counts.entry(text).or_default() += n;
            if *form == MentionForm::Name {
                *full.entry(text).or_default() += n;
            }
        }
    }
    let wanted = choices.join_of(
        &group
            .reasons
            .iter()
            .map(|r| r.evidence)
            .collect::<Vec<Evidence>>(),
    );
    let kind = wanted.and_then(|j| j.kind).unwrap_or_else(|| kind(&members));
    let name = wanted
        .and_then(|j| j.name.clone())
        .or_else(|| best(&full, kind).map(|n| common_name(&members, n)))
        .or_else(|| best(&counts, kind))?;
    let mut names: Vec<NameCount> = counts
        .iter()
        .map(|(t, n)| NameCount {
            text: (*t).to_owned(),
            count: *n,
        })
        .collect();
    names.sort_by(|a, b| b.count.cmp(&a.count).then(a.text.cmp(&b.text)));
    let docs: BTreeSet<usize> = members.iter().map(|b| b.doc).collect();
    let entity = Entity {
        id: EntityId::new(""),
        kind,
        name,
        names,
        country: most_common(members.iter().filter_map(|b| b.local.country.as_deref())),
        roles: role::list(scope, &members),
        cites,
        confidence: None,
        why: why::render(&group.reasons, &group.splits, docs.len(), choices),
    };
    Some(Draft {
        docs: docs.len(),
        group,
        entity,
    })
}

/// "North Korea" for "Democratic People's Republic of Korea": a country by its common name where only the full one is printed.
fn common_name(members: &[&Referent<'_>], name: String) -> String {
    let is_full = name.contains(" of ") && members.iter().any(|b| b.local.is_country);
    let code = country::by_name(&name).filter(|_| is_full);
    code.and_then(country::name_of).map_or(name, str::to_owned)
}

/// What most of the articles take it for.
fn kind(members: &[&Referent<'_>]) -> MentionKind {
    let mut counts: BTreeMap<MentionKind, usize> = BTreeMap::new();
    for b in members {
        *counts.entry(b.local.kind).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map_or(MentionKind::Other, |(k, _)| k)
}

/// The most used of the names of two words and more, or else of all. Of equals the one with more diacritics; of people
/// then the one of fewer words, since a longer one may hold words that stood beside the name; else the longer.
fn best(from: &BTreeMap<&str, usize>, kind: MentionKind) -> Option<String> {
    let words = |t: &str| t.split_whitespace().count();
    let marks = |t: &str| t.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    from.iter()
        .max_by(|(a, n), (b, m)| {
            let fuller = match kind {
                MentionKind::Person => words(b).cmp(&words(a)),
                _ => a.len().cmp(&b.len()),
            };
            words(a)
                .min(2)
                .cmp(&words(b).min(2))
                .then(n.cmp(m))
                .then(marks(a).cmp(&marks(b)))
                .then(fuller)
                .then(b.cmp(a))
        })
        .map(|(t, _)| (*t).to_owned())
}
