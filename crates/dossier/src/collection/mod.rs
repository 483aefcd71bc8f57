//! Articles from many sources, each once.

mod address;
mod changes;
mod keys;
mod seen;
#[cfg(test)]
mod tests;
mod twice;
mod versions;

use std::io::Read;
use std::ops::ControlFlow;

use dossier_ingest::Options;
use dossier_model::{AnnotatedArticle, Article, Note};
use rayon::prelude::*;

pub use seen::Seen;

use crate::findings::Findings;
use keys::Keys;
use twice::Known;
use versions::Told;

/// Articles in the order of their sources, and what was remarked on the way.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    articles: Vec<Article>,
    earlier: Vec<Article>,
    findings: Findings,
    notes: Vec<Note>,
}

impl Collection {
    /// Adds the articles of one source.
    pub fn read(&mut self, source: &str, reader: &mut dyn Read, options: &Options) {
        let report = dossier_ingest::read(source, reader, options, &mut |found| {
            self.articles.extend(found.into_article());
            ControlFlow::Continue(())
        });
        self.notes.extend(report.notes);
    }

    /// Adds an article behind the others.
    pub fn push(&mut self, article: Article) {
        self.articles.push(article);
    }

    /// Adds an article that was read before: [`build`](crate::build) does not read it again, unless what other articles
    /// say of its day, its outlet or its lines makes another article of it.
    pub fn push_read(&mut self, read: AnnotatedArticle) {
        self.findings.keep(&read.article, read.notes);
        self.articles.push(read.article);
    }

    /// Adds a remark.
    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Adds what another collection holds, behind what this one holds.
    pub fn append(&mut self, mut other: Collection) {
        self.articles.append(&mut other.articles);
        self.earlier.append(&mut other.earlier);
        self.findings.append(other.findings);
        self.notes.append(&mut other.notes);
    }

    /// The articles, in order.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The remarks, in order.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Versions that a later one of the same address has replaced; known once [`unique`](Self::unique) has told them.
    #[must_use]
    pub fn take_earlier(&mut self) -> Vec<Article> {
        std::mem::take(&mut self.earlier)
    }

    /// What was read before.
    pub(crate) fn take_findings(&mut self) -> Findings {
        std::mem::take(&mut self.findings)
    }

    /// Articles and remarks.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Article>, Vec<Note>) {
        (self.articles, self.notes)
    }

    /// Each article once, and no id twice, whatever the order of the sources: one text from one outlet is one article
    /// with all its sources; of the texts of one address the last one is the article, and the others are its earlier
    /// versions; articles that share an export's id and nothing else are named by their content.
    #[must_use]
    pub fn unique(self) -> Self {
        let mut notes = self.notes;
        let known: Vec<Known> = (self.articles.into_par_iter())
            .map(|article| Known {
                keys: Keys::of(&article),
                article,
            })
            .collect();
        let known = twice::join(known, &mut notes);
        let Told {
            mut articles,
            mut earlier,
        } = versions::link(known, &mut notes);
        earlier.extend(self.earlier);
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        earlier.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            articles,
            earlier,
            findings: self.findings,
            notes,
        }
    }
}
