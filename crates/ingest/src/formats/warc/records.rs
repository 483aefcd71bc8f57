//! The records of a web archive, one at a time, whatever their lengths say.
//!
//! A record's length is believed where the next record stands behind it. Where it does not, the next line that begins a
//! record ends this one: in the bytes that were taken for its body, or behind them.

use std::io::{BufRead, Read};

use memchr::memmem;

use super::head::{self, Head};
use crate::Limits;
use crate::stream::{Line, Stream};

/// Bodies up to this size are kept while they are passed over, so that a record that a wrong length hides is found.
const KEPT: u64 = 1 << 20;

/// A body that holds so many records is no body: its length lies, and no more of it need be looked at.
const SHOWN: usize = 16;

/// Bytes of a record that tell that one begins.
const LEAD: usize = 32;

/// Bytes of a head's line, and lines of a head.
const LINE: usize = 1 << 16;
const LINES: usize = 200;

/// The records of a stream.
pub(super) struct Records<'s, 'a> {
    /// The archive; at the beginning of a body after [`Records::next`] gave its head.
    pub stream: &'s mut Stream<'a>,
    /// The number of the record, from 1.
    pub number: u64,
    limits: Limits,
}

/// What stands next in an archive.
#[derive(Debug)]
pub(super) enum Next {
    /// A record.
    Record(Head),
    /// A head by whose length nothing can be read.
    Damaged,
    /// Too many bytes that belong to no record.
    Lost,
    /// Nothing more.
    End,
}

/// The bytes of a record.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Those that were asked for.
    pub bytes: Vec<u8>,
    /// Whether there were more.
    pub cut: bool,
    /// What is wrong with its length, in a few words.
    pub wrong: Option<&'static str>,
}

impl<'s, 'a> Records<'s, 'a> {
    pub(super) fn new(stream: &'s mut Stream<'a>, limits: Limits) -> Self {
        Self {
            stream,
            number: 0,
            limits,
        }
    }

    /// The next record's head.
    pub(super) fn next(&mut self) -> Next {
        match pass_to_record(self.stream, self.limits.gap) {
            Passed::Record => {}
            Passed::End => return Next::End,
            Passed::Most => return Next::Lost,
        }
        self.number += 1;
        let limits = Limits {
            piece: LINE,
            ..self.limits
        };
        let mut lines = Vec::new();
        // The first line is the version.
        while let Line::Whole(line) = self.stream.line(limits) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if line.is_empty() || lines.len() > LINES {
                break;
            }
            lines.push(line);
        }
        head::parse(lines.get(1..).unwrap_or(&[])).map_or(Next::Damaged, Next::Record)
    }

    /// Takes up to `most` bytes of the body, and passes over the rest.
    pub(super) fn body(&mut self, head: &Head, most: usize) -> Body {
        let kept = head.length.min((most as u64).max(KEPT));
        let mut bytes = Vec::with_capacity(kept.min(KEPT) as usize);
        let mut shown = 0;
        while (bytes.len() as u64) < kept && shown < SHOWN {
            let old = bytes.len();
            let part = (kept - old as u64).min(PEEK as u64);
            let _ = Read::by_ref(self.stream).take(part).read_to_end(&mut bytes);
            if bytes.len() == old {
                break;
            }
            let new = bytes.get(old.saturating_sub(LEAD)..).unwrap_or(&[]);
            shown += records_in(new).count();
        }
        let mut wrong = None;
        let rest = head.length - kept;
        // Further bytes may hold a record, but not one that a page shows: pages end before.
        let passed = if (bytes.len() as u64) < kept {
            false
        } else {
            rest == 0 || pass(self.stream, rest)
        };
        let next = self.stream.peek(8);
        let fits = passed
            && (next.is_empty()
                || next.starts_with(b"\r\n\r\n")
                || next.starts_with(b"\n\n")
                || next.starts_with(b"WARC/"));
        if !fits {
            // The line that begins the next record may lie across the end of this one.
            let end = bytes.len();
            let beyond = self.stream.peek(LEAD);
            bytes.extend_from_slice(beyond.get(..LEAD.min(beyond.len())).unwrap_or(beyond));
            let found = find_record(&bytes).filter(|at| *at < end);
            bytes.truncate(end);
            if let Some(at) = found {
                self.stream.unread(bytes.get(at..).unwrap_or(&[]));
                let end = bytes.get(..at).unwrap_or(&[]).trim_ascii_end().len();
                bytes.truncate(end);
                wrong = Some("is shorter than its length says");
            } else if self.stream.peek(1).is_empty() {
                wrong = Some("ends early");
            } else {
                wrong = Some("has another length than it says");
            }
        }
        let cut = bytes.len() > most || rest > 0 && bytes.len() as u64 == kept;
        bytes.truncate(most);
        Body { bytes, cut, wrong }
    }
}

enum Passed {
    Record,
    End,
    Most,
}

/// Passes over `n` bytes, or fewer, up to the line that begins a record; whether it passed all.
fn pass(stream: &mut Stream<'_>, mut n: u64) -> bool {
    while n > 0 {
        let have = stream.peek(PEEK);
        if have.is_empty() {
            return false;
        }
        let end = have.len().min(usize::try_from(n).unwrap_or(usize::MAX));
        let part = have.get(..end).unwrap_or(have);
        if let Some(at) = find_record(part) {
            stream.consume(at);
            return false;
        }
        // A line that begins a record may lie across the edge.
        let used = if part.len() as u64 == n || part.len() < PEEK {
            part.len()
        } else {
            part.len() - EDGE
        };
        stream.consume(used);
        n -= used as u64;
    }
    true
}

/// Bytes that are looked through at once, and those at their end that are looked at again.
const PEEK: usize = 1 << 16;
const EDGE: usize = LEAD;

/// Passes over what is no record, up to the line that begins one.
fn pass_to_record(stream: &mut Stream<'_>, most: u64) -> Passed {
    let mut passed = 0;
    loop {
        let have = stream.peek(16);
        let lead = have.len() - have.trim_ascii_start().len();
        if have.get(lead..).is_some_and(|h| h.starts_with(b"WARC/")) {
            stream.consume(lead);
            return Passed::Record;
        }
        let have = stream.peek(PEEK);
        if have.is_empty() {
            return Passed::End;
        }
        let (used, found) = match memmem::find(have, b"\nWARC/") {
            Some(at) => (at + 1, true),
            None if have.len() < PEEK => (have.len(), false),
            None => (have.len() - 5, false),
        };
        stream.consume(used);
        if found {
            return Passed::Record;
        }
        passed += used as u64;
        if passed > most {
            return Passed::Most;
        }
    }
}

/// Where in a body a record begins: a version line, and a field of a head behind it.
fn find_record(bytes: &[u8]) -> Option<usize> {
    records_in(bytes).next()
}

fn records_in(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let begins = |at: &usize| {
        let rest = bytes.get(*at..).unwrap_or(&[]);
        let line = memchr::memchr(b'\n', rest.get(..rest.len().min(16)).unwrap_or(rest));
        line.and_then(|end| rest.get(end + 1..))
            .is_some_and(|next| next.starts_with(b"WARC-") || next.starts_with(b"Content-"))
    };
    memmem::find_iter(bytes, b"\nWARC/1.")
        .map(|at| at + 1)
        .filter(begins)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    fn record(length: &str, body: &str) -> String {
        format!("WARC/1.0\r\nWARC-Type: resource\r\n{length}\r\n\r\n{body}\r\n\r\n")
    }

    /// The bodies that are read, with what is wrong.
    fn read(archive: &str) -> Vec<String> {
        let mut reader = archive.as_bytes();
        let limits = Limits {
            gap: 1_500_000,
            ..Limits::default()
        };
        let mut stream = Stream::open(&mut reader, limits, &Rc::default());
        let mut records = Records::new(&mut stream, limits);
        let mut out = Vec::new();
        loop {
            match records.next() {
                Next::Record(head) => {
                    let body = records.body(&head, 1000);
                    let words = String::from_utf8_lossy(&body.bytes).into_owned();
                    out.push(format!(
                        "{words}{}",
                        body.wrong.map_or_else(String::new, |w| format!("; {w}"))
                    ));
                }
                Next::Damaged => out.push("damaged".to_owned()),
                Next::Lost => {
                    out.push("lost".to_owned());
                    return out;
                }
                Next::End => return out,
            }
        }
    }

    #[test]
    fn records_follow_each_other() {
        let two = record("Content-Length: 3", "one") + &record("Content-Length: 3", "two");
        assert_eq!(read(&two), ["one", "two"]);
        assert_eq!(read(&two.replace("\r\n", "\n")), ["one", "two"]);
    }

    #[test]
    fn lying_lengths_cost_no_other_record() {
        for (length, expected) in [
            ("Content-Length: 2", "on; has another length than it says"),
            ("Content-Length: 20", "one; is shorter than its length says"),
            ("Content-Length: 90", "one; is shorter than its length says"),
            (
                "Content-Length: 9000000000000000000",
                "one; is shorter than its length says",
            ),
            ("Content-Length: -3", "damaged"),
            ("Content-Length: 99999999999999999999", "damaged"),
            ("Content-Length: many", "damaged"),
            ("X-Nothing: 3", "damaged"),
        ] {
            let archive = record(length, "one") + &record("Content-Length: 3", "two");
            assert_eq!(read(&archive), [expected, "two"], "{length}");
        }
    }

    #[test]
    fn a_record_behind_a_large_one_that_lies_is_found() {
        let large = "x".repeat(3_000_000);
        for length in ["Content-Length: 9000000000000000000", "Content-Length: 2000000"] {
            let archive = record(length, &large) + &record("Content-Length: 3", "two");
            assert_eq!(read(&archive).last().map(String::as_str), Some("two"), "{length}");
        }
    }

    #[test]
    fn a_page_that_shows_a_record_stays_whole() {
        let shown = "a\nWARC/1.0\nWARC-Type: x\nb";
        let archive = record(&format!("Content-Length: {}", shown.len()), shown);
        assert_eq!(read(&archive), [shown]);
    }

    #[test]
    fn what_is_no_record_is_passed_over_up_to_the_limit() {
        let good = record("Content-Length: 3", "one");
        assert_eq!(read(&format!("{}\n{good}", "#".repeat(100_000))), ["one"]);
        assert_eq!(read(&format!("{good}{}", "#".repeat(3_000_000))), ["one", "lost"]);
    }
}
