//! One story, told from its articles.

use dossier_model::{AnnotatedArticle, Copy, Period, Story, StoryId};

use crate::background::Weights;
use crate::scope::Scope;
use crate::words::Words;
use crate::{copy, digest, entity, event, figure, origin, quotation, statement, timeline, title, voice};

/// Everything that the articles at `group`, in time order, say together.
#[must_use]
pub fn tell(articles: &[&AnnotatedArticle], words: &[Words], weights: &Weights, group: &[usize]) -> Story {
    let scope = Scope {
        docs: group.iter().map(|&i| articles[i]).collect(),
        words: group.iter().map(|&i| &words[i]).collect(),
        weights,
    };
    let passages = copy::find(&scope.words);
    let origins = origin::join(&scope, &passages);
    let entities = entity::join(&scope);
    let voices = voice::find(&scope, &entities);
    let events = event::join(&scope, &entities, &origins, &voices);
    let figures = figure::join(&scope, &entities, &origins, &voices);
    let statements = statement::join(&scope, &entities, &origins, &voices);
    let quotes = quotation::list(&scope, &entities);
    let timeline = timeline::order(&events, &figures);
    let digest = digest::pick(&scope, &statements, &origins);
    Story {
        id: id_of(articles, group),
        title: title::choose(&scope, &statements),
        period: period(&scope),
        articles: scope.docs.iter().map(|d| d.article.id.clone()).collect(),
        copies: copies(&scope, &passages),
        origins: origins.rows,
        voices: voices.rows,
        entities: entities.rows,
        events,
        figures: figures.rows,
        statements: statements.rows,
        quotes,
        timeline,
        digest,
    }
}

/// A story is named after its earliest article, so that a later one renames nothing.
#[must_use]
pub fn id_of(articles: &[&AnnotatedArticle], group: &[usize]) -> StoryId {
    let first = group.first().map_or("", |&i| articles[i].article.id.as_str());
    StoryId::new(format!("s{first}"))
}

fn copies(scope: &Scope<'_>, passages: &[copy::Passage]) -> Vec<Copy> {
    let sides: Vec<_> = scope
        .docs
        .iter()
        .map(|d| &d.article)
        .zip(scope.words.iter().copied())
        .collect();
    passages
        .iter()
        .filter(|p| p.is_copy())
        .filter_map(|p| copy::to_record(p, &sides))
        .collect()
}

fn period(scope: &Scope<'_>) -> Option<Period> {
    let days = || scope.docs.iter().filter_map(|d| d.article.reference_day());
    Some(Period {
        from: days().min()?,
        to: days().max()?,
    })
}
