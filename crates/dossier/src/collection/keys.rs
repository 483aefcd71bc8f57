//! What tells whether two articles are the same: the text without its typography, and by whom it was published.

use dossier_model::{Article, Extent};
use xxhash_rust::xxh3::Xxh3;

use super::address;

/// A hash that stands for some words. Wide enough that two texts never share one by chance.
pub(super) type Key = u128;

/// What an article is known by.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    /// The words that are evidence.
    pub text: Key,
    /// The address, in its one form.
    pub url: Option<Key>,
    /// The address's host.
    host: Option<String>,
    /// The outlet's name, where it is more than the host.
    name: Option<String>,
    /// Whether it is a summary.
    pub extent: Extent,
}

impl Keys {
    /// Of one article.
    pub fn of(article: &Article) -> Self {
        let url = article.meta.url.as_deref();
        let host = url.and_then(address::host);
        // Where no field says who published it, ingest takes the host.
        let is_named = |o: &&str| {
            host.as_deref()
                .is_none_or(|h| o.strip_prefix("www.").unwrap_or(o) != h)
        };
        let name = article.meta.outlet.as_deref().map(str::trim);
        Self {
            text: text_key(article),
            url: url.and_then(address::normal).map(|u| key(&["url", &u])),
            name: name
                .filter(|n| !n.is_empty())
                .filter(is_named)
                .map(str::to_lowercase),
            host,
            extent: article.meta.extent,
        }
    }

    /// Keys of which any one shared with [`marks`](Self::marks) of another article makes the two one: the same text, and
    /// the same address, the same outlet, or one host of which only one of them names the outlet. Where neither has an
    /// outlet, the same name that ingest gave to both, which holds text and day.
    pub fn asks(&self, id: &str) -> Vec<Key> {
        let text = self.text_digits();
        let mut asks: Vec<Key> = self
            .url
            .iter()
            .map(|u| key(&["url", &format!("{u:x}"), &text]))
            .collect();
        match (&self.name, &self.host) {
            (None, None) => asks.push(key(&["id", id, &text])),
            (Some(name), host) => {
                asks.push(key(&["name", name, &text]));
                asks.extend(host.iter().map(|h| key(&["unnamed", h, &text])));
            }
            (None, Some(host)) => asks.push(key(&["host", host, &text])),
        }
        asks
    }

    /// See [`asks`](Self::asks).
    pub fn marks(&self, id: &str) -> Vec<Key> {
        let text = self.text_digits();
        let mut marks: Vec<Key> = self
            .url
            .iter()
            .map(|u| key(&["url", &format!("{u:x}"), &text]))
            .collect();
        marks.extend(self.name.iter().map(|n| key(&["name", n, &text])));
        marks.extend(self.host.iter().map(|h| key(&["host", h, &text])));
        match (&self.name, &self.host) {
            (None, None) => marks.push(key(&["id", id, &text])),
            (None, Some(host)) => marks.push(key(&["unnamed", host, &text])),
            _ => {}
        }
        marks
    }

    /// Whether a field says who published it.
    pub fn is_named(&self) -> bool {
        self.name.is_some()
    }

    /// Whether both are known to be of one outlet.
    pub fn is_same_outlet(&self, other: &Self) -> bool {
        let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        match (&self.name, &other.name) {
            (Some(a), Some(b)) => a == b,
            _ => same(&self.host, &other.host),
        }
    }

    fn text_digits(&self) -> String {
        format!("{:x}", self.text)
    }
}

fn key(parts: &[&str]) -> Key {
    let mut hash = Xxh3::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    hash.digest128()
}

/// The words of headline, captions and body. White space, capitals, quotation marks and the kind of a dash are
/// typography: a page, its feed and an export of it differ in these. Everything else counts, the point in "1.5" too.
fn text_key(article: &Article) -> Key {
    let mut hash = Xxh3::new();
    let mut folded = String::new();
    for block in article.evidence() {
        folded.clear();
        for c in block.span.of(article.text()).chars() {
            match c {
                _ if c.is_whitespace() => {}
                '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '\u{ad}' =>
                    {}
                '‐'..='―' => folded.push('-'),
                _ => folded.extend(c.to_lowercase()),
            }
        }
        hash.update(folded.as_bytes());
    }
    hash.digest128()
}
