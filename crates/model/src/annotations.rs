use crate::{
    Article, Coverage, EventMention, FigureMention, LabelKind, Layer, LocalEntity, LocalId, Mention,
    Predicate, Quantity, Quote, QuoteEvidence, RoleEvidence, RoleMention, Span, Time, Tokens, Wording,
};

/// All that one article says, each finding with its words. Findings rest on evidence blocks alone
/// (headline, caption, body).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotations {
    /// Which of the layers were read.
    pub coverage: Coverage,
    /// Sentences, in order, none across a block's edge.
    pub sentences: Vec<Span>,
    /// Words with part of speech, lemma and dependency.
    pub tokens: Tokens,
    /// Which words say that something happens or is so, and who takes part; the annotation's span is that word.
    pub frames: Layer<Predicate>,
    /// Names, nominals and pronouns.
    pub mentions: Layer<Mention>,
    /// Whom and what the mentions are of; a [`LocalId`] is a place in this list.
    pub locals: Vec<LocalEntity>,
    /// Titles and offices.
    pub roles: Layer<RoleMention>,
    /// Time expressions.
    pub times: Layer<Time>,
    /// Numbers with units.
    pub quantities: Layer<Quantity>,
    /// Quantities that state something; the annotation's span is that of its quantity.
    pub figures: Layer<FigureMention>,
    /// Attributed words.
    pub quotes: Layer<Quote>,
    /// What happened; the annotation's span is the predicate.
    pub events: Layer<EventMention>,
    /// What comparing this article with others needs to know of the words.
    pub wording: Wording,
}

impl Annotations {
    /// Without what only told how sure the findings are: it has no form outside the program.
    #[must_use]
    pub fn without_evidence(mut self) -> Self {
        self.quotes.change(|q| q.evidence = QuoteEvidence::default());
        self.roles.change(|r| r.evidence = RoleEvidence::default());
        self.figures.change(|f| f.label = LabelKind::default());
        self
    }

    /// The entity behind an id.
    #[must_use]
    pub fn local(&self, id: LocalId) -> Option<&LocalEntity> {
        self.locals.get(id.0 as usize)
    }

    /// The sentence that holds the byte `at`.
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> Option<Span> {
        let i = self.sentences.partition_point(|s| s.end <= at);
        self.sentences.get(i).copied().filter(|s| s.start <= at)
    }
}

/// An article and what was read from it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedArticle {
    /// As published.
    pub article: Article,
    /// As read.
    pub notes: Annotations,
}
