//! Archives of files: ZIP and tar, in each other up to a limit. Nothing is ever written, so a member's name is only a
//! name.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use memchr::memmem;

use super::zip::{self, Member};
use super::{Nest, walk};
use crate::Limits;
use crate::queue::Queue;
use crate::report::{Piece, Reason};
use crate::stream::{Meter, Stream};

/// The members of a ZIP archive.
pub(super) fn read_zip(
    source: &str,
    stream: &mut Stream<'_>,
    nest: &Nest,
    queue: &mut Queue<'_, '_>,
) -> ControlFlow<()> {
    let limits = queue.options.limits;
    let Some(inner) = deeper(source, nest, queue) else {
        return ControlFlow::Continue(());
    };
    loop {
        let head = match zip::next(stream, limits.gap) {
            zip::Next::Member(head) => head,
            zip::Next::Damaged => {
                let message = "holds bytes that belong to no member, passed over";
                queue.skip(Piece::File, Reason::Damaged, source, message);
                continue;
            }
            zip::Next::Lost => {
                let most = limits.gap / 1_000_000;
                let message = format!("holds {most} MB in a row that belong to no member, the rest was left");
                queue.note(source, message);
                return ControlFlow::Continue(());
            }
            zip::Next::End => return ControlFlow::Continue(()),
        };
        let name = String::from_utf8_lossy(&head.name).into_owned();
        let place = place(source, &name);
        let unwanted = if name.ends_with('/') {
            None
        } else if is_hidden(&name) {
            queue.count(Piece::File, Reason::Hidden);
            None
        } else if head.encrypted {
            Some((Reason::Encrypted, "is encrypted, skipped"))
        } else if let Some(mut member) = Member::open(&head, stream) {
            let mut metered = Unpacked {
                inner: &mut member,
                meter: Rc::clone(&nest.meter),
                limits,
                sum: flate2::Crc::new(),
                ended: false,
            };
            let flow = walk(&place, &mut metered, &inner, queue);
            let found = metered.ended.then(|| metered.sum.sum());
            let short = member.close(&head, limits.gap);
            flow?;
            if short {
                queue.note(
                    &place,
                    "is shorter than its head says; what should stand behind it may be in it",
                );
            } else if found.zip(head.sum).is_some_and(|(found, stated)| found != stated) {
                queue.note(
                    &place,
                    "its check sum is not that of its bytes; it may be damaged",
                );
            }
            continue;
        } else {
            let message = "is packed in a way that is not read, skipped; hint: pack it with deflate";
            Some((Reason::Binary, message))
        };
        if let Some((reason, message)) = unwanted {
            queue.skip(Piece::File, reason, &place, message);
        }
        zip::pass(&head, stream, limits.gap);
    }
}

/// The members of a tar archive.
pub(super) fn read_tar(
    source: &str,
    stream: &mut Stream<'_>,
    nest: &Nest,
    queue: &mut Queue<'_, '_>,
) -> ControlFlow<()> {
    let Some(inner) = deeper(source, nest, queue) else {
        return ControlFlow::Continue(());
    };
    loop {
        let damaged = read_members(source, stream, &inner, queue)?;
        if !damaged {
            return ControlFlow::Continue(());
        }
        let message = "holds a member whose head is damaged, passed over";
        queue.skip(Piece::File, Reason::Damaged, source, message);
        if !pass_to_member(stream, queue.options.limits.gap) {
            return ControlFlow::Continue(());
        }
    }
}

/// Members up to the end, or up to a head that is none: whether there is one.
fn read_members(
    source: &str,
    stream: &mut Stream<'_>,
    inner: &Nest,
    queue: &mut Queue<'_, '_>,
) -> ControlFlow<(), bool> {
    let mut archive = tar::Archive::new(stream);
    archive.set_ignore_zeros(true);
    let Ok(entries) = archive.entries() else {
        return ControlFlow::Continue(false);
    };
    for entry in entries {
        let Ok(mut entry) = entry else {
            return ControlFlow::Continue(true);
        };
        let kind = entry.header().entry_type();
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if kind.is_gnu_sparse() {
            let message = "is packed with holes, which is not read, skipped; hint: pack it without --sparse";
            queue.skip(Piece::File, Reason::Binary, &place(source, &name), message);
        }
        if !kind.is_file() {
            continue;
        }
        if is_hidden(&name) {
            queue.count(Piece::File, Reason::Hidden);
            continue;
        }
        walk(&place(source, &name), &mut entry, inner, queue)?;
    }
    ControlFlow::Continue(false)
}

/// The mark of a head, and where it stands in one.
const USTAR: (&[u8], usize) = (b"ustar", 257);

/// Passes over bytes up to what looks like the head of a member; whether there is one.
fn pass_to_member(stream: &mut Stream<'_>, gap: u64) -> bool {
    let mut passed = 0;
    while passed < gap {
        let have = stream.peek(1 << 16);
        if have.len() <= USTAR.1 {
            return false;
        }
        let found = have.get(USTAR.1..).and_then(|h| memmem::find(h, USTAR.0));
        let used = found.unwrap_or(have.len() - USTAR.1);
        stream.consume(used);
        passed += used as u64;
        if found.is_some() {
            return true;
        }
    }
    false
}

/// One archive further in; `None`, with a note, where that is too far.
fn deeper(source: &str, nest: &Nest, queue: &mut Queue<'_, '_>) -> Option<Nest> {
    let most = queue.options.limits.depth;
    if nest.depth >= most {
        let message = format!("lies in more than {most} archives, skipped");
        queue.skip(Piece::File, Reason::TooDeep, source, message);
        return None;
    }
    Some(Nest {
        depth: nest.depth + 1,
        meter: Rc::clone(&nest.meter),
    })
}

/// A member of an archive, by a name that can be shown: without the steps that would climb out of a folder.
fn place(source: &str, name: &str) -> String {
    let parts = name
        .split(['/', '\\'])
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .map(|part| part.replace(is_unseen, "\u{fffd}"));
    let name = parts.collect::<Vec<_>>().join("/");
    format!("{source}:{name}")
}

/// Characters that act on what stands beside them: controls, and those that turn the direction of words.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What systems put beside the files that a person packs.
fn is_hidden(name: &str) -> bool {
    name.split(['/', '\\'])
        .any(|part| part.starts_with('.') && !matches!(part, "." | "..") || part == "__MACOSX")
}

/// What comes out of a member, on the meter of the outermost source.
struct Unpacked<'r> {
    inner: &'r mut dyn Read,
    meter: Rc<Meter>,
    limits: Limits,
    /// Of all bytes so far.
    sum: flate2::Crc,
    /// Whether all was read.
    ended: bool,
}

impl Read for Unpacked<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.meter.unpack(n, self.limits)?;
        self.sum.update(out.get(..n).unwrap_or(&[]));
        self.ended |= n == 0 && !out.is_empty();
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_climb() {
        for (name, shown) in [
            ("feeds/a.xml", "a.zip:feeds/a.xml"),
            ("../../etc/passwd", "a.zip:etc/passwd"),
            ("/etc/passwd", "a.zip:etc/passwd"),
            ("..\\a\\b.txt", "a.zip:a/b.txt"),
            ("a\u{1b}[2Jb", "a.zip:a\u{fffd}[2Jb"),
            ("a\u{202e}txt.exe\u{9b}", "a.zip:a\u{fffd}txt.exe\u{fffd}"),
        ] {
            assert_eq!(place("a.zip", name), shown);
        }
    }

    #[test]
    fn hidden_files() {
        assert!(is_hidden("__MACOSX/a.txt") && is_hidden("a/.DS_Store"));
        assert!(!is_hidden("./a.txt") && !is_hidden("../a.txt"));
    }
}
