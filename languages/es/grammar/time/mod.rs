//! TIMEX3 times in Spanish: rules of the language alone; [`dossier_annotate::time`] resolves what they read.

mod amount;
mod around;
mod clock;
mod counted;
mod date;
mod lex;
mod part;
mod period;
mod read;
mod relative;
mod set;
mod span;
mod tense;
mod timed;

use dossier_annotate::time::{Placer, windows};
use dossier_model::{Article, Layer, Span, Time};

use lex::Pieces;

/// All time expressions, relative ones counted from [`Article::reference_day`].
#[must_use]
pub fn find(article: &Article, sentences: &[Span]) -> Layer<Time> {
    let text = article.text();
    let mut placer = Placer::new(article);
    let mut pieces = Pieces::default();
    for &sentence in sentences {
        for window in windows(text, sentence) {
            pieces.cut(text, window);
            let found = read::sentence(&pieces);
            let mut expressions = around::expressions(&pieces, &found, placer.today().is_some());
            placer.place(&mut expressions);
        }
    }
    placer.finish()
}
