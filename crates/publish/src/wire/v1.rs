//! Format `dossier/1`. A field never changes its meaning without a new format number.
//!
//! Offsets count Unicode code points in the article's `text`, as W3C Web Annotation's
//! TextPositionSelector does. Unknown is `null`, always written.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// The format's name, first in every record.
pub const FORMAT: &str = "dossier/1";

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// What wrote it.
    pub generator: Generator,
    /// What was skipped, doubtful or cut.
    pub notes: Vec<Note<'a>>,
    /// What was read.
    pub articles: Vec<Article<'a>>,
    /// What the articles tell.
    pub stories: Vec<Story<'a>>,
}

/// What wrote the record.
#[derive(Debug, Serialize)]
pub struct Generator {
    /// The program.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// What was skipped, doubtful or cut, and why.
#[derive(Debug, Serialize)]
pub struct Note<'a> {
    /// The culprit.
    pub source: &'a str,
    /// One sentence.
    pub message: &'a str,
}

/// The words that a fact rests on: `text[start:end] == cite.text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cite<'a> {
    /// Article id.
    pub article: &'a str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub text: &'a str,
}

/// When an article was published and how that is known.
#[derive(Debug, Serialize)]
pub struct Published {
    /// ISO 8601, as exact as `precision` says.
    pub value: String,
    /// `year`, `month`, `day` or `second`.
    pub precision: &'static str,
    /// `metadata`, `option`, `text` or `file-name`.
    pub basis: &'static str,
}

/// One stretch of an article.
#[derive(Debug, Serialize)]
pub struct Block {
    /// `headline`, `byline`, `dateline`, `caption`, `body`, `teaser` or `boilerplate`.
    pub kind: &'static str,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One article of the record.
#[derive(Debug, Serialize)]
pub struct Article<'a> {
    /// From the content.
    pub id: &'a str,
    /// Path or URL as given.
    pub source: &'a str,
    /// Canonical URL.
    pub url: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// The credited news agency.
    pub agency: Option<&'a str>,
    /// The headline.
    pub title: Option<&'a str>,
    /// The author line.
    pub byline: Option<&'a str>,
    /// When.
    pub published: Option<Published>,
    /// When this text was last changed; left out where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Published>,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    /// The layers that were read, where not all were; left out elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<&'static str>,
    /// The part of the paper; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'a str>,
    /// How each field is known; left out where none is.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub known: BTreeMap<&'static str, &'static str>,
    /// Further sources of the same article, sorted; left out where there are none.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub also: &'a [String],
    /// Where several texts were published under its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Version<'a>>,
    /// `summary` where the text stands for a longer one elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<&'static str>,
    /// In normal form C; what all offsets point into.
    pub text: &'a str,
    /// How many words it has.
    pub words: usize,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// Place of a text among those published under its address.
#[derive(Debug, Serialize)]
pub struct Version<'a> {
    /// The one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<&'a str>,
    /// The one after; facts come from the last alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<&'a str>,
    /// Whether the two say which is later: `known` or `unknown`; left out of the first version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<&'static str>,
    /// What has changed since the one before; left out where the two were not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
}

/// Differences of two versions.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct Change {
    /// `headline`, `added`, `removed` or `changed`.
    pub kind: &'static str,
    /// In the earlier text; null where there was nothing.
    pub before: Option<Place>,
    /// In this text; null where there is nothing.
    pub after: Option<Place>,
}

/// A stretch of a text.
#[derive(Debug, Serialize)]
pub struct Place {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// First and last day.
#[derive(Debug, Serialize)]
pub struct Period {
    /// ISO 8601 date.
    pub from: String,
    /// ISO 8601 date.
    pub to: String,
}

/// A resolved interval, both ends included; an open or unknown end is null.
#[derive(Debug, Serialize)]
pub struct When<'a> {
    /// ISO 8601 date, with time of day where `precision` is `minute`.
    pub from: Option<String>,
    /// ISO 8601 date.
    pub to: Option<String>,
    /// `year`, `quarter`, `month`, `week`, `day` or `minute`.
    pub precision: &'static str,
    /// The words it was read from.
    pub text: &'a str,
}

/// How many stand behind a fact.
#[derive(Debug, Serialize)]
pub struct Support {
    /// Distinct articles.
    pub articles: usize,
    /// Independent origins.
    pub origins: usize,
    /// Distinct voices.
    pub voices: usize,
}

/// One event as several articles tell it.
#[derive(Debug, Serialize)]
pub struct Story<'a> {
    /// Name.
    pub id: &'a str,
    /// Why its articles are one story.
    pub why: &'a str,
    /// A headline or lead.
    pub title: &'a str,
    /// Publication days.
    pub period: Option<Period>,
    /// Article ids.
    pub articles: Vec<&'a str>,
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
#[derive(Debug, Serialize)]
pub struct Origin<'a> {
    /// Name.
    pub id: &'a str,
    /// Article ids.
    pub articles: Vec<&'a str>,
    /// `own`, `agency` or `copy`.
    pub kind: &'static str,
    /// The reason.
    pub why: &'a str,
}

/// Somebody to whom facts are attributed.
#[derive(Debug, Serialize)]
pub struct Voice<'a> {
    /// Name.
    pub id: &'a str,
    /// As printed.
    pub name: &'a str,
    /// Entity id.
    pub entity: Option<&'a str>,
    /// `person`, `organization` or `outlet`.
    pub kind: &'static str,
    /// Why it is one voice.
    pub why: &'a str,
}

/// A passage that stands in two articles.
#[derive(Debug, Serialize)]
pub struct Copy<'a> {
    /// In the earlier article, where known.
    pub from: Cite<'a>,
    /// In the other.
    pub to: Cite<'a>,
    /// Words that both share.
    pub words: usize,
    /// From 0 to 1.
    #[serde(serialize_with = "number")]
    pub similarity: f64,
    /// `known` or `unknown`.
    pub direction: &'static str,
    /// `news`, or `boilerplate` for the site's own words.
    pub kind: &'static str,
    /// The reason; a line of `copies` has it on demand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'a str>,
}

/// A spelling and how often it is printed.
#[derive(Debug, Serialize)]
pub struct Name<'a> {
    /// As printed.
    pub text: &'a str,
    /// Times.
    pub count: usize,
}

/// An office.
#[derive(Debug, Serialize)]
pub struct Role<'a> {
    /// The office.
    pub title: &'a str,
    /// Its organisation.
    pub organization: Option<&'a str>,
    /// `held`, `former` or `elect`, as the latest article that tells it has it.
    pub state: &'static str,
    /// Since when: ISO 8601, a year, a month or a day, as exact as told.
    pub from: Option<String>,
    /// Until when, likewise.
    pub to: Option<String>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
}

/// Somebody or something named.
#[derive(Debug, Serialize)]
pub struct Entity<'a> {
    /// Name inside the story.
    pub id: &'a str,
    /// `person`, `organization`, `place`, `group`, `work` or `other`.
    pub kind: &'static str,
    /// The main name.
    pub name: &'a str,
    /// All spellings.
    pub names: Vec<Name<'a>>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// Offices.
    pub roles: Vec<Role<'a>>,
    /// Mentions by name.
    pub cites: Vec<Cite<'a>>,
    /// Why these names are one.
    pub why: &'a str,
}

/// PLOVER coding.
#[derive(Debug, Serialize)]
pub struct Plover {
    /// Root code.
    pub event: &'static str,
    /// Mode.
    pub mode: Option<&'static str>,
}

/// Somebody in an event.
#[derive(Debug, Serialize)]
pub struct Participant<'a> {
    /// Entity id.
    pub entity: &'a str,
    /// `source` or `target`.
    pub role: &'static str,
}

/// One event.
#[derive(Debug, Serialize)]
pub struct Event<'a> {
    /// Name.
    pub id: &'a str,
    /// Plain word.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// A short line.
    pub label: &'a str,
    /// Its code, where PLOVER has one.
    pub plover: Option<Plover>,
    /// `planned`, `under-way`, `past`, `hypothetical` or `denied`.
    pub status: &'static str,
    /// When.
    pub when: Option<When<'a>>,
    /// Entity id.
    pub place: Option<&'a str>,
    /// Who.
    pub participants: Vec<Participant<'a>>,
    /// Why its tellings are one event.
    pub why: &'a str,
    /// The words.
    pub cites: Vec<Cite<'a>>,
    /// How many tell it.
    pub support: Support,
}

/// One article's number.
#[derive(Debug, Serialize)]
pub struct FigureReport<'a> {
    /// The number.
    #[serde(serialize_with = "optional_number")]
    pub value: Option<f64>,
    /// Least.
    #[serde(serialize_with = "optional_number")]
    pub low: Option<f64>,
    /// Greatest.
    #[serde(serialize_with = "optional_number")]
    pub high: Option<f64>,
    /// `exact`, `about`, `over`, `under`, `at-least`, `at-most` or `range`.
    pub bound: &'static str,
    /// English name of the unit, or the noun that is counted.
    pub unit: Option<String>,
    /// Its code: of ISO 4217, UCUM, or "%".
    pub unit_code: Option<String>,
    /// Statistical basis.
    pub basis: Option<&'a str>,
    /// Voice id.
    pub voice: &'a str,
    /// The words.
    pub cite: Cite<'a>,
}

/// What a moving figure was at one time.
#[derive(Debug, Serialize)]
pub struct SeriesPoint<'a> {
    /// When it was told.
    pub when: When<'a>,
    /// Least number.
    #[serde(serialize_with = "number")]
    pub low: f64,
    /// Greatest number.
    #[serde(serialize_with = "number")]
    pub high: f64,
    /// Places in `reports`.
    pub reports: &'a [usize],
}

/// A measure and its reports.
#[derive(Debug, Serialize)]
pub struct Figure<'a> {
    /// Name.
    pub id: &'a str,
    /// What is measured.
    pub measure: &'a str,
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
    pub agreement: &'static str,
    /// The reason.
    pub why: &'a str,
    /// How many tell it.
    pub support: Support,
}

/// One wording of a statement.
#[derive(Debug, Serialize)]
pub struct StatementReport<'a> {
    /// The words.
    pub cite: Cite<'a>,
    /// Voice id.
    pub voice: &'a str,
}

/// Sentences that say the same thing.
#[derive(Debug, Serialize)]
pub struct Statement<'a> {
    /// Name.
    pub id: &'a str,
    /// One wording.
    pub text: &'a str,
    /// All wordings, and the longer sentences that tell it beside something else.
    pub reports: Vec<StatementReport<'a>>,
    /// How many tell it.
    pub support: Support,
    /// Why its wordings are one statement.
    pub why: &'a str,
}

/// Words and who said them.
#[derive(Debug, Serialize)]
pub struct Quote<'a> {
    /// Name.
    pub id: &'a str,
    /// What was said.
    pub words: &'a str,
    /// `direct`, `indirect` or `mixed`.
    pub form: &'static str,
    /// The reporting words.
    pub cue: Option<&'a str>,
    /// Entity id.
    pub speaker: Option<&'a str>,
    /// The speaker as printed.
    pub speaker_text: Option<&'a str>,
    /// The words.
    pub cite: Cite<'a>,
}

/// One line of the timeline.
#[derive(Debug, Serialize)]
pub struct TimelineRow<'a> {
    /// When.
    pub when: When<'a>,
    /// A short line.
    pub label: &'a str,
    /// Event or figure ids.
    pub refs: Vec<&'a str>,
    /// The words.
    pub cites: Vec<Cite<'a>>,
}

/// One sentence of the digest.
#[derive(Debug, Serialize)]
pub struct Digest<'a> {
    /// As printed.
    pub text: &'a str,
    /// All articles that tell it.
    pub cites: Vec<Cite<'a>>,
    /// How many tell it.
    pub support: Support,
    /// For the odd one out: how it differs from what more tell.
    pub against: Option<&'a str>,
}

/// Writes 23000 rather than 23000.0: a whole number stays whole where a double holds it exactly, and what is
/// no number is null.
pub(crate) fn number<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !value.is_finite() {
        to.serialize_none()
    } else if value.fract() == 0.0 && value.abs() < EXACT {
        to.serialize_i64(*value as i64)
    } else {
        to.serialize_f64(*value)
    }
}

pub(crate) fn optional_number<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(v) => number(v, to),
        None => to.serialize_none(),
    }
}
