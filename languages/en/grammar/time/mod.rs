//! TIMEX3 times in English, resolved against the publication date.
//!
//! A sentence is cut into pieces (`lex`), a grammar reads each expression into a shape that is free of the day it was
//! written on (`read`, a file a rule), what stands around it is told (`around`, `tense`), and the algebra of
//! [`dossier_annotate::time`] resolves it.

mod amount;
mod around;
mod bare_year;
mod clock;
mod counted;
mod date;
mod decade;
mod feast;
mod holiday;
mod length;
mod lex;
mod lexicon;
mod list;
mod month_name;
mod named;
mod neighbour;
mod part;
mod quarter;
mod read;
mod relative;
mod set;
mod span;
mod tense;
mod timed;
mod verb;

use dossier_annotate::time::{Placer, windows};
use dossier_model::{Article, Layer, Span, Time, Tokens};

use lex::Pieces;
use month_name::Names;

/// All time expressions, relative ones counted from [`Article::reference_day`].
#[must_use]
pub fn find(article: &Article, sentences: &[Span], tokens: &Tokens) -> Layer<Time> {
    let text = article.text();
    let names = Names::of(text);
    let mut placer = Placer::new(article);
    let mut pieces = Pieces::of(tokens);
    let mut found = Vec::new();
    for &sentence in sentences {
        for window in windows(text, sentence) {
            pieces.cut(text, window);
            read::sentence(&pieces, names, &mut found);
            let mut expressions = around::expressions(&pieces, &found, placer.today().is_some());
            placer.place(&mut expressions);
        }
    }
    placer.finish()
}

#[cfg(test)]
mod tests;
