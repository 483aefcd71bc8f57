//! The kinds of rows that are judged.

/// What a row is. Each kind is sampled and counted for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What happened or is to happen.
    Events,
    /// A line of the timeline.
    Timeline,
    /// A figure with one report.
    FiguresSingle,
    /// A figure of which several reports stand in one row.
    FiguresJoined,
    /// Somebody or something that is named more than once.
    Entities,
    /// An office that somebody holds.
    Roles,
    /// Words and who said them.
    Quotes,
    /// Sentences of several places as one statement.
    StatementsJoined,
    /// A passage that stands in two articles.
    Copies,
    /// Several articles that count once.
    Origins,
    /// A sentence of the digest.
    Digest,
}

impl Kind {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 11] = [
        Self::Events,
        Self::Timeline,
        Self::FiguresSingle,
        Self::FiguresJoined,
        Self::Entities,
        Self::Roles,
        Self::Quotes,
        Self::StatementsJoined,
        Self::Copies,
        Self::Origins,
        Self::Digest,
    ];

    /// The name on the command line and in the file of verdicts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Timeline => "timeline",
            Self::FiguresSingle => "figures_single",
            Self::FiguresJoined => "figures_joined",
            Self::Entities => "entities",
            Self::Roles => "roles",
            Self::Quotes => "quotes",
            Self::StatementsJoined => "statements_joined",
            Self::Copies => "copies",
            Self::Origins => "origins",
            Self::Digest => "digest",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == name)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}
