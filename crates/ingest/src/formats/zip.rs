//! ZIP archives, read from the front by the heads of their members (APPNOTE 4.3.7).
//!
//! The list of members stands at the end of such an archive, and a reader that cannot seek is there only when all has
//! gone by; so the heads in front of the members count. What an archive holds besides, or has deleted, is read as well.

use std::io::{self, BufRead, Read};

use flate2::bufread::DeflateDecoder;
use memchr::memmem;

use crate::stream::Stream;
use crate::zstd;

const MEMBER: &[u8] = b"PK\x03\x04";
const LIST: [&[u8]; 4] = [b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08"];
const DESCRIPTOR: &[u8] = b"PK\x07\x08";

/// What stands in front of a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Its name, as bytes.
    pub name: Vec<u8>,
    /// How it is packed.
    pub method: Method,
    /// Whether it needs a key.
    pub encrypted: bool,
    /// Packed bytes, where they are known beforehand.
    pub packed: Option<u64>,
    /// The check sum of its bytes, where it is known beforehand; some programs leave it empty.
    pub sum: Option<u32>,
}

/// How a member is packed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Method {
    /// Not at all.
    #[default]
    Stored,
    Deflated,
    Zstd,
    /// In one of the ways that are not read.
    Other,
}

/// What stands next in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    Member(Head),
    /// Bytes that belong to no member were passed over.
    Damaged,
    /// Bytes that belong to no member, too many to look further.
    Lost,
    End,
}

/// The next member; the stream is at its bytes then.
pub(super) fn next(stream: &mut Stream<'_>, gap: u64) -> Next {
    let have = stream.peek(30);
    if have.is_empty() || LIST.iter().any(|mark| have.starts_with(mark)) {
        return Next::End;
    }
    // The mark of an archive in one piece that was to be cut; what stands behind a folder.
    if have.starts_with(b"PK00") {
        stream.consume(4);
    } else if have.starts_with(DESCRIPTOR) {
        pass_descriptor(stream);
    }
    match head(stream.peek(30)) {
        Some((mut head, names, extra)) => {
            stream.consume(30);
            let mut bytes = Vec::new();
            let _ = Read::by_ref(stream)
                .take((names + extra) as u64)
                .read_to_end(&mut bytes);
            head.name = bytes.get(..names).unwrap_or(&bytes).to_vec();
            if head.packed == Some(u64::from(u32::MAX)) {
                head.packed = bytes.get(names..).and_then(large);
            }
            Next::Member(head)
        }
        // A head that the end of the input cut off.
        None if stream.peek(30).starts_with(MEMBER) => {
            stream.consume(30);
            Next::Damaged
        }
        None if pass_to_member(stream, gap) => Next::Damaged,
        None => Next::Lost,
    }
}

fn head(bytes: &[u8]) -> Option<(Head, usize, usize)> {
    let short = |at: usize| {
        let two = bytes.get(at..at + 2)?.first_chunk::<2>()?;
        Some(u16::from_le_bytes(*two))
    };
    let long = |at: usize| {
        let four = bytes.get(at..at + 4)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*four))
    };
    if !bytes.starts_with(MEMBER) {
        return None;
    }
    let flags = short(6)?;
    let method = match short(8)? {
        0 => Method::Stored,
        8 => Method::Deflated,
        93 => Method::Zstd,
        _ => Method::Other,
    };
    let later = flags & 8 != 0;
    let packed = u64::from(long(18)?);
    let head = Head {
        name: Vec::new(),
        method,
        encrypted: flags & 1 != 0,
        packed: (!later || packed > 0).then_some(packed),
        sum: long(14).filter(|sum| !later && *sum != 0),
    };
    Some((head, short(26)?.into(), short(28)?.into()))
}

/// The packed size in the extra field of large members: their unpacked size stands in front of it.
fn large(mut extra: &[u8]) -> Option<u64> {
    loop {
        let (kind, size) = (extra.get(..2)?, extra.get(2..4)?.first_chunk::<2>()?);
        let size = usize::from(u16::from_le_bytes(*size));
        let field = extra.get(4..4 + size)?;
        if kind == [1, 0] {
            return field
                .get(8..16)?
                .first_chunk::<8>()
                .map(|b| u64::from_le_bytes(*b));
        }
        extra = extra.get(4 + size..)?;
    }
}

/// Passes over bytes up to the head of a member, the list at the end, or the end; not further than `gap`.
fn pass_to_member(stream: &mut Stream<'_>, gap: u64) -> bool {
    let mut passed = 0;
    while passed < gap {
        let have = stream.peek(PEEK);
        let found = [MEMBER, LIST[0]]
            .iter()
            .filter_map(|mark| memmem::find(have, mark))
            .min();
        let used = match found {
            Some(at) => at,
            None if have.len() < PEEK => have.len(),
            None => have.len() - 3,
        };
        stream.consume(used);
        passed += used as u64;
        if found.is_some() || used == 0 {
            return true;
        }
    }
    false
}

const PEEK: usize = 1 << 16;

/// Behind a member whose size was not known beforehand stand its check sum and sizes, with a mark in front or without,
/// of four bytes each or of eight.
fn pass_descriptor(stream: &mut Stream<'_>) {
    let have = stream.peek(28);
    let size = [16, 12, 24, 20].into_iter().find(|n| {
        let next = have.get(*n..).unwrap_or(&[]);
        next.starts_with(MEMBER) || LIST.iter().any(|mark| next.starts_with(mark))
    });
    stream.consume(size.unwrap_or(0));
}

/// Passes over a member that nobody wants.
pub(super) fn pass(head: &Head, stream: &mut Stream<'_>, gap: u64) {
    if let Some(packed) = head.packed {
        let _ = io::copy(&mut stream.take(packed), &mut io::sink());
    } else if let Some(member) = Member::open(head, stream).filter(|_| !head.encrypted) {
        member.close(head, gap);
    } else {
        pass_to_member(stream, gap);
    }
}

/// A member's bytes, unpacked.
pub(super) enum Member<'s, 'a> {
    Stored(io::Take<&'s mut Stream<'a>>),
    Deflated(DeflateDecoder<io::Take<&'s mut Stream<'a>>>),
    Zstd(Box<zstd::Decoder<io::Take<&'s mut Stream<'a>>>>),
}

impl<'s, 'a> Member<'s, 'a> {
    /// The member of this head; `None` where it cannot be unpacked.
    pub(super) fn open(head: &Head, stream: &'s mut Stream<'a>) -> Option<Self> {
        let packed = stream.take(head.packed.unwrap_or(u64::MAX));
        match head.method {
            Method::Deflated => Some(Self::Deflated(DeflateDecoder::new(packed))),
            // Of these the end is known by their size alone.
            Method::Stored if head.packed.is_some() => Some(Self::Stored(packed)),
            Method::Zstd if head.packed.is_some() => Some(Self::Zstd(Box::new(zstd::Decoder::new(packed)))),
            _ => None,
        }
    }

    fn packed(&mut self) -> &mut io::Take<&'s mut Stream<'a>> {
        match self {
            Self::Stored(packed) => packed,
            Self::Deflated(decoder) => decoder.get_mut(),
            Self::Zstd(decoder) => decoder.get_mut(),
        }
    }

    /// Passes over what was not read of it; of one without a size only by looking for the next. Whether the archive ends before
    /// the size that its head states.
    pub(super) fn close(mut self, head: &Head, gap: u64) -> bool {
        if head.packed.is_some() {
            let _ = io::copy(self.packed(), &mut io::sink());
            return self.packed().limit() > 0;
        }
        let mut passed = 0;
        let mut block = vec![0; 1 << 16];
        let ended = loop {
            match self.read(&mut block) {
                Ok(0) => break true,
                Ok(n) if passed < 1 << 26 => passed += n as u64,
                _ => break false,
            }
        };
        let stream = self.packed().get_mut();
        if ended {
            pass_descriptor(stream);
        } else {
            pass_to_member(stream, gap);
        }
        false
    }
}

impl Read for Member<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(packed) => packed.read(out),
            Self::Deflated(decoder) => decoder.read(out),
            Self::Zstd(decoder) => decoder.read(out),
        }
    }
}
