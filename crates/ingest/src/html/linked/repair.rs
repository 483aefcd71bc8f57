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
    let quoted = mend(&escape_quotes(behind_assignment(&read)));
    leading(&mended)
        .or_else(|| leading(&quoted))
        .or_else(|| closed(&quoted))
}

/// What was whole of a value before its end was cut off: up to the last comma, with the brackets that are open there.
fn closed(script: &str) -> Option<Value> {
    let mut open: Vec<char> = Vec::new();
    let mut last: Option<(usize, Vec<char>)> = None;
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in script.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => {
                open.pop();
            }
            ',' if open.len() <= MOST_OPEN => last = Some((at, open.clone())),
            _ => {}
        }
    }
    // What ends with a bracket ends with a whole value.
    let whole = !quoted && script.trim_end().ends_with(['}', ']']);
    let (end, open) = if whole { (script.len(), open) } else { last? };
    let rest: String = open.iter().rev().collect();
    let value = serde_json::from_str(&format!("{}{rest}", script.get(..end)?)).ok()?;
    Some(value).filter(|v: &Value| v.is_object() || v.is_array())
}

/// Brackets in each other at a place where a value may be cut.
const MOST_OPEN: usize = 32;

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
/// a value or key behind it.
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
        if quoted && !ends_string(script.get(at + 1..).unwrap_or_default(), '"') {
            out.push_str("\\\"");
            continue;
        }
        quoted = !quoted;
        out.push(c);
    }
    out
}

/// Whether what follows a mark tells that it ended a string.
fn ends_string(rest: &str, mark: char) -> bool {
    let rest = rest.trim_start();
    match rest.chars().next() {
        None | Some(':' | '}' | ']') => true,
        Some(',') => {
            let next = rest.get(1..).unwrap_or_default().trim_start();
            let starts = [mark, '"', '{', '[', '}', ']', '-'];
            next.starts_with(starts) || next.starts_with(|c: char| c.is_ascii_digit())
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

/// Takes out comments and commas too many, puts `null` where a value is missing, and escapes what strings may not hold;
/// writes as JSON what is JavaScript: strings in single marks, names without marks, `undefined`.
fn mend(script: &str) -> String {
    let mut out = String::with_capacity(script.len() + 16);
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '"' => string(behind, '"', &mut out),
            '\'' => string(behind, '\'', &mut out),
            '/' if behind.starts_with('*') => behind.split_once("*/").map_or("", |p| p.1),
            '/' if behind.starts_with('/') => behind.split_once('\n').map_or("", |p| p.1),
            ',' | '}' | ']' => {
                mark(c, &mut out);
                behind
            }
            c if c.is_alphabetic() || matches!(c, '_' | '$') => word(rest, &mut out),
            c => {
                out.push(c);
                behind
            }
        };
    }
    out
}

/// A comma or an end, with what should stand before it.
fn mark(c: char, out: &mut String) {
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

/// A word outside of strings: a name in front of a colon, or a value.
fn word<'t>(rest: &'t str, out: &mut String) -> &'t str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.');
    let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(end);
    let named = behind.trim_start().starts_with(':') && out.trim_end().ends_with(['{', ',']);
    match word {
        word if named => out.push_str(&format!("\"{word}\"")),
        "undefined" | "None" | "NaN" | "nil" => out.push_str("null"),
        "True" => out.push_str("true"),
        "False" => out.push_str("false"),
        word => out.push_str(word),
    }
    behind
}

/// A string up to its closing mark, in double marks.
fn string<'t>(rest: &'t str, close: char, out: &mut String) -> &'t str {
    out.push('"');
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        let behind = rest.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            // An apostrophe inside a string of single marks ends none.
            c if c == close && (close == '"' || ends_string(behind, '\'')) => {
                out.push('"');
                return behind;
            }
            '"' => out.push_str("\\\""),
            '\\' => match chars.next() {
                Some((_, e @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u'))) => {
                    out.extend(['\\', e])
                }
                // "\x27" and "\'" are JavaScript's.
                Some((at, 'x')) if hex(rest.get(at + 1..)).is_some() => {
                    out.push_str("\\u00");
                    out.extend(chars.by_ref().take(2).map(|c| c.1));
                }
                Some((_, e)) if !e.is_control() => out.push(e),
                Some(_) => out.push(' '),
                None => {}
            },
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    ""
}

/// Two hexadecimal figures.
fn hex(text: Option<&str>) -> Option<&str> {
    let two = text?.get(..2)?;
    two.bytes().all(|b| b.is_ascii_hexdigit()).then_some(two)
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
            (r#"{"a": "it\x27s \x26 so"}"#, json!({"a": "it's & so"})),
            (
                r#"{'a':'b','c':{'d':'it's so'}}"#,
                json!({"a": "b", "c": {"d": "it's so"}}),
            ),
            (
                r#"{'a': 'the "old" boat', 'b': 5}"#,
                json!({"a": "the \"old\" boat", "b": 5}),
            ),
            (
                r#"{a: "b", c_1: [true, NaN]}"#,
                json!({"a": "b", "c_1": [true, null]}),
            ),
            (r#"{"a": "b", "c": ["d"]}]}"#, json!({"a": "b", "c": ["d"]})),
            (r#"{"a": "b", "c": "d"#, json!({"a": "b"})),
            (
                r#"{"a": "b", "c": {"d": "e", "f": ["g", "h"#,
                json!({"a": "b", "c": {"d": "e", "f": ["g"]}}),
            ),
            (
                r#"{"a": "b", "c": {"d": "e"}"#,
                json!({"a": "b", "c": {"d": "e"}}),
            ),
            (r#"[{"a": "b"}, {"c": "d", "e"#, json!([{"a": "b"}, {"c": "d"}])),
            (r#"{"a": "b"}<\/script>"#, json!({"a": "b"})),
            (r#"{"a": 'b', "c": "it's"}"#, json!({"a": "b", "c": "it's"})),
            (r#"{"a": "1e5", "b": 1e5}"#, json!({"a": "1e5", "b": 1e5})),
        ] {
            assert_eq!(parse(script), Some(expected), "{script}");
        }
        for none in ["\"a\" b", "a = 5", "", "var x", "{\"a\": \"b"] {
            assert_eq!(parse(none), None, "{none}");
        }
    }
}
