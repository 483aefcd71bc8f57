//! Streams of bytes: a look ahead, decompression and bounds.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use dossier_model::Note;

use crate::Limits;

/// Enough to tell every kind.
const HEAD: usize = 8192;

/// An open source, decompressed.
pub(crate) struct Source<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    head: Vec<u8>,
    limits: Limits,
}

impl<'a> Source<'a> {
    /// Looks at the first bytes, and through compression: gzip and zstd, one inside the other at most twice.
    pub(crate) fn open(reader: &'a mut dyn Read, limits: Limits) -> io::Result<Self> {
        let mut inner: Box<dyn Read + 'a> = Box::new(reader);
        let mut layers = 0;
        let head = loop {
            let mut head = Vec::with_capacity(HEAD);
            let read = inner.by_ref().take(HEAD as u64).read_to_end(&mut head);
            // A damaged archive keeps what could be read of it.
            if head.is_empty() {
                read?;
            }
            let gzip = head.starts_with(&[0x1f, 0x8b]);
            let zstd = head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]);
            let again: Box<dyn Read + 'a> = Box::new(io::Cursor::new(head.clone()).chain(inner));
            if !gzip && !zstd || layers == 2 {
                inner = again;
                break head;
            }
            layers += 1;
            let packed = Rc::new(Cell::new(0));
            let counted = Counted {
                inner: again,
                bytes: Rc::clone(&packed),
            };
            let unpacked: Box<dyn Read + 'a> = if gzip {
                Box::new(flate2::read::MultiGzDecoder::new(counted))
            } else {
                Box::new(zstd::stream::read::Decoder::new(counted)?)
            };
            inner = Box::new(Bounded {
                inner: unpacked,
                packed,
                unpacked: 0,
                limits,
            });
        };
        Ok(Self {
            inner: BufReader::with_capacity(1 << 16, inner),
            head,
            limits,
        })
    }

    /// The first bytes.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Everything, up to `most` bytes; whether there was more.
    pub(crate) fn take(&mut self, most: usize, source: &str, notes: &mut Vec<Note>) -> (Vec<u8>, bool) {
        let mut out = Vec::new();
        if let Err(error) = (&mut self.inner).take(most as u64 + 1).read_to_end(&mut out) {
            notes.push(Note::new(source, format!("ends early: {error}")));
        }
        let more = out.len() > most;
        if more {
            out.truncate(most);
        }
        (out, more)
    }

    /// The next line without its end; longer ones than the limit are skipped with a note. `None` at the end.
    pub(crate) fn line(&mut self, source: &str, number: u64, notes: &mut Vec<Note>) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let most = self.limits.piece as u64;
        match (&mut self.inner).take(most).read_until(b'\n', &mut out) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => {
                notes.push(Note::new(
                    format!("{source}:{number}"),
                    format!("ends early: {error}"),
                ));
                return None;
            }
        }
        if out.last() == Some(&b'\n') {
            out.pop();
        } else if out.len() as u64 >= most {
            notes.push(Note::new(
                format!("{source}:{number}"),
                format!("line is longer than {} MB, skipped", most / 1_000_000),
            ));
            self.skip_line();
            out.clear();
        }
        Some(out)
    }

    /// Exactly `n` bytes, of which `most` are kept; `None` where the source ends before.
    pub(crate) fn exactly(&mut self, n: u64, most: usize) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        (&mut self.inner)
            .take(n.min(most as u64))
            .read_to_end(&mut out)
            .ok()?;
        let rest = n.saturating_sub(out.len() as u64);
        if rest > 0 {
            io::copy(&mut (&mut self.inner).take(rest), &mut io::sink()).ok()?;
        }
        Some(out)
    }

    fn skip_line(&mut self) {
        loop {
            let Ok(buffer) = self.inner.fill_buf() else { return };
            if buffer.is_empty() {
                return;
            }
            let end = buffer.iter().position(|b| *b == b'\n');
            let used = end.map_or(buffer.len(), |i| i + 1);
            self.inner.consume(used);
            if end.is_some() {
                return;
            }
        }
    }
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    bytes: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.bytes.set(self.bytes.get() + n as u64);
        Ok(n)
    }
}

/// Stops where a small archive grows beyond all measure.
struct Bounded<R> {
    inner: R,
    packed: Rc<Cell<u64>>,
    unpacked: u64,
    limits: Limits,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.unpacked += n as u64;
        let most = self
            .packed
            .get()
            .max(1)
            .saturating_mul(self.limits.growth)
            .max(self.limits.piece as u64);
        if self.unpacked > most {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!(
                    "it grows more than {} times when unpacked, the rest was left",
                    self.limits.growth
                ),
            ));
        }
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(bytes).expect("write");
        out.finish().expect("finish")
    }

    fn all(bytes: &[u8], limits: Limits) -> (Vec<u8>, Vec<Note>) {
        let mut reader = bytes;
        let mut notes = Vec::new();
        let mut source = Source::open(&mut reader, limits).expect("open");
        let (out, _) = source.take(usize::MAX - 1, "x", &mut notes);
        (out, notes)
    }

    #[test]
    fn unpacks() {
        let words = b"Ministers agreed on a ferry line.";
        assert_eq!(all(words, Limits::default()).0, words);
        assert_eq!(all(&gzip(words), Limits::default()).0, words);
        assert_eq!(
            all(&zstd::encode_all(&words[..], 0).expect("zstd"), Limits::default()).0,
            words
        );
        assert_eq!(all(&gzip(&gzip(words)), Limits::default()).0, words);
        // Members one after the other, as crawls write them.
        let two = [gzip(words), gzip(words)].concat();
        assert_eq!(all(&two, Limits::default()).0.len(), 2 * words.len());
    }

    #[test]
    fn a_bomb_is_left_with_a_note() {
        let limits = Limits {
            piece: 100_000,
            ..Limits::default()
        };
        let (out, notes) = all(&gzip(&vec![b'a'; 50_000_000]), limits);
        assert!(out.len() < 20_000_000, "{}", out.len());
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn a_cut_archive_keeps_its_head() {
        let words = "Ministers agreed on a ferry line. ".repeat(2_000);
        let packed = gzip(words.as_bytes());
        let (out, notes) = all(packed.get(..packed.len() - 9).expect("cut"), Limits::default());
        assert!(!out.is_empty());
        assert_eq!(notes.len(), 1);
    }
}
