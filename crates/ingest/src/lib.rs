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
mod feed;
mod html;
mod jsonl;
mod kind;
mod language;
mod markdown;
mod warc;

use std::io::Read;

use dossier_model::{Article, Note, Published};
use rayon::prelude::*;

pub use agency::by_name as agency_by_name;
pub use article::content_id;
pub use date::parse_published;

use article::Raw;
use bytes::Source;
use html::Hints;
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

impl Limits {
    /// Bytes of one page: markup is several times as long as its words.
    fn page(&self) -> usize {
        self.article.saturating_mul(2).min(self.piece)
    }
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
            Kind::Html => read_page(source, &mut input, options, sink, &mut notes),
            Kind::Feed => read_feed(source, &mut input, options, sink, &mut notes),
            Kind::Warc => read_warc(source, &mut input, options, sink, &mut notes),
            Kind::Text => read_text(source, &mut input, options, sink, &mut notes),
        },
        Err(error) => notes.push(Note::new(source, format!("cannot be read: {error}"))),
    }
    notes
}

type Sink<'a> = dyn FnMut(Article) + 'a;

fn emit(raw: Raw, options: &Options, sink: &mut Sink<'_>, notes: &mut Vec<Note>) {
    emit_with(raw, &Hints::default(), options, sink, notes);
}

fn emit_with(raw: Raw, hints: &Hints, options: &Options, sink: &mut Sink<'_>, notes: &mut Vec<Note>) {
    if let Some(article) = article::finish(raw, hints, options, notes) {
        sink(article);
    }
}

fn decoded(source: &str, bytes: &[u8], stated: Option<&str>, notes: &mut Vec<Note>) -> String {
    let decoded = encoding::decode(bytes, stated);
    if let Some(remark) = decoded.remark {
        notes.push(Note::new(source, remark));
    }
    decoded.text
}

fn read_text(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    notes: &mut Vec<Note>,
) {
    // What is cut off here is beyond the article's own limit, which notes it.
    let (bytes, _) = input.take(options.limits.article.saturating_mul(2), source, notes);
    let text = decoded(source, &bytes, None, notes);
    let markdown = markdown::is_markdown(source, &text);
    let raw = Raw {
        source: source.to_owned(),
        text,
        ..Raw::default()
    };
    emit(
        if markdown { markdown::read(raw) } else { raw },
        options,
        sink,
        notes,
    );
}

fn read_page(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    notes: &mut Vec<Note>,
) {
    let (bytes, more) = input.take(options.limits.page(), source, notes);
    if more {
        notes.push(Note::new(
            source,
            format!(
                "page is longer than {} MB and was cut",
                options.limits.page() / 1_000_000
            ),
        ));
    }
    let text = decoded(source, &bytes, html::stated_encoding(&bytes).as_deref(), notes);
    let (raw, hints) = html::read(Raw {
        source: source.to_owned(),
        text,
        ..Raw::default()
    });
    emit_with(raw, &hints, options, sink, notes);
}

fn read_feed(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    notes: &mut Vec<Note>,
) {
    let (bytes, more) = input.take(options.limits.piece, source, notes);
    if more {
        notes.push(Note::new(
            source,
            format!(
                "feed is longer than {} MB and was cut",
                options.limits.piece / 1_000_000
            ),
        ));
    }
    match feed::read(&bytes, source) {
        Ok(items) => items.into_iter().for_each(|raw| emit(raw, options, sink, notes)),
        Err(error) => notes.push(Note::new(
            source,
            format!("is no feed that can be read ({error}), skipped"),
        )),
    }
}

fn read_warc(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    notes: &mut Vec<Note>,
) {
    let mut number = 0_u64;
    let mut scrap = Vec::new();
    // Between records stand empty lines; what is no record's head is passed over line by line.
    while let Some(line) = input.line(source, number + 1, &mut scrap) {
        if !line.starts_with(b"WARC/") {
            continue;
        }
        number += 1;
        let place = format!("{source}:record {number}");
        let mut lines = Vec::new();
        while let Some(line) = input.line(source, number, &mut scrap) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if line.is_empty() || lines.len() > 200 {
                break;
            }
            lines.push(line);
        }
        let Some(head) = warc::read_head(&lines) else {
            notes.push(Note::new(place, "has no length, skipped"));
            continue;
        };
        let Some(bytes) = input.exactly(head.length, options.limits.page()) else {
            notes.push(Note::new(place, "ends early, the rest was left"));
            return;
        };
        read_record(place, &head, &bytes, options, sink, notes);
    }
    notes.append(&mut scrap);
}

/// A record that holds a page or a text; every other kind is passed over in silence.
fn read_record(
    place: String,
    head: &warc::Head,
    bytes: &[u8],
    options: &Options,
    sink: &mut Sink<'_>,
    notes: &mut Vec<Note>,
) {
    let (media, body) = match head.kind.as_str() {
        "response" => {
            let Some(response) = warc::read_response(bytes).filter(|r| r.status == 200) else {
                return;
            };
            let joined = if response.chunked {
                warc::unchunk(response.body)
            } else {
                response.body.to_vec()
            };
            (response.media, joined)
        }
        "resource" | "conversion" => (head.media.clone(), bytes.to_vec()),
        _ => return,
    };
    let page = media.contains("html");
    if !page && !media.starts_with("text/plain") {
        return;
    }
    // The response may be compressed inside the record, whatever its head says.
    let mut reader = body.as_slice();
    let body = match Source::open(&mut reader, options.limits) {
        Ok(mut inner) => inner.take(options.limits.page(), &place, notes).0,
        Err(error) => return notes.push(Note::new(place, format!("cannot be read: {error}"))),
    };
    let stated = media
        .split("charset=")
        .nth(1)
        .map(|c| c.trim_matches(['"', '\'', ' ', ';']).to_owned());
    let stated = stated.or_else(|| page.then(|| html::stated_encoding(&body)).flatten());
    let text = decoded(&place, &body, stated.as_deref(), notes);
    let raw = Raw {
        source: place,
        url: head.url.clone(),
        text,
        ..Raw::default()
    };
    let (raw, hints) = if page {
        html::read(raw)
    } else {
        (raw, Hints::default())
    };
    emit_with(raw, &hints, options, sink, notes);
}

/// Lines that are read before any is worked on: at most so many, and so many bytes and the line that goes over.
const BATCH: (usize, usize) = (256, 4_000_000);

/// The rows of one batch are worked on together, on all threads, and handed over in order.
fn read_lines(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut dyn FnMut(Article),
    notes: &mut Vec<Note>,
) {
    let mut number = 0_u64;
    loop {
        let mut batch: Vec<(u64, Vec<u8>)> = Vec::new();
        // Remarks on the lines themselves, by the line that they stand in front of.
        let mut remarks: Vec<Vec<Note>> = Vec::new();
        let mut size = 0;
        let mut ended = false;
        while batch.len() < BATCH.0 && size < BATCH.1 {
            let mut told = Vec::new();
            let line = input.line(source, number + 1, &mut told);
            ended = line.is_none();
            number += 1;
            let line = line.unwrap_or_default();
            size += line.len();
            batch.push((number, line));
            remarks.push(told);
            if ended {
                break;
            }
        }
        let read: Vec<(Vec<Article>, Vec<Note>)> = batch
            .into_par_iter()
            .map(|(number, line)| read_line(&format!("{source}:{number}"), &line, options))
            .collect();
        for (told, (articles, more)) in remarks.into_iter().zip(read) {
            notes.extend(told);
            notes.extend(more);
            articles.into_iter().for_each(&mut *sink);
        }
        if ended {
            return;
        }
    }
}

fn read_line(place: &str, line: &[u8], options: &Options) -> (Vec<Article>, Vec<Note>) {
    let (mut articles, mut notes) = (Vec::new(), Vec::new());
    if !line.iter().all(u8::is_ascii_whitespace) {
        let text = decoded(place, line, None, &mut notes);
        match jsonl::parse(text.trim_start_matches('\u{feff}')) {
            Ok((value, repair)) => {
                note_repair(repair, place, &mut notes);
                read_object(
                    &value,
                    place.to_owned(),
                    options,
                    &mut |a| articles.push(a),
                    &mut notes,
                );
            }
            Err(error) => notes.push(Note::new(
                place,
                format!("is no JSON ({}), skipped", json_error(&error)),
            )),
        }
    }
    (articles, notes)
}

fn read_json(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut dyn FnMut(Article),
    notes: &mut Vec<Note>,
) {
    let (bytes, _) = input.take(options.limits.piece, source, notes);
    let text = decoded(source, &bytes, None, notes);
    let parsed = jsonl::parse(&text).map(|(value, repair)| {
        note_repair(repair, source, notes);
        value
    });
    match parsed {
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

fn note_repair(repair: jsonl::Repair, place: &str, notes: &mut Vec<Note>) {
    if repair == jsonl::Repair::Surrogates {
        notes.push(Note::new(
            place,
            "halves of surrogate pairs were replaced by U+FFFD",
        ));
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
        Some((raw, jsonl::Markup::Text)) => emit(raw, options, sink, notes),
        Some((raw, jsonl::Markup::Html)) => {
            let (raw, hints) = html::read(raw);
            emit_with(raw, &hints, options, sink, notes);
        }
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
