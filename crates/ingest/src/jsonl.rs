//! JSON Lines: one article a line.

use serde_json::{Map, Value};

use crate::article::Raw;

/// Why a value is no article.
pub(crate) const NO_TEXT: &str = "no \"text\" and no \"html\" in it, skipped";

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
