//! A row of the record as it is judged: what it claims, where it stands, and the key of its verdict.

use std::collections::BTreeSet;

use dossier::model::{Cite, Confidence};
use dossier::wire::Texts;
use xxhash_rust::xxh3::xxh3_64;

use super::kind::Kind;
use super::place::Place;

/// A row to be judged.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Name of its verdict: the kind and a hash of what is judged. Two rows with one key say the same of the same words.
    pub key: String,
    /// Title of its story.
    pub story: String,
    /// The row in one line: what it claims, then what stands beside.
    pub line: String,
    /// Where it stands, as the verdict keeps it.
    pub places: Vec<Place>,
    /// All words it rests on.
    pub cites: Vec<Cite>,
    /// How sure the record says it is; no part of the key.
    pub confidence: Option<Confidence>,
}

/// What a row says, field by field.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    /// What is judged, in a fixed order; unknown values are empty.
    claims: Vec<(&'static str, String)>,
    /// What helps a reader to judge, and may change without making it another row.
    asides: Vec<(&'static str, String)>,
    cites: Vec<Cite>,
    /// The cites that are part of the key, where not all are.
    keyed: Option<Vec<Cite>>,
    /// Whole articles of which it speaks.
    articles: Vec<Place>,
    confidence: Option<Confidence>,
}

impl Telling {
    /// Says what is judged.
    #[must_use]
    pub fn claim(mut self, name: &'static str, value: impl ToString) -> Self {
        self.claims.push((name, value.to_string()));
        self
    }

    /// Says what stands beside.
    #[must_use]
    pub fn aside(mut self, name: &'static str, value: impl ToString) -> Self {
        self.asides.push((name, value.to_string()));
        self
    }

    /// Rests on these words.
    #[must_use]
    pub fn cites<'a>(mut self, cites: impl IntoIterator<Item = &'a Cite>) -> Self {
        self.cites = cites.into_iter().cloned().collect();
        self
    }

    /// Rests on these words, of which only the first time that an article prints a spelling is part of the key: one more
    /// "Ms Lind" in an article that names her does not make her another row.
    #[must_use]
    pub fn cites_by_spelling<'a>(self, cites: impl IntoIterator<Item = &'a Cite>, texts: &Texts<'_>) -> Self {
        let mut out = self.cites(cites);
        let mut seen = BTreeSet::new();
        let mut keyed = out.cites.clone();
        keyed.sort();
        keyed.retain(|c| seen.insert((c.article.clone(), folded(words(c, texts)))));
        out.keyed = Some(keyed);
        out
    }

    /// Is so sure.
    #[must_use]
    pub fn confidence(mut self, confidence: Option<Confidence>) -> Self {
        self.confidence = confidence;
        self.aside(
            "confidence",
            confidence.map(|c| c.to_string()).unwrap_or_default(),
        )
    }

    /// Speaks of whole articles.
    #[must_use]
    pub fn articles(mut self, articles: Vec<Place>) -> Self {
        self.articles = articles;
        self
    }

    /// The row.
    #[must_use]
    pub fn row(self, kind: Kind, story: &str, texts: &Texts<'_>) -> Row {
        let mut keyed = self.keyed.unwrap_or_else(|| self.cites.clone());
        keyed.sort();
        keyed.dedup();
        let mut places: Vec<Place> = keyed.iter().filter_map(|c| Place::of(c, texts)).collect();
        places.extend(self.articles);
        places.sort();
        // The words are hashed with their places: an id may stand for another text in another collection.
        let mut judged = String::new();
        for part in (self
            .claims
            .iter()
            .map(|(name, value)| format!("{name}={}", folded(value))))
        .chain(places.iter().map(Place::to_string))
        .chain(keyed.iter().map(|c| folded(words(c, texts))))
        {
            judged.push_str(&part);
            judged.push('\u{1f}');
        }
        let line: Vec<String> = (self.claims.iter().chain(&self.asides))
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", one_line(value)))
            .collect();
        Row {
            kind,
            key: format!("{kind}-{:016x}", xxh3_64(judged.as_bytes())),
            story: one_line(story),
            line: line.join(" | "),
            places,
            cites: self.cites,
            confidence: self.confidence,
        }
    }
}

/// The words of a cite.
pub fn words<'a>(cite: &Cite, texts: &Texts<'a>) -> &'a str {
    texts.get(&cite.article).map_or("", |t| t.words(cite.span))
}

/// Small letters, single blanks.
fn folded(text: &str) -> String {
    one_line(text).to_lowercase()
}

/// Single blanks, nothing that ends a line or a field.
pub fn one_line(text: &str) -> String {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .collect();
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}
