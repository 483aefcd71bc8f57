//! Where the verbs around an expression look.

/// Where the nearest verb looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// "met", "has met", "was".
    Past,
    /// "is", "meets".
    Present,
    /// A verb in the present behind an expression that is part of its subject: "the shooting on Sunday is",
    /// "the match on Sunday is".
    Either,
    /// "will", "is to", "plans to", "scheduled for".
    Future,
    /// No verb was seen.
    Unknown,
}
