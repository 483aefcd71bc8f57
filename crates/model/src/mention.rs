use jiff::civil::Date;

use crate::{RoleEvidence, Span, WhenPrecision};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// One human being.
    Person,
    /// A company, party, ministry, body, team, medium.
    Organization,
    /// A country, city, region, building, river, railway line.
    Place,
    /// People of a nation, religion or party.
    Group,
    /// A book, film, treaty, law, product.
    Work,
    /// A named happening: a congress, a war, a cup.
    Event,
    /// Another name.
    Other,
}

impl MentionKind {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Work => "work",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// How something is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// Its full name.
    Name,
    /// A part of it: a surname or given name alone.
    Short,
    /// Its initials.
    Abbreviation,
    /// "Vietnamese", "Chinese" as an adjective.
    Demonym,
    /// "the ambassador", "the minister".
    Nominal,
    /// "he", "she".
    Pronoun,
}

impl MentionForm {
    /// Whether it is a name rather than a description or a pronoun.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Short | Self::Abbreviation)
    }
}

/// Place of an entity in [`Annotations::locals`](crate::Annotations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalId(pub u32);

/// One mention in one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// What is named.
    pub kind: MentionKind,
    /// How.
    pub form: MentionForm,
    /// Whom or what, inside this article; `None` where the words cannot be resolved.
    pub local: Option<LocalId>,
}

/// The gender that words state of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// "he", "Mr", "spokesman".
    Male,
    /// "she", "Mrs", "spokeswoman".
    Female,
}

/// Where a person's family name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameOrder {
    /// In front: "Nguyễn Văn An", "Kim Min-ji".
    FamilyFirst,
    /// Behind the given names: "Ana Ruiz".
    FamilyLast,
}

/// Somebody or something that one article names, with all its mentions joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalEntity {
    /// What it is.
    pub kind: MentionKind,
    /// The fullest name in this article, as printed.
    pub name: String,
    /// ISO 3166-1 alpha-2 code: of the country itself, or of the country that the words tie it to.
    pub country: Option<String>,
    /// Whether the entity is a sovereign state (or a territory with a code of its own).
    pub is_country: bool,
    /// What all names of one bearer have in common: its fullest name folded, known and introduced abbreviations
    /// written out, legal forms left away, countries as codes. Empty for a person.
    pub key: String,
    /// The gender of a person, where a given name or a title tells it.
    pub gender: Option<Gender>,
    /// Where a person's family name stands, where lists of names tell it.
    pub order: Option<NameOrder>,
}

/// A day, month or year that an office begins or ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermDate {
    /// A day inside it: the first of a beginning, the last of an end.
    pub day: Date,
    /// How exact it is: year, month or day.
    pub precision: WhenPrecision,
}

impl TermDate {
    /// Whether a date that is at least as exact lies in this day, month or year.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        let (a, b) = (self.day, other.day);
        a.year() == b.year()
            && match self.precision {
                WhenPrecision::Year => true,
                WhenPrecision::Month => a.month() == b.month(),
                _ => a == b,
            }
    }
}

/// A date as exact as it is known: "2019", "2016-05", "2021-03-03".
impl std::fmt::Display for TermDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.precision {
            WhenPrecision::Year => write!(f, "{:04}", self.day.year()),
            WhenPrecision::Month => write!(f, "{:04}-{:02}", self.day.year(), self.day.month()),
            _ => write!(f, "{}", self.day),
        }
    }
}

/// A title or office that somebody holds: "Vietnamese Ambassador to China". The annotation's span holds the
/// words of the title with its organisation, without the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMention {
    /// Who holds it.
    pub holder: LocalId,
    /// The office alone, as printed: "General Secretary", "head", "Ambassador to China".
    pub title: Span,
    /// The organisation or country that the office belongs to, as printed.
    pub organization: Option<Span>,
    /// ISO 3166-1 alpha-2 code of the country it belongs to.
    pub country: Option<String>,
    /// Whether the words mark it as over: "former", "ex-", "late".
    pub former: bool,
    /// Since when it is held, where the words tell: "since 2019".
    pub from: Option<TermDate>,
    /// Until when: "until May 2017".
    pub to: Option<TermDate>,
    /// By what the holder was found; not written out.
    pub evidence: RoleEvidence,
}
