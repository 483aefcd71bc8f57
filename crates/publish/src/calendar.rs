//! Planned and past events as iCalendar (RFC 5545), with their cites in the description.
//!
//! Written here rather than by a crate: five properties an event need less code than a dependency, and the
//! crates at hand take their stamps from the clock, where ours come from the articles.

use dossier_model::{ArticleDraft, Confidence, Dossier, Event, Status, Story, When, WhenPrecision};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::clean::clean;
use crate::plain;
use dossier_wire::Texts;

/// Cites named in one description.
const CITES: usize = 12;
/// Days that one event may fill; longer ones would lie as banners over everything else.
const DAYS: i32 = 31;

/// One calendar of all stories' events that are planned, under way or past. Those of which no day is told ("in 2038"), and
/// those that fill more than a month, stand in a note of their story.
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
    name(&mut out, dossier);
    for story in &dossier.stories {
        let real = |e: &&Event| matches!(e.status, Status::Planned | Status::UnderWay | Status::Past);
        let events = story
            .events
            .iter()
            .filter(real)
            .filter(|e| least.admits(e.confidence));
        let (dated, rest): (Vec<&Event>, Vec<&Event>) = events.partition(|e| days(e).is_some());
        for event in dated {
            write_event(&mut out, story, event, &texts);
        }
        write_note(&mut out, story, &rest);
    }
    out.line("END:VCALENDAR");
    out.0
}

/// What a list of calendars shows, as RFC 7986 has it and as was usual before.
fn name(out: &mut Lines, dossier: &Dossier) {
    let Some(first) = dossier.stories.first() else {
        return;
    };
    let more = match dossier.stories.len() - 1 {
        0 => String::new(),
        1 => " and another story".to_owned(),
        n => format!(" and {n} other stories"),
    };
    let name = escaped(&format!("{}{more}", first.title));
    let about =
        "Events of news articles, with the words that tell them. Events without a day are listed in a note.";
    for property in ["NAME", "X-WR-CALNAME"] {
        out.line(&format!("{property}:{name}"));
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        out.line(&format!("{property}:{about}"));
    }
}

/// The first and last day, where days are told and not too many. An open end leaves one known day: "since 4 May" begins
/// then, "by 4 May" falls due then.
fn days(event: &Event) -> Option<(&When, Date, Date)> {
    let when = event.when.as_ref()?;
    let (from, to) = (when.from.or(when.to)?, when.to.or(when.from)?);
    let told = matches!(
        when.precision,
        WhenPrecision::Minute | WhenPrecision::Day | WhenPrecision::Week
    );
    let length = from.until(to).ok()?.get_days();
    (told && length < DAYS).then_some((when, from, to))
}

/// The story's events that are in no day's box.
fn write_note(out: &mut Lines, story: &Story, events: &[&Event]) {
    if events.is_empty() {
        return;
    }
    let lines: Vec<String> = (events.iter())
        .map(|e| {
            let when = e.when.as_ref().map_or("no date told".to_owned(), plain::when);
            format!("{} ({when}, {})", e.label, e.status.as_str())
        })
        .collect();
    out.line("BEGIN:VJOURNAL");
    out.line(&format!("UID:{}-note@dossier", escaped(story.id.as_str())));
    if let Some(period) = story.period {
        out.line(&format!("DTSTAMP:{}T000000Z", compact(period.to)));
        out.line(&format!("DTSTART;VALUE=DATE:{}", compact(period.to)));
    } else {
        out.line("DTSTAMP:19700101T000000Z");
    }
    let count = plain::count(events.len(), "event");
    out.line(&format!(
        "SUMMARY:{}",
        escaped(&format!("Without a day: {count} of {}", story.title))
    ));
    out.line(&format!("DESCRIPTION:{}", escaped(&lines.join("\n"))));
    out.line("END:VJOURNAL");
}

fn write_event(out: &mut Lines, story: &Story, event: &Event, texts: &Texts<'_>) {
    let Some((when, from, to)) = days(event) else {
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
    let address = (event.cites.iter()).find_map(|c| texts.get(&c.article).and_then(|t| web(&t.article.meta)));
    if let Some(address) = address {
        out.line(&format!("URL:{address}"));
    }
    // Only a firm date is firm in the calendar.
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
        let address = meta
            .and_then(web)
            .map_or_else(String::new, |url| format!(" {url}"));
        lines.push(format!(
            "“{}” – {name} [{} {}–{}]{address}",
            wire.text, wire.article, wire.start, wire.end
        ));
    }
    let rest = event.cites.len().saturating_sub(CITES);
    if rest > 0 {
        lines.push(format!("and {} more", plain::count(rest, "cite")));
    }
    lines.join("\n")
}

/// The address of an article, where it is one of the web and nothing else: it stands in a property of its own.
fn web(meta: &ArticleDraft) -> Option<&str> {
    let is_plain = |u: &&str| u.chars().all(|c| c.is_ascii_graphic());
    let is_web = |u: &&str| u.starts_with("https://") || u.starts_with("http://");
    meta.url.as_deref().filter(is_web).filter(is_plain)
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
