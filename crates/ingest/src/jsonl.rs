//! JSON Lines: one article a line.

use serde_json::{Map, Value};

use crate::article::Raw;

/// Why a value is no article.
pub(crate) const NO_TEXT: &str = "no \"text\" and no \"html\" in it, skipped";

/// The JSON, after halves of surrogate pairs that stand alone were replaced by U+FFFD where it has any: programs that cut
/// strings between two of them write such JSON, and nothing else is wrong with it.
///
/// # Errors
/// Where it is no JSON all the same; the error is that of the text as given.
pub(crate) fn parse(text: &str) -> Result<(Value, Repair), serde_json::Error> {
    let error = match serde_json::from_str(text) {
        Ok(value) => return Ok((value, Repair::None)),
        Err(error) => error,
    };
    let repaired = pair_surrogates(text).and_then(|text| serde_json::from_str(&text).ok());
    repaired.map(|value| (value, Repair::Surrogates)).ok_or(error)
}

/// What was done to a text before it could be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repair {
    /// Nothing.
    None,
    /// Halves of surrogate pairs were replaced.
    Surrogates,
}

/// The text with `\ufffd` for every `\ud800` to `\udfff` that has no partner; `None` where there is none.
fn pair_surrogates(text: &str) -> Option<String> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|t| t.find('\\')) {
        at += found;
        match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => at += 12,
            (Some(0xd800..=0xdfff), _) => {
                out.push_str(text.get(copied..at)?);
                out.push_str("\\ufffd");
                at += 6;
                copied = at;
            }
            // The next character is escaped, a backslash perhaps.
            _ => at += 1 + text.get(at + 1..)?.chars().next().map_or(0, char::len_utf8),
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(text.get(copied..)?);
    Some(out)
}

/// The fields of one object, and whether its words are HTML; `None` where it is no object or has no words.
pub(crate) fn read(value: &Value, source: String) -> Option<(Raw, Markup)> {
    let object = value.as_object()?;
    let (text, markup) = match (field(object, &["text"]), field(object, &["html"])) {
        (Some(text), _) => (text, Markup::Text),
        (None, Some(html)) => (html, Markup::Html),
        (None, None) => return None,
    };
    let raw = Raw {
        source,
        id: field(object, &["id"]),
        url: field(object, &["url"]),
        outlet: field(object, &["outlet"]),
        title: field(object, &["title"]),
        byline: field(object, &["byline"]),
        published: field(object, &["published"]),
        language: field(object, &["language"]),
        text,
    };
    Some((raw, markup))
}

/// How the words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// Plain.
    Text,
    /// A page or a piece of one.
    Html,
}

/// A field as a string: numbers are written out, lists of strings joined, empty ones are missing.
fn field(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let value = names.iter().find_map(|n| object.get(*n))?;
    let text = match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_surrogate_pairs_are_replaced() {
        for (text, expected) in [
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud800\udc00\uD800""#, "\u{fffd}\u{10000}\u{fffd}"),
            (r#""\\ud800 \ud800""#, "\\ud800 \u{fffd}"),
        ] {
            let (value, repair) = parse(text).expect(text);
            assert_eq!(
                (value.as_str(), repair),
                (Some(expected), Repair::Surrogates),
                "{text}"
            );
        }
        assert!(matches!(parse(r#""\\ud800""#), Ok((_, Repair::None))));
        assert!(parse(r#"{"text": "\ud800"#).is_err());
    }
}
