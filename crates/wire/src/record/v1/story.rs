//! A story and its rows.

use dossier_model::{
    self as model, Agreement, Bound, ConflictKind, CopyKind, Direction, EventType, MentionKind, OriginKind,
    ParticipantRole, PloverMode, QuoteForm, RoleState, Status, VoiceKind,
};
use serde::Serialize;

use super::{Cite, Period, Support, When};
use crate::{Named, Str, number};

/// One event as several articles tell it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// Id of the event that it is about; left out where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main: Option<Str<'a>>,
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
    /// What cannot both hold.
    #[serde(default)]
    pub conflicts: Vec<Conflict<'a>>,
    /// Who said what.
    pub quotes: Vec<Quote<'a>>,
    /// In date order.
    pub timeline: Vec<TimelineRow<'a>>,
    /// The story in a few sentences.
    pub digest: Vec<Digest<'a>>,
}

/// Articles that count once.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Somebody to whom facts are attributed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// A spelling and how often it is printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Name<'a> {
    /// As printed.
    pub text: Str<'a>,
    /// Times.
    pub count: usize,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Somebody or something named.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// PLOVER coding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plover {
    /// Root code.
    pub event: Named<model::Plover>,
    /// Mode.
    pub mode: Option<Named<PloverMode>>,
}

/// Somebody in an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant<'a> {
    /// Entity id.
    pub entity: Str<'a>,
    /// `source` or `target`.
    pub role: Named<ParticipantRole>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// Left out where the row is the story's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background<'a>>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// That a row belongs to another matter than its story.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Background<'a> {
    /// What tells it.
    pub why: Str<'a>,
}

/// One article's number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// English name of the unit, or the noun that is counted.
    pub unit: Option<String>,
    /// Its code: of ISO 4217, UCUM, or "%".
    pub unit_code: Option<String>,
    /// Statistical basis.
    pub basis: Option<Str<'a>>,
    /// Voice id.
    pub voice: Str<'a>,
    /// The words.
    pub cite: Cite<'a>,
}

/// What a moving figure was at one time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure<'a> {
    /// Name.
    pub id: Str<'a>,
    /// What is measured.
    pub measure: Str<'a>,
    /// English name of the common unit.
    pub unit: Option<String>,
    /// Its code.
    pub unit_code: Option<String>,
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
    /// Left out where the row is the story's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background<'a>>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// One wording of a statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementReport<'a> {
    /// The words.
    pub cite: Cite<'a>,
    /// Voice id.
    pub voice: Str<'a>,
}

/// Sentences that say the same thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// Left out where the row is the story's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background<'a>>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Two statements that cannot both hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict<'a> {
    /// Name.
    pub id: Str<'a>,
    /// `polarity`, `filler` or `swap`.
    pub kind: Named<ConflictKind>,
    /// Statement ids.
    pub of: Vec<Str<'a>>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
    /// What excludes what.
    pub why: Str<'a>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// Words and who said them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote<'a> {
    /// Name.
    pub id: Str<'a>,
    /// What was said.
    pub words: Str<'a>,
    /// `direct`, `indirect` or `mixed`.
    pub form: Named<QuoteForm>,
    /// Whether the reporting words deny what is reported; left out where they do not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denies: bool,
    /// The reporting words.
    pub cue: Option<Str<'a>>,
    /// Entity id.
    pub speaker: Option<Str<'a>>,
    /// The speaker as printed.
    pub speaker_text: Option<Str<'a>>,
    /// The words.
    pub cite: Cite<'a>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// Left out where the row is the story's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background<'a>>,
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}

/// One sentence of the digest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "read-record", derive(serde::Deserialize))]
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
    /// How many of a hundred like it are sound, from 0 to 1; left out where it was not weighed.
    #[serde(
        default,
        serialize_with = "number::write_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<f64>,
}
