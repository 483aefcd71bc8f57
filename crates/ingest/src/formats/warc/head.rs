//! The head of a WARC record (ISO 28500).

/// What a record's head says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// `WARC-Type`, in lower case.
    pub kind: String,
    /// `WARC-Target-URI`.
    pub url: Option<String>,
    /// `WARC-Date`: when it was fetched. No page is younger; how old it is, this does not say.
    pub date: Option<String>,
    /// `Content-Type`, in lower case.
    pub media: String,
    /// `Content-Length`.
    pub length: u64,
    /// `WARC-Truncated`: why the crawler kept only the beginning.
    pub truncated: Option<String>,
}

/// Reads the head's lines, without the version line; `None` where there is no length to skip by.
pub(super) fn parse(lines: &[String]) -> Option<Head> {
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
            "warc-truncated" => head.truncated = Some(value.to_owned()),
            "content-type" => head.media = value.to_ascii_lowercase(),
            "content-length" => length = value.parse().ok(),
            _ => {}
        }
    }
    head.length = length?;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_heads() {
        let lines = [
            "WARC-Type: response",
            "WARC-Target-URI: <https://harbour.example/1>",
            "Content-Length: 12",
        ]
        .map(str::to_owned);
        let head = parse(&lines).expect("head");
        assert_eq!((head.kind.as_str(), head.length), ("response", 12));
        assert_eq!(head.url.as_deref(), Some("https://harbour.example/1"));
    }

    #[test]
    fn without_a_length_there_is_no_head() {
        for length in [
            "",
            "Content-Length: -5",
            "Content-Length: 99999999999999999999999",
            "Content-Length: x",
        ] {
            assert_eq!(
                parse(&["WARC-Type: response".to_owned(), length.to_owned()]),
                None
            );
        }
    }
}
