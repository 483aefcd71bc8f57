//! What a grammar hands over: expressions of time, each with what the words around it tell.

use dossier_model::Span;

use super::shape::Shape;
use super::tense::Tense;

/// An expression of time as a grammar read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Its words in the article.
    pub span: Span,
    /// What it says.
    pub shape: Shape,
    /// Where the nearest verb looks. [`Tense::Unknown`] will do where the day of publication is not known.
    pub tense: Tense,
    /// Whether it belongs to a noun that has happened: "Monday's attack", "the Monday attack".
    pub possessive: bool,
    /// How many pieces of its sentence stand before it.
    pub before: usize,
    /// How it is tied to the next expression.
    pub link: Link,
    /// Where the words of the range begin that it opens: at its preposition ("from 2016 to 2021").
    pub range_start: u32,
    /// What a preposition makes of its ends.
    pub bound: Bound,
    /// Its words with that preposition.
    pub words: Span,
    /// The dated expressions of the sentence that explain it where it is a weekday ("next Monday (April 14)"): their
    /// places in the list, the likeliest first.
    pub dated_beside: Vec<usize>,
}

impl Expression {
    /// An expression that nothing around it changes.
    #[must_use]
    pub fn plain(span: Span, shape: Shape) -> Self {
        Self {
            span,
            shape,
            tense: Tense::Unknown,
            possessive: false,
            before: 0,
            link: Link::Apart,
            range_start: span.start,
            bound: Bound::Within,
            words: span,
            dated_beside: Vec::new(),
        }
    }
}

/// How two expressions in a row are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Not at all.
    Apart,
    /// One of a list: "May and June 2024", so that what one tells holds for both.
    Listed,
    /// Both ends of one stretch: "from May to June 2024".
    Joined,
}

/// What a preposition makes of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Nothing.
    Within,
    /// It begins there and is open behind: "since 2008".
    Since,
    /// It is open in front and ends there: "by 2026".
    Until,
    /// It ends the day before.
    Before,
    /// It begins the day after.
    After,
}
