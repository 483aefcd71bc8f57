//! Vietnamese in eight bits: VISCII (RFC 1456) and windows-1258, told from others by the words that every text has.

dossier_world::words!(VIETNAMESE_WORDS = "language/vietnamese_words.txt");

/// The letters of VISCII from 0x80 on.
const HIGH: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/// The six letters that it puts among the controls.
const LOW: [(u8, char); 6] = [
    (0x02, 'Ẳ'),
    (0x05, 'Ẵ'),
    (0x06, 'Ẫ'),
    (0x14, 'Ỷ'),
    (0x19, 'Ỹ'),
    (0x1e, 'Ỵ'),
];

/// So many of these words tell Vietnamese.
const LEAST: usize = 3;

/// Bytes as VISCII.
pub(crate) fn viscii(bytes: &[u8]) -> String {
    let high: Vec<char> = HIGH.chars().collect();
    let read = |b: u8| {
        let low = LOW.iter().find(|(code, _)| *code == b).map(|(_, c)| *c);
        low.or_else(|| high.get(usize::from(b).checked_sub(0x80)?).copied())
            .unwrap_or(char::from(b))
    };
    bytes.iter().map(|b| read(*b)).collect()
}

/// How many words of a text are such words.
pub(crate) fn words_in(text: &str) -> usize {
    use unicode_normalization::UnicodeNormalization;
    // windows-1258 writes tones behind their letters.
    let text: String = text.chars().nfc().collect::<String>().to_lowercase();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| VIETNAMESE_WORDS.contains(w))
        .count()
}

/// The text of bytes that are Vietnamese in eight bits, and the encoding's name; `None` where they are not, or where
/// `other`, their reading in another encoding, has as many of its words.
pub(crate) fn read(bytes: &[u8], other: &str) -> Option<(String, &'static str)> {
    let head = bytes.get(..bytes.len().min(100_000)).unwrap_or(bytes);
    let (windows, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(head);
    let counts = [
        (words_in(&viscii(head)), "VISCII"),
        (words_in(&windows), "windows-1258"),
    ];
    let (most, name) = counts.into_iter().max_by_key(|c| c.0)?;
    if most < LEAST || most <= words_in(crate::clean::cut(other, 200_000)) {
        return None;
    }
    let text = match name {
        "VISCII" => viscii(bytes),
        _ => encoding_rs::WINDOWS_1258
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    };
    Some((text, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Bộ trưởng hai nước đã thống nhất mở tuyến phà vào tháng Năm, và những chuyến đầu tiên sẽ chở xe của người dân.";

    fn to_viscii(text: &str) -> Vec<u8> {
        let high: Vec<char> = HIGH.chars().collect();
        text.chars()
            .map(|c| match high.iter().position(|h| *h == c) {
                Some(i) => u8::try_from(i + 0x80).expect("a byte"),
                None => u8::try_from(u32::from(c)).expect("ASCII"),
            })
            .collect()
    }

    #[test]
    fn all_letters_stand_in_the_table_once() {
        let all: std::collections::BTreeSet<char> = HIGH.chars().chain(LOW.map(|l| l.1)).collect();
        assert_eq!((HIGH.chars().count(), all.len()), (128, 134));
    }

    #[test]
    fn reads_viscii() {
        assert_eq!(
            read(&to_viscii(TEXT), "").map(|r| (r.0, r.1)),
            Some((TEXT.to_owned(), "VISCII"))
        );
    }

    #[test]
    fn other_languages_stay() {
        let (bytes, ..) =
            encoding_rs::WINDOWS_1252.encode("Le café était fermé à Noël, a déclaré le maître d'hôtel.");
        assert_eq!(read(&bytes, ""), None);
    }
}
