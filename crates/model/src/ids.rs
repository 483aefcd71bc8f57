//! Names of what a record holds, each of a type of its own.

use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// An id as given.
            pub fn new(id: impl Into<Arc<str>>) -> Self {
                Self(id.into())
            }

            /// The characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Name of a story, from its earliest article.
    StoryId,
    /// Name of an origin inside its story.
    OriginId,
    /// Name of a voice inside its story.
    VoiceId,
    /// Name of an entity inside its story.
    EntityId,
    /// Name of an event inside its story.
    EventId,
    /// Name of a figure inside its story.
    FigureId,
    /// Name of a statement inside its story.
    StatementId,
    /// Name of a quotation inside its story.
    QuoteId,
    /// Name of a conflict inside its story.
    ConflictId,
}
