use dossier_model::{Agreement, Article, Confidence, Event, OriginKind, Status, Story};

use super::context::{Badge, Chips, Context, key, status, support};
use crate::clean::clean;
use crate::label;
use crate::markdown::Form;
use crate::plain;
use crate::split::Split;

/// Letters of a sentence that is only pointed at.
const WORDS: usize = 90;

/// What to look at with care that stands beside the brief; the rest is counted.
const CHECKS: usize = 4;

/// What stands at the top: when, where, status, how many; the digest; what to look at with care.
pub(super) struct Lead {
    pub(super) title: String,
    pub(super) period: Option<String>,
    /// Whose headline the title is.
    pub(super) headline: Option<String>,
    pub(super) what: Option<What>,
    /// "8 outlets, 5 original reports, 3 reprints".
    pub(super) tally: String,
    pub(super) digest: Vec<Sentence>,
    pub(super) checks: Vec<Check>,
    pub(super) more_checks: usize,
    /// The brief as a text to take away, as Markdown and plain.
    pub(super) markdown: String,
    pub(super) plain: String,
}

/// The event that most tell, without its name, which the headline says.
pub(super) struct What {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) when: Option<String>,
    pub(super) place: Option<String>,
    pub(super) status: Badge,
}

/// One sentence of the digest.
pub(super) struct Sentence {
    pub(super) text: String,
    pub(super) support: String,
    /// Whether a single origin stands behind it.
    pub(super) alone: bool,
    pub(super) chips: Chips,
}

/// Something an editor should not take at its face.
pub(super) struct Check {
    pub(super) badge: Badge,
    pub(super) href: String,
    pub(super) words: String,
    pub(super) why: String,
}

pub(super) fn lead(c: &Context<'_>, split: &Split) -> Lead {
    let story = c.story;
    let digest = story.digest.iter().map(|d| Sentence {
        text: clean(&d.text),
        support: support(d.support),
        alone: d.support.origins <= 1,
        chips: c.chips(d.cites.iter()),
    });
    let mut checks = checks(c);
    let more_checks = checks.len().saturating_sub(CHECKS);
    checks.truncate(CHECKS);
    let labels: Vec<_> = c.articles.iter().map(|s| s.label.clone()).collect();
    let text = |form| clean(&crate::markdown::short(split, c.least, c.texts, form));
    Lead {
        title: clean(&story.title),
        period: story.period.map(plain::period),
        headline: headline_of(c),
        what: main_event(story, c.least).map(|e| what(c, e)),
        tally: crate::tally::tally(story, &labels),
        digest: digest.collect(),
        checks,
        more_checks,
        markdown: text(Form::Markdown),
        plain: text(Form::Plain),
    }
}

/// The event that the story is about, where it is a fact.
pub(super) fn main_event(story: &Story, least: Confidence) -> Option<&Event> {
    let main = story.main.as_ref()?;
    let event = story.events.iter().find(|e| e.id == *main);
    event.filter(|e| least.admits(e.confidence))
}

/// The source whose headline is the story's title; the first of several.
fn headline_of(c: &Context<'_>) -> Option<String> {
    let holds = |a: &Article| {
        a.meta
            .title
            .as_deref()
            .is_some_and(|t| t.contains(&c.story.title))
    };
    c.articles
        .iter()
        .find(|s| holds(s.article))
        .map(|s| s.label.to_string())
}

fn what(c: &Context<'_>, event: &Event) -> What {
    What {
        id: key(event.id.as_str()),
        label: clean(&event.label),
        when: event.when.as_ref().map(|w| clean(&plain::when(w))),
        place: event.place.as_ref().and_then(|id| c.entity_name(id)),
        status: status(event.status),
    }
}

/// Statements that cannot both hold, figures that differ, and what is denied; most serious first.
fn checks(c: &Context<'_>) -> Vec<Check> {
    let story = c.story;
    let mut checks = Vec::new();
    checks.extend(story.conflicts.iter().map(|x| {
        let id = x.of.first();
        let words = (story.statements.iter()).find(|s| Some(&s.id) == id);
        Check {
            badge: super::conflicts::kind(x.kind),
            href: format!("#conflict-{}", key(x.id.as_str())),
            words: words.map_or_else(String::new, |s| label::cut(&clean(&s.text), WORDS)),
            why: clean(&x.why),
        }
    }));
    for wanted in [Agreement::Different, Agreement::ByBasis] {
        let rows = story.figures.iter().filter(|f| f.agreement == wanted);
        checks.extend(rows.map(|f| Check {
            badge: super::figures::agreement(f.agreement),
            href: format!("#figure-{}", key(f.id.as_str())),
            words: clean(&f.measure),
            why: clean(&f.why),
        }));
    }
    checks.extend(super::differences::denials(c).into_iter().map(|d| Check {
        badge: status(Status::Denied),
        href: format!("#{}", d.id),
        words: label::cut(&d.words, WORDS),
        why: String::new(),
    }));
    checks
}

/// Why articles are one origin, as a badge.
pub(super) fn origin(kind: OriginKind) -> Badge {
    match kind {
        OriginKind::Own => Badge {
            class: "own",
            words: "own report",
        },
        OriginKind::Agency => Badge {
            class: "agency",
            words: "agency text",
        },
        OriginKind::Copy => Badge {
            class: "copy",
            words: "shared text",
        },
    }
}
