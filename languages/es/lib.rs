//! Reads Spanish: sentences, words and times. Names, quotations and events are not read; `Coverage` says so.

pub mod grammar;

use dossier_annotate::{Unwatched, Watch};
use dossier_model::{Annotations, Article, Coverage};

use grammar::{sentence, time, token};

/// The layers that are read.
pub const COVERAGE: Coverage = Coverage::SENTENCES.and(Coverage::TOKENS).and(Coverage::TIMES);

/// All findings of one article. Whether it is Spanish is the caller's to know.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_watched(article, &mut Unwatched)
}

/// [`annotate`], with someone told of every step.
#[must_use]
pub fn annotate_watched(article: &Article, watch: &mut impl Watch) -> Annotations {
    let sentences = watch.step("sentence", || sentence::split(article));
    let tokens = watch.step("token", || token::split(article, &sentences));
    let times = watch.step("time", || time::find(article, &sentences));
    // Numbers with units come here: `quantity::find(article, &sentences, &times)`, and their layer in `COVERAGE`.
    Annotations {
        coverage: COVERAGE,
        sentences,
        tokens,
        times,
        ..Annotations::default()
    }
}
