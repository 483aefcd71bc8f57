/// Turns byte offsets of one text into code point offsets and back. Built once an article; a look-up reads some
/// hundred bytes at most, and none where the text is ASCII.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// Code points before each multiple of `STEP` bytes (counting the bytes that begin one); empty for ASCII.
    marks: Vec<u32>,
}

/// Bytes between two marks.
const STEP: usize = 256;

impl CodePoints {
    /// The index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: Vec::new() };
        }
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut before = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(before);
            before += starts(chunk);
        }
        Self { marks }
    }

    /// How many code points of `text` (the same text) begin before byte `at`. Past the end, all of them;
    /// inside a character, that character counts as before.
    #[must_use]
    pub fn at(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let Some(&mark) = self.marks.get(at / STEP) else {
            return if self.marks.is_empty() {
                at
            } else {
                self.total(text)
            };
        };
        let rest = text.as_bytes().get(at / STEP * STEP..at).unwrap_or_default();
        (mark + starts(rest)) as usize
    }

    /// The byte at which the code point with `point` others before it begins; the text's length for one past the last.
    /// `None` beyond that.
    #[must_use]
    pub fn byte(&self, text: &str, point: usize) -> Option<usize> {
        if self.marks.is_empty() {
            return (point <= text.len()).then_some(point);
        }
        let chunk = self
            .marks
            .partition_point(|&m| m as usize <= point)
            .checked_sub(1)?;
        // A chunk may begin inside a character, whose first byte was counted in the one before.
        let mut left = point - *self.marks.get(chunk)? as usize;
        let from = chunk * STEP;
        let bytes = text.as_bytes().get(from..).unwrap_or_default();
        for (at, byte) in bytes.iter().enumerate() {
            if byte & 0xC0 != 0x80 {
                if left == 0 {
                    return Some(from + at);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(text.len())
    }

    fn total(&self, text: &str) -> usize {
        let last = self.marks.len().saturating_sub(1);
        let rest = text.as_bytes().get(last * STEP..).unwrap_or_default();
        (self.marks.last().copied().unwrap_or(0) + starts(rest)) as usize
    }
}

/// Bytes that begin a code point: all but continuation bytes.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_as_chars_does_at_every_boundary() {
        for text in [
            "",
            "plain",
            "Tố Hữu",
            &"đ🙂a".repeat(300),
            &"é".repeat(128),
            &"x".repeat(600),
        ] {
            let index = CodePoints::new(text);
            for (n, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(index.at(text, at), n, "byte {at} of {text:?}");
                assert_eq!(index.byte(text, n), Some(at), "point {n} of {text:?}");
            }
            assert_eq!(index.at(text, text.len()), text.chars().count());
            assert_eq!(index.at(text, usize::MAX), text.chars().count());
            assert_eq!(index.byte(text, text.chars().count()), Some(text.len()));
            assert_eq!(index.byte(text, text.chars().count() + 1), None);
        }
    }

    proptest! {
        #[test]
        fn any_text_agrees_with_chars(text in "\\PC{0,900}") {
            let index = CodePoints::new(&text);
            for (n, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.at(&text, at), n);
                prop_assert_eq!(index.byte(&text, n), Some(at));
            }
        }
    }
}
