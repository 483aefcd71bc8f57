//! Stories that the user joins and splits.

use dossier_model::AnnotatedArticle;

use super::{Applied, Correction, is_named};
use crate::cluster::Chosen;

pub(super) fn choose(applied: &mut Applied<'_>, articles: &[AnnotatedArticle]) {
    let corrections = applied.corrections;
    for (i, entry) in corrections.entries.iter().enumerate() {
        let (names, is_join) = match &entry.what {
            Correction::JoinStories(names) => (names, true),
            Correction::SplitStory(names) => (names, false),
            Correction::NotAFact(..)
            | Correction::NotThisEvent(_)
            | Correction::EventDate(..)
            | Correction::ArticleDate(..)
            | Correction::Title(..) => continue,
        };
        let members: Vec<usize> = (0..articles.len())
            .filter(|&a| names.iter().any(|name| is_named(&articles[a].article, name)))
            .collect();
        // One article alone is joined with nothing.
        if members.len() < 1 + usize::from(is_join) {
            continue;
        }
        applied.counts[i] = members.len();
        let place = corrections.place(i);
        let why = if is_join {
            format!("Joined by {place}.")
        } else {
            format!("Set apart by {place}.")
        };
        applied.chosen.push(Chosen {
            members,
            is_join,
            why,
        });
    }
}
