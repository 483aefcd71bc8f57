//! Format `dossier-annotations/1`: one article with all that was read from it, on one line of JSON.
//!
//! A field never changes its meaning without a new format number; a reader ignores fields that it does not know.
//! Spans are pairs of code points of the article's `text`, half-open. Unknown is `null`, always written. `entity` is a
//! place in `entities`, a token's `head` a place in `tokens`, a figure's `quantity` one in `quantities`, an event's
//! `time` one in `times`; all count from 0.

use dossier_model::{
    Basis, BlockKind, Bound, ChangeKind, Deprel, EventType, Extent, Gender, MentionForm, MentionKind,
    NameOrder, Plover, PloverMode, PublishedPrecision, QuoteForm, QuoteKind, Status, TimeType, Upos,
    VersionOrder, WhenPrecision,
};
use serde::{Deserialize, Serialize};

use crate::record::v1::{Generator, Known};
use crate::{Named, Str, number};

mod frame;
mod unit;
mod wording;

pub use frame::{Argument, Predicate};
pub use unit::{Base, Per, Unit, UnitKind};
pub use wording::{
    Counted, EventName, EventWording, FigureWording, Frame, NumberContext, NumberWording, Phrase, Pole,
    Relation, Restated, RoleWording, Sense, SentenceWording, SourceWording, StateBody, ToldClause, Wording,
};

/// The format's name, first on every line.
pub const FORMAT: &str = "dossier-annotations/1";

/// First code point, and one past the last.
pub type Pair = [u32; 2];

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line<'a> {
    /// Always [`FORMAT`].
    pub format: Str<'a>,
    /// What read the article.
    pub generator: Generator<'a>,
    /// As published.
    pub article: Article<'a>,
    /// As read.
    pub annotations: Annotations<'a>,
}

/// An article, with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article<'a> {
    /// From the content, or as an export gave it.
    pub id: Str<'a>,
    /// Path or URL as given.
    pub source: Str<'a>,
    /// Canonical URL.
    pub url: Option<Str<'a>>,
    /// Who published it.
    pub outlet: Option<Str<'a>>,
    /// The credited news agency.
    pub agency: Option<Str<'a>>,
    /// The headline.
    pub title: Option<Str<'a>>,
    /// The authors.
    pub byline: Option<Str<'a>>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When this text was last changed.
    pub modified: Option<Moment>,
    /// BCP 47 tag.
    pub language: Option<Str<'a>>,
    /// The layers that were read, where not all were.
    #[serde(default)]
    pub coverage: Option<Vec<Str<'a>>>,
    /// The part of the paper.
    pub section: Option<Str<'a>>,
    /// How each field is known.
    pub known: Known,
    /// `full`, or `summary` of a text that stands elsewhere.
    pub extent: Named<Extent>,
    /// Further sources of the same article, sorted.
    pub also: Vec<Str<'a>>,
    /// Its place among the texts of one address, where there are several.
    pub version: Option<Version<'a>>,
    /// In Unicode normal form C; what all spans point into.
    pub text: Str<'a>,
    /// In order, apart from each other.
    pub blocks: Vec<Block>,
}

/// A moment of publication, whole; `precision` says how much of it is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moment {
    /// ISO 8601 day, the first of the month or year where less is known.
    pub date: String,
    /// Time of day.
    pub time: Option<String>,
    /// Distance from UTC: "+02:00".
    pub offset: Option<String>,
    /// How exact it is.
    pub precision: Named<PublishedPrecision>,
    /// How it is known.
    pub basis: Named<Basis>,
}

/// A stretch of the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// Where.
    pub span: Pair,
    /// What it is; `headline`, `caption` and `body` alone are evidence.
    pub kind: Named<BlockKind>,
}

/// Place of a text among those published under its address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version<'a> {
    /// The id of the one before.
    pub earlier: Option<Str<'a>>,
    /// The id of the one after.
    pub later: Option<Str<'a>>,
    /// Whether the two say which is later.
    pub order: Named<VersionOrder>,
    /// What has changed since the one before.
    pub changes: Vec<Change>,
}

/// One difference of two versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// What was done.
    pub kind: Named<ChangeKind>,
    /// In the earlier text, which is not at hand: bytes of its UTF-8.
    pub before_bytes: Option<Pair>,
    /// In this text.
    pub after: Option<Pair>,
}

/// What one article says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Annotations<'a> {
    /// The layers that were read: what is not read is not "not said".
    #[serde(default)]
    pub coverage: Vec<Str<'a>>,
    /// In order, apart from each other.
    pub sentences: Vec<Pair>,
    /// Words, as columns.
    pub tokens: Tokens<'a>,
    /// Which words say that something happens or is so, and who takes part.
    #[serde(default)]
    pub frames: Vec<Predicate<'a>>,
    /// Names, nominals and pronouns.
    pub mentions: Vec<Mention>,
    /// Whom and what the mentions are of.
    pub entities: Vec<Entity<'a>>,
    /// Titles and offices.
    pub roles: Vec<Role<'a>>,
    /// Time expressions.
    pub times: Vec<Time<'a>>,
    /// Numbers with their units.
    pub quantities: Vec<Quantity<'a>>,
    /// Quantities that state something.
    pub figures: Vec<Figure<'a>>,
    /// Attributed words.
    pub quotes: Vec<Quote>,
    /// What happened.
    pub events: Vec<Event<'a>>,
    /// What their words tell that only a comparison with other articles needs.
    #[serde(default)]
    pub wording: Wording<'a>,
}

/// The words, a column a field, all of one length; in order, apart from each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tokens<'a> {
    /// Where each stands.
    pub span: Vec<Pair>,
    /// Universal part of speech.
    pub upos: Vec<Named<Upos>>,
    /// Dictionary form.
    pub lemma: Vec<Str<'a>>,
    /// The token it depends on; null for the root of a sentence.
    pub head: Vec<Option<u32>>,
    /// Universal dependency relation.
    pub deprel: Vec<Named<Deprel>>,
}

/// One mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The words.
    pub span: Pair,
    /// What is named.
    pub kind: Named<MentionKind>,
    /// How.
    pub form: Named<MentionForm>,
    /// Whom or what.
    pub entity: Option<u32>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Somebody or something that the article names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity<'a> {
    /// What it is.
    pub kind: Named<MentionKind>,
    /// The fullest name in this article.
    pub name: Str<'a>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<Str<'a>>,
    /// Whether it is a state, or a territory with a code of its own.
    pub is_country: bool,
    /// What all its names have in common; empty for a person.
    pub key: Str<'a>,
    /// Of a person, where a given name or a title tells it.
    pub gender: Option<Named<Gender>>,
    /// Where a person's family name stands, where lists of names tell it.
    pub order: Option<Named<NameOrder>>,
}

/// A title or office that somebody holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role<'a> {
    /// The title with its organisation, without the name.
    pub span: Pair,
    /// Who holds it.
    pub entity: u32,
    /// The office alone.
    pub title: Pair,
    /// The organisation or country that it belongs to.
    pub organization: Option<Pair>,
    /// ISO 3166-1 alpha-2 code of that country.
    pub country: Option<Str<'a>>,
    /// Whether the words mark it as over.
    pub former: bool,
    /// Since when.
    pub from: Option<Term>,
    /// Until when.
    pub to: Option<Term>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// A day, month or year that an office begins or ends with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// ISO 8601 day inside it.
    pub day: String,
    /// How exact it is.
    pub precision: Named<WhenPrecision>,
}

/// A resolved interval, both ends included; an open end is null.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct When<'a> {
    /// ISO 8601 day.
    pub from: Option<String>,
    /// ISO 8601 day.
    pub to: Option<String>,
    /// Time of day on `from`, for precision `minute`.
    pub time: Option<String>,
    /// The unit it is known to.
    pub precision: Named<WhenPrecision>,
    /// The words it was read from.
    pub text: Str<'a>,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time<'a> {
    /// The words.
    pub span: Pair,
    /// Type of TIMEX3.
    #[serde(rename = "type")]
    pub kind: Named<TimeType>,
    /// Value of TIMEX3.
    pub value: Str<'a>,
    /// The resolved interval.
    pub when: Option<When<'a>>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity<'a> {
    /// Hedge, number and unit words.
    pub span: Pair,
    /// The number; null for a range.
    #[serde(serialize_with = "number::write_optional")]
    pub value: Option<f64>,
    /// Least.
    #[serde(serialize_with = "number::write_optional")]
    pub low: Option<f64>,
    /// Greatest.
    #[serde(serialize_with = "number::write_optional")]
    pub high: Option<f64>,
    /// How it is hedged.
    pub bound: Named<Bound>,
    /// What it counts or measures.
    pub unit: Option<Unit<'a>>,
    /// What is counted or measured.
    pub of: Option<Pair>,
    /// A place in an order, not a count.
    pub ordinal: bool,
    /// The size of one step in the last place written.
    #[serde(serialize_with = "number::write")]
    pub step: f64,
    /// Where a change starts that the next quantity ends.
    pub moves: bool,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// A quantity that states something. Its span is that of its quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure<'a> {
    /// The quantity's words.
    pub span: Pair,
    /// The quantity.
    pub quantity: u32,
    /// What is measured, in words of the text.
    pub measure: Str<'a>,
    /// What figures are joined by.
    pub key: Vec<Str<'a>>,
    /// Entities that the measure is about.
    pub subjects: Vec<u32>,
    /// The time it holds for.
    pub period: Option<When<'a>>,
    /// The words that name a statistical basis or a source.
    pub basis: Option<Pair>,
    /// The clause or sentence that states it.
    pub clause: Pair,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Attributed words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Content, cue and source.
    pub span: Pair,
    /// What was said.
    pub content: Vec<Pair>,
    /// The reporting words.
    pub cue: Vec<Pair>,
    /// The words that name the source.
    pub source: Vec<Pair>,
    /// Whom the source resolves to.
    pub speaker: Option<u32>,
    /// How.
    pub form: Named<QuoteForm>,
    /// Whether the content is claimed or only wanted.
    pub kind: Named<QuoteKind>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Somebody who takes part in an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// The words.
    pub span: Pair,
    /// Who.
    pub entity: Option<u32>,
}

/// One telling of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event<'a> {
    /// The predicate.
    pub span: Pair,
    /// Plain word.
    #[serde(rename = "type")]
    pub kind: Named<EventType>,
    /// Root code of PLOVER.
    pub plover: Option<Named<Plover>>,
    /// Mode of PLOVER.
    pub mode: Option<Named<PloverMode>>,
    /// Those who act.
    pub sources: Vec<Participant>,
    /// Those who are acted upon or met.
    pub targets: Vec<Participant>,
    /// Where.
    pub place: Option<Participant>,
    /// The time expression.
    pub time: Option<u32>,
    /// The interval.
    pub when: Option<When<'a>>,
    /// How real.
    pub status: Named<Status>,
    /// Whether it tells of several at once.
    pub several: bool,
    /// What it is about where that is no name.
    pub object: Option<Pair>,
    /// The clause that tells it.
    pub clause: Pair,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}
