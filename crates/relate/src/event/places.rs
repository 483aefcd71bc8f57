//! Which place lies in which, as the articles themselves say it: "in Karsholm, northern Velm".

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::MentionKind;

use crate::entity::Entities;
use crate::scope::Scope;

/// Bytes between two names of places that belong together.
const MOST_BETWEEN: usize = 24;

/// Steps from a place to the ones around it.
const DEPTH: usize = 3;

/// Words that stand between a place and the one that it lies in.
const BETWEEN: &[&str] = &[
    "in",
    "the",
    "of",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "upper",
    "lower",
    "inner",
    "outer",
    "greater",
];

/// The places of a story with those around them.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    around: BTreeMap<usize, BTreeSet<usize>>,
    countries: BTreeSet<usize>,
}

impl Places {
    /// Reads the places of all articles. Enumerations ("Karsholm, Velm and Oster") tell nothing.
    pub fn read(scope: &Scope<'_>, entities: &Entities) -> Self {
        let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for doc in 0..scope.docs.len() {
            for run in runs(scope, entities, doc) {
                for pair in run.windows(2) {
                    *votes.entry((pair[0], pair[1])).or_default() += 1;
                }
            }
        }
        let countries = (0..entities.rows.len()).filter(|&r| entities.is_country(r));
        let mut out = Self {
            countries: countries.collect(),
            ..Self::default()
        };
        for (&(inner, outer), &n) in &votes {
            let other_way = votes.get(&(outer, inner)).copied().unwrap_or(0);
            if n > other_way && may_hold(entities, inner, outer) {
                out.around.entry(inner).or_default().insert(outer);
            }
        }
        for (row, entity) in entities.rows.iter().enumerate() {
            let country = entity.country.as_deref().and_then(|c| entities.country(c));
            if let Some(country) = country.filter(|&c| entity.kind == MentionKind::Place && c != row) {
                out.around.entry(row).or_default().insert(country);
            }
        }
        out
    }

    /// The place and those around it.
    pub fn chain(&self, place: usize) -> BTreeSet<usize> {
        let mut out = BTreeSet::from([place]);
        for _ in 0..DEPTH {
            let next: Vec<usize> = out
                .iter()
                .filter_map(|p| self.around.get(p))
                .flatten()
                .copied()
                .collect();
            out.extend(next);
        }
        out
    }

    /// Whether the place is a country.
    pub fn is_country(&self, place: usize) -> bool {
        self.countries.contains(&place)
    }

    /// Whether `inner` is known to lie in `outer`.
    pub fn is_inside(&self, inner: usize, outer: usize) -> bool {
        inner != outer && self.chain(inner).contains(&outer)
    }

    /// Whether both can be where one event was: the same place, or one in the other.
    pub fn fit(&self, a: usize, b: usize) -> bool {
        a == b || self.is_inside(a, b) || self.is_inside(b, a)
    }
}

fn may_hold(entities: &Entities, inner: usize, outer: usize) -> bool {
    let country = |row: usize| entities.rows[row].country.as_deref();
    inner != outer
        && !entities.is_country(inner)
        && country(inner).zip(country(outer)).is_none_or(|(a, b)| a == b)
}

/// Places named one behind the other, each in the next.
fn runs(scope: &Scope<'_>, entities: &Entities, doc: usize) -> Vec<Vec<usize>> {
    let read = scope.docs[doc];
    let text = read.article.text();
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut end: Option<usize> = None;
    let mut listed = false;
    let mut close = |run: &mut Vec<usize>, listed: &mut bool, behind: &str| {
        // "Karsholm, Velm and Oster": the comma enumerates.
        let goes_on = behind.trim_start_matches([',', ' ']).split(' ').next();
        let is_list = *listed || matches!(goes_on, Some("and" | "or" | "&"));
        if run.len() > 1 && !is_list {
            out.push(run.clone());
        }
        run.clear();
        *listed = false;
    };
    for m in &read.notes.mentions {
        let row = m.value.local.and_then(|l| entities.of(doc, l));
        let Some(row) = row.filter(|_| m.value.kind == MentionKind::Place && m.value.form.is_name()) else {
            continue;
        };
        let (start, stop) = (m.span.start as usize, m.span.end as usize);
        let between = end
            .and_then(|e| text.get(e..start))
            .filter(|b| b.len() <= MOST_BETWEEN);
        match between {
            Some(b) if is_link(b) => {}
            Some(b) => {
                let is_and = matches!(b.trim_matches([' ', ',']), "and" | "or" | "&");
                listed |= is_and;
                close(&mut run, &mut listed, b);
                // What follows an "and" is the list's last member.
                listed = is_and;
            }
            None => close(
                &mut run,
                &mut listed,
                end.and_then(|e| text.get(e..)).map_or("", first_words),
            ),
        }
        run.push(row);
        end = Some(stop);
    }
    close(
        &mut run,
        &mut listed,
        end.and_then(|e| text.get(e..)).map_or("", first_words),
    );
    out
}

fn first_words(text: &str) -> &str {
    let end = text.char_indices().nth(8).map_or(text.len(), |(i, _)| i);
    &text[..end]
}

/// Whether the words between two places say that the first lies in the second.
fn is_link(between: &str) -> bool {
    let words = between.strip_prefix(',').unwrap_or(between);
    let by_comma = words.len() < between.len();
    let mut all = words.split_whitespace().map(str::to_lowercase).peekable();
    let opens_with_in = all.peek().is_some_and(|w| w == "in");
    words.starts_with(' ') && (by_comma || opens_with_in) && all.all(|w| BETWEEN.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_or_an_in_links_two_places() {
        for link in [", ", ", south ", ", in the northern ", " in "] {
            assert!(is_link(link), "{link}");
        }
        for none in [" ", " and ", ", and ", ", near ", ". ", " south "] {
            assert!(!is_link(none), "{none}");
        }
    }
}
