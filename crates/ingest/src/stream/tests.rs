//! Tests of streams.

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
