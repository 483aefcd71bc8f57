//! Names of stories that an earlier run gave: they stay, whatever has come since.

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{ArticleId, Note, StoryId};

use super::bag::Bag;

/// Which story each article was in.
#[derive(Debug, Clone, Default)]
pub struct Known {
    stories: BTreeMap<ArticleId, StoryId>,
}

impl Known {
    /// Articles with their stories.
    #[must_use]
    pub fn of(rows: impl IntoIterator<Item = (ArticleId, StoryId)>) -> Self {
        Self {
            stories: rows.into_iter().collect(),
        }
    }

    fn get(&self, article: &ArticleId) -> Option<&StoryId> {
        self.stories.get(article)
    }
}

/// Names for groups of articles, and what became of names that an earlier run gave.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// One a group.
    pub ids: Vec<StoryId>,
    /// Names that are gone, and articles that are in another story now.
    pub notes: Vec<Note>,
}

/// Names each group. A name that is known goes to the group that holds most of its articles, and each group bears the
/// name that most of its articles had; a group without one is named after its earliest article.
pub(super) fn name(bags: &[Bag], groups: &[Vec<usize>], known: &Known) -> Names {
    let mut shared: BTreeMap<(&StoryId, usize), usize> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        for story in group.iter().filter_map(|&i| known.get(&bags[i].id)) {
            *shared.entry((story, g)).or_default() += 1;
        }
    }
    let mut claims: Vec<(usize, &StoryId, usize)> = shared.iter().map(|((s, g), n)| (*n, *s, *g)).collect();
    claims.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)).then(a.2.cmp(&b.2)));
    let mut ids: Vec<Option<StoryId>> = vec![None; groups.len()];
    let mut taken: BTreeSet<StoryId> = BTreeSet::new();
    for (_, story, g) in claims {
        if ids[g].is_none() && taken.insert(story.clone()) {
            ids[g] = Some(story.clone());
        }
    }
    // Known names that no group bears are not given to others: they meant something else.
    let given: BTreeSet<&StoryId> = known.stories.values().collect();
    let ids: Vec<StoryId> = (ids.into_iter().zip(groups))
        .map(|(id, group)| {
            id.unwrap_or_else(|| {
                let mut free = (group.iter())
                    .map(|&i| StoryId::new(format!("s{}", bags[i].id)))
                    .filter(|id| !given.contains(id));
                let own = free.next().unwrap_or_else(|| {
                    let first = group.first().map_or("", |&i| bags[i].id.as_str());
                    StoryId::new(format!("s{first}-2"))
                });
                taken.insert(own.clone());
                own
            })
        })
        .collect();
    let mut notes = Vec::new();
    for ((story, g), n) in shared {
        if *story != ids[g] {
            let words = if taken.contains(story) {
                let articles = if n == 1 { "article is" } else { "articles are" };
                format!("{n} {articles} in {} now", ids[g])
            } else {
                format!("is part of {} now", ids[g])
            };
            notes.push(Note::new(format!("story {story}"), words));
        }
    }
    Names { ids, notes }
}

#[cfg(test)]
mod tests {
    use dossier_model::{Article, ArticleDraft};

    use super::super::bag::Printed;
    use super::*;
    use crate::vocabulary::Vocabulary;

    fn bags(ids: &[&str]) -> Vec<Bag> {
        (ids.iter())
            .map(|id| {
                let article = Article::new(ArticleId::new(*id), ArticleDraft::default(), "", Vec::new());
                Bag::of(&article, Printed::Forgotten, Vocabulary::EMPTY)
            })
            .collect()
    }

    fn check(groups: &[&[usize]], known: &[(&str, &str)], names: &[&str], notes: &[&str]) {
        let groups: Vec<Vec<usize>> = groups.iter().map(|g| g.to_vec()).collect();
        let known = Known::of(known.iter().map(|(a, s)| (ArticleId::new(*a), StoryId::new(*s))));
        let found = name(&bags(&["a", "b", "c", "d"]), &groups, &known);
        let ids: Vec<&str> = found.ids.iter().map(StoryId::as_str).collect();
        let told: Vec<String> = found
            .notes
            .iter()
            .map(|n| format!("{}: {}", n.source, n.message))
            .collect();
        assert_eq!(ids, names);
        assert_eq!(told, notes);
    }

    #[test]
    fn a_story_is_named_after_its_earliest_article() {
        check(&[&[0, 1], &[2], &[3]], &[], &["sa", "sc", "sd"], &[]);
    }

    #[test]
    fn an_article_found_later_and_published_earlier_renames_nothing() {
        check(&[&[0, 1], &[2, 3]], &[("b", "sb")], &["sb", "sc"], &[]);
    }

    #[test]
    fn stories_that_became_one_keep_the_larger_ones_name() {
        check(
            &[&[0, 1, 2], &[3]],
            &[("a", "sa"), ("b", "sb"), ("c", "sb")],
            &["sb", "sd"],
            &["story sa: is part of sb now"],
        );
    }

    #[test]
    fn a_story_that_fell_apart_keeps_its_name_where_most_of_it_is() {
        check(
            &[&[0], &[1, 2, 3]],
            &[("a", "sa"), ("b", "sa"), ("c", "sa")],
            &["sa-2", "sa"],
            &["story sa: 1 article is in sa-2 now"],
        );
    }
}
