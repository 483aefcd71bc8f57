use dossier_model::{Agreement, Article, Confidence, Event, OriginKind, Status, Story};

use super::context::{Badge, Chips, Context, key, status, support};
use crate::clean::clean;
use crate::plain;

/// What stands at the top: what, when, where, status, how many; the digest; what to look at with care.
pub(super) struct Lead {
    pub(super) title: String,
    pub(super) period: Option<String>,
    /// Whose headline the title is.
    pub(super) headline: Option<String>,
    pub(super) what: Option<What>,
    pub(super) articles: usize,
    pub(super) origins: usize,
    pub(super) voices: usize,
    pub(super) digest: Vec<Sentence>,
    pub(super) checks: Vec<Check>,
}

/// The event that most tell.
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
    /// How it differs from what more tell.
    pub(super) against: Option<String>,
    pub(super) chips: Chips,
}

/// Something an editor should not take at its face.
pub(super) struct Check {
    pub(super) badge: Badge,
    pub(super) href: String,
    pub(super) words: String,
    pub(super) why: String,
}

pub(super) fn lead(c: &Context<'_>) -> Lead {
    let story = c.story;
    let digest = story.digest.iter().map(|d| Sentence {
        text: clean(&d.text),
        support: support(d.support),
        alone: d.support.origins <= 1,
        against: d.against.as_deref().map(clean),
        chips: c.chips(d.cites.iter()),
    });
    Lead {
        title: clean(&story.title),
        period: story.period.map(plain::period),
        headline: headline_of(c),
        what: main_event(story, c.least).map(|e| what(c, e)),
        articles: c.articles.len(),
        origins: story.origins.len(),
        voices: story.voices.len(),
        digest: digest.collect(),
        checks: checks(c),
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
        .map(|s| s.label.clone())
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

/// Statements that cannot both hold, figures that differ, what is denied, and articles that are one origin: at most a dozen, most serious first.
fn checks(c: &Context<'_>) -> Vec<Check> {
    let story = c.story;
    let mut checks = Vec::new();
    checks.extend(story.conflicts.iter().map(|x| {
        Check {
            badge: super::conflicts::kind(x.kind),
            href: format!("#conflict-{}", key(x.id.as_str())),
            words: (story.statements.iter())
                .find(|s| x.of.first() == Some(&s.id))
                .map_or_else(String::new, |s| clean(&s.text)),
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
    for wanted in [Status::Denied, Status::Hypothetical] {
        let rows = story.events.iter().filter(|e| e.status == wanted);
        checks.extend(rows.map(|e| Check {
            badge: status(e.status),
            href: format!("#event-{}", key(e.id.as_str())),
            words: clean(&e.label),
            why: support(e.support),
        }));
    }
    // That an outlet tells it twice is nothing to look at.
    let shared = (story.origins.iter()).filter(|o| o.articles.len() > 1 && o.kind != OriginKind::Own);
    checks.extend(shared.map(|o| {
        let names = o
            .articles
            .iter()
            .filter_map(|a| c.source(a))
            .map(|s| s.label.clone());
        let names: Vec<String> = names.take(6).collect();
        let rest = o.articles.len().saturating_sub(names.len());
        let rest = if rest > 0 {
            format!(" and {rest} more")
        } else {
            String::new()
        };
        Check {
            badge: Badge {
                class: "one-origin",
                words: "one origin",
            },
            href: "#sources".to_owned(),
            words: format!("{}{rest}", names.join(", ")),
            why: clean(&o.why),
        }
    }));
    checks.truncate(12);
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
