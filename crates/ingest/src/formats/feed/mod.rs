//! RSS, Atom and JSON Feed: each entry with words is an article.

mod entry;
mod json;

use std::ops::ControlFlow;

use feed_rs::model::Feed;
use rayon::prelude::*;

use super::file::{decoded, note_cut};
use super::mend::mend;
use super::xml::{self, Element};
use crate::html;
use crate::queue::{Done, Queue};
use crate::report::{Piece, Reason};
use crate::stream::Stream;
use crate::{Options, clean};

/// A file that is a feed.
pub(super) fn read(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let (bytes, more) = stream.take_all(queue.options.limits.piece);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            note_cut(&place, "feed", options.limits.piece, done);
        }
        read_bytes(&place, bytes, options, done);
    })
}

/// The entries of a feed, in its order.
pub(super) fn read_bytes(place: &str, bytes: Vec<u8>, options: &Options, done: &mut Done) {
    let stated = html::stated_encoding(&bytes);
    let text = decoded(place, bytes, stated.as_deref(), done);
    if text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .starts_with('{')
    {
        return json::read(place, &text, options, done);
    }
    let text = clean::without_controls(&text);
    let read = match parse(&text) {
        Ok(feed) => Ok((feed, text.into_owned(), None)),
        Err(error) => mended(&text, &error).ok_or(error),
    };
    let (feed, text, note) = match read {
        Ok(read) => read,
        Err(error) => {
            let message = format!("is no feed that can be read ({error}), skipped");
            return done.skip(Piece::File, Reason::Damaged, place, message);
        }
    };
    if let Some(note) = note {
        done.report.note(place, note);
    }
    let own = elements(&text, feed.entries.len());
    let base = entry::Base::of(&feed);
    let read: Vec<Done> = (feed.entries.par_iter().enumerate())
        .map(|(i, entry)| {
            let mut done = Done::default();
            let place = format!("{place}:entry {}", i + 1);
            let (raw, hints) = entry::raw(&feed, entry, own.get(i), &base, place);
            done.finish(Piece::Entry, raw, &hints, options);
            done
        })
        .collect();
    read.into_iter().for_each(|one| done.append(one));
}

/// A feed that is no sound XML, as it was meant; else the entries of it that are sound. With its text, and what is to be
/// told of it.
fn mended(text: &str, error: &str) -> Option<(Feed, String, Option<String>)> {
    let mended = mend(text);
    let ends = ["</item>", "</entry>"].map(|end| memchr::memmem::find_iter(mended.as_bytes(), end).count());
    let most = ends[0].max(ends[1]);
    let whole = parse(&mended);
    if let Ok(feed) = &whole
        && feed.entries.len() >= most
    {
        let note = format!("is no sound XML ({error}), read as it was meant");
        return Some((whole.ok()?, mended, Some(note)));
    }
    let why = whole
        .as_ref()
        .err()
        .map_or_else(|| error.to_owned(), Clone::clone);
    // An entry whose end is damaged takes the next ones with it.
    if let Some((text, lost)) = sound_entries(text)
        && let Ok(feed) = parse(&text)
        && whole.as_ref().map_or(0, |w| w.entries.len()) <= feed.entries.len()
    {
        let n = feed.entries.len();
        let note = match lost {
            0 => format!("is damaged behind entry {n} ({why}), the rest was left"),
            lost => format!(
                "is damaged in {lost} of {} entries ({why}), they were left",
                n + lost
            ),
        };
        return Some((feed, text, Some(note)));
    }
    let note = format!("is no sound XML ({error}), read as far as it was meant");
    Some((whole.ok()?, mended, Some(note)))
}

fn parse(text: &str) -> Result<Feed, String> {
    feed_rs::parser::parse(undeclared(text).as_bytes()).map_err(|e| e.to_string())
}

/// A document behind its declaration: the encoding that it states was that of the bytes, and is none of the characters.
fn undeclared(text: &str) -> &str {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let rest = start
        .strip_prefix("<?xml")
        .filter(|r| r.starts_with(char::is_whitespace));
    rest.and_then(|rest| rest.split_once("?>"))
        .map_or(text, |(_, rest)| rest)
}

/// Entries that are tried one by one in a feed that is damaged.
const MOST: usize = 5_000;

/// Longest head of a feed with which each of its entries is tried.
const HEAD: usize = 20_000;

/// The feed with those of its whole entries that are sound or can be mended, and how many cannot.
fn sound_entries(text: &str) -> Option<(String, usize)> {
    [
        ("<item", "</item>", "</channel></rss>"),
        ("<entry", "</entry>", "</feed>"),
    ]
    .iter()
    .find_map(|(start, end, rest)| {
        let last = text.rfind(end)? + end.len();
        let first = text.find(start)?;
        let head = mend(text.get(..first)?);
        let entries = text.get(first..last)?;
        // RSS 1.0 has its entries behind the channel.
        let rest = if head.contains("</channel>") {
            "</rdf:RDF>"
        } else {
            rest
        };
        let is_one = |entry: &str| {
            let read = || parse(&format!("{head}{entry}{rest}"));
            xml::is_sound(entry) && read().is_ok_and(|feed| feed.entries.len() == 1)
        };
        let (mut out, mut lost) = (head.clone(), 0);
        for entry in entries
            .split_inclusive(end)
            .take(if head.len() > HEAD { 0 } else { MOST })
        {
            if is_one(entry) {
                out.push_str(entry);
                continue;
            }
            let mended = mend(entry);
            if is_one(&mended) {
                out.push_str(&mended);
            } else {
                lost += 1;
            }
        }
        out.push_str(rest);
        Some((out, lost))
    })
}

/// The entries as elements: what the feed's parser leaves out of them, and their dates as they are written, with their own
/// zones (the parser gives them in UTC, and an entry near midnight would carry the day of another zone). Empty where the
/// entries cannot be told apart.
fn elements(text: &str, entries: usize) -> Vec<Element> {
    let mut out = Vec::new();
    let _ = xml::each(text, &["item", "entry"], |entry| out.push(entry));
    if out.len() != entries {
        out.clear();
    }
    out
}

#[cfg(test)]
mod tests;
