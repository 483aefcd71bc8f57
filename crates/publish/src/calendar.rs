//! Planned and past events as iCalendar (RFC 5545), with their cites in the description.
//!
//! Written here rather than by a crate: five properties an event need less code than a dependency, and the
//! crates at hand take their stamps from the clock, where ours come from the articles.

use dossier_model::{Confidence, Dossier, Event, Status, Story, When};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::clean::clean;
use crate::plain;
use dossier_wire::Texts;

/// Cites named in one description.
const CITES: usize = 12;

/// One calendar of all stories' dated events that are planned, under way or past.
///
/// ```
/// let calendar = dossier_publish::calendar::render(&dossier_model::Dossier::default());
/// assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// ```
#[must_use]
pub fn render(dossier: &Dossier) -> String {
    render_with(dossier, Confidence::FACT)
}

/// [`render`], of events that are as sure as a fact takes.
#[must_use]
pub fn render_with(dossier: &Dossier, least: Confidence) -> String {
    let texts = Texts::new(dossier);
    let mut out = Lines(String::new());
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(&format!(
        "PRODID:-//Dossier//Dossier {}//EN",
        env!("CARGO_PKG_VERSION")
    ));
    out.line("CALSCALE:GREGORIAN");
    for story in &dossier.stories {
        for event in &story.events {
            let real = matches!(event.status, Status::Planned | Status::UnderWay | Status::Past);
            let is_fact = real && least.admits(event.confidence);
            if let Some(when) = event.when.as_ref().filter(|_| is_fact) {
                write_event(&mut out, story, event, when, &texts);
            }
        }
    }
    out.line("END:VCALENDAR");
    out.0
}

fn write_event(out: &mut Lines, story: &Story, event: &Event, when: &When, texts: &Texts<'_>) {
    // An open end leaves one known day: "since 2008" begins then, "by 2038" falls due then.
    let (Some(from), Some(to)) = (when.from.or(when.to), when.to.or(when.from)) else {
        return;
    };
    // Ends are exclusive (RFC 5545, 3.6.1); the last day of the calendar has no next.
    let Ok(after) = to.checked_add(1.day()) else {
        return;
    };
    out.line("BEGIN:VEVENT");
    out.line(&format!(
        "UID:{}-{}@dossier",
        escaped(story.id.as_str()),
        escaped(event.id.as_str())
    ));
    out.line(&format!("DTSTAMP:{}T000000Z", compact(stamp(story, from))));
    match when.time {
        // Local time of a place that is not known as a zone: a floating time.
        Some(t) if from == to => {
            out.line(&format!(
                "DTSTART:{}T{:02}{:02}00",
                compact(from),
                t.hour(),
                t.minute()
            ));
        }
        _ => {
            out.line(&format!("DTSTART;VALUE=DATE:{}", compact(from)));
            out.line(&format!("DTEND;VALUE=DATE:{}", compact(after)));
        }
    }
    out.line(&format!("SUMMARY:{}", escaped(&event.label)));
    let place = event
        .place
        .as_ref()
        .and_then(|id| story.entities.iter().find(|e| e.id == *id));
    if let Some(place) = place {
        out.line(&format!("LOCATION:{}", escaped(&place.name)));
    }
    // Only a firm date is firm in the calendar; a calendar must not block a year for "by 2038".
    out.line(if event.status == Status::Planned {
        "STATUS:TENTATIVE"
    } else {
        "STATUS:CONFIRMED"
    });
    out.line("TRANSP:TRANSPARENT");
    out.line(&format!("CATEGORIES:{}", escaped(event.kind.as_str())));
    out.line(&format!(
        "DESCRIPTION:{}",
        escaped(&description(event, when, texts))
    ));
    out.line("END:VEVENT");
}

/// The day the story was last reported: the data's own stamp, the same on every run.
fn stamp(story: &Story, otherwise: Date) -> Date {
    story.period.map_or(otherwise, |p| p.to)
}

fn description(event: &Event, when: &When, texts: &Texts<'_>) -> String {
    let told = format!(
        "{} ({}), {}. Told by {}, {}.",
        plain::when(when),
        when.text,
        event.status.as_str(),
        plain::count(event.support.articles, "article"),
        plain::count(event.support.origins, "origin"),
    );
    let mut lines = vec![told];
    for cite in event.cites.iter().take(CITES) {
        let wire = texts.cite(cite);
        let meta = texts.get(&cite.article).map(|t| &t.article.meta);
        let outlet = meta.and_then(|m| m.outlet.as_deref().or(m.title.as_deref()));
        let name = outlet
            .or(meta.map(|m| m.source.as_str()))
            .unwrap_or(&wire.article);
        lines.push(format!(
            "“{}” – {name} [{} {}–{}]",
            wire.text, wire.article, wire.start, wire.end
        ));
    }
    let rest = event.cites.len().saturating_sub(CITES);
    if rest > 0 {
        lines.push(format!("and {} more", plain::count(rest, "cite")));
    }
    lines.join("\n")
}

fn compact(d: Date) -> String {
    format!("{:04}{:02}{:02}", d.year(), d.month(), d.day())
}

/// TEXT of RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Content lines, folded.
struct Lines(String);

/// Octets of a line without its end (RFC 5545, 3.1).
const OCTETS: usize = 75;

impl Lines {
    /// Ends in CRLF; longer lines go on after CRLF and a space, never cut inside a character.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > OCTETS {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_by_octets_between_characters() {
        let mut out = Lines(String::new());
        let long = format!("SUMMARY:{}", "Việt Nam ".repeat(30));
        out.line(&long);
        assert!(out.0.split("\r\n").all(|l| l.len() <= OCTETS), "{}", out.0);
        assert_eq!(out.0.replace("\r\n ", ""), format!("{long}\r\n"));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\u{7}"), "a\\,b\\;c\\\\d\\ne\u{fffd}");
    }
}
