//! Markdown: its marks are dropped, its front matter is read as fields, its words stay.

use crate::raw::Raw;

/// Whether a text is Markdown: by name, or by front matter and marks that plain news text does not have.
pub(crate) fn is_markdown(name: &str, text: &str) -> bool {
    let lower = name.to_lowercase();
    let lower = lower
        .strip_suffix(".gz")
        .or_else(|| lower.strip_suffix(".zst"))
        .unwrap_or(&lower);
    if [".md", ".markdown", ".mdown"].iter().any(|e| lower.ends_with(e)) {
        return true;
    }
    let head = text.trim_start();
    head.starts_with("---\n") && head.get(4..).is_some_and(|t| t.contains("\n---\n"))
        || head.starts_with("# ") && (head.contains("\n## ") || head.contains("]("))
}

/// Takes the marks off.
pub(crate) fn read(mut raw: Raw) -> Raw {
    let text = std::mem::take(&mut raw.text).replace("\r\n", "\n");
    let text = front_matter(&text, &mut raw);
    let mut out = String::with_capacity(text.len());
    let mut fenced = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            continue;
        }
        // Rules, and the underlines of headings.
        if trimmed.len() >= 3 && trimmed.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | ' ')) {
            out.push('\n');
            continue;
        }
        let heading = trimmed.trim_start_matches('#');
        let is_heading = heading.len() < trimmed.len() && heading.starts_with(' ');
        let body = if is_heading {
            heading.trim().trim_end_matches('#').trim_end()
        } else {
            trimmed.trim_start_matches("> ").trim_start_matches('>')
        };
        let body = ["- ", "* ", "+ "]
            .iter()
            .find_map(|b| body.strip_prefix(b))
            .unwrap_or(body);
        if is_heading {
            out.push('\n');
        }
        inline(body, &mut out);
        out.push('\n');
        if is_heading {
            out.push('\n');
        }
    }
    raw.text = out;
    raw
}

/// Reads `key: value` lines between `---` lines into the fields that are missing.
fn front_matter<'t>(text: &'t str, raw: &mut Raw) -> &'t str {
    let head = text.trim_start_matches(['\u{feff}', '\n', ' ']);
    let Some(body) = head.strip_prefix("---\n") else {
        return text;
    };
    let Some(end) = body.find("\n---").filter(|i| *i < 8_000) else {
        return text;
    };
    for line in body.get(..end).unwrap_or("").lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        if value.is_empty() {
            continue;
        }
        let slot = match key.trim().to_lowercase().as_str() {
            "title" | "headline" => &mut raw.title,
            "date" | "published" | "pubdate" => &mut raw.published,
            "author" | "byline" | "by" => &mut raw.byline,
            "url" | "link" | "source_url" | "canonical" => &mut raw.url,
            "outlet" | "publisher" | "site" => &mut raw.outlet,
            "lang" | "language" => &mut raw.language,
            _ => continue,
        };
        slot.get_or_insert_with(|| value.to_owned());
    }
    let rest = body.get(end + 4..).unwrap_or("");
    rest.split_once('\n').map_or("", |r| r.1)
}

/// Emphasis, links, images and code, as their words.
fn inline(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let next = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            '\\' if next.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str(next.get(..1).unwrap_or(""));
                rest = next.get(1..).unwrap_or("");
            }
            '!' if next.starts_with('[') && link(next).is_some() => rest = next,
            '[' => match link(rest) {
                Some((words, len)) => {
                    inline(words, out);
                    rest = rest.get(len..).unwrap_or("");
                }
                None => {
                    out.push(c);
                    rest = next;
                }
            },
            '*' | '`' => rest = next,
            '_' => {
                // A mark stands at a word's edge; inside a word it is a letter.
                let inside = out.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric);
                if inside {
                    out.push(c);
                }
                rest = next;
            }
            _ => {
                out.push(c);
                rest = next;
            }
        }
    }
}

/// `[words](address)` at the start: the words and the length of it all.
fn link(text: &str) -> Option<(&str, usize)> {
    let window = crate::clean::cut(text, 2_000);
    let close = window.find("](")?;
    let words = window.get(1..close)?;
    if words.contains(['[', ']']) {
        return None;
    }
    let end = window.get(close..)?.find(')')? + close;
    Some((words, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_marks_off() {
        let raw = read(Raw {
            text: "---\ntitle: \"Ferry line\"\ndate: 2025-04-14\n---\n# Ferry line\n\nMinisters **agreed** on a [ferry](https://x.example) _line_.\n\n- It opens in `May`.\n\n> “At last,” she said.\n".into(),
            ..Raw::default()
        });
        assert_eq!(raw.title.as_deref(), Some("Ferry line"));
        assert_eq!(raw.published.as_deref(), Some("2025-04-14"));
        assert_eq!(
            crate::clean::clean(&raw.text),
            "Ferry line\n\nMinisters agreed on a ferry line.\n\nIt opens in May.\n\n“At last,” she said."
        );
    }

    #[test]
    fn tells_markdown() {
        assert!(is_markdown("a.md", ""));
        assert!(is_markdown("a", "---\ntitle: x\n---\nWords."));
        assert!(!is_markdown("a.txt", "Ministers agreed * on a line."));
    }
}
