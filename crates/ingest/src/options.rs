//! What the user says about the input, and bounds on hostile input.

use dossier_model::Published;

/// What the user says about the input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Publication date for articles that state none in a field.
    pub published: Option<Published>,
    /// Outlet for articles that state none.
    pub outlet: Option<String>,
    /// Bounds on hostile input.
    pub limits: Limits,
}

/// How much is read before the rest is cut or left, with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one article's text.
    pub article: usize,
    /// Bytes of one page's markup: the rest of a longer page is cut.
    pub page: usize,
    /// Bytes of one line, feed, message or export before its text is taken out.
    pub piece: usize,
    /// Times that a compressed source may grow, once it has grown past `piece`.
    pub growth: u64,
    /// Bytes in a row that are passed over in search of something to read: of a line without end, between the records
    /// of a damaged archive, of compressed data that gives nothing.
    pub gap: u64,
    /// Archives inside archives: a page in a zip file is at depth 1.
    pub depth: usize,
    /// Notes on one source; further ones are only counted.
    pub notes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            article: 10_000_000,
            page: 8_000_000,
            piece: 64_000_000,
            growth: 250,
            gap: 4_000_000_000,
            depth: 4,
            notes: 100_000,
        }
    }
}
