//! Corpora of names and what is learned from them; `tools/eval` measures with the same readers.

pub mod names;
#[doc(hidden)]
#[allow(
    clippy::len_without_is_empty,
    clippy::new_without_default,
    clippy::should_implement_trait,
    reason = "shared with the command, no interface for others"
)]
pub mod perceptron;
