//! Reads one article. Nothing here sees a second one, asks the clock or touches a file.

pub mod event;
pub mod figure;
pub mod lists;
pub mod mention;
pub mod quantity;
pub mod quote;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;

mod watch;

pub use watch::Watch;

use dossier_model::{Annotations, Article};

/// All findings of one article, each step's needs visible in its arguments. None where it is known to be in another
/// language than English: rules and weights are for English alone.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_watched(article, &mut watch::Unwatched)
}

/// Whether the rules and weights fit an article's language: English, or one that is not known.
#[must_use]
pub fn is_read(article: &Article) -> bool {
    let tag = article.meta.language.as_deref().unwrap_or("en");
    tag.split('-').next() == Some("en")
}

/// [`annotate`], with someone told of every step: what measures speed runs this chain, not one like it.
#[must_use]
pub fn annotate_watched(article: &Article, watch: &mut impl Watch) -> Annotations {
    if !is_read(article) {
        return Annotations::default();
    }
    let sentences = watch.step("sentence", || sentence::split(article));
    let words = watch.step("token", || token::split(article, &sentences));
    let tokens = watch.step("syntax", || syntax::parse(article, &sentences, &words));
    let times = watch.step("time", || time::find(article, &sentences, &tokens));
    let names = watch.step("mention", || mention::find(article, &sentences, &tokens, &times));
    let quantities = watch.step("quantity", || {
        quantity::find(article, &sentences, &tokens, &times)
    });
    let figures = watch.step("figure", || {
        figure::find(article, &sentences, &tokens, &times, &quantities, &names)
    });
    let quotes = watch.step("quote", || quote::find(article, &sentences, &tokens, &names));
    let events = watch.step("event", || {
        event::find(article, &sentences, &tokens, &times, &names)
    });
    let mention::Names {
        mentions,
        locals,
        roles,
    } = names;
    Annotations {
        sentences,
        tokens,
        mentions,
        locals,
        roles,
        times,
        quantities,
        figures,
        quotes,
        events,
    }
}
