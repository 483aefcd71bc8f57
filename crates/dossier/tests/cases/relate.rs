//! Rows of the record as plain lines.

use std::fmt::Write as _;

use dossier::model::{Article, Cite, Dossier, Event, Figure, Story, When};
use dossier_cases::Case;

/// The rows of the stories, of the kinds that the file asks for.
pub fn show(case: &Case<'_>, dossier: &Dossier) -> String {
    let mut out = String::new();
    for story in &dossier.stories {
        let rows = Rows { dossier, story };
        let _ = writeln!(out, "story {}", join(story.articles.iter()));
        for (kind, lines) in [
            ("title", vec![story.title.clone()]),
            ("main", rows.main()),
            ("background", rows.background()),
            ("digest", story.digest.iter().map(|d| d.text.clone()).collect()),
            ("origin", rows.origins()),
            ("copy", rows.copies()),
            ("entity", rows.entities()),
            ("event", rows.events()),
            ("figure", rows.figures()),
            ("statement", rows.statements()),
            ("conflict", rows.conflicts()),
            ("quote", rows.quotes()),
        ] {
            // What a story is about is asked for by name: it follows from the rows.
            let is_asked = case.layers.contains(&kind);
            let shown = is_asked || case.layers.is_empty() && !OF_THE_WHOLE.contains(&kind);
            for line in lines.iter().filter(|_| shown) {
                let _ = writeln!(out, "{kind} {line}");
            }
        }
    }
    out
}

/// What is shown only where a file asks for it.
const OF_THE_WHOLE: [&str; 4] = ["title", "main", "background", "digest"];

/// One story's rows as plain lines.
struct Rows<'a> {
    dossier: &'a Dossier,
    story: &'a Story,
}

impl Rows<'_> {
    fn main(&self) -> Vec<String> {
        let main = |e: &&Event| self.story.main.as_ref() == Some(&e.id);
        (self.story.events.iter().filter(main))
            .map(|e| e.label.clone())
            .collect()
    }

    fn background(&self) -> Vec<String> {
        let events = self.story.events.iter().map(|e| (&e.label, &e.background));
        let figures = self.story.figures.iter().map(|f| (&f.measure, &f.background));
        let statements = self.story.statements.iter().map(|s| (&s.text, &s.background));
        (events.chain(figures).chain(statements))
            .filter_map(|(row, why)| Some(format!("{row} ({})", why.as_deref()?)))
            .collect()
    }

    fn origins(&self) -> Vec<String> {
        let line = |o: &dossier::model::Origin| format!("{}: {}", o.kind.as_str(), join(o.articles.iter()));
        self.story.origins.iter().map(line).collect()
    }

    fn copies(&self) -> Vec<String> {
        let copies = self.story.copies.iter();
        copies
            .map(|c| {
                format!(
                    "{} -> {} ({}, direction {}): {} words",
                    c.from.article,
                    c.to.article,
                    c.kind.as_str(),
                    c.direction.as_str(),
                    c.words
                )
            })
            .collect()
    }

    fn entities(&self) -> Vec<String> {
        let entities = self.story.entities.iter();
        entities
            .map(|e| {
                let names = join(e.names.iter().map(|n| format!("{} {}", n.text, n.count)));
                let roles = join(e.roles.iter().map(|r| r.title.clone()));
                let roles = if roles.is_empty() {
                    roles
                } else {
                    format!("; {roles}")
                };
                format!("{} {} ({names}){roles}", e.kind.as_str(), e.name)
            })
            .collect()
    }

    fn events(&self) -> Vec<String> {
        let line = |e: &Event| {
            let when = e
                .when
                .as_ref()
                .map(|w| format!(", {}", days(w)))
                .unwrap_or_default();
            let by = join(e.cites.iter().map(|c| c.article.to_string()));
            format!(
                "{} {}: {}{when} [{by}]",
                e.kind.as_str(),
                e.status.as_str(),
                e.label
            )
        };
        self.story.events.iter().map(line).collect()
    }

    fn figures(&self) -> Vec<String> {
        let line = |f: &Figure| {
            let reports = f
                .reports
                .iter()
                .map(|r| format!("{}: {}", r.cite.article, self.words(&r.cite)));
            format!(
                "{} {} [{}]",
                f.agreement.as_str(),
                f.measure,
                reports.collect::<Vec<_>>().join(" | ")
            )
        };
        self.story.figures.iter().map(line).collect()
    }

    fn statements(&self) -> Vec<String> {
        let statements = self.story.statements.iter();
        statements
            .map(|s| {
                let by = join(s.reports.iter().map(|r| r.cite.article.to_string()));
                format!("{} [{by}]", s.text)
            })
            .collect()
    }

    fn conflicts(&self) -> Vec<String> {
        let conflicts = self.story.conflicts.iter();
        conflicts
            .map(|c| {
                format!(
                    "{}: {} [{}]",
                    c.kind.as_str(),
                    c.why,
                    join(c.cites.iter().map(|c| c.article.to_string()))
                )
            })
            .collect()
    }

    fn quotes(&self) -> Vec<String> {
        let quotes = self.story.quotes.iter();
        quotes
            .map(|q| {
                let speaker = q.speaker.as_ref();
                let entity = speaker.and_then(|id| self.story.entities.iter().find(|e| e.id == *id));
                let name = entity.map(|e| e.name.as_str()).or(q.speaker_text.as_deref());
                format!("{}: {} [{}]", name.unwrap_or("unknown"), q.words, q.cite.article)
            })
            .collect()
    }

    /// The words that a cite points at.
    fn words(&self, cite: &Cite) -> String {
        let article: Option<&Article> = self.dossier.article(&cite.article);
        article
            .map(|a| cite.span.of(a.text()).to_owned())
            .unwrap_or_default()
    }
}

/// The days of a time: "2024-05-02", "2024-05-01..2024-05-31".
fn days(when: &When) -> String {
    let day = |d: Option<jiff::civil::Date>| d.map_or_else(|| "?".to_owned(), |d| d.to_string());
    if when.from == when.to {
        day(when.from)
    } else {
        format!("{}..{}", day(when.from), day(when.to))
    }
}

fn join(all: impl Iterator<Item = impl ToString>) -> String {
    all.map(|one| one.to_string()).collect::<Vec<_>>().join(", ")
}
