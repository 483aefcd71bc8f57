use askama::Template;
use dossier_model::{Article, ArticleId, Confidence, Dossier, Story};

use super::context::{Badge, status};
use super::{INDEX_SCRIPT, STYLE, lead, story_path};
use crate::clean::clean;
use crate::plain;

/// Notes on the page; a crawl has a hundred thousand.
const NOTES: usize = 500;

/// The list of stories.
#[derive(Template)]
#[template(path = "index.html")]
pub(super) struct Index {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    stories: Vec<Card>,
    articles: usize,
    /// Articles in no story.
    apart: Vec<Apart>,
    notes: Vec<(String, String)>,
    more_notes: usize,
    period: Option<String>,
}

struct Card {
    path: String,
    title: String,
    period: Option<String>,
    articles: usize,
    origins: usize,
    voices: usize,
    what: Option<(String, Option<String>, Badge)>,
    first: Option<String>,
    differ: usize,
    /// Statements that cannot both hold.
    conflicts: usize,
}

struct Apart {
    title: String,
    outlet: String,
    published: String,
}

impl Index {
    pub(super) fn new(dossier: &Dossier, policy: String, least: Confidence) -> Self {
        let told: std::collections::HashSet<&ArticleId> =
            dossier.stories.iter().flat_map(|s| &s.articles).collect();
        let apart = dossier
            .articles
            .iter()
            .filter(|a| !told.contains(&a.id) && !a.is_replaced())
            .map(apart);
        let from = dossier
            .stories
            .iter()
            .filter_map(|s| s.period)
            .map(|p| p.from)
            .min();
        let to = dossier
            .stories
            .iter()
            .filter_map(|s| s.period)
            .map(|p| p.to)
            .max();
        let notes = dossier
            .notes
            .iter()
            .take(NOTES)
            .map(|n| (clean(&n.source), clean(&n.message)));
        Self {
            policy,
            style: STYLE,
            script: INDEX_SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            stories: dossier.stories.iter().map(|s| card(s, least)).collect(),
            articles: dossier.articles.iter().filter(|a| !a.is_replaced()).count(),
            apart: apart.collect(),
            notes: notes.collect(),
            more_notes: dossier.notes.len().saturating_sub(NOTES),
            period: from.zip(to).map(|(a, b)| plain::days(a, b)),
        }
    }
}

fn card(story: &Story, least: Confidence) -> Card {
    let what = lead::main_event(story, least).map(|e| {
        let when = e.when.as_ref().map(|w| clean(&plain::when(w)));
        (clean(&e.label), when, status(e.status))
    });
    let differ = story
        .figures
        .iter()
        .filter(|f| f.agreement == dossier_model::Agreement::Different && least.admits(f.confidence));
    Card {
        path: story_path(&story.id),
        title: clean(&story.title),
        period: story.period.map(plain::period),
        articles: story.articles.len(),
        origins: story.origins.len(),
        voices: story.voices.len(),
        what,
        first: (story.digest.iter())
            .find(|d| least.admits(d.confidence))
            .map(|d| clean(&d.text)),
        differ: differ.count(),
        conflicts: (story.conflicts.iter())
            .filter(|c| least.admits(c.confidence))
            .count(),
    }
}

fn apart(a: &Article) -> Apart {
    Apart {
        title: clean(a.meta.title.as_deref().unwrap_or(&a.meta.source)),
        outlet: a
            .meta
            .outlet
            .as_deref()
            .map_or_else(|| "outlet unknown".to_owned(), clean),
        published: a
            .meta
            .published
            .map_or_else(|| "date unknown".to_owned(), super::reading::published),
    }
}
