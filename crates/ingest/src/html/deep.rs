//! Markup that no parser should see: its shape is measured before, and its text kept without it.

dossier_world::words!(FLAT = "html/flat_elements.txt");
dossier_world::words!(INLINE = "html/inline_elements.txt");

/// How deep elements are nested, how many there are, and how many attributes one has: what a parser's time grows with.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Elements in elements, without those that end by themselves.
    depth: usize,
    /// Tags that open an element.
    tags: usize,
    /// Attributes of one tag, as white space tells them.
    attributes: usize,
    /// Bytes.
    size: usize,
}

/// Pages of a person have fewer elements in elements.
pub(super) const DEPTH: usize = 300;
/// And fewer tags.
const TAGS: usize = 250_000;
/// And fewer attributes on one of them.
const ATTRIBUTES: usize = 1_000;
/// Readers ask each element around a paragraph: their time grows with depth times size.
const WORK: usize = 500_000_000;

impl Shape {
    /// The shape of a page.
    pub(super) fn of(html: &str) -> Self {
        const SILENT: &[&str] = &["script", "style", "textarea"];
        let mut shape = Self {
            size: html.len(),
            ..Self::default()
        };
        let mut now = 0_usize;
        // Each tag that is never closed goes on to the end: no page of a person takes this to be read a few times over.
        let mut left = html.len().saturating_mul(4) + ATTRIBUTES * 1_000;
        let bytes = html.as_bytes();
        let mut at = 0;
        while let Some(i) = html.get(at..).and_then(|t| t.find('<')).map(|i| i + at) {
            at = i + 1;
            let closing = bytes.get(i + 1) == Some(&b'/');
            let start = i + 1 + usize::from(closing);
            let name = bytes.get(start..).unwrap_or(&[]);
            let len = name
                .iter()
                .take(24)
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            if len == 0 || !name.first().is_some_and(u8::is_ascii_alphabetic) {
                continue;
            }
            if !closing {
                shape.tags += 1;
                let rest = name.get(len..).unwrap_or(&[]);
                // Only tags that go on for long can have many.
                if rest.iter().take(ATTRIBUTES * 2).all(|b| *b != b'>') {
                    let (count, read) = attributes(rest);
                    left = left.saturating_sub(read);
                    shape.attributes = shape
                        .attributes
                        .max(if left == 0 { ATTRIBUTES + 1 } else { count });
                    if shape.attributes > ATTRIBUTES {
                        return shape;
                    }
                }
            }
            let name = name.get(..len).unwrap_or(&[]);
            // Markup that a script writes is none of the page's.
            if !closing && SILENT.iter().any(|s| s.as_bytes().eq_ignore_ascii_case(name)) {
                at = silent_end(html, start, name);
                continue;
            }
            if html
                .get(start..start + len)
                .is_some_and(|tag| FLAT.has_any_case(tag))
            {
                continue;
            }
            if closing {
                now = now.saturating_sub(1);
            } else {
                now += 1;
                shape.depth = shape.depth.max(now);
            }
        }
        shape
    }

    /// Why no parser should see it, for a note.
    pub(super) fn is_hostile(self) -> Option<&'static str> {
        if self.depth > DEPTH || self.depth.saturating_mul(self.size) > WORK && self.depth > 50 {
            Some("markup is nested too deep")
        } else if self.tags > TAGS {
            Some("markup has too many elements")
        } else if self.attributes > ATTRIBUTES {
            Some("an element has too many attributes")
        } else {
            None
        }
    }
}

/// Where the element whose name stands at `start` ends; where it never does, the end of the page, as parsers have it.
fn silent_end(html: &str, start: usize, name: &[u8]) -> usize {
    let bytes = html.as_bytes();
    let mut at = start;
    while let Some(i) = html.get(at..).and_then(|t| t.find("</")).map(|i| i + at) {
        let found = bytes.get(i + 2..i + 2 + name.len());
        if found.is_some_and(|f| f.eq_ignore_ascii_case(name)) {
            return i + 2;
        }
        at = i + 2;
    }
    html.len()
}

/// Words between the tag's name and its end that stand outside quotes, and how many bytes were read to count them.
fn attributes(rest: &[u8]) -> (usize, usize) {
    let mut quote = None;
    let mut count = 0;
    let mut space = false;
    for (read, &b) in rest.iter().enumerate() {
        match (quote, b) {
            (Some(q), b) if b == q => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(b),
            (None, b'>') => return (count, read),
            (None, b) if b.is_ascii_whitespace() || b == b'/' => space = true,
            (None, _) => {
                count += usize::from(space);
                space = false;
            }
        }
        if count > ATTRIBUTES {
            return (count, read);
        }
    }
    (count, rest.len())
}

/// The text between tags, for markup that no parser should see.
pub(super) fn strip(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(rest.get(..open).unwrap_or(""));
        let tail = rest.get(open..).unwrap_or("");
        let Some(end) = tail.find('>') else {
            rest = "";
            break;
        };
        let tag = tail.get(1..end).unwrap_or("").to_ascii_lowercase();
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = tail.get(end + 1..).unwrap_or("");
        if matches!(name.as_str(), "script" | "style") {
            // The mark of the end tag is no part of its name, by which it was found.
            let end = silent_end(rest, 0, name.as_bytes());
            rest = if end < rest.len() {
                rest.get(end.saturating_sub(2)..).unwrap_or("")
            } else {
                ""
            };
        } else if !name.is_empty() && !INLINE.has(&name) {
            out.push('\n');
        }
    }
    out.push_str(rest);
    for (entity, c) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        if out.contains(entity) {
            out = out.replace(entity, c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let shape = Shape::of("<div class='a b' id=x><p>One<p>Two</div>");
        assert_eq!((shape.depth, shape.tags), (1, 3));
        assert_eq!(shape.is_hostile(), None);
        let written = Shape::of("<div><script>'<div><div><div>'</script></div><STYLE><i></STYLE>");
        assert_eq!(written.depth, 1);
        let wide = format!("<div {}>x", "a='1' ".repeat(2_000));
        assert!(Shape::of(&wide).is_hostile().is_some());
        let long = format!("<div data='{}'>x", "a b ".repeat(20_000));
        assert_eq!(Shape::of(&long).is_hostile(), None, "one long attribute");
        assert!(Shape::of(&"<p".repeat(200_000)).is_hostile().is_some());
        assert!(Shape::of(&"<p ".repeat(200_000)).is_hostile().is_some());
        assert!(Shape::of(&"<p a=\"".repeat(200_000)).is_hostile().is_some());
        assert!(Shape::of(&"<i>".repeat(400)).is_hostile().is_some());
        assert!(Shape::of(&"<br>".repeat(300_000)).is_hostile().is_some());
    }

    #[test]
    fn the_words_of_scripts_are_left_out_however_their_ends_are_written() {
        assert_eq!(
            strip("<p>One<script>two</SCRIPT><p>three<style>four</style>")
                .split_whitespace()
                .collect::<Vec<_>>(),
            ["One", "three"]
        );
        assert_eq!(strip("One<script>two").trim(), "One");
    }
}
