//! Values that stand under a name: one list a type, read and written by it.

use std::fmt;

use dossier_model::{
    Agreement, ArgumentForm, ArgumentRole, Aspect, Basis, BlockKind, Bound, ChangeKind, ConflictKind,
    ContextNeed, CopyKind, Deprel, Direction, EventType, Evidence, Extent, Fate, Gender, MentionForm,
    MentionKind, Modality, NameOrder, Opposition, OriginKind, Part, ParticipantRole, PhraseKind, Plover,
    PloverMode, Polarity, PrintFlaw, PublishedPrecision, QuoteForm, QuoteKind, RelationKind, RoleState,
    SourceKind, Status, TimeType, Turn, Upos, VerbForm, VersionOrder, VoiceKind, WhenPrecision, WordMark,
};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::annotations::v1::UnitKind;

/// A type of the domain whose values have names.
pub trait Names: Copy + 'static {
    /// What its values are, as an error says it.
    const WHAT: &'static str;
    /// Every value.
    const ALL: &'static [Self];
    /// The name of one.
    fn name(self) -> &'static str;
}

/// A value of the domain, written as its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<T>(pub T);

/// Types that list their own values and names.
macro_rules! listed {
    ($($type:ident $what:literal)+) => {$(
        impl Names for $type {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = $type::ALL;
            fn name(self) -> &'static str {
                self.as_str()
            }
        }
    )+};
}

/// Types whose values are listed here; a value that is forgotten does not compile.
macro_rules! named {
    ($($type:ident $what:literal { $($variant:ident = $name:literal),+ })+) => {$(
        impl Names for $type {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$($type::$variant),+];
            fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
        }
    )+};
}

listed! {
    EventType "type of event"
    Plover "root code of PLOVER"
    PloverMode "mode of PLOVER"
    Status "status"
    ArgumentForm "form of argument"
    ArgumentRole "role of PropBank"
    Upos "part of speech"
    Deprel "dependency relation"
    Fate "fate of people"
    Turn "turn of a measure"
    Opposition "kind of opposition"
    WordMark "mark of a word"
}

named! {
    Aspect "extent" { Height = "height", Depth = "depth", Width = "width", Distance = "distance" }
    ContextNeed "need of context" { Free = "free", PointsBack = "points-back" }
    Modality "modality" { Real = "real", Ahead = "ahead", Possible = "possible" }
    Part "part" { Whole = "whole", More = "more", Some = "some", Grave = "grave", Slight = "slight" }
    PhraseKind "kind of phrase" { Thing = "thing", Deed = "deed", Power = "power" }
    Polarity "polarity" { Affirmed = "affirmed", Denied = "denied" }
    PrintFlaw "flaw of a sentence" {
        Length = "length", Fragment = "fragment", Furniture = "furniture", Stamp = "stamp", Capitals = "capitals",
        PointsBack = "points-back", Pronoun = "pronoun", Demonstrative = "demonstrative",
        FirstPerson = "first-person", Speaker = "speaker"
    }
    RelationKind "relation" { LiesIn = "lies-in", BelongsTo = "belongs-to" }
    SourceKind "kind of source" { Nobody = "nobody", Pronoun = "pronoun", Person = "person", Body = "body" }
    VerbForm "form of a verb" { Past = "past", Ing = "ing", Other = "other" }
    Agreement "agreement" { Single = "single", Same = "same", Compatible = "compatible", ByBasis = "by-basis", Different = "different" }
    Basis "basis" { Metadata = "metadata", Option = "option", Text = "text", FileName = "file-name" }
    BlockKind "kind of block" {
        Headline = "headline", Byline = "byline", Dateline = "dateline", Caption = "caption", Body = "body",
        Teaser = "teaser", Boilerplate = "boilerplate"
    }
    Bound "bound" {
        Exact = "exact", About = "about", Over = "over", Under = "under", AtLeast = "at-least", AtMost = "at-most",
        Range = "range"
    }
    ChangeKind "kind of change" { Headline = "headline", Added = "added", Removed = "removed", Changed = "changed" }
    ConflictKind "kind of conflict" { Polarity = "polarity", Filler = "filler", Swap = "swap" }
    CopyKind "kind of copy" { News = "news", Boilerplate = "boilerplate" }
    Direction "direction" { Known = "known", Unknown = "unknown" }
    Evidence "evidence" {
        JsonLd = "json-ld", Microdata = "microdata", OpenGraph = "open-graph", Meta = "meta", Element = "element",
        Url = "url", Text = "text", Option = "option", FileName = "file-name", Record = "record"
    }
    Extent "extent" { Full = "full", Summary = "summary" }
    Gender "gender" { Male = "male", Female = "female" }
    MentionForm "form of mention" {
        Name = "name", Short = "short", Abbreviation = "abbreviation", Demonym = "demonym", Nominal = "nominal",
        Pronoun = "pronoun"
    }
    MentionKind "kind of name" {
        Person = "person", Organization = "organization", Place = "place", Group = "group", Work = "work",
        Event = "event", Other = "other"
    }
    NameOrder "order of names" { FamilyFirst = "family-first", FamilyLast = "family-last" }
    OriginKind "kind of origin" { Own = "own", Agency = "agency", Copy = "copy" }
    ParticipantRole "role" { Source = "source", Target = "target" }
    PublishedPrecision "precision" { Year = "year", Month = "month", Day = "day", Second = "second" }
    QuoteForm "form of quotation" { Direct = "direct", Indirect = "indirect", Mixed = "mixed" }
    QuoteKind "kind of quotation" { Statement = "statement", Act = "act", Attitude = "attitude" }
    RoleState "state of an office" { Held = "held", Former = "former", Elect = "elect" }
    TimeType "type of time" { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" }
    VersionOrder "order of versions" { Known = "known", Unknown = "unknown" }
    UnitKind "kind of unit" {
        Currency = "currency", Money = "money", Measure = "measure", Percent = "percent", Point = "point",
        Times = "times", Age = "age", Count = "count"
    }
    VoiceKind "kind of voice" { Person = "person", Organization = "organization", Outlet = "outlet" }
    WhenPrecision "precision" {
        Year = "year", Quarter = "quarter", Month = "month", Week = "week", Day = "day", Minute = "minute"
    }
}

impl<T: Names> Named<T> {
    /// The name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.name()
    }
}

impl<T: Names> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.name())
    }
}

impl<'de, T: Names> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(ByName(std::marker::PhantomData))
    }
}

struct ByName<T>(std::marker::PhantomData<T>);

impl<T: Names> Visitor<'_> for ByName<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {}", T::WHAT)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        let value = T::ALL.iter().find(|v| v.name() == name);
        value.map(|v| Named(*v)).ok_or_else(|| {
            let all: Vec<&str> = T::ALL.iter().map(|v| v.name()).collect();
            E::custom(format_args!(
                "unknown {} {name:?}; hint: one of {}",
                T::WHAT,
                all.join(", ")
            ))
        })
    }
}

#[cfg(feature = "schema")]
impl<T: Names> schemars::JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::WHAT.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<&str> = T::ALL.iter().map(|v| v.name()).collect();
        schemars::json_schema!({ "type": "string", "enum": names })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_what_was_written() {
        let names = serde_json::to_string(&Named(Deprel::AclRelcl)).unwrap();
        assert_eq!(names, "\"acl:relcl\"");
        assert_eq!(
            serde_json::from_str::<Named<Deprel>>(&names).unwrap().0,
            Deprel::AclRelcl
        );
        let error = serde_json::from_str::<Named<Gender>>("\"x\"").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("unknown gender \"x\"; hint: one of male, female")
        );
    }

    #[test]
    fn names_are_those_of_the_domain() {
        assert!(BlockKind::ALL.iter().all(|v| v.name() == v.as_str()));
        assert!(Bound::ALL.iter().all(|v| v.name() == v.as_str()));
        assert!(MentionKind::ALL.iter().all(|v| v.name() == v.as_str()));
        assert!(TimeType::ALL.iter().all(|v| v.name() == v.as_str()));
        assert!(Evidence::ALL.iter().all(|v| v.name() == v.as_str()));
    }
}
