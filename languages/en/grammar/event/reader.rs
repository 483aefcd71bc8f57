//! The reader of one sentence, which all rules for events extend, and what they hand each other.

use dossier_annotate::Sentence;
use dossier_model::{EventMention, Span};
use jiff::civil::Date;

use super::lexicon::Sense;
use super::party::Cast;
use super::slots::Slots;
use super::status::Real;
use super::when::Times;

/// Reads one sentence.
pub(super) struct Reader<'a> {
    pub g: &'a Sentence<'a>,
    pub cast: &'a Cast<'a>,
    pub times: &'a Times<'a>,
    pub today: Option<Date>,
    /// Whether the sentence is a headline or caption, where the present tense tells what happened.
    pub terse: bool,
    /// Whether it is a headline or the first sentence of the text.
    pub lead: bool,
    /// Whether it is one of the first sentences, and no caption.
    pub front: bool,
    /// Whether it opens the body below a headline.
    pub opens: bool,
    /// Whether it stands beside a picture.
    pub caption: bool,
    pub out: Vec<Draft>,
    taken: Vec<bool>,
}

/// Where a sentence stands in its article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand {
    /// Whether it is a headline or caption.
    pub terse: bool,
    /// Whether it is a headline or the first sentence of the text.
    pub lead: bool,
    /// Whether it is one of the first sentences, and no caption.
    pub front: bool,
    /// Whether it opens the body below a headline.
    pub opens: bool,
    /// Whether it stands beside a picture.
    pub caption: bool,
}

/// An event whose reality other mentions may have to settle.
pub(super) struct Draft {
    pub span: Span,
    pub event: EventMention,
    pub open: bool,
}

/// A trigger in its sentence.
pub(super) struct Found<'s> {
    pub sense: &'s Sense,
    /// The word whose clause and times count, and the words that help it.
    pub carriers: Vec<usize>,
    /// The words of the predicate.
    pub words: Vec<usize>,
    pub slots: Slots,
    pub real: Real,
    pub object: Option<usize>,
    pub noun: bool,
}

impl<'a> Reader<'a> {
    /// A reader of the sentence `g`.
    pub fn new(
        g: &'a Sentence<'a>,
        cast: &'a Cast<'a>,
        times: &'a Times<'a>,
        today: Option<Date>,
        stand: Stand,
    ) -> Self {
        let Stand {
            terse,
            lead,
            front,
            opens,
            caption,
        } = stand;
        Self {
            g,
            cast,
            times,
            today,
            terse,
            lead,
            front,
            opens,
            caption,
            out: Vec::new(),
            taken: vec![false; g.range.len()],
        }
    }

    /// Whether another event has taken the word `i` already.
    pub fn is_taken(&self, i: usize) -> bool {
        i.checked_sub(self.g.range.start)
            .and_then(|k| self.taken.get(k))
            .copied()
            .unwrap_or(true)
    }

    /// Takes the word `i` for an event, so that no other is read from it.
    pub fn take(&mut self, i: usize) {
        if let Some(t) = i
            .checked_sub(self.g.range.start)
            .and_then(|k| self.taken.get_mut(k))
        {
            *t = true;
        }
    }
}
