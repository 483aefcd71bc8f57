//! One story, told from its articles.

use dossier_model::{AnnotatedArticle, Copy, Period, Story};

use crate::background::Weights;
use crate::cluster::Group;
use crate::correct::Alone;
use crate::entity::Choices;
use crate::scope::Scope;
use crate::vocabulary::Vocabulary;
use crate::words::Words;
use crate::{
    confidence, copy, digest, entity, event, figure, matter, origin, quotation, statement, timeline, title,
    voice,
};

/// What stories are told from.
pub struct Material<'a> {
    /// All articles, in time order.
    pub articles: &'a [&'a AnnotatedArticle],
    /// Their words.
    pub words: &'a [Words],
    /// What each word weighs.
    pub weights: &'a Weights,
    /// Events that the user keeps apart from all others.
    pub(crate) alone: &'a Alone,
    /// What is asked of words.
    pub vocabulary: Vocabulary,
}

/// Everything that the articles at `group`, in time order, say together.
#[must_use]
pub fn tell(material: &Material<'_>, group: &Group, choices: &Choices) -> Story {
    let scope = scope(material, group);
    let fingerprints = copy::Fingerprints::of(&scope.words);
    let passages = copy::find(&scope.words, &fingerprints, copy::Wanted::All);
    let origins = origin::join(&scope, &passages);
    let id = group.id.clone();
    let mut entities = entity::join(&scope, &id, choices);
    confidence::weigh_entities(&scope, &mut entities);
    let voices = voice::find(&scope, &entities);
    let (mut events, found): (Vec<_>, Vec<_>) = event::join(&scope, &entities, &origins, &voices)
        .into_iter()
        .unzip();
    let mut figures = figure::join(&scope, &entities, &origins, &voices);
    let mut statements = statement::join(&scope, &entities, &origins, &voices);
    let quotes = quotation::list(&scope, &entities);
    let matter = matter::Matter::of(&scope, &origins);
    matter::aside::mark(&scope, &matter, &mut events, &mut figures.rows, &mut statements);
    let main = matter.main_event(&scope, &events);
    confidence::weigh_events(&mut events, &found, main.as_ref());
    let mut timeline = timeline::order(&events, &figures);
    matter::aside::mark_timeline(&mut timeline, &events, &figures.rows);
    let digest = digest::pick(&scope, &statements, &origins, &matter);
    Story {
        id,
        why: group.why.clone(),
        title: title::choose(&scope, &statements, &digest, &matter),
        period: period(&scope),
        main,
        articles: scope.docs.iter().map(|d| d.article.id.clone()).collect(),
        copies: copies(&scope, &passages),
        origins: origins.rows,
        voices: voices.rows,
        entities: entities.rows,
        events,
        figures: figures.rows,
        statements: statements.rows,
        conflicts: statements.conflicts,
        quotes,
        timeline,
        digest,
    }
}

/// The sentences that its digest may print, with what is seen of each.
#[must_use]
pub fn lines(material: &Material<'_>, group: &Group) -> Vec<digest::Line> {
    let scope = scope(material, group);
    let fingerprints = copy::Fingerprints::of(&scope.words);
    let origins = origin::join(
        &scope,
        &copy::find(&scope.words, &fingerprints, copy::Wanted::All),
    );
    let entities = entity::join(&scope, &group.id, &Choices::default());
    let voices = voice::find(&scope, &entities);
    let statements = statement::join(&scope, &entities, &origins, &voices);
    let matter = matter::Matter::of(&scope, &origins);
    digest::lines(&scope, &statements, &origins, &matter)
}

fn scope<'a>(material: &Material<'a>, group: &Group) -> Scope<'a> {
    Scope {
        docs: group.members.iter().map(|&i| material.articles[i]).collect(),
        words: group.members.iter().map(|&i| &material.words[i]).collect(),
        weights: material.weights,
        alone: material.alone,
        vocabulary: material.vocabulary,
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
