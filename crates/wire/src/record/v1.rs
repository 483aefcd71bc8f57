//! Format `dossier/1`. A field never changes its meaning without a new format number.
//!
//! Offsets count Unicode code points in the article's `text`, as W3C Web Annotation's
//! TextPositionSelector does. Unknown is `null`, always written.

use dossier_model::{
    self as model, Agreement, Basis, BlockKind, Bound, ChangeKind, CopyKind, Direction, EventType, Evidence,
    Extent, MentionKind, OriginKind, ParticipantRole, PloverMode, PublishedPrecision, QuoteForm, RoleState,
    Status, VersionOrder, VoiceKind, WhenPrecision,
};
use serde::{Deserialize, Serialize};

use crate::{Named, Str, number};

/// The format's name, first in every record.
pub const FORMAT: &str = "dossier/1";

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note<'a> {
    /// The culprit.
    pub source: Str<'a>,
    /// One sentence.
    pub message: Str<'a>,
}

/// The words that a fact rests on: `text[start:end] == cite.text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// First and last day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// ISO 8601 date.
    pub from: String,
    /// ISO 8601 date.
    pub to: String,
}

/// A resolved interval, both ends included; an open or unknown end is null.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Support {
    /// Distinct articles.
    pub articles: usize,
    /// Independent origins.
    pub origins: usize,
    /// Distinct voices.
    pub voices: usize,
}

/// One event as several articles tell it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story<'a> {
    /// Name.
    pub id: Str<'a>,
    /// Why its articles are one story.
    pub why: Str<'a>,
    /// A headline or lead.
    pub title: Str<'a>,
    /// Publication days.
    pub period: Option<Period>,
    /// Article ids.
    pub articles: Vec<Str<'a>>,
    /// Which articles count as one.
    pub origins: Vec<Origin<'a>>,
    /// To whom facts are attributed.
    pub voices: Vec<Voice<'a>>,
    /// Passages that stand in two articles.
    pub copies: Vec<Copy<'a>>,
    /// Who and what is named.
    pub entities: Vec<Entity<'a>>,
    /// What happened and is to happen.
    pub events: Vec<Event<'a>>,
    /// How many and how much.
    pub figures: Vec<Figure<'a>>,
    /// What is told.
    pub statements: Vec<Statement<'a>>,
    /// Who said what.
    pub quotes: Vec<Quote<'a>>,
    /// In date order.
    pub timeline: Vec<TimelineRow<'a>>,
    /// The story in a few sentences.
    pub digest: Vec<Digest<'a>>,
}

/// Articles that count once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin<'a> {
    /// Name.
    pub id: Str<'a>,
    /// Article ids.
    pub articles: Vec<Str<'a>>,
    /// `own`, `agency` or `copy`.
    pub kind: Named<OriginKind>,
    /// The reason.
    pub why: Str<'a>,
}

/// Somebody to whom facts are attributed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voice<'a> {
    /// Name.
    pub id: Str<'a>,
    /// As printed.
    pub name: Str<'a>,
    /// Entity id.
    pub entity: Option<Str<'a>>,
    /// `person`, `organization` or `outlet`.
    pub kind: Named<VoiceKind>,
    /// Why it is one voice.
    pub why: Str<'a>,
}

/// A passage that stands in two articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Copy<'a> {
    /// In the earlier article, where known.
    pub from: Cite<'a>,
    /// In the other.
    pub to: Cite<'a>,
    /// Words that both share.
    pub words: usize,
    /// From 0 to 1.
    #[serde(serialize_with = "number::write")]
    pub similarity: f64,
    /// `known` or `unknown`.
    pub direction: Named<Direction>,
    /// `news`, or `boilerplate` for the site's own words.
    pub kind: Named<CopyKind>,
    /// The reason; a line of `copies` has it on demand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Str<'a>>,
}

/// A spelling and how often it is printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Name<'a> {
    /// As printed.
    pub text: Str<'a>,
    /// Times.
    pub count: usize,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role<'a> {
    /// The office.
    pub title: Str<'a>,
    /// Its organisation.
    pub organization: Option<Str<'a>>,
    /// `held`, `former` or `elect`, as the latest article that tells it has it.
    pub state: Named<RoleState>,
    /// Since when: ISO 8601, a year, a month or a day, as exact as told.
    pub from: Option<String>,
    /// Until when, likewise.
    pub to: Option<String>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
}

/// Somebody or something named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity<'a> {
    /// Name inside the story.
    pub id: Str<'a>,
    /// `person`, `organization`, `place`, `group`, `work` or `other`.
    pub kind: Named<MentionKind>,
    /// The main name.
    pub name: Str<'a>,
    /// All spellings.
    pub names: Vec<Name<'a>>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<Str<'a>>,
    /// Offices.
    pub roles: Vec<Role<'a>>,
    /// Mentions by name.
    pub cites: Vec<Cite<'a>>,
    /// Why these names are one.
    pub why: Str<'a>,
}

/// PLOVER coding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plover {
    /// Root code.
    pub event: Named<model::Plover>,
    /// Mode.
    pub mode: Option<Named<PloverMode>>,
}

/// Somebody in an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant<'a> {
    /// Entity id.
    pub entity: Str<'a>,
    /// `source` or `target`.
    pub role: Named<ParticipantRole>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event<'a> {
    /// Name.
    pub id: Str<'a>,
    /// Plain word.
    #[serde(rename = "type")]
    pub kind: Named<EventType>,
    /// A short line.
    pub label: Str<'a>,
    /// Its code, where PLOVER has one.
    pub plover: Option<Plover>,
    /// `planned`, `under-way`, `past`, `hypothetical` or `denied`.
    pub status: Named<Status>,
    /// When.
    pub when: Option<When<'a>>,
    /// Entity id.
    pub place: Option<Str<'a>>,
    /// Who.
    pub participants: Vec<Participant<'a>>,
    /// Why its tellings are one event.
    pub why: Str<'a>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
    /// How many tell it.
    pub support: Support,
}

/// One article's number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FigureReport<'a> {
    /// The number.
    #[serde(serialize_with = "number::write_optional")]
    pub value: Option<f64>,
    /// Least.
    #[serde(serialize_with = "number::write_optional")]
    pub low: Option<f64>,
    /// Greatest.
    #[serde(serialize_with = "number::write_optional")]
    pub high: Option<f64>,
    /// `exact`, `about`, `over`, `under`, `at-least`, `at-most` or `range`.
    pub bound: Named<Bound>,
    /// Normalised unit.
    pub unit: Option<Str<'a>>,
    /// Statistical basis.
    pub basis: Option<Str<'a>>,
    /// Voice id.
    pub voice: Str<'a>,
    /// The words.
    pub cite: Cite<'a>,
}

/// What a moving figure was at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SeriesPoint<'a> {
    /// When it was told.
    pub when: When<'a>,
    /// Least number.
    #[serde(serialize_with = "number::write")]
    pub low: f64,
    /// Greatest number.
    #[serde(serialize_with = "number::write")]
    pub high: f64,
    /// Places in `reports`.
    pub reports: Vec<usize>,
}

/// A measure and its reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure<'a> {
    /// Name.
    pub id: Str<'a>,
    /// What is measured.
    pub measure: Str<'a>,
    /// Common unit.
    pub unit: Option<Str<'a>>,
    /// The time it holds for.
    pub period: Option<When<'a>>,
    /// What is reported.
    pub reports: Vec<FigureReport<'a>>,
    /// The reports in time, where the figure moves.
    pub series: Option<Vec<SeriesPoint<'a>>>,
    /// `single`, `same`, `compatible`, `by-basis` or `different`.
    pub agreement: Named<Agreement>,
    /// The reason.
    pub why: Str<'a>,
    /// How many tell it.
    pub support: Support,
}

/// One wording of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementReport<'a> {
    /// The words.
    pub cite: Cite<'a>,
    /// Voice id.
    pub voice: Str<'a>,
}

/// Sentences that say the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement<'a> {
    /// Name.
    pub id: Str<'a>,
    /// One wording.
    pub text: Str<'a>,
    /// All wordings, and the longer sentences that tell it beside something else.
    pub reports: Vec<StatementReport<'a>>,
    /// How many tell it.
    pub support: Support,
    /// Why its wordings are one statement.
    pub why: Str<'a>,
}

/// Words and who said them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote<'a> {
    /// Name.
    pub id: Str<'a>,
    /// What was said.
    pub words: Str<'a>,
    /// `direct`, `indirect` or `mixed`.
    pub form: Named<QuoteForm>,
    /// The reporting words.
    pub cue: Option<Str<'a>>,
    /// Entity id.
    pub speaker: Option<Str<'a>>,
    /// The speaker as printed.
    pub speaker_text: Option<Str<'a>>,
    /// The words.
    pub cite: Cite<'a>,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimelineRow<'a> {
    /// When.
    pub when: When<'a>,
    /// A short line.
    pub label: Str<'a>,
    /// Event or figure ids.
    pub refs: Vec<Str<'a>>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
}

/// One sentence of the digest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Digest<'a> {
    /// As printed.
    pub text: Str<'a>,
    /// All articles that tell it.
    pub cites: Vec<Cite<'a>>,
    /// How many tell it.
    pub support: Support,
    /// For the odd one out: how it differs from what more tell.
    pub against: Option<Str<'a>>,
}
