//! What the words of the findings tell that only comparing articles needs: [`Wording`].
//!
//! `sense` is of single words, `frame` of predicates, `sentence` and `print` of whole sentences, `relation` of the words
//! between two names; the others go with a layer each.

mod body;
mod event;
mod figure;
mod frame;
mod gap;
mod number;
mod phrase;
mod print;
mod relation;
mod role;
mod sense;
mod sentence;
mod source;
mod told;
mod toll;

use std::borrow::Cow;

use dossier_model::{Annotations, Article, Span, Wording};

/// The wording of all findings of an article.
#[must_use]
pub fn find(article: &Article, notes: &Annotations) -> Wording {
    let reading = Reading {
        text: article.text(),
        notes,
    };
    let senses = sense::find(&notes.tokens);
    let numbers = number::find(&reading, &senses);
    Wording {
        frames: frame::find(&reading),
        relations: relation::find(&reading),
        sentences: sentence::find(&reading),
        bodies: body::find(&notes.locals),
        roles: role::find(&reading),
        numbers,
        figures: figure::find(&reading),
        sources: source::find(&reading),
        events: event::find(&reading),
        senses,
    }
}

/// The wording of an article of which only the measures of numbers are known that are figures where a second report tells
/// them; [`find`] fills in all else.
#[must_use]
pub fn of_passing(passing: &[(usize, String)]) -> Wording {
    let mut out = Wording::default();
    let len = passing.iter().map(|(place, _)| place + 1).max().unwrap_or(0);
    out.numbers.resize_with(len, Default::default);
    for (place, measure) in passing {
        if let Some(number) = out.numbers.get_mut(*place) {
            number.gap = Some(measure.clone());
        }
    }
    out
}

/// One article with its findings.
struct Reading<'a> {
    text: &'a str,
    notes: &'a Annotations,
}

impl<'a> Reading<'a> {
    /// The text of a span.
    fn of(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// A token in small letters; nothing where there is none.
    fn low(&self, i: usize) -> Cow<'a, str> {
        let word = self.notes.tokens.spans().get(i).map_or("", |span| self.of(*span));
        small(word)
    }
}

/// A word in small letters.
fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}
