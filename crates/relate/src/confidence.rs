//! How sure a row is, from the findings behind it.

use std::collections::BTreeMap;

use dossier_model::{Cite, Confidence, Span};

use crate::entity::Entities;
use crate::origin::Origins;
use crate::scope::Scope;

/// A finding behind a row.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Place of the article.
    pub doc: usize,
    /// The words.
    pub span: Span,
    /// How sure it is.
    pub confidence: Option<Confidence>,
}

/// How sure a row is that these tell: the surest finding of each origin counts, since copies of one text are wrong
/// together. `None` where none of them was weighed.
#[must_use]
pub fn of(origins: &Origins, told: impl IntoIterator<Item = Told>) -> Option<Confidence> {
    let mut surest: BTreeMap<usize, Confidence> = BTreeMap::new();
    for one in told {
        if let Some(confidence) = one.confidence {
            let of_origin = surest.entry(origins.at(one.doc, one.span)).or_insert(confidence);
            *of_origin = confidence.max(*of_origin);
        }
    }
    Confidence::of_independent(surest.into_values())
}

/// Says of each entity and office how sure it is.
pub fn weigh(scope: &Scope<'_>, origins: &Origins, entities: &mut Entities) {
    let mut names: Vec<Vec<Told>> = vec![Vec::new(); entities.rows.len()];
    let mut offices: BTreeMap<Cite, Told> = BTreeMap::new();
    for (doc, read) in scope.docs.iter().enumerate() {
        let told = |span, confidence| Told {
            doc,
            span,
            confidence,
        };
        for mention in read.notes.mentions.iter().filter(|m| m.value.form.is_name()) {
            let row = mention.value.local.and_then(|local| entities.of(doc, local));
            if let Some(of_row) = row.and_then(|row| names.get_mut(row)) {
                of_row.push(told(mention.span, mention.confidence));
            }
        }
        for role in read.notes.roles.iter().filter(|r| r.confidence.is_some()) {
            offices.insert(scope.cite(doc, role.span), told(role.span, role.confidence));
        }
    }
    for (row, names) in entities.rows.iter_mut().zip(names) {
        row.confidence = of(origins, names);
        for role in &mut row.roles {
            role.confidence = of(origins, role.cites.iter().filter_map(|c| offices.get(c).copied()));
        }
    }
}
