//! What reading gives beside articles: remarks, and how much of each kind was read and skipped.

use std::collections::BTreeMap;
use std::fmt;

use dossier_model::{Article, Note, Published};

/// One thing that a source holds.
#[derive(Debug, Clone)]
pub enum Found {
    /// An article, whole.
    Article(Box<Article>),
    /// An address that a list names and that nobody has fetched yet.
    Listed(Listed),
}

impl Found {
    /// The article, where it is one.
    #[must_use]
    pub fn into_article(self) -> Option<Article> {
        match self {
            Self::Article(article) => Some(*article),
            Self::Listed(_) => None,
        }
    }
}

/// An address to fetch, as a sitemap or a sitemap's index names it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listed {
    /// The list, and the place in it.
    pub source: String,
    /// What to fetch.
    pub url: String,
    /// The headline, where the list says it.
    pub title: Option<String>,
    /// The publisher, where the list says it.
    pub outlet: Option<String>,
    /// When it was published, where the list says it.
    pub published: Option<Published>,
    /// BCP 47 language tag, where the list says it.
    pub language: Option<String>,
    /// Whether the address is that of a further list.
    pub index: bool,
}

/// What was remarked while a source was read, and what was read and skipped.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Remarks in the order of the source.
    pub notes: Vec<Note>,
    /// Pieces by kind and by what became of them.
    pub tally: Tally,
}

impl Report {
    /// Adds a remark.
    pub(crate) fn note(&mut self, source: impl Into<String>, message: impl Into<String>) {
        self.notes.push(Note::new(source, message));
    }

    /// Adds what another one holds, behind what this one holds.
    pub fn append(&mut self, mut other: Report) {
        self.notes.append(&mut other.notes);
        self.tally.merge(&other.tally);
    }
}

/// A kind of thing that is counted: what may become one article or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// An HTML file.
    Page,
    /// A file of plain text or Markdown.
    Text,
    /// An object of JSON or JSON Lines.
    Row,
    /// An entry of a feed.
    Entry,
    /// A record of a web archive.
    Record,
    /// A message of a mailbox.
    Message,
    /// An item of a newsroom's export: ninjs, NewsML-G2, NITF.
    Item,
    /// An address in a sitemap.
    Address,
    /// A file, or a member of an archive, that is none of these as a whole.
    File,
}

impl Piece {
    /// The name of one.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Text => "text",
            Self::Row => "row",
            Self::Entry => "entry",
            Self::Record => "record",
            Self::Message => "message",
            Self::Item => "item",
            Self::Address => "address",
            Self::File => "file",
        }
    }

    /// The name of several.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Page => "pages",
            Self::Text => "texts",
            Self::Row => "rows",
            Self::Entry => "entries",
            Self::Record => "records",
            Self::Message => "messages",
            Self::Item => "items",
            Self::Address => "addresses",
            Self::File => "files",
        }
    }
}

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is an article.
    Read,
    /// It is an address in a list.
    Listed,
    /// It is neither.
    Skipped(Reason),
}

/// Why a piece became no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Nothing in it.
    Empty,
    /// Words, but no sentence and no headline.
    NoSentence,
    /// No response of a server: a request, metadata, a revisit.
    NoResponse,
    /// A redirect, or an error of the server.
    Status,
    /// A picture, a script, a style: nothing to read.
    NoPage,
    /// Bytes of a kind that is not read.
    Binary,
    /// A program's files beside the news: `__MACOSX`, `.DS_Store`.
    Hidden,
    /// It ends early, or contradicts itself.
    Damaged,
    /// It is longer than a limit allows.
    TooLarge,
    /// Archives inside archives, further than a limit allows.
    TooDeep,
    /// Its key is not here.
    Encrypted,
    /// Its publisher has withdrawn it.
    Withdrawn,
    /// It cannot be opened.
    Unreadable,
    /// This program fails on it.
    Fault,
}

impl Reason {
    /// The reason in a few words, to stand behind a number of pieces.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoSentence => "without a sentence",
            Self::NoResponse => "no responses",
            Self::Status => "redirects or errors",
            Self::NoPage => "no pages or texts",
            Self::Binary => "of a kind that is not read",
            Self::Hidden => "hidden",
            Self::Damaged => "damaged",
            Self::TooLarge => "too large",
            Self::TooDeep => "nested too deep",
            Self::Encrypted => "encrypted",
            Self::Withdrawn => "withdrawn",
            Self::Unreadable => "that cannot be opened",
            Self::Fault => "that this program failed on",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How many pieces of each kind were read, listed and skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<(Piece, Outcome), u64>);

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, piece: Piece, outcome: Outcome) {
        *self.0.entry((piece, outcome)).or_default() += 1;
    }

    /// Adds another tally to this one.
    pub fn merge(&mut self, other: &Tally) {
        for (key, count) in &other.0 {
            *self.0.entry(*key).or_default() += count;
        }
    }

    /// The counts, by kind, then by outcome; none is zero.
    pub fn iter(&self) -> impl Iterator<Item = (Piece, Outcome, u64)> + '_ {
        self.0
            .iter()
            .map(|(&(piece, outcome), &count)| (piece, outcome, count))
    }

    /// How many of a kind had this outcome.
    #[must_use]
    pub fn count(&self, piece: Piece, outcome: Outcome) -> u64 {
        self.0.get(&(piece, outcome)).copied().unwrap_or(0)
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_add_up() {
        let (mut one, mut two) = (Tally::default(), Tally::default());
        one.add(Piece::Page, Outcome::Read);
        two.add(Piece::Page, Outcome::Read);
        two.add(Piece::Record, Outcome::Skipped(Reason::Status));
        one.merge(&two);
        let all: Vec<_> = one.iter().map(|(p, _, n)| (p.plural(), n)).collect();
        assert_eq!(all, [("pages", 2), ("records", 1)]);
        assert_eq!(one.count(Piece::Record, Outcome::Read), 0);
    }
}
