//! Markup nested deeper than any page of a person: measured, and its text kept without a parser.

/// How deep elements are nested, without those that end by themselves.
pub(super) fn depth(html: &str) -> usize {
    const FLAT: &[&str] = &[
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "img", "hr", "input", "meta", "link",
        "source", "col", "area", "base", "wbr", "embed", "param", "track", "tbody", "thead", "path",
        "circle", "rect", "use", "svg",
    ];
    let (mut now, mut most) = (0_usize, 0_usize);
    let bytes = html.as_bytes();
    for (i, _) in html.match_indices('<') {
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
        let name = name.get(..len).unwrap_or(&[]);
        if FLAT.iter().any(|f| f.as_bytes().eq_ignore_ascii_case(name)) {
            continue;
        }
        if closing {
            now = now.saturating_sub(1);
        } else {
            now += 1;
            most = most.max(now);
        }
    }
    most
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
            let close = format!("</{name}");
            // Case of the end tag is folded on a short window only where it is found as written.
            let found = rest
                .find(&close)
                .or_else(|| rest.find(&close.to_ascii_uppercase()));
            rest = found.and_then(|i| rest.get(i..)).unwrap_or("");
        } else if !matches!(
            name.as_str(),
            "a" | "b" | "i" | "em" | "strong" | "span" | "font" | "u" | ""
        ) {
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
