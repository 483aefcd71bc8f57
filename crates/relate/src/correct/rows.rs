//! Rows that only a comparison makes: statements, names, titles.

use std::collections::BTreeSet;

use dossier_model::{AnnotatedArticle, Cite, EntityId, StatementId, Story};

use super::{Applied, Correction, RowKind, is_named};
use crate::entity::one_line;

pub(super) fn correct(applied: &mut Applied<'_>, stories: &mut [Story], articles: &[AnnotatedArticle]) {
    let corrections = applied.corrections;
    for (i, entry) in corrections.entries.iter().enumerate() {
        match &entry.what {
            Correction::Title(of, title) => {
                for story in stories.iter_mut().filter(|s| is_of(s, of, articles)) {
                    story.title = one_line(title);
                    applied.counts[i] += 1;
                }
            }
            Correction::NotAFact(RowKind::Statement, at) => {
                let words = one_line(&at.words);
                let is_meant = |cite: &Cite| {
                    let read = articles.iter().find(|a| a.article.id == cite.article);
                    read.is_some_and(|a| {
                        at.holds(&a.article) && one_line(cite.span.of(a.article.text())) == words
                    })
                };
                applied.counts[i] += stories
                    .iter_mut()
                    .map(|s| drop_statements(s, &is_meant))
                    .sum::<usize>();
            }
            Correction::NotAFact(RowKind::Entity, at) => {
                let words = one_line(&at.words);
                let held = |s: &Story| at.article.as_ref().is_none_or(|a| is_of(s, a, articles));
                applied.counts[i] += (stories.iter_mut().filter(|s| held(s)))
                    .map(|s| drop_entities(s, &words))
                    .sum::<usize>();
            }
            Correction::NotAFact(RowKind::Event | RowKind::Figure | RowKind::Quote, _)
            | Correction::JoinStories(_)
            | Correction::SplitStory(_)
            | Correction::NotThisEvent(_)
            | Correction::EventDate(..)
            | Correction::ArticleDate(..) => {}
        }
    }
}

/// Whether a name is the story's or that of an article of it.
fn is_of(story: &Story, name: &str, articles: &[AnnotatedArticle]) -> bool {
    story.id.as_str() == name
        || (articles.iter()).any(|a| is_named(&a.article, name) && story.articles.contains(&a.article.id))
}

/// A statement that is none is in no conflict, and its sentences are in no digest.
fn drop_statements(story: &mut Story, is_meant: &dyn Fn(&Cite) -> bool) -> usize {
    let gone: BTreeSet<StatementId> = (story.statements.iter())
        .filter(|s| s.reports.iter().any(|r| is_meant(&r.cite)))
        .map(|s| s.id.clone())
        .collect();
    if gone.is_empty() {
        return 0;
    }
    story.statements.retain(|s| !gone.contains(&s.id));
    story
        .conflicts
        .retain(|c| !c.of.iter().any(|id| gone.contains(id)));
    story.digest.retain(|d| !d.cites.iter().any(is_meant));
    gone.len()
}

/// Nothing refers to a name that is none.
fn drop_entities(story: &mut Story, name: &str) -> usize {
    let is_called = |text: &str| one_line(text) == name;
    let gone: BTreeSet<EntityId> = (story.entities.iter())
        .filter(|e| is_called(&e.name) || e.names.iter().any(|n| is_called(&n.text)))
        .map(|e| e.id.clone())
        .collect();
    if gone.is_empty() {
        return 0;
    }
    let is_gone = |id: &Option<EntityId>| id.as_ref().is_some_and(|id| gone.contains(id));
    story.entities.retain(|e| !gone.contains(&e.id));
    for event in &mut story.events {
        event.participants.retain(|p| !gone.contains(&p.entity));
        event.place = event.place.take().filter(|id| !gone.contains(id));
    }
    for voice in story.voices.iter_mut().filter(|v| is_gone(&v.entity)) {
        voice.entity = None;
    }
    for quote in story.quotes.iter_mut().filter(|q| is_gone(&q.speaker)) {
        quote.speaker = None;
    }
    gone.len()
}
