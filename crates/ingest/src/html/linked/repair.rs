//! JSON as pages carry it: mended where templates break it.

use serde_json::Value;

/// The value of a script, mended where it is no JSON as it stands. `None` where it cannot be.
pub(super) fn parse(script: &str) -> Option<Value> {
    let script = bare(script);
    if script.is_empty() {
        return None;
    }
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    let mended = mend(script);
    if let Ok(value) = serde_json::from_str(&mended) {
        return Some(value);
    }
    // Some templates escape the whole script as if it were text.
    let read = if script.contains("&quot;") && !script.contains('"') {
        crate::entities::decoded(script).into_owned()
    } else {
        script.to_owned()
    };
    let quoted = escape_quotes(behind_assignment(&read));
    leading(&mended).or_else(|| leading(&mend(&quoted)))
}

/// The values that a script begins with, up to what is none: a bracket too many, or the damage in a second one.
fn leading(script: &str) -> Option<Value> {
    let values = serde_json::Deserializer::from_str(script).into_iter::<Value>();
    let mut sound: Vec<Value> = values
        .map_while(Result::ok)
        .filter(|v| v.is_object() || v.is_array())
        .take(16)
        .collect();
    match sound.len() {
        0 => None,
        1 => sound.pop(),
        _ => Some(Value::Array(sound)),
    }
}

/// The value in `var data = {…}`.
fn behind_assignment(script: &str) -> &str {
    let Some(at) = script.find(['{', '[']) else {
        return script;
    };
    let (before, value) = script.split_at(at);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '$' | '=');
    if before.trim_end().ends_with('=') && before.chars().all(plain) {
        value
    } else {
        script
    }
}

/// Escapes quotation marks that end no string: behind one that does stands a colon, a bracket, the end, or a comma with
/// a value or key behind it. Words that only other languages write for "nothing" are put as JSON has them.
fn escape_quotes(script: &str) -> String {
    let mut out = String::with_capacity(script.len() + 16);
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in script.char_indices() {
        if c != '"' || escaped {
            escaped = quoted && c == '\\' && !escaped;
            out.push(c);
            continue;
        }
        if quoted && !ends_string(script.get(at + 1..).unwrap_or_default()) {
            out.push_str("\\\"");
            continue;
        }
        quoted = !quoted;
        out.push(c);
    }
    for (odd, sound) in [
        (": undefined", ": null"),
        (": True", ": true"),
        (": False", ": false"),
        (": None", ": null"),
    ] {
        out = out.replace(odd, sound);
    }
    out
}

fn ends_string(rest: &str) -> bool {
    let rest = rest.trim_start();
    match rest.chars().next() {
        None | Some(':' | '}' | ']') => true,
        Some(',') => {
            let next = rest.get(1..).unwrap_or_default().trim_start();
            next.starts_with(['"', '{', '[', '}', ']', '-']) || next.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
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
        for (script, expected) in [
            (r#"{"a": "b"}}"#, json!({"a": "b"})),
            (r#"{"a": "b"} {"c": "d"}"#, json!([{"a": "b"}, {"c": "d"}])),
            (
                r#"{"a": "the "old" boat", "b": "c"}"#,
                json!({"a": "the \"old\" boat", "b": "c"}),
            ),
            (
                r#"{"a": "he said "no", and left", "b": "c"}"#,
                json!({"a": "he said \"no\", and left", "b": "c"}),
            ),
            ("{&quot;a&quot;: &quot;b&quot;}", json!({"a": "b"})),
            (r#"var data = {"a": "b"};"#, json!({"a": "b"})),
            (r#"{"a": undefined, "b": True}"#, json!({"a": null, "b": true})),
        ] {
            assert_eq!(parse(script), Some(expected), "{script}");
        }
        for none in ["\"a\" b", "a = 5", "", "var x", "{\"a\": \"b"] {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
