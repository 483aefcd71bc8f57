//! Bytes to characters.

/// Characters, and the name of the encoding where it had to be guessed or was stated as another than UTF-8.
#[derive(Debug)]
pub struct Decoded {
    /// The characters.
    pub text: String,
    /// A remark for the reader, where the bytes were not plain UTF-8.
    pub remark: Option<String>,
}

/// Decodes by byte order mark, else as UTF-8 where valid, else as `stated` (an HTTP or HTML label), else as
/// the likeliest legacy encoding.
#[must_use]
pub fn decode(bytes: &[u8], stated: Option<&str>) -> Decoded {
    if let Some((encoding, skip)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or(&[]));
        let remark = broken.then(|| format!("some bytes are no valid {} and were dropped", encoding.name()));
        return Decoded {
            text: text.into_owned(),
            remark,
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            remark: None,
        };
    }
    let stated = stated.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
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
