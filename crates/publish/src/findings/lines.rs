//! One JSON line an article: what `dossier extract`, `read`, `cluster` and `copies` print.

use serde::Serialize;

use dossier_wire::Named;
use dossier_wire::number::write_optional;
use dossier_wire::record::v1;

/// A pair of code point offsets, half-open.
pub type Pair = [usize; 2];

/// A line of `extract`: one clean article.
#[derive(Debug, Serialize)]
pub struct Extract<'a> {
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
    pub published: Option<v1::Published>,
    /// When this text was last changed; left out where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<v1::Published>,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    /// The part of the paper; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'a str>,
    /// How each field is known; left out where none is.
    #[serde(skip_serializing_if = "v1::Known::is_empty")]
    pub known: v1::Known,
    /// Further sources of the same article; left out where there are none.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub also: &'a [String],
    /// Where several texts were published under its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<v1::Version<'a>>,
    /// `summary` where the text stands for a longer one elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Named<dossier_model::Extent>>,
    /// What offsets point into.
    pub text: &'a str,
    /// Its blocks.
    pub blocks: Vec<v1::Block>,
}

/// A line of `links`: an address to fetch.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    /// The address.
    pub url: &'a str,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// When.
    pub published: Option<v1::Published>,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    /// The list that names it.
    pub source: &'a str,
    /// Whether it is a further list; written where it is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub index: bool,
}

/// A note, alone on its line.
#[derive(Debug, Serialize)]
pub struct Note<'a> {
    /// What it is about.
    pub source: &'a str,
    /// What was remarked.
    pub message: &'a str,
}

/// A line of `cluster`.
#[derive(Debug, Serialize)]
pub struct Cluster<'a> {
    /// The article.
    pub id: &'a str,
    /// Its story.
    pub story: &'a str,
    /// Why it is there; written where reasons are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'a str>,
}

/// A line of `read`: one article's findings.
#[derive(Debug, Serialize)]
pub struct Read<'a, T: Serialize> {
    /// The article.
    pub id: &'a str,
    /// Path or URL as given.
    pub source: &'a str,
    /// What offsets point into.
    pub text: &'a str,
    /// In order.
    pub sentences: Vec<Sentence>,
    /// [`Token`]s, in order.
    pub tokens: T,
    /// Names; no pronouns and descriptions.
    pub mentions: Vec<Mention>,
    /// TIMEX3.
    pub times: Vec<Time<'a>>,
    /// Counts and measures; no places in an order.
    pub quantities: Vec<Quantity>,
    /// Attributed words.
    pub quotes: Vec<Quote>,
    /// What happened.
    pub events: Vec<Event<'a>>,
}

/// Rows that are made while they are written: those of a long article are never held at once.
#[derive(Debug)]
pub struct Each<F>(pub F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: IntoIterator,
    I::Item: Serialize,
{
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// One sentence.
#[derive(Debug, Serialize)]
pub struct Sentence {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One word.
#[derive(Debug, Serialize)]
pub struct Token<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Dictionary form.
    pub lemma: &'a str,
    /// Universal part of speech.
    pub upos: &'static str,
    /// Place of the governing token in this list, -1 for a root.
    pub head: i64,
    /// Universal dependency relation.
    pub deprel: &'static str,
}

/// One name.
#[derive(Debug, Serialize)]
pub struct Mention {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What is named.
    pub kind: &'static str,
    /// How sure it is; left out where it was not weighed.
    #[serde(serialize_with = "write_optional", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// One time expression.
#[derive(Debug, Serialize)]
pub struct Time<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// TIMEX3 value.
    pub value: &'a str,
    /// How sure it is; left out where it was not weighed.
    #[serde(serialize_with = "write_optional", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// One number with its unit.
#[derive(Debug, Serialize)]
pub struct Quantity {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The number.
    #[serde(serialize_with = "write_optional")]
    pub value: Option<f64>,
    /// Least.
    #[serde(serialize_with = "write_optional")]
    pub low: Option<f64>,
    /// Greatest.
    #[serde(serialize_with = "write_optional")]
    pub high: Option<f64>,
    /// How it is hedged.
    pub bound: &'static str,
    /// English name of the unit, or the noun that is counted.
    pub unit: Option<String>,
    /// Its code: of ISO 4217, UCUM, or "%".
    pub unit_code: Option<String>,
    /// Where what is counted stands.
    pub of: Option<Pair>,
    /// How sure it is; left out where it was not weighed.
    #[serde(serialize_with = "write_optional", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// Attributed words.
#[derive(Debug, Serialize)]
pub struct Quote {
    /// What was said.
    pub content: Vec<Pair>,
    /// Reporting words.
    pub cue: Vec<Pair>,
    /// Words that name the source.
    pub source: Vec<Pair>,
    /// `direct`, `indirect` or `mixed`.
    pub form: &'static str,
    /// `statement`; `act` where the words tell what somebody spoke about and not what was said of it ("announced the sale");
    /// `attitude` where the words tell what somebody wants, plans or supports.
    pub kind: &'static str,
    /// How sure it is; left out where it was not weighed.
    #[serde(serialize_with = "write_optional", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// One telling of an event.
#[derive(Debug, Serialize)]
pub struct Event<'a> {
    /// First code point of the predicate.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// Plain word.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its code, where PLOVER has one.
    pub plover: Option<v1::Plover>,
    /// Who acts, the first where there are several.
    pub source: Option<Pair>,
    /// Who is acted upon or met, the first likewise.
    pub target: Option<Pair>,
    /// When.
    pub when: Option<v1::When<'a>>,
    /// How real.
    pub status: &'static str,
    /// How sure it is; left out where it was not weighed.
    #[serde(serialize_with = "write_optional", skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}
