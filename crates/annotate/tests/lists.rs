//! Every list of `lists/` has a header, is sorted, without repeats, and read by somebody.

// A test opens the files that it checks, unlike the library.
#![allow(clippy::disallowed_methods)]

#[path = "../../world/tests/support/lists.rs"]
mod lists;

#[test]
fn lists_are_sound_and_used() {
    lists::assert_sound_and_used(env!("CARGO_MANIFEST_DIR"), "src");
}
