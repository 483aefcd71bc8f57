use crate::Span;
use crate::syntax::names;

/// What the words of the findings tell that only a comparison with other articles needs: made by the language's
/// reader, so that whoever compares reads no word of a language.
///
/// A list that goes with a layer of [`Annotations`](crate::Annotations) has one entry for each finding of it, in the
/// same order. All are empty where an article was not read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    /// What is known of each token.
    pub senses: Senses,
    /// The predicates of all sentences, in order.
    pub frames: Vec<Frame>,
    /// How names stand to each other by the words between them.
    pub relations: Vec<Relation>,
    /// With `sentences`: what each needs from the others.
    pub sentences: Vec<SentenceWording>,
    /// With `locals`: bodies that every state has.
    pub bodies: Vec<Option<StateBody>>,
    /// With `roles`.
    pub roles: Vec<RoleWording>,
    /// With `quantities`.
    pub numbers: Vec<NumberWording>,
    /// With `figures`.
    pub figures: Vec<FigureWording>,
    /// With `quotes`.
    pub sources: Vec<SourceWording>,
    /// With `events`.
    pub events: Vec<EventWording>,
}

/// The senses of an article's tokens, each kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Senses {
    /// By token: a place in `all`.
    places: Vec<u32>,
    all: Vec<Sense>,
}

impl Senses {
    /// From each token's place in `all`; `None` where a place is not in it.
    #[must_use]
    pub fn new(places: Vec<u32>, all: Vec<Sense>) -> Option<Self> {
        let fits = places.iter().all(|&p| (p as usize) < all.len());
        fits.then_some(Self { places, all })
    }

    /// By token: a place in [`Senses::all`].
    #[must_use]
    pub fn places(&self) -> &[u32] {
        &self.places
    }

    /// Each sense once.
    #[must_use]
    pub fn all(&self) -> &[Sense] {
        &self.all
    }

    /// What is known of token `i`; `None` where nothing was read.
    #[must_use]
    pub fn of(&self, i: usize) -> Option<&Sense> {
        self.places.get(i).and_then(|&p| self.all.get(p as usize))
    }
}

/// What is known of a word whatever its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sense {
    /// What is left of the folded lemma without the ending that makes a noun or an adverb of it.
    pub stem: String,
    /// Numbers of the groups of near synonyms that it is in.
    pub groups: Vec<u32>,
    /// What it says to have befallen somebody: "fatality", "kill", "dead".
    pub fate: Option<Fate>,
    /// Whether every report of victims has it: a fate, or a noun for people of no special kind.
    pub is_common_in_tolls: bool,
    /// On which sides it stands of what excludes each other: "approve" and "reject", "north" and "south".
    pub poles: Vec<Pole>,
    /// What it does to what is said, whatever it means.
    pub marks: Vec<WordMark>,
}

/// One side of a scale whose sides exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pole {
    /// Number of the scale.
    pub scale: u32,
    /// Number of the side.
    pub side: u32,
    /// How the sides stand to each other.
    pub kind: Opposition,
}

names! {
    /// Whether two sides of a scale cannot both be true, or may follow one another: "convict" and "acquit", "arrest"
    /// and "release".
    Opposition, "the annotations",
    Contrary = "contrary", Stage = "stage",
}

names! {
    /// What a word does to what is said: "not" denies, "some" leaves others out, what is mutual ("meet") or often
    /// given back ("accuse") is no contradiction with the parties swapped, and what is single ("belong") is true of one
    /// alone.
    WordMark, "the annotations",
    Negation = "negation", Partial = "partial", Mutual = "mutual", Single = "single",
}

names! {
    /// What befalls people and is counted while it goes on; of several the first counts.
    Fate, "figure keys",
    Killed = "killed", Injured = "injured", Missing = "missing", Arrested = "arrested",
    Displaced = "displaced", Evacuated = "evacuated", Rescued = "rescued", Hospitalised = "hospitalised",
    Infected = "infected", Trapped = "trapped", Abducted = "abducted", Freed = "freed",
}

/// Whether something is told as done, as still ahead, or as possible; what claims less comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modality {
    /// Told as it is or was.
    Real,
    /// Said to come: "will".
    Ahead,
    /// Hoped, asked for, possible, or under a condition.
    Possible,
}

/// Whether something is told to be so or not to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// It is so.
    Affirmed,
    /// It is not so.
    Denied,
}

/// Who does what to whom: one predicate by places of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The verb, or the noun or adjective of "is a fraud".
    pub predicate: u32,
    /// The heads of those who act.
    pub subjects: Vec<u32>,
    /// The heads of what is acted upon, a passive's subject too.
    pub objects: Vec<u32>,
    /// Denied or not.
    pub polarity: Polarity,
    /// Done or ahead.
    pub modality: Modality,
}

/// How the words between two names put them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationKind {
    /// The first lies in the second: "Karsholm, northern Velm".
    LiesIn,
    /// The first is the second's: "Velm's foreign ministry".
    BelongsTo,
}

/// Two names that stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// Place of the first in [`Annotations::mentions`](crate::Annotations).
    pub from: u32,
    /// Place of the second.
    pub to: u32,
}

/// What a sentence needs from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentenceWording {
    /// Bytes of the place and agency that it begins with: "OSLO (AP) — ".
    pub dateline: u32,
    /// Whether it can be understood without the one before.
    pub context: ContextNeed,
    /// Why no editor would print it by itself, as far as its words tell.
    pub flaw: Option<PrintFlaw>,
}

/// Whether a sentence can be understood without the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContextNeed {
    /// It stands alone.
    Free,
    /// It begins with words that point back: "He said", "This marks", "The two sides".
    PointsBack,
}

/// Why an editor would not print a sentence by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintFlaw {
    /// Too short or too long.
    Length,
    /// It does not begin or end as a sentence, or opens what it does not close.
    Fragment,
    /// It holds words of credits, buttons and posts.
    Furniture,
    /// It begins with the time or the label of a live report: "10:42 GMT", "UPDATE".
    Stamp,
    /// It begins with a label, or three words in a row are in capitals.
    Capitals,
    /// It begins with words that only the sentence before explains.
    PointsBack,
    /// "He" or "she" names nobody in it.
    Pronoun,
    /// "This" or "such" points to something outside.
    Demonstrative,
    /// Somebody says "we" or "you" outside quotation marks.
    FirstPerson,
    /// It is direct speech, and does not say whose.
    Speaker,
}

/// A body that every state has: "foreign ministry", "supreme court".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateBody {
    /// Its key without the country.
    pub name: String,
    /// Whether a state has only one of this name: a ministry, and not an office.
    pub is_only: bool,
}

/// What the words of a title tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleWording {
    /// The title folded, whichever gender it is put in.
    pub office: String,
    /// Whether the office is still to be taken: "president-elect".
    pub is_elect: bool,
}

/// Whether a number counts all there are, or some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Part {
    /// All.
    #[default]
    Whole,
    /// Those on top of others: "five more", "another 12".
    More,
    /// Some of others: "four of whom", "including two children".
    Some,
    /// The badly hurt.
    Grave,
    /// The lightly hurt.
    Slight,
}

/// Which extent a length is of: the height of a flight is not its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Up.
    Height,
    /// Down.
    Depth,
    /// Across.
    Width,
    /// Along, or from one place to another.
    Distance,
}

/// What the words around a number say of what it counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberContext {
    /// The noun that the number stands in front of, by token: "a $5 billion charge".
    pub head: Option<u32>,
    /// The noun of the whole of which a bare number is a part, by token: "twenty-one of the girls".
    pub partitive: Option<u32>,
    /// Which extent a length is of.
    pub aspect: Option<Aspect>,
    /// What befell the counted, by the words next to the number.
    pub fate: Option<Fate>,
    /// Whether the counted were named before: "the two players".
    pub is_definite: bool,
    /// Whether a bare number is followed by what befell them: "two were injured".
    pub befell: bool,
    /// How the counted are narrowed down: "seriously injured", "four of whom", "another 12".
    pub part: Part,
}

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The noun.
    pub noun: String,
    /// Whether it is a noun for people of no special kind: any of them may count the same people.
    pub is_person: bool,
}

/// A number with the words around it as a comparison needs them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberWording {
    /// Its context.
    pub context: NumberContext,
    /// The noun that it counts, where its unit is a word of the text and no measure.
    pub counted: Option<Counted>,
    /// What a number without a unit counts, by its context ("twenty-one of the girls", "two were injured") or by its
    /// measure ("death toll").
    pub implied: Option<Counted>,
    /// What stands for the measure of a number of which no figure was read: one that two reports make a figure of, or the
    /// words around the number with a gap where it stands: "has dismissed … players".
    pub gap: Option<String>,
    /// Whether it counts the parties to whatever is told: "both countries", "two sides".
    pub is_of_parties: bool,
    /// Whether it is somebody's age.
    pub is_age: bool,
    /// What holds if it says the number before it again in another unit: "40 metres (131 feet)".
    pub restated: Option<Box<Restated>>,
}

/// A number taken together with the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// The context of both.
    pub context: NumberContext,
    /// What they count by their context.
    pub implied: Option<Counted>,
    /// The words around both.
    pub gap: Option<String>,
}

names! {
    /// What makes another measure of one: a rise in prices is no price.
    Turn, "figure keys",
    Decrease = "decrease", Increase = "increase", Multiple = "multiple", Previous = "previous",
    Rank = "rank", Share = "share",
}

/// What the words of a figure tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureWording {
    /// The parts of its key, one word for what tolls count under several, without those that tell nothing of it.
    pub key: Vec<String>,
    /// Those of the parts that make another measure of one, in order.
    pub turns: Vec<Turn>,
    /// Whether it goes up and down by nature: a price, a lead, a temperature.
    pub is_level: bool,
    /// The name of its basis: "Kazakh statistics" of "according to Kazakh statistics".
    pub basis: Option<Span>,
    /// Whether its period is the day that it was told of: "as of Monday".
    pub is_as_of: bool,
}

/// What the words for a source without a name are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// An act, an event or a state, that nobody can have heard: "the release shows".
    Nobody,
    /// A pronoun, or no words.
    Pronoun,
    /// One person: "a diplomat".
    Person,
    /// A body or a crowd: "analysts".
    Body,
}

/// What the words for the source of a quotation tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceWording {
    /// What they are of.
    pub kind: SourceKind,
    /// The office that they describe: "Peruvian foreign minister" of "the Peruvian foreign minister".
    pub office: Option<Span>,
}

/// What form a word of a predicate has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// "condemned"
    Past,
    /// "condemning"
    Ing,
    /// Any other.
    Other,
}

/// What an event is called: "tram crash".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventName {
    /// The noun.
    pub noun: String,
    /// Whether it hides what happened: "incident".
    pub is_general: bool,
}

/// What the words of an event tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventWording {
    /// What it is called.
    pub name: Option<EventName>,
    /// The form of the predicate's first word.
    pub opens: VerbForm,
    /// The form of its last word.
    pub closes: VerbForm,
    /// What it is about.
    pub object: Option<Phrase>,
    /// With its targets: what it is about where nobody there has a name.
    pub targets: Vec<Phrase>,
    /// How a clause tells it; `None` where its words do not stand by themselves.
    pub told: Option<ToldClause>,
    /// The preposition behind its noun that leads to what it is done to: "at" in "shooting at a concert".
    pub link: Option<String>,
}

/// An event as its clause tells it, short and in a form that goes with its status: in the past, or with "to" for what is
/// planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldClause {
    /// Who acts where nobody there has a name: "city council".
    pub subject: Option<String>,
    /// What is done: "accused Peru of dumping steel".
    pub words: String,
    /// The content words, folded, sorted, each once.
    pub key: Vec<String>,
}

/// What a phrase is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseKind {
    /// Something.
    Thing,
    /// What somebody agrees or refuses to do: "to build a port".
    Deed,
    /// Office or power, that somebody takes.
    Power,
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As an outsider can read it; `None` where it only points to somebody.
    pub words: Option<String>,
    /// What it is of.
    pub kind: PhraseKind,
    /// Whether it says whose: "Velm's embassy".
    pub is_owned: bool,
    /// What tells it from another of its kind, folded, sorted, each once.
    pub key: Vec<String>,
}
