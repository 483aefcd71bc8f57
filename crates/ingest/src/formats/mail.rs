//! Mail: messages and mailboxes of newsletters. One message is one article.

use std::borrow::Cow;
use std::ops::ControlFlow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::Options;
use crate::encoding;
use crate::html;
use crate::queue::{Done, Queue};
use crate::raw::{Hints, Raw};
use crate::report::{Piece, Reason};
use crate::stream::{Line, Stream};

/// A file that is one message.
pub(super) fn read_message(
    source: &str,
    stream: &mut Stream<'_>,
    queue: &mut Queue<'_, '_>,
) -> ControlFlow<()> {
    let limit = queue.options.limits.piece;
    let (bytes, more) = stream.take_all(limit);
    let place = source.to_owned();
    queue.push(source, bytes.len(), move |options, done| {
        if more {
            super::file::note_cut(&place, "message", limit, done);
        }
        read_bytes(&place, &bytes, options, done);
    })
}

/// A mailbox (RFC 4155): messages behind lines that begin with "From ".
pub(super) fn read_box(source: &str, stream: &mut Stream<'_>, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
    let limits = queue.options.limits;
    let mut mailbox = Mailbox {
        source,
        number: 0,
        message: Vec::new(),
        too_long: false,
    };
    let mut blank = true;
    let mut passed = 0_u64;
    loop {
        match stream.line(limits) {
            Line::Whole(line) if blank && is_separator(&line) => {
                mailbox.push(queue)?;
                mailbox.number += 1;
                passed = 0;
                blank = false;
            }
            Line::Whole(line) => {
                blank = line.trim_ascii().is_empty();
                if mailbox.message.len() + line.len() > limits.piece {
                    mailbox.too_long = true;
                    mailbox.message = Vec::new();
                }
                if mailbox.too_long {
                    passed += line.len() as u64 + 1;
                    if passed > limits.gap {
                        break;
                    }
                    continue;
                }
                // Lines of a message that would begin the next one are marked.
                let bare = line.iter().position(|b| *b != b'>').unwrap_or(0);
                let marked = bare > 0 && line.get(bare..).is_some_and(|l| l.starts_with(b"From "));
                mailbox
                    .message
                    .extend_from_slice(line.get(usize::from(marked)..).unwrap_or(&line));
                mailbox.message.push(b'\n');
            }
            Line::TooLong => mailbox.too_long = true,
            Line::Endless | Line::None => break,
        }
    }
    mailbox.push(queue)
}

/// The message that is being read.
struct Mailbox<'s> {
    source: &'s str,
    number: u64,
    message: Vec<u8>,
    too_long: bool,
}

impl Mailbox<'_> {
    fn push(&mut self, queue: &mut Queue<'_, '_>) -> ControlFlow<()> {
        let bytes = std::mem::take(&mut self.message);
        let place = format!("{}:message {}", self.source, self.number);
        if std::mem::take(&mut self.too_long) {
            let most = queue.options.limits.piece / 1_000_000;
            let message = format!("is longer than {most} MB, skipped");
            queue.skip(Piece::Message, Reason::TooLarge, &place, message);
            return ControlFlow::Continue(());
        }
        if bytes.trim_ascii().is_empty() {
            return ControlFlow::Continue(());
        }
        queue.push(&place.clone(), bytes.len(), move |options, done| {
            read_bytes(&place, &bytes, options, done);
        })
    }
}

/// "From ana@harbour.example Mon Apr 14 10:20:00 2025": words of a message can begin with "From " too, but hold no
/// time and year.
pub(crate) fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let line = String::from_utf8_lossy(rest.get(..rest.len().min(200)).unwrap_or(rest));
    let mut words = line.split_whitespace();
    let clock =
        |w: &str| w.len() >= 5 && w.contains(':') && w.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let year = |w: &str| {
        w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) && w.bytes().all(|b| b.is_ascii_digit())
    };
    words.clone().any(clock) && words.any(year)
}

fn read_bytes(place: &str, bytes: &[u8], options: &Options, done: &mut Done) {
    let bytes = with_read_head(bytes);
    let Some(message) = MessageParser::default().parse(bytes.as_ref()) else {
        return done.skip(
            Piece::Message,
            Reason::Damaged,
            place,
            "is no message that can be read, skipped",
        );
    };
    let sender = message.from().and_then(|from| from.first());
    let name = sender
        .and_then(|s| s.name())
        .map(|n| n.trim().trim_matches(['"', '\'']).to_owned())
        .filter(|n| !n.is_empty() && !n.contains('@'));
    let host = sender
        .and_then(|s| s.address())
        .and_then(|a| a.rsplit_once('@'))
        .map(|(_, host)| host.to_ascii_lowercase());
    // What goes to a list is sent by its publisher; what a person sends is that person's.
    let to_list = ["List-Id", "List-Unsubscribe", "List-Post"]
        .iter()
        .any(|h| message.header(*h).is_some());
    let (outlet, byline) = if to_list {
        (name.or(host), None)
    } else {
        (host, name)
    };
    let raw = Raw {
        source: place.to_owned(),
        url: message
            .header("Archived-At")
            .and_then(|h| h.as_text())
            .map(|u| u.trim_matches(['<', '>', ' ']).to_owned())
            .filter(|u| u.starts_with("http")),
        outlet,
        byline,
        title: message.subject().map(headline),
        published: message.date().map(mail_parser::DateTime::to_rfc3339),
        language: message
            .header("Content-Language")
            .and_then(|h| h.as_text())
            .map(str::to_owned),
        ..Raw::default()
    };
    let plain = part(&message, false);
    let (raw, hints) = match part(&message, true) {
        Some(page) => {
            let (read, hints) = html::read(Raw {
                text: page,
                ..raw.clone()
            });
            match plain {
                // A page that is all pictures has its words in the plain part.
                Some(text) if read.text.trim().len() < LEAST && text.trim().len() > read.text.len() => {
                    (Raw { text, ..raw }, Hints::default())
                }
                _ => (read, hints),
            }
        }
        None => (
            Raw {
                text: plain.unwrap_or_default(),
                ..raw
            },
            Hints::default(),
        ),
    };
    done.finish(Piece::Message, raw, &hints, options);
}

/// A page with fewer bytes of words says nothing.
const LEAST: usize = 200;

/// A message whose fields are characters: programs of old write letters into them as they are.
fn with_read_head(bytes: &[u8]) -> Cow<'_, [u8]> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"];
    let end = ends.iter().filter_map(|e| memchr::memmem::find(bytes, e)).min();
    let (head, rest) = bytes.split_at(end.unwrap_or(0));
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut out = encoding::decode(head, None).text.into_bytes();
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

/// The words of a part whose bytes are no characters of the encoding that it states, or of none: told by the bytes.
fn reread(message: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    let bytes = message
        .raw_message
        .get(part.offset_body as usize..part.offset_end as usize)?;
    let bytes = match part.encoding {
        Encoding::None => Cow::Borrowed(bytes),
        Encoding::QuotedPrintable => Cow::Owned(quoted_printable_decode(bytes)?),
        Encoding::Base64 => Cow::Owned(base64_decode(bytes)?),
    };
    Some(encoding::decode(&bytes, None).text)
}

/// The first part of a kind that is no attachment.
fn part(message: &Message<'_>, page: bool) -> Option<String> {
    let parts = if page {
        &message.html_body
    } else {
        &message.text_body
    };
    parts.iter().find_map(|id| {
        let part = message.parts.get(*id as usize)?;
        if part.attachment_name().is_some() {
            return None;
        }
        let text = match &part.body {
            PartType::Html(text) if page => text,
            PartType::Text(text) if !page => text,
            _ => return None,
        };
        let lost = text.contains('\u{fffd}');
        let read = lost.then(|| reread(message, part)).flatten();
        Some(read.unwrap_or_else(|| text.to_string()))
    })
}

/// A subject without what programs put in front: "Fwd:", "Re:", the name of the list in brackets.
fn headline(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_ascii_lowercase();
        let cut = ["fwd:", "fw:", "re:"]
            .iter()
            .find(|p| lower.starts_with(**p))
            .map(|p| p.len());
        let list = rest.strip_prefix('[').and_then(|r| r.split_once(']'));
        rest = match (cut, list) {
            (Some(n), _) => rest.get(n..).unwrap_or("").trim_start(),
            (None, Some((_, behind))) if !behind.trim().is_empty() => behind.trim_start(),
            _ => return rest.to_owned(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        assert!(is_separator(b"From ana@harbour.example Mon Apr 14 10:20:00 2025"));
        assert!(!is_separator(b"From Monday 10:20 on the ferry runs."));
        assert!(!is_separator(b"From the harbour it goes north."));
    }

    #[test]
    fn letters_of_every_encoding() {
        let words = "Die B\u{fc}rgermeisterin von Osthafen hat am Dienstag zwei F\u{e4}hren bestellt.";
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(words);
        let quoted = words.replace('\u{fc}', "=FC").replace('\u{e4}', "=E4");
        for (fields, body) in [
            ("Content-Type: text/plain", latin.to_vec()),
            ("Content-Type: text/plain; charset=us-ascii", latin.to_vec()),
            ("Content-Type: text/plain; charset=utf-8", latin.to_vec()),
            ("Content-Type: text/plain; charset=iso-8859-1", latin.to_vec()),
            ("X-Odd: 1", latin.to_vec()),
            (
                "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable",
                quoted.into_bytes(),
            ),
            (
                "Content-Type: text/plain; charset=utf-8",
                words.as_bytes().to_vec(),
            ),
        ] {
            let head = format!(
                "From: Ana Ruiz <ana@harbour.example>\nDate: Mon, 14 Apr 2025 10:20:00 +0200\n{fields}\nSubject: "
            );
            let (subject, _, _) = encoding_rs::WINDOWS_1252.encode("Zwei F\u{e4}hren bestellt");
            let message = [head.as_bytes(), &subject, b"\n\n", &body, b"\n"].concat();
            let mut done = Done::default();
            read_bytes("a.eml", &message, &Options::default(), &mut done);
            let (articles, _) = done.into_parts();
            let text = articles.first().map(|a| a.text().to_owned());
            assert_eq!(
                text.as_deref(),
                Some(format!("Zwei F\u{e4}hren bestellt\n\n{words}").as_str()),
                "{fields}"
            );
        }
    }

    #[test]
    fn subjects() {
        assert_eq!(
            headline("Fwd: [harbour-news] Ferry line to open"),
            "Ferry line to open"
        );
        assert_eq!(headline("[Photos]"), "[Photos]");
    }
}
