//! Sentences.

use dossier_annotate::plain;
use dossier_model::{Article, Span};
use dossier_world::words;

words!(ABBREVIATIONS = "sentence/abbreviations.txt");

/// The sentences of the evidence blocks, in order, none across a block's edge.
#[must_use]
pub fn split(article: &Article) -> Vec<Span> {
    plain::sentences(article, |word| {
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        initial || ABBREVIATIONS.has(&word.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "El Sr. Ruiz llegó. ¿Cuándo? Hoy, a las 5 p.m. del lunes.";
        let article = Article::plain(text, None);
        let found: Vec<&str> = split(&article).iter().map(|s| s.of(text)).collect();
        assert_eq!(
            found,
            ["El Sr. Ruiz llegó.", "¿Cuándo?", "Hoy, a las 5 p.m. del lunes."]
        );
    }
}
