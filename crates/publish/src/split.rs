//! What is shown as a fact, and what stands apart.

use dossier_model::{Confidence, Event, Figure, Quotation, Statement, Story};

/// A story whose rows are facts, and the rows that are not sure enough.
pub(crate) struct Split {
    /// The story with the rows that are sure enough. All entities stand in it, since facts name them: whoever lists
    /// them asks of each how sure it is.
    pub(crate) facts: Story,
    /// Events that are not.
    pub(crate) events: Vec<Event>,
    /// Figures that are not.
    pub(crate) figures: Vec<Figure>,
    /// Statements that are not.
    pub(crate) statements: Vec<Statement>,
    /// Quotations that are not.
    pub(crate) quotes: Vec<Quotation>,
}

impl Split {
    /// The story where a fact takes so much. A line of the timeline that is less sure is told by its event,
    /// and a sentence of the digest by its statement; copies all stay.
    pub(crate) fn new(story: &Story, least: Confidence) -> Self {
        let mut facts = story.clone();
        facts.timeline.retain(|r| least.admits(r.confidence));
        facts.conflicts.retain(|r| least.admits(r.confidence));
        facts.digest.retain(|r| least.admits(r.confidence));
        Self {
            events: take(&mut facts.events, |r| !least.admits(r.confidence)),
            figures: take(&mut facts.figures, |r| !least.admits(r.confidence)),
            statements: take(&mut facts.statements, |r| !least.admits(r.confidence)),
            quotes: take(&mut facts.quotes, |r| !least.admits(r.confidence)),
            facts,
        }
    }
}

/// Takes out the rows of which something is true, in order.
fn take<T>(rows: &mut Vec<T>, is_taken: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, kept) = std::mem::take(rows).into_iter().partition(is_taken);
    *rows = kept;
    taken
}
