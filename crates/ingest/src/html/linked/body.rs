//! The words of the article as JSON-LD states them: as plain text, as markup, as markup that was escaped, or in the updates
//! of a live blog.

use dom_query::Document;
use dossier_model::Basis;
use serde_json::Value;

use super::super::lines::{self, Line};
use super::super::{LEAST_TEXT, deep};
use super::{Linked, Thing, name};
use crate::raw::Role;
use crate::{date, entities};

/// Updates of a live blog that are read; one of a week has a few hundred.
const MOST_UPDATES: usize = 1_000;

impl Linked {
    /// The lines of the page's own article, else of the first thing that holds words enough. Those of a live blog are its own
    /// words and all its updates, each under its moment and headline.
    pub(in super::super) fn body(&self, things: &[&Thing]) -> Vec<Line> {
        let own = things.first().and_then(|a| a.get("articleBody"));
        let mut out = own.map(written).unwrap_or_default();
        let updates = things.iter().find_map(|t| t.get("liveBlogUpdate"));
        if let Some(updates) = updates {
            push_updates(updates, &mut out);
        }
        if size(&out) > LEAST_TEXT {
            return out;
        }
        let found = self.values.iter().find_map(|v| body_in(v, 0));
        found.unwrap_or(if updates.is_some() { out } else { Vec::new() })
    }
}

fn size(lines: &[Line]) -> usize {
    lines.iter().map(|l| l.text.len()).sum()
}

/// The lines of a stated text: of a string, or of a list of them.
fn written(value: &Value) -> Vec<Line> {
    match value {
        Value::String(text) => lines_of(text),
        Value::Array(all) => all.iter().filter_map(Value::as_str).flat_map(lines_of).collect(),
        Value::Object(o) => o.get("@value").map(written).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The lines of a text, which may be markup, escaped or not.
fn lines_of(text: &str) -> Vec<Line> {
    let text = unescaped(text);
    if !has_tags(&text) {
        let text = entities::decoded(&text);
        return plain_lines(&text);
    }
    if deep::Shape::of(&text).is_hostile().is_some() {
        return plain_lines(&deep::strip(&text));
    }
    // Line ends are paragraphs where the markup has none of its own.
    let lower = text.to_ascii_lowercase();
    let text = if lower.contains("<p") || lower.contains("<br") || lower.contains("<div") {
        text
    } else {
        text.replace('\n', "<br>")
    };
    lines::read(&Document::from(text).root())
}

fn plain_lines(text: &str) -> Vec<Line> {
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    lines.map(|l| Line::stated(Role::Paragraph, l)).collect()
}

/// Markup that was escaped as if it were words, once or twice, as markup again.
fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        if has_tags(&text) || !text.contains("&lt;") && !text.contains("&amp;lt;") {
            break;
        }
        for (entity, c) in [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&amp;", "&"),
        ] {
            text = text.replace(entity, c);
        }
    }
    text
}

/// Whether words hold tags: a mark, a name, and the end of the tag in reach.
fn has_tags(text: &str) -> bool {
    const REACH: usize = 400;
    text.match_indices('<').take(64).any(|(at, _)| {
        let rest = text.as_bytes().get(at + 1..).unwrap_or(&[]);
        let name = rest.strip_prefix(b"/").unwrap_or(rest);
        let letters = name
            .iter()
            .take(12)
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && matches!(name.get(letters), Some(b' ' | b'>' | b'/' | b'\n'))
            && name.iter().take(REACH).any(|b| *b == b'>')
    })
}

/// Each update of a live blog: its moment, its headline, its words.
fn push_updates(updates: &Value, out: &mut Vec<Line>) {
    let updates = match updates {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    for update in updates.iter().take(MOST_UPDATES).filter_map(Value::as_object) {
        let words = ["articleBody", "text", "description"];
        let words = words
            .iter()
            .find_map(|k| Some(written(update.get(*k)?)).filter(|l| !l.is_empty()));
        let headline = update
            .get("headline")
            .and_then(Value::as_str)
            .or_else(|| name(update));
        if words.is_none() && headline.is_none() {
            continue;
        }
        let moment = ["datePublished", "dateCreated", "dateModified"];
        let moment = moment.iter().find_map(|k| update.get(*k)?.as_str());
        out.extend(
            moment
                .and_then(clock)
                .map(|text| Line::stated(Role::Stamp, &text)),
        );
        if let Some(headline) = headline {
            let first = lines_of(headline).into_iter().next();
            out.extend(first.map(|l| Line::stated(Role::Heading, &l.text)));
        }
        out.extend(words.unwrap_or_default());
    }
}

/// A moment as a line of its own, to the minute: "2025-05-13 21:12".
fn clock(stated: &str) -> Option<String> {
    let found = date::parse_published(stated, Basis::Metadata)?;
    let time = found.time.map(|t| format!(" {:02}:{:02}", t.hour(), t.minute()));
    Some(format!("{}{}", found.date, time.unwrap_or_default()))
}

/// The first words of an article that a value holds. Those of updates, comments and reviews are no article's.
fn body_in(value: &Value, depth: usize) -> Option<Vec<Line>> {
    if depth > 6 {
        return None;
    }
    match value {
        Value::Object(o) => o
            .get("articleBody")
            .map(written)
            .filter(|b| size(b) > LEAST_TEXT)
            .or_else(|| {
                let inner = o.iter().filter(|(k, _)| !is_of_others(k));
                inner.map(|(_, v)| v).find_map(|v| body_in(v, depth + 1))
            }),
        Value::Array(a) => a.iter().find_map(|v| body_in(v, depth + 1)),
        _ => None,
    }
}

fn is_of_others(key: &str) -> bool {
    matches!(key, "liveBlogUpdate" | "comment" | "review" | "reviews")
}
