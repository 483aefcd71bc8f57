use jiff::civil::Date;

use crate::ids::{ConflictId, EntityId, EventId, FigureId, OriginId, QuoteId, StatementId, StoryId, VoiceId};
use crate::{
    Article, ArticleId, Bound, Cite, Cites, Confidence, EventType, MentionKind, Note, Plover, PloverMode,
    QuoteForm, Status, TermDate, Unit, When,
};

/// Everything: the articles that were read and the stories they tell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dossier {
    /// What was skipped, doubtful or cut.
    pub notes: Vec<Note>,
    /// By publication, then id.
    pub articles: Vec<Article>,
    /// Largest first, then by id.
    pub stories: Vec<Story>,
}

impl Dossier {
    /// The article with this id.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.articles.iter().find(|a| a.id == *id)
    }
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// One event as several articles tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Name.
    pub id: StoryId,
    /// Why its articles are one story, one plain sentence.
    pub why: String,
    /// A headline or lead taken from its articles.
    pub title: String,
    /// From the first to the last publication day, where any is known.
    pub period: Option<Period>,
    /// The event that it is about, where enough of its origins open with one.
    pub main: Option<EventId>,
    /// In order of publication, then id.
    pub articles: Vec<ArticleId>,
    /// Which articles count as one.
    pub origins: Vec<Origin>,
    /// To whom facts are attributed.
    pub voices: Vec<Voice>,
    /// Passages that stand in two articles.
    pub copies: Vec<Copy>,
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// What happened and what is to happen.
    pub events: Vec<Event>,
    /// How many and how much.
    pub figures: Vec<Figure>,
    /// What is told.
    pub statements: Vec<Statement>,
    /// What cannot both hold.
    pub conflicts: Vec<Conflict>,
    /// Who said what.
    pub quotes: Vec<Quotation>,
    /// In date order.
    pub timeline: Vec<TimelineRow>,
    /// The story in 5 to 12 sentences of its articles.
    pub digest: Vec<Digest>,
}

/// Why articles share an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginKind {
    /// One article, or several of one outlet, that stand for themselves.
    Own,
    /// Articles credited to one agency.
    Agency,
    /// Articles that share most of their text.
    Copy,
}

impl OriginKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Agency => "agency",
            Self::Copy => "copy",
        }
    }
}

/// Articles that count once.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// Name.
    pub id: OriginId,
    /// Its articles.
    pub articles: Vec<ArticleId>,
    /// Why they are one.
    pub kind: OriginKind,
    /// The reason, one plain sentence.
    pub why: String,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// What a voice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceKind {
    /// A person who speaks.
    Person,
    /// A body that speaks.
    Organization,
    /// The article itself: facts told without attribution.
    Outlet,
}

impl VoiceKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Outlet => "outlet",
        }
    }
}

/// Somebody to whom facts are attributed.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// Name.
    pub id: VoiceId,
    /// As printed.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<EntityId>,
    /// What it is.
    pub kind: VoiceKind,
    /// Why what it tells is told by one, one plain sentence.
    pub why: String,
}

/// Which way a passage went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From the first to the second: the first is earlier or credited.
    Known,
    /// Not known.
    Unknown,
}

impl Direction {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Unknown => "unknown",
        }
    }
}

/// What a passage that stands in two articles is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyKind {
    /// Words that tell something: one article has them from the other, or both from a third.
    News,
    /// The site's own words, which it repeats under articles on different matters.
    Boilerplate,
}

impl CopyKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// A passage that stands in two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// In the earlier article, where that is known.
    pub from: Cite,
    /// In the other.
    pub to: Cite,
    /// Words of the passage that both share.
    pub words: usize,
    /// Share of the longer side's words that match in order, from 0 to 1.
    pub similarity: f64,
    /// Which way it went.
    pub direction: Direction,
    /// Whether it is news.
    pub kind: CopyKind,
    /// What speaks for it, one plain sentence.
    pub why: String,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// A spelling and how often it is printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameCount {
    /// As printed.
    pub text: String,
    /// Times.
    pub count: usize,
}

/// Whether an office is still held on the day of the latest article that tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleState {
    /// Told without a mark of time, or as held.
    Held,
    /// "former", "was … until".
    Former,
    /// "-elect", "-designate": not yet held.
    Elect,
}

impl RoleState {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Former => "former",
            Self::Elect => "elect",
        }
    }
}

/// An office that an entity holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// The office: "General Secretary".
    pub title: String,
    /// Its organisation or country: "Communist Party of China".
    pub organization: Option<String>,
    /// Whether it is held, over, or to come.
    pub state: RoleState,
    /// Since when, where told.
    pub from: Option<TermDate>,
    /// Until when, where told.
    pub to: Option<TermDate>,
    /// The words.
    pub cites: Cites,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// Somebody or something named, with all spellings.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Name inside the story.
    pub id: EntityId,
    /// What it is.
    pub kind: MentionKind,
    /// The name most used among the full ones.
    pub name: String,
    /// All spellings and short forms, most printed first.
    pub names: Vec<NameCount>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Offices, most told first.
    pub roles: Vec<Role>,
    /// Every mention by name.
    pub cites: Cites,
    /// Why these names are one, in plain sentences.
    pub why: String,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// What a participant does in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParticipantRole {
    /// Acts.
    Source,
    /// Is acted upon, met or addressed.
    Target,
}

impl ParticipantRole {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

/// Somebody in an event.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Participant {
    /// Who.
    pub entity: EntityId,
    /// As what.
    pub role: ParticipantRole,
}

/// How many stand behind a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Support {
    /// Distinct articles.
    pub articles: usize,
    /// Independent origins.
    pub origins: usize,
    /// Distinct voices.
    pub voices: usize,
}

/// One event, however many tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Name.
    pub id: EventId,
    /// What kind.
    pub kind: EventType,
    /// A short line in plain words.
    pub label: String,
    /// PLOVER root code.
    pub plover: Option<Plover>,
    /// PLOVER mode.
    pub mode: Option<PloverMode>,
    /// How real.
    pub status: Status,
    /// When.
    pub when: Option<When>,
    /// Where: the entity.
    pub place: Option<EntityId>,
    /// Who.
    pub participants: Vec<Participant>,
    /// The words.
    pub cites: Cites,
    /// How many tell it.
    pub support: Support,
    /// Why its tellings are one event.
    pub why: String,
    /// Why it belongs to another matter than the story; `None` where it is the story's own.
    pub background: Option<String>,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// Whether the reports of a figure fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// One report.
    Single,
    /// Equal after rounding to the coarser one's precision.
    Same,
    /// The hedges allow both.
    Compatible,
    /// They differ and say why.
    ByBasis,
    /// They differ and nothing explains it.
    Different,
}

impl Agreement {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::ByBasis => "by-basis",
            Self::Different => "different",
        }
    }
}

/// One article's number.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureReport {
    /// The number; `None` for a range.
    pub value: Option<f64>,
    /// Least.
    pub low: Option<f64>,
    /// Greatest.
    pub high: Option<f64>,
    /// Hedge.
    pub bound: Bound,
    /// Unit.
    pub unit: Option<Unit>,
    /// "Vietnamese statistics".
    pub basis: Option<String>,
    /// Who says it.
    pub voice: VoiceId,
    /// The words.
    pub cite: Cite,
}

/// What a moving figure was at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// When it was told.
    pub when: When,
    /// Least number of its reports.
    pub low: f64,
    /// Greatest number of its reports.
    pub high: f64,
    /// Places in [`Figure::reports`].
    pub reports: Vec<usize>,
}

/// A measure and what is reported of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name.
    pub id: FigureId,
    /// What is measured.
    pub measure: String,
    /// Common unit.
    pub unit: Option<Unit>,
    /// The time it holds for.
    pub period: Option<When>,
    /// What is reported, never empty.
    pub reports: Vec<FigureReport>,
    /// The reports in order of time, where the figure moves while it is told.
    pub series: Option<Vec<SeriesPoint>>,
    /// Whether the reports fit together.
    pub agreement: Agreement,
    /// The reason, one plain sentence.
    pub why: String,
    /// How many tell it.
    pub support: Support,
    /// Why it belongs to another matter than the story; `None` where it is the story's own.
    pub background: Option<String>,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// One article's wording of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementReport {
    /// The words.
    pub cite: Cite,
    /// Who says it.
    pub voice: VoiceId,
}

/// Sentences that say the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Name.
    pub id: StatementId,
    /// One of its wordings.
    pub text: String,
    /// All wordings, and the longer sentences that tell it beside something else; never empty.
    pub reports: Vec<StatementReport>,
    /// How many tell it.
    pub support: Support,
    /// Why its wordings are one statement.
    pub why: String,
    /// Why it belongs to another matter than the story; `None` where it is the story's own.
    pub background: Option<String>,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// How two rows exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// One tells what the other denies, or the opposite of it.
    Polarity,
    /// They tell the same of what excludes each other: another floor, another hour, another side.
    Filler,
    /// One does to the other what the other does to it.
    Swap,
}

impl ConflictKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Polarity => "polarity",
            Self::Filler => "filler",
            Self::Swap => "swap",
        }
    }
}

/// Two statements that cannot both hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Name.
    pub id: ConflictId,
    /// How they exclude each other.
    pub kind: ConflictKind,
    /// The rows, in order of the record.
    pub of: Vec<StatementId>,
    /// The sentences.
    pub cites: Cites,
    /// What excludes what, one plain sentence.
    pub why: String,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// Words and who said them.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// Name.
    pub id: QuoteId,
    /// What was said, pieces joined by " … ".
    pub words: String,
    /// How.
    pub form: QuoteForm,
    /// Whether the speaker says that it is not so, in reporting words that deny: "denied that".
    pub denies: bool,
    /// The reporting words.
    pub cue: Option<String>,
    /// The speaker, where resolved.
    pub speaker: Option<EntityId>,
    /// The speaker as printed.
    pub speaker_text: Option<String>,
    /// The words.
    pub cite: Cite,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// What a timeline row points to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimelineRef {
    /// An event.
    Event(EventId),
    /// A figure.
    Figure(FigureId),
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineRow {
    /// When.
    pub when: When,
    /// A short line in plain words.
    pub label: String,
    /// What it tells of.
    pub refs: Vec<TimelineRef>,
    /// The words.
    pub cites: Cites,
    /// Why it belongs to another matter than the story; `None` where it is the story's own.
    pub background: Option<String>,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}

/// One sentence of the digest.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// As printed in an article.
    pub text: String,
    /// All articles that tell it.
    pub cites: Cites,
    /// How many tell it.
    pub support: Support,
    /// For the odd one out: how it differs from what more tell.
    pub against: Option<String>,
    /// How sure it is; `None` where it was not weighed.
    pub confidence: Option<Confidence>,
}
