//! Feeds that are no well-formed XML, as they come: a bare `&` in a headline, markup of a page inside an element, a version
//! that nobody knows.

use memchr::memchr2;

/// Elements whose words are a page's markup, where they are not marked as such.
const WORDS: [&str; 4] = ["title", "description", "content:encoded", "summary"];

/// The feed as it was meant: what a parser stops at is written as the words that it stands for.
pub(super) fn mend(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 256);
    let mut rest = text;
    while let Some(at) = memchr2(b'<', b'&', rest.as_bytes()) {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        rest = if mark.starts_with('&') {
            ampersand(mark, &mut out)
        } else {
            tag(mark, &mut out)
        };
    }
    out.push_str(rest);
    out
}

fn ampersand<'t>(mark: &'t str, out: &mut String) -> &'t str {
    let body = mark.get(1..).unwrap_or("");
    let name = body
        .bytes()
        .take(32)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    let is_reference = name > 0 && body.as_bytes().get(name) == Some(&b';');
    out.push_str(if is_reference { "&" } else { "&amp;" });
    body
}

fn tag<'t>(mark: &'t str, out: &mut String) -> &'t str {
    for (open, close) in [("<![CDATA[", "]]>"), ("<!--", "-->")] {
        if mark.starts_with(open) {
            return copy(
                mark,
                mark.find(close).map_or(mark.len(), |i| i + close.len()),
                out,
            );
        }
    }
    let body = mark.get(1..).unwrap_or("");
    if !body.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?' | '_')) {
        out.push_str("&lt;");
        return body;
    }
    let end = mark.find('>').map_or(mark.len(), |i| i + 1);
    let whole = mark.get(..end).unwrap_or(mark);
    let name = body
        .split(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        .next()
        .unwrap_or("");
    if name == "rss" {
        out.push_str(&known_version(whole));
        return mark.get(end..).unwrap_or("");
    }
    let rest = copy(mark, end, out);
    if !WORDS.contains(&name) || whole.ends_with("/>") || whole.contains("xhtml") {
        return rest;
    }
    let Some(close) = rest.find(&format!("</{name}>")) else {
        return rest;
    };
    let (words, behind) = rest.split_at(close);
    if words.trim_start().starts_with("<![CDATA[") || !words.contains('<') {
        return rest;
    }
    out.push_str("<![CDATA[");
    out.push_str(&words.replace("]]>", "]]]]><![CDATA[>"));
    out.push_str("]]>");
    behind
}

fn copy<'t>(text: &'t str, end: usize, out: &mut String) -> &'t str {
    let (taken, rest) = text.split_at(end);
    out.push_str(taken);
    rest
}

/// The root with the version that all read: the others differ in what they lack.
fn known_version(root: &str) -> String {
    let attributes = root.trim_start_matches("<rss").trim_end_matches('>');
    let kept = match attributes.find("version") {
        Some(at) => {
            let value = attributes.get(at..).unwrap_or("");
            let quote = value.find(['"', '\'']);
            let end = quote.and_then(|open| {
                let mark = value.get(open..=open)?;
                Some(open + 1 + value.get(open + 1..)?.find(mark)? + 1)
            });
            match end {
                Some(end) => [attributes.get(..at), value.get(end..)]
                    .into_iter()
                    .flatten()
                    .collect(),
                None => attributes.get(..at).unwrap_or("").to_owned(),
            }
        }
        None => attributes.to_owned(),
    };
    format!("<rss version=\"2.0\"{}>", kept.trim_end().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_was_meant() {
        for (feed, expected) in [
            ("<title>Fish & Chips</title>", "<title>Fish &amp; Chips</title>"),
            (
                "<title>Fish &amp; AT&T;s</title>",
                "<title>Fish &amp; AT&T;s</title>",
            ),
            ("<link>x?a=1&b=2</link>", "<link>x?a=1&amp;b=2</link>"),
            ("<title>5 < 6</title>", "<title><![CDATA[5 < 6]]></title>"),
            ("<x>5 < 6</x>", "<x>5 &lt; 6</x>"),
            (
                "<description>One<br>two<p>three</description>",
                "<description><![CDATA[One<br>two<p>three]]></description>",
            ),
            (
                "<description><![CDATA[One<br> & two]]></description>",
                "<description><![CDATA[One<br> & two]]></description>",
            ),
            ("<rss><channel>", "<rss version=\"2.0\"><channel>"),
            (
                "<rss xmlns:dc=\"x\" version='0.90'>",
                "<rss version=\"2.0\" xmlns:dc=\"x\">",
            ),
            ("<!-- a & b < c -->", "<!-- a & b < c -->"),
            ("a & b", "a &amp; b"),
            ("<", "&lt;"),
            ("&", "&amp;"),
            ("<title>open", "<title>open"),
        ] {
            assert_eq!(mend(feed), expected, "{feed}");
        }
    }
}
