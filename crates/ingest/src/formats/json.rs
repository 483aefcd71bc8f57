//! JSON: an object that is an article, a list of such objects, or an answer that holds the list.

use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::file::decoded;
use super::ninjs;
use crate::Options;
use crate::html;
use crate::queue::{Done, Queue};
use crate::raw::{Hints, Raw};
use crate::report::{Piece, Reason};
use crate::stream::Stream;

/// Where services put their list of articles, beside counts and addresses of further pages.
const LISTS: &[&str] = &[
    "_items",
    "items",
    "articles",
    "results",
    "documents",
    "docs",
    "data",
];

/// A file that is one value. The items of a list are read one by one, so that the list may have any length.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let limits = queue.options.limits;
    if begins_list(stream) {
        let mut number = 0;
        loop {
            number += 1;
            let place = format!("{source}:item {number}");
            match next_item(stream, limits.piece) {
                Item::Whole(bytes) => queue.push(&place.clone(), bytes.len(), move |options, done| {
                    read_value(&place, bytes, options, done);
                })?,
                Item::TooLong => {
                    let most = limits.piece / 1_000_000;
                    let message = format!("is longer than {most} MB, skipped");
                    queue.skip(Piece::Row, Reason::TooLarge, &place, message);
                    return ControlFlow::Continue(());
                }
                Item::Cut => {
                    queue.skip(
                        Piece::Row,
                        Reason::Damaged,
                        &place,
                        "is no JSON (it has no end), skipped",
                    );
                    return ControlFlow::Continue(());
                }
                Item::None => return ControlFlow::Continue(()),
            }
        }
    }
    let (bytes, more) = stream.take_all(limits.piece);
    if more {
        let most = limits.piece / 1_000_000;
        let message =
            format!("is one JSON value longer than {most} MB, skipped; hint: write one article a line");
        queue.skip(Piece::Row, Reason::TooLarge, source, message);
        return ControlFlow::Continue(());
    }
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        read_value(&place, bytes, options, done);
    })
}

/// Passes the bracket that a list begins with.
fn begins_list(stream: &mut Stream<'_>) -> bool {
    let head = stream.head();
    let bare = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let lead = head.len() - bare.trim_ascii_start().len();
    let list = head.get(lead) == Some(&b'[');
    if list {
        std::io::BufRead::consume(stream, lead + 1);
    }
    list
}

/// The next item of a list.
enum Item {
    Whole(Vec<u8>),
    TooLong,
    Cut,
    None,
}

/// The bytes up to the comma or bracket that ends an item; strings may hold such ones.
fn next_item(stream: &mut Stream<'_>, most: usize) -> Item {
    let mut out = Vec::new();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    loop {
        let have = stream.peek(1);
        if have.is_empty() {
            return if out.trim_ascii().is_empty() {
                Item::None
            } else {
                Item::Cut
            };
        }
        let mut end = None;
        for (i, byte) in have.iter().enumerate() {
            if escaped {
                escaped = false;
            } else if quoted {
                escaped = *byte == b'\\';
                quoted = *byte != b'"';
            } else {
                match byte {
                    b'"' => quoted = true,
                    b'{' | b'[' => depth += 1,
                    b',' if depth == 0 => end = Some(i),
                    b'}' | b']' if depth == 0 => end = Some(i),
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
            }
            if end.is_some() {
                break;
            }
        }
        let part = have.get(..end.unwrap_or(have.len())).unwrap_or(have);
        if out.len() + part.len() > most {
            return Item::TooLong;
        }
        out.extend_from_slice(part);
        let last = end.and_then(|i| have.get(i)).copied();
        let used = part.len() + usize::from(end.is_some());
        std::io::BufRead::consume(stream, used);
        match last {
            Some(b',') if out.trim_ascii().is_empty() => out.clear(),
            Some(b',') => return Item::Whole(out),
            Some(_) if out.trim_ascii().is_empty() => return Item::None,
            Some(_) => {
                // Behind the last item stands nothing.
                stream.unread(b"]");
                return Item::Whole(out);
            }
            None => {}
        }
    }
}

/// One value: an article, or a list of them.
pub(super) fn read_value(place: &str, bytes: Vec<u8>, options: &Options, done: &mut Done) {
    let text = decoded(place, bytes, None, done);
    match parse(text.trim_start_matches('\u{feff}')) {
        Ok((value, repair)) => {
            if repair == Repair::Surrogates {
                done.report
                    .note(place, "halves of surrogate pairs were replaced by U+FFFD");
            }
            read_parsed(&value, place, options, done);
        }
        Err(error) => {
            // A file over several lines has the line in its place.
            let place = match error.line() {
                0 | 1 => place.to_owned(),
                line => format!("{place}:{line}"),
            };
            let message = format!("is no JSON ({}), skipped", told(&error));
            done.skip(Piece::Row, Reason::Damaged, &place, message);
        }
    }
}

fn read_parsed(value: &Value, place: &str, options: &Options, done: &mut Done) {
    let list = match value {
        Value::Array(items) => Some(items),
        Value::Object(object) if !is_article(object) => (LISTS.iter())
            .find_map(|name| object.get(*name)?.as_array())
            .filter(|items| items.iter().all(Value::is_object)),
        _ => None,
    };
    match list {
        Some(items) => {
            for (i, item) in items.iter().enumerate() {
                read_object(item, &format!("{place}:item {}", i + 1), options, done);
            }
        }
        None => read_object(value, place, options, done),
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    field(object, "text").is_some() || field(object, "html").is_some() || ninjs::is_item(object)
}

fn read_object(value: &Value, place: &str, options: &Options, done: &mut Done) {
    let Some(object) = value.as_object().filter(|o| is_article(o)) else {
        let message = "no \"text\" and no \"html\" in it, skipped";
        return done.skip(Piece::Row, Reason::Empty, place, message);
    };
    let text = field(object, "text");
    let html = field(object, "html").filter(|_| text.is_none());
    if text.is_none() && html.is_none() {
        return ninjs::read(object, place, options, done);
    }
    let is_page = html.is_some();
    let raw = Raw {
        source: place.to_owned(),
        id: field(object, "id"),
        url: field(object, "url"),
        outlet: field(object, "outlet"),
        title: field(object, "title"),
        byline: field(object, "byline"),
        published: field(object, "published"),
        modified: field(object, "modified"),
        agency: field(object, "agency"),
        section: field(object, "section"),
        language: field(object, "language"),
        text: text.or(html).unwrap_or_default(),
        ..Raw::default()
    };
    let (raw, hints) = if is_page {
        html::read(raw)
    } else {
        (raw, Hints::default())
    };
    done.finish(Piece::Row, raw, &hints, options);
}

/// The JSON, after halves of surrogate pairs that stand alone were replaced by U+FFFD where it has any: programs that cut
/// strings between two of them write such JSON, and nothing else is wrong with it.
///
/// # Errors
/// Where it is no JSON all the same; the error is that of the text as given.
pub(super) fn parse(text: &str) -> Result<(Value, Repair), serde_json::Error> {
    let error = match serde_json::from_str(text) {
        Ok(value) => return Ok((value, Repair::None)),
        Err(error) => error,
    };
    let repaired = pair_surrogates(text).and_then(|text| serde_json::from_str(&text).ok());
    repaired.map(|value| (value, Repair::Surrogates)).ok_or(error)
}

/// What was done to a text before it could be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repair {
    /// Nothing.
    None,
    /// Halves of surrogate pairs were replaced.
    Surrogates,
}

/// The text with `\ufffd` for every `\ud800` to `\udfff` that has no partner; `None` where there is none.
fn pair_surrogates(text: &str) -> Option<String> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|t| t.find('\\')) {
        at += found;
        match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => at += 12,
            (Some(0xd800..=0xdfff), _) => {
                out.push_str(text.get(copied..at)?);
                out.push_str("\\ufffd");
                at += 6;
                copied = at;
            }
            // The next character is escaped, a backslash perhaps.
            _ => at += 1 + text.get(at + 1..)?.chars().next().map_or(0, char::len_utf8),
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(text.get(copied..)?);
    Some(out)
}

/// A field as a string: numbers are written out, lists of strings joined, empty ones are missing.
pub(super) fn field(object: &Map<String, Value>, name: &str) -> Option<String> {
    let text = match object.get(name)? {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The parser's words without its line number, which is that of our place.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} at column {}", text.get(..at).unwrap_or(""), error.column()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_surrogate_pairs_are_replaced() {
        for (text, expected) in [
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud800\udc00\uD800""#, "\u{fffd}\u{10000}\u{fffd}"),
            (r#""\\ud800 \ud800""#, "\\ud800 \u{fffd}"),
        ] {
            let (value, repair) = parse(text).expect(text);
            assert_eq!(
                (value.as_str(), repair),
                (Some(expected), Repair::Surrogates),
                "{text}"
            );
        }
        assert!(matches!(parse(r#""\\ud800""#), Ok((_, Repair::None))));
        assert!(parse(r#"{"text": "\ud800"#).is_err());
    }
}
