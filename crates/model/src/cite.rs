use crate::{ArticleId, Span};

/// The words that a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cite {
    /// The article.
    pub article: ArticleId,
    /// The words in its text.
    pub span: Span,
}

/// Never empty: no fact without words. Sorted by article and span, without doubles.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cites(Vec<Cite>);

impl Cites {
    /// One cite.
    #[must_use]
    pub fn one(cite: Cite) -> Self {
        Self(vec![cite])
    }

    /// Sorted and without doubles; `None` where there is no cite.
    #[must_use]
    pub fn new(mut cites: Vec<Cite>) -> Option<Self> {
        cites.sort();
        cites.dedup();
        (!cites.is_empty()).then_some(Self(cites))
    }

    /// The first cite.
    #[must_use]
    pub fn first(&self) -> &Cite {
        &self.0[0]
    }
}

impl std::ops::Deref for Cites {
    type Target = [Cite];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
