//! What a stream of articles held so far, in a few hashes each.

use std::collections::HashMap;

use dossier_model::{Article, ArticleId, Extent, Note, Version, VersionOrder};

use super::keys::{Key, Keys};
use super::versions;

/// Tells articles of a stream that were there before. It holds no text: some hundred bytes an article.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    // Looked up in, never iterated.
    marks: HashMap<u64, u32>,
    addresses: HashMap<u64, u32>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    id: ArticleId,
    source: Box<str>,
    published: Option<dossier_model::Published>,
}

impl Seen {
    /// Takes an article that comes next. One with the text of an earlier one and its address or outlet, and a summary of
    /// an earlier one, are given back as a note. Another text under an earlier one's address is linked with that one.
    ///
    /// # Errors
    /// The note, where the article is no new one.
    pub fn take(&mut self, mut article: Article) -> Result<Article, Note> {
        let keys = Keys::of(&article);
        let id = article.id.clone();
        let asked = keys
            .asks(id.as_str())
            .into_iter()
            .find_map(|k| self.marks.get(&short(k)).copied());
        if let Some(first) = asked.and_then(|i| self.row(i)) {
            return Err(again(&article, "same text as", &first.source));
        }
        let other = keys.url.and_then(|u| self.addresses.get(&short(u)).copied());
        if let Some(other) = other.and_then(|i| self.row(i)) {
            if keys.extent == Extent::Summary {
                return Err(again(&article, "summary of", &other.source));
            }
            if article.id == other.id {
                article.id = dossier_ingest::content_id(&article);
            }
            article.meta.version = Some(Box::new(version(&article, other)));
        }
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        for mark in keys.marks(id.as_str()) {
            self.marks.entry(short(mark)).or_insert(place);
        }
        if let Some(url) = keys.url {
            self.addresses.insert(short(url), place);
        }
        self.rows.push(Row {
            id: article.id.clone(),
            source: article.meta.source.as_str().into(),
            published: versions::moment(&article),
        });
        Ok(article)
    }

    fn row(&self, place: u32) -> Option<&Row> {
        self.rows.get(usize::try_from(place).ok()?)
    }
}

/// Half of a key: of a million articles, no two share one by chance, and it takes half the room.
fn short(key: Key) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = key.to_le_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

fn again(article: &Article, likeness: &str, first: &str) -> Note {
    Note::new(&article.meta.source, format!("{likeness} {first}, left out"))
}

/// Where the article stands to one that came before it: behind it, unless the two say otherwise.
fn version(article: &Article, other: &Row) -> Version {
    let before =
        (other.published.zip(versions::moment(article))).and_then(|(a, b)| versions::is_moment_before(a, b));
    let order = before.map_or(VersionOrder::Unknown, |_| VersionOrder::Known);
    let (earlier, later) = match before {
        Some(false) => (None, Some(other.id.clone())),
        _ => (Some(other.id.clone()), None),
    };
    Version {
        earlier,
        later,
        order,
        changes: Vec::new(),
    }
}
