//! JSON as pages carry it: mended where templates break it.

use serde_json::Value;

/// The value of a script, mended where it is no JSON as it stands. `None` where it cannot be.
pub(super) fn parse(script: &str) -> Option<Value> {
    let script = bare(script);
    if script.is_empty() {
        return None;
    }
    serde_json::from_str(script)
        .ok()
        .or_else(|| serde_json::from_str(&mend(script)).ok())
}

/// Without the marks that hide scripts from old readers.
fn bare(script: &str) -> &str {
    let mut out = script.trim();
    loop {
        let before = out.len();
        for mark in ["<!--", "//", "<![CDATA[", "/*<![CDATA[*/"] {
            out = out.strip_prefix(mark).unwrap_or(out).trim_start();
        }
        for mark in ["-->", "//", "]]>", "/*]]>*/", ";"] {
            out = out.strip_suffix(mark).unwrap_or(out).trim_end();
        }
        if out.len() == before {
            return out;
        }
    }
}

/// Takes out comments and commas too many, puts `null` where a value is missing, and escapes what strings may not hold.
fn mend(script: &str) -> String {
    let mut out = String::with_capacity(script.len() + 16);
    let mut chars = script.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        if quoted {
            match c {
                '"' => {
                    quoted = false;
                    out.push(c);
                }
                '\\' => match chars.next() {
                    Some(e @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', e]),
                    // "\'" and the like are JavaScript's.
                    Some(e) if !e.is_control() => out.push(e),
                    Some(_) => out.push(' '),
                    None => {}
                },
                '\n' | '\r' | '\t' => out.push(' '),
                c if c.is_control() => {}
                c => out.push(c),
            }
            continue;
        }
        match c {
            '"' => {
                quoted = true;
                out.push(c);
            }
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                for c in chars.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            '/' if chars.peek() == Some(&'/') => {
                for c in chars.by_ref() {
                    if c == '\n' {
                        break;
                    }
                }
            }
            ',' | '}' | ']' => {
                let bare = out.trim_end().len();
                match out.get(..bare).and_then(|o| o.chars().last()) {
                    Some(':') => out.push_str("null"),
                    Some(',') => out.truncate(bare - 1),
                    _ => {}
                }
                // A comma behind an opening bracket stands for nothing.
                let opened = out.trim_end().ends_with(['{', '[']);
                if c != ',' || !opened {
                    out.push(c);
                }
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn mends() {
        let expected = json!({"headline": "Ferry line, at last", "tags": ["a", "b"]});
        for script in [
            r#"{"headline": "Ferry line, at last", "tags": ["a", "b"]}"#,
            r#"{"headline": "Ferry line, at last", "tags": ["a", "b",],}"#,
            r#"<!-- {"headline": "Ferry line, at last", "tags": ["a", "b"]} -->"#,
            "//<![CDATA[\n{\"headline\": \"Ferry line, at last\", \"tags\": [\"a\", \"b\"]}\n//]]>",
            r#"{"headline": "Ferry line, at last", /* the tags */ "tags": ["a",, "b"]};"#,
            "{\"headline\": \"Ferry\nline, at last\", // why\n \"tags\": [\"a\", \"b\"]}",
        ] {
            assert_eq!(parse(script).as_ref(), Some(&expected), "{script}");
        }
        assert_eq!(
            parse(r#"{"a": , "b": "it\'s"}"#),
            Some(json!({"a": null, "b": "it's"}))
        );
        for none in ["", "var x", "{\"a\": \"b"] {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
