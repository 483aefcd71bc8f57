//! Streams of bytes: a look ahead, decompression and bounds.
//!
//! A stream never fails: where its source does, it ends, and tells why when asked. So every format keeps what could be
//! read of a damaged source.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use memchr::memchr;

use crate::{Limits, zstd};

/// Enough to tell every kind.
const HEAD: usize = 8192;

/// Bytes that are asked for at once.
const BLOCK: usize = 1 << 16;

/// Compression inside compression: what a server packed is sometimes packed again when it is stored.
const LAYERS: usize = 2;

/// An open source, decompressed.
pub(crate) struct Stream<'a> {
    inner: Box<dyn Read + 'a>,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
    failure: Option<io::Error>,
}

/// A line, or why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The bytes without their end.
    Whole(Vec<u8>),
    /// It was longer than the limit and was passed over.
    TooLong,
    /// It was so long that its end was not looked for.
    Endless,
    /// No more lines.
    None,
}

impl<'a> Stream<'a> {
    /// Looks through compression: gzip and zstd, one inside the other at most twice. `meter` is that of the outermost
    /// source, whatever archives this one lies in.
    pub(crate) fn open(reader: &'a mut dyn Read, limits: Limits, meter: &Rc<Meter>) -> Self {
        let mut out = Self::plain(Box::new(reader));
        for _ in 0..LAYERS {
            let head = out.head();
            let gzip = head.starts_with(&[0x1f, 0x8b, 8]);
            // A frame, or one of the sixteen magic numbers of a frame that decoders skip: WARC files have their
            // dictionary in such a one.
            let zstd = head.starts_with(&zstd::MAGIC) || matches!(head, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]);
            if !gzip && !zstd {
                break;
            }
            out = out.unpacked(gzip, limits, meter);
        }
        out
    }

    fn plain(inner: Box<dyn Read + 'a>) -> Self {
        Self {
            inner,
            buffer: Vec::new(),
            at: 0,
            ended: false,
            failure: None,
        }
    }

    fn unpacked(mut self, gzip: bool, limits: Limits, meter: &Rc<Meter>) -> Self {
        let dictionary = if gzip { None } else { self.dictionary(limits) };
        let silent = Rc::new(Cell::new(0));
        let counted = Fed {
            inner: self,
            silent: Rc::clone(&silent),
            limits,
        };
        let unpacked: io::Result<Box<dyn Read + 'a>> = if gzip {
            Ok(Box::new(flate2::bufread::MultiGzDecoder::new(counted)))
        } else {
            let decoder = match dictionary {
                Some(words) => zstd::Decoder::with_dictionary(counted, &words),
                None => Ok(zstd::Decoder::new(counted)),
            };
            decoder.map(|d| Box::new(d) as Box<dyn Read + 'a>)
        };
        match unpacked {
            Ok(inner) => Self::plain(Box::new(Bounded {
                inner,
                silent,
                meter: Rc::clone(meter),
                limits,
            })),
            Err(error) => {
                let mut out = Self::plain(Box::new(io::empty()));
                out.failure = Some(error);
                out
            }
        }
    }

    /// The dictionary that a WARC file compressed with zstd has in its first frame, one that decoders skip (magic number
    /// 0x184D2A5D); it may be compressed itself.
    fn dictionary(&mut self, limits: Limits) -> Option<Vec<u8>> {
        const MOST: usize = 16_000_000;
        let head = self.head();
        let size = head
            .strip_prefix(&[0x5d, 0x2a, 0x4d, 0x18])
            .and_then(|rest| rest.first_chunk::<4>())
            .map(|size| u32::from_le_bytes(*size) as usize)
            .filter(|size| *size <= MOST.min(limits.piece))?;
        self.consume(8);
        let mut words = Vec::new();
        self.take(size as u64).read_to_end(&mut words).ok()?;
        if words.starts_with(&zstd::MAGIC) {
            let decoder = zstd::Decoder::new(words.as_slice());
            let mut out = Vec::new();
            decoder.take(MOST as u64).read_to_end(&mut out).ok()?;
            words = out;
        }
        Some(words)
    }

    /// The first bytes of what is left, enough to tell every kind, or all where there are fewer.
    pub(crate) fn head(&mut self) -> &[u8] {
        let have = self.peek(HEAD);
        have.get(..have.len().min(HEAD)).unwrap_or(have)
    }

    /// What is left, at least `n` bytes of it where there are so many; nothing is taken.
    pub(crate) fn peek(&mut self, n: usize) -> &[u8] {
        while self.buffer.len() - self.at < n && self.fill() > 0 {}
        self.buffer.get(self.at..).unwrap_or(&[])
    }

    /// Why the source broke off, where it did.
    pub(crate) fn failure(&self) -> Option<&io::Error> {
        self.failure.as_ref()
    }

    /// Reads one block more. How many bytes it had.
    fn fill(&mut self) -> usize {
        if self.ended || self.failure.is_some() {
            return 0;
        }
        if self.at > 0 {
            self.buffer.drain(..self.at);
            self.at = 0;
        }
        let old = self.buffer.len();
        self.buffer.resize(old + BLOCK, 0);
        let n = loop {
            match self.inner.read(self.buffer.get_mut(old..).unwrap_or(&mut [])) {
                Ok(n) => break n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failure = Some(error);
                    break 0;
                }
            }
        };
        self.buffer.truncate(old + n);
        self.ended |= n == 0;
        n
    }

    /// Puts bytes back in front of what is left.
    pub(crate) fn unread(&mut self, bytes: &[u8]) {
        self.buffer.splice(..self.at, bytes.iter().copied());
        self.at = 0;
    }

    /// Everything up to `most` bytes, and whether there was more.
    pub(crate) fn take_all(&mut self, most: usize) -> (Vec<u8>, bool) {
        let mut out = Vec::new();
        let _ = Read::by_ref(self).take(most as u64).read_to_end(&mut out);
        let more = out.len() == most && !self.peek(1).is_empty();
        (out, more)
    }

    /// The next line; see [`Line`] for those longer than the limits.
    pub(crate) fn line(&mut self, limits: Limits) -> Line {
        let mut out = Vec::new();
        loop {
            let have = self.peek(1);
            if have.is_empty() {
                return if out.is_empty() {
                    Line::None
                } else {
                    Line::Whole(out)
                };
            }
            let end = memchr(b'\n', have);
            let part = have.get(..end.unwrap_or(have.len())).unwrap_or(have);
            if out.len() + part.len() > limits.piece {
                drop(out);
                return self.pass_line(limits);
            }
            out.extend_from_slice(part);
            let used = part.len() + usize::from(end.is_some());
            self.consume(used);
            if end.is_some() {
                return Line::Whole(out);
            }
        }
    }

    fn pass_line(&mut self, limits: Limits) -> Line {
        let mut passed = 0;
        while passed < limits.gap {
            let have = self.peek(1);
            if have.is_empty() {
                return Line::TooLong;
            }
            let end = memchr(b'\n', have);
            let used = end.map_or(have.len(), |i| i + 1);
            self.consume(used);
            passed += used as u64;
            if end.is_some() {
                return Line::TooLong;
            }
        }
        Line::Endless
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let have = self.peek(1);
        let n = have.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..n), have.get(..n)) {
            to.copy_from_slice(from);
        }
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Stream<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.peek(1))
    }

    fn consume(&mut self, n: usize) {
        self.at = (self.at + n).min(self.buffer.len());
    }
}

/// How many bytes the outermost source gave, and how many came out of all decoders. One meter serves all archives
/// inside a source: bombs are built of archives inside archives, each harmless by itself.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    given: Cell<u64>,
    unpacked: Cell<u64>,
}

impl Meter {
    /// Counts bytes that came out of a decoder.
    ///
    /// # Errors
    /// Where the source grows beyond all measure.
    pub(crate) fn unpack(&self, n: usize, limits: Limits) -> io::Result<()> {
        let unpacked = self.unpacked.get() + n as u64;
        self.unpacked.set(unpacked);
        let most = self.given.get().saturating_mul(limits.growth);
        if unpacked > most.max(limits.piece as u64) {
            let times = limits.growth;
            return Err(invalid(format!(
                "it grows more than {times} times when unpacked, the rest was left"
            )));
        }
        Ok(())
    }
}

/// The outermost source, counted.
pub(crate) struct Metered<'a> {
    /// The source.
    pub inner: &'a mut dyn Read,
    /// Where it is counted.
    pub meter: Rc<Meter>,
}

impl Read for Metered<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.meter.given.set(self.meter.given.get() + n as u64);
        Ok(n)
    }
}

/// What goes into a decoder. A decoder that is fed and gives nothing, as of empty members without end, is fed no more.
struct Fed<'a> {
    inner: Stream<'a>,
    /// Bytes since something came out.
    silent: Rc<Cell<u64>>,
    limits: Limits,
}

impl Fed<'_> {
    fn check(&mut self) -> io::Result<()> {
        if self.silent.get() > self.limits.gap {
            return Err(invalid("it unpacks to nothing, the rest was left".to_owned()));
        }
        match self.inner.failure.take() {
            Some(error) if self.inner.peek(1).is_empty() => Err(error),
            failure => {
                self.inner.failure = failure;
                Ok(())
            }
        }
    }
}

impl Read for Fed<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        let n = self.inner.read(out)?;
        self.silent.set(self.silent.get() + n as u64);
        Ok(n)
    }
}

impl BufRead for Fed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.peek(1);
        self.check()?;
        Ok(self.inner.peek(1))
    }

    fn consume(&mut self, n: usize) {
        self.silent.set(self.silent.get() + n as u64);
        self.inner.consume(n);
    }
}

/// Stops where a small archive grows beyond all measure.
struct Bounded<'a> {
    inner: Box<dyn Read + 'a>,
    silent: Rc<Cell<u64>>,
    meter: Rc<Meter>,
    limits: Limits,
}

impl Read for Bounded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        self.silent.set(0);
        self.meter.unpack(n, self.limits)?;
        Ok(n)
    }
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
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

    use zstd::tests::pack as zst;

    fn all(bytes: &[u8], limits: Limits) -> (Vec<u8>, bool) {
        let meter = Rc::default();
        let mut reader = Metered {
            inner: &mut { bytes },
            meter: Rc::clone(&meter),
        };
        let mut stream = Stream::open(&mut reader, limits, &meter);
        let (out, _) = stream.take_all(usize::MAX);
        (out, stream.failure().is_some())
    }

    #[test]
    fn unpacks() {
        let words = b"Ministers agreed on a ferry line.";
        let limits = Limits::default();
        for packed in [
            words.to_vec(),
            gzip(words),
            zst(words),
            gzip(&gzip(words)),
            zst(&gzip(words)),
        ] {
            assert_eq!(all(&packed, limits), (words.to_vec(), false));
        }
        // Members one after the other, as crawls write them.
        for two in [
            [gzip(words), gzip(words)].concat(),
            [zst(words), zst(words)].concat(),
        ] {
            assert_eq!(all(&two, limits).0.len(), 2 * words.len());
        }
    }

    #[test]
    fn a_dictionary_in_the_first_frame_is_used() {
        let words = "Ministers agreed on a ferry line. ".repeat(20).into_bytes();
        let frame = zstd::tests::WITH_DICTIONARY;
        let size = u32::try_from(words.len()).expect("small").to_le_bytes();
        let file = [&[0x5d, 0x2a, 0x4d, 0x18][..], &size, &words, &frame].concat();
        assert_eq!(all(&file, Limits::default()), (words, false));
    }

    #[test]
    fn a_bomb_is_left() {
        let limits = Limits {
            piece: 100_000,
            ..Limits::default()
        };
        for packed in [gzip(&vec![b'a'; 50_000_000]), zst(&vec![b'a'; 50_000_000])] {
            let (out, failed) = all(&packed, limits);
            assert!(failed && out.len() < 20_000_000, "{}", out.len());
        }
    }

    #[test]
    fn a_cut_archive_keeps_its_head() {
        let words = "Ministers agreed on a ferry line. ".repeat(2_000);
        let packed = gzip(words.as_bytes());
        let (out, failed) = all(packed.get(..packed.len() - 9).expect("cut"), Limits::default());
        assert!(failed && !out.is_empty());
    }

    #[test]
    fn members_without_words_come_to_an_end() {
        let limits = Limits {
            gap: 100_000,
            ..Limits::default()
        };
        struct Endless(Vec<u8>, usize);
        impl Read for Endless {
            fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                for byte in out.iter_mut() {
                    *byte = self.0[self.1 % self.0.len()];
                    self.1 += 1;
                }
                Ok(out.len())
            }
        }
        let mut reader = Endless(gzip(b""), 0);
        let mut stream = Stream::open(&mut reader, limits, &Rc::default());
        assert_eq!(stream.take_all(100).0, b"");
        assert!(stream.failure().is_some());
    }

    #[test]
    fn lines_longer_than_the_limit_are_passed_over() {
        let limits = Limits {
            piece: 10,
            gap: 40,
            ..Limits::default()
        };
        let text = format!("one\n{}\ntwo\n\n{}", "x".repeat(30), "y".repeat(200_000));
        let mut reader = text.as_bytes();
        let mut stream = Stream::open(&mut reader, limits, &Rc::default());
        let mut lines = Vec::new();
        loop {
            let line = stream.line(limits);
            let last = matches!(line, Line::None | Line::Endless);
            lines.push(line);
            if last {
                break;
            }
        }
        let whole = |t: &str| Line::Whole(t.as_bytes().to_vec());
        assert_eq!(
            lines,
            [
                whole("one"),
                Line::TooLong,
                whole("two"),
                whole(""),
                Line::Endless
            ]
        );
    }

    #[test]
    fn bytes_can_be_put_back() {
        let mut reader = &b"abcdef"[..];
        let mut stream = Stream::open(&mut reader, Limits::default(), &Rc::default());
        let mut out = [0; 4];
        stream.read_exact(&mut out).expect("read");
        stream.unread(b"cd");
        assert_eq!(stream.take_all(10).0, b"cdef");
    }
}
