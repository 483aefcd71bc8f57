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

/// Bytes that are words in two bytes a character: each is a letter, a figure, a mark or a space. Such a text has spaces
/// or line ends, and they have an empty byte.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(2 * SAMPLE) & !1)?;
    if head.len() < 2 * LEAST || !head.contains(&0) {
        return None;
    }
    let is_text = |encoding: &&'static Encoding| {
        let (text, broken) = encoding.decode_without_bom_handling(head);
        // The sample may end within a pair.
        let whole = !broken || text.trim_end_matches('\u{fffd}').chars().all(|c| c != '\u{fffd}');
        let mut odd = 0;
        for c in text.chars() {
            match c {
                '\n' | '\r' | '\t' => {}
                c if c.is_control() => return false,
                // Marks of other scripts than the words' own stand alone among letters where bytes are paired wrongly.
                c if c.is_alphanumeric() || c.is_whitespace() || c.is_ascii_punctuation() => {}
                '\u{2010}'..='\u{203f}'
                | '\u{20a0}'..='\u{20cf}'
                | '\u{3001}'..='\u{301f}'
                | '\u{ff01}'..='\u{ff65}' => {}
                c if is_combining_mark(c) => {}
                _ => odd += 1,
            }
        }
        whole && odd * 50 <= text.chars().count()
    };
    // Spaces of one order are letters of a far script in the other: "\u{2000}".
    let spaces = |encoding: &&'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(head);
        text.chars().filter(|c| matches!(c, ' ' | '\n')).count()
    };
    [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE]
        .into_iter()
        .filter(is_text)
        .max_by_key(spaces)
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
    fn a_stated_encoding_is_tried_first() {
        assert_eq!(
            decode(b"\xcf\xf0\xe8\xe2\xe5\xf2", Some("windows-1251")).text,
            "Привет"
        );
    }
}
