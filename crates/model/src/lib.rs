//! The nouns of Dossier.
//!
//! Everything the stages hand to each other is defined here: an [`Article`] as it was published, the
//! [`Annotations`] that one article yields, and the [`Dossier`] that several articles yield together.
//! Nothing in this crate reads a file, asks the clock or knows a wire format.
//!
//! Positions are byte offsets into one article's frozen text; what is written counts code points,
//! which the `wire` crate makes of these. Of units and layers the types are here, of names for them none. Uses no
//! other room.

mod annotations;
mod article;
mod cite;
mod confidence;
mod coverage;
mod dossier;
mod event;
mod evidence;
mod frame;
mod gate;
mod ids;
mod known;
mod layer;
mod mention;
mod note;
mod quantity;
mod quote;
mod span;
mod syntax;
mod time;
mod unit;
mod version;
mod wording;

pub use annotations::{AnnotatedArticle, Annotations};
pub use article::{
    Article, ArticleDraft, ArticleId, Basis, Block, BlockKind, Extent, Published, PublishedPrecision,
};
pub use cite::{Cite, Cites};
pub use confidence::Confidence;
pub use coverage::Coverage;
pub use dossier::{
    Agreement, Conflict, ConflictKind, Copy, CopyKind, Digest, Direction, Dossier, Entity, Event, Figure,
    FigureReport, NameCount, Origin, OriginKind, Participant, ParticipantRole, Period, Quotation, Role,
    RoleState, SeriesPoint, Statement, StatementReport, Story, Support, TimelineRef, TimelineRow, Voice,
    VoiceKind,
};
pub use event::{EventMention, EventParticipant, EventType, Plover, PloverMode, Status};
pub use evidence::{BodyBy, CuePlace, QuoteEvidence, RoleBy, RoleEvidence, SpeakerBy};
pub use frame::{Argument, ArgumentForm, ArgumentRole, Predicate};
pub use gate::{Gate, Gates, Trait, Traits, squash};
pub use ids::{ConflictId, EntityId, EventId, FigureId, OriginId, QuoteId, StatementId, StoryId, VoiceId};
pub use known::{Evidence, Field, Known};
pub use layer::{Annotation, Layer};
pub use mention::{
    Gender, LocalEntity, LocalId, Mention, MentionForm, MentionKind, NameOrder, RoleMention, TermDate,
};
pub use note::Note;
pub use quantity::{Bound, FigureMention, LabelKind, Quantity, counts};
pub use quote::{Quote, QuoteForm, QuoteKind};
pub use span::Span;
pub use syntax::{Deprel, Tokens, TokensBuilder, Upos};
pub use time::{Time, TimeType, When, WhenPrecision};
pub use unit::{Iso4217, Many, Money, Per, Point, Ucum, Unit, UnitBase};
pub use version::{Change, ChangeKind, Version, VersionOrder};
pub use wording::{
    Aspect, ContextNeed, Counted, EventName, EventWording, Fate, FigureWording, Frame, Modality,
    NumberContext, NumberWording, Opposition, Part, Phrase, PhraseKind, Polarity, Pole, PrintFlaw, Relation,
    RelationKind, Restated, RoleWording, Sense, Senses, SentenceWording, SourceKind, SourceWording,
    StateBody, ToldClause, Turn, VerbForm, WordMark, Wording,
};
