//! Files that hold one article each: pages, plain text, Markdown.

use std::ops::ControlFlow;

use crate::html;
use crate::queue::{Done, Queue};
use crate::raw::{Hints, Raw};
use crate::report::Piece;
use crate::stream::Stream;
use crate::{encoding, markdown};

/// A page.
pub(super) fn read_page(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let (bytes, more) = stream.take_all(queue.options.limits.page);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            note_cut(&place, "page", options.limits.page, done);
        }
        let stated = html::stated_encoding(&bytes);
        let raw = Raw {
            text: decoded(&place, bytes, stated.as_deref(), done),
            file: Some(place.clone()),
            source: place,
            ..Raw::default()
        };
        let (raw, hints) = html::read(raw);
        done.finish(Piece::Page, raw, &hints, options);
    })
}

/// A text, or Markdown.
pub(super) fn read_text(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    // What is cut off here is beyond the article's own limit, which notes it.
    let (bytes, _) = stream.take_all(queue.options.limits.article.saturating_mul(2));
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        let text = decoded(&place, bytes, None, done);
        let markdown = markdown::is_markdown(&place, &text);
        let raw = Raw {
            text,
            file: Some(place.clone()),
            source: place,
            ..Raw::default()
        };
        let raw = if markdown { markdown::read(raw) } else { raw };
        done.finish(Piece::Text, raw, &Hints::default(), options);
    })
}

/// Bytes as characters; a remark where they had to be guessed.
pub(super) fn decoded(place: &str, bytes: Vec<u8>, stated: Option<&str>, done: &mut Done) -> String {
    let decoded = encoding::decode(&bytes, stated);
    if let Some(remark) = decoded.remark {
        done.report.note(place, remark);
    }
    decoded.text
}

/// A remark on what was longer than a limit.
pub(super) fn note_cut(place: &str, what: &str, limit: usize, done: &mut Done) {
    let most = limit / 1_000_000;
    done.report
        .note(place, format!("{what} is longer than {most} MB and was cut"));
}
