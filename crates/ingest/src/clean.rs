//! Text as every later stage sees it: one normal form, one kind of line end, one kind of space.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text without the characters that no document may hold and a parser stops at.
pub(crate) fn without_controls(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(odd) {
        Cow::Owned(text.replace(odd, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Normal form C, `\n` line ends, plain spaces; nothing invisible, no space at a line's edges, at most one
/// blank line in a row, none at the edges of the text.
#[must_use]
pub fn clean(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    // Line ends waiting to be written, once something visible follows.
    let mut breaks = 0_usize;
    let mut spaces = 0_usize;
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let waits = breaks > 0 || spaces > 0;
        let plain = if waits { 0 } else { plain_length(rest) };
        if plain > 0 {
            let (run, behind) = rest.split_at(plain);
            out.push_str(run);
            rest = behind;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '\r' => {
                if !rest.starts_with('\n') {
                    breaks += 1;
                    spaces = 0;
                }
            }
            // Line and paragraph separators, vertical tab, form feed, next line.
            '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => {
                breaks += if c == '\u{2029}' { 2 } else { 1 };
                spaces = 0;
            }
            c if is_space(c) => spaces += 1,
            '\u{200c}' | '\u{200d}' if !waits && joins(c, out.chars().next_back(), rest.chars().next()) => {
                out.push(c);
            }
            c if is_invisible(c) => {}
            c => {
                if out.is_empty() {
                    breaks = 0;
                }
                if breaks > 0 {
                    out.push_str(if breaks > 1 { "\n\n" } else { "\n" });
                } else if !out.is_empty() {
                    out.extend(std::iter::repeat_n(' ', spaces.min(MOST_SPACES)));
                }
                (breaks, spaces) = (0, 0);
                out.push(c);
            }
        }
    }
    match is_nfc_quick(out.chars()) {
        IsNormalized::Yes => out,
        _ => out.nfc().collect(),
    }
}

/// Bytes of the plain words that a text begins with, one space between two: most of every text, and nothing to clean.
fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(b) = bytes.get(end) {
        let goes_on = b.is_ascii_graphic()
            || *b == b' ' && end > 0 && bytes.get(end + 1).is_some_and(u8::is_ascii_graphic);
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Wider gaps (tables drawn with spaces) say nothing more.
const MOST_SPACES: usize = 8;

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}' || c == '\u{3164}'
}

/// Whether a joiner or non-joiner between two characters is part of how they are written: in Arabic, Persian and Urdu, in
/// the scripts of South and Southeast Asia, and between the pictures of one emoji. Elsewhere it says nothing.
fn joins(joiner: char, before: Option<char>, behind: Option<char>) -> bool {
    let written = |c: char| matches!(c, '\u{600}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{fb50}'..='\u{fdff}');
    let picture = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    let (Some(before), Some(behind)) = (before, behind) else {
        return false;
    };
    written(before) && written(behind) || joiner == '\u{200d}' && picture(before) && picture(behind)
}

/// Controls, zero-width characters, soft hyphens, direction marks, byte order marks, private use,
/// non-characters, and the replacement character that stands for lost bytes.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{fff9}'..='\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}'
        )
        || (c as u32 & 0xfffe) == 0xfffe
}

/// `text` cut to at most `bytes` bytes, at a character, and if one is near at the end of a word.
#[must_use]
pub fn cut(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let mut end = bytes;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or("");
    match head.rfind(char::is_whitespace) {
        Some(i) if end - i < 200 => head.get(..i).unwrap_or(head),
        _ => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans() {
        for (raw, expected) in [
            ("", ""),
            (" \n\n\t", ""),
            ("\u{feff}One.", "One."),
            ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
            ("One.  \n\n \n\nTwo.", "One.\n\nTwo."),
            ("4\u{a0}000\u{2009}km", "4 000 km"),
            ("co\u{ad}opera\u{200b}tion", "cooperation"),
            ("Ha\u{300} No\u{323}\u{302}i", "Hà Nội"),
            ("می\u{200c}کنند", "می\u{200c}کنند"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("خط\u{200c}\u{200c} فری", "خط فری"),
            ("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{200d}\u{1f469}"),
            ("fer\u{200d}ry\u{200c}", "ferry"),
            ("bell\u{7}s", "bells"),
            ("  indented", "indented"),
            ("two  spaces", "two  spaces"),
            ("lost \u{fffd}bytes", "lost bytes"),
            ("One.\u{2029}Two.\u{2028}Three.", "One.\n\nTwo.\nThree."),
        ] {
            assert_eq!(clean(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn cuts_at_a_character() {
        assert_eq!(cut("five words stand right here", 12), "five words");
        assert_eq!(cut("ééééé", 3), "é");
        assert_eq!(cut("short", 12), "short");
    }
}
