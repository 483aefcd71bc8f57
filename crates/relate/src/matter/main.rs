//! The event that a story is about.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{ArticleId, Event, EventId, Status};

use super::Matter;
use crate::origin::Origins;
use crate::scope::Scope;

/// The event that the articles open with: told in a headline or a first paragraph by at least a third of the origins, and by
/// two of several. An aside of one article leads no story, however often it is told further down. Of several the one that most
/// origins open with and whose label says most of what the openings share. What is denied or only possible leads no story
/// unless there is nothing else, and what is background leads none.
#[must_use]
pub fn find(scope: &Scope<'_>, origins: &Origins, matter: &Matter, events: &[Event]) -> Option<EventId> {
    let docs: BTreeMap<&ArticleId, usize> = (scope.docs.iter().enumerate())
        .map(|(doc, d)| (&d.article.id, doc))
        .collect();
    let openers = |e: &Event| -> usize {
        let opens = e.cites.iter().filter_map(|c| {
            let doc = *docs.get(&c.article)?;
            matter.opens(doc, c.span).then(|| origins.of[doc])
        });
        opens.collect::<BTreeSet<_>>().len()
    };
    let all = origins.rows.len();
    let enough = all.div_ceil(3).max(all.min(2));
    let fit = events
        .iter()
        .enumerate()
        .filter(|(_, e)| e.background.is_none())
        .map(|(place, e)| (place, e, openers(e)))
        .filter(|(_, _, n)| *n >= enough);
    let is_real = |e: &Event| !matches!(e.status, Status::Hypothetical | Status::Denied);
    let score = |e: &Event, openers: usize| {
        openers as f64 / all.max(1) as f64 + matter.fit_of_line(scope, &e.label)
    };
    let best = fit.max_by(|(i, a, n), (j, b, m)| {
        (is_real(a).cmp(&is_real(b)))
            .then(score(a, *n).total_cmp(&score(b, *m)))
            // The record's order is stable: the first of equals.
            .then(j.cmp(i))
    });
    best.map(|(_, e, _)| e.id.clone())
}
