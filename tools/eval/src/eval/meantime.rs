//! The documents of MEANTIME as articles, and which mentions are of one event over all documents.
//!
//! Its annotators marked the headline, the date line and the next four sentences of each article, so only those are read.

use std::collections::BTreeMap;
use std::path::Path;

use dossier_model::{Article, ArticleDraft, ArticleId, Block, BlockKind, Published, Span};

use super::cat;

/// Last sentence that the annotators read.
pub const LAST_SENTENCE: usize = 5;

/// One article.
pub struct Document {
    /// Name of the document.
    pub name: String,
    /// Its words and what is marked.
    pub read: cat::Document,
    /// For each mention that is resolved, by its number, the event it is of: one name over all documents where the
    /// annotators gave one, else one of this document.
    pub referents: BTreeMap<String, String>,
}

impl Document {
    /// Reads a gzipped CAT file.
    ///
    /// # Errors
    /// Where it cannot be read or is no XML.
    pub fn read(path: &Path) -> Result<Self, String> {
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        Ok(Self::of(
            name.unwrap_or_default(),
            cat::Document::read(path, LAST_SENTENCE)?,
        ))
    }

    fn of(name: String, read: cat::Document) -> Self {
        let instances: BTreeMap<&str, &str> = (read.all("EVENT"))
            .map(|e| (e.attribute("m_id"), e.attribute("instance_id")))
            .filter(|(_, instance)| !instance.is_empty())
            .collect();
        let mut referents = BTreeMap::new();
        for refers in read.all("REFERS_TO") {
            for target in &refers.targets {
                let own = || format!("{name}:{target}");
                let event = instances
                    .get(target.as_str())
                    .map_or_else(own, |i| (*i).to_owned());
                for source in &refers.sources {
                    referents.insert(source.clone(), event.clone());
                }
            }
        }
        Self {
            name,
            read,
            referents,
        }
    }

    /// The article: a headline and paragraphs of one sentence, published on its day.
    #[must_use]
    pub fn article(&self, id: &str) -> Article {
        let day = self.read.day().get(..10).and_then(|d| d.parse().ok());
        let meta = ArticleDraft {
            source: self.name.clone(),
            published: day.map(Published::on),
            ..ArticleDraft::default()
        };
        let block = |(i, &span): (usize, &Span)| Block {
            kind: if i == 0 {
                BlockKind::Headline
            } else {
                BlockKind::Body
            },
            span,
        };
        let blocks = self.read.sentences.iter().enumerate().map(block).collect();
        Article::new(ArticleId::new(id), meta, self.read.text.as_str(), blocks)
    }
}
