//! What every record must hold, whatever it was made of.

use serde_json::Value;

/// The rows of a field.
pub fn rows<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

/// A field as words.
pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or("")
}

/// Every object in the record that is a cite.
pub fn cites(record: &Value) -> Vec<&Value> {
    fn walk<'a>(value: &'a Value, out: &mut Vec<&'a Value>) {
        match value {
            Value::Array(items) => items.iter().for_each(|v| walk(v, out)),
            Value::Object(fields) => {
                if ["article", "start", "end", "text"]
                    .iter()
                    .all(|f| fields.contains_key(*f))
                {
                    out.push(value);
                }
                fields.values().for_each(|v| walk(v, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(&record["stories"], &mut out);
    out
}

/// The article of an id.
#[track_caller]
pub fn article<'a>(record: &'a Value, id: &str) -> &'a Value {
    rows(record, "articles")
        .iter()
        .find(|a| text(a, "id") == id)
        .unwrap_or_else(|| panic!("no article {id}"))
}

/// Every cite's words stand where it says, in code points, and inside blocks that facts may rest on.
#[track_caller]
pub fn check_cites(record: &Value) {
    for cite in cites(record) {
        let article = article(record, text(cite, "article"));
        let points = |f: &str| cite[f].as_u64().expect("a number") as usize;
        let (start, end) = (points("start"), points("end"));
        assert!(start < end, "{cite}");
        let words: String = text(article, "text")
            .chars()
            .skip(start)
            .take(end - start)
            .collect();
        assert_eq!(words, text(cite, "text"), "{cite}");
        for block in rows(article, "blocks") {
            let at = |f: &str| block[f].as_u64().expect("a number") as usize;
            let evidence = matches!(text(block, "kind"), "headline" | "caption" | "body");
            let apart = at("end") <= start || end <= at("start");
            assert!(evidence || apart, "rests on a {}: {cite}", text(block, "kind"));
        }
    }
}
