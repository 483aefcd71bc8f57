//! What a source is, told by its first bytes.

use std::borrow::Cow;

use crate::encoding;

dossier_world::words!(OFFICE_MEMBERS = "kind/office_members.txt");
dossier_world::table!(MAGIC = "kind/magic.tsv");

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
    /// A sitemap or an index of sitemaps.
    Sitemap,
    /// NewsML-G2, the older NewsML 1, or NITF.
    NewsMl,
    /// A web archive.
    Warc,
    /// A ZIP archive.
    Zip,
    /// A tar archive.
    Tar,
    /// A mailbox.
    Mbox,
    /// One message of mail.
    Message,
    /// Plain text or Markdown.
    Text,
}

/// Tells the kind from the head of the bytes; the name decides only where the bytes allow several.
pub(crate) fn tell(name: &str, head: &[u8]) -> Kind {
    let trimmed = trim(head);
    if trimmed.is_empty() {
        return Kind::Empty;
    }
    if trimmed.starts_with(b"WARC/") {
        return Kind::Warc;
    }
    if is_tar(head) {
        return Kind::Tar;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") || head.starts_with(b"PK00PK") {
        return if is_office(head) {
            Kind::Binary("is an office document or a program")
        } else {
            Kind::Zip
        };
    }
    if let Some(what) = binary(head) {
        return Kind::Binary(what);
    }
    let text = wide(head).unwrap_or_else(|| String::from_utf8_lossy(trimmed));
    let text = text.trim_start();
    if let Some(kind) = told_by_root(text) {
        return kind;
    }
    if crate::html::is_page(text) {
        return Kind::Html;
    }
    if let Some(kind) = mail(trimmed) {
        return kind;
    }
    let lower = name.to_lowercase();
    let lower = lower
        .strip_suffix(".gz")
        .or_else(|| lower.strip_suffix(".zst"))
        .unwrap_or(&lower);
    match trimmed.first() {
        Some(b'{') if !is_words(trimmed.get(1..).unwrap_or(&[])) => {
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

/// Whether what stands behind a brace is words and no key: "{Photo} The pier", "{ The mayor }".
fn is_words(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_start();
    let word = rest.iter().take_while(|b| !b.is_ascii_whitespace());
    rest.first()
        .is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii())
        && !word.into_iter().any(|b| *b == b':')
}

/// Text that a mark or its characters tell to be of another encoding than UTF-8.
fn wide(head: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, skip) = encoding::marked(head)?;
    let (text, _) = encoding.decode_without_bom_handling(head.get(skip..)?);
    Some(text)
}

/// The kinds that the root element tells, or the version line of JSON Feed.
fn told_by_root(head: &str) -> Option<Kind> {
    if head.starts_with('{') {
        return head.contains("jsonfeed.org/version/").then_some(Kind::Feed);
    }
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!DOCTYPE") && !rest.to_ascii_lowercase().starts_with("<!doctype html") {
            // The declarations inside end at the bracket.
            let open = rest
                .find('[')
                .filter(|i| rest.find('>').is_none_or(|end| *i < end));
            if open.is_some() { "]>" } else { ">" }
        } else {
            break;
        };
        rest = rest.get(rest.find(end)? + end.len()..)?;
    }
    let name = rest.strip_prefix('<')?;
    let name = name.get(..name.find(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '-' | '_'))?)?;
    let local = name.rsplit(':').next().unwrap_or(name);
    match local {
        "rss" | "feed" | "RDF" => Some(Kind::Feed),
        "urlset" | "sitemapindex" => Some(Kind::Sitemap),
        "newsItem" | "newsMessage" | "packageItem" | "nitf" | "NewsML" | "NewsItem" => Some(Kind::NewsMl),
        _ => None,
    }
}

/// A head with its check sum: the sum of all its bytes, those of the sum itself counted as blanks.
fn is_tar(head: &[u8]) -> bool {
    let (Some(block), Some(sum)) = (head.get(..512), head.get(148..156)) else {
        return false;
    };
    let digits = String::from_utf8_lossy(sum);
    let Ok(stated) = u32::from_str_radix(digits.trim_matches(['\0', ' ']), 8) else {
        return false;
    };
    let blanks = 8 * u32::from(b' ');
    let own: u32 = sum.iter().copied().map(u32::from).sum();
    let all: u32 = block.iter().copied().map(u32::from).sum();
    stated == all - own + blanks
}

/// Whether the first member of a ZIP archive is that of a document or a program.
fn is_office(head: &[u8]) -> bool {
    let name = head.get(30..).unwrap_or(&[]);
    OFFICE_MEMBERS
        .iter()
        .any(|first| name.starts_with(first.as_bytes()))
}

/// Mail: a separator of messages with a field behind it, or fields that a message has, each line of them one.
fn mail(head: &[u8]) -> Option<Kind> {
    let mut lines = head.split(|b| *b == b'\n').peekable();
    let boxed = lines
        .next_if(|line| crate::formats::is_mail_separator(line))
        .is_some();
    let mut seen = [false; 2];
    for line in lines {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") || line.starts_with(b">From ") {
            continue;
        }
        let colon = line.iter().position(|b| *b == b':');
        let Some(name) = colon.and_then(|i| line.get(..i)) else {
            // Only the last line of the head may be cut.
            return None;
        };
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_graphic()) {
            return None;
        }
        let name = name.to_ascii_lowercase();
        seen[0] |= matches!(name.as_slice(), b"from" | b"sender" | b"return-path");
        seen[1] |= matches!(
            name.as_slice(),
            b"message-id" | b"received" | b"mime-version" | b"delivered-to" | b"date"
        );
        if seen == [true, true] {
            return Some(if boxed { Kind::Mbox } else { Kind::Message });
        }
    }
    None
}

fn trim(bytes: &[u8]) -> &[u8] {
    bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start()
}

/// Whether bytes begin with those that `hex` writes in two figures each.
fn begins_with_hex(bytes: &[u8], hex: &str) -> bool {
    bytes.len() * 2 >= hex.len()
        && hex.as_bytes().chunks(2).zip(bytes).all(|(figures, byte)| {
            let figures = std::str::from_utf8(figures).unwrap_or("");
            u8::from_str_radix(figures, 16) == Ok(*byte)
        })
}

/// What a binary file seems to be.
fn binary(head: &[u8]) -> Option<&'static str> {
    let known = MAGIC.rows().find_map(|mut row| {
        let magic = row.next()?;
        begins_with_hex(head, magic).then(|| row.next()).flatten()
    });
    if known.is_some() {
        return known;
    }
    if encoding::marked(head).is_some() {
        return None;
    }
    let odd = head
        .iter()
        .filter(|b| **b < 9 || (14..32).contains(*b) && **b != 27)
        .count();
    // A document may have lost a byte or two to an empty one; a program has many.
    let empty = head.iter().filter(|b| **b == 0).count();
    (empty * 200 > head.len() || odd * 50 > head.len()).then_some("is a binary file")
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
            ("a", "{Photo} The pier.", Kind::Text),
            ("a", "{ “It opens,” she said. }", Kind::Text),
            ("a", "{text: 'x'}", Kind::JsonLines),
            ("a", "{}", Kind::JsonLines),
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
            ("a", "<?xml version='1.0'?><urlset xmlns='x'>", Kind::Sitemap),
            ("a", "<sitemapindex>", Kind::Sitemap),
            ("a", "<!DOCTYPE nitf [<!ENTITY x 'y'>]><nitf>", Kind::NewsMl),
            ("a", "<nar:newsMessage xmlns:nar='x'>", Kind::NewsMl),
            ("a", "<NewsML Version='1.2'>", Kind::NewsMl),
            ("a", "PK\u{3}\u{4}", Kind::Zip),
            (
                "a",
                "From a@b.example Mon Apr 14 10:20:00 2025\nFrom: a@b.example\nDate: x\n\nx",
                Kind::Mbox,
            ),
            ("a", "Received: x\n by y\nFrom: a@b.example\n\nx", Kind::Message),
            ("a", "From: the harbour office\nIt opens in May.", Kind::Text),
            ("a", "From Monday 10:20 on, 2025 will be busy.", Kind::Text),
            ("a.txt", "%PDF-1.7", Kind::Binary("is a PDF")),
            ("a.txt", "a\0b", Kind::Binary("is a binary file")),
        ] {
            assert_eq!(tell(name, head.as_bytes()), expected, "{head:?}");
        }
    }
}
