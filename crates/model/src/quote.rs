use crate::{LocalId, QuoteEvidence, Span};

/// How words are attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteForm {
    /// Between quotation marks.
    Direct,
    /// Paraphrased.
    Indirect,
    /// Paraphrased, with words of the speaker between marks inside.
    Mixed,
}

impl QuoteForm {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// Whether something was said, an act of speech is told without its words, or an attitude is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// Somebody said, wrote, thinks or found out what the content says: "said", "according to", "believes that".
    Statement,
    /// What somebody spoke about is told, not what was said of it: "announced the sale", "called for talks". In stylistics a
    /// narrator's report of a speech act (Leech and Short 1981). Nobody claims the content, so it makes nobody a voice.
    Act,
    /// The words tell what somebody wants, plans or supports: "wants to", "opposes the plan". Nobody claims
    /// the content, so it makes nobody a voice.
    Attitude,
}

impl QuoteKind {
    /// The name in the output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Act => "act",
            Self::Attitude => "attitude",
        }
    }
}

/// Words and who said them. The annotation's span covers content, cue and source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What was said, in pieces where the cue stands between; marks included for direct speech.
    pub content: Vec<Span>,
    /// The reporting words: "said", "according to". Empty for a sentence that goes on with the last quotation.
    pub cue: Vec<Span>,
    /// The words that name the source: "Ana Ruiz", "the ambassador", "he".
    pub source: Vec<Span>,
    /// Whom the source resolves to in this article.
    pub speaker: Option<LocalId>,
    /// How.
    pub form: QuoteForm,
    /// Whether the content is claimed or only wanted.
    pub kind: QuoteKind,
    /// By what the speaker was found; not written out.
    pub evidence: QuoteEvidence,
}
