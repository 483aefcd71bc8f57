//! Bytes in, clean articles out. Never opens a file or a socket: callers hand in a reader.

use std::io::Read;

use dossier_model::{Article, Note, Published};

/// A result with what was skipped, doubtful or cut on the way.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    /// The result.
    pub value: T,
    /// The remarks.
    pub notes: Vec<Note>,
}

/// What the user says about the input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Publication date for articles that state none.
    pub published: Option<Published>,
    /// Outlet for articles that state none.
    pub outlet: Option<String>,
}

/// Reads one source, of any kind, and hands each article to `sink` as soon as it is whole.
pub fn read(
    _source: &str,
    _reader: &mut dyn Read,
    _options: &Options,
    _sink: &mut dyn FnMut(Article),
) -> Vec<Note> {
    Vec::new()
}
