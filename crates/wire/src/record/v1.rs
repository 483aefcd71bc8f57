//! Format `dossier/1`. A field never changes its meaning without a new format number.
//!
//! Offsets count Unicode code points in the article's `text`, as W3C Web Annotation's
//! TextPositionSelector does. Unknown is `null`, always written.

use dossier_model::{
    Basis, BlockKind, ChangeKind, Evidence, Extent, PublishedPrecision, VersionOrder, WhenPrecision,
};
use serde::{Deserialize, Serialize};

use crate::{Named, Str};

mod story;

pub use story::*;

/// The format's name, first in every record.
pub const FORMAT: &str = "dossier/1";

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record<'a> {
    /// Always [`FORMAT`].
    pub format: Str<'a>,
    /// What wrote it.
    pub generator: Generator<'a>,
    /// What was skipped, doubtful or cut.
    pub notes: Vec<Note<'a>>,
    /// What was read.
    pub articles: Vec<Article<'a>>,
    /// What the articles tell.
    pub stories: Vec<Story<'a>>,
}

/// What wrote the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Generator<'a> {
    /// The program.
    pub name: Str<'a>,
    /// Its version.
    pub version: Str<'a>,
}

/// What was skipped, doubtful or cut, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note<'a> {
    /// The culprit.
    pub source: Str<'a>,
    /// One sentence.
    pub message: Str<'a>,
}

/// The words that a fact rests on: `text[start:end] == cite.text`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cite<'a> {
    /// Article id.
    pub article: Str<'a>,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub text: Str<'a>,
}

/// When an article was published and how that is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// ISO 8601, as exact as `precision` says.
    pub value: String,
    /// `year`, `month`, `day` or `second`.
    pub precision: Named<PublishedPrecision>,
    /// `metadata`, `option`, `text` or `file-name`.
    pub basis: Named<Basis>,
}

/// One stretch of an article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// `headline`, `byline`, `dateline`, `caption`, `body`, `teaser` or `boilerplate`.
    pub kind: Named<BlockKind>,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One article of the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article<'a> {
    /// From the content.
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
    /// The author line.
    pub byline: Option<Str<'a>>,
    /// When.
    pub published: Option<Published>,
    /// When this text was last changed; left out where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Published>,
    /// BCP 47 tag.
    pub language: Option<Str<'a>>,
    /// The layers that were read, where not all were; left out elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<Str<'a>>,
    /// The part of the paper; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Str<'a>>,
    /// How each field is known; left out where none is.
    #[serde(default, skip_serializing_if = "Known::is_empty")]
    pub known: Known,
    /// Further sources of the same article, sorted; left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Str<'a>>,
    /// Where several texts were published under its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Version<'a>>,
    /// `summary` where the text stands for a longer one elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Named<Extent>>,
    /// In normal form C; what all offsets point into.
    pub text: Str<'a>,
    /// How many words it has.
    pub words: usize,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// How each field of an article is known; a field of which that is not said is left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Known {
    /// Of `agency`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Named<Evidence>>,
    /// Of `byline`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Named<Evidence>>,
    /// Of `language`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Named<Evidence>>,
    /// Of `modified`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Named<Evidence>>,
    /// Of `outlet`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Named<Evidence>>,
    /// Of `published`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Named<Evidence>>,
    /// Of `section`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Named<Evidence>>,
    /// Of `title`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Named<Evidence>>,
    /// Of `url`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Named<Evidence>>,
}

impl Known {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Place of a text among those published under its address.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version<'a> {
    /// The one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Str<'a>>,
    /// The one after; facts come from the last alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<Str<'a>>,
    /// Whether the two say which is later: `known` or `unknown`; left out of the first version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Named<VersionOrder>>,
    /// What has changed since the one before; left out where the two were not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
}

/// Differences of two versions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Changed {
    /// Whether the headline is another one.
    pub headline: bool,
    /// Paragraphs that are new.
    pub added: usize,
    /// Paragraphs that are gone.
    pub removed: usize,
    /// Paragraphs in other words.
    pub rewritten: usize,
    /// Each of these, in order of place.
    pub places: Vec<Change>,
}

/// One difference of two versions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// `headline`, `added`, `removed` or `changed`.
    pub kind: Named<ChangeKind>,
    /// In the earlier text; null where there was nothing.
    pub before: Option<Place>,
    /// In this text; null where there is nothing.
    pub after: Option<Place>,
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// First and last day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// ISO 8601 date.
    pub from: String,
    /// ISO 8601 date.
    pub to: String,
}

/// A resolved interval, both ends included; an open or unknown end is null.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct When<'a> {
    /// ISO 8601 date, with time of day where `precision` is `minute`.
    pub from: Option<String>,
    /// ISO 8601 date.
    pub to: Option<String>,
    /// `year`, `quarter`, `month`, `week`, `day` or `minute`.
    pub precision: Named<WhenPrecision>,
    /// The words it was read from.
    pub text: Str<'a>,
}

/// How many stand behind a fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Support {
    /// Distinct articles.
    pub articles: usize,
    /// Independent origins.
    pub origins: usize,
    /// Distinct voices.
    pub voices: usize,
}
