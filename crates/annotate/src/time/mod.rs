//! Times in any language: what an expression says, free of the day it was written on, and the day that it names.
//!
//! A grammar of `languages` reads the words of a sentence and hands over a list of [`Expression`]s: where each
//! stands, its [`Shape`], the tense around it, how it is tied to the next one and what a preposition makes of its
//! ends. A [`Placer`] resolves them by the publication date, the tense and what the article told before, and gives
//! the layer of TIMEX3 times. Nothing here sees a word. What is not known stays X in the value and `None` in `when`.

mod calendar;
mod clock;
mod expression;
mod feasts;
mod figures;
mod fixed;
mod holiday;
mod lexicon;
mod offset;
mod order;
mod place;
mod resolve;
mod scope;
mod shape;
mod share;
mod tense;
mod unit;
mod window;

pub use expression::{Bound, Expression, Link};
pub use feasts::Feasts;
pub use figures::figures;
pub use holiday::Holiday;
pub use lexicon::{Lexicon, Term};
pub use order::Order;
pub use place::Placer;
pub use shape::{Clock, Dir, Part, Reference, Shape, Year};
pub use tense::Tense;
pub use unit::{DayPart, Season, Unit};
pub use window::windows;
