//! What was read of articles before: it need not be read again.

use std::collections::{BTreeMap, VecDeque};

use dossier_model::{Annotations, Article, ArticleDraft};
use xxhash_rust::xxh3::Xxh3;

/// Annotations by what reading an article depends on. An article that comes to another day, outlet or set of blocks by
/// what other articles say is not found here, and is read as if it were new.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings(BTreeMap<u128, VecDeque<Annotations>>);

impl Findings {
    /// Keeps what was read of an article.
    pub fn keep(&mut self, article: &Article, notes: Annotations) {
        self.0.entry(key(article)).or_default().push_back(notes);
    }

    /// Gives back what was read of an article like this one, once.
    pub fn take(&mut self, article: &Article) -> Option<Annotations> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get_mut(&key(article))?.pop_front()
    }

    /// Keeps what another one holds, behind what this one holds.
    pub fn append(&mut self, other: Self) {
        for (key, notes) in other.0 {
            self.0.entry(key).or_default().extend(notes);
        }
    }
}

/// Everything that reading may look at. Names and sources, and how a field is known, say nothing of what an article says.
fn key(article: &Article) -> u128 {
    let ArticleDraft {
        source: _,
        url,
        outlet,
        agency,
        title,
        byline,
        published,
        modified,
        language,
        coverage: _,
        section,
        known: _,
        extent,
        also: _,
        version: _,
    } = &article.meta;
    let mut hash = Xxh3::new();
    let fields = (
        (url, outlet, agency, title, byline),
        (published, modified, language, section, extent),
    );
    hash.update(format!("{fields:?}{:?}", article.blocks()).as_bytes());
    hash.update(article.text().as_bytes());
    hash.digest128()
}
