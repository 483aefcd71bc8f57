//! What reading one article is in any language: the algebra that the grammars of `languages` build on.
//!
//! [`view`] is the one view of an article's sentences, [`sentence`] and [`token`] cut them, [`syntax`] asks trained weights
//! for tags and trees, [`time`] and [`quantity`] hold the calendar and the arithmetic of numbers, [`confidence`] says how
//! sure a finding is.
//!
//! Nothing here knows a word of a language, sees a second article, asks the clock or touches a file. Uses `model`, `world`
//! and `network`; a language hands in what it knows of words.

pub mod confidence;
pub mod frame;
mod observer;
pub mod quantity;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;
pub mod view;

pub use observer::{Observer, Unobserved};
pub use view::{Sentence, View};
