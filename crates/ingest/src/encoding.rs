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
    // A stray bad byte in a text that is UTF-8 otherwise is damage, not another encoding.
    let lossy = String::from_utf8_lossy(bytes);
    let lost = lossy.matches('\u{fffd}').count();
    let wide = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{fffd}')
        .count();
    if stated == Some(encoding_rs::UTF_8) || wide > 0 && wide >= lost {
        return Decoded {
            text: lossy.into_owned(),
            remark: Some("some bytes are no valid UTF-8 and were dropped".to_owned()),
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
    fn a_stated_encoding_is_tried_first() {
        assert_eq!(
            decode(b"\xcf\xf0\xe8\xe2\xe5\xf2", Some("windows-1251")).text,
            "Привет"
        );
    }
}
