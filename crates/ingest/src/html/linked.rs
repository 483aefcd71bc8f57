//! JSON-LD (schema.org): what a page says about itself in a script of data.

use dom_query::Document;
use serde_json::Value;

use super::{LEAST_TEXT, text_of};

/// The `articleBody` of the page's JSON-LD.
pub(super) fn body(doc: &Document) -> Option<String> {
    for node in doc.select("script[type='application/ld+json']").iter() {
        let Ok(value) = serde_json::from_str::<Value>(node.text().trim()) else {
            continue;
        };
        if let Some(body) = body_in(&value, 0) {
            return Some(if body.contains("</p>") {
                text_of(body)
            } else {
                body.to_owned()
            });
        }
    }
    None
}

/// The first `datePublished` of the page's JSON-LD, whatever it calls the thing that was published.
pub(super) fn published(doc: &Document) -> Option<String> {
    date(doc, "datePublished")
}

/// The first `dateModified`, likewise.
pub(super) fn modified(doc: &Document) -> Option<String> {
    date(doc, "dateModified")
}

fn date(doc: &Document, name: &str) -> Option<String> {
    doc.select("script[type='application/ld+json']")
        .iter()
        .filter_map(|node| serde_json::from_str::<Value>(node.text().trim()).ok())
        .find_map(|value| date_in(&value, name, 0).map(str::to_owned))
}

fn date_in<'a>(value: &'a Value, name: &str, depth: usize) -> Option<&'a str> {
    if depth > 3 {
        return None;
    }
    match value {
        Value::Object(o) => o
            .get(name)
            .and_then(Value::as_str)
            .or_else(|| o.get("@graph").and_then(|v| date_in(v, name, depth + 1))),
        Value::Array(a) => a.iter().find_map(|v| date_in(v, name, depth + 1)),
        _ => None,
    }
}

fn body_in(value: &Value, depth: usize) -> Option<&str> {
    if depth > 6 {
        return None;
    }
    match value {
        Value::Object(o) => o
            .get("articleBody")
            .and_then(Value::as_str)
            .filter(|b| b.len() > LEAST_TEXT)
            .or_else(|| o.values().find_map(|v| body_in(v, depth + 1))),
        Value::Array(a) => a.iter().find_map(|v| body_in(v, depth + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dates_are_read_from_the_graph() {
        let doc = Document::from(
            r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle",
            "datePublished":"2025-04-14T10:20:00+02:00","dateModified":"2025-04-15T08:00:00+02:00"}]}</script>"#,
        );
        assert_eq!(published(&doc).as_deref(), Some("2025-04-14T10:20:00+02:00"));
        assert_eq!(modified(&doc).as_deref(), Some("2025-04-15T08:00:00+02:00"));
    }
}
