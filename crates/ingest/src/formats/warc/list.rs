//! The records of an archive without their words: what a program does that lists or filters them.

use std::ops::ControlFlow;

use super::http;
use super::records::{Next, Records};
use super::{HTTP_HEAD, lost, place};
use crate::Limits;
use crate::report::{Outcome, Piece, Reason, Report};
use crate::stream::Stream;

/// A record of a web archive, without its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The archive, and the place in it: `crawl.warc.gz:record 12`.
    pub source: String,
    /// What was fetched.
    pub url: Option<String>,
    /// When it was fetched, as the archive writes it (RFC 3339, in UTC); no page is younger.
    pub fetched: Option<String>,
    /// `response`, `request`, `metadata`, `revisit`, …
    pub kind: String,
    /// The server's status, of a response.
    pub status: Option<u16>,
    /// Its media type, in lower case, of a response; else that of the record.
    pub media: String,
    /// Bytes of the record, with the server's head.
    pub length: u64,
}

/// Hands over every record of an archive.
pub(in crate::formats) fn list(
    source: &str,
    stream: &mut Stream<'_>,
    limits: Limits,
    sink: &mut dyn FnMut(Record) -> ControlFlow<()>,
) -> Report {
    let mut report = Report::default();
    let mut records = Records::new(stream, limits);
    loop {
        let head = match records.next() {
            Next::Record(head) => head,
            Next::Damaged => {
                let message = "has no length that can be read, skipped";
                report.note(place(source, records.number), message);
                report.tally.add(Piece::Record, Outcome::Skipped(Reason::Damaged));
                continue;
            }
            Next::Lost => {
                report.note(source, lost(limits));
                break;
            }
            Next::End => break,
        };
        let mut record = Record {
            source: place(source, records.number),
            url: head.url.clone(),
            fetched: head.date.clone(),
            kind: head.kind.clone(),
            status: None,
            media: head.media.clone(),
            length: head.length,
        };
        if head.kind == "response" {
            let length = usize::try_from(head.length).unwrap_or(usize::MAX);
            let have = records.stream.peek(length.min(HTTP_HEAD));
            let have = have.get(..length.min(have.len())).unwrap_or(have);
            if let Some(response) = http::parse(have) {
                record.status = Some(response.status);
                record.media = response.media;
            }
        }
        if let Some(wrong) = records.body(&head, 0).wrong {
            report.note(record.source.as_str(), wrong);
        }
        report.tally.add(Piece::Record, Outcome::Listed);
        if sink(record).is_break() {
            break;
        }
    }
    if let Some(error) = records.stream.failure() {
        report.note(source, format!("ends early: {error}"));
    }
    report
}
