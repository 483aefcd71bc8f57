//! Which language reads an article: one `match`, nowhere else.

pub use dossier_annotate::{Unwatched, Watch};

use dossier_model::{Annotations, Article};

/// All findings of one article. None where it is known to be in a language that nothing here reads.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_watched(article, &mut Unwatched)
}

/// [`annotate`], with someone told of every step: what measures speed runs this chain, not one like it.
#[must_use]
pub fn annotate_watched(article: &Article, watch: &mut impl Watch) -> Annotations {
    match language(article) {
        "en" => dossier_en::annotate_watched(article, watch),
        _ => Annotations::default(),
    }
}

/// Whether a grammar fits an article's language; one that is not known is taken for English.
#[must_use]
pub fn is_read(article: &Article) -> bool {
    matches!(language(article), "en")
}

/// The primary subtag of the article's language (BCP 47).
fn language(article: &Article) -> &str {
    let tag = article.meta.language.as_deref().unwrap_or("en");
    tag.split('-').next().unwrap_or("en")
}
