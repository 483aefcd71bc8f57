/// Text from an article as it may stand in a page: control characters, which HTML forbids or hides, become
/// U+FFFD one for one, so that positions in code points still hold. Line ends and tabs stay.
pub(crate) fn clean(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_control() => '\u{fffd}',
        c if is_noncharacter(c) => '\u{fffd}',
        c => c,
    }
}

/// Code points that Unicode reserves for never being a character.
fn is_noncharacter(c: char) -> bool {
    let n = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&n) || n & 0xFFFE == 0xFFFE
}
