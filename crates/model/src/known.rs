//! How what is known of an article is known.

/// A field of an article's metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The address.
    Url,
    /// Who published it.
    Outlet,
    /// The credited agency.
    Agency,
    /// The headline.
    Title,
    /// The authors.
    Byline,
    /// When it was published.
    Published,
    /// When it was last changed.
    Modified,
    /// The language.
    Language,
    /// The part of the paper.
    Section,
}

impl Field {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Url,
        Self::Outlet,
        Self::Agency,
        Self::Title,
        Self::Byline,
        Self::Published,
        Self::Modified,
        Self::Language,
        Self::Section,
    ];

    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Outlet => "outlet",
            Self::Agency => "agency",
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Language => "language",
            Self::Section => "section",
        }
    }
}

/// Where a field was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A page's JSON-LD.
    JsonLd,
    /// A page's microdata or RDFa.
    Microdata,
    /// A page's OpenGraph fields.
    OpenGraph,
    /// Other fields in a page's head.
    Meta,
    /// An element that says what it holds: `time`, `h1`, a line that is named "byline".
    Element,
    /// The address.
    Url,
    /// The words of the article or beside it.
    Text,
    /// The user.
    Option,
    /// The file's name.
    FileName,
    /// A field of a feed, an export, a message or an archive.
    Record,
}

impl Evidence {
    /// The name in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::Microdata => "microdata",
            Self::OpenGraph => "open-graph",
            Self::Meta => "meta",
            Self::Element => "element",
            Self::Url => "url",
            Self::Text => "text",
            Self::Option => "option",
            Self::FileName => "file-name",
            Self::Record => "record",
        }
    }
}

/// How each field is known: at most one way a field, in the order of the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known(Vec<(Field, Evidence)>);

impl Known {
    /// Says how a field is known, in place of what was said before.
    pub fn set(&mut self, field: Field, evidence: Evidence) {
        match self.0.binary_search_by_key(&field, |k| k.0) {
            Ok(at) => {
                if let Some(known) = self.0.get_mut(at) {
                    known.1 = evidence;
                }
            }
            Err(at) => self.0.insert(at, (field, evidence)),
        }
    }

    /// How a field is known.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<Evidence> {
        let at = self.0.binary_search_by_key(&field, |k| k.0).ok()?;
        self.0.get(at).map(|k| k.1)
    }

    /// All fields that are known.
    pub fn iter(&self) -> impl Iterator<Item = (Field, Evidence)> + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_a_field_in_order() {
        let mut known = Known::default();
        known.set(Field::Title, Evidence::Meta);
        known.set(Field::Url, Evidence::Element);
        known.set(Field::Title, Evidence::JsonLd);
        let all: Vec<_> = known.iter().collect();
        assert_eq!(
            all,
            [(Field::Url, Evidence::Element), (Field::Title, Evidence::JsonLd)]
        );
        assert_eq!(known.of(Field::Outlet), None);
    }
}
