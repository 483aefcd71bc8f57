//! Compares articles. Never touches a wire format.

pub mod copy;
pub mod fold;
mod sets;
#[cfg(test)]
mod testing;
pub mod words;

use dossier_model::{AnnotatedArticle, Dossier, Note};

/// Everything that the articles say together. Their order does not matter.
#[must_use]
pub fn relate(articles: Vec<AnnotatedArticle>, notes: Vec<Note>) -> Dossier {
    Dossier {
        notes,
        articles: articles.into_iter().map(|a| a.article).collect(),
        stories: Vec::new(),
    }
}
