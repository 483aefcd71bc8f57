//! HTTP responses as a crawl stores them: head, chunks, content encodings.

use std::io::Read;

use crate::zstd;

/// What the head of a response says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Response {
    /// The status code.
    pub status: u16,
    /// `Content-Type`, in lower case.
    pub media: String,
    /// `Content-Encoding`, in lower case: in the order in which they were applied.
    pub encodings: Vec<String>,
    /// Whether the body comes in chunks.
    pub chunked: bool,
    /// Where the body begins.
    pub body: usize,
}

impl Response {
    /// Whether the server gave what it was asked for, whole or in part.
    pub(crate) fn is_answer(&self) -> bool {
        matches!(self.status, 200 | 203 | 206)
    }
}

/// Reads the head in front of a body.
pub(super) fn parse(bytes: &[u8]) -> Option<Response> {
    if !bytes.starts_with(b"HTTP/") {
        return None;
    }
    let (end, body) = match memchr::memmem::find(bytes, b"\r\n\r\n") {
        Some(i) => (i, i + 4),
        None => memchr::memmem::find(bytes, b"\n\n").map(|i| (i, i + 2))?,
    };
    let head = String::from_utf8_lossy(bytes.get(..end)?);
    let mut lines = head.lines();
    let mut out = Response {
        status: lines.next()?.split_whitespace().nth(1)?.parse().ok()?,
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
            "content-encoding" => out
                .encodings
                .extend(value.split(',').map(|e| e.trim().to_owned())),
            "transfer-encoding" => out.chunked = value.contains("chunked"),
            _ => {}
        }
    }
    Some(out)
}

/// The body as the page that it was: chunks joined and encodings taken off, up to `most` bytes. Crawlers store what
/// they received, or what they made of it without changing the head, so the head is believed where the bytes fit it.
pub(super) fn body(response: &Response, bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out = match bytes.get(response.body..) {
        Some(body) if response.chunked => unchunk(body),
        Some(body) => body.to_vec(),
        None => Vec::new(),
    };
    for encoding in response.encodings.iter().rev() {
        out = decode(encoding, out, most);
    }
    // What was packed without the head's saying so.
    if out.starts_with(&[0x1f, 0x8b, 8]) {
        out = decode("gzip", out, most);
    }
    out
}

/// What can be unpacked of a body that ends early is kept.
fn decode(encoding: &str, bytes: Vec<u8>, most: usize) -> Vec<u8> {
    // Where a page stands already, nothing is packed.
    if bytes.trim_ascii_start().starts_with(b"<") {
        return bytes;
    }
    let all = |reader: &mut dyn Read| {
        let mut out = Vec::new();
        let _ = reader.take(most as u64 + 1).read_to_end(&mut out);
        out
    };
    let out = match encoding {
        "gzip" | "x-gzip" => all(&mut flate2::read::MultiGzDecoder::new(bytes.as_slice())),
        // Some servers send the deflated bytes alone, without the frame that the standard asks for.
        "deflate" => match all(&mut flate2::read::ZlibDecoder::new(bytes.as_slice())) {
            out if out.is_empty() => all(&mut flate2::read::DeflateDecoder::new(bytes.as_slice())),
            out => out,
        },
        "br" => all(&mut brotli_decompressor::Decompressor::new(
            bytes.as_slice(),
            4096,
        )),
        "zstd" => all(&mut zstd::Decoder::new(bytes.as_slice())),
        _ => return bytes,
    };
    if out.is_empty() { bytes } else { out }
}

/// A body in chunks, joined; as it is where it is not in chunks after all.
fn unchunk(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.iter().take(32).position(|b| *b == b'\n') {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or(&[]));
        let size = line.split(';').next().unwrap_or("").trim();
        let Ok(size) = usize::from_str_radix(size, 16) else {
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
    use std::io::Write;

    use super::*;

    #[test]
    fn joins_chunks() {
        assert_eq!(
            unchunk(b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"),
            b"hello world"
        );
        assert_eq!(unchunk(b"plain body"), b"plain body");
        assert_eq!(unchunk(b"ffffffffffffffff\r\nhello"), b"hello");
    }

    #[test]
    fn reads_heads() {
        let bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, br\r\n\r\n<p>x";
        let response = parse(bytes).expect("response");
        assert_eq!((response.status, response.media.as_str()), (200, "text/html"));
        assert_eq!(response.encodings, ["gzip", "br"]);
        assert_eq!(bytes.get(response.body..), Some(&b"<p>x"[..]));
        for line in [
            "HTTP/1.1 200",
            "HTTP/1.1  200  OK",
            "HTTP/1.1\t200\tOK",
            "HTTP/2 200 ",
            "HTTP/1.0 200 Document follows",
        ] {
            let bytes = format!("{line}\r\nContent-type:text/html\r\n\r\n<p>x");
            let read = parse(bytes.as_bytes()).map(|r| (r.status, r.media));
            assert_eq!(read, Some((200, "text/html".to_owned())), "{line}");
        }
        assert!(parse(b"HTTP/1.1 OK\r\n\r\n<p>x").is_none());
        assert!(parse(b"nothing").is_none());
    }

    #[test]
    fn takes_encodings_off() {
        let words = b"<p>Ministers agreed on a ferry line.</p>";
        let gzip = {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            out.write_all(words).expect("write");
            out.finish().expect("finish")
        };
        let zlib = {
            let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
            out.write_all(words).expect("write");
            out.finish().expect("finish")
        };
        let bare = {
            let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
            out.write_all(words).expect("write");
            out.finish().expect("finish")
        };
        let zstd = zstd::tests::pack(words);
        // One stored block, as RFC 7932 lays it out: a bit for the window, three for the kind of block, sixteen for its
        // length, one for "stored"; then the bytes, and an empty last block.
        let head = ((words.len() as u32 - 1) << 4 | 1 << 20).to_le_bytes();
        let brotli = [head.get(..3).expect("three"), words, &[0x03]].concat();
        for (encoding, packed) in [
            ("gzip", &gzip),
            ("gzip", &words.to_vec()),
            ("deflate", &zlib),
            ("deflate", &bare),
            ("zstd", &zstd),
            ("br", &brotli),
            ("br", &words.to_vec()),
            ("identity", &words.to_vec()),
        ] {
            let response = Response {
                encodings: vec![encoding.to_owned()],
                ..Response::default()
            };
            assert_eq!(body(&response, packed, 1000), words, "{encoding}");
        }
        let cut = gzip.get(..gzip.len() - 12).expect("cut").to_vec();
        assert!(decode("gzip", cut, 1000).starts_with(b"<p>Min"));
        assert_eq!(decode("gzip", gzip, 9).len(), 10);
    }
}
