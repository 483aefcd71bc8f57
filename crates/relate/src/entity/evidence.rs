//! What a join rests on.

/// Why two referents of different articles are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Evidence {
    /// A join of the user's file, by its place.
    Chosen(usize),
    /// Both are the country with one code.
    Country,
    /// Letter for letter one name.
    SameName,
    /// One name but for diacritics, signs and capitals.
    Diacritics,
    /// One name but for a form of address in front.
    Address,
    /// One name but for its legal form, known abbreviations, or the way its country is put.
    SameBody,
    /// The family name first in one and last in the other.
    Order,
    /// A middle name or an initial is left out.
    Middle,
    /// A given name cut to its initial.
    Initial,
    /// "Bill" for "William".
    Nickname,
    /// Two ways to write one name of another script.
    Spelling,
    /// A short form that an article uses for the full name.
    UsedFor,
    /// A family name alone that fits one full name.
    Surname,
    /// A short form that several articles use for one person, and none for the others who bear it.
    Usual,
    /// A name alone, in articles that have no full one.
    Alone,
    /// Two full names that are introduced with the same letters and share most of their words.
    SameLetters,
    /// Letters that an article introduces for the full name.
    Introduced,
    /// Letters that are the initials of one full name alone.
    Initials,
    /// One name that most articles use for a referent of another kind.
    Kind,
}

/// A join with the two names it joins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reason {
    /// What it rests on.
    pub evidence: Evidence,
    /// The name of one side.
    pub a: String,
    /// The name of the other side.
    pub b: String,
}
