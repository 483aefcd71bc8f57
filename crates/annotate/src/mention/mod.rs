//! Names, titles, short forms, nominals and pronouns, joined inside the article.

use dossier_model::{Article, Layer, LocalEntity, Mention, RoleMention, Span, Time, Tokens};

/// Who and what one article names.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Every mention.
    pub mentions: Layer<Mention>,
    /// Whom and what they are of.
    pub locals: Vec<LocalEntity>,
    /// Titles and offices.
    pub roles: Layer<RoleMention>,
}

/// Finds names and joins those of one bearer.
#[must_use]
pub fn find(_article: &Article, _sentences: &[Span], _tokens: &Tokens, _times: &Layer<Time>) -> Names {
    Names::default()
}
