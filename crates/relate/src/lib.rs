//! Compares articles: stories, copies, origins, voices, entities, events, figures, statements.
//!
//! Nothing here touches a wire format, and nothing depends on the order in which articles come: they are
//! put in order of publication and id first.

mod background;
pub mod cluster;
pub mod copy;
mod digest;
mod entity;
mod event;
mod figure;
pub mod fold;
mod interval;
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
mod voice;
pub mod words;

use dossier_model::{AnnotatedArticle, ArticleId, Copy, Dossier, Note, Span, StoryId};
use rayon::prelude::*;

use crate::background::Weights;
pub use crate::statement::{Conflict, Likeness, NAMES as STATEMENT_FEATURES};
use crate::words::Words;

/// Everything that the articles say together. Their order does not matter.
#[must_use]
pub fn relate(mut articles: Vec<AnnotatedArticle>, mut notes: Vec<Note>) -> Dossier {
    put_in_order(&mut articles);
    let words: Vec<Words> = articles.par_iter().map(Words::of).collect();
    let weights = Weights::of(
        words
            .iter()
            .map(|w| w.words.iter().map(|w| w.key).collect::<Vec<_>>()),
    );
    let read: Vec<&AnnotatedArticle> = articles.iter().collect();
    let groups = cluster::group(&read, &cluster::Config::default());
    let mut stories: Vec<_> = groups
        .par_iter()
        .map(|g| story::tell(&read, &words, &weights, g))
        .collect();
    stories.sort_by(|a, b| b.articles.len().cmp(&a.articles.len()).then(a.id.cmp(&b.id)));
    notes.sort();
    notes.dedup();
    Dossier {
        notes,
        articles: articles.into_iter().map(|a| a.article).collect(),
        stories,
    }
}

/// The story of each article, in the order of the input.
#[must_use]
pub fn cluster(articles: &[AnnotatedArticle]) -> Vec<StoryId> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&i| sort_key(&articles[i]));
    let sorted: Vec<&AnnotatedArticle> = order.iter().map(|&i| &articles[i]).collect();
    let mut out: Vec<Option<StoryId>> = vec![None; articles.len()];
    for group in cluster::group(&sorted, &cluster::Config::default()) {
        let id = story::id_of(&sorted, &group);
        for i in group {
            out[order[i]] = Some(id.clone());
        }
    }
    out.into_iter()
        .map(|id| id.unwrap_or_else(|| StoryId::new("")))
        .collect()
}

/// The passages that stand in two of the articles, in order of publication, article and place.
#[must_use]
pub fn copies(articles: &[AnnotatedArticle]) -> Vec<Copy> {
    let mut sorted: Vec<&AnnotatedArticle> = articles.iter().collect();
    sorted.sort_by_key(|a| sort_key(a));
    let words: Vec<Words> = sorted.par_iter().map(|a| Words::of(a)).collect();
    let sides: Vec<_> = sorted.iter().map(|a| &a.article).zip(&words).collect();
    copy::find(&words.iter().collect::<Vec<_>>())
        .iter()
        .filter(|p| p.is_copy())
        .filter_map(|p| copy::to_record(p, &sides))
        .collect()
}

/// What two sentences share and what keeps them apart, for pairs by article and span; `None` where one is no
/// statement. The articles are taken as one story. For fitting the scorer and for studying it.
#[must_use]
pub fn compare_statements(
    mut articles: Vec<AnnotatedArticle>,
    pairs: &[[(ArticleId, Span); 2]],
) -> Vec<Option<Likeness>> {
    put_in_order(&mut articles);
    let words: Vec<Words> = articles.par_iter().map(Words::of).collect();
    let weights = Weights::of(
        words
            .iter()
            .map(|w| w.words.iter().map(|w| w.key).collect::<Vec<_>>()),
    );
    let scope = scope::Scope {
        docs: articles.iter().collect(),
        words: words.iter().collect(),
        weights: &weights,
    };
    let entities = entity::join(&scope);
    let voices = voice::find(&scope, &entities);
    let place = |id: &ArticleId| {
        articles
            .iter()
            .position(|a| a.article.id == *id)
            .unwrap_or(usize::MAX)
    };
    let pairs: Vec<_> = (pairs.iter())
        .map(|[(a, s), (b, t)]| [(place(a), *s), (place(b), *t)])
        .collect();
    statement::compare(&scope, &entities, &voices, &pairs)
}

fn put_in_order(articles: &mut Vec<AnnotatedArticle>) {
    articles.sort_by_cached_key(sort_key);
    articles.dedup_by(|a, b| a.article.id == b.article.id);
}

type SortKey = (bool, Option<jiff::civil::Date>, Option<jiff::civil::Time>, String);

/// By publication, the undated last, then by id.
fn sort_key(a: &AnnotatedArticle) -> SortKey {
    let published = a.article.meta.published;
    (
        published.is_none(),
        published.map(|p| p.date),
        published.and_then(|p| p.time),
        a.article.id.as_str().to_owned(),
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
        let dossier = relate(articles.to_vec(), Vec::new());
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
            let dossier = relate(articles, Vec::new());
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
