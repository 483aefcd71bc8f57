use crate::{ArticleId, Span};

/// Where an article stands among the texts that were published one after another under its address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// The text just before this one.
    pub earlier: Option<ArticleId>,
    /// The text just after this one. The record's facts come from the last one alone.
    pub later: Option<ArticleId>,
    /// How it is known that [`earlier`](Self::earlier) came before.
    pub order: VersionOrder,
    /// What this text has changed in the one before, in order of place; empty where the two were not compared.
    pub changes: Vec<Change>,
}

impl Version {
    /// How many changes are of one kind.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|c| c.kind == kind).count()
    }
}

/// How the order of two versions is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum VersionOrder {
    /// Both say when they were published, and one says later.
    Known,
    /// They do not: the longer text is taken for the later one.
    #[default]
    Unknown,
}

impl VersionOrder {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Unknown => "unknown",
        }
    }
}

/// One difference between a text and the version before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// The words in the earlier text, where there are such.
    pub before: Option<Span>,
    /// The words in this text, where there are such.
    pub after: Option<Span>,
}

/// What was done to a paragraph or to the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The headline is another one.
    Headline,
    /// A paragraph is new.
    Added,
    /// A paragraph is gone.
    Removed,
    /// A paragraph is put in other words, of which half or more are the same.
    Changed,
}

impl ChangeKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}
