//! Which language reads an article: one `match`, nowhere else.

pub use dossier_annotate::{Observer, Unobserved};

use dossier_model::{Annotations, Article, Coverage};

/// All findings of one article. None where it is known to be in a language that nothing here reads.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_observed(article, &mut Unobserved)
}

/// [`annotate`], with someone told of every step: what measures speed runs this chain, not one like it.
#[must_use]
pub fn annotate_observed(article: &Article, observer: &mut impl Observer) -> Annotations {
    match language(article) {
        "en" => dossier_en::annotate_observed(article, observer),
        "es" => dossier_es::annotate_observed(article, observer),
        _ => Annotations::default(),
    }
}

/// [`annotate`] without the layer of wording, which only comparing articles needs: for what shows the findings of one
/// article.
#[must_use]
pub fn find(article: &Article) -> Annotations {
    match language(article) {
        "en" => dossier_en::find(article, &mut Unobserved),
        _ => annotate(article),
    }
}

/// Whether all layers of an article are read; a language that is not known is taken for English.
#[must_use]
pub fn is_read(article: &Article) -> bool {
    coverage(article) == Coverage::ALL
}

/// Which layers are read of an article in its language.
#[must_use]
pub fn coverage(article: &Article) -> Coverage {
    match language(article) {
        "en" => Coverage::ALL,
        "es" => dossier_es::COVERAGE,
        _ => Coverage::NONE,
    }
}

/// The primary subtag of the article's language (BCP 47).
fn language(article: &Article) -> &str {
    let tag = article.meta.language.as_deref().unwrap_or("en");
    tag.split('-').next().unwrap_or("en")
}
