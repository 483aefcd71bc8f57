//! WARC (ISO 28500): the HTML responses of a crawl, one at a time.

/// The head of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// `WARC-Type`.
    pub kind: String,
    /// `WARC-Target-URI`.
    pub url: Option<String>,
    /// `WARC-Date`.
    pub date: Option<String>,
    /// `Content-Type`.
    pub media: String,
    /// `Content-Length`.
    pub length: u64,
}

/// Reads the head's lines, without the version line; `None` where there is no length to skip by.
pub(crate) fn read_head(lines: &[String]) -> Option<Head> {
    let mut head = Head::default();
    let mut length = None;
    for line in lines {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => head.kind = value.to_ascii_lowercase(),
            "warc-target-uri" => head.url = Some(value.trim_matches(['<', '>']).to_owned()),
            "warc-date" => head.date = Some(value.to_owned()),
            "content-type" => head.media = value.to_ascii_lowercase(),
            "content-length" => length = value.parse().ok(),
            _ => {}
        }
    }
    head.length = length?;
    Some(head)
}

/// What an HTTP response carries.
#[derive(Debug, Clone, Default)]
pub(crate) struct Response<'a> {
    /// The status code.
    pub status: u16,
    /// `Content-Type`, in lower case.
    pub media: String,
    /// `Content-Encoding`, in lower case.
    pub encoding: String,
    /// Whether the body comes in chunks.
    pub chunked: bool,
    /// The bytes after the head.
    pub body: &'a [u8],
}

/// Splits an HTTP response.
pub(crate) fn read_response(bytes: &[u8]) -> Option<Response<'_>> {
    let (head, body) = match bytes.windows(4).position(|w| w == b"\r\n\r\n") {
        Some(i) => (bytes.get(..i)?, bytes.get(i + 4..)?),
        None => {
            let i = bytes.windows(2).position(|w| w == b"\n\n")?;
            (bytes.get(..i)?, bytes.get(i + 2..)?)
        }
    };
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let first = lines.next()?;
    if !first.starts_with("HTTP/") {
        return None;
    }
    let mut out = Response {
        status: first.split(' ').nth(1)?.parse().ok()?,
        body,
        ..Response::default()
    };
    for line in lines {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "content-type" => out.media = value,
            "content-encoding" => out.encoding = value,
            "transfer-encoding" => out.chunked = value.contains("chunked"),
            _ => {}
        }
    }
    Some(out)
}

/// A body in chunks, joined; as it is where it is not in chunks after all.
pub(crate) fn unchunk(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.iter().take(32).position(|b| *b == b'\n') {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or(&[])).to_string();
        let size = line.trim().split(';').next().unwrap_or("").trim().to_owned();
        let Ok(size) = usize::from_str_radix(&size, 16) else {
            break;
        };
        let start = end + 1;
        let stop = start.saturating_add(size).min(rest.len());
        out.extend_from_slice(rest.get(start..stop).unwrap_or(&[]));
        if size == 0 {
            return out;
        }
        rest = rest.get(stop..).unwrap_or(&[]);
        rest = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_heads() {
        let lines: Vec<String> = [
            "WARC-Type: response",
            "WARC-Target-URI: https://harbour.example/1",
            "Content-Length: 12",
        ]
        .map(str::to_owned)
        .to_vec();
        let head = read_head(&lines).expect("head");
        assert_eq!((head.kind.as_str(), head.length), ("response", 12));
        assert_eq!(read_head(&lines[..2]), None);
    }

    #[test]
    fn joins_chunks() {
        assert_eq!(
            unchunk(b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"),
            b"hello world"
        );
        assert_eq!(unchunk(b"plain body"), b"plain body");
    }

    #[test]
    fn reads_responses() {
        let r = read_response(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x").expect("response");
        assert_eq!(
            (r.status, r.media.as_str(), r.body),
            (200, "text/html", &b"<p>x"[..])
        );
        assert!(read_response(b"nothing").is_none());
    }
}
