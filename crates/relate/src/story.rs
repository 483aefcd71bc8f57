//! One story, told from its articles.

use dossier_model::{AnnotatedArticle, Copy, Period, Story};

use crate::background::Weights;
use crate::cluster::Group;
use crate::entity::Choices;
use crate::scope::Scope;
use crate::statement::Statements;
use crate::words::Words;
use crate::{copy, digest, entity, event, figure, origin, quotation, statement, timeline, voice};

/// Everything that the articles at `group`, in time order, say together.
#[must_use]
pub fn tell(
    articles: &[&AnnotatedArticle],
    words: &[Words],
    weights: &Weights,
    group: &Group,
    choices: &Choices,
) -> Story {
    let scope = Scope {
        docs: group.members.iter().map(|&i| articles[i]).collect(),
        words: group.members.iter().map(|&i| &words[i]).collect(),
        weights,
    };
    let prints = copy::Prints::of(&scope.words);
    let passages = copy::find(&scope.words, &prints, copy::Wanted::All);
    let origins = origin::join(&scope, &passages);
    let id = group.id.clone();
    let entities = entity::join(&scope, &id, choices);
    let voices = voice::find(&scope, &entities);
    let events = event::join(&scope, &entities, &origins, &voices);
    let figures = figure::join(&scope, &entities, &origins, &voices);
    let statements = statement::join(&scope, &entities, &origins, &voices);
    let quotes = quotation::list(&scope, &entities);
    let timeline = timeline::order(&events, &figures);
    let digest = digest::pick(&scope, &statements);
    Story {
        id,
        why: group.why.clone(),
        title: title(&scope, &statements),
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

/// The headline that shares most with the story's best told statements, or else the first of these, cut at
/// a word.
fn title(scope: &Scope<'_>, statements: &Statements) -> String {
    const LONGEST: usize = 140;
    let mut best: Option<(f64, usize, String)> = None;
    for (doc, read) in scope.docs.iter().enumerate() {
        let Some(title) = read
            .article
            .meta
            .title
            .as_deref()
            .map(str::trim)
            .filter(|t| !t.is_empty())
        else {
            continue;
        };
        let score: f64 = shared_words(scope, title, doc);
        if best.as_ref().is_none_or(|(s, _, _)| score > *s) {
            best = Some((score, doc, title.to_owned()));
        }
    }
    if let Some((_, _, title)) = best {
        return title;
    }
    let lead = statements.rows.first().map(|s| s.text.clone()).or_else(|| {
        let read = scope.docs.first()?;
        let block = read.article.evidence().next()?;
        Some(
            block
                .span
                .of(read.article.text())
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )
    });
    cut(&lead.unwrap_or_default(), LONGEST)
}

/// How much of a headline the other articles say too, by weight.
fn shared_words(scope: &Scope<'_>, title: &str, own: usize) -> f64 {
    let mut score = 0.0;
    let mut all = 0.0f64;
    for part in crate::fold::parts(title) {
        let key = crate::words::key(&part);
        let weight = scope.weights.idf(key).min(6.0);
        let others = scope
            .words
            .iter()
            .enumerate()
            .filter(|(d, w)| *d != own && w.words.iter().any(|w| w.key == key))
            .count();
        all += weight;
        score += weight * others as f64;
    }
    score / all.max(1.0) / scope.docs.len() as f64
}

fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let end = text.char_indices().nth(longest).map_or(text.len(), |(i, _)| i);
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', ' ']))
}
