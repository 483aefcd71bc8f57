//! A file a format: each cuts a source into pieces, and has the pieces worked on by the threads.

mod archive;
mod feed;
mod file;
mod json;
mod mail;
mod mend;
mod newsml;
mod newsml1;
mod ninjs;
mod rows;
mod sitemap;
mod warc;
mod xml;
mod zip;

use std::io::Read;
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::Limits;
use crate::kind::{self, Kind};
use crate::queue::Queue;
use crate::report::{Piece, Reason, Report};
use crate::stream::{Meter, Metered, Stream};

pub(crate) use mail::is_separator as is_mail_separator;
pub use warc::Record;

/// Reads an outermost source.
pub(crate) fn read(source: &str, reader: &mut dyn Read, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let nest = Nest::default();
    let mut reader = Metered {
        inner: reader,
        meter: Rc::clone(&nest.meter),
    };
    walk(source, &mut reader, &nest, queue)
}

/// The archives that a source lies in.
#[derive(Debug, Default)]
struct Nest {
    /// How many.
    depth: usize,
    /// The bytes of all of them.
    meter: Rc<Meter>,
}

/// Tells what a source is, and has it read.
fn walk(source: &str, reader: &mut dyn Read, nest: &Nest, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let mut stream = Stream::open(reader, queue.options.limits, &nest.meter);
    let kind = kind::tell(source, stream.head());
    if let Some(error) = stream.failure().filter(|_| kind == Kind::Empty) {
        let message = format!("cannot be read: {error}");
        queue.skip(Piece::File, Reason::Damaged, source, message);
        return ControlFlow::Continue(());
    }
    match kind {
        Kind::Empty => queue.skip(Piece::File, Reason::Empty, source, "is empty"),
        Kind::Binary(what) => {
            let hint = "give text, HTML, JSON, a feed, mail, or an archive of these";
            let message = format!("{what}, skipped; hint: {hint}");
            queue.skip(Piece::File, Reason::Binary, source, message);
        }
        Kind::JsonLines => rows::read(source, &mut stream, queue)?,
        Kind::Json => json::read(source, &mut stream, queue)?,
        Kind::Html => file::read_page(source, &mut stream, queue)?,
        Kind::Feed => feed::read(source, &mut stream, queue)?,
        Kind::Sitemap => sitemap::read(source, &mut stream, queue)?,
        Kind::NewsMl => newsml::read(source, &mut stream, queue)?,
        Kind::Warc => warc::read(source, &mut stream, queue)?,
        Kind::Zip => archive::read_zip(source, &mut stream, nest, queue)?,
        Kind::Tar => archive::read_tar(source, &mut stream, nest, queue)?,
        Kind::Mbox => mail::read_box(source, &mut stream, queue)?,
        Kind::Message => mail::read_message(source, &mut stream, queue)?,
        Kind::Text => file::read_text(source, &mut stream, queue)?,
    }
    if let Some(error) = stream.failure() {
        queue.note(source, format!("ends early: {error}"));
    }
    ControlFlow::Continue(())
}

/// Lists the records of a web archive.
pub(crate) fn list_records(
    source: &str,
    reader: &mut dyn Read,
    limits: Limits,
    sink: &mut dyn FnMut(Record) -> ControlFlow<()>,
) -> Report {
    let nest = Nest::default();
    let mut reader = Metered {
        inner: reader,
        meter: Rc::clone(&nest.meter),
    };
    let mut stream = Stream::open(&mut reader, limits, &nest.meter);
    warc::list(source, &mut stream, limits, sink)
}
