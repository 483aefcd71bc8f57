//! Bytes in, clean articles out. Never opens a file or a socket: callers hand in a reader.
//!
//! ```
//! let mut bytes: &[u8] = b"OSLO (AP) - Ministers agreed on Monday to open a ferry line in May.";
//! let mut articles = Vec::new();
//! let report = dossier_ingest::read("ferry.txt", &mut bytes, &Default::default(), &mut |found| {
//!     articles.extend(found.into_article());
//!     std::ops::ControlFlow::Continue(())
//! });
//! assert!(report.notes.is_empty());
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
mod recurring;
mod report;
mod warc;

use std::io::Read;
use std::ops::ControlFlow;

use dossier_model::{Note, Published};
use rayon::prelude::*;

pub use agency::by_name as agency_by_name;
pub use article::content_id;
pub use date::parse_published;
pub use recurring::mark_recurring;
pub use report::{Found, Listed, Outcome, Piece, Reason, Report, Tally};

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

/// Reads one source, of any kind, and hands over what it holds as soon as it is whole, in the source's order.
///
/// `source` is the path or address as the user gave it: notes and articles carry it. Nothing further is read once
/// `sink` breaks off.
pub fn read(
    source: &str,
    reader: &mut dyn Read,
    options: &Options,
    sink: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Report {
    let mut report = Report::default();
    // Whether the sink broke off is of no use to the caller, who knows it.
    let _ = read_source(source, reader, options, sink, &mut report);
    report
}

type Sink<'a> = dyn FnMut(Found) -> ControlFlow<()> + 'a;

fn read_source(
    source: &str,
    reader: &mut dyn Read,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    let mut skip = |message: String, reason| {
        report.note(source, message);
        report.tally.add(Piece::File, Outcome::Skipped(reason));
        ControlFlow::Continue(())
    };
    match Source::open(reader, options.limits) {
        Ok(mut input) => match kind::tell(source, input.head()) {
            Kind::Empty => skip("is empty".to_owned(), Reason::Empty),
            Kind::Binary(what) => skip(
                format!("{what}, skipped; hint: give plain text, HTML, JSON Lines, a feed or WARC"),
                Reason::Binary,
            ),
            Kind::JsonLines => read_lines(source, &mut input, options, sink, report),
            Kind::Json => read_json(source, &mut input, options, sink, report),
            Kind::Html => read_page(source, &mut input, options, sink, report),
            Kind::Feed => read_feed(source, &mut input, options, sink, report),
            Kind::Warc => read_warc(source, &mut input, options, sink, report),
            Kind::Text => read_text(source, &mut input, options, sink, report),
        },
        Err(error) => skip(format!("cannot be read: {error}"), Reason::Damaged),
    }
}

/// What a format gave for one piece, made an article, counted and handed over.
fn emit(
    piece: Piece,
    (raw, hints): (Raw, Hints),
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    match article::finish(raw, &hints, options, &mut report.notes) {
        Ok(article) => {
            report.tally.add(piece, Outcome::Read);
            sink(Found::Article(Box::new(article)))
        }
        Err(reason) => {
            report.tally.add(piece, Outcome::Skipped(reason));
            ControlFlow::Continue(())
        }
    }
}

fn plain(raw: Raw) -> (Raw, Hints) {
    (raw, Hints::default())
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
    report: &mut Report,
) -> ControlFlow<()> {
    // What is cut off here is beyond the article's own limit, which notes it.
    let (bytes, _) = input.take(
        options.limits.article.saturating_mul(2),
        source,
        &mut report.notes,
    );
    let text = decoded(source, &bytes, None, &mut report.notes);
    let markdown = markdown::is_markdown(source, &text);
    let raw = Raw {
        source: source.to_owned(),
        text,
        ..Raw::default()
    };
    let raw = if markdown { markdown::read(raw) } else { raw };
    emit(Piece::Text, plain(raw), options, sink, report)
}

fn read_page(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    let (bytes, more) = input.take(options.limits.page(), source, &mut report.notes);
    if more {
        let most = options.limits.page() / 1_000_000;
        report.note(source, format!("page is longer than {most} MB and was cut"));
    }
    let stated = html::stated_encoding(&bytes);
    let text = decoded(source, &bytes, stated.as_deref(), &mut report.notes);
    let read = html::read(Raw {
        source: source.to_owned(),
        text,
        ..Raw::default()
    });
    emit(Piece::Page, read, options, sink, report)
}

fn read_feed(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    let (bytes, more) = input.take(options.limits.piece, source, &mut report.notes);
    if more {
        let most = options.limits.piece / 1_000_000;
        report.note(source, format!("feed is longer than {most} MB and was cut"));
    }
    match feed::read(&bytes, source) {
        Ok(items) => {
            for raw in items {
                emit(Piece::Entry, plain(raw), options, sink, report)?;
            }
        }
        Err(error) => {
            report.note(source, format!("is no feed that can be read ({error}), skipped"));
            report.tally.add(Piece::File, Outcome::Skipped(Reason::Damaged));
        }
    }
    ControlFlow::Continue(())
}

fn read_warc(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
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
        let damaged = Outcome::Skipped(Reason::Damaged);
        let Some(head) = warc::read_head(&lines) else {
            report.note(place, "has no length, skipped");
            report.tally.add(Piece::Record, damaged);
            continue;
        };
        let Some(bytes) = input.exactly(head.length, options.limits.page()) else {
            report.note(place, "ends early, the rest was left");
            report.tally.add(Piece::Record, damaged);
            break;
        };
        match read_record(place, &head, &bytes, options, &mut report.notes) {
            Ok(read) => emit(Piece::Record, read, options, sink, report)?,
            Err(reason) => report.tally.add(Piece::Record, Outcome::Skipped(reason)),
        }
    }
    report.notes.append(&mut scrap);
    ControlFlow::Continue(())
}

/// A record that holds a page or a text; every other kind is passed over without a note.
fn read_record(
    place: String,
    head: &warc::Head,
    bytes: &[u8],
    options: &Options,
    notes: &mut Vec<Note>,
) -> Result<(Raw, Hints), Reason> {
    let (media, body) = match head.kind.as_str() {
        "response" => {
            let response = warc::read_response(bytes).ok_or(Reason::NoPage)?;
            if response.status != 200 {
                return Err(Reason::Status);
            }
            let joined = if response.chunked {
                warc::unchunk(response.body)
            } else {
                response.body.to_vec()
            };
            (response.media, joined)
        }
        "resource" | "conversion" => (head.media.clone(), bytes.to_vec()),
        _ => return Err(Reason::NoResponse),
    };
    let page = media.contains("html");
    if !page && !media.starts_with("text/plain") {
        return Err(Reason::NoPage);
    }
    // The response may be compressed inside the record, whatever its head says.
    let mut reader = body.as_slice();
    let body = match Source::open(&mut reader, options.limits) {
        Ok(mut inner) => inner.take(options.limits.page(), &place, notes).0,
        Err(error) => {
            notes.push(Note::new(place, format!("cannot be read: {error}")));
            return Err(Reason::Damaged);
        }
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
    Ok(if page { html::read(raw) } else { plain(raw) })
}

/// Lines that are read before any is worked on: at most so many, and so many bytes and the line that goes over.
const BATCH: (usize, usize) = (256, 4_000_000);

/// The rows of one batch are worked on together, on all threads, and handed over in order.
fn read_lines(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
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
        let read: Vec<(Vec<Found>, Report)> = batch
            .into_par_iter()
            .map(|(number, line)| read_line(&format!("{source}:{number}"), &line, options))
            .collect();
        for (told, (found, more)) in remarks.into_iter().zip(read) {
            report.notes.extend(told);
            report.append(more);
            found.into_iter().try_for_each(&mut *sink)?;
        }
        if ended {
            return ControlFlow::Continue(());
        }
    }
}

fn read_line(place: &str, line: &[u8], options: &Options) -> (Vec<Found>, Report) {
    let (mut found, mut report) = (Vec::new(), Report::default());
    if !line.iter().all(u8::is_ascii_whitespace) {
        let text = decoded(place, line, None, &mut report.notes);
        match jsonl::parse(text.trim_start_matches('\u{feff}')) {
            Ok((value, repair)) => {
                note_repair(repair, place, &mut report);
                let mut keep = |f| {
                    found.push(f);
                    ControlFlow::Continue(())
                };
                let _ = read_object(&value, place.to_owned(), options, &mut keep, &mut report);
            }
            Err(error) => {
                report.note(place, format!("is no JSON ({}), skipped", json_error(&error)));
                report.tally.add(Piece::Row, Outcome::Skipped(Reason::Damaged));
            }
        }
    }
    (found, report)
}

fn read_json(
    source: &str,
    input: &mut Source<'_>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    let (bytes, _) = input.take(options.limits.piece, source, &mut report.notes);
    let text = decoded(source, &bytes, None, &mut report.notes);
    let parsed = jsonl::parse(&text).map(|(value, repair)| {
        note_repair(repair, source, report);
        value
    });
    match parsed {
        Ok(serde_json::Value::Array(items)) => {
            for (i, item) in items.iter().enumerate() {
                read_object(item, format!("{source}:item {}", i + 1), options, sink, report)?;
            }
        }
        Ok(value) => return read_object(&value, source.to_owned(), options, sink, report),
        Err(error) => {
            report.note(
                format!("{source}:{}", error.line()),
                format!("is no JSON ({}), skipped", json_error(&error)),
            );
            report.tally.add(Piece::Row, Outcome::Skipped(Reason::Damaged));
        }
    }
    ControlFlow::Continue(())
}

fn note_repair(repair: jsonl::Repair, place: &str, report: &mut Report) {
    if repair == jsonl::Repair::Surrogates {
        report.note(place, "halves of surrogate pairs were replaced by U+FFFD");
    }
}

fn read_object(
    value: &serde_json::Value,
    place: String,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> ControlFlow<()> {
    let read = match jsonl::read(value, place.clone()) {
        Some((raw, jsonl::Markup::Text)) => plain(raw),
        Some((raw, jsonl::Markup::Html)) => html::read(raw),
        None => {
            report.note(place, jsonl::NO_TEXT);
            report.tally.add(Piece::Row, Outcome::Skipped(Reason::Empty));
            return ControlFlow::Continue(());
        }
    };
    emit(Piece::Row, read, options, sink, report)
}

/// The parser's words without its line number, which is that of our place.
fn json_error(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} at column {}", text.get(..at).unwrap_or(""), error.column()),
        None => text,
    }
}
