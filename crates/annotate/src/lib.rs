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

use dossier_model::{Annotations, Article};

/// All findings of one article, each step's needs visible in its arguments.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    let sentences = sentence::split(article);
    let words = token::split(article, &sentences);
    let tokens = syntax::parse(article, &sentences, &words);
    let times = time::find(article, &sentences, &tokens);
    let names = mention::find(article, &sentences, &tokens, &times);
    let quantities = quantity::find(article, &sentences, &tokens, &times);
    let figures = figure::find(article, &sentences, &tokens, &times, &quantities, &names);
    let quotes = quote::find(article, &sentences, &tokens, &names);
    let events = event::find(article, &sentences, &tokens, &times, &names);
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
