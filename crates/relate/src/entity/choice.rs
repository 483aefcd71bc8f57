//! What the user wants joined and kept apart, whatever the names say.

use dossier_model::{AnnotatedArticle, MentionForm, MentionKind, Note, StoryId};

use super::evidence::Evidence;
use super::link::Links;
use super::referent::{Referent, one_line};
use crate::cluster::Group;
use crate::scope::Scope;

/// The user's own joins and splits of names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Where they are from: the name of a file. Reasons and notes name it.
    pub source: String,
    /// In the order of the file.
    pub joins: Vec<Join>,
    /// In the order of the file.
    pub splits: Vec<Split>,
}

/// Names that are of one referent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Join {
    /// Full names exactly as printed, diacritics and capitals included.
    pub names: Vec<String>,
    /// What to call the row.
    pub name: Option<String>,
    /// What the referent is.
    pub kind: Option<MentionKind>,
    /// Where it holds.
    pub within: Within,
}

/// Names that are of as many referents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    /// Full names exactly as printed.
    pub names: Vec<String>,
    /// Where it holds.
    pub within: Within,
}

/// The articles that an entry holds for; all where neither is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Within {
    /// Id of the only story.
    pub story: Option<String>,
    /// Id or source of the only article.
    pub article: Option<String>,
}

impl Within {
    fn holds(&self, article: &AnnotatedArticle, story: Option<&StoryId>) -> bool {
        let article = self
            .article
            .as_ref()
            .is_none_or(|a| *a == article.article.meta.source || a == article.article.id.as_str());
        let story = self
            .story
            .as_ref()
            .is_none_or(|s| story.is_none_or(|id| s == id.as_str()));
        article && story
    }
}

/// An entry by its kind and place, as a user counts.
fn entry(kind: &str, place: usize, names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|n| format!("“{n}”")).collect();
    format!("{kind} {} ({})", place + 1, names.join(", "))
}

impl Choices {
    /// Which side of a split a printed name is on, in an article of a story.
    pub(super) fn side(&self, scope: &Scope<'_>, story: &StoryId, doc: usize, name: &str) -> Option<usize> {
        let mut before = 0;
        let read = scope.docs[doc];
        for split in &self.splits {
            if let Some(i) = split.names.iter().position(|n| is_same(n, name))
                && split.within.holds(read, Some(story))
            {
                return Some(before + i);
            }
            before += split.names.len();
        }
        None
    }

    /// The split and the side of it that a referent's names are on.
    pub(super) fn sides(
        &self,
        scope: &Scope<'_>,
        story: &StoryId,
        referent: &Referent<'_>,
    ) -> Vec<(usize, usize)> {
        let names = referent.full_names();
        let holds = |s: &Split| s.within.holds(scope.docs[referent.doc], Some(story));
        self.splits
            .iter()
            .enumerate()
            .filter(|(_, s)| holds(s))
            .filter_map(|(k, s)| {
                let side = s.names.iter().position(|n| names.iter().any(|x| is_same(n, x)))?;
                Some((k, side))
            })
            .collect()
    }

    /// Joins what the user wants joined, before anything else is.
    pub(super) fn join(&self, scope: &Scope<'_>, story: &StoryId, links: &mut Links<'_, '_>) {
        for (k, join) in self.joins.iter().enumerate() {
            let mut first = None;
            for i in 0..links.referents.len() {
                let referent = &links.referents[i];
                let named = referent
                    .full_names()
                    .iter()
                    .any(|x| join.names.iter().any(|n| is_same(n, x)));
                if named && join.within.holds(scope.docs[referent.doc], Some(story)) {
                    let to = *first.get_or_insert(i);
                    links.choose(to, i, k);
                }
            }
        }
    }

    /// A remark for every entry that no article has a name of.
    #[must_use]
    pub fn unmatched(&self, articles: &[AnnotatedArticle], stories: &[Group]) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut tell = |what: String| {
            notes.push(Note::new(
                &self.source,
                format!("{what} matched nothing; hint: write full names exactly as the articles print them"),
            ));
        };
        let found = |names: &[String], within: &Within| {
            stories.iter().any(|story| {
                (story.members.iter())
                    .filter_map(|&i| articles.get(i))
                    .any(|a| within.holds(a, Some(&story.id)) && names_any(a, names))
            })
        };
        for (k, j) in self.joins.iter().enumerate() {
            if !found(&j.names, &j.within) {
                tell(entry("join", k, &j.names));
            }
        }
        for (k, s) in self.splits.iter().enumerate() {
            if !found(&s.names, &s.within) {
                tell(entry("split", k, &s.names));
            }
        }
        notes
    }

    /// The reason that a join of the file gives.
    pub(super) fn told(&self, place: usize) -> String {
        match self.joins.get(place) {
            Some(j) => format!("Joined by {}: {}.", self.source, entry("join", place, &j.names)),
            None => String::new(),
        }
    }

    /// The reason that a split of the file gives.
    pub(super) fn told_split(&self, place: usize) -> String {
        match self.splits.get(place) {
            Some(s) => format!(
                "Kept apart by {}: {}.",
                self.source,
                entry("split", place, &s.names)
            ),
            None => String::new(),
        }
    }

    /// The join that made a row, where one did and gives a name or kind.
    pub(super) fn join_of(&self, evidence: &[Evidence]) -> Option<&Join> {
        evidence.iter().find_map(|e| match e {
            Evidence::Chosen(k) => self.joins.get(*k),
            _ => None,
        })
    }
}

fn is_same(wanted: &str, printed: &str) -> bool {
    wanted == printed || one_line(wanted) == one_line(printed)
}

fn names_any(article: &AnnotatedArticle, names: &[String]) -> bool {
    let text = article.article.text();
    let printed = article
        .notes
        .mentions
        .iter()
        .filter(|m| m.value.form == MentionForm::Name && m.value.local.is_some())
        .map(|m| m.span.of(text));
    printed
        .chain(article.notes.locals.iter().map(|l| l.name.as_str()))
        .any(|p| names.iter().any(|n| is_same(n, p)))
}
