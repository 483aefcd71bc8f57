//! What is taken from a feed, whatever its format.

use url::Url;

/// A feed.
#[derive(Debug, Default)]
pub(super) struct Feed {
    pub title: Option<String>,
    pub language: Option<String>,
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub title: Option<String>,
    pub links: Vec<Link>,
    pub authors: Vec<String>,
    /// What stands in the element for the whole text.
    pub content: Option<String>,
    /// What stands in the element for a summary.
    pub summary: Option<String>,
    pub language: Option<String>,
    /// Seconds since 1970.
    pub published: Option<i64>,
    /// Seconds since 1970.
    pub updated: Option<i64>,
}

/// A link of an entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub href: String,
    pub rel: Option<String>,
    /// Leads to what readers said.
    pub is_comments: bool,
}

impl Link {
    /// A link whose address is written out; a relative one is told from `base`.
    pub(super) fn new(href: &str, base: Option<&Url>) -> Self {
        let whole = match Url::parse(href) {
            Err(url::ParseError::RelativeUrlWithoutBase) => base.and_then(|b| b.join(href).ok()),
            other => other.ok(),
        };
        let href = whole.map_or_else(|| href.to_owned(), String::from);
        Self {
            href: href.trim().to_owned(),
            rel: None,
            is_comments: false,
        }
    }
}
