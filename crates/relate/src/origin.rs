//! Which articles count as one: those credited to one agency, and those that share most of their text.

use dossier_model::{ArticleId, Origin, OriginId, OriginKind};

use crate::copy::Passage;
use crate::scope::Scope;
use crate::sets::Sets;

/// Share of the shorter article's words that, copied, makes two articles one origin.
const MOST_OF_A_TEXT: f64 = 0.5;

/// The origins of a story and where each article belongs.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    /// The rows, in order of their first articles.
    pub rows: Vec<Origin>,
    /// Place of each article's row.
    pub of: Vec<usize>,
}

/// Joins articles to origins.
#[must_use]
pub fn join(scope: &Scope<'_>, passages: &[Passage]) -> Origins {
    let n = scope.docs.len();
    let mut sets = Sets::new(n);
    let agency = |i: usize| scope.docs[i].article.meta.agency.as_deref();
    for a in 0..n {
        for b in a + 1..n {
            if agency(a).is_some() && agency(a) == agency(b) {
                sets.join(a, b);
                break;
            }
        }
    }
    let mut reasons: Vec<(usize, usize, f64)> = Vec::new();
    let mut shared: std::collections::BTreeMap<(usize, usize), usize> = std::collections::BTreeMap::new();
    for p in passages {
        *shared.entry((p.left, p.right)).or_default() += p.matched;
    }
    for ((a, b), words) in shared {
        let shorter = scope.words[a].words.len().min(scope.words[b].words.len()).max(1);
        let share = words as f64 / shorter as f64;
        if share >= MOST_OF_A_TEXT {
            sets.join(a, b);
            reasons.push((a, b, share.min(1.0)));
        }
    }
    let mut out = Origins {
        rows: Vec::new(),
        of: vec![0; n],
    };
    for (place, group) in sets.groups().into_iter().enumerate() {
        for &i in &group {
            out.of[i] = place;
        }
        let mut agencies: Vec<&str> = group.iter().filter_map(|&i| agency(i)).collect();
        agencies.sort_unstable();
        agencies.dedup();
        let copies: Vec<&(usize, usize, f64)> = reasons.iter().filter(|r| group.contains(&r.0)).collect();
        let (kind, why) = explain(&group, &agencies, &copies, scope);
        out.rows.push(Origin {
            id: OriginId::new(format!("o{}", place + 1)),
            articles: group
                .iter()
                .map(|&i| scope.docs[i].article.id.clone())
                .collect::<Vec<ArticleId>>(),
            kind,
            why,
        });
    }
    out
}

fn explain(
    group: &[usize],
    agencies: &[&str],
    copies: &[&(usize, usize, f64)],
    scope: &Scope<'_>,
) -> (OriginKind, String) {
    let shares = || {
        let least = copies.iter().map(|c| c.2).fold(1.0, f64::min);
        match copies {
            [_] => format!(
                "two of them share {:.0} % of the shorter one's words",
                least * 100.0
            ),
            _ => format!(
                "pairs of them share {:.0} % or more of the shorter one's words",
                least * 100.0
            ),
        }
    };
    match (group, agencies, copies) {
        ([one], [], _) => {
            let name = scope.docs[*one]
                .article
                .meta
                .outlet
                .as_deref()
                .unwrap_or("this article");
            (
                OriginKind::Own,
                format!("no agency is credited and no other article shares most of the text of {name}"),
            )
        }
        ([_], agencies, _) => (
            OriginKind::Agency,
            format!("credited to {}", agencies.join(" and ")),
        ),
        (_, [], _) => (OriginKind::Copy, shares()),
        (_, agencies, []) => (
            OriginKind::Agency,
            format!("all credited to {}", agencies.join(" and ")),
        ),
        (_, agencies, _) => (
            OriginKind::Agency,
            format!("credited to {}, and {}", agencies.join(" and "), shares()),
        ),
    }
}
