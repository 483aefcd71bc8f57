//! Reads Spanish: sentences, words, times and numbers with units. Names, quotations and events are not read; [`COVERAGE`]
//! says so.
//!
//! The shape is that of `languages/en`, which it does not see: what both need is in `annotate`.

pub mod grammar;

use dossier_annotate::{Observer, Unobserved};
use dossier_model::{Annotations, Article, Coverage};

use grammar::{quantity, sentence, time, token};

/// The layers that are read.
pub const COVERAGE: Coverage = Coverage::SENTENCES
    .and(Coverage::TOKENS)
    .and(Coverage::TIMES)
    .and(Coverage::QUANTITIES);

/// All findings of one article. Whether it is Spanish is the caller's to know.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_observed(article, &mut Unobserved)
}

/// [`annotate`], with someone told of every step.
#[must_use]
pub fn annotate_observed(article: &Article, observer: &mut impl Observer) -> Annotations {
    let sentences = observer.step("sentence", || sentence::split(article));
    let tokens = observer.step("token", || token::split(article, &sentences));
    let times = observer.step("time", || time::find(article, &sentences));
    let quantities = observer.step("quantity", || quantity::find(article, &sentences, &times));
    Annotations {
        coverage: COVERAGE,
        sentences,
        tokens,
        times,
        quantities,
        ..Annotations::default()
    }
}
