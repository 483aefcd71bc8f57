//! HTML's character references that stand in text: read there where a template escaped what was escaped already, or put
//! markup into a field of plain text.

use std::borrow::Cow;

dossier_world::table!(NAMED = "html/entities.tsv");

/// Longest reference, its marks included.
const LONGEST: usize = 12;

/// The text with references read, those that were escaped twice as well. References to the signs of markup stay as they are: text
/// that speaks of markup has them, and none may become markup again.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    // "&amp;amp;rsquo;" has been through a template three times.
    for _ in 0..3 {
        match once(&out) {
            Some(read) => out = Cow::Owned(read),
            None => break,
        }
    }
    out
}

fn once(text: &str) -> Option<String> {
    if !text.contains('&') || !text.contains(';') {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match reference(from) {
            Some((c, len)) => {
                out.push(c);
                changed = true;
                rest = from.get(len..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// The character that a reference at the start of `text` stands for, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST).position(|b| *b == b';')?;
    let name = text.get(1..end)?;
    let found = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            numbered(code)?
        }
        None => NAMED
            .value(name)
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)?,
    };
    Some((found, end + 1))
}

/// Numbers from 0x80 to 0x9f are those of windows-1252, as HTML has it.
fn numbered(code: u32) -> Option<char> {
    match code {
        0x80..=0x9f => {
            let byte = [u8::try_from(code).ok()?];
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(&byte)
                .0
                .chars()
                .next()
        }
        _ => char::from_u32(code),
    }
    .filter(|c| !matches!(c, '<' | '>') && !c.is_control() || matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_was_escaped_twice() {
        for (text, expected) in [
            ("It doesn&#8217;t sail", "It doesn’t sail"),
            ("Coast &amp;amp; Pier", "Coast & Pier"),
            ("Coast &amp; Pier &#x2013; caf&eacute;", "Coast & Pier – café"),
            ("&#163;71m and &#146;quotes&#146;", "£71m and ’quotes’"),
            ("R&D; AT&T", "R&D; AT&T"),
            (
                "a &lt;script&gt; stays, &amp;lt; too",
                "a &lt;script&gt; stays, &lt; too",
            ),
            ("&#60;b&#62; &#0; &unknown;", "&#60;b&#62; &#0; &unknown;"),
            ("no references & none;", "no references & none;"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
