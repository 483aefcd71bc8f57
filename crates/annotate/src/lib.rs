//! What reading one article is in any language: the algebra that the grammars of `languages` build on.
//!
//! Nothing here knows a word of a language, sees a second article, asks the clock or touches a file.

pub mod quantity;
pub mod sentence;
pub mod syntax;
pub mod time;
pub mod token;
pub mod view;
mod watch;

pub use view::{Sentence, View};
pub use watch::{Unwatched, Watch};
