//! Bytes in, clean articles out. Never opens a file or a socket: callers hand in a reader.
//!
//! ```
//! let mut bytes: &[u8] = b"OSLO (AP) - Ministers agreed on Monday to open a ferry line in May.";
//! let mut articles = Vec::new();
//! let notes = dossier_ingest::read("ferry.txt", &mut bytes, &Default::default(), &mut |a| articles.push(a));
//! assert!(notes.is_empty());
//! assert_eq!(articles[0].meta.agency.as_deref(), Some("AP"));
//! ```

mod agency;
mod article;
mod blocks;
mod bytes;
mod clean;
mod date;
mod encoding;
mod jsonl;
mod kind;
mod language;

use std::io::Read;

use dossier_model::{Article, Note, Published};

pub use agency::by_name as agency_by_name;
pub use date::parse_published;

use article::Raw;
use bytes::Source;
use kind::Kind;

/// A result with what was skipped, doubtful or cut on the way.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    /// The result.
    pub value: T,
    /// The remarks.
    pub notes: Vec<Note>,
}

/// What the user says about the input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Publication date for articles that state none in a field.
    pub published: Option<Published>,
    /// Outlet for articles that state none.
    pub outlet: Option<String>,
    /// Bounds on hostile input.
    pub limits: Limits,
}

/// How much is read before the rest is cut with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one article's text.
    pub article: usize,
    /// Bytes of one page, line, feed or record before its text is taken out.
    pub piece: usize,
    /// Times that a compressed source may grow, once it has grown past `piece`.
    pub growth: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            article: 10_000_000,
            piece: 64_000_000,
            growth: 250,
        }
    }
}

/// Reads one source, of any kind, and hands each article to `sink` as soon as it is whole.
///
/// `source` is the path or address as the user gave it: notes and articles carry it.
pub fn read(
    source: &str,
    reader: &mut dyn Read,
    options: &Options,
    sink: &mut dyn FnMut(Article),
) -> Vec<Note> {
    let mut notes = Vec::new();
    match Source::open(reader, options.limits) {
        Ok(mut input) => match kind::tell(source, input.head()) {
            Kind::Empty => notes.push(Note::new(source, "is empty")),
            Kind::Binary(what) => notes.push(Note::new(
                source,
                format!("{what}, skipped; hint: give plain text, HTML, JSON Lines, a feed or WARC"),
            )),
            Kind::JsonLines => read_lines(source, &mut input, options, sink, &mut notes),
            Kind::Json => read_json(source, &mut input, options, sink, &mut notes),
            Kind::Text => {
                let (bytes, _) = input.take(options.limits.article.saturating_mul(2), source, &mut notes);
                let text = decoded(source, &bytes, &mut notes);
                emit(
                    Raw {
                        source: source.to_owned(),
                        text,
                        ..Raw::default()
                    },
                    options,
                    sink,
                    &mut notes,
                );
            }
        },
        Err(error) => notes.push(Note::new(source, format!("cannot be read: {error}"))),
    }
    notes
}

fn emit(raw: Raw, options: &Options, sink: &mut dyn FnMut(Article), notes: &mut Vec<Note>) {
    if let Some(article) = article::finish(raw, options, notes) {
        sink(article);
    }
}

fn decoded(source: &str, bytes: &[u8], notes: &mut Vec<Note>) -> String {
    let decoded = encoding::decode(bytes, None);
    if let Some(remark) = decoded.remark {
        notes.push(Note::new(source, remark));
    }
    decoded.text
}

fn read_lines(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut dyn FnMut(Article),
    notes: &mut Vec<Note>,
) {
    let mut number = 0_u64;
    while let Some(line) = input.line(source, number + 1, notes) {
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let place = format!("{source}:{number}");
        let text = decoded(&place, &line, notes);
        match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
            Ok(value) => read_object(&value, place, options, sink, notes),
            Err(error) => notes.push(Note::new(
                place,
                format!("is no JSON ({}), skipped", json_error(&error)),
            )),
        }
    }
}

fn read_json(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut dyn FnMut(Article),
    notes: &mut Vec<Note>,
) {
    let (bytes, _) = input.take(options.limits.piece, source, notes);
    let text = decoded(source, &bytes, notes);
    match serde_json::from_str::<serde_json::Value>(&text) {
        Ok(serde_json::Value::Array(items)) => {
            for (i, item) in items.iter().enumerate() {
                read_object(item, format!("{source}:item {}", i + 1), options, sink, notes);
            }
        }
        Ok(value) => read_object(&value, source.to_owned(), options, sink, notes),
        Err(error) => notes.push(Note::new(
            format!("{source}:{}", error.line()),
            format!("is no JSON ({}), skipped", json_error(&error)),
        )),
    }
}

fn read_object(
    value: &serde_json::Value,
    place: String,
    options: &Options,
    sink: &mut dyn FnMut(Article),
    notes: &mut Vec<Note>,
) {
    match jsonl::read(value, place.clone()) {
        Some((raw, _)) => emit(raw, options, sink, notes),
        None => notes.push(Note::new(place, jsonl::NO_TEXT)),
    }
}

/// The parser's words without its line number, which is that of our place.
fn json_error(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} at column {}", text.get(..at).unwrap_or(""), error.column()),
        None => text,
    }
}
