//! Compares articles. Never touches a wire format.

mod background;
pub mod cluster;
pub mod copy;
mod entity;
pub mod fold;
mod origin;
mod scope;
mod sets;
#[cfg(test)]
mod testing;
mod voice;
pub mod words;

use dossier_model::{AnnotatedArticle, Dossier, Note};

/// Everything that the articles say together. Their order does not matter.
#[must_use]
pub fn relate(articles: Vec<AnnotatedArticle>, notes: Vec<Note>) -> Dossier {
    Dossier { notes, articles: articles.into_iter().map(|a| a.article).collect(), stories: Vec::new() }
}
