//! What one sentence asserts: names, words, numbers and times with their weights, and its predicates.

use dossier_model::{ContextNeed, Modality, Polarity, SentenceWording, Span};
use jiff::civil::Date;

use super::claim::{Claim, Printed};

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// Somebody or something named.
    Name,
    /// Another content word.
    Word,
    /// How many.
    Number,
    /// A day or a longer time.
    Time,
}

/// One thing that a sentence speaks of.
#[derive(Debug, Clone)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// How much it says.
    pub weight: f64,
    /// Its words.
    pub span: Span,
    /// Whether it belongs to what the sentence chiefly tells, and not to an aside of it.
    pub is_core: bool,
}

/// How many of what.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The unit's key or what is counted, `#` in front for a place in an order.
    pub what: String,
    /// How many.
    pub value: f64,
    /// Whether it is only about so many.
    pub is_hedged: bool,
}

impl Number {
    /// Whether both can be said of one thing: equal, or hedged and a tenth apart at most.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        let apart = (self.value - other.value).abs();
        apart == 0.0
            || (self.is_hedged || other.is_hedged) && apart <= 0.1 * self.value.abs().max(other.value.abs())
    }
}

/// A time that a sentence names.
#[derive(Debug, Clone)]
pub struct Interval {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Whether it is the time of what the sentence chiefly tells, and of no aside and no report.
    pub is_core: bool,
}

impl Interval {
    /// Whether a day is in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// A predicate with the keys of its words.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Keys of the predicate.
    pub keys: Vec<u64>,
    /// Keys of those who act.
    pub subjects: Vec<u64>,
    /// Keys of what is acted upon.
    pub objects: Vec<u64>,
    /// Whether a name acts.
    pub has_named_subject: bool,
    /// Whether a name is acted upon.
    pub has_named_object: bool,
    /// Denied or not.
    pub polarity: Polarity,
    /// Done or ahead.
    pub modality: Modality,
}

/// A sentence with what it asserts.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Place of its article.
    pub doc: usize,
    /// Where it stands.
    pub span: Span,
    /// What it needs from the others.
    pub wording: SentenceWording,
    /// In which part of the article.
    pub part: Part,
    /// Who tells it.
    pub voice: usize,
    /// Who is quoted, where the sentence is somebody's words.
    pub speaker: Option<usize>,
    /// What it speaks of, in order.
    pub terms: Vec<Term>,
    /// What each term is known by, with its place: sorted by key.
    pub keys: Vec<(u64, u16)>,
    /// What all terms say.
    pub weight: f64,
    /// The words in order.
    pub words: Vec<u32>,
    /// How many of what.
    pub numbers: Vec<Number>,
    /// Times it names.
    pub times: Vec<Interval>,
    /// Its predicates.
    pub clauses: Vec<Clause>,
    /// What it claims: its chief predicates with all who take part.
    pub claims: Vec<Claim>,
    /// Its words as they are printed.
    pub printed: Vec<Printed>,
    /// Place of the chief one.
    pub main: Option<usize>,
}

impl Sentence {
    /// Its span without the place and the agency in front of it.
    #[must_use]
    pub fn told(&self) -> Span {
        told(self.span, self.wording)
    }

    /// Whether it needs the sentence before to be understood.
    #[must_use]
    pub fn context_need(&self) -> ContextNeed {
        self.wording.context
    }
}

/// A sentence's span without the place and the agency in front of it.
pub(super) fn told(span: Span, wording: SentenceWording) -> Span {
    Span::new((span.start + wording.dateline) as usize, span.end as usize)
}

/// In which part of its article a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The text itself.
    Body,
    /// A headline or a caption: it may tell what a body tells, and is no statement of its own.
    Beside,
}
