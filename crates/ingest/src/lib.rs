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
//!
//! A source goes through these rooms: `stream` (decompression, bounds) → `kind` (what it is) → one of `formats`, which cuts
//! it into pieces → `queue` (all threads, in order) → for each piece `html`, `markdown` or plain words → `article` (clean
//! text, `blocks`, what is known).

mod agency;
mod article;
mod blocks;
mod calendar;
mod clean;
mod date;
mod encoding;
mod entities;
mod formats;
mod html;
mod kind;
mod language;
mod lines;
mod markdown;
mod mojibake;
mod options;
mod queue;
mod raw;
mod recurring;
mod report;
mod stream;
mod vietnamese;
mod zstd;

use std::io::Read;
use std::ops::ControlFlow;

use dossier_model::Note;

pub use article::content_id;
pub use date::parse_published;
pub use formats::Record;
pub use lines::read_lines;
pub use options::{Limits, Options};
pub use recurring::mark_recurring;
pub use report::{Found, Listed, Outcome, Piece, Reason, Report, Tally};

/// What takes over what is found.
type Sink<'a> = dyn FnMut(Found) -> ControlFlow<()> + 'a;

/// Reads one source, of any kind, and hands over what it holds as soon as it is whole, in the source's order.
///
/// `source` is the path or address as the user gave it: notes and articles carry it. Nothing further is read once
/// `sink` breaks off. The threads of the current `rayon` pool work; `sink` is called by the calling thread alone.
pub fn read(
    source: &str,
    reader: &mut dyn Read,
    options: &Options,
    sink: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Report {
    let most = options.limits.notes;
    let mut notes: Vec<Note> = Vec::new();
    let mut take = |note: Note| match notes.len() {
        n if n < most => notes.push(note),
        n if n == most => notes.push(Note::new(
            note.source,
            "further notes on this source were left out",
        )),
        _ => {}
    };
    let tally = read_noting(source, reader, options, sink, &mut take);
    Report { notes, tally }
}

/// [`read`], with the remarks handed over one by one as they come, and none left out.
pub fn read_noting(
    source: &str,
    reader: &mut dyn Read,
    options: &Options,
    sink: &mut dyn FnMut(Found) -> ControlFlow<()>,
    note: &mut dyn FnMut(Note),
) -> Tally {
    queue::run(options, sink, note, |queue| formats::read(source, reader, queue))
}

/// Hands over the records of a web archive (WARC, as a file of gzip or zstd or neither) without reading their words: for a
/// program that lists or selects them. Nothing further is read once `sink` breaks off.
pub fn list_records(
    source: &str,
    reader: &mut dyn Read,
    limits: Limits,
    sink: &mut dyn FnMut(Record) -> ControlFlow<()>,
) -> Report {
    formats::list_records(source, reader, limits, sink)
}
