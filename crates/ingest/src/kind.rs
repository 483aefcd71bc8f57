//! What a source is, told by its first bytes.

/// A kind of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing in it.
    Empty,
    /// Not text; with what it seems to be.
    Binary(&'static str),
    /// One JSON object a line.
    JsonLines,
    /// One JSON value: an object over several lines, or a list of objects.
    Json,
    /// A page.
    Html,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A web archive.
    Warc,
    /// Plain text or Markdown.
    Text,
}

/// Tells the kind from the head of the bytes; the name decides only where the bytes allow several.
pub(crate) fn tell(name: &str, head: &[u8]) -> Kind {
    let trimmed = trim(head);
    if trimmed.is_empty() {
        return Kind::Empty;
    }
    if let Some(what) = binary(head) {
        return Kind::Binary(what);
    }
    if trimmed.starts_with(b"WARC/") {
        return Kind::Warc;
    }
    let text = String::from_utf8_lossy(trimmed);
    if is_feed(&text) {
        return Kind::Feed;
    }
    if crate::html::is_page(&text) {
        return Kind::Html;
    }
    let lower = name.to_lowercase();
    let lower = lower
        .strip_suffix(".gz")
        .or_else(|| lower.strip_suffix(".zst"))
        .unwrap_or(&lower);
    match trimmed.first() {
        Some(b'{') => {
            let line = trimmed.split(|b| *b == b'\n').next().unwrap_or(trimmed);
            let whole = line.trim_ascii_end().ends_with(b"}");
            // A first line that goes on past the head is a long row.
            let cut = line.len() == trimmed.len();
            if whole || cut || lower.ends_with(".jsonl") || lower.ends_with(".ndjson") {
                Kind::JsonLines
            } else {
                Kind::Json
            }
        }
        Some(b'[') if trim(trimmed.get(1..).unwrap_or(&[])).starts_with(b"{") => Kind::Json,
        _ if lower.ends_with(".jsonl") || lower.ends_with(".ndjson") => Kind::JsonLines,
        _ => Kind::Text,
    }
}

/// The root element of a feed, or the version line of JSON Feed, near the start.
fn is_feed(head: &str) -> bool {
    if head.starts_with('{') {
        return head.contains("jsonfeed.org/version/");
    }
    if !head.starts_with('<') {
        return false;
    }
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        if rest.starts_with("<?") || rest.starts_with("<!--") {
            let end = if rest.starts_with("<!--") { "-->" } else { "?>" };
            match rest.find(end) {
                Some(i) => rest = rest.get(i + end.len()..).unwrap_or(""),
                None => return false,
            }
        } else {
            break;
        }
    }
    ["<rss", "<feed", "<rdf:RDF"]
        .iter()
        .any(|root| rest.starts_with(root))
}

fn trim(bytes: &[u8]) -> &[u8] {
    bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start()
}

/// What a binary file seems to be.
fn binary(head: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF", "is a PDF"),
        (b"PK\x03\x04", "is a zip archive or an office document"),
        (b"\x89PNG", "is a picture"),
        (b"\xff\xd8\xff", "is a picture"),
        (b"GIF8", "is a picture"),
        (b"\x7fELF", "is a program"),
        (b"MZ\x90", "is a program"),
        (b"SQLite format 3", "is a database"),
        (b"7z\xbc\xaf", "is an archive"),
        (b"BZh", "is compressed with bzip2"),
        (b"\xfd7zXZ", "is compressed with xz"),
        (b"ID3", "is a sound file"),
        (b"OggS", "is a sound file"),
        (b"\xd0\xcf\x11\xe0", "is an office document"),
        (b"{\\rtf", "is a rich text document"),
    ];
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(what);
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return None;
    }
    let odd = head
        .iter()
        .filter(|b| **b < 9 || (14..32).contains(*b) && **b != 27)
        .count();
    (head.contains(&0) || odd * 50 > head.len()).then_some("is a binary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_kinds() {
        for (name, head, expected) in [
            ("a", "", Kind::Empty),
            ("a", " \n", Kind::Empty),
            ("a", "{\"text\":\"x\"}\n{\"text\":\"y\"}", Kind::JsonLines),
            ("a", "{\n \"text\": \"x\"\n}", Kind::Json),
            ("a", "[ {\"text\":\"x\"}]", Kind::Json),
            ("a", "[Photo] The pier.", Kind::Text),
            ("a", "The pier.", Kind::Text),
            ("a.jsonl.gz", "oops", Kind::JsonLines),
            (
                "a",
                "<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>",
                Kind::Feed,
            ),
            ("a", "<feed xmlns='http://www.w3.org/2005/Atom'>", Kind::Feed),
            ("a", "<!doctype html><p>x", Kind::Html),
            ("a", "WARC/1.0\r\n", Kind::Warc),
            ("a.txt", "%PDF-1.7", Kind::Binary("is a PDF")),
            ("a.txt", "a\0b", Kind::Binary("is a binary file")),
        ] {
            assert_eq!(tell(name, head.as_bytes()), expected, "{head:?}");
        }
    }
}
