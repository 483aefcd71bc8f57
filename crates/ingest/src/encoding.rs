//! Bytes to characters.

use encoding_rs::Encoding;
use memchr::memmem;
use unicode_normalization::char::is_combining_mark;

/// Characters, and the name of the encoding where it had to be guessed or was stated as another than UTF-8.
#[derive(Debug)]
pub struct Decoded {
    /// The characters.
    pub text: String,
    /// A remark for the reader, where the bytes were not plain UTF-8.
    pub remark: Option<String>,
}

/// What a byte order mark tells, and the mark's length; UTF-16 without one is told by its characters.
pub(crate) fn marked(head: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(head).or_else(|| Some((unmarked_utf16(head)?, 0)))
}

/// Characters in which a text of two bytes a character is told.
const SAMPLE: usize = 1_000;

/// Fewer could be letters by chance.
const LEAST: usize = 32;

/// Bytes that are words in two bytes a character. Such a text has spaces or line ends, and they have an empty byte.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(2 * SAMPLE) & !1)?;
    if head.len() < 2 * LEAST || !head.contains(&0) {
        return None;
    }
    let spaces = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(head);
        is_prose(&text).then(|| text.chars().filter(|c| matches!(c, ' ' | '\n')).count())
    };
    // In the other order the spaces are letters of a far script.
    [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE]
        .into_iter()
        .filter_map(|encoding| Some((spaces(encoding)?, encoding)))
        .max_by_key(|found| found.0)
        .map(|found| found.1)
}

/// Whether characters are letters, figures, marks and spaces, and either mostly of one alphabet or with the marks of
/// sentences between them: pairs of other bytes give Chinese characters in plenty, but neither of the two.
fn is_prose(text: &str) -> bool {
    // The sample may end within a pair.
    let text = text.trim_end_matches('\u{fffd}');
    let (mut all, mut odd, mut marks) = (0_usize, 0_usize, 0_usize);
    let mut pages = [0_usize; 256];
    for c in text.chars() {
        all += 1;
        match c {
            '\u{fffd}' => return false,
            '\n' | '\r' | '\t' | ' '..='~' | '\u{3000}'..='\u{301f}' | '\u{ff01}'..='\u{ff5e}' => marks += 1,
            c if c.is_control() => return false,
            c if c.is_alphanumeric() || c.is_whitespace() || is_combining_mark(c) => {}
            '\u{2010}'..='\u{203f}' | '\u{20a0}'..='\u{20cf}' => {}
            _ => odd += 1,
        }
        if let Some(page) = pages.get_mut(c as usize >> 8) {
            *page += 1;
        }
    }
    let alphabet = pages.iter().max().is_some_and(|most| most * 2 >= all);
    odd * 50 <= all && (alphabet || marks * 20 >= all)
}

/// ISO-2022-JP, which is written in ASCII with shifts: the one of its kind that mail and pages still come in.
fn shifted(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let shifts = |shift: &[u8]| memmem::find(bytes, shift).is_some();
    if !bytes.is_ascii() || !shifts(b"\x1b$B") && !shifts(b"\x1b$@") {
        return None;
    }
    let (text, broken) = encoding_rs::ISO_2022_JP.decode_without_bom_handling(bytes);
    (!broken).then(|| (text.into_owned(), encoding_rs::ISO_2022_JP))
}

/// A text that is mostly UTF-8, its letters beyond ASCII, and its stretches that are not valid: a single byte between Latin
/// letters was pasted from windows-1252, and is read so; the rest of a character that was cut is not.
fn with_strays(bytes: &[u8]) -> (String, usize, usize) {
    let (mut text, mut wide, mut lost) = (String::with_capacity(bytes.len()), 0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        lost += 1;
        let before = text.chars().next_back();
        // Two pasted letters may stand side by side.
        let next = chunks
            .peek()
            .and_then(|c| match (c.valid().chars().next(), c.invalid()) {
                (None, [0xc0..=0xff]) => Some('\u{e9}'),
                (next, _) => next,
            });
        let pasted = stray(chunk.invalid(), before, next);
        text.push(pasted.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (text, wide, lost)
}

/// What a single byte that is no UTF-8 stands for in windows-1252, where what is beside it can stand beside it.
fn stray(invalid: &[u8], before: Option<char>, next: Option<char>) -> Option<char> {
    let latin = |c: char| c < '\u{250}' || ('\u{2010}'..='\u{203f}').contains(&c);
    // A lone byte at the very end is a character that was cut off.
    let next = next.filter(|c| latin(*c))?;
    let byte = match invalid {
        [byte] => *byte,
        _ => return None,
    };
    // What is left of a space that keeps words together, once its second byte was made a plain one.
    if !before.is_none_or(latin) || matches!(byte, 0xc2 | 0xc3) && next == ' ' {
        return None;
    }
    let (read, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(invalid);
    read.chars().next().filter(|c| !c.is_control())
}

/// Decodes by byte order mark, else as UTF-8 where valid, else as `stated` (an HTTP or HTML label), else as
/// the likeliest legacy encoding.
#[must_use]
pub fn decode(bytes: &[u8], stated: Option<&str>) -> Decoded {
    if let Some((encoding, skip)) = marked(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or(&[]));
        let remark = broken.then(|| format!("some bytes are no valid {} and were dropped", encoding.name()));
        return Decoded {
            text: text.into_owned(),
            remark,
        };
    }
    if let Some((text, encoding)) = shifted(bytes) {
        return Decoded {
            text,
            remark: Some(format!("read as {}", encoding.name())),
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            remark: None,
        };
    }
    let stated = stated.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = stated.filter(|e| *e != encoding_rs::UTF_8) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return Decoded {
                text: text.into_owned(),
                remark: None,
            };
        }
    }
    // A stray bad byte in a text that is UTF-8 otherwise is damage, not another encoding. A text that says it is UTF-8 is
    // believed sooner, but not against its bytes.
    let (text, wide, lost) = with_strays(bytes);
    let says_so = stated == Some(encoding_rs::UTF_8);
    if wide > 0 && (wide >= lost || says_so && wide * 3 >= lost) {
        let remark = if text.contains('\u{fffd}') {
            "some bytes are no valid UTF-8 and were dropped"
        } else {
            "some bytes are no valid UTF-8 and were read as windows-1252"
        };
        return Decoded {
            text,
            remark: Some(remark.to_owned()),
        };
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if let Some((text, name)) = crate::vietnamese::read(bytes, &text) {
        return Decoded {
            text,
            remark: Some(format!("not valid UTF-8, read as {name}")),
        };
    }
    Decoded {
        text: text.into_owned(),
        remark: Some(format!("not valid UTF-8, read as {}", encoding.name())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, remark: Option<&str>) {
        let got = decode(bytes, None);
        assert_eq!((got.text.as_str(), got.remark.as_deref()), (text, remark));
    }

    #[test]
    fn decodes() {
        check("Hà Nội".as_bytes(), "Hà Nội", None);
        check(b"\xef\xbb\xbfplain", "plain", None);
        check(b"\xff\xfeh\0i\0", "hi", None);
        check(
            b"The caf\xe9 on the corner was closed, the ma\xeetre said.",
            "The café on the corner was closed, the maître said.",
            Some("not valid UTF-8, read as windows-1252"),
        );
        check(
            "Việt Nam và Lào Cai, \u{0}"
                .replace('\u{0}', "")
                .into_bytes()
                .into_iter()
                .chain([0xff])
                .collect::<Vec<_>>()
                .as_slice(),
            "Việt Nam và Lào Cai, \u{fffd}",
            Some("some bytes are no valid UTF-8 and were dropped"),
        );
    }

    #[test]
    fn bytes_with_a_stray_nul_are_no_utf16() {
        let words = "TheHarbourOfficeSaidThatTheFirstShipWillCarryTwoHundredCars".repeat(8);
        for text in [
            format!("{words}\0\0{words}"),
            format!("\0{words}"),
            format!("{words}\0"),
        ] {
            assert!(marked(text.as_bytes()).is_none());
        }
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(marked(&wide).map(|m| m.0), Some(encoding_rs::UTF_16LE));
    }

    #[test]
    fn stray_bytes_of_windows_1252_are_read() {
        for (bytes, text) in [
            (
                &b"Caf\xc3\xa9 owners: it\x92s closed"[..],
                "Caf\u{e9} owners: it\u{2019}s closed",
            ),
            (b"Se\xc3\xb1or Pe\xf1a said", "Se\u{f1}or Pe\u{f1}a said"),
            (
                b"\xc3\x89t\xc3\xa9, 5 \x80 a day",
                "\u{c9}t\u{e9}, 5 \u{20ac} a day",
            ),
            (
                b"cr\xe9\xe9e en \xc3\xa9t\xc3\xa9",
                "cr\u{e9}\u{e9}e en \u{e9}t\u{e9}",
            ),
            // A character that was cut, a space that lost its second byte, and what stands beside far letters.
            (
                b"caf\xc3\xa9 and th\xe2\x80 rest",
                "caf\u{e9} and th\u{fffd} rest",
            ),
            (b"caf\xc3\xa9\xc2 open", "caf\u{e9}\u{fffd} open"),
            (
                b"\xd0\x9f\xd0\xbe\xb5\xd1\x82 x",
                "\u{41f}\u{43e}\u{fffd}\u{442} x",
            ),
            (b"caf\xc3\xa9 \xff", "caf\u{e9} \u{fffd}"),
            (b"caf\xc3\xa9 \x81 open", "caf\u{e9} \u{fffd} open"),
        ] {
            assert_eq!(decode(bytes, None).text, text);
        }
    }

    #[test]
    fn a_statement_that_the_bytes_contradict_is_not_believed() {
        let text = decode(
            b"Deux bacs \xe9lectriques, la ma\xeetre du port l\x92a dit \xe0 midi.",
            Some("utf-8"),
        )
        .text;
        assert_eq!(
            text,
            "Deux bacs \u{e9}lectriques, la ma\u{ee}tre du port l\u{2019}a dit \u{e0} midi."
        );
        let word = "Министры договорились открыть паромную линию в мае этого года.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(word);
        assert_eq!(decode(&bytes, Some("utf-8")).text, word);
    }

    #[test]
    fn a_stated_encoding_is_tried_first() {
        assert_eq!(
            decode(b"\xcf\xf0\xe8\xe2\xe5\xf2", Some("windows-1251")).text,
            "Привет"
        );
    }
}
