//! A checker for the part of JSON Schema (2020-12) that our schemas use. A keyword that it does not know is an error, so
//! that nothing goes unchecked.

use serde_json::{Map, Value};

/// Whether `value` fits `schema`; else where it does not, and why.
pub fn validate(schema: &Value, value: &Value) -> Result<(), String> {
    check(schema, schema, value, "")
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let fail = |why: String| Err(format!("{}: {why}", if at.is_empty() { "/" } else { at }));
    let keywords = match schema {
        Value::Bool(true) => return Ok(()),
        Value::Object(keywords) => keywords,
        _ => return fail("nothing fits here".to_owned()),
    };
    for (keyword, rule) in keywords {
        let fits = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "format" | "default" => true,
            "$ref" => {
                let name = rule
                    .as_str()
                    .and_then(|r| r.strip_prefix('#'))
                    .unwrap_or_default();
                match root.pointer(name) {
                    Some(schema) => check(root, schema, value, at)?,
                    None => return fail(format!("no {rule} in the schema")),
                }
                true
            }
            "type" => is_of_type(rule, value),
            "enum" => rule.as_array().is_some_and(|all| all.contains(value)),
            "const" => rule == value,
            "anyOf" => (rule.as_array().into_iter().flatten()).any(|s| check(root, s, value, at).is_ok()),
            "properties" => {
                let known = rule.as_object().into_iter().flatten();
                let both = known.filter_map(|(name, s)| Some((name, s, value.get(name)?)));
                for (name, schema, value) in both {
                    check(root, schema, value, &format!("{at}/{name}"))?;
                }
                true
            }
            "required" => match missing(rule, value.as_object()) {
                Some(name) => return fail(format!("no {name}")),
                None => true,
            },
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{at}/{i}"))?;
                }
                true
            }
            "minItems" => value
                .as_array()
                .is_none_or(|v| Some(v.len() as u64) >= rule.as_u64()),
            "maxItems" => value
                .as_array()
                .is_none_or(|v| Some(v.len() as u64) <= rule.as_u64()),
            "minimum" => value.as_f64().is_none_or(|v| Some(v) >= rule.as_f64()),
            "maximum" => value.as_f64().is_none_or(|v| Some(v) <= rule.as_f64()),
            _ => return fail(format!("the schema's {keyword} is not known here")),
        };
        if !fits {
            return fail(format!("{value} is not of {keyword} {rule}"));
        }
    }
    Ok(())
}

fn missing<'a>(names: &'a Value, fields: Option<&Map<String, Value>>) -> Option<&'a str> {
    let fields = fields?;
    let names = names.as_array()?.iter().filter_map(Value::as_str);
    names.into_iter().find(|name| !fields.contains_key(*name))
}

fn is_of_type(types: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        _ => false,
    };
    match types {
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn problem(schema: &Value, value: &Value) -> String {
        validate(schema, value).expect_err("a problem")
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        let schema = json!({
            "type": "object",
            "required": ["a"],
            "properties": {
                "a": {"$ref": "#/$defs/A"},
                "b": {"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]},
            },
            "$defs": {"A": {"type": "array", "maxItems": 2, "items": {"type": ["integer", "null"], "minimum": 0}}},
        });
        assert_eq!(
            validate(&schema, &json!({"a": [1, null], "b": null, "c": 1})),
            Ok(())
        );
        assert_eq!(problem(&schema, &json!({})), "/: no a");
        assert_eq!(
            problem(&schema, &json!({"a": [1.5]})),
            "/a/0: 1.5 is not of type [\"integer\",\"null\"]"
        );
        assert_eq!(
            problem(&schema, &json!({"a": [-1]})),
            "/a/0: -1 is not of minimum 0"
        );
        assert_eq!(
            problem(&schema, &json!({"a": [1, 2, 3]})),
            "/a: [1,2,3] is not of maxItems 2"
        );
        assert!(validate(&schema, &json!({"a": [], "b": 1})).is_err());
    }

    #[test]
    fn a_keyword_that_is_not_known_is_no_silent_pass() {
        assert!(validate(&json!({"pattern": "x"}), &json!("x")).is_err());
    }
}
