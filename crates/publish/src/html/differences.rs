//! What to read with care, beside contradictions and figures: denials, what one tells otherwise than the others, sources
//! that nobody names, what was corrected, days that are not sure.

use dossier_model::{Basis, Cite, Event, Status};

use super::context::{Chips, Context, Fold, key};
use crate::clean::clean;
use crate::plain;
use crate::split::Split;

/// Rows before a list is folded.
const ROWS: usize = 4;
/// Letters that pronouns have at most.
const PRONOUN: usize = 5;

/// The parts of the view that no other module fills.
pub(super) struct Differences {
    pub(super) denials: Vec<Denial>,
    pub(super) odd: Vec<Odd>,
    pub(super) unnamed: Fold<Unnamed>,
    pub(super) corrected: Vec<Corrected>,
    pub(super) undated: Vec<Undated>,
}

/// A denial beside what it denies.
pub(super) struct Denial {
    pub(super) id: String,
    pub(super) words: String,
    pub(super) chips: Chips,
    pub(super) of: Denied,
}

/// What is denied.
pub(super) enum Denied {
    /// The same event, told as real.
    Told { words: String, chips: Chips },
    /// What stands before the denial in its paragraph.
    Before(String),
    /// Nothing that could be shown.
    Nothing,
}

/// A sentence that says otherwise than what more tell.
pub(super) struct Odd {
    pub(super) words: String,
    pub(super) against: String,
    pub(super) chips: Chips,
}

/// Words of somebody who is described and not named.
pub(super) struct Unnamed {
    pub(super) who: String,
    pub(super) words: String,
    pub(super) chips: Chips,
}

/// An article that is a later version of another.
pub(super) struct Corrected {
    pub(super) number: usize,
    pub(super) label: String,
    pub(super) line: String,
}

/// A day that is not sure.
pub(super) struct Undated {
    pub(super) href: String,
    pub(super) label: String,
    pub(super) why: String,
}

pub(super) fn differences(c: &Context<'_>, split: &Split) -> Differences {
    let odd = c.story.digest.iter().filter_map(|d| {
        Some(Odd {
            words: clean(&d.text),
            against: clean(d.against.as_deref()?),
            chips: c.chips(d.cites.iter()),
        })
    });
    Differences {
        denials: denials(c),
        odd: odd.collect(),
        unnamed: Fold::new(unnamed(c), ROWS),
        corrected: corrected(c),
        undated: undated(c, split),
    }
}

/// Events that are told not to have been.
pub(super) fn denials(c: &Context<'_>) -> Vec<Denial> {
    let denied = c.story.events.iter().filter(|e| e.status == Status::Denied);
    let events = denied.map(|e| Denial {
        id: format!("event-{}", key(e.id.as_str())),
        words: c.sentence(e.cites.first()),
        chips: c.chips(e.cites.iter()),
        of: match told(c, e) {
            Some(told) => Denied::Told {
                words: c.sentence(told.cites.first()),
                chips: c.chips(told.cites.iter()),
            },
            None => before(c, e.cites.first()),
        },
    });
    let quotes = c.story.quotes.iter().filter(|q| q.denies).map(|q| Denial {
        id: format!("denial-{}", key(q.id.as_str())),
        words: c.sentence(&q.cite),
        chips: c.chips([&q.cite]),
        of: before(c, &q.cite),
    });
    events.chain(quotes).collect()
}

fn before(c: &Context<'_>, cite: &Cite) -> Denied {
    c.before(cite).map_or(Denied::Nothing, Denied::Before)
}

/// The same kind of event with one of the same people, which somebody tells as real.
fn told<'a>(c: &Context<'a>, denied: &Event) -> Option<&'a Event> {
    let shares = |e: &Event| {
        let mut them = e.participants.iter();
        them.any(|p| denied.participants.iter().any(|d| d.entity == p.entity))
    };
    let real = |e: &&Event| !matches!(e.status, Status::Denied | Status::Hypothetical);
    let mut like = c.story.events.iter().filter(|e| e.kind == denied.kind && real(e));
    like.find(|e| shares(e))
}

/// Whoever speaks and is described in words; what is as short as a pronoun says nothing of its own.
fn unnamed(c: &Context<'_>) -> Vec<Unnamed> {
    let quotes = c.story.quotes.iter().filter(|q| q.speaker.is_none());
    let described = quotes.filter_map(|q| {
        let who = q.speaker_text.as_deref().map(clean)?;
        (who.chars().count() > PRONOUN).then(|| Unnamed {
            who,
            words: c.sentence(&q.cite),
            chips: c.chips([&q.cite]),
        })
    });
    described.collect()
}

fn corrected(c: &Context<'_>) -> Vec<Corrected> {
    let later = c.articles.iter().filter_map(|s| {
        let update = super::update::update(c, c.text(&s.article.id)?)?;
        Some(Corrected {
            number: s.number,
            label: s.label.to_string(),
            line: update.line,
        })
    });
    later.collect()
}

/// Articles whose day their publisher does not state, and events whose words of time name no day.
fn undated(c: &Context<'_>, split: &Split) -> Vec<Undated> {
    let articles = c.articles.iter().filter_map(|s| {
        let why = match s.article.meta.published.map(|p| p.basis) {
            None => "the article states no day of publication",
            Some(Basis::Text) => "the day of publication was read in the article's text",
            Some(Basis::FileName) => "the day of publication was read in the file's name",
            Some(Basis::Option) => "the day of publication was given by whoever made this page",
            Some(Basis::Metadata) => return None,
        };
        Some(Undated {
            href: format!("#article-{}", s.number),
            label: s.label.to_string(),
            why: why.to_owned(),
        })
    });
    let events = split.facts.events.iter().filter_map(|e| {
        let when = e.when.as_ref()?;
        (when.from.is_none() && when.to.is_none()).then(|| Undated {
            href: format!("#event-{}", key(e.id.as_str())),
            label: clean(&e.label),
            why: format!("{} names no day that could be found", clean(&plain::when(when))),
        })
    });
    articles.chain(events).collect()
}
