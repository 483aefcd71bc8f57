//! The whole chain as a pure library: bytes → articles → findings → record → pages. Opens no file. The only room that
//! sees languages and comparison together; [`annotate`] picks the language by one `match`.
//!
//! ```
//! use dossier::{Collection, ingest::Options};
//!
//! let mut collection = Collection::default();
//! let mut bytes: &[u8] = b"OSLO (AP) - Ministers agreed on Monday to open a ferry line in May.";
//! collection.read("ferry.txt", &mut bytes, &Options::default());
//! let record = dossier::build(collection, &|_| {});
//! let json = dossier::publish::json::render(&record);
//! assert!(json.starts_with("{"));
//! ```

pub mod annotate;
mod collection;
mod findings;
mod vocabulary;

pub use collection::{Collection, Seen};
pub use dossier_en as en;
pub use dossier_ingest as ingest;
pub use dossier_model as model;
pub use dossier_publish as publish;
pub use dossier_relate as relate;
pub use dossier_wire as wire;
pub use vocabulary::VOCABULARY;

use dossier_model::{AnnotatedArticle, Annotations, Article, Dossier, Note, Story, StoryId};
use dossier_relate::Settings;
use rayon::prelude::*;

use findings::Findings;

/// How far a run has come. Told from any thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many articles are to be read.
    Articles(usize),
    /// One more article was read.
    Annotated,
    /// All articles were read; they are compared now.
    Relating,
}

/// Everything that the articles say together.
#[must_use]
pub fn build(collection: Collection, progress: &(dyn Fn(Step) + Sync)) -> Dossier {
    build_with(collection, &Settings::default(), progress)
}

/// [`build`], with what the user chose beforehand.
#[must_use]
pub fn build_with(collection: Collection, settings: &Settings, progress: &(dyn Fn(Step) + Sync)) -> Dossier {
    let mut collection = collection.unique();
    let earlier = collection.take_earlier();
    let mut findings = collection.take_findings();
    let (mut articles, mut notes) = collection.into_parts();
    settings.corrections.date(&mut articles);
    ingest::mark_recurring(&mut articles);
    let unread = articles.iter().filter(|a| !annotate::is_read(a));
    notes.extend(unread.map(|a| {
        let language = a.meta.language.as_deref().unwrap_or("");
        let coverage = annotate::coverage(a);
        let read = if coverage.is_partial() {
            format!("read for {}", publish::layers_read(coverage))
        } else {
            "not read for facts".to_owned()
        };
        let words = format!("is in another language ({language}): compared for copies and stories, {read}");
        Note::new(&a.meta.source, words)
    }));
    let read = annotate_rest(articles, &mut findings, progress);
    drop(findings);
    progress(Step::Relating);
    let mut record = compare(read, notes, settings);
    if !earlier.is_empty() {
        record.articles.extend(earlier);
        relate::put_in_order(&mut record.articles);
    }
    record
}

/// What articles that are read already say together.
#[must_use]
pub fn compare(read: Vec<AnnotatedArticle>, notes: Vec<Note>, settings: &Settings) -> Dossier {
    relate::relate(read, notes, settings, VOCABULARY)
}

/// What each article says, in the order given.
#[must_use]
pub fn annotate_all(articles: Vec<Article>, progress: &(dyn Fn(Step) + Sync)) -> Vec<AnnotatedArticle> {
    annotate_rest(articles, &mut Findings::default(), progress)
}

/// What each article says; those that `findings` knows are not read again.
fn annotate_rest(
    articles: Vec<Article>,
    findings: &mut Findings,
    progress: &(dyn Fn(Step) + Sync),
) -> Vec<AnnotatedArticle> {
    progress(Step::Articles(articles.len()));
    let all: Vec<(Article, Option<Annotations>)> = (articles.into_iter())
        .map(|article| {
            let found = findings.take(&article);
            (article, found)
        })
        .collect();
    all.into_par_iter()
        .map(|(article, found)| {
            let notes = found.unwrap_or_else(|| annotate::annotate(&article));
            progress(Step::Annotated);
            AnnotatedArticle { article, notes }
        })
        .collect()
}

/// The passages that stand in two articles, of one story or not: a record with a single story of all articles
/// that tells nothing else. Reads the texts alone.
#[must_use]
pub fn copies(articles: Vec<Article>, progress: &(dyn Fn(Step) + Sync)) -> Dossier {
    progress(Step::Relating);
    let story = Story {
        main: None,
        id: StoryId::new("all"),
        why: String::new(),
        title: String::new(),
        period: None,
        articles: articles.iter().map(|a| a.id.clone()).collect(),
        origins: Vec::new(),
        voices: Vec::new(),
        copies: relate::copies(&articles, VOCABULARY),
        entities: Vec::new(),
        events: Vec::new(),
        figures: Vec::new(),
        statements: Vec::new(),
        conflicts: Vec::new(),
        quotes: Vec::new(),
        timeline: Vec::new(),
        digest: Vec::new(),
    };
    Dossier {
        notes: Vec::new(),
        articles,
        stories: vec![story],
    }
}
