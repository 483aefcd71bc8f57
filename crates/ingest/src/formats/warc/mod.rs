//! WARC (ISO 28500): what servers answered in a crawl, one record at a time.

mod head;
mod http;
mod records;

use std::ops::ControlFlow;

use super::file::{decoded, note_cut};
use super::{feed, newsml, sitemap};
use crate::html;
use crate::kind::{self, Kind};
use crate::queue::{Done, Queue};
use crate::raw::{Hints, Raw};
use crate::report::{Piece, Reason};
use crate::stream::Stream;
use crate::{Limits, Options};

use head::Head;
use http::Response;
use records::{Next, Records};

pub use list::Record;
pub(super) use list::list;

mod list;

/// Enough for the head of any response.
const HTTP_HEAD: usize = 1 << 15;

/// The pages and texts of an archive; every other record is passed over and counted.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let limits = queue.options.limits;
    let mut records = Records::new(stream, limits);
    loop {
        let head = match records.next() {
            Next::Record(head) => head,
            Next::Damaged => {
                let place = place(source, records.number);
                let message = "has no length that can be read, skipped";
                queue.skip(Piece::Record, Reason::Damaged, &place, message);
                continue;
            }
            Next::Lost => {
                queue.note(source, lost(limits));
                return ControlFlow::Continue(());
            }
            Next::End => return ControlFlow::Continue(()),
        };
        let place = place(source, records.number);
        let answer = Answer::of(&head, &mut records);
        let most = if answer.is_ok() { limits.page } else { 0 };
        let body = records.body(&head, most);
        if let Some(wrong) = body.wrong {
            queue.note(&place, format!("{wrong}; its words may be cut"));
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(reason) => {
                queue.count(Piece::Record, reason);
                continue;
            }
        };
        let size = body.bytes.len();
        queue.push(&place.clone(), size, move |options, done| {
            if body.cut {
                note_cut(&place, "page", options.limits.page, done);
            }
            if let Some(why) = &head.truncated {
                let message = format!("was cut by the crawler ({why}); its words may be cut");
                done.report.note(&place, message);
            }
            read_body(place, head, answer, body.bytes, options, done);
        })?;
    }
}

fn place(source: &str, number: u64) -> String {
    format!("{source}:record {number}")
}

fn lost(limits: Limits) -> String {
    let most = limits.gap / 1_000_000;
    format!("holds {most} MB in a row that are no record, the rest was left")
}

/// A record that may hold words.
#[derive(Debug)]
struct Answer {
    /// The head of the server's response, where there is one in front of the body.
    response: Response,
}

impl Answer {
    /// Looks at the beginning of a body without taking it.
    ///
    /// # Errors
    /// Where there is nothing to read in it.
    fn of(head: &Head, records: &mut Records<'_, '_>) -> Result<Self, Reason> {
        let response = match head.kind.as_str() {
            "response" => {
                let length = usize::try_from(head.length).unwrap_or(usize::MAX);
                let have = records.stream.peek(length.min(HTTP_HEAD));
                let have = have.get(..length.min(have.len())).unwrap_or(have);
                let response = http::parse(have).ok_or(Reason::NoPage)?;
                if !response.is_answer() {
                    return Err(Reason::Status);
                }
                response
            }
            "resource" | "conversion" => Response {
                media: head.media.clone(),
                ..Response::default()
            },
            _ => return Err(Reason::NoResponse),
        };
        // A server that says nothing of the kind is not believed to send a picture.
        let words = ["html", "xml", "rss", "atom", "text/plain"];
        let media = response.media.as_str();
        let may = media.is_empty() || words.iter().any(|w| media.contains(w)) && !media.starts_with("image/");
        may.then_some(Self { response }).ok_or(Reason::NoPage)
    }
}

/// What a body is, is told by its bytes, save that what a server calls a page is one.
fn read_body(place: String, head: Head, answer: Answer, bytes: Vec<u8>, options: &Options, done: &mut Done) {
    let response = answer.response;
    let mut bytes = http::body(&response, &bytes, options.limits.page);
    if bytes.len() > options.limits.page {
        bytes.truncate(options.limits.page);
        note_cut(&place, "page", options.limits.page, done);
    }
    let begin = bytes.get(..bytes.len().min(8192)).unwrap_or(&bytes);
    let kind = kind::tell("", begin);
    let media = response.media.as_str();
    let is_page = match kind {
        Kind::Feed => return feed::read_bytes(&place, bytes, options, done),
        Kind::Sitemap => return sitemap::read_bytes(&place, bytes, options, done),
        Kind::NewsMl => return newsml::read_bytes(&place, bytes, options, done),
        Kind::Html => true,
        Kind::Empty => return done.report.tally.add(Piece::Record, skipped(Reason::Empty)),
        Kind::Text if media.starts_with("text/plain") => false,
        Kind::Text | Kind::Message | Kind::Mbox => media.contains("html"),
        _ => return done.report.tally.add(Piece::Record, skipped(Reason::NoPage)),
    };
    if !is_page && !media.starts_with("text/plain") {
        return done.report.tally.add(Piece::Record, skipped(Reason::NoPage));
    }
    let stated = media.split("charset=").nth(1).map(|c| {
        c.split(';')
            .next()
            .unwrap_or(c)
            .trim_matches(['"', '\'', ' '])
            .to_owned()
    });
    let stated = stated.or_else(|| is_page.then(|| html::stated_encoding(&bytes)).flatten());
    let raw = Raw {
        text: decoded(&place, bytes, stated.as_deref(), done),
        source: place,
        url: head.url,
        ..Raw::default()
    };
    let (raw, hints) = if is_page {
        html::read(raw)
    } else {
        (raw, Hints::default())
    };
    done.finish(Piece::Record, raw, &hints, options);
}

fn skipped(reason: Reason) -> crate::report::Outcome {
    crate::report::Outcome::Skipped(reason)
}
