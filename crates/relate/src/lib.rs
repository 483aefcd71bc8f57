//! Compares articles: stories, copies, origins, voices, entities, events, figures, statements.
//!
//! Uses `model` and `world`, and knows no word of a language: what a comparison asks of words is the layer `wording` of
//! the annotations, and [`Vocabulary`], which is handed in. Labels of events and reasons are English sentences still.
//!
//! Nothing here touches a wire format, and nothing depends on the order in which articles come: they are
//! put in order of publication and id first.

mod background;
mod boilerplate;
pub mod cluster;
pub mod confidence;
pub mod copy;
pub mod correct;
mod digest;
pub mod entity;
mod event;
pub mod figure;
pub use dossier_world::latin as fold;
mod interval;
mod matter;
mod origin;
mod quotation;
mod scope;
mod sets;
mod statement;
mod story;
#[cfg(test)]
mod testing;
mod timeline;
mod title;
mod vocabulary;
mod voice;
pub mod words;

pub use crate::digest::Line;
pub use crate::event::Told;
pub use crate::statement::{Apart, Likeness, NAMES as STATEMENT_FEATURES};
pub use crate::vocabulary::{CalendarWord, HeadlineEnding, HeadlineOpening, Vocabulary};

use std::collections::BTreeMap;

use dossier_model::{
    AnnotatedArticle, Annotations, Article, ArticleId, Copy, Dossier, Entity, Note, Span, StoryId,
};
use rayon::prelude::*;

use crate::background::Weights;
use crate::cluster::{Bag, Known, Printed, Reasons, Stories};
use crate::copy::{Fingerprints, Wanted};
use crate::correct::{Applied, Corrections, NONE_ALONE};
use crate::entity::Choices;
use crate::scope::Scope;
use crate::words::Words;

/// What the user chose beforehand.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Names to join and to keep apart.
    pub choices: Choices,
    /// What else the user knows better.
    pub corrections: Corrections,
    /// Stories of an earlier run, which keep their names.
    pub known: Known,
}

/// Everything that the articles say together. The order of the articles does not matter.
#[must_use]
pub fn relate(
    mut articles: Vec<AnnotatedArticle>,
    mut notes: Vec<Note>,
    settings: &Settings,
    vocabulary: Vocabulary,
) -> Dossier {
    put_in_reading_order(&mut articles);
    let choices = &settings.choices;
    let applied = settings.corrections.begin(&mut articles);
    let (mut stories, groups) = each_story(
        &articles,
        &settings.known,
        &applied,
        vocabulary,
        |material, group| story::tell(material, group, choices),
    );
    notes.extend(groups.notes);
    notes.extend(applied.finish(&mut stories, &articles));
    notes.extend(choices.unmatched(&articles, &groups.rows));
    stories.sort_by(|a, b| b.articles.len().cmp(&a.articles.len()).then(a.id.cmp(&b.id)));
    notes.sort();
    notes.dedup();
    Dossier {
        notes,
        articles: articles.into_iter().map(|a| a.article).collect(),
        stories,
    }
}

/// The sentences of each story that its digest may print, with what is seen of each. For fitting what chooses among them.
#[must_use]
pub fn digest_lines(
    mut articles: Vec<AnnotatedArticle>,
    vocabulary: Vocabulary,
) -> Vec<(StoryId, Vec<Line>)> {
    put_in_reading_order(&mut articles);
    let tell = |material: &story::Material<'_>, group: &cluster::Group| {
        (group.id.clone(), story::lines(material, group))
    };
    let corrections = Corrections::default();
    let applied = corrections.begin(&mut articles);
    each_story(&articles, &Known::default(), &applied, vocabulary, tell).0
}

/// Articles in time order, each once.
fn put_in_reading_order(articles: &mut Vec<AnnotatedArticle>) {
    articles.sort_by_cached_key(|a| sort_key(&a.article));
    articles.dedup_by(|a, b| a.article.id == b.article.id);
    set_apart_partly_read(articles);
}

/// Groups articles in time order into stories, and tells each.
fn each_story<T: Send>(
    articles: &[AnnotatedArticle],
    known: &Known,
    applied: &Applied<'_>,
    vocabulary: Vocabulary,
    tell: impl Fn(&story::Material<'_>, &cluster::Group) -> T + Sync,
) -> (Vec<T>, Stories) {
    let plain: Vec<&Article> = articles.iter().map(|a| &a.article).collect();
    let words = words_of(&plain, vocabulary).words;
    let weights = Weights::of(
        words
            .iter()
            .map(|w| w.words.iter().map(|w| w.key).collect::<Vec<_>>()),
    );
    let read: Vec<&AnnotatedArticle> = articles.iter().collect();
    let bags: Vec<Bag> = (articles.par_iter())
        .map(|a| Bag::of(&a.article, Printed::Kept, vocabulary))
        .collect();
    let config = cluster::Config::default();
    let groups = cluster::tell_with(&bags, known, &applied.chosen, Reasons::Untold, &config);
    drop(bags);
    let material = story::Material {
        articles: &read,
        words: &words,
        weights: &weights,
        alone: &applied.alone,
        vocabulary,
    };
    let told = (groups.rows.par_iter()).map(|g| tell(&material, g)).collect();
    (told, groups)
}

/// Facts are compared where all layers were read. An article that was read in part says which in the record, and is
/// compared by its words alone, as one in a language that nothing reads: its sentences without names and events would
/// stand for things not said.
fn set_apart_partly_read(articles: &mut [AnnotatedArticle]) {
    for a in articles {
        if a.notes.coverage.is_partial() {
            a.article.meta.coverage = Some(a.notes.coverage);
            a.notes = Annotations::default();
        }
    }
}

/// The stories of some articles, told from their words alone.
#[must_use]
pub fn cluster(bags: &[Bag], known: &Known, reasons: Reasons) -> Stories {
    cluster::tell(bags, known, reasons, &cluster::Config::default())
}

/// The passages that stand in two of the articles, in order of publication, article and place. Reads nothing but
/// their texts.
#[must_use]
pub fn copies(articles: &[Article], vocabulary: Vocabulary) -> Vec<Copy> {
    let mut sorted: Vec<&Article> = articles.iter().collect();
    sorted.sort_by_cached_key(|a| sort_key(a));
    let Read { words, fingerprints } = words_of(&sorted, vocabulary);
    let passages = copy::find(&words.iter().collect::<Vec<_>>(), &fingerprints, Wanted::Copies);
    drop(fingerprints);
    let sides: Vec<_> = sorted.into_iter().zip(&words).collect();
    (passages.par_iter())
        .filter_map(|p| copy::to_record(p, &sides))
        .collect()
}

/// Who and what the articles name, all of them taken as one story.
#[must_use]
pub fn entities(articles: &[AnnotatedArticle], choices: &Choices) -> Vec<Entity> {
    as_one(articles, Vocabulary::EMPTY, |scope| {
        entity::join(scope, &StoryId::new("all"), choices).rows
    })
}

/// The words that tell each event, all articles taken as one story. Their order does not matter.
#[must_use]
pub fn events(articles: &[AnnotatedArticle], vocabulary: Vocabulary) -> Vec<Told> {
    as_one(articles, vocabulary, |scope| {
        event::told(
            scope,
            &entity::join(scope, &StoryId::new("all"), &Choices::default()),
        )
    })
}

/// What two sentences share and what keeps them apart, for pairs by article and span; `None` where one is no
/// statement. The articles are taken as one story. For fitting the scorer and for studying it.
#[must_use]
pub fn compare_statements(
    articles: &[AnnotatedArticle],
    pairs: &[[(ArticleId, Span); 2]],
    vocabulary: Vocabulary,
) -> Vec<Option<Likeness>> {
    as_one(articles, vocabulary, |scope| {
        let entities = entity::join(scope, &StoryId::new("all"), &Choices::default());
        let voices = voice::find(scope, &entities);
        let place = |id: &ArticleId| {
            let found = scope.docs.iter().position(|d| d.article.id == *id);
            found.unwrap_or(usize::MAX)
        };
        let pairs: Vec<_> = (pairs.iter())
            .map(|[(a, s), (b, t)]| [(place(a), *s), (place(b), *t)])
            .collect();
        statement::compare(scope, &entities, &voices, &pairs)
    })
}

/// Takes all articles as one story and asks something of it.
fn as_one<T>(articles: &[AnnotatedArticle], vocabulary: Vocabulary, ask: impl FnOnce(&Scope<'_>) -> T) -> T {
    let mut docs: Vec<&AnnotatedArticle> = articles.iter().collect();
    docs.sort_by_cached_key(|a| sort_key(&a.article));
    docs.dedup_by(|a, b| a.article.id == b.article.id);
    let plain: Vec<&Article> = docs.iter().map(|a| &a.article).collect();
    let words = words_of(&plain, vocabulary).words;
    let weights = Weights::of((words.iter()).map(|w| w.words.iter().map(|w| w.key).collect::<Vec<_>>()));
    ask(&Scope {
        docs,
        words: words.iter().collect(),
        weights: &weights,
        alone: &NONE_ALONE,
        vocabulary,
    })
}

/// The words of some articles and the fingerprints that these share.
struct Read {
    words: Vec<Words>,
    fingerprints: Fingerprints,
}

/// Reads the words of articles in order, and marks the sites' own.
fn words_of(articles: &[&Article], vocabulary: Vocabulary) -> Read {
    let mut words: Vec<Words> = articles
        .par_iter()
        .map(|a| Words::of(a, vocabulary.country_of))
        .collect();
    let all: Vec<&Words> = words.iter().collect();
    let fingerprints = Fingerprints::of(&all);
    let site = boilerplate::find(&all, &outlets(articles), &fingerprints);
    for (words, site) in words.iter_mut().zip(site).filter(|(_, s)| !s.is_empty()) {
        words.mark_site(site);
    }
    Read { words, fingerprints }
}

/// The articles' outlets by number; those of which none is known count as one.
fn outlets(articles: &[&Article]) -> Vec<usize> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    (articles.iter())
        .map(|a| {
            let next = numbers.len();
            *numbers.entry(outlet(a)).or_insert(next)
        })
        .collect()
}

/// Who published an article, or the host of its address.
fn outlet(article: &Article) -> &str {
    let host = || {
        let url = article.meta.url.as_deref()?;
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#']).next()
    };
    article.meta.outlet.as_deref().or_else(host).unwrap_or("")
}

/// Puts articles in the order of the record.
pub fn put_in_order(articles: &mut [Article]) {
    articles.sort_by_cached_key(sort_key);
}

type SortKey = (bool, Option<jiff::civil::Date>, Option<jiff::civil::Time>, String);

/// By publication, the undated last, then by id.
fn sort_key(a: &Article) -> SortKey {
    let published = a.meta.published;
    (
        published.is_none(),
        published.map(|p| p.date),
        published.and_then(|p| p.time),
        a.id.as_str().to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::read;

    /// A few words, so that articles share passages.
    fn article() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "The",
            "harbour",
            "bridge",
            "closed",
            "in",
            "May",
            "said",
            "Ana",
            "12",
            "ships.",
            "Không",
            "có",
            "\n",
            "engineers",
            "replace",
            "the",
            "cables",
            "of",
            "northern",
            "side.",
            "“",
            "”",
            "新",
            "\u{200b}",
        ]);
        prop::collection::vec(word, 0..120).prop_map(|w| w.join(" "))
    }

    fn told(articles: &[AnnotatedArticle]) -> String {
        let dossier = relate(
            articles.to_vec(),
            Vec::new(),
            &Settings::default(),
            Vocabulary::EMPTY,
        );
        format!("{:?}", dossier.stories)
    }

    proptest! {
        #[test]
        fn the_order_of_articles_changes_nothing(texts in prop::collection::vec(article(), 1..6), turn in 0usize..6) {
            let mut articles: Vec<_> =
                texts.iter().enumerate().map(|(i, t)| read(&format!("{i:016x}"), t)).collect();
            let before = told(&articles);
            let by = turn % articles.len();
            articles.rotate_left(by);
            prop_assert_eq!(&told(&articles), &before);
            articles.reverse();
            prop_assert_eq!(&told(&articles), &before);
        }

        #[test]
        fn every_cite_is_inside_its_article(texts in prop::collection::vec(article(), 1..5)) {
            let articles: Vec<_> =
                texts.iter().enumerate().map(|(i, t)| read(&format!("{i:016x}"), t)).collect();
            let dossier = relate(articles, Vec::new(), &Settings::default(), Vocabulary::EMPTY);
            for story in &dossier.stories {
                let copies = story.copies.iter().flat_map(|c| [&c.from, &c.to]);
                let digest = story.digest.iter().flat_map(|d| d.cites.iter());
                for cite in copies.chain(digest) {
                    let article = dossier.article(&cite.article).unwrap();
                    prop_assert!(!cite.span.of(article.text()).is_empty());
                }
            }
        }
    }
}
