//! What the user knows better than the articles or than what was read from them. An entry is held to words, which are the
//! same on every run, and never to the name of a row, which is not.
//!
//! What was read wrongly is taken out of the findings before articles are compared, so that everything that rests on them
//! is told anew; what only a comparison makes (statements, titles) is put right in the story that was told.

mod findings;
mod rows;
mod stories;

use std::collections::{BTreeMap, BTreeSet};

use dossier_model::{AnnotatedArticle, Article, ArticleId, Note, Published, Span, Story};

use crate::cluster::Chosen;
use crate::entity::one_line;

/// The user's corrections beyond names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corrections {
    /// Where they are from: the name of a file. Notes name it with the line.
    pub source: String,
    /// In the order of the file.
    pub entries: Vec<Entry>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its line in the file, from 1.
    pub line: usize,
    /// What it says.
    pub what: Correction,
}

/// What is corrected. Articles are named by id, source or address.
#[derive(Debug, Clone, PartialEq)]
pub enum Correction {
    /// The stories of these articles are one.
    JoinStories(Vec<String>),
    /// These articles are a story of their own.
    SplitStory(Vec<String>),
    /// What was read from the words is no fact.
    NotAFact(RowKind, At),
    /// The event that the words tell is none of those that others tell.
    NotThisEvent(At),
    /// The event that the words tell is of another time.
    EventDate(At, Published),
    /// An article is of another day.
    ArticleDate(String, Published),
    /// The story of this id, or of this article, is called otherwise.
    Title(String, String),
}

/// Kinds of rows that may be no facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// An event, by the words of a cite.
    Event,
    /// A report of a figure, by the words of its cite.
    Figure,
    /// A quotation, by the words of its cite.
    Quote,
    /// A statement, by the words of any of its cites.
    Statement,
    /// Somebody or something named, by any of its names.
    Entity,
}

impl RowKind {
    /// The word for so many of them.
    fn plural(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Event, 1) => "event",
            (Self::Event, _) => "tellings of events",
            (Self::Figure, 1) => "figure",
            (Self::Figure, _) => "figures",
            (Self::Quote, 1) => "quotation",
            (Self::Quote, _) => "quotations",
            (Self::Statement, 1) => "statement",
            (Self::Statement, _) => "statements",
            (Self::Entity, 1) => "name",
            (Self::Entity, _) => "names",
        }
    }
}

/// Words as the record cites them; white space does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct At {
    /// The words.
    pub words: String,
    /// The only article where they count.
    pub article: Option<String>,
}

impl At {
    fn holds(&self, article: &Article) -> bool {
        self.article.as_ref().is_none_or(|name| is_named(article, name))
    }
}

/// Whether a user's name of an article is this one's.
fn is_named(article: &Article, name: &str) -> bool {
    article.id.as_str() == name || article.meta.source == name || article.meta.url.as_deref() == Some(name)
}

/// Tellings that join no others: an article and the clause in it.
pub(crate) type Alone = BTreeSet<(ArticleId, Span)>;

/// A story without corrections has none.
pub(crate) static NONE_ALONE: Alone = BTreeSet::new();

impl Corrections {
    /// Gives articles the days that the user knows. They are read from these, so this comes first.
    pub fn date(&self, articles: &mut [Article]) {
        for entry in &self.entries {
            let Correction::ArticleDate(name, published) = &entry.what else {
                continue;
            };
            for article in articles.iter_mut().filter(|a| is_named(a, name)) {
                article.meta.published = Some(*published);
            }
        }
    }

    /// Begins to correct articles that were read.
    pub(crate) fn begin(&self, articles: &mut [AnnotatedArticle]) -> Applied<'_> {
        let mut applied = Applied {
            corrections: self,
            counts: vec![0; self.entries.len()],
            alone: Alone::new(),
            chosen: Vec::new(),
        };
        if self.entries.is_empty() {
            return applied;
        }
        findings::correct(&mut applied, articles);
        stories::choose(&mut applied, articles);
        applied
    }

    /// An entry as notes and reasons name it: "fixes.toml:12".
    fn place(&self, entry: usize) -> String {
        let line = self.entries.get(entry).map_or(0, |e| e.line);
        format!("{}:{line}", self.source)
    }

    /// Entries by the words that they are held to.
    fn by_words(&self, wanted: impl Fn(&Correction) -> Option<&At>) -> BTreeMap<String, Vec<(usize, &At)>> {
        let mut out: BTreeMap<String, Vec<(usize, &At)>> = BTreeMap::new();
        for (i, entry) in self.entries.iter().enumerate() {
            if let Some(at) = wanted(&entry.what) {
                out.entry(one_line(&at.words)).or_default().push((i, at));
            }
        }
        out
    }
}

/// Corrections at work.
pub(crate) struct Applied<'a> {
    corrections: &'a Corrections,
    /// How often each entry was of use.
    counts: Vec<usize>,
    /// What joins no others.
    pub(crate) alone: Alone,
    /// Stories that the user chose.
    pub(crate) chosen: Vec<Chosen>,
}

impl Applied<'_> {
    /// Puts right what only a comparison makes, and tells what was done and what was of no use.
    pub(crate) fn finish(mut self, stories: &mut [Story], articles: &[AnnotatedArticle]) -> Vec<Note> {
        if self.counts.is_empty() {
            return Vec::new();
        }
        rows::correct(&mut self, stories, articles);
        let entries = self.corrections.entries.iter().zip(&self.counts).enumerate();
        entries
            .map(|(i, (entry, &count))| {
                let message = match count {
                    0 => UNUSED.to_owned(),
                    _ => told(&entry.what, count),
                };
                Note::new(self.corrections.place(i), message)
            })
            .collect()
    }
}

const UNUSED: &str = "matched nothing; hint: give the words of a cite whole and as printed, and an article by its id, source or address";

fn told(what: &Correction, count: usize) -> String {
    match what {
        Correction::JoinStories(_) => format!("corrected: {count} stories are one"),
        Correction::SplitStory(_) => format!(
            "corrected: {count} {} a story of {} own",
            if count == 1 { "article is" } else { "articles are" },
            if count == 1 { "its" } else { "their" },
        ),
        Correction::NotAFact(kind, at) => format!(
            "corrected: “{}” is not a fact: {count} {} left out",
            one_line(&at.words),
            kind.plural(count)
        ),
        Correction::NotThisEvent(at) => format!(
            "corrected: the event of “{}” is kept apart from others",
            one_line(&at.words)
        ),
        Correction::EventDate(at, published) => format!(
            "corrected: the event of “{}” is dated {}",
            one_line(&at.words),
            published.date
        ),
        Correction::ArticleDate(name, published) => {
            format!("corrected: {name} was published on {}", published.date)
        }
        Correction::Title(_, title) => format!("corrected: the story is called “{}”", one_line(title)),
    }
}
