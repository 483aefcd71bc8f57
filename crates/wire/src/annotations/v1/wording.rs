//! The layer `wording`: what comparing an article with others needs to know of its words.

use dossier_model::{
    Aspect, ContextNeed, Fate, Modality, Opposition, Part, PhraseKind, Polarity, PrintFlaw, RelationKind,
    SourceKind, Turn, VerbForm, WordMark,
};
use serde::{Deserialize, Serialize};

use super::Pair;
use crate::{Named, Str};

/// What the words of the findings tell that only a comparison with other articles needs. A list that goes with another
/// layer has a row for each of its rows, in the same order; all are empty where an article was not read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wording<'a> {
    /// With `tokens`: the place of each one's sense in `senses`.
    pub token_senses: Vec<u32>,
    /// Each sense once.
    pub senses: Vec<Sense<'a>>,
    /// The predicates of all sentences, in order.
    pub frames: Vec<Frame>,
    /// How names stand to each other by the words between them.
    pub relations: Vec<Relation>,
    /// With `sentences`.
    pub sentences: Vec<SentenceWording>,
    /// With `entities`: bodies that every state has.
    pub bodies: Vec<Option<StateBody<'a>>>,
    /// With `roles`.
    pub roles: Vec<RoleWording<'a>>,
    /// With `quantities`.
    pub numbers: Vec<NumberWording<'a>>,
    /// With `figures`.
    pub figures: Vec<FigureWording<'a>>,
    /// With `quotes`.
    pub sources: Vec<SourceWording>,
    /// With `events`.
    pub events: Vec<EventWording<'a>>,
}

/// What is known of a word whatever its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sense<'a> {
    /// What is left of the folded lemma without its ending.
    pub stem: Str<'a>,
    /// Numbers of the groups of near synonyms that it is in.
    pub groups: Vec<u32>,
    /// What it says to have befallen somebody.
    pub fate: Option<Named<Fate>>,
    /// Whether every report of victims has it.
    pub is_common_in_tolls: bool,
    /// On which sides it stands of what excludes each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub poles: Vec<Pole>,
    /// What it does to what is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Named<WordMark>>,
}

/// One side of a scale whose sides exclude each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pole {
    /// Number of the scale.
    pub scale: u32,
    /// Number of the side.
    pub side: u32,
    /// Whether the sides cannot both be true, or may follow one another.
    pub kind: Named<Opposition>,
}

/// Who does what to whom, by places of tokens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Frame {
    /// The predicate.
    pub predicate: u32,
    /// The heads of those who act.
    pub subjects: Vec<u32>,
    /// The heads of what is acted upon.
    pub objects: Vec<u32>,
    /// Denied or not.
    pub polarity: Named<Polarity>,
    /// Done or ahead.
    pub modality: Named<Modality>,
}

/// Two names that stand beside each other, by places of mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// How.
    pub kind: Named<RelationKind>,
    /// The first.
    pub from: u32,
    /// The second.
    pub to: u32,
}

/// What a sentence needs from the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentenceWording {
    /// Code points of the place and agency that it begins with.
    pub dateline: u32,
    /// Whether it can be understood without the one before.
    pub context: Named<ContextNeed>,
    /// Why no editor would print it by itself.
    pub flaw: Option<Named<PrintFlaw>>,
}

/// A body that every state has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StateBody<'a> {
    /// Its key without the country.
    pub name: Str<'a>,
    /// Whether a state has only one of this name.
    pub is_only: bool,
}

/// What the words of a title tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleWording<'a> {
    /// The title folded.
    pub office: Str<'a>,
    /// Whether it is still to be taken.
    pub is_elect: bool,
}

/// What the words around a number say of what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberContext {
    /// The noun that it stands in front of, by token.
    pub head: Option<u32>,
    /// The noun of the whole of which it is a part, by token.
    pub partitive: Option<u32>,
    /// Which extent a length is of.
    pub aspect: Option<Named<Aspect>>,
    /// What befell the counted.
    pub fate: Option<Named<Fate>>,
    /// Whether the counted were named before.
    pub is_definite: bool,
    /// Whether it is followed by what befell them.
    pub befell: bool,
    /// How the counted are narrowed down.
    pub part: Named<Part>,
}

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counted<'a> {
    /// The noun.
    pub noun: Str<'a>,
    /// Whether it is a noun for people of no special kind.
    pub is_person: bool,
}

/// A number with the words around it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberWording<'a> {
    /// Its context.
    pub context: NumberContext,
    /// The noun that it counts, where its unit is a word of the text.
    pub counted: Option<Counted<'a>>,
    /// What a number without a unit counts.
    pub implied: Option<Counted<'a>>,
    /// The words around a number of which no figure was read.
    pub gap: Option<Str<'a>>,
    /// Whether it counts the parties to whatever is told.
    pub is_of_parties: bool,
    /// Whether it is somebody's age.
    pub is_age: bool,
    /// What holds if it says the number before it again in another unit.
    pub restated: Option<Restated<'a>>,
}

/// A number taken together with the one before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Restated<'a> {
    /// The context of both.
    pub context: NumberContext,
    /// What they count.
    pub implied: Option<Counted<'a>>,
    /// The words around both.
    pub gap: Option<Str<'a>>,
}

/// What the words of a figure tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FigureWording<'a> {
    /// The parts of its key that tell something of it.
    pub key: Vec<Str<'a>>,
    /// Those that make another measure of one.
    pub turns: Vec<Named<Turn>>,
    /// Whether it goes up and down by nature.
    pub is_level: bool,
    /// The name of its basis.
    pub basis: Option<Pair>,
    /// Whether its period is the day that it was told of.
    pub is_as_of: bool,
}

/// What the words for the source of a quotation tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceWording {
    /// What they are of.
    pub kind: Named<SourceKind>,
    /// The office that they describe.
    pub office: Option<Pair>,
}

/// What an event is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventName<'a> {
    /// The noun.
    pub noun: Str<'a>,
    /// Whether it hides what happened.
    pub is_general: bool,
}

/// What the words of an event tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventWording<'a> {
    /// What it is called.
    pub name: Option<EventName<'a>>,
    /// The form of the predicate's first word.
    pub opens: Named<VerbForm>,
    /// The form of its last word.
    pub closes: Named<VerbForm>,
    /// What it is about.
    pub object: Option<Phrase<'a>>,
    /// With its targets: what it is about where nobody there has a name.
    pub targets: Vec<Phrase<'a>>,
    /// How a clause tells it.
    pub told: Option<ToldClause<'a>>,
    /// The preposition behind its noun that leads to what it is done to.
    pub link: Option<Str<'a>>,
}

/// An event as its clause tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToldClause<'a> {
    /// Who acts where nobody there has a name.
    pub subject: Option<Str<'a>>,
    /// What is done.
    pub words: Str<'a>,
    /// The content words.
    pub key: Vec<Str<'a>>,
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase<'a> {
    /// As an outsider can read it.
    pub words: Option<Str<'a>>,
    /// What it is of.
    pub kind: Named<PhraseKind>,
    /// Whether it says whose.
    pub is_owned: bool,
    /// What tells it from another of its kind.
    pub key: Vec<Str<'a>>,
}
